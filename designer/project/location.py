"""The location of a page: its file, and the site that it belongs to."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from designer.errors import SourceError
from designer.site import Site, public_folder


@dataclass(frozen=True)
class PageLocation:
    """A page, and the site whose theme and block types it is shown with.

    Attributes:
        page: The file of the page.
        site: The site of the page, or None for a page that belongs to none.
    """

    page: Path
    site: Site | None

    @classmethod
    def find(cls, target: Path, site_folder: Path | None = None) -> PageLocation:
        """Find the page and the site for a path.

        Args:
            target: A page, or the folder of a site, which means its home page.
            site_folder: The site, for a page outside of its folder.

        Raises:
            SourceError: There is no such file, or no page in the folder.
        """
        target = Path(target).expanduser().absolute()
        if not target.exists():
            raise SourceError(f"There is no file {target}; nothing was changed.")
        if site_folder is not None:
            folder = Path(site_folder).expanduser().absolute()
            if not folder.is_dir():
                raise SourceError(f"There is no folder {folder}; choose the folder of a site.")
            site: Site | None = Site.open(folder)
        else:
            site = Site.find(target)
        if not target.is_dir():
            return cls(target, site)
        site = site or Site.open(target)
        home = site.home
        if home is None:
            raise SourceError(f"The folder {target} holds no page (a file ending in .md).")
        return cls(home, site)

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

    def media(self, address: str) -> Path | None:
        """Return the file in the public folder for an address; None when there is none."""
        return self.site.media(address) if self.site else None

    def relative(self, file: Path) -> str:
        """Return a file's path relative to the site; the absolute path of a file outside it."""
        root = self.root or self.page.parent
        return file.relative_to(root).as_posix() if file.is_relative_to(root) else str(file)
