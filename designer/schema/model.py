"""What the program knows about a kind of block: its fields, its slots and how a new one starts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

SCALAR_TYPES = frozenset(
    {"string", "text", "markdown", "image", "select", "boolean", "number", "color"}
)
FIELD_TYPES = SCALAR_TYPES | {"object", "list"}

# The keys by which sites name the type of a block, most usual first.
DISCRIMINANTS = ("_template", "_type", "type", "_name", "block", "component", "discriminant")

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
            rich text, ``image`` the address of a picture.
        label: The name that a person sees.
        help: A sentence more, or ''.
        options: The choices of a ``select``.
        default: The value of a new one, None when it starts without.
        fields: The fields of an ``object``, or of each item of a ``list``; a list without fields
            holds plain texts.
        item_label: What one item of a list is called ("Card").
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
    when: Mapping[str, tuple[Any, ...]] = field(default_factory=lambda: _NOTHING)


@dataclass(frozen=True)
class Slot:
    """A named string of utilities that styles one element of a block.

    Attributes:
        path: Where the string lies within the block: ``("tailwind", "headline")``.
        label: The name of the element, in words.
        element: What the element is, as a sentence.
    """

    path: tuple[str, ...]
    label: str
    element: str


@dataclass(frozen=True)
class BlockType:
    """A kind of block, described by ``block.yaml`` and drawn by ``template.html`` in ``folder``.

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
    folder: Path = Path()


def type_name(block: Mapping[str, Any]) -> str | None:
    """What the block says that it is, or None when it says nothing."""
    for key in DISCRIMINANTS:
        value = block.get(key)
        if isinstance(value, str) and value:
            return value
    return None


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
