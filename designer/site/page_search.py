"""What a folder holds in which no page was found, to tell a person what to do."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from designer.site.file_state import files_in
from designer.site.page_files import MARKDOWN_SUFFIXES
from designer.site.site_kinds import site_kinds

_MAX_FILES = 20_000
_MAX_FOLDERS = 3


@dataclass(frozen=True)
class PageSearch:
    """The result of a search for pages that found none that can be read.

    Attributes:
        root: The root of the site.
        folder: The folder that was looked through: the root, or the one that the user chose.
        texts: Folders with texts that are no pages, relative to ``folder``, and how many there are:
            those with most texts first.
        unread: The reason why the most likely page cannot be read; empty if there is no page.
        notes: Names of files about the repository, such as ``README.md``.
    """

    root: Path
    folder: Path
    texts: tuple[tuple[str, int], ...]
    notes: tuple[str, ...]
    unread: str = ""


def search_texts(root: Path, folder: Path, unread: str = "") -> PageSearch:
    """Look for texts that could be pages in a folder without readable pages.

    Args:
        root: The root of the site.
        folder: The root, or the folder of pages that the user chose.
        unread: The reason why the most likely page cannot be read; empty if there is no page.
    """
    kinds = site_kinds()
    skipped = kinds.never_walked | kinds.outputs
    counts, notes = Counter[str](), list[str]()
    for file in islice(files_in(folder, skipped.__contains__), _MAX_FILES):
        if file.suffix.lower() in MARKDOWN_SUFFIXES:
            if file.stem.lower() in kinds.documents:
                notes.append(file.name)
            else:
                counts[file.parent.relative_to(folder).as_posix()] += 1
    texts, names = tuple(counts.most_common(_MAX_FOLDERS)), tuple(dict.fromkeys(notes))
    return PageSearch(root, folder, texts, names, unread)
