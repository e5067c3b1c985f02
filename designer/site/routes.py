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
_NUMBER: Final = re.compile(r"\d{1,3}[-._]+\s*(?=[^\d.])")
_GROUP: Final = re.compile(r"\([^()]*\)")
_LANGUAGE: Final = re.compile(r"([a-z]{2})(?:[-_][A-Za-z]{2,4})?")
_END: Final = re.compile(r"(?:/index)?\.html?$|/index$")
_WHOLE: Final = frozenset({"permalink", "url", "path"})
"""Keys of front matter that hold a whole address."""


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
    stem, language = _stem(os.path.splitext(name)[0], rules)  # noqa: PTH122 - for each page
    if rules.groups:
        parts = [part for part in parts if not _GROUP.fullmatch(part)]
    dates = folder.rule.dates or rules.dates
    if rules.numbers:
        parts = [_NUMBER.sub("", part, count=1) for part in parts]
    named = [*parts, *_names(stem, dates, numbers=rules.numbers)]
    is_index = named[-1].lower() in (*rules.index, *folder.rule.index, *folder.rule.only)
    if is_index or (rules.folder_named and len(named) > 1 and named[-1] == named[-2]):
        named.pop()
    first = [language] if language and language != default_language else []
    route = "/" + "/".join(part for part in (*first, *folder.route.split("/"), *named) if part)
    return PageRoute(_told(file, route, rules, is_index=is_index) or route, language)


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


def _names(stem: str, dates: str, *, numbers: bool) -> Sequence[str]:
    """Return the parts of an address that a file's name stands for."""
    date = _DATE.match(stem) if dates else None
    if date is not None:
        rest = stem[date.end() :]
        return [date[1], date[2].zfill(2), date[3].zfill(2), rest] if dates == "path" else [rest]
    return [_NUMBER.sub("", stem, count=1) if numbers else stem]


def _told(file: Path, route: str, rules: RouteRules, *, is_index: bool) -> str | None:
    """Return the address that the front matter gives; None if it gives none."""
    if file.suffix.lower() in DATA_SUFFIXES or not rules.front_matter:
        return None
    values = page_head(file).values
    for key in rules.front_matter:
        text = values.get(key, "").strip()
        if not text or any(sign in text for sign in "{}:<>\\ ") or "//" in text:
            continue
        if key in _WHOLE or text.startswith("/"):
            return "/" + _END.sub("", "/" + text.strip("/")).strip("/")
        if not is_index:
            return route.rpartition("/")[0] + "/" + text.strip("/")
    return None
