"""The state of files on disk, to detect changes without reading the files."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable, Iterable, Iterator
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


def listed_path(root: Path, file: Path) -> Path:
    """Return a path below ``root`` as its folders list it.

    Systems that ignore case open ``Img/A.png`` for ``img/a.png``; the server of a site does not.
    """
    found = root
    for name in file.relative_to(root).parts:
        try:
            names = os.listdir(found)  # noqa: PTH208 - names are enough
        except OSError:
            names = []
        same = (each for each in names if each.casefold() == name.casefold())
        found /= name if name in names else next(same, name)
    return found


def files_below(folder: Path) -> list[Path]:
    """Return the folder and everything below it, sorted; only the folder if it does not exist."""
    return [folder, *sorted(folder.rglob("*"))] if is_folder(folder) else [folder]


def files_in(folder: Path, skips: Callable[[str], bool] = lambda _name: False) -> Iterator[Path]:
    """Yield the files in a folder and below it, in the order of their paths.

    Hidden files and folders are left out, and links to folders are not followed. An unreadable
    folder is treated as empty.

    Args:
        folder: The folder.
        skips: Returns whether a folder or file of a name is left out.
    """
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        if entry.name.startswith(".") or skips(entry.name):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from files_in(Path(entry.path), skips)
        else:
            yield Path(entry.path)


def exists(path: Path) -> bool:
    """Return whether a file or folder exists; False where it cannot be looked at."""
    return os.path.exists(path)  # noqa: PTH110 - pathlib raises for a folder without rights


def regular(path: Path) -> Path:
    """Return the path of a file that is going to be opened.

    Raises:
        OSError: It is no regular file. Opening a named pipe, for instance, waits for ever.
    """
    if not stat.S_ISREG(path.stat().st_mode):
        raise OSError(errno.EINVAL, "no regular file", os.fspath(path))
    return path


def is_folder(path: Path) -> bool:
    """Return whether a path is a folder; False where it cannot be looked at."""
    return os.path.isdir(path)  # noqa: PTH112 - as above


def is_file(path: Path) -> bool:
    """Return whether a path is a file; False where it cannot be looked at."""
    return os.path.isfile(path)  # noqa: PTH113 - as above
