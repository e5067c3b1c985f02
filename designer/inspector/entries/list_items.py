"""Names of list items, and the values of new list items."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from designer.schema import TITLES, Field

_NAMES = (*TITLES, "subhead", "text", "body", "quote", "alt")
_FILES = ("src", "image", "imageSrc")
_MARKS = re.compile(r"\]\([^)]*\)|[*`#>\[\]]|^\s*[-+]\s+")
_WORDS = 60
_TEXTS = frozenset({"string", "text", "markdown", "link", "image"})


def item_name(item: Any, number: int, kind: str) -> str:
    """Return an item's first words, the file name of its image, or its kind and number."""
    if isinstance(item, Mapping):
        for key in _NAMES:
            if isinstance(item.get(key), str) and (words := _plain(item[key])):
                return words
        picture = item.get("image")
        for holder in (item, picture if isinstance(picture, Mapping) else {}):
            for key in _FILES:
                if isinstance(holder.get(key), str) and holder[key].strip():
                    return str(holder[key]).strip().rstrip("/").rpartition("/")[2]
    return f"{kind} {number}"


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
