"""Which side of a block its picture is on: told by one word of the string that arranges it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from designer.tailwind.class_list import put, words

PATHS: Final = (("style", "alignment"), ("tailwind", "wrap"))
"""Where the string lies that arranges picture and text."""

_OTHER = {
    "flex-row": "flex-row-reverse",
    "flex-row-reverse": "flex-row",
    "flex-col": "flex-col-reverse",
    "flex-col-reverse": "flex-col",
}


def swapped(block: Mapping[str, Any]) -> tuple[tuple[str, ...], str] | None:
    """The path and the string that put picture and text of a block in each other's place.

    None for a block that does not stand side by side, or one above the other, by such a word. A
    string with ``flex`` and no direction is a row, as in the browser.
    """
    for path in PATHS:
        value: Any = block
        for key in path:
            value = value.get(key) if isinstance(value, Mapping) else None
        tokens = words(value) if isinstance(value, str) else []
        for place, token in enumerate(tokens):
            if token in _OTHER:
                return path, put(value, place, _OTHER[token])
        if "flex" in tokens:
            return path, put(value, tokens.index("flex"), "flex flex-row-reverse")
    return None
