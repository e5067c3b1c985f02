"""Values that the themes of g1 and g2 share: colour names, fonts, and escaped CSS values."""

from __future__ import annotations

import re
from typing import Final

from designer.families.template_values import UNDEFINED, text, word

COLORS: Final = {
    "primary": "primary",
    "accent1": "accent1",
    "accent2": "accent2",
    "accent3": "accent3",
    "accent4": "accent4",
    "white": "white",
    "black": "black",
    "gray-light": "grayLight",
    "gray": "gray",
    "gray-dark": "grayDark",
}
"""The colours of every theme: name of the class and variable → key in the document."""

INSTALLED: Final = frozenset(
    {
        "Arial",
        "Courier",
        "Geneva",
        "Georgia",
        "Helvetica",
        "Impact",
        "Lucida Console",
        "Lucida Grande",
        "Monaco",
        "Palatino",
        "Tahoma",
        "Times New Roman",
        "Verdana",
        "Suisse Intl",
    }
)
"""Fonts that need no download: those of operating systems, and one that the family's sites host."""

_FONT = re.compile(r"""--font\d: ([^;,]+), sans-serif|font-family:\s*"([^"]+)\"""")
_UNSAFE = re.compile(r"""[<>{};"'*\[\]\\\x00-\x1f]""")
_PAIR = re.compile(r"\([^()]*\)")


def css_value(value: object) -> str:
    """Return a theme value as text that is safe as the value of a CSS declaration.

    Characters that could end the declaration, the rule or the ``<style>`` element are removed, and
    all parentheses if they are not balanced.
    """
    shown = _UNSAFE.sub("", word(value if value is UNDEFINED else text(value)))
    rest, count = shown, 1
    while count:
        rest, count = _PAIR.subn("", rest)
    return re.sub(r"[()]", "", shown) if "(" in rest or ")" in rest else shown


def theme_fonts(css: str) -> list[str]:
    """Return the fonts in a theme's CSS, without duplicates."""
    names = (match[1] or match[2] for match in _FONT.finditer(css))
    return [name for name in dict.fromkeys(names) if name not in {"null", "undefined"}]
