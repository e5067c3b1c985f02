"""Find the file of a site that an import names."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from designer.script.syntax import SUFFIXES

_CONFIGS: Final = ("tsconfig.json", "jsconfig.json")
_ALIASES: Final = ("@/", "~/", "$lib/")
"""Prefixes that most bundlers map to the folder of the sources."""

_COMMENT = re.compile(r'("(?:[^"\\\n]|\\.)*")|/\*.*?\*/|//[^\n]*', re.DOTALL)
_COMMA = re.compile(r'("(?:[^"\\\n]|\\.)*")|,(?=\s*[}\]])')
_JSON = ".json"


class Resolver:
    """Finds imported files below a root folder; packages and files outside are not found.

    Attributes:
        configs: The files that say what import paths mean; they need not exist.
    """

    def __init__(self, root: Path) -> None:
        self._root = root.resolve()
        self.configs = tuple(self._root / name for name in _CONFIGS)
        self._base: Path | None = None
        self._paths: dict[str, list[str]] = {}
        for config in self.configs:
            if config.is_file():
                self._read(config)
                break

    def _read(self, config: Path) -> None:
        options = read_json(config)
        options = options.get("compilerOptions") if isinstance(options, dict) else None
        if not isinstance(options, dict):
            return
        base, paths = options.get("baseUrl"), options.get("paths")
        if isinstance(base, str):
            self._base = self._root / base
        for pattern, targets in paths.items() if isinstance(paths, dict) else ():
            if isinstance(targets, list):
                self._paths[pattern] = [each for each in targets if isinstance(each, str)]

    def resolve(self, specifier: str, importer: Path) -> Path | None:
        """Return the script or JSON file that an import names; None for a package.

        Args:
            specifier: The name in the import: ``./page``, ``@/blocks/hero``.
            importer: The file that contains the import.
        """
        for place in self._places(specifier, importer):
            file = self._file(place)
            if file is not None:
                return file
        return None

    def _places(self, specifier: str, importer: Path) -> Iterator[Path]:
        if specifier.startswith("."):
            yield importer.parent / specifier
            return
        base = self._base or self._root
        for pattern, targets in self._paths.items():
            before, star, after = pattern.partition("*")
            fits = specifier.startswith(before) and specifier.endswith(after)
            if specifier == pattern or (star and fits):
                middle = specifier[len(before) : len(specifier) - len(after)] if star else ""
                yield from (base / target.replace("*", middle) for target in targets)
        for alias in _ALIASES:
            if specifier.startswith(alias):
                rest = specifier[len(alias) :]
                folders = ("src/lib",) if alias == "$lib/" else ("src", ".", "app")
                yield from (self._root / folder / rest for folder in folders)
        if specifier.startswith("/"):
            yield self._root / specifier[1:]
        elif self._base is not None:
            yield self._base / specifier

    def _file(self, place: Path) -> Path | None:
        """Return the existing file for a path that may lack its extension."""
        names = [place, *(place.with_name(place.name + suffix) for suffix in SUFFIXES)]
        if place.suffix in (".js", ".mjs", ".cjs"):  # TypeScript names what the compiler writes
            names += [place.with_suffix(suffix) for suffix in SUFFIXES]
        names += [place / f"index{suffix}" for suffix in SUFFIXES]
        for name in names:
            try:
                file = name.resolve()
                found = file.is_relative_to(self._root) and file.is_file()
            except (OSError, ValueError, RuntimeError):  # a name that cannot be one, a circle
                continue
            if found and file.suffix in (*SUFFIXES, _JSON) and "node_modules" not in file.parts:
                return file
        return None


def read_json(file: Path) -> Any:
    """Return the data of a JSON file that may have comments; None if it cannot be read."""
    try:
        text = file.read_text(encoding="utf-8-sig")
        try:
            return json.loads(text)
        except ValueError:
            return json.loads(without_comments(text))
    except (OSError, ValueError, RecursionError):
        return None


def without_comments(text: str) -> str:
    """Remove comments and the commas before closing brackets from a JSON text; lines stay."""
    bare = _COMMENT.sub(lambda match: match[1] or "\n" * match[0].count("\n"), text)
    return _COMMA.sub(lambda match: match[1] or "", bare)
