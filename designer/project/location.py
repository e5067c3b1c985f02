"""The location of a page: its file, and the site that it belongs to."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path
from typing import Final

from designer.document import read_page
from designer.errors import SourceError
from designer.site import PageSearch, Site, public_folder, search_texts, sites_below
from designer.site.file_state import exists, is_folder

ChosenFolder = Callable[[Path], Path | None]
"""Returns the folder of pages that the user chose for the site with this root, or None."""

_MAX_TRIED: Final = 200  # pages that are tried when the home page cannot be read


class NoPagesError(SourceError):
    """No page that can be read was found in a folder.

    Attributes:
        search: What was found instead.
    """

    def __init__(self, search: PageSearch) -> None:
        super().__init__(
            search.unread
            or f"“{search.folder.name}” has no pages that Frontispiece can find, and nothing was"
            " changed; open the folder in the window to choose the folder of pages, or name a page."
        )
        self.search = search


@dataclass(frozen=True)
class PageLocation:
    """A page, and the site whose theme and block types it is shown with.

    Attributes:
        page: The file of the page.
        site: The site of the page, or None for a page that belongs to none.
        passed_over: The reason why this page was chosen instead of the home page, or None.
    """

    page: Path
    site: Site | None
    passed_over: SourceError | None = field(default=None, compare=False)

    @classmethod
    def find(
        cls,
        target: Path,
        site_folder: Path | None = None,
        chosen: ChosenFolder = lambda _root: None,
    ) -> PageLocation:
        """Find the page and the site for a path.

        Args:
            target: A page, or the folder of a site, which means its home page; if that cannot be
                read, the next page that can.
            site_folder: The site, for a page outside of its folder.
            chosen: Returns the folder of pages that the user chose for a site.

        Raises:
            NoPagesError: There is no page in the folder, or none that can be read.
            SourceError: There is no such file, or the folder cannot be looked into.
        """
        target = Path(target).expanduser().absolute()
        if not exists(target):
            raise SourceError(f"There is no file {target}; nothing was changed.")
        if is_folder(target):
            _look_into(target)
        if site_folder is not None:
            folder = Path(site_folder).expanduser().absolute()
            if not is_folder(folder):
                raise SourceError(f"There is no folder {folder}; choose the folder of a site.")
            site: Site | None = Site.open(folder)
        else:
            site = Site.find(target)
        if not is_folder(target):
            return cls(target, site and _with_choice(site, chosen))
        unread = ""
        for each in _sites(site or Site.open(target), chosen):
            try:
                return cls._first_readable(each)
            except SourceError as error:
                unread = unread or str(error)
        site = _with_choice(site or Site.open(target), chosen)
        raise NoPagesError(search_texts(site.root, site.chosen or site.root, unread))

    @classmethod
    def _first_readable(cls, site: Site) -> PageLocation:
        """Return the first page of a site that can be read.

        Raises:
            SourceError: None can be read; the error is that of the first page. It has no text if
                there is no page.
        """
        first: SourceError | None = None
        for page in islice(site.pages_to_open(), _MAX_TRIED):
            try:
                read_page(page)
            except SourceError as error:
                first = first or error
            else:
                return cls(page, site, first)
        raise first or SourceError("")

    @property
    def root(self) -> Path | None:
        """The folder of the site; None for a page without a site."""
        return self.site.root if self.site else None

    @property
    def files(self) -> tuple[Path, Path | None, Path | None]:
        """The files of the page, of the global document and of the theme document."""
        return self.page, self.site_file, self.theme_file

    @property
    def site_file(self) -> Path | None:
        """The global document, if there is one."""
        return self.site.global_file if self.site else None

    @property
    def theme_file(self) -> Path | None:
        """The theme document, if the theme is a separate document."""
        return self.site.theme_file if self.site else None

    @property
    def public_folder(self) -> Path | None:
        """The folder whose files the site publishes."""
        return public_folder(self.site.root) if self.site else None

    @property
    def broken_configuration(self) -> tuple[SourceError, ...]:
        """The errors of the site's configuration files."""
        return tuple(self.site.broken_configuration.values()) if self.site else ()

    def media(self, address: str) -> Path | None:
        """Return the file for an address in the page; None when there is none."""
        return self.site.media(address, self.page) if self.site else None

    def served(self, address: str) -> Path | None:
        """Return the file for an address that the preview has made absolute; None without one."""
        return self.site.served(address, self.page) if self.site else None

    def relative(self, file: Path) -> str:
        """Return a file's path relative to the site; the absolute path of a file outside it."""
        root = self.root or self.page.parent
        return file.relative_to(root).as_posix() if file.is_relative_to(root) else str(file)


def _look_into(folder: Path) -> None:
    """Make sure that the user may read a folder.

    Raises:
        SourceError: The user is not allowed to.
    """
    try:
        os.scandir(folder).close()
    except PermissionError as error:
        raise SourceError(
            f"You are not allowed to look into {folder}; nothing was changed: choose another one."
        ) from error


def _sites(site: Site, chosen: ChosenFolder) -> Iterator[Site]:
    """Yield a site and the sites below its folder, the most likely first."""
    site = _with_choice(site, chosen)
    below = (_with_choice(Site.open(root), chosen) for root in sites_below(site.root))
    if site.layout().is_certain:
        yield site
        yield from below
    else:  # the folder may hold several sites, one of which is meant
        yield from below
        yield site


def _with_choice(site: Site, chosen: ChosenFolder) -> Site:
    """Return a site with the folder of pages that the user chose for it."""
    folder = chosen(site.root)
    return replace(site, chosen=folder) if folder is not None and is_folder(folder) else site
