"""Infer block types without a description from existing blocks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from designer.document import Timestamp
from designer.schema.block_type import (
    DISCRIMINANTS,
    STYLE_GROUPS,
    BlockType,
    Field,
    Slot,
    type_name,
)
from designer.schema.content_roles import is_image_address, role_of
from designer.schema.naming import LINKS, humanise

RICH_TEXTS = frozenset({"body", "text", "content", "description", "answer", "quote", "summary"})
"""Names of fields that usually hold rich text."""

_IMAGE_NAMES = frozenset({"src", "image", "imageSrc", "photo", "picture", "logo", "icon", "avatar"})
_KINDS = (("boolean", bool), ("number", (int, float)), ("date", (date, Timestamp)))
_COLOUR = re.compile(r"#(?:[0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})")
_MIN_LONG_TEXT = 60  # minimum length in characters of a text that gets several lines
_MAX_DEPTH = 8


def infer_types(blocks: Iterable[object]) -> dict[str, BlockType]:
    """Infer types from blocks: every key of any block of a type becomes a field.

    Strings inside objects for styles become slots. Blocks without a type name are ignored.
    """
    groups: dict[str, list[Mapping[str, Any]]] = {}
    for block in blocks:
        if isinstance(block, Mapping) and (name := type_name(block)):
            groups.setdefault(name, []).append(block)
    return {name: _type(name, group) for name, group in groups.items()}


def _type(name: str, blocks: Sequence[Mapping[str, Any]]) -> BlockType:
    slots: list[Slot] = []
    for group in STYLE_GROUPS:
        keys = _keys([block[group] for block in blocks if isinstance(block.get(group), Mapping)])
        slots += [Slot((group, key), humanise(key), "") for key in keys]
    named = {key for block in blocks for key in DISCRIMINANTS if block.get(key) == name}
    fields = [
        _field(key, [block[key] for block in blocks if block.get(key) is not None], 0)
        for key in _keys(blocks)
        if key not in STYLE_GROUPS and key not in named
    ]
    return BlockType(name=name, label=humanise(name), fields=tuple(fields), slots=tuple(slots))


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
