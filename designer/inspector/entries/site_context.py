"""The data about the site that fields of the inspector need."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from designer.editor import Editor, Role
from designer.project import OpenSite

CachedFile = Callable[[str], bytes | None]
"""Returns the data of a file from the web that is cached on disk; None if it is not cached."""


def no_cached_file(_address: str) -> bytes | None:
    """Return None: no file from the web is cached."""
    return None


def _no_anchors() -> Sequence[str]:
    return ()


def _no_file(_address: str) -> Path | None:
    return None


@dataclass(frozen=True)
class SiteContext:
    """The site around a page, as fields need it.

    Attributes:
        pages: Route and title of every page.
        anchors: Returns the ids that links of this page can target.
        file: Returns the file of an address of this site, None when there is none.
        cached: Returns the data of a cached file from the web.
        word_counts: Returns the number of uses in the pages of each word that may be a class.
        address: The web address of this page.
        has_site: Whether the page belongs to a site, so that addresses can be checked.
    """

    pages: tuple[tuple[str, str], ...] = ()
    anchors: Callable[[], Sequence[str]] = _no_anchors
    file: Callable[[str], Path | None] = _no_file
    cached: CachedFile = no_cached_file
    word_counts: Callable[[], Mapping[str, int]] = dict
    address: str = ""
    has_site: bool = False


def site_context(open_site: OpenSite, editor: Editor, cached: CachedFile) -> SiteContext:
    """Return the context of the open page.

    Args:
        open_site: The open site.
        editor: The open documents.
        cached: Returns the data of a cached file from the web.
    """
    site = editor.page(Role.SITE)
    host = str(site.data.get("siteUrl") or "") if site else ""
    host = host.removeprefix("https://").removeprefix("http://").rstrip("/")
    has_site = open_site.location.site is not None

    def anchors() -> list[str]:
        page = editor.page()
        blocks = page.blocks if page else ()
        return [each.id for each in open_site.renderer.anchors(blocks)]

    return SiteContext(
        pages=tuple((entry.route, entry.title) for entry in open_site.pages if has_site),
        anchors=anchors,
        file=open_site.media,
        cached=cached,
        word_counts=open_site.class_counts if has_site else dict,
        address=(host or open_site.site_name) + open_site.route,
        has_site=has_site,
    )
