"""Recognise a site's generator and content management systems, and read where they move folders."""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import lru_cache
from itertools import product
from pathlib import Path, PurePosixPath

from designer.errors import SourceError
from designer.site.file_state import FileState, exists, file_state, regular
from designer.site.site_config import (
    data_error,
    matching_files,
    quoted,
    read_data,
    texts_at,
    values_of,
)
from designer.site.site_kinds import PLAIN, Sign, SiteKind, site_kinds

_PACKAGE_FILES = ("package.json", "composer.json")
_PACKAGE_GROUPS = ("dependencies", "devDependencies", "peerDependencies", "require", "require-dev")
_WILD = "*?[{"


@dataclass(frozen=True)
class SiteSetup:
    """What a site's signs and configuration say about it.

    Attributes:
        root: The site's folder.
        generator: The kind of its generator; ``PLAIN`` for none.
        managers: The kinds of its content management systems.
        values: The texts of its configuration by role, as written.
    """

    root: Path
    generator: SiteKind
    managers: tuple[SiteKind, ...]
    values: Mapping[str, list[str]]

    @property
    def label(self) -> str:
        """The names of generator and content management systems for people; empty for none."""
        kinds = (self.generator, *self.managers)
        return " with ".join(kind.label for kind in kinds if kind.label)

    def expand(self, pattern: str) -> list[str]:
        """Return the paths for a pattern with places; one for each value of its places."""
        return [clean_path(each) or "." for each in self.filled(pattern)]

    def filled(self, pattern: str) -> Iterator[str]:
        """Yield a pattern with each value of its places."""
        places = [name for name in self.generator.places if f"{{{name}}}" in pattern]
        for values in product(*(self._place(name) for name in places)):
            path = pattern
            for name, value in zip(places, values, strict=True):
                path = path.replace(f"{{{name}}}", value)
            yield path

    def _place(self, name: str) -> Iterable[str]:
        moved = [clean_path(each) for text in self.values.get(name, ()) for each in quoted(text)]
        return [each for each in moved if each is not None] or self.generator.places[name]

    def manager_values(self, manager: SiteKind, role: str) -> list[str]:
        """Return the paths from the root that a content management system names for a role."""
        values = values_of(self.root, manager.reads)
        base = next(iter(values.get("base", ())), "")
        prefix = clean_path(quoted(base)[0]) if base else None
        paths = [clean_path(each) for text in values.get(role, ()) for each in quoted(text)]
        return [f"{prefix}/{path}" if prefix else path for path in paths if path is not None]

    def languages(self) -> dict[str, str | None]:
        """Return the languages that the configuration names, with their own folders."""
        rule = self.generator.languages
        if rule is None:
            return {}
        found: dict[str, str | None] = {}
        for reading in self.generator.reads:
            for file in matching_files(self.root, reading.files):
                data = read_data(self.root, file)
                data = {reading.under: data} if reading.under else data
                for code in texts_at(data, f"{rule.at}/@"):
                    folders = texts_at(data, f"{rule.at}/{code}/{rule.folder}")
                    folders += texts_at(data, f"{rule.at}/{code}/{rule.folder.lower()}")
                    own = clean_path(folders[0]) if folders else None
                    found[code] = own or found.get(code)
        return found

    def broken_files(self, skipped: Collection[Path] = ()) -> dict[Path, SourceError]:
        """Return the errors of configuration files that cannot be read, but for skipped ones."""
        readings = [each for kind in (self.generator, *self.managers) for each in kind.reads]
        found = {
            file: data_error(self.root, file)
            for reading in readings
            if reading.keys
            for file in matching_files(self.root, reading.files)
            if file not in skipped
        }
        return {file: error for file, error in found.items() if error is not None}

    @property
    def name(self) -> str:
        """The name of the site in its configuration; empty for none."""
        return " ".join(next(iter(self.values.get("name", ())), "").split())

    @property
    def default_language(self) -> str:
        """The language whose addresses have no prefix."""
        return next(iter(self.values.get("language", ())), "en").lower()


def site_setup(root: Path) -> SiteSetup:
    """Recognise the kinds of a folder and read their configuration."""
    kinds, names = site_kinds(), _names(root)
    packages = _packages(root) if names & set(_PACKAGE_FILES) else frozenset[str]()
    generator = next(
        (kind for kind in kinds.generators if _fits(kind, root, names, packages)), PLAIN
    )
    managers = tuple(kind for kind in kinds.managers if _fits(kind, root, names, packages))
    return SiteSetup(root, generator, managers, values_of(root, generator.reads))


def is_recognised(folder: Path, *, certainly: bool = True) -> bool:
    """Return whether a folder has a sign that tells where a site begins.

    A sign that is part of a longer one does not count: ``admin/config.yml`` in a folder ``static``,
    if the kind has the sign ``static/admin/config.yml``, too.

    Args:
        folder: The folder.
        certainly: Whether to leave out the signs that subfolders of sites have, too.
    """
    kinds, names = site_kinds(), _names(folder)
    packages = _packages(folder) if names & set(_PACKAGE_FILES) else frozenset[str]()
    return any(
        _shows(sign, folder, names, packages) and not _is_inner(sign, folder, kind)
        for kind in (*kinds.generators, *kinds.managers)
        if kind.root or not certainly
        for sign in kind.signs
    )


def _is_inner(sign: Sign, folder: Path, kind: SiteKind) -> bool:
    longer = tuple(f"{folder.name}/{path}" for path in sign.paths)
    return bool(longer) and any(each.paths == longer for each in kind.signs)


def clean_path(text: str) -> str | None:
    """Return a path of a configuration relative to the site's root; None for no such path.

    ``./src/posts/**/*.md`` becomes ``src/posts``: what follows a wildcard is left out.
    """
    path = text.strip().replace("\\", "/").removeprefix("[[workspace]]")
    if "://" in path or "\0" in path:
        return None
    parts: list[str] = []
    for part in path.split("/"):
        if any(sign in part for sign in _WILD):
            break
        if part == "..":
            return None
        if part not in ("", "."):
            parts.append(part)
    return "/".join(parts)


def _names(folder: Path) -> frozenset[str]:
    try:
        return frozenset(os.listdir(folder))  # noqa: PTH208 - only the names, of folders of any size
    except OSError:  # an unreadable folder has no signs
        return frozenset()


def _packages(root: Path) -> Set[str]:
    files = tuple((root / name, file_state(root / name)) for name in _PACKAGE_FILES)
    return _read_packages(files)


@lru_cache(maxsize=256)
def _read_packages(files: tuple[tuple[Path, FileState], ...]) -> frozenset[str]:
    found: set[str] = set()
    for file, _state in files:
        try:
            data = json.loads(regular(file).read_text(encoding="utf-8-sig"))
        except (OSError, ValueError, RecursionError):
            continue
        for group in _PACKAGE_GROUPS:
            found.update(texts_at(data, f"{group}/@"))
    return frozenset(found)


def _fits(kind: SiteKind, root: Path, names: Set[str], packages: Set[str]) -> bool:
    return any(_shows(sign, root, names, packages) for sign in kind.signs)


def _shows(sign: Sign, root: Path, names: Set[str], packages: Set[str]) -> bool:
    if sign.package is not None:
        return sign.package in packages
    return all(any(_matches(path, root, names)) for path in sign.paths)


def _matches(pattern: str, root: Path, names: Set[str]) -> Iterator[bool]:
    first, *rest = PurePosixPath(pattern).parts
    if any(sign in first for sign in _WILD):
        yield from (True for name in names if fnmatchcase(name, first))
    elif first in names:
        yield not rest or exists(root.joinpath(first, *rest))
