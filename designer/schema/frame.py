"""The documents of a whole site in two parts: what frames its pages, and its theme.

In the first generation the global document holds both (BLOCKS §4); in the second one the theme is
a document of its own.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from designer.schema.model import BlockType
from designer.schema.reader import frame_type, theme_type

_THEME_KEYS = frozenset({"colors", "fonts", "sizeLeading", "buttons", "links", "desktopWidth"})
"""What of a global document is the theme, where that is no document of its own."""


@cache
def has_theme_document(generation: str) -> bool:
    """Whether sites of this generation keep their theme in a document of its own."""
    return bool(generation) and theme_type(generation) is not None


def in_theme(key: str, generation: str) -> bool:
    """Whether a key of the global document belongs to the theme."""
    return key in _THEME_KEYS and not has_theme_document(generation)


@cache
def header_part(generation: str) -> BlockType:
    """What the global document holds besides the theme, in words."""
    whole = frame_type(generation)
    return _part(whole, generation, theme=False)


@cache
def theme_part(generation: str) -> BlockType | None:
    """What the theme holds, wherever it lies, in words; None when nobody describes it."""
    own = theme_type(generation)
    if own is not None:
        return own
    part = _part(frame_type(generation), generation, theme=True)
    described = bool(part.fields or part.slots)
    return replace(part, label="Theme") if described else None


def _part(whole: BlockType, generation: str, *, theme: bool) -> BlockType:
    return replace(
        whole,
        fields=tuple(f for f in whole.fields if in_theme(f.name, generation) is theme),
        slots=tuple(s for s in whole.slots if in_theme(s.path[0], generation) is theme),
    )
