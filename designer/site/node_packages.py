"""Find the files of packages that are installed in a site's ``node_modules``."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from designer.site.package_exports import exported_path
from designer.site.stylesheet import read_text

FOLDER = "node_modules"

MODULE_SUFFIXES = (
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
    "/index.cjs",
    "/index.mjs",
)
STYLE_SUFFIXES = ("", ".css")

# Either form of a module can be evaluated. Scripts come first, since modules may wait at their top.
_MODULE_CONDITIONS = (("node", "require"), ("node", "import", "module"))
_STYLE_CONDITIONS = ("style",)
_MODULE_ENDS = tuple(suffix for suffix in MODULE_SUFFIXES if suffix.startswith("."))
_STYLE_ENDS = (".css", ".pcss", ".postcss")
_NAME = re.compile(r"((?:@[^/\\\0:]+/)?[^@./\\\0:][^/\\\0:]*)(?:/([^\0]*))?")


class NodePackages:
    """Resolves names of packages as Node does, within limits.

    Packages are searched in the ``node_modules`` of the importing file's folder and of the folders
    above it, up to the site's root. A package is a folder of the site, or a symbolic link to
    another folder of the same Git repository, as package managers make them for workspaces. Other
    files outside of the site are not read.

    Attributes:
        looked_at: The descriptions of packages that were searched, existing or not, and the folders
            that would hold missing ones.
    """

    def __init__(self, root: Path) -> None:
        self._root = root.resolve()
        self._limit = _repository(self._root) or self._root
        self._readable = {self._root}
        self._descriptions: dict[Path, dict[str, Any]] = {}
        self.looked_at: set[Path] = set()

    def module(self, name: str, folder: Path) -> Path | None:
        """Return the module that a name of a package means in a folder, or None.

        Args:
            name: The name, as ``flowbite/plugin``.
            folder: The folder of the importing file.
        """
        package, part = self._package(name, folder)
        if package is None:
            return None
        about = self._description(package)
        for conditions in _MODULE_CONDITIONS:
            path = exported_path(about.get("exports"), _subpath(part), conditions)
            if path is not None and (file := self.module_at(package / path)):
                return file
        names = [part] if part else [about.get("main"), about.get("module"), "index"]
        found = (self.module_at(package / each) for each in names if isinstance(each, str))
        return next((file for file in found if file), None)

    def style(self, name: str, folder: Path) -> Path | None:
        """Return the style sheet that a name of a package means in a folder, or None."""
        package, part = self._package(name.removeprefix("~"), folder)
        if package is None:
            return None
        about = self._description(package)
        names = [exported_path(about.get("exports"), _subpath(part), _STYLE_CONDITIONS)]
        names += [part] if part else [about.get("style"), about.get("main"), "index.css"]
        found = (self.style_at(package / each) for each in names if isinstance(each, str))
        return next((file for file in found if file), None)

    def module_at(self, path: Path) -> Path | None:
        """Return the module at a path within a package: a file, or the main one of a folder."""
        main = self._description(path).get("main") if _is_folder(path) else None
        places = [path / main] if isinstance(main, str) else []
        for place in (*places, path):
            for suffix in MODULE_SUFFIXES:
                file = self._file(f"{place}{suffix}")
                if file is not None and file.name.endswith(_MODULE_ENDS):
                    return file
        return None

    def style_at(self, path: Path) -> Path | None:
        """Return the style sheet at a path within a package, or None."""
        for suffix in STYLE_SUFFIXES:
            file = self._file(f"{path}{suffix}")
            if file is not None and file.name.endswith(_STYLE_ENDS):
                return file
        return None

    def _package(self, name: str, folder: Path) -> tuple[Path | None, str]:
        """Return the folder of a named package, None if it is missing, and the part of it."""
        match = _NAME.fullmatch(name)
        if match is None or ".." in name.split("/"):
            return None, ""
        package, part = match[1], match[2] or ""
        start = folder.resolve()
        end = self._root if start.is_relative_to(self._root) else self._limit
        for place in (start, *start.parents):
            if not place.is_relative_to(end):
                break
            found = place / FOLDER / package
            if place.name == FOLDER or not _is_folder(found):
                continue
            real = found.resolve()
            if real.is_relative_to(self._limit):
                self._readable.add(real)
                return real, part
        missing = self._root / FOLDER
        self.looked_at |= {missing, missing / package, missing / package / "package.json"}
        return None, part

    def _description(self, package: Path) -> dict[str, Any]:
        """Return the ``package.json`` of a folder; empty without one."""
        if package not in self._descriptions:
            file = package / "package.json"
            self.looked_at.add(file)
            try:
                data = json.loads(read_text(file) or "{}")
            except (ValueError, RecursionError):
                data = {}
            self._descriptions[package] = data if isinstance(data, dict) else {}
        return self._descriptions[package]

    def _file(self, path: str) -> Path | None:
        """Return the real file at a path; None if there is none, or it may not be read."""
        try:
            file = Path(path).resolve(strict=True)
            is_readable = any(file.is_relative_to(folder) for folder in self._readable)
            return file if is_readable and file.is_file() else None
        except (OSError, RuntimeError):
            return None


def _subpath(part: str) -> str:
    return f"./{part}" if part else "."


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # a folder above it may not be read
        return False


def _repository(folder: Path) -> Path | None:
    """Return the root of the Git repository that holds a folder, unless it is the home folder."""
    for place in (folder, *folder.parents):
        if _is_folder(place / ".git"):
            return None if place in (Path.home(), place.parent) else place
    return None
