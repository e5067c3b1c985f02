"""The state of files on disk, by which a change is noticed without reading them."""

from __future__ import annotations

import stat
from collections.abc import Iterable
from pathlib import Path

FileState = tuple[int, int, int]
"""Modification time in nanoseconds, size in bytes, inode; zeros for a file that does not exist."""


def file_state(file: Path) -> FileState:
    """The state of one file. Of a folder only the inode counts."""
    try:
        found = file.stat()
    except OSError:
        return 0, 0, 0
    if stat.S_ISDIR(found.st_mode):
        return 0, 0, found.st_ino
    return found.st_mtime_ns, found.st_size, found.st_ino


def file_states(files: Iterable[Path]) -> dict[Path, FileState]:
    """The state of each of these files."""
    return {file: file_state(file) for file in files}


def files_below(folder: Path) -> list[Path]:
    """The folder and everything below it, sorted; the folder alone if it does not exist."""
    return [folder, *sorted(folder.rglob("*"))] if folder.is_dir() else [folder]
