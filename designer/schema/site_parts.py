"""The parts of a site other than the blocks of its pages: header, theme and page.

In the family ``g1`` the global document holds header and theme; in ``g2`` the theme is a separate
document.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from designer.schema.block_type import BlockType, type_for_variant
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
        has_theme_document: Whether the theme is a separate document.
    """

    header: BlockType
    page: BlockType | None
    theme: BlockType | None
    has_theme_document: bool

    def in_theme(self, key: str) -> bool:
        """Return whether a key of the global document belongs to the theme."""
        return self.theme is not None and not self.has_theme_document and key in _THEME_KEYS


def site_parts(frame_folder: Path, axes: Mapping[str, Any]) -> SiteParts:
    """Return the parts of the sites of a variant.

    Args:
        frame_folder: The frame folder of the family, ``templates/_NAME``.
        axes: The axes of the variant.
    """
    frame, page, own = frame_type(frame_folder), page_type(frame_folder), theme_type(frame_folder)
    theme = _split_part(frame, theme=True) if own is None else own
    described = bool(theme.fields or theme.slots)
    header = _split_part(frame, theme=False) if own is None else frame
    return SiteParts(
        header=type_for_variant(header, axes),
        page=type_for_variant(page, axes) if page else None,
        theme=type_for_variant(theme, axes) if described else None,
        has_theme_document=own is not None,
    )


def _split_part(frame: BlockType, *, theme: bool) -> BlockType:
    """Return the theme's part of a global document, or the rest."""
    return replace(
        frame,
        fields=tuple(f for f in frame.fields if (f.name in _THEME_KEYS) is theme),
        slots=tuple(s for s in frame.slots if (s.path[0] in _THEME_KEYS) is theme),
    )
