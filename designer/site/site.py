"""A site's folder: its pages, its global document, its media, its Tailwind."""

from __future__ import annotations

import contextlib
import json
import logging
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from designer.errors import SchemaError, SourceError
from designer.schema import SAVED_FOLDER, SchemaReading, SiteSchema, read_schemas
from designer.site.global_document import GLOBAL_DOCUMENT, read_global
from designer.site.media import media_file
from designer.site.page_files import page_files
from designer.site.site_root import CONTENT, find_root
from designer.site.tailwind_source import CONFIG_NAMES, TailwindSource, read_source

HOME_NAMES = ("index", "home", "_index")
DEFAULT_TAILWIND = "2.2.19"

# Folders that hold no pages, in a site without a content folder.
_SKIPPED_FOLDERS = {
    "node_modules", "bower_components", "vendor", "venv", "dist", "build", "out", "coverage",
    "public", "_site",
}  # fmt: skip
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
class PageEntry:
    """A page in a list of pages.

    Attributes:
        path: Its file.
        route: Its URL path: ``/`` for the home page, ``/about``.
        title: The title in lists.
    """

    path: Path
    route: str
    title: str


@dataclass(frozen=True)
class Site:
    """A site by its root folder. All data is read lazily.

    Attributes:
        root: The root folder.
    """

    root: Path

    @classmethod
    def open(cls, root: Path) -> Site:
        """Return the site in this folder, without checks."""
        return cls(root.resolve())

    @classmethod
    def find(cls, path: Path) -> Site | None:
        """Return the site that contains a page or folder, or None."""
        root = find_root(path)
        return None if root is None else cls(root)

    @property
    def name(self) -> str:
        """The display name of the site: its address, else the name of its folder."""
        return self.name_from(read_global(self.global_file))

    def name_from(self, global_data: Mapping[str, Any]) -> str:
        """Return the display name of the site, from the data of its global document."""
        address = global_data.get("siteUrl")
        if isinstance(address, str) and address.strip():
            return address.strip().partition("://")[2].strip("/") or address.strip().strip("/")
        return title_from_name(self.root.name)

    @property
    def global_file(self) -> Path | None:
        """The document with header and footer, and in many sites with the theme."""
        file = self.root / GLOBAL_DOCUMENT
        return file if file.is_file() else None

    @property
    def theme_file(self) -> Path | None:
        """The theme document, if the global document names an existing one."""
        return self.theme_file_from(read_global(self.global_file))

    def theme_file_from(self, global_data: Mapping[str, Any]) -> Path | None:
        """Return the existing theme document that the data of the global document names."""
        named = _named_theme(global_data)
        file = (self.root / named).resolve() if named else None
        return file if file and file.is_relative_to(self.root) and file.is_file() else None

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

    def route(self, page: Path, folder: Path | None = None) -> str:
        """Return the URL path of a page within the site: ``/`` for the home page, ``/about``.

        Args:
            page: The file of the page.
            folder: The result of ``pages_folder``, if it is known: finding it lists all pages.
        """
        folder = folder or self.pages_folder()
        inside = page.is_relative_to(folder)
        return _route(page.relative_to(folder) if inside else Path(page.name))

    @property
    def home(self) -> Path | None:
        """The file of the home page; without one, the first page."""
        pages = self.pages()
        home = next((page.path for page in pages if page.route == "/"), None)
        return home or (pages[0].path if pages else None)

    def pages(self) -> tuple[PageEntry, ...]:
        """Return all pages, the home page first, then by route."""
        return self.entries(self.page_files(), read_global(self.global_file))

    def page_files(self) -> tuple[Path, ...]:
        """The files of all pages, in the order of their paths."""
        folder = self.pages_folder()
        skipped = _SKIPPED_FOLDERS if folder == self.root else ("node_modules",)
        return tuple(page_files(folder, skipped))

    def entries(
        self, files: Iterable[Path], global_data: Mapping[str, Any]
    ) -> tuple[PageEntry, ...]:
        """Return the entries of these page files, the home page first, then by route.

        Args:
            files: Page files of this site.
            global_data: The data of the global document, whose navigation labels pages.
        """
        folder = self.pages_folder()
        labels = _navigation_labels(global_data)
        entries = []
        for file in files:
            route = _route(file.relative_to(folder))
            label = "Home" if route == "/" else labels.get(route)
            entries.append(
                PageEntry(file, route, label or title_from_name(route.rpartition("/")[2]))
            )
        return tuple(sorted(entries, key=lambda page: (page.route != "/", page.route)))

    def page_at(self, route: str) -> Path | None:
        """Return the page with a route, or None."""
        wanted = "/" + route.strip("/")
        return next((page.path for page in self.pages() if page.route == wanted), None)

    def media(self, address: str) -> Path | None:
        """Return the file in the site's public folder for an address, or None."""
        return media_file(self.root, address)

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
        """The sources of the site's Tailwind, and all possible names of its configuration."""
        source = None
        # The code that builds from the source reports the error.
        with contextlib.suppress(SourceError):
            source = self.tailwind_source()
        names = dict.fromkeys((*CONFIG_NAMES, "package.json", *(source.files if source else ())))
        return tuple(self.root / name for name in names)

    @property
    def tailwind_version(self) -> str:
        """The site's version of Tailwind: installed, required in package.json, or the default."""
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
        return DEFAULT_TAILWIND

    def tailwind_source(self) -> TailwindSource | None:
        """Return the sources of the site's Tailwind; None when a preset is used instead.

        Raises:
            SourceError: The configuration or the style sheet exists but cannot be read.
        """
        number = int(self.tailwind_version.partition(".")[0])
        return read_source(self.root, min(max(number, 2), 4))

    def pages_folder(self) -> Path:
        """The folder that holds the pages: the most particular one that has any."""
        content = self.root / CONTENT
        for folder in (content / "pages", content):
            if folder.is_dir() and next(page_files(folder), None) is not None:
                return folder
        return self.root


def title_from_name(name: str) -> str:
    """Turn a file name into a title: ``case-studies`` → ``Case Studies``."""
    words = re.sub(r"[-_.\s]+", " ", name).split()
    return " ".join(word[:1].upper() + word[1:] for word in words) or name


def _route(file: Path) -> str:
    """Return the route of a page file, given relative to the folder of the pages."""
    parts = list(file.with_suffix("").parts)
    if parts[-1].lower() in HOME_NAMES:
        parts.pop()
    return "/" + "/".join(parts)


def _navigation_labels(theme: Mapping[str, Any]) -> dict[str, str]:
    """Return the navigation labels of the site's pages, by route."""
    nav = theme.get("nav")
    items = nav.get("navItems") if isinstance(nav, dict) else None
    labels: dict[str, str] = {}
    for item in items if isinstance(items, list) else ():
        if isinstance(item, dict):
            link, label = item.get("link"), item.get("label")
            if isinstance(link, str) and isinstance(label, str) and label.strip():
                labels.setdefault("/" + link.strip("/ "), label.strip())
    return labels


def _named_theme(global_data: Mapping[str, Any]) -> str | None:
    named = global_data.get("theme")
    return named if isinstance(named, str) and named else None


def _json(file: Path) -> dict[str, Any]:
    """Return the object of a JSON file; empty without one."""
    try:
        data = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return data if isinstance(data, dict) else {}
