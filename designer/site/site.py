"""A site's folder: its pages, its global document, its media, its Tailwind."""

from __future__ import annotations

import contextlib
import json
import logging
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from designer.errors import SchemaError, SourceError
from designer.schema import SAVED_FOLDER, SchemaReading, SiteSchema, read_schemas
from designer.site.file_state import is_file, regular
from designer.site.global_document import GLOBAL_DOCUMENT, read_global
from designer.site.media import media_file, page_media, served_file
from designer.site.page_names import PageEntry, page_entries, title_from_name
from designer.site.routes import PageRoute
from designer.site.site_layout import SiteLayout
from designer.site.site_root import find_root
from designer.site.site_setup import site_setup
from designer.site.stylesheet import find_stylesheet, imports_tailwind_4
from designer.site.tailwind_source import CONFIG_NAMES, TailwindSource, read_source

DEFAULT_TAILWIND = "2.2.19"

_log = logging.getLogger(__name__)
_TAILWIND_PACKAGES = (
    "tailwindcss",
    "@tailwindcss/vite",
    "@tailwindcss/postcss",
    "@tailwindcss/cli",
)
_LATEST_MAJOR = "4"
_VERSION = re.compile(r"\d+(\.\d+){0,2}")


@dataclass(frozen=True)
class Site:
    """A site by its root folder. All data is read lazily.

    Attributes:
        root: The root folder.
        chosen: The folder of pages that the user chose for the site; None for the usual ones.
    """

    root: Path
    chosen: Path | None = None

    @classmethod
    def open(cls, root: Path, chosen: Path | None = None) -> Site:
        """Return the site in this folder, without checks."""
        return cls(root.resolve(), chosen)

    @classmethod
    def find(cls, path: Path) -> Site | None:
        """Return the site that contains a page or folder, or None."""
        root = find_root(path)
        return None if root is None else cls(root)

    @property
    def name(self) -> str:
        """The display name of the site: its address, its configured name or that of its folder."""
        return self.name_from(read_global(self.global_file))

    def name_from(self, global_data: Mapping[str, Any]) -> str:
        """Return the display name of the site, from the data of its global document."""
        address = global_data.get("siteUrl")
        if isinstance(address, str) and address.strip():
            return address.strip().partition("://")[2].strip("/") or address.strip().strip("/")
        return site_setup(self.root).name or title_from_name(self.root.name)

    @property
    def global_file(self) -> Path | None:
        """The document with header and footer, and in many sites with the theme."""
        file = self.root / GLOBAL_DOCUMENT
        return file if is_file(file) else None

    @property
    def theme_file(self) -> Path | None:
        """The theme document, if the global document names an existing one."""
        return self.theme_file_from(read_global(self.global_file))

    def theme_file_from(self, global_data: Mapping[str, Any]) -> Path | None:
        """Return the existing theme document that the data of the global document names."""
        named = _named_theme(global_data)
        file = (self.root / named).resolve() if named else None
        return file if file and file.is_relative_to(self.root) and is_file(file) else None

    @property
    def missing_theme(self) -> str | None:
        """The theme document named in the global document, if that file does not exist."""
        named = _named_theme(read_global(self.global_file))
        is_document = named is not None and bool(Path(named).suffix)
        return named if is_document and self.theme_file is None else None

    @property
    def schema(self) -> SiteSchema | None:
        """What the schemas of the site's content management systems say; None without any."""
        return self._read_schema.schema

    @property
    def broken_schemas(self) -> Mapping[str, SchemaError]:
        """The errors of schema files that were skipped, by their paths in the site."""
        return self._read_schema.broken

    @property
    def schema_files(self) -> tuple[Path, ...]:
        """The files whose change may change the schema, those that appeared since included."""
        return self._read_schema.files()

    @cached_property
    def _read_schema(self) -> SchemaReading:
        reading = read_schemas(self.root)
        for error in reading.broken.values():
            _log.info("%s", error)
        return reading

    @property
    def broken_configuration(self) -> dict[str, SourceError]:
        """The errors of the configuration files of its kind, by their paths in the site.

        A file that is broken as a schema is told by ``broken_schemas`` only.
        """
        told = tuple(self.root / name for name in self.broken_schemas)
        broken = site_setup(self.root).broken_files(skipped=told)
        return {file.relative_to(self.root).as_posix(): error for file, error in broken.items()}

    def layout(self) -> SiteLayout:
        """Find where the pages lie, by the site's kind, its configuration or the user's choice."""
        return SiteLayout.of(self.root, self.chosen)

    def route(self, page: Path, layout: SiteLayout | None = None) -> str:
        """Return the URL path of a page within the site: ``/`` for the home page, ``/about``.

        Args:
            page: The file of the page.
            layout: The result of ``layout``, if it is known.
        """
        return (layout or self.layout()).route(page).route

    @property
    def home(self) -> Path | None:
        """The file of the home page; without one, the page most like it."""
        return next(self.pages_to_open(), None)

    def pages_to_open(self) -> Iterator[Path]:
        """Yield the files of all pages in the order in which they are tried at opening.

        A home page is yielded as soon as it is found, before the other pages are looked at.
        """
        layout, home = self.layout(), None
        routes: dict[Path, PageRoute] = {}
        for file in layout.walk():
            routes[file] = layout.route(file)
            if home is None and routes[file].route == "/":
                home = file
                yield home
        ordered = sorted(routes, key=lambda file: (routes[file].route != "/", routes[file].route))
        if home is None and ordered:
            home = layout.most_like_home({file: routes[file] for file in ordered})
            yield home
        yield from (file for file in ordered if file != home)

    def pages(self) -> tuple[PageEntry, ...]:
        """Return all pages, the home page first, then by route."""
        layout = self.layout()
        return self.entries(layout.files(), read_global(self.global_file), layout)

    def page_files(self) -> tuple[Path, ...]:
        """The files of all pages, in the order of their paths."""
        return self.layout().files()

    def entries(
        self,
        files: Iterable[Path],
        global_data: Mapping[str, Any],
        layout: SiteLayout | None = None,
    ) -> tuple[PageEntry, ...]:
        """Return the entries of these page files, the home page first, then by route.

        Args:
            files: Page files of this site.
            global_data: The data of the global document, whose navigation labels pages.
            layout: The result of ``layout``, if it is known.
        """
        layout = layout or self.layout()
        return page_entries({file: layout.route(file) for file in files}, global_data, self.root)

    def page_at(self, route: str) -> Path | None:
        """Return the page with a route, or None."""
        wanted = "/" + route.strip("/")
        return next((page.path for page in self.pages() if page.route == wanted), None)

    def media(self, address: str, page: Path | None = None) -> Path | None:
        """Return the file for an address, or None.

        Args:
            address: The address as a page has it.
            page: The file of the page, from which a relative address begins; without it a relative
                address begins in the public folder.
        """
        if page is None or address.startswith("/"):
            return media_file(self.root, address)
        return page_media(self.root, address, page, self.route(page))

    def served(self, address: str, page: Path) -> Path | None:
        """Return the file for an address that the preview of a page has made absolute, or None."""
        return media_file(self.root, address) or served_file(
            self.root, address, page, self.route(page)
        )

    @property
    def templates_folder(self) -> Path:
        """The folder for the site's own block types; it need not exist."""
        return self.root / "designer" / "templates"

    @property
    def saved_folder(self) -> Path:
        """The folder for blocks saved for this site, among its own block types."""
        return self.templates_folder / SAVED_FOLDER

    @property
    def tailwind_files(self) -> tuple[Path, ...]:
        """The sources of the site's Tailwind, and all possible names of its configuration.

        Files and folders of missing packages are included, so that their installation is noticed.
        """
        source = None
        # The code that builds from the source reports the error.
        with contextlib.suppress(SourceError):
            source = self.tailwind_source()
        used = (*source.files, *source.watched) if source else ()
        names = dict.fromkeys((*CONFIG_NAMES, "package.json", *used))
        return tuple(self.root / name for name in names)

    @property
    def tailwind_version(self) -> str:
        """The site's version of Tailwind.

        The installed one, else the one that package.json requires, else the one of the style sheet.
        """
        installed = _json(self.root / "node_modules" / "tailwindcss" / "package.json")
        version = installed.get("version")
        if isinstance(version, str) and _VERSION.match(version):
            return version
        package = _json(self.root / "package.json")
        groups = [package.get(key) for key in ("devDependencies", "dependencies")]
        for name in _TAILWIND_PACKAGES:
            for wanted in groups:
                required = wanted.get(name) if isinstance(wanted, dict) else None
                if isinstance(required, str):
                    if match := _VERSION.search(required):
                        return match[0]
                    if required in ("latest", "next", "*"):
                        return _LATEST_MAJOR
        sheet = find_stylesheet(self.root)
        return _LATEST_MAJOR if sheet and imports_tailwind_4(sheet) else DEFAULT_TAILWIND

    def tailwind_source(self) -> TailwindSource | None:
        """Return the sources of the site's Tailwind; None when a preset is used instead.

        Raises:
            SourceError: The configuration or the style sheet exists but cannot be read.
        """
        number = int(self.tailwind_version.partition(".")[0])
        return read_source(self.root, min(max(number, 2), 4))


def _named_theme(global_data: Mapping[str, Any]) -> str | None:
    named = global_data.get("theme")
    return named if isinstance(named, str) and named else None


def _json(file: Path) -> dict[str, Any]:
    """Return the object of a JSON file; empty without one."""
    try:
        data = json.loads(regular(file).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return data if isinstance(data, dict) else {}
