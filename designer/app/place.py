"""From a path that a person gives to a page and its site."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from designer import bundled
from designer.document import read_page
from designer.errors import SchemaError, SourceError
from designer.render import Scope
from designer.schema import BlockType, fitting_type, load_types
from designer.site import Family, Signs, Site, block_types, default_theme, family_of


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
    def files(self) -> tuple[Path, Path | None, Path | None]:
        """The files of page, global document and theme document."""
        return self.page, self.site_file, self.theme_file

    @property
    def site_file(self) -> Path | None:
        """The global document, if there is one."""
        return self.site.global_file if self.site else None

    @property
    def theme_file(self) -> Path | None:
        """The document with the theme, where it is one of its own."""
        return self.site.theme_file if self.site else None

    def family(self, page: Mapping[str, Any]) -> Family:
        """The kind of site that this page's data belongs to."""
        if self.site is not None:
            return self.site.family(page)
        blocks = page.get("blocks")
        listed = blocks if isinstance(blocks, list) else []
        return family_of(Signs({}, types=block_types(listed), page_keys=page.keys(), blocks=listed))

    def types(self, family: Family) -> tuple[dict[str, BlockType], list[str]]:
        """The block types that can be drawn, and a sentence for each that is broken."""
        ours = bundled.folder("templates") / family.generation
        folders = [ours, *(self.site.block_folders() if self.site else ())]
        errors: list[SchemaError] = []
        types = load_types(folders, errors)
        fitting = {name: fitting_type(kind, family.axes) for name, kind in types.items()}
        return fitting, [str(error) for error in errors]

    def offered(self, types: Mapping[str, BlockType], family: Family) -> list[BlockType]:
        """Those of the block types that the site knows, so that a person can add them.

        A site knows the types of its schema and those that it brings; without a schema those of
        its variant.
        """
        own = self.site.block_folders() if self.site else ()
        schema = self.site.schema_types if self.site else set()
        known = schema or set(family.axes.get("types", types))
        return [kind for name, kind in types.items() if name in known or kind.folder.parent in own]

    @property
    def route(self) -> str:
        """Where the site shows the page: ``/`` for the home page."""
        return self.site.route(self.page) if self.site else "/"

    def scope(self, page: Mapping[str, Any]) -> Scope:
        """The page's data with those of the site's documents.

        Raises:
            SourceError: One of them cannot be read.
        """
        site, theme = (
            read_page(file)[0].data if file else None for file in (self.site_file, self.theme_file)
        )
        return Scope(page, default_theme() if site is None else site, theme or {}, self.route)
