"""The layout of a site: where its pages lie, which they are, and their addresses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from designer.site.page_files import PageFolder, pages_in
from designer.site.page_sources import page_folders
from designer.site.routes import PageRoute, language_of, page_route
from designer.site.site_kinds import site_kinds
from designer.site.site_setup import SiteSetup, site_setup

_LAST = 1_000


@dataclass(frozen=True)
class SiteLayout:
    """Where the pages of a site lie.

    Attributes:
        setup: The kind of the site and its configuration.
        folders: The folders that hold pages.
    """

    setup: SiteSetup
    folders: tuple[PageFolder, ...]

    @classmethod
    def of(cls, root: Path, chosen: Path | None = None) -> SiteLayout:
        """Find the layout of a site; looks into folders until each has shown a page.

        Args:
            root: The folder of the site.
            chosen: The folder of pages that the user chose, or None.
        """
        setup = site_setup(root)
        return cls(setup, page_folders(setup, chosen))

    @property
    def is_certain(self) -> bool:
        """Whether the pages are where a site has them; others only lie somewhere in the folder."""
        last = site_kinds().everywhere[-1]
        if any(each.rule not in last or not each.is_root for each in self.folders):
            return next(self.walk(), None) is not None
        return any(page.parent == self.setup.root for page in self.walk())

    def files(self) -> tuple[Path, ...]:
        """List the files of all pages, folder by folder in the order of their paths."""
        return tuple(dict.fromkeys(self.walk()))

    def walk(self) -> Iterator[Path]:
        """Yield the files of all pages in the order of ``files``, some of them repeatedly."""
        by_path = {str(each.path): each for each in self.folders}
        for folder in self.folders:
            yield from pages_in(folder, by_path)

    def route(self, page: Path) -> PageRoute:
        """Return the address of a page."""
        setup = self.setup
        return page_route(page, self.folders, setup.generator.routes, setup.default_language)

    def most_like_home(self, routes: dict[Path, PageRoute]) -> Path:
        """Return the page to open first on a site without a home page.

        Args:
            routes: The addresses of all pages, in the order of the list of pages.
        """
        return min(routes, key=lambda file: self._distance(routes[file]))

    def _distance(self, found: PageRoute) -> int:
        """Return how unlike a home page a page is."""
        last = found.route.strip("/")
        if language_of(last):
            return 1 if last.lower() == self.setup.default_language else 2
        if last.lower() in site_kinds().home_names:
            return 3
        is_last = last.rpartition("/")[2].lower() in site_kinds().never_home
        return 4 + last.count("/") + (_LAST if is_last else 0)
