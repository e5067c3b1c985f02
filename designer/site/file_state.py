"""The state of files on disk, to detect changes without reading the files."""

from __future__ import annotations

import stat
from collections.abc import Iterable
from pathlib import Path

FileState = tuple[int, int, int]
"""Modification time in nanoseconds, size in bytes, inode; zeros for a file that does not exist."""


def file_state(file: Path) -> FileState:
    """Return the state of one file. For a folder only the inode is used."""
    try:
        found = file.stat()
    except OSError:
        return 0, 0, 0
    if stat.S_ISDIR(found.st_mode):
        return 0, 0, found.st_ino
    return found.st_mtime_ns, found.st_size, found.st_ino


def file_states(files: Iterable[Path]) -> dict[Path, FileState]:
    """Return the state of each of these files."""
    return {file: file_state(file) for file in files}


def files_below(folder: Path) -> list[Path]:
    """Return the folder and everything below it, sorted; only the folder if it does not exist."""
    return [folder, *sorted(folder.rglob("*"))] if folder.is_dir() else [folder]
