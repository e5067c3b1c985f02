"""The theme as CSS: which styles a page of a kind of site has besides Tailwind's."""

from __future__ import annotations

from designer.render import theme_g1
from designer.render.renderer import Scope
from designer.site import Family


def theme_css(scope: Scope, family: Family) -> str:
    """The variables and rules that stand before Tailwind's base styles."""
    return theme_g1.theme_css(scope.site, family.axes)


def site_css(family: Family) -> str:
    """The rules of the site's own style sheet, between Tailwind's base styles and its utilities."""
    return theme_g1.site_css(family.axes)


def fonts_link(scope: Scope, family: Family) -> str | None:
    """The address of the style sheet with the theme's web fonts, None when it needs none."""
    return theme_g1.fonts_link(scope.site)
