"""What the program knows about a kind of block: its fields, its slots and how a new one starts."""

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

# The keys by which sites name the type of a block; ``type`` is last, since it is also the name of a
# field in blocks that say by another key what they are.
DISCRIMINANTS = ("_template", "_type", "_name", "component", "block", "discriminant", "type")

# What the list of blocks is called where it is not called ``blocks``.
_LISTS = ("sections", "components", "modules", "content", "body", "rows")

STYLE_GROUPS = ("tailwind", "style", "styles", "cardStyle", "classes")
"""Keys of objects whose strings are slots where nobody says what they are."""

_NOTHING: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True)
class Option:
    """One choice of a select field: the value in the file and the words a person sees."""

    value: str
    label: str


@dataclass(frozen=True)
class Field:
    """A named piece of content.

    Attributes:
        name: The key in the file.
        type: One of ``FIELD_TYPES``. ``string`` is one line, ``text`` several lines, ``markdown``
            rich text, ``html`` HTML of the page's own, ``image`` the address of a picture, ``link``
            what a click leads to, ``words`` one choice after the other (``control``),
            ``typography`` font and sizes as a string of JSON, ``button`` the name of one of the
            theme's buttons.
        label: The name that a person sees.
        help: A sentence more, or ''.
        options: The choices of a ``select``, and the colours of a ``typography`` that has one.
        default: The value of a new one, None when it starts without.
        fields: The fields of an ``object``, or of each item of a ``list``; a list without fields
            holds plain texts.
        item_label: What one item of a list is called ("Card").
        control: The name of the choices of a ``words`` in ``resources/controls/words.yaml``.
        when: The axes of a variant that decide whether its sites have the field, each with the
            values at which they have it.
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
    when: Mapping[str, tuple[Any, ...]] = field(default_factory=lambda: _NOTHING)


@dataclass(frozen=True)
class Slot:
    """A named string of utilities that styles one element of a block.

    Attributes:
        path: Where the string lies within the block: ``("tailwind", "headline")``.
        label: The name of the element, in words.
        element: What the element is, as a sentence.
        control: The name of its choices in ``resources/controls/words.yaml``, or that of the
            control of the site's own CMS; '' for any utilities.
    """

    path: tuple[str, ...]
    label: str
    element: str
    control: str = ""


@dataclass(frozen=True)
class BlockType:
    """A kind of block, described by ``block.yaml`` and drawn by ``template.html`` in ``folder``.

    A type that only the site's schema or its pages tell of has no folder, and is drawn by a
    stand-in.

    Attributes:
        name: What the block's type key says in a page.
        label: The name that a person sees.
        help: What it is good for, in a sentence.
        icon: Name of its icon.
        category: Where it stands in the gallery.
        fields: Its content.
        slots: Its styling.
        defaults: A new block, without the type key.
        sample: A filled block for the gallery, without the type key.
        folder: Where its description and template lie.
    """

    name: str
    label: str
    help: str = ""
    icon: str = "block"
    category: str = ""
    fields: tuple[Field, ...] = ()
    slots: tuple[Slot, ...] = ()
    defaults: Mapping[str, Any] = field(default_factory=lambda: _NOTHING)
    sample: Mapping[str, Any] = field(default_factory=lambda: _NOTHING)
    folder: Path | None = None


def type_key(block: Mapping[str, Any]) -> str | None:
    """The key by which a block says what it is, or None when it says nothing."""
    for key in DISCRIMINANTS:
        value = block.get(key)
        if isinstance(value, str) and value:
            return key
    return None


def type_name(block: Mapping[str, Any]) -> str | None:
    """What the block says that it is, or None when it says nothing."""
    key = type_key(block)
    return None if key is None else str(block[key])


def type_of(block: object, types: Mapping[str, BlockType]) -> BlockType | None:
    """The type of a block among these, or None when it is not among them."""
    name = type_name(block) if isinstance(block, Mapping) else None
    return None if name is None else types.get(name)


def field_at(kind: BlockType, path: Sequence[str | int]) -> Field | None:
    """The field of a type that describes the value at a path inside a block, None if none does."""
    fields, found = kind.fields, None
    for key in path:
        if isinstance(key, str):
            found = next((each for each in fields if each.name == key), None)
            fields = found.fields if found is not None else ()
    return found


def discriminant(blocks: Iterable[object]) -> str:
    """The key by which these blocks name their types; the family's when they name none."""
    keys = (type_key(block) for block in blocks if isinstance(block, Mapping))
    return next((key for key in keys if key is not None), DISCRIMINANTS[0])


def blocks_key(data: object, usual: Iterable[str] = ("blocks",)) -> str | None:
    """The key of front matter under which the list of blocks lies, None when there is none.

    Args:
        data: The front matter.
        usual: Keys that are known to hold blocks; they win, also when their list is empty.
    """
    if not isinstance(data, Mapping):
        return None
    for key in usual:
        if isinstance(data.get(key), list):
            return key
    lists = {str(key): _weakest(value) for key, value in data.items() if _are_blocks(value)}
    return min(lists, key=lambda key: (key not in _LISTS, lists[key]), default=None)


def _are_blocks(value: object) -> bool:
    listed = value if isinstance(value, list) else []
    return bool(listed) and all(isinstance(b, Mapping) and type_key(b) is not None for b in listed)


def _weakest(blocks: Iterable[Mapping[str, Any]]) -> int:
    """How little these say that they are blocks: the place of their least certain type key."""
    return max(DISCRIMINANTS.index(type_key(block) or DISCRIMINANTS[-1]) for block in blocks)


def fitting_type(kind: BlockType, axes: Mapping[str, Any]) -> BlockType:
    """The block type as sites of a variant have it: without the fields that others have.

    Args:
        kind: The type with the fields of all variants.
        axes: What is different from variant to variant.
    """
    return replace(kind, fields=_fitting(kind.fields, axes))


def _fitting(fields: tuple[Field, ...], axes: Mapping[str, Any]) -> tuple[Field, ...]:
    return tuple(
        replace(each, fields=_fitting(each.fields, axes))
        for each in fields
        if all(axes.get(axis) in values for axis, values in each.when.items())
    )
