"""Names of list items, and the values of new list items."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from designer.schema import TITLES, Field
from designer.schema.content_roles import (
    is_common_type_name,
    is_image_address,
    is_number_like,
    is_type_key,
    role_of,
)
from designer.schema.outline import own_title

_NAMES = (*TITLES, "subhead", "text", "body", "quote", "alt")
_FILES = ("src", "image", "imageSrc", "url")
_SHOWN_ROLES = frozenset({"label", "subhead", "text", "fact", "figure", "button"})
_MARKS = re.compile(r"\]\([^)]*\)|[*`#>\[\]]|^\s*[-+]\s+")
_WORDS = 60
_MAX_KEYS_OF_FIGURE = 3
_TEXTS = frozenset({"string", "text", "markdown", "link", "image"})


def item_names(items: Sequence[Any], kind: str) -> list[str]:
    """Return the names of list items: their first words, and more where these are the same.

    Args:
        items: The values of the items.
        kind: The name of one item, which with its number names an item without words.
    """
    names = [_item_name(item, number, kind) for number, item in enumerate(items, start=1)]
    counts = Counter(names)
    for index, item in enumerate(items):
        if counts[names[index]] > 1 and isinstance(item, Mapping):
            more = next((text for text in _texts(item) if text not in names[index]), "")
            names[index] = f"{names[index]} · {more}"[:_WORDS] if more else names[index]
    return names


def _item_name(item: Any, number: int, kind: str) -> str:
    """Return an item's first words, the file name of its image, or its kind and number."""
    if isinstance(item, list):
        words = next((text for cell in item if (text := _words_of(cell))), "")
        return words or f"{kind} {number}"
    if isinstance(item, Mapping):
        words = next((text for key in _NAMES if (text := _words_of(item.get(key)))), "")
        words = words or _plain(own_title(item))
        texts = _texts(item)
        if texts and is_number_like(texts[0]) and texts[0] != words:
            more = words or next(iter(texts[1:]), "")
            return f"{texts[0]} {more}".strip()[:_WORDS]
        if words or texts:
            return words or texts[0]
        return _file_name(item) or f"{kind} {number}"
    return f"{kind} {number}"


def _texts(item: Mapping[str, Any]) -> list[str]:
    """Return the texts of an item that a page shows, in the order of the file."""
    found = []
    for key, value in item.items():
        name = str(key)
        is_said = role_of(name, value) in _SHOWN_ROLES or role_of(name, value) == "heading"
        if is_type_key(name) and isinstance(value, str) and len(item) <= _MAX_KEYS_OF_FIGURE:
            is_said = not is_common_type_name(value)
        if is_said and not isinstance(value, bool) and (text := _words_of(value)):
            found.append(text)
    return found


def _words_of(value: object) -> str:
    """Return the first words of a text or a number; '' for anything else."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    return _plain(value) if isinstance(value, str) else ""


def _file_name(item: Mapping[str, Any]) -> str:
    """Return the file name of an item's image, or ''."""
    groups = [value for value in item.values() if isinstance(value, Mapping)]
    for holder in (item, *groups):
        for key in _FILES:
            value = holder.get(key)
            if isinstance(value, str) and (key != "url" or is_image_address(value)):
                name = value.strip().rstrip("/").rpartition("/")[2]
                if name:
                    return name
    return ""


def fresh_item(field: Field, default: Any) -> Any:
    """Return a new list item from the defaults of the list, else from those of its fields.

    Args:
        field: The list.
        default: The value of this list in a new block, if it is known.
    """
    for given in (field.default, default):
        if isinstance(given, list) and given:
            return given[0]
        if isinstance(given, Mapping) and given:
            return given
    if field.variants:
        first = field.variants[0]
        return {field.type_key: first.name, **first.defaults}
    if not field.fields:
        return ""
    defaults = {f.name: f.default for f in field.fields if f.default is not None}
    if defaults:
        return defaults
    text = next((f.name for f in field.fields if f.type in _TEXTS), None)
    return {} if text is None else {text: ""}


def item_like(items: Sequence[Any]) -> Any:
    """Return a new item with the string keys of the last item, all empty."""
    if items and isinstance(items[-1], dict):
        return {key: "" for key, value in items[-1].items() if isinstance(value, str)}
    return ""


def _plain(text: str) -> str:
    """Return the first words of a text without Markdown syntax."""
    line = next((line for line in text.splitlines() if line.strip()), "")
    return " ".join(_MARKS.sub(" ", line).split())[:_WORDS]
