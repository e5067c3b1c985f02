"""The parts of a site other than the blocks of its pages: header, theme and page.

In family 1 the global document holds header and theme; in family 2 the theme is a separate
document.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from designer.schema.block_type import BlockType, fitting_type
from designer.schema.block_yaml import frame_type, page_type, theme_type

_THEME_KEYS = frozenset({"colors", "fonts", "sizeLeading", "buttons", "links", "desktopWidth"})
"""The keys of a global document that belong to the theme, if the theme is not separate."""


@dataclass(frozen=True, eq=False)
class SiteParts:
    """The descriptions of a site's parts.

    Attributes:
        header: The global document without theme and footer.
        page: A page without its blocks; None without a description.
        theme: The theme, in any document; None without a description.
        own_theme: Whether the theme is a separate document.
    """

    header: BlockType
    page: BlockType | None
    theme: BlockType | None
    own_theme: bool

    def in_theme(self, key: str) -> bool:
        """Return whether a key of the global document belongs to the theme."""
        return self.theme is not None and not self.own_theme and key in _THEME_KEYS


def site_parts(frame_folder: Path, axes: Mapping[str, Any]) -> SiteParts:
    """Return the parts of the sites of a variant.

    Args:
        frame_folder: The frame folder of the family, ``templates/_NAME``.
        axes: The axes of the variant.
    """
    whole, page, own = frame_type(frame_folder), page_type(frame_folder), theme_type(frame_folder)
    theme = _part(whole, theme=True) if own is None else own
    described = bool(theme.fields or theme.slots)
    header = _part(whole, theme=False) if own is None else whole
    return SiteParts(
        header=fitting_type(header, axes),
        page=fitting_type(page, axes) if page else None,
        theme=fitting_type(theme, axes) if described else None,
        own_theme=own is not None,
    )


def _part(whole: BlockType, *, theme: bool) -> BlockType:
    """Return the theme's part of a global document, or the rest."""
    return replace(
        whole,
        fields=tuple(f for f in whole.fields if (f.name in _THEME_KEYS) is theme),
        slots=tuple(s for s in whole.slots if (s.path[0] in _THEME_KEYS) is theme),
    )
