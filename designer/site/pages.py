"""The page files of a site, and what they show of the site without being read as documents."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from pathlib import Path

PAGE_SUFFIXES = frozenset({".md", ".mdx", ".markdown"})

_BLOCK_TYPE = re.compile(r"^[ \t]*(?:- )?[ \t]*_template:[ \t]*[\"']?(\w+)", re.MULTILINE)
_KEY = re.compile(r"^(\w+):", re.MULTILINE)


def page_files(folder: Path, passed_over: Container[str] = ("node_modules",)) -> Iterator[Path]:
    """The page files under a folder, without hidden ones and those in folders of these names."""
    try:
        entries = sorted(folder.iterdir())
    except OSError:  # a folder that cannot be read holds no page that could be opened
        return
    for entry in entries:
        if entry.name.startswith(".") or entry.name in passed_over:
            continue
        if entry.is_dir() and not entry.is_symlink():
            yield from page_files(entry, passed_over)
        elif entry.suffix.lower() in PAGE_SUFFIXES and entry.is_file():
            yield entry


def page_signs(files: Iterable[Path]) -> tuple[set[str], set[str]]:
    """The names of block types and the keys of the front matter that occur in these pages.

    The text is only searched: a page that cannot be read as a document has its signs too.
    """
    types: set[str] = set()
    keys: set[str] = set()
    for file in files:
        try:
            text = file.read_text(encoding="utf-8", errors="replace")
        except OSError:  # it shows nothing, then
            continue
        front_matter = text.split("\n---", 1)[0]
        types.update(_BLOCK_TYPE.findall(front_matter))
        keys.update(_KEY.findall(front_matter))
    return types, keys
