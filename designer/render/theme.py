"""The theme as CSS: which styles a page of a kind of site has besides Tailwind's."""

from __future__ import annotations

import re

from designer.render import theme_g1
from designer.render.renderer import Scope
from designer.site import PLAIN, Family

_FAMILY = re.compile(r"""--font\d: ([^;,]+), sans-serif|font-family:\s*"([^"]+)\"""")


def font_families(css: str) -> list[str]:
    """The fonts that a theme's CSS asks for, each once."""
    names = (match[1] or match[2] for match in _FAMILY.finditer(css))
    return [name for name in dict.fromkeys(names) if name not in {"null", "undefined"}]


def theme_css(scope: Scope, family: Family) -> str:
    """The variables and rules that stand before Tailwind's base styles."""
    return "" if family.generation == PLAIN else theme_g1.theme_css(scope.site)


def site_css(family: Family) -> str:
    """The rules of the site's own style sheet, between Tailwind's base styles and its utilities."""
    return "" if family.generation == PLAIN else theme_g1.SITE_CSS


def fonts_link(scope: Scope, family: Family) -> str | None:
    """The address of the style sheet with the theme's web fonts, None when it needs none."""
    return None if family.generation == PLAIN else theme_g1.fonts_link(scope.site)
