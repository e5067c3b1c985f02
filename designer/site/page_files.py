"""The page files of a site, and a quick scan of their front matter without parsing it."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

PAGE_SUFFIXES = frozenset({".md", ".mdx", ".markdown"})

_BLOCK_TYPE = re.compile(r"^[ \t]*(?:- )?[ \t]*_template:[ \t]*[\"']?(\w+)", re.MULTILINE)
_KEY = re.compile(r"^((?:[ \t]|- )*)(\w+):(?=\s)", re.MULTILINE)


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


def page_files(folder: Path, skipped: Container[str] = ("node_modules",)) -> Iterator[Path]:
    """Yield the page files under a folder, without hidden ones and excluded folders."""
    try:
        entries = sorted(folder.iterdir())
    except OSError:  # an unreadable folder is treated as empty
        return
    for entry in entries:
        if entry.name.startswith(".") or entry.name in skipped:
            continue
        if entry.is_dir() and not entry.is_symlink():
            yield from page_files(entry, skipped)
        elif entry.suffix.lower() in PAGE_SUFFIXES and entry.is_file():
            yield entry


def page_signs(file: Path) -> PageSigns:
    """Scan the front matter of a page for block types and keys.

    The text is searched with regular expressions, so that a page that cannot be parsed has a result
    too. A file that cannot be read gives an empty result.
    """
    signs = PageSigns()
    try:
        text = file.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return signs
    front_matter = text.split("\n---", 1)[0]
    signs.types.update(_BLOCK_TYPE.findall(front_matter))
    for indent, name in _KEY.findall(front_matter):
        signs.keys.add(name)
        if not indent:
            signs.page_keys.add(name)
    return signs
