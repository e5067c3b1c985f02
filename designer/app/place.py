"""From a path that a person gives to a page and its site."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from designer import bundled
from designer.document import Page, read_page
from designer.errors import SchemaError, SourceError
from designer.render import Renderer
from designer.schema import BlockType, load_types
from designer.site import Site


@dataclass(frozen=True)
class Place:
    """A page, and the site whose theme and block types it is shown with.

    Attributes:
        page: The page's file.
        site: Its site, or None for a page that belongs to none.
    """

    page: Path
    site: Site | None

    @classmethod
    def find(cls, target: Path, site_folder: Path | None = None) -> Place:
        """Find the page and the site meant by a page or a folder.

        Args:
            target: A page, or the folder of a site (its home page is meant then).
            site_folder: The site, for a page that lies elsewhere.

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
    def site_file(self) -> Path | None:
        """The document with theme, header and footer, if there is one."""
        return self.site.theme_file if self.site else None

    def types(self) -> tuple[dict[str, BlockType], list[str]]:
        """The block types for this place, and a sentence for each that is broken."""
        folders = [bundled.folder("templates"), *(self.site.block_folders() if self.site else ())]
        errors: list[SchemaError] = []
        return load_types(folders, errors), [str(error) for error in errors]

    def renderer(self, *, marks: bool) -> Renderer:
        """A renderer with the block types of this place."""
        return Renderer(self.types()[0], marks=marks)

    def site_page(self) -> Page | None:
        """The site document's value.

        Raises:
            SourceError: It cannot be read.
        """
        file = self.site_file
        return read_page(file)[0] if file else None
