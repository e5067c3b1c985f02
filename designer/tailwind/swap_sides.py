"""Swaps image and text of a block: one word of its layout string sets the direction."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from designer.tailwind.class_list import replace_word, words

PATHS: Final = (("style", "alignment"), ("tailwind", "wrap"))
"""The paths of strings that lay out image and text."""

_OPPOSITE = {
    "flex-row": "flex-row-reverse",
    "flex-row-reverse": "flex-row",
    "flex-col": "flex-col-reverse",
    "flex-col-reverse": "flex-col",
}


def swapped(block: Mapping[str, Any]) -> tuple[tuple[str, ...], str] | None:
    """Return the path and the new string that swap image and text of a block.

    None for a block without a direction word. A string with ``flex`` and no direction is a row, as
    in the browser.
    """
    for path in PATHS:
        value: Any = block
        for key in path:
            value = value.get(key) if isinstance(value, Mapping) else None
        tokens = words(value) if isinstance(value, str) else []
        for place, token in enumerate(tokens):
            if token in _OPPOSITE:
                return path, replace_word(value, place, _OPPOSITE[token])
        if "flex" in tokens:
            return path, replace_word(value, tokens.index("flex"), "flex flex-row-reverse")
    return None
