"""Find a site's root folder from a page within it, and sites below a folder."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from designer.site.file_state import exists, is_folder
from designer.site.page_files import PageFolder
from designer.site.page_sources import may_hold
from designer.site.site_kinds import PageRule
from designer.site.site_setup import is_recognised, site_setup

CONTENT = "content"

# Files that stand at the root of a site, but in other folders as well.
_WEAK_SIGNS = (
    "tina",
    "tailwind.config.js",
    "tailwind.config.cjs",
    "tailwind.config.ts",
)
_PACKAGE = "package.json"
_MAX_DEPTH = 3  # levels below a folder in which sites are searched
_MAX_FOLDERS = 2_000


def find_root(start: Path) -> Path | None:
    """Return the root of the site that contains a page or folder, or None.

    The nearest folder counts that has the sign of a generator or a content management system, or
    that has a ``content`` folder around the page or another file that stands at the root of sites.
    A sign counts more than a nearer ``content`` if such sites have pages in that place, as Astro
    has in ``src/content``. A sign that subfolders of sites have, too, counts only without another
    sign. A ``package.json`` that names no generator does not count within a ``content`` folder. For
    a page the last resort is the root of a Git repository; nothing outside of a repository is
    looked at. The home folder is never a root.
    """
    place = start.absolute()
    if ".." in place.parts:
        place = place.resolve() if place.name == ".." else place.parent.resolve() / place.name
    within = [place, *place.parents] if is_folder(place) else list(place.parents)
    possible = (each for each in within if each.parent != each and each != Path.home())
    folders = list(_within_repository(possible))
    likely = next((each for each in folders if _is_likely(each, place)), None)
    others = (each for each in folders if is_recognised(each, certainly=False))
    recognised = next(chain(filter(is_recognised, folders), others), None)
    if recognised is not None and (
        likely is None
        or recognised.is_relative_to(likely)
        or may_hold(site_setup(recognised), place)
    ):
        return recognised
    around = [] if is_folder(place) else folders  # a folder that is opened is its own site
    last = (*filter(_has_package, folders), *filter(_is_repository, around))
    return likely or next(iter(last), None)


def _within_repository(folders: Iterable[Path]) -> Iterator[Path]:
    """Yield folders up to the root of a Git repository; a submodule is part of the one around."""
    for folder in folders:
        yield folder
        if is_folder(folder / ".git"):
            return


def _is_likely(folder: Path, place: Path) -> bool:
    """Return whether a folder without the sign of a kind looks like the root of a site."""
    content = folder / CONTENT
    if is_folder(content) and (place == folder or place.is_relative_to(content)):
        return True
    if any(exists(folder / name) for name in _WEAK_SIGNS):
        return True
    if is_recognised(folder, certainly=False):
        return True
    return _has_package(folder) and CONTENT not in folder.parts


def _has_package(folder: Path) -> bool:
    return exists(folder / _PACKAGE)


def _is_repository(folder: Path) -> bool:
    return exists(folder / ".git")


def sites_below(folder: Path) -> Iterator[Path]:
    """Yield the folders of sites below a folder, the nearest first; links are not followed."""
    looked = PageFolder(folder, "", PageRule("."), is_root=True)
    level, count = [folder], 0
    for _ in range(_MAX_DEPTH):
        below: list[Path] = []
        for each in level:
            for inner in _folders(each, looked):
                count += 1
                if count > _MAX_FOLDERS:
                    return
                if is_recognised(inner):
                    yield inner
                else:
                    below.append(inner)
        level = below


def _folders(folder: Path, looked: PageFolder) -> list[Path]:
    try:
        with os.scandir(folder) as entries:
            found = [each.path for each in entries if each.is_dir(follow_symlinks=False)]
    except OSError:  # an unreadable folder is treated as empty
        return []
    return [Path(path) for path in sorted(found) if looked.enters(path)]
