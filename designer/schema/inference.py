"""Infer block types without a description from existing blocks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Final, NamedTuple

from designer.document import BODY_FIELD, BODY_TYPE, HEAD_TYPE, HTML_BODY_TYPE, Timestamp
from designer.schema.block_type import (
    STYLE_GROUPS,
    BlockType,
    Field,
    Slot,
)
from designer.schema.content_roles import is_image_address, role_of
from designer.schema.naming import LINKS, humanise
from designer.schema.typical_block import emptied, typical_block


class TypedData(NamedTuple):
    """A block with the name of its type.

    Attributes:
        type: The name; '' for a block without one.
        data: The block.
        is_section: Whether it is a section of a page, of which a page has one at most.
    """

    type: str
    data: Any
    is_section: bool = False


PAGE_TYPES: Final[Mapping[str, BlockType]] = {
    HEAD_TYPE: BlockType(HEAD_TYPE, "Title", icon="page", can_be_added=False, is_inferred=True),
    BODY_TYPE: BlockType(
        BODY_TYPE,
        "Text",
        icon="text",
        fields=(Field(BODY_FIELD, "markdown", "Text"),),
        can_be_added=False,
    ),
    HTML_BODY_TYPE: BlockType(
        HTML_BODY_TYPE,
        "HTML",
        icon="code",
        fields=(Field(BODY_FIELD, "html", "HTML"),),
        can_be_added=False,
    ),
}
"""The types of the blocks that belong to a page itself: its head and its Markdown body."""

RICH_TEXTS = frozenset({"body", "text", "content", "description", "answer", "quote", "summary"})
"""Names of fields that usually hold rich text."""

_IMAGE_NAMES = frozenset({"src", "image", "imageSrc", "photo", "picture", "logo", "icon", "avatar"})
_KINDS = (("boolean", bool), ("number", (int, float)), ("date", (date, Timestamp)))
_COLOUR = re.compile(r"#(?:[0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})")
_MIN_LONG_TEXT = 60  # minimum length in characters of a text that gets several lines
_MAX_DEPTH = 8


def infer_types(blocks: Iterable[TypedData]) -> dict[str, BlockType]:
    """Infer types from blocks: every key of any block of a type becomes a field.

    Strings inside objects for styles become slots. Blocks without a type name are ignored.

    Args:
        blocks: The blocks with the names of their types.
    """
    groups: dict[str, list[Mapping[str, Any]]] = {}
    fixed: set[str] = set()
    for each in blocks:
        if isinstance(each.data, Mapping) and each.type:
            groups.setdefault(each.type, []).append(each.data)
            if each.is_section:
                fixed.add(each.type)
    return {
        name: _type(name, group, can_be_added=name not in fixed) for name, group in groups.items()
    }


def _type(name: str, blocks: Sequence[Mapping[str, Any]], *, can_be_added: bool) -> BlockType:
    slots: list[Slot] = []
    for group in STYLE_GROUPS:
        keys = _keys([block[group] for block in blocks if isinstance(block.get(group), Mapping)])
        slots += [Slot((group, key), humanise(key), "") for key in keys]
    named = {key for key, value in blocks[0].items() if value == name}
    named = {key for key in named if all(block.get(key) == name for block in blocks)}
    fields = [
        _field(key, [block[key] for block in blocks if block.get(key) is not None], 0)
        for key in _keys(blocks)
        if key not in STYLE_GROUPS and key not in named
    ]
    known = PAGE_TYPES.get(name)
    sample = {key: value for key, value in typical_block(blocks).items() if key not in named}
    return BlockType(
        name=name,
        label=known.label if known else humanise(name),
        icon=known.icon if known else "block",
        fields=tuple(fields),
        slots=tuple(slots),
        defaults=emptied(sample),
        sample=sample,
        can_be_added=can_be_added,
        is_inferred=True,
    )


def _keys(objects: Iterable[Mapping[str, Any]]) -> list[str]:
    """Return the keys of objects, each once, those of the first object first."""
    return list(dict.fromkeys(str(key) for each in objects for key in each))


def _field(name: str, values: Sequence[Any], depth: int) -> Field:
    lists = [value for value in values if isinstance(value, list)]
    objects = [value for value in values if isinstance(value, Mapping)]
    kind = "string"
    inner: list[Mapping[str, Any]] = []
    if lists and depth < _MAX_DEPTH:
        kind = "list"
        inner = [item for each in lists for item in each if isinstance(item, Mapping)]
    elif objects and depth < _MAX_DEPTH:
        kind, inner = "object", objects
    elif values:
        kind = scalar_type(name, values)
    fields = [
        _field(key, [each[key] for each in inner if each.get(key) is not None], depth + 1)
        for key in _keys(inner)
    ]
    if kind == "object" and not fields:
        kind = "string"  # an object that is always empty gives no information
    return Field(name=name, type=kind, label=humanise(name), fields=tuple(fields))


def _are_icon_names(name: str, texts: Sequence[str]) -> bool:
    """Whether these texts name icons of a library, not files."""
    return name == "icon" and bool(texts) and all(role_of("", text) == "icon" for text in texts)


def scalar_type(name: str, values: Sequence[Any]) -> str:
    """Infer the type of a field from its name and its values."""
    for kind, types in _KINDS:
        if values and all(isinstance(value, types) for value in values):
            return kind
    texts = [value for value in values if isinstance(value, str)]
    if texts and all(_COLOUR.fullmatch(text) for text in texts):
        return "color"
    if texts and all(is_image_address(text) for text in texts):
        return "image"
    if name in _IMAGE_NAMES and not _are_icon_names(name, texts):
        return "image"
    if name in LINKS:
        return "link"
    if name in RICH_TEXTS:
        return "markdown"
    return (
        "text"
        if any("\n" in t or (len(t) > _MIN_LONG_TEXT and " " in t) for t in texts)
        else "string"
    )
