"""Rules of the family tina that its templates call."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from designer.families.template_values import Record, raw_value, text

COLOURS: Final = frozenset(
    {"blue", "teal", "green", "red", "pink", "purple", "orange", "yellow", "white"}
)
"""The names of colours in the starter's documents; most are those of Tailwind's palette."""

_DEFAULT_COLOUR = "blue"
_BACKGROUND = re.compile(r"bg-(?P<name>[a-z]+(-\d+)?)(/(?P<share>\d{1,3}))?")


def theme_colour(name: object, theme: object = None) -> str:
    """Return a colour's name for classes; ``primary`` and unknown names are the theme's colour."""
    for each in (name, theme):
        if isinstance(each, str) and each in COLOURS:
            return each
    return _DEFAULT_COLOUR


def action_icon(action: Record) -> str:
    """Return which icon a button has: ``arrow``, ``glyph`` for a named one, or ''.

    Older sites write whether there is an arrow, newer ones the name of an icon.
    """
    icon = raw_value(action, "icon")
    if isinstance(icon, bool):
        return "arrow" if icon else ""
    name = icon.get("name") if isinstance(icon, Mapping) else icon
    return "glyph" if text(name) else ""


def initials(name: object) -> str:
    """Return the first letters of the words of a name."""
    return "".join(word[0] for word in (text(name) or "").split())


def rooted(address: object) -> str:
    """Return the address of an entry of the navigation; older sites write it without a slash."""
    link = text(address) or ""
    return link if link.startswith(("/", "#")) or ":" in link else f"/{link}"


def fade_colour(background: object) -> str:
    """Return the colour into which the picture of a hero fades: that of its background, or ''."""
    found = _BACKGROUND.fullmatch(background) if isinstance(background, str) else None
    if found is None:
        return ""
    share = found["share"] or "100"
    return f"color-mix(in oklab,var(--color-{found['name']}) {share}%,transparent)"


RULES: Final = (theme_colour, action_icon, fade_colour, initials, rooted)
