"""What the fields know of the site around the page: handed down by the window."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


def _no_anchors() -> Sequence[str]:
    return ()


def _no_file(_address: str) -> Path | None:
    return None


def _no_data(_address: str) -> bytes | None:
    return None


@dataclass(frozen=True)
class Surroundings:
    """The site around a page.

    Attributes:
        pages: Route and title of every page.
        anchors: Gives the ids to which links of this page can jump.
        file: Gives the file that an address of this site means, None when there is none.
        kept: Gives what is kept of a file from the web, None when it is not here.
        words: Gives how often the site's pages have a word that may be a class.
        address: Where the site shows this page.
        has_site: Whether the page belongs to a site, so that its addresses can be looked up.
    """

    pages: tuple[tuple[str, str], ...] = ()
    anchors: Callable[[], Sequence[str]] = _no_anchors
    file: Callable[[str], Path | None] = _no_file
    kept: Callable[[str], bytes | None] = _no_data
    words: Callable[[], Mapping[str, int]] = dict
    address: str = ""
    has_site: bool = False
