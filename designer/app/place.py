"""From a path that a person gives to a page and its site."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from designer import bundled
from designer.document import Page, Value, read_page
from designer.errors import SchemaError, SourceError
from designer.render import Scope
from designer.schema import (
    BlockType,
    SavedBlock,
    blocks_key,
    compose,
    fitting_type,
    infer_types,
    load_saved,
    load_types,
    type_of,
)
from designer.site import (
    Family,
    Signs,
    Site,
    block_types,
    default_theme,
    family_of,
    public_folder,
)


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

    def list_key(self, data: Value) -> str | None:
        """The key of front matter under which the blocks lie: what the schema says counts most."""
        told = self.site.schema.list_keys if self.site and self.site.schema else ()
        return blocks_key(data, (*told, "blocks"))

    def family(self, page: Page) -> Family:
        """The kind of site that this page belongs to."""
        blocks = [block.data for block in page.blocks]
        if self.site is not None:
            return self.site.family(blocks)
        keys = page.data.keys()
        return family_of(Signs({}, types=block_types(blocks), page_keys=keys, blocks=blocks))

    def types(self, family: Family, page: Page) -> tuple[dict[str, BlockType], list[str]]:
        """The block types for this page on a site of this kind, and a sentence for each error."""
        ours = bundled.folder("templates") / family.generation
        folders = [ours, *([self.site.templates_folder] if self.site else [])]
        errors: list[SchemaError] = []
        loaded = load_types(folders, errors)
        drawn = {name: fitting_type(kind, family.axes) for name, kind in loaded.items()}
        told = self.site.schema.types if self.site and self.site.schema else {}
        strange = [b.data for b in page.blocks if type_of(b.data, {**drawn, **told}) is None]
        inferred = infer_types(self._blocks_of_all_pages(page)) if strange else {}
        return compose(drawn, told, inferred), [str(error) for error in errors]

    @property
    def saved(self) -> tuple[list[SavedBlock], list[str]]:
        """The blocks that were saved for the site, and a sentence for each broken file."""
        errors: list[SchemaError] = []
        found = load_saved(self.site.saved_folder, errors) if self.site else []
        return found, [str(error) for error in errors]

    def offered(self, types: Mapping[str, BlockType], family: Family) -> list[BlockType]:
        """Those of the block types that the site knows, so that a person can add them.

        A site knows the types of its schema, those that it brings and those of its pages; without
        a schema also all of its variant.
        """
        own = self.site.templates_folder if self.site else None
        told = self.site.schema.types if self.site and self.site.schema else None
        known = family.axes.get("types", types) if told is None else told
        return [
            kind
            for name, kind in types.items()
            if name in known or kind.folder is None or kind.folder.parent == own
        ]

    @property
    def route(self) -> str:
        """Where the site shows the page: ``/`` for the home page."""
        return self.site.route(self.page) if self.site else "/"

    @property
    def public_folder(self) -> Path | None:
        """The folder whose files the site publishes."""
        return public_folder(self.site.root) if self.site else None

    def _blocks_of_all_pages(self, page: Page) -> list[object]:
        """The blocks of the site's pages, those of this page first; broken pages have none."""
        blocks: list[object] = [block.data for block in page.blocks]
        for entry in self.site.pages() if self.site else ():
            if entry.path != self.page:
                with contextlib.suppress(SourceError):
                    blocks += [b.data for b in read_page(entry.path, self.list_key)[0].blocks]
        return blocks

    def scope(self, page: Page) -> Scope:
        """The page's data with those of the site's documents.

        Raises:
            SourceError: One of them cannot be read.
        """
        site, theme = (
            read_page(file)[0].data if file else None for file in (self.site_file, self.theme_file)
        )
        site = default_theme() if site is None else site
        return Scope(page.data, site, theme or {}, self.route, page.list_key)
