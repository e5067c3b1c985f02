"""The theme as CSS: which styles a page of a kind of site has besides Tailwind's."""

from __future__ import annotations

from designer.render import theme_g1, theme_g2
from designer.render.renderer import Scope
from designer.site import Family


def theme_css(scope: Scope, family: Family) -> str:
    """The variables and rules that stand before Tailwind's base styles."""
    if family.generation == "g2":
        return theme_g2.theme_css(scope.theme, scope.page, family.axes)
    return theme_g1.theme_css(scope.site, family.axes)


def site_css(family: Family) -> str:
    """The rules of the site's own style sheet, between Tailwind's base styles and its utilities."""
    return "" if family.generation == "g2" else theme_g1.site_css(family.axes)


def font_links(scope: Scope, family: Family) -> tuple[str, ...]:
    """The addresses of the style sheets with the theme's web fonts."""
    if family.generation == "g2":
        return theme_g2.font_links(scope.theme)
    link = theme_g1.fonts_link(scope.site)
    return () if link is None else (link,)
