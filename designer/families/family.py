"""The record of a family of sites, and of a variant within a family."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from designer.families.render_scope import Scope
from designer.families.signs import Signs
from designer.markdown import Dialect
from designer.schema import SiteParts, site_parts

Axes = Mapping[str, Any]
"""The differences between the variants of a family: axis → value, from the variants file."""


@dataclass(frozen=True)
class Theme:
    """Turns the theme of a family's sites into CSS.

    Attributes:
        css: The variables and rules that precede Tailwind's base styles.
        site_css: The rules between Tailwind's base styles and its utilities.
        font_links: The addresses of the style sheets with the theme's web fonts.
        text_kinds: Class → label of the kinds of text that a theme document defines.
        button_kinds: Name → label of the buttons that a theme document defines.
    """

    css: Callable[[Scope, Axes], str]
    site_css: Callable[[Axes], str]
    font_links: Callable[[Scope], tuple[str, ...]]
    text_kinds: Callable[[Mapping[str, Any]], dict[str, str]]
    button_kinds: Callable[[Mapping[str, Any]], dict[str, str]]


@dataclass(frozen=True, eq=False, kw_only=True)
class Family:
    """A family of sites: everything that its sites share and other sites lack.

    Attributes:
        name: The name of the family; templates find its frame under ``_NAME``.
        types_folder: The folder with the family's block types; None when it has none.
        frame_folder: The folder with the templates and descriptions of header, footer and page.
        variants_file: The YAML file with the variants of the family and their axes.
        matches: Whether a site with these signs belongs to the family.
        theme: Converts the theme to CSS.
        dialects: The Markdown dialects of its sites; a variant's axis ``markdown`` names one.
        class_rules: The functions that its templates may call, besides the shared ones.
    """

    name: str
    types_folder: Path | None
    frame_folder: Path
    variants_file: Path
    matches: Callable[[Signs], bool]
    theme: Theme
    dialects: Sequence[Dialect]
    class_rules: Sequence[Callable[..., Any]]


@dataclass(frozen=True)
class Variant:
    """A kind of site: a family and the values of its axes.

    Attributes:
        family: The family.
        name: The name of the variant in the family's variants file.
        axes: The value of every axis.
    """

    family: Family
    name: str
    axes: Axes = field(hash=False)

    @property
    def dialect(self) -> Dialect:
        """The Markdown dialect of the sites of this variant."""
        name = self.axes["markdown"]
        return next(each for each in self.family.dialects if each.name == name)

    @cached_property
    def site_parts(self) -> SiteParts:
        """The descriptions of the site content besides the blocks of pages."""
        return site_parts(self.family.frame_folder, self.axes)

    def theme_css(self, scope: Scope) -> str:
        """The variables and rules that precede Tailwind's base styles."""
        return self.family.theme.css(scope, self.axes)

    @property
    def site_css(self) -> str:
        """The rules of the site's own style sheet, between Tailwind's base and its utilities."""
        return self.family.theme.site_css(self.axes)

    def font_links(self, scope: Scope) -> tuple[str, ...]:
        """The addresses of the style sheets with the theme's web fonts."""
        return self.family.theme.font_links(scope)
