"""The signs of the family tina."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from designer.families.signs import Signs
from designer.families.tina.class_rules import COLOURS

_CORE: Final = frozenset({"hero", "features", "content", "testimonial"})
_TYPES: Final = _CORE | {"callout", "cta", "stats", "video", "split", "mermaid"}
_BLOCK_KEYS: Final = frozenset({"headline", "actions", "items"})
"""Keys that pages of the starter have whatever their year."""

_MARKING_KEYS: Final = (
    frozenset({"stats", "stat"}),
    frozenset({"testimonials", "quote", "author"}),
    frozenset({"tagline", "quote", "author"}),
)
"""Sets of keys that a page of the starter has, and other sites hardly ever together."""

_OTHER_FAMILIES: Final = frozenset({"tailwind", "headlineStyles", "cardStyle", "buttonsLayout"})


def matches(signs: Signs) -> bool:
    """Whether a site belongs to the family tina.

    At least two types of blocks are the starter's. Besides, the global document has the starter's
    theme, or the blocks have its keys: other sites have a ``hero`` too, with other fields.
    """
    if isinstance(signs.site.get("colors"), Mapping) or isinstance(signs.site.get("theme"), str):
        return False  # the families g1 and g2
    types = set(signs.types)
    if len(types & _CORE) < 2 or _OTHER_FAMILIES & set(signs.keys):
        return False
    return _has_theme(signs.site) or _has_blocks(types, set(signs.keys))


def _has_theme(site: Mapping[str, object]) -> bool:
    """Whether a global document has header and theme as the starter has them."""
    theme, header = site.get("theme"), site.get("header")
    if not isinstance(theme, Mapping) or not isinstance(header, Mapping):
        return False
    named = theme.get("color") in COLOURS and "nav" in header
    return named and ("darkMode" in theme or "font" in theme)


def _has_blocks(types: set[str], keys: set[str]) -> bool:
    """Whether most types and the keys of the pages are those of the starter."""
    known = types & _TYPES
    return (
        len(known) >= 4
        and 2 * len(known) > len(types)
        and keys >= _BLOCK_KEYS
        and any(keys >= marking for marking in _MARKING_KEYS)
    )
