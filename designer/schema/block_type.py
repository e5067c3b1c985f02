"""The description of a block type: its fields, its slots and the defaults of a new block."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

SCALAR_TYPES = frozenset(
    {
        "boolean",
        "button",
        "color",
        "date",
        "html",
        "image",
        "link",
        "markdown",
        "number",
        "select",
        "string",
        "text",
        "typography",
        "words",
    }
)
FIELD_TYPES = SCALAR_TYPES | {"object", "list"}

CERTAIN_TYPE_KEYS = (
    "_template",
    "_bookshop_name",
    "_component",
    "_block",
    "__typename",
    "acf_fc_layout",
    "_type",
    "_name",
    "blockType",
    "sectionType",
    "fieldGroup",
)
"""Keys that hold the type of a block wherever they occur."""

DISCRIMINANTS = (
    *CERTAIN_TYPE_KEYS,
    "component",
    "block",
    "discriminant",
    "template",
    "layout",
    "type",
)
"""The possible keys of a block's type, the most specific first.

``type`` is last, because it is also the name of a field in blocks whose type has another key.
"""

STYLE_GROUPS = ("tailwind", "style", "styles", "cardStyle", "classes")
"""Keys of objects whose strings are slots if no schema describes them."""

_EMPTY: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True)
class Option:
    """One choice of a select field: the value in the file and its label."""

    value: str
    label: str


@dataclass(frozen=True)
class Field:
    """A named piece of content.

    Attributes:
        name: The key in the file.
        type: One of ``FIELD_TYPES``. ``string`` is one line, ``text`` several lines, ``markdown``
            rich text, ``html`` raw HTML, ``image`` the address of an image, ``link`` a link target,
            ``words`` a sequence of choices (see ``control``), ``typography`` font and sizes as a
            JSON string, ``button`` the name of one of the theme's buttons.
        label: The label in the window.
        help: A help sentence, or ''.
        options: The choices of a ``select``, and the colors of a ``typography`` with a color.
        default: The value in a new block, None for no value.
        fields: The fields of an ``object``, or of each list item; a list without fields holds plain
            texts.
        item_label: The label of one list item ("Card").
        control: The name of the choices of a ``words`` field in ``resources/controls/words.yaml``.
        type_key: The key that names the variant of an ``object`` or of a list item; '' without
            variants.
        variants: The types of an ``object`` or of the items of a list, if it can be of several.
        when: The axes of a variant that decide whether its sites have the field, each with the
            values that include it.
    """

    name: str
    type: str
    label: str
    help: str = ""
    options: tuple[Option, ...] = ()
    default: Any = None
    fields: tuple[Field, ...] = ()
    item_label: str = ""
    control: str = ""
    type_key: str = ""
    variants: tuple[BlockType, ...] = ()
    when: Mapping[str, tuple[Any, ...]] = field(default_factory=lambda: _EMPTY)


@dataclass(frozen=True)
class Slot:
    """A named string of utilities that styles one element of a block.

    Attributes:
        path: The path of the string within the block: ``("tailwind", "headline")``.
        label: The label of the element.
        element: A sentence that describes the element.
        control: The name of its choices in ``resources/controls/words.yaml``, or of a control of
            the site's CMS; '' for any utilities.
    """

    path: tuple[str, ...]
    label: str
    element: str
    control: str = ""


@dataclass(frozen=True)
class BlockType:
    """A block type, described by ``block.yaml`` and rendered by ``template.html`` in ``folder``.

    A type that is known only from the site's schema or pages has no folder; a generic fallback
    template renders it.

    Attributes:
        name: The value of the block's type key in a page.
        label: The label in the window.
        help: A sentence about its use.
        icon: The name of its icon.
        category: Its category in the gallery.
        fields: Its content.
        slots: Its styling.
        defaults: A new block, without the type key.
        sample: A filled block for the gallery, without the type key.
        folder: The folder of its description and template.
        can_be_added: Whether blocks of it are items of a list; a section or the body is not.
        is_inferred: Whether its fields are not all known, so that other fields of a block are no
            error: nothing describes it, or not all of its description could be read.
    """

    name: str
    label: str
    help: str = ""
    icon: str = "block"
    category: str = ""
    fields: tuple[Field, ...] = ()
    slots: tuple[Slot, ...] = ()
    defaults: Mapping[str, Any] = field(default_factory=lambda: _EMPTY)
    sample: Mapping[str, Any] = field(default_factory=lambda: _EMPTY)
    folder: Path | None = None
    can_be_added: bool = True
    is_inferred: bool = False


def type_key(block: Mapping[str, Any], keys: Iterable[str] = DISCRIMINANTS) -> str | None:
    """Return the first of these keys that holds a type name, or None."""
    for key in keys:
        value = block.get(key)
        if isinstance(value, str) and value:
            return key
    return None


def type_name(block: Mapping[str, Any]) -> str | None:
    """Return the name of the block's type, or None."""
    key = type_key(block)
    return None if key is None else str(block[key])


def type_of(block: object, types: Mapping[str, BlockType]) -> BlockType | None:
    """Return the type that a block names if it is among these types, else None."""
    name = type_name(block) if isinstance(block, Mapping) else None
    return None if name is None else types.get(name)


def inner_fields(field: Field, value: object) -> tuple[Field, ...]:
    """Return the fields of an object or a list item: those that all have, and its variant's own.

    Args:
        field: The description of the object or of the list.
        value: The object or the list item.
    """
    if not field.variants or not isinstance(value, Mapping):
        return field.fields
    named = value.get(field.type_key)
    name = str(named).lower() if isinstance(named, bool) else named
    variant = next((each for each in field.variants if each.name == name), None)
    return field.fields if variant is None else (*field.fields, *variant.fields)


def field_at(kind: BlockType, path: Sequence[str | int]) -> Field | None:
    """Return the field that describes the value at a path inside a block, or None."""
    fields, found = kind.fields, None
    for key in path:
        if isinstance(key, str):
            found = next((each for each in fields if each.name == key), None)
            fields = found.fields if found is not None else ()
    return found


def discriminant(blocks: Iterable[object], keys: Iterable[str] = DISCRIMINANTS) -> str:
    """Return the type key that these blocks use; the first possible key if they use none.

    Args:
        blocks: The blocks of a list.
        keys: The possible keys.
    """
    possible = tuple(keys)
    used = (type_key(block, possible) for block in blocks if isinstance(block, Mapping))
    return next((key for key in used if key is not None), possible[0])


def type_for_variant(kind: BlockType, axes: Mapping[str, Any]) -> BlockType:
    """Return the block type as sites of a variant have it, without fields of other variants.

    Args:
        kind: The type with the fields of all variants.
        axes: The axes of the variant.
    """
    return replace(kind, fields=_fields_for_variant(kind.fields, axes))


def _fields_for_variant(fields: tuple[Field, ...], axes: Mapping[str, Any]) -> tuple[Field, ...]:
    return tuple(
        replace(each, fields=_fields_for_variant(each.fields, axes))
        for each in fields
        if all(axes.get(axis) in values for axis, values in each.when.items())
    )
