"""The address of a page within its site, from its file and its front matter."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from designer.site.page_files import DATA_SUFFIXES, PageFolder
from designer.site.page_heads import page_head
from designer.site.site_kinds import PageRule, RouteRules, site_kinds

_DATE: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[-T]\d{4,6})?[-._]+(?=.)")
_GROUP: Final = re.compile(r"\([^()]*\)")
_LANGUAGE: Final = re.compile(r"([a-z]{2})(?:[-_][A-Za-z]{2,4})?")
_END: Final = re.compile(r"(?:/index)?\.html?$|/index$")
_PLACE: Final = re.compile(r":([a-z]\w*)")
_WHOLE: Final = frozenset({"permalink", "url", "path"})
"""Keys of front matter that hold a whole address."""

_FILE_NAME: Final = "id"
"""The key of front matter that replaces the name of a file, which does not stand for its folder."""


@dataclass(frozen=True)
class PageRoute:
    """The address of a page.

    Attributes:
        route: The URL path: ``/`` for the home page, ``/about``.
        language: The language at the end of the file's name, as in ``about.de.md``; or empty.
    """

    route: str
    language: str


def language_of(text: str) -> str:
    """Return a text that is the code of a language, in lower case; empty for any other text."""
    match = _LANGUAGE.fullmatch(text)
    return text.lower() if match and match[1] in site_kinds().languages else ""


def page_route(
    file: Path, folders: Iterable[PageFolder], rules: RouteRules, default_language: str
) -> PageRoute:
    """Return the address of a page.

    Args:
        file: The file of the page. For one outside of all folders only its name counts.
        folders: The folders that hold the pages of the site.
        rules: The rules of the kind of site.
        default_language: The language whose pages have no prefix.
    """
    path = os.fspath(file)
    folder = _innermost(path, folders) or PageFolder(file, "", PageRule(""))
    inside = path.removeprefix(os.fspath(folder.path)).strip(os.sep)
    *parts, name = (inside or file.name).split(os.sep)  # noqa: PTH206 - a path is slow to make
    rules = folder.rule.routes or rules
    stem, language = _stem(os.path.splitext(name)[0], rules)  # noqa: PTH122 - for each page
    if rules.groups:
        parts = [part for part in parts if not _GROUP.fullmatch(part)]
    parts = [_without_number(part, rules) for part in parts]
    names = _names(stem, rules)
    is_index = names[-1].lower() in (*rules.index, *folder.rule.index, *folder.rule.only)
    if is_index or (rules.folder_named and [names[-1]] == parts[-1:]):
        names = _names(parts.pop(), rules) if rules.dated_folders and parts else []
    base = _address(language if language != default_language else "", folder.route)
    route = _filled(folder, stem, parts) or _address(base, *parts, *names)
    return PageRoute(_told(file, route, base, rules, is_index=is_index) or route, language)


def _innermost(path: str, folders: Iterable[PageFolder]) -> PageFolder | None:
    around = [each for each in folders if _is_around(os.fspath(each.path), path)]
    return max(around, key=lambda each: len(os.fspath(each.path)), default=None)


def _is_around(folder: str, path: str) -> bool:
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)


def _stem(stem: str, rules: RouteRules) -> tuple[str, str]:
    """Return the name of a file without its suffix and its language, and the language."""
    name, dot, end = stem.rpartition(".")
    language = language_of(end) if dot and name and rules.languages else ""
    return (name, language) if language else (stem, "")


def _names(stem: str, rules: RouteRules) -> list[str]:
    """Return the parts of an address that the name of a file, or of its folder, stands for."""
    date = _DATE.match(stem) if rules.dates else None
    if date is None:
        return [_without_number(stem, rules)]
    rest = stem[date.end() :]
    is_path = rules.dates == "path"
    return [date[1], date[2].zfill(2), date[3].zfill(2), rest] if is_path else [rest]


def _filled(folder: PageFolder, stem: str, parts: Sequence[str]) -> str | None:
    """Return the address by the pattern of a folder of pages; None without one that is known.

    Args:
        folder: The folder of pages.
        stem: The name of the page's file.
        parts: The names of the folders between both.
    """
    pattern = folder.rule.permalink
    if ":" not in pattern:
        return None
    date = _DATE.match(stem)
    name = stem[date.end() :] if date else stem
    known = {
        **dict.fromkeys(("name", "title", "slug"), name),
        **dict.fromkeys(("categories", "output_ext"), ""),
        "path": "/".join((*parts, name)),
        "collection": folder.route,
    }
    if date:
        known |= {"year": date[1], "month": date[2].zfill(2), "day": date[3].zfill(2)}
    if any(each not in known for each in _PLACE.findall(pattern)):
        return None
    return _address(_END.sub("", _address(_PLACE.sub(lambda match: known[match[1]], pattern))))


def _without_number(name: str, rules: RouteRules) -> str:
    number = rules.numbers and rules.numbers.match(name)
    return name[number.end() :] if number else name


def _address(*paths: str) -> str:
    return "/" + "/".join(part for path in paths for part in path.split("/") if part)


def _told(file: Path, route: str, base: str, rules: RouteRules, *, is_index: bool) -> str | None:
    """Return the address that the front matter gives; None if it gives none.

    Args:
        file: The file of the page.
        route: The address that follows from its place.
        base: What the addresses in its folder of pages begin with.
        rules: The rules of the page.
        is_index: Whether the page stands for its folder.
    """
    if file.suffix.lower() in DATA_SUFFIXES or not rules.front_matter:
        return None
    values = page_head(file).values
    for key in rules.front_matter:
        text = values.get(key, "").strip()
        if not text or any(sign in text for sign in "{}:<>\\ ") or "//" in text:
            continue
        begins_site = key in _WHOLE or text.startswith("/")
        if rules.slugs == "alone" or (begins_site and rules.slugs == "base"):
            return _address(base, text)
        if begins_site:
            return _address(_END.sub("", _address(text)))
        if not is_index:
            return _address(route.rpartition("/")[0], text)
        if rules.slugs == "base" and key != _FILE_NAME:
            return _address(route, text)
    return None
