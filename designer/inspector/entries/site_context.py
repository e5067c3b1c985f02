"""What the fields of the inspector know about the site around the page."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from designer.editor import Editor, Role
from designer.project import OpenSite

KeptFile = Callable[[str], bytes | None]
"""Gives the data of a file from the web that is cached on disk; None when it is not cached."""


def no_kept_file(_address: str) -> bytes | None:
    """Give no file from the web."""
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
        anchors: Gives the ids that links of this page can jump to.
        file: Finds the file that an address of this site means, None when there is none.
        kept: Gives the data of a cached file from the web.
        words: Gives how often the pages have each word that may be a class.
        address: The web address of this page.
        has_site: Whether the page belongs to a site, so that its addresses can be looked up.
    """

    pages: tuple[tuple[str, str], ...] = ()
    anchors: Callable[[], Sequence[str]] = _no_anchors
    file: Callable[[str], Path | None] = _no_file
    kept: KeptFile = no_kept_file
    words: Callable[[], Mapping[str, int]] = dict
    address: str = ""
    has_site: bool = False


def site_context(open_site: OpenSite, editor: Editor, kept: KeptFile) -> SiteContext:
    """The site around the open page.

    Args:
        open_site: What is open.
        editor: The open documents.
        kept: Gives the data of a cached file from the web.
    """
    site = editor.page(Role.SITE)
    host = str(site.data.get("siteUrl") or "") if site else ""
    host = host.removeprefix("https://").removeprefix("http://").rstrip("/")
    has_site = open_site.location.site is not None

    def anchors() -> list[str]:
        page = editor.page()
        blocks = page.blocks if page else ()
        return [each.id for each in open_site.renderer.anchors(block.data for block in blocks)]

    return SiteContext(
        pages=tuple((entry.route, entry.title) for entry in open_site.pages if has_site),
        anchors=anchors,
        file=open_site.media,
        kept=kept,
        words=cache(open_site.class_counts) if has_site else dict,
        address=(host or open_site.site_name) + open_site.route,
        has_site=has_site,
    )
