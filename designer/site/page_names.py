"""The names of pages in lists."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from designer.site.page_heads import page_head
from designer.site.routes import PageRoute

_HOME = "Home"
_MAX_READ = 3_000  # pages whose titles are read; the others are named by their files


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


def title_from_name(name: str) -> str:
    """Turn a file name into a title: ``case-studies`` → ``Case Studies``."""
    words = re.sub(r"[-_.\s]+", " ", name).split()
    return " ".join(word[:1].upper() + word[1:] for word in words) or name


def page_entries(
    routes: Mapping[Path, PageRoute], global_data: Mapping[str, Any], root: Path
) -> tuple[PageEntry, ...]:
    """Return the entries of pages, the home page first, then by route.

    A page is named by its label in the navigation, by the title in its front matter, or by its
    file. Equal names are followed by what tells the pages apart.

    Args:
        routes: The addresses of the pages.
        global_data: The data of the global document, whose navigation labels pages.
        root: The folder of the site.
    """
    labels = navigation_labels(global_data)
    entries = [
        PageEntry(file, found.route, _name(file, found, labels, is_read=number < _MAX_READ))
        for number, (file, found) in enumerate(routes.items())
    ]
    entries.sort(key=lambda page: (page.route != "/", page.route))
    return tuple(_distinguished(entries, root))


def _name(file: Path, found: PageRoute, labels: Mapping[str, str], *, is_read: bool) -> str:
    route = found.route
    if route == "/" and not found.language:
        return _HOME
    if label := labels.get(route):
        return label
    title = page_head(file).title if is_read else ""
    if title:
        return title
    last = route.rpartition("/")[2]
    if not last or last == found.language:
        return f"{_HOME} ({found.language})"
    return title_from_name(last)


def _distinguished(entries: Sequence[PageEntry], root: Path) -> Sequence[PageEntry]:
    """Add to each name that is used twice what tells its page apart, in the fewest words."""
    counts = Counter(entry.title for entry in entries)
    if len(counts) == len(entries):
        return entries
    twice = [entry for entry in entries if counts[entry.title] > 1]
    names = Counter((entry.title, title_from_name(_last(entry))) for entry in twice)
    routes = Counter((entry.title, entry.route) for entry in twice)
    files = Counter((entry.title, entry.path.name) for entry in twice)
    found = []
    for entry in entries:
        if counts[entry.title] > 1:
            name = title_from_name(_last(entry))
            if names[entry.title, name] == 1 and name not in ("", entry.title):
                hint = name
            elif routes[entry.title, entry.route] == 1:
                hint = entry.route
            elif files[entry.title, entry.path.name] == 1:
                hint = entry.path.name
            else:
                inside = entry.path.is_relative_to(root)
                hint = entry.path.relative_to(root).as_posix() if inside else entry.path.name
            entry = replace(entry, title=f"{entry.title} ({hint})")  # noqa: PLW2901
        found.append(entry)
    return found


def _last(entry: PageEntry) -> str:
    return entry.route.rpartition("/")[2]


def navigation_labels(theme: Mapping[str, Any]) -> dict[str, str]:
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
