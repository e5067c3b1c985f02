"""The theme as CSS: which styles a page of a kind of site has besides Tailwind's."""

from __future__ import annotations

import re

from designer.render import theme_g1, theme_g2
from designer.render.renderer import Scope
from designer.site import PLAIN, Family

_FAMILY = re.compile(r"""--font\d: ([^;,]+), sans-serif|font-family:\s*"([^"]+)\"""")


def font_families(css: str) -> list[str]:
    """The fonts that a theme's CSS asks for, each once."""
    names = (match[1] or match[2] for match in _FAMILY.finditer(css))
    return [name for name in dict.fromkeys(names) if name not in {"null", "undefined"}]


def theme_css(scope: Scope, family: Family) -> str:
    """The variables and rules that stand before Tailwind's base styles."""
    if family.generation == PLAIN:
        return ""
    if family.generation == "g2":
        return theme_g2.theme_css(scope.theme, scope.page, family.axes)
    return theme_g1.theme_css(scope.site, family.axes)


def site_css(family: Family) -> str:
    """The rules of the site's own style sheet, between Tailwind's base styles and its utilities."""
    return theme_g1.site_css(family.axes) if family.generation == "g1" else ""


def font_links(scope: Scope, family: Family) -> tuple[str, ...]:
    """The addresses of the style sheets with the theme's web fonts."""
    if family.generation == PLAIN:
        return ()
    if family.generation == "g2":
        return theme_g2.font_links(scope.theme)
    link = theme_g1.fonts_link(scope.site)
    return () if link is None else (link,)
