"""The sources of a site's Tailwind: its configuration, its style sheet, and their imports."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from designer.errors import SourceError
from designer.site.file_state import is_file
from designer.site.stylesheet import (
    config_of,
    find_stylesheet,
    imports_of,
    imports_with_lines,
    modules_of,
    read_text,
    rewrite_urls,
)

CONFIG_NAMES = tuple(f"tailwind.config.{end}" for end in ("js", "cjs", "mjs", "ts"))
_MAX_FILES = 200  # maximum number of files; a configuration does not need more
_MODULE_SUFFIXES = (
    "",
    ".js",
    ".cjs",
    ".mjs",
    ".ts",
    ".cts",
    ".mts",
    ".json",
    "/index.js",
    "/index.ts",
)
_STYLE_SUFFIXES = ("", ".css")
_REQUIRED = re.compile(
    r"""(?:\bfrom|\bimport|\brequire)\s*\(?\s*(?:"(\.{1,2}/[^"\n]+)"|'(\.{1,2}/[^'\n]+)')"""
)


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


@dataclass(frozen=True)
class TailwindSource:
    """The sources of a site's Tailwind as texts; none of their code has been run.

    Attributes:
        major: The major version of Tailwind: 2, 3 or 4.
        files: The texts, by their paths in the site's folder.
        config: The path of the configuration, or None.
        css: The path of the site's style sheet; None to use Tailwind's default one.
        missing: Imports of the style sheets that were not found; they are left out of the styles.
    """

    major: int
    files: Mapping[str, str]
    config: str | None = None
    css: str | None = None
    missing: tuple[MissingSheet, ...] = ()

    def to_data(self) -> dict[str, object]:
        """Serialize the sources for an engine."""
        return {"files": dict(self.files), "config": self.config, "css": self.css}


def find_config(root: Path) -> Path | None:
    """Return the Tailwind configuration in a site's root folder, or None."""
    files = (root / name for name in CONFIG_NAMES)
    return next((file for file in files if is_file(file)), None)


def read_source(root: Path, major: int) -> TailwindSource | None:
    """Read the sources of a site's Tailwind.

    Args:
        root: The site's folder.
        major: The major version of the site's Tailwind: 2, 3 or 4.

    Returns:
        None for a site of Tailwind 2 without a configuration; a preset is used instead.

    Raises:
        SourceError: The configuration or the style sheet exists but cannot be read.
    """
    config = find_config(root)
    if config is None and major == 2:
        return None
    sheet = find_stylesheet(root)
    files = _Files(root)
    css = files.add_style(_inside(root, sheet)) if sheet else None
    if css is not None and major == 3 and (named := config_of(files.texts[css])):
        path = files.resolve(named, posixpath.dirname(css), _MODULE_SUFFIXES)
        config = root / path if path else config
    if css is not None and major == 4:
        config = None  # Tailwind 4 uses only a configuration that its style sheet names
    return TailwindSource(
        major,
        files.texts,
        files.add_module(_inside(root, config)) if config else None,
        css,
        tuple(files.missing),
    )


def _inside(root: Path, file: Path) -> str:
    return file.relative_to(root).as_posix()


class _Files:
    """Reads the files that a site's Tailwind needs, each once, none from outside the site."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self.texts: dict[str, str] = {}
        self.missing: list[MissingSheet] = []

    def add_style(self, path: str) -> str:
        """Read a style sheet and all its imports."""
        if self._is_new(path):
            css = self._read(path)
            folder = posixpath.dirname(path)
            self.texts[path] = rewrite_urls(css, folder, self._root)
            self._add_all(imports_of(css), folder, _STYLE_SUFFIXES)
            self.missing += (
                MissingSheet(path, line, name)
                for name, line in imports_with_lines(css)
                if self.resolve(name, folder, _STYLE_SUFFIXES) is None
            )
            self._add_all(modules_of(css), folder, _MODULE_SUFFIXES)
        return path

    def add_module(self, path: str) -> str:
        """Read a module and all modules of the site that it imports."""
        if self._is_new(path):
            text = self.texts[path] = self._read(path)
            needed = (first or second for first, second in _REQUIRED.findall(text))
            self._add_all(needed, posixpath.dirname(path), _MODULE_SUFFIXES)
        return path

    def _is_new(self, path: str) -> bool:
        return path not in self.texts and len(self.texts) < _MAX_FILES

    def _add_all(self, names: Iterable[str], folder: str, suffixes: tuple[str, ...]) -> None:
        add = self.add_style if suffixes is _STYLE_SUFFIXES else self.add_module
        for name in names:
            if path := self.resolve(name, folder, suffixes):
                add(path)

    def resolve(self, name: str, folder: str, suffixes: tuple[str, ...]) -> str | None:
        """Return the site file for an import; None if it is missing or outside the site."""
        path = posixpath.normpath(posixpath.join(folder, name))
        if path.startswith(("..", "/")) or "\0" in path:
            return None
        for suffix in suffixes:
            file = self._root / (path + suffix)
            if is_file(file) and self._is_inside(file):
                return path + suffix
        return None

    def _is_inside(self, file: Path) -> bool:
        return file.resolve().is_relative_to(self._root.resolve())

    def _read(self, path: str) -> str:
        text = read_text(self._root / path)
        if text is None:
            raise SourceError(
                f"{path} cannot be read as UTF-8 text, so Tailwind cannot be built from it."
            )
        return text
