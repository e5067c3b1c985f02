"""The page files in a folder, and a quick scan of their front matter without parsing it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Final

from designer.site.file_state import is_file, is_folder, regular
from designer.site.page_heads import page_head
from designer.site.site_kinds import PageRule, site_kinds

MARKDOWN_SUFFIXES: Final = frozenset({".md", ".mdx", ".markdown", ".mdoc"})
TEMPLATE_SUFFIXES: Final = frozenset({".html", ".njk", ".liquid"})
DATA_SUFFIXES: Final = frozenset({".json", ".yml", ".yaml", ".toml"})
PAGE_SUFFIXES: Final = MARKDOWN_SUFFIXES | TEMPLATE_SUFFIXES | DATA_SUFFIXES
"""File suffixes of pages. Templates need front matter; data are pages only in some folders."""

_BLOCK_TYPE = re.compile(r"^[ \t]*(?:- )?[ \t]*_template:[ \t]*[\"']?(\w+)", re.MULTILINE)
_KEY = re.compile(r"^((?:[ \t]|- )*)(\w+):(?=\s)", re.MULTILINE)
# What a template makes that is no page: a file of another type, or nothing.
_NOT_A_PAGE = re.compile(r"\.(?:xml|txt|json|css|js|ics|webmanifest|svg)$|^false$", re.IGNORECASE)


@dataclass(frozen=True)
class PageFolder:
    """A folder that holds pages, or a single page.

    Attributes:
        path: The folder, or the file of a single page.
        route: What the addresses of its pages begin with: empty, or ``/blog``.
        rule: What in it is a page.
        is_root: Whether it is the root of the site, which holds other files as well.
    """

    path: Path
    route: str
    rule: PageRule
    is_root: bool = False

    def enters(self, folder: str) -> bool:
        """Return whether a folder below this one is looked into, given by its path."""
        kinds, (parent, name) = site_kinds(), os.path.split(folder)
        if name.startswith(".") or name in kinds.never_walked or self._skips(parent, name):
            return False
        return not (self.is_root and name.lower() in kinds.outputs)

    def reaches(self, other: Path) -> bool:
        """Return whether looking through the folder reaches another folder or file."""
        if not other.is_relative_to(self.path) or other == self.path:
            return False
        below = [each for each in other.parents if each.is_relative_to(self.path)][:-1]
        folders = [*below, other] if is_folder(other) else below
        return all(self.enters(os.fspath(each)) for each in folders)

    def holds(self, path: str) -> bool:
        """Return whether a file, given by its path, is a page."""
        kinds, rule = site_kinds(), self.rule
        parent, whole = os.path.split(path)
        stem, suffix = os.path.splitext(whole)  # noqa: PTH122 - called for every file of a site
        suffix, name = suffix.lower(), stem.lower()
        if suffix not in PAGE_SUFFIXES or (rule.only and name not in rule.only):
            return False
        if self._skips(parent, stem):
            return False
        if suffix in DATA_SUFFIXES:
            is_own = name in kinds.not_data or name == os.path.split(parent)[1].lower()
            return rule.data and not is_own and not name.startswith(("_", "."))
        is_document = name in kinds.documents and name not in rule.index
        if not (is_document or suffix in TEMPLATE_SUFFIXES or rule.strict or self.is_root):
            return True
        if is_document and self.is_root and stem[:1].isupper():
            return False
        head = page_head(Path(path))
        made = head.values.get("permalink", "")
        return head.has_front_matter and not _NOT_A_PAGE.search(made)

    def _skips(self, parent: str, name: str) -> bool:
        lower = name.lower()
        if self.rule.collections and lower in site_kinds().shared:
            return parent == os.fspath(self.path)
        return any(fnmatchcase(lower, pattern) for pattern in self.rule.skip)


@dataclass(frozen=True)
class PageSigns:
    """The result of the scan of a page.

    Attributes:
        types: The names of its block types.
        page_keys: The root keys of its front matter.
        keys: All keys, including those of blocks and items.
    """

    types: set[str] = field(default_factory=set)
    page_keys: set[str] = field(default_factory=set)
    keys: set[str] = field(default_factory=set)

    @classmethod
    def union(cls, signs: Iterable[PageSigns]) -> PageSigns:
        """Return the signs that any of the given pages shows."""
        result = cls()
        for each in signs:
            result.types.update(each.types)
            result.page_keys.update(each.page_keys)
            result.keys.update(each.keys)
        return result


def page_files(folder: Path, skipped: Iterable[str] = ()) -> Iterator[Path]:
    """Yield the pages in a folder, without hidden ones and those of excluded folders.

    Args:
        folder: A folder of pages.
        skipped: Names of folders that are left out.
    """
    return pages_in(PageFolder(folder, "", PageRule("", skip=tuple(skipped))))


def pages_in(folder: PageFolder, others: Mapping[str, PageFolder] | None = None) -> Iterator[Path]:
    """Yield the pages in a folder in the order of their paths; links to folders are not followed.

    Args:
        folder: The folder, or a single page.
        others: Other folders of pages by path. What lies in one of them is yielded by its rule.
    """
    if is_file(folder.path):
        if folder.holds(os.fspath(folder.path)):
            yield folder.path
        return
    yield from _walk(os.fspath(folder.path), folder, others or {})


def _walk(path: str, folder: PageFolder, others: Mapping[str, PageFolder]) -> Iterator[Path]:
    try:
        with os.scandir(path) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError:  # an unreadable folder is treated as empty
        return
    for entry in entries:
        other = others.get(entry.path)
        if _is_folder(entry):
            if other is not None:
                yield from _walk(entry.path, other, others)
            elif folder.enters(entry.path):
                yield from _walk(entry.path, folder, others)
        elif _is_page(entry, other or folder):
            yield Path(entry.path)


def _is_page(entry: os.DirEntry[str], folder: PageFolder) -> bool:
    return not entry.name.startswith(".") and _is_file(entry) and folder.holds(entry.path)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir(follow_symlinks=False)
    except OSError:
        return False


def _is_file(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_file()
    except OSError:  # a link to itself
        return False


def page_signs(file: Path) -> PageSigns:
    """Scan the front matter of a page for block types and keys.

    The text is searched with regular expressions, so that a page that cannot be parsed has a result
    too. A file that cannot be read gives an empty result.
    """
    signs = PageSigns()
    try:
        text = regular(file).read_text(encoding="utf-8", errors="replace")
    except OSError:
        return signs
    front_matter = text.split("\n---", 1)[0]
    signs.types.update(_BLOCK_TYPE.findall(front_matter))
    for indent, name in _KEY.findall(front_matter):
        signs.keys.add(name)
        if not indent:
            signs.page_keys.add(name)
    return signs
