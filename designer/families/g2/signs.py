"""The signs of the family g2."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from designer.families.signs import Signs


def matches(signs: Signs) -> bool:
    """Whether a site belongs to the family g2.

    The global document of such a site names a theme document. Without a global document the blocks
    of a page decide.
    """
    if isinstance(signs.site.get("theme"), str):
        return True
    has_first_theme = isinstance(signs.site.get("colors"), Mapping)
    return not has_first_theme and any(map(_has_family_form, signs.mappings))


def _has_family_form(block: Mapping[str, Any]) -> bool:
    """Whether the strings of a block have the form that controls of the family g2 write."""
    style, buttons = block.get("style"), block.get("buttons")
    style = style if isinstance(style, Mapping) else {}
    words = " ".join(str(value) for value in style.values()).split()
    if any(word.startswith("mg-") for word in words) or "buttonsLayout" in style:
        return True
    buttons = buttons if isinstance(buttons, list) else []
    return any(isinstance(button, Mapping) and "buttonStyle" in button for button in buttons)
