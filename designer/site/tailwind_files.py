"""Reads the files that a site's Tailwind needs: of the site, and of its installed packages."""

from __future__ import annotations

import os
import posixpath
import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from designer.errors import SourceError
from designer.site.node_packages import MODULE_SUFFIXES, STYLE_SUFFIXES, NodePackages
from designer.site.stylesheet import (
    imports_of,
    imports_with_lines,
    modules_of,
    read_text,
    rewrite_urls,
)

BUNDLED_MODULES = frozenset(
    {
        "@tailwindcss/aspect-ratio",
        "@tailwindcss/container-queries",
        "@tailwindcss/forms",
        "@tailwindcss/line-clamp",
        "@tailwindcss/typography",
        "tailwindcss",
        "tailwindcss/colors",
        "tailwindcss/defaultConfig",
        "tailwindcss/defaultTheme",
        "tailwindcss/lib/util/flattenColorPalette",
        "tailwindcss/lib/util/toColorValue",
        "tailwindcss/plugin",
        "tailwindcss/resolveConfig",
    }
)
"""Modules that the engines bring along (``MODULES`` in ``designer/web/tailwind``)."""

_MAX_SITE_FILES = 200  # files; a configuration does not need more
_MAX_PACKAGE_FILES = 2000  # files of all packages
_MAX_PACKAGE_SIZE = 8_000_000  # characters of all packages

_IMPORT_WORDS = ("from", "import", "require")
_MODULE_NAME = re.compile(r"""\s*\(?\s*(?:"([^"\n]+)"|'([^'\n]+)')""")
_STRING = re.compile(r"""["'`]([^"'`\n]+)["'`]""")
_PATH_CALL = re.compile(r"\b(?:join|resolve)\(((?:[^()]|\([^()]*\))*)\)")
_DATA_SUFFIXES = (".json", ".yml", ".yaml", ".toml", ".css", ".svg", ".txt")
_RELATIVE = re.compile(r"\.{1,2}(?:/|$)")
_TAILWIND_SHEET = re.compile(r"tailwindcss(?:/|$)")


@dataclass(frozen=True)
class MissingSheet:
    """An imported style sheet that is not among the site's files.

    Attributes:
        file: The path of the importing style sheet.
        line: The line of the import, from 1.
        name: The name in the import.
    """

    file: str
    line: int
    name: str


class TailwindFiles:
    """Reads files once each, with all that they import.

    Files of the site are named by their path in its folder. Files of packages are named by the path
    from the site's folder to the real file.

    Attributes:
        texts: The texts of the files by path.
        missing: Imports of style sheets that were not found.
        modules: For each file, the modules of packages that it names.
        sheets: For each file, the style sheets of packages that it names.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._real_root = root.resolve()
        self._packages = NodePackages(root)
        self._seen: set[str] = set()
        self._packaged: set[str] = set()
        self._package_count = 0
        self._package_size = 0
        self._queue: deque[Callable[[], None]] = deque()
        self.texts: dict[str, str] = {}
        self.missing: list[MissingSheet] = []
        self.modules: dict[str, dict[str, str]] = {}
        self.sheets: dict[str, dict[str, str]] = {}

    @property
    def watched(self) -> tuple[str, ...]:
        """The paths of descriptions of packages and of missing packages, sorted."""
        return tuple(sorted(map(self._path, self._packages.looked_at)))

    def add_style(self, path: str) -> str:
        """Read a style sheet and all its imports.

        Raises:
            SourceError: A file of the site cannot be read.
        """
        self._queue.append(partial(self._read_style, path))
        self._run()
        return path

    def add_module(self, path: str) -> str:
        """Read a module and all modules that it imports.

        Raises:
            SourceError: A file of the site cannot be read.
        """
        self._queue.append(partial(self._read_module, path))
        self._run()
        return path

    def find_config(self, name: str, sheet: str) -> str | None:
        """Return the path of a configuration that a style sheet names, or None."""
        return self._find_module(name, sheet) or self._nearby(name, sheet, MODULE_SUFFIXES)

    def _run(self) -> None:
        while self._queue:
            self._queue.popleft()()

    def _read_style(self, path: str) -> None:
        css = self._read(path)
        if css is None:
            return
        self.texts[path] = rewrite_urls(css, posixpath.dirname(path), self._root)
        for name in imports_of(css):
            if found := self._find_sheet(name, path):
                self._queue.append(partial(self._read_style, found))
        self.missing += (
            MissingSheet(path, line, name)
            for name, line in imports_with_lines(css)
            if self._find_sheet(name, path) is None
        )
        self._add_modules(modules_of(css), path)

    def _read_module(self, path: str) -> None:
        text = self._read(path)
        if text is not None:
            self.texts[path] = text
            self._add_modules(_imported(text), path)
            if path not in self._packaged and "readFileSync" in text:
                self._add_data(text, path)

    def _add_data(self, text: str, importer: str) -> None:
        """Read the data files of the site that a module names, for its ``readFileSync``."""
        calls = (_STRING.findall(call) for call in _PATH_CALL.findall(text))
        names = (*_STRING.findall(text), *("/".join(parts) for parts in calls))
        for name in dict.fromkeys(names):
            if not name.endswith(_DATA_SUFFIXES):
                continue
            for place in (importer, ""):  # relative to the module's folder, or to the site's
                path = self._nearby(name.lstrip("/"), place, ("",))
                if path and path not in self._seen and self._is_room_for_site_files:
                    self._seen.add(path)
                    self.texts[path] = read_text(self._root / path) or ""

    def _add_modules(self, names: Iterable[str], importer: str) -> None:
        for name in dict.fromkeys(names):
            if found := self._find_module(name, importer):
                self._queue.append(partial(self._read_module, found))

    def _read(self, path: str) -> str | None:
        """Return the text of a file that was not read before, within the limits.

        Raises:
            SourceError: It is a file of the site and cannot be read.
        """
        if path in self._seen:
            return None
        if path in self._packaged:
            return self._read_packaged(path)
        if not self._is_room_for_site_files:
            return None
        self._seen.add(path)
        text = read_text(self._root / path)
        if text is None:
            raise SourceError(
                f"{path} cannot be read as UTF-8 text, so Tailwind cannot be built from it."
            )
        return text

    @property
    def _is_room_for_site_files(self) -> bool:
        return len(self._seen) - self._package_count < _MAX_SITE_FILES

    def _read_packaged(self, path: str) -> str | None:
        """Return the text of a file of a package; None if it cannot be read or is too much."""
        if self._package_count >= _MAX_PACKAGE_FILES or self._package_size >= _MAX_PACKAGE_SIZE:
            return None
        self._seen.add(path)
        self._package_count += 1
        text = read_text(self._root / path)
        self._package_size += len(text or "")
        return text

    def _find_module(self, name: str, importer: str) -> str | None:
        """Return the path of the module that a name in a file means, or None."""
        folder = self._folder(importer)
        if not _RELATIVE.match(name):
            if name.removesuffix(".js") in BUNDLED_MODULES:
                return None
            return self._linked(self.modules, name, importer, self._packages.module(name, folder))
        if importer in self._packaged:
            file = self._packages.module_at(folder / name)
            return self._linked(self.modules, name, importer, file)
        return self._nearby(name, importer, MODULE_SUFFIXES)

    def _find_sheet(self, name: str, importer: str) -> str | None:
        """Return the path of the style sheet that a name in a file means, or None."""
        folder = self._folder(importer)
        if importer in self._packaged:
            file = self._packages.style_at(folder / name)
        elif found := self._nearby(name, importer, STYLE_SUFFIXES):
            return found
        else:
            file = None
        if file is None and not _RELATIVE.match(name) and not _TAILWIND_SHEET.match(name):
            file = self._packages.style(name, folder)
        return self._linked(self.sheets, name, importer, file)

    def _linked(
        self, links: dict[str, dict[str, str]], name: str, importer: str, file: Path | None
    ) -> str | None:
        """Record the file of a package that a name in a file means, and return its path."""
        if file is None:
            return None
        path = self._path(file)
        self._packaged.add(path)
        # The engines follow plain paths themselves.
        plain = posixpath.normpath(posixpath.join(posixpath.dirname(importer), name))
        if not _RELATIVE.match(name) or path not in {plain + end for end in MODULE_SUFFIXES}:
            links.setdefault(importer, {})[name] = path
        return path

    def _nearby(self, name: str, importer: str, suffixes: tuple[str, ...]) -> str | None:
        """Return the site's file at a relative path; None if it is missing or outside the site."""
        path = posixpath.normpath(posixpath.join(posixpath.dirname(importer), name))
        if path.startswith(("..", "/")) or "\0" in path:
            return None
        for suffix in suffixes:
            file = self._root / (path + suffix)
            if file.is_file() and file.resolve().is_relative_to(self._real_root):
                return path + suffix
        return None

    def _folder(self, path: str) -> Path:
        return (self._real_root / path).parent

    def _path(self, file: Path) -> str:
        return Path(os.path.relpath(file, self._real_root)).as_posix()


def _imported(text: str) -> Iterator[str]:
    """Yield the names in the imports of a module; perhaps other words, of which none is a module.

    The words are searched one by one: files of packages are long, and this is ten times as fast as
    one regular expression.
    """
    for word in _IMPORT_WORDS:
        at = text.find(word)
        while at >= 0:
            end = at + len(word)
            if not text[at - 1 : at].isidentifier() and (match := _MODULE_NAME.match(text, end)):
                yield match[1] or match[2]
            at = text.find(word, end)
