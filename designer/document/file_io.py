"""Read a file, and save it atomically so that its content cannot be lost."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
import stat
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path as FilePath
from typing import Final

from designer.document.limits import MAX_BYTES
from designer.errors import SaveConflict, SaveError, SourceError

_RETRIES: Final = 4  # another program may lock the file briefly (Windows, network drives)

_REASONS: Final = {
    errno.ENOSPC: "the disk is full; make room and save again",
    errno.EDQUOT: "your share of the disk is used up; make room and save again",
    errno.EACCES: "you are not allowed to write there; save elsewhere, or ask for the right",
    errno.EPERM: "you are not allowed to write there; save elsewhere, or ask for the right",
    errno.EROFS: "the disk can only be read; save elsewhere",
    errno.ENOENT: "its folder is gone; save elsewhere",
    errno.ENOTDIR: "its folder is gone; save elsewhere",
    errno.ENAMETOOLONG: "its name is too long; save under a shorter one",
}


@dataclass(frozen=True)
class FileStamp:
    """The identity of a file's content at the time of reading, to detect changes on disk.

    Attributes:
        path: The path.
        size: The size in bytes.
        mtime_ns: The modification time in nanoseconds.
        inode: The inode number.
        digest: The SHA-256 of the bytes, in hexadecimal.
    """

    path: FilePath
    size: int
    mtime_ns: int
    inode: int
    digest: str

    def is_stale(self) -> bool:
        """Return whether the file is gone or its content has changed."""
        try:
            status = self.path.stat()
            if (status.st_size, status.st_mtime_ns, status.st_ino) == (
                self.size, self.mtime_ns, self.inode,
            ):  # fmt: skip
                return False
            return hashlib.sha256(self.path.read_bytes()).hexdigest() != self.digest
        except OSError:
            return True


@dataclass(frozen=True)
class FileContent:
    """The bytes of a file, and the stamp to recognize this content by."""

    data: bytes
    stamp: FileStamp


def read_file(path: FilePath) -> FileContent:
    """Read a file.

    Raises:
        SourceError: The file is missing, a folder, unreadable or too large.
    """
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise SourceError(f"“{path}” is a folder, not a page; choose a file in it.")
        if not stat.S_ISREG(status.st_mode):
            raise SourceError(f"“{path}” is no ordinary file, so it cannot be a page.")
        with path.open("rb") as file:
            status = os.fstat(file.fileno())
            if status.st_size > MAX_BYTES:
                raise SourceError(
                    f"“{path.name}” has {status.st_size / 2**20:.0f} MB, more than the "
                    f"{MAX_BYTES // 2**20} MB that can be edited; nothing was changed. Split it, "
                    "or edit it as text."
                )
            data = file.read()
    except FileNotFoundError as error:
        raise SourceError(f"“{path}” does not exist; check the name.") from error
    except PermissionError as error:
        raise SourceError(f"You are not allowed to read “{path}”; nothing was changed.") from error
    except OSError as error:
        raise SourceError(
            f"“{path}” cannot be read ({error.strerror}); nothing was changed."
        ) from error
    return FileContent(data, _stamp(path, status, data))


def _stamp(path: FilePath, status: os.stat_result, data: bytes) -> FileStamp:
    digest = hashlib.sha256(data).hexdigest()
    return FileStamp(path, status.st_size, status.st_mtime_ns, status.st_ino, digest)


def save_file(path: FilePath, data: bytes, expected: FileStamp | None) -> FileStamp:
    """Write a file completely or not at all.

    The bytes are written to a temporary file in the same folder, which then replaces the target
    with the same mode, owner and extended attributes. A symbolic link is kept. A file with several
    hard links, or in a read-only folder, is overwritten in place while a backup copy exists.
    Nothing is written when the file has these bytes already.

    Args:
        path: The file; it need not exist when no stamp is expected.
        data: The new content.
        expected: The stamp of the last read or save; None overwrites any content.

    Returns:
        The stamp of the saved file.

    Raises:
        SaveConflict: The file has changed since the expected stamp; nothing was written.
        SaveError: The file cannot be written; its old content is still there.
    """
    target = FilePath(os.path.realpath(path))
    try:
        current = _read_current(target)
        if expected is not None:
            _check(path, current, expected)
        if current is not None and current.data == data:
            return current.stamp
        if current is None:
            _replace(target, data, None)
        else:
            _write_over(target, data, current)
        return _stamp(path, target.stat(), data)
    except OSError as error:
        reason = _REASONS.get(error.errno or 0, f"the system says: {error.strerror}")
        raise SaveError(
            f"“{path.name}” could not be saved: {reason}. What was on the disk is still there."
        ) from error


def _read_current(target: FilePath) -> FileContent | None:
    """Return the present content of the file, or None when the file does not exist."""
    try:
        status = target.stat()
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(status.st_mode):
        raise SaveError(
            f"“{target.name}” is no ordinary file; nothing was written. Save elsewhere."
        )
    data = target.read_bytes()
    return FileContent(data, _stamp(target, status, data))


def _check(path: FilePath, current: FileContent | None, expected: FileStamp) -> None:
    """Make sure that the file still has the expected content."""
    if current is None:
        raise SaveConflict(
            f"“{path.name}” was deleted or renamed since it was opened; nothing was written. Save "
            "to create it again, or save elsewhere."
        )
    if current.stamp.digest != expected.digest:
        raise SaveConflict(
            f"“{path.name}” was changed by another program since it was opened; nothing was "
            "written. Compare both, then keep yours or take the other one."
        )


def _write_over(target: FilePath, data: bytes, current: FileContent) -> None:
    """Write a file that exists."""
    status = target.stat()
    if not status.st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH):
        raise SaveError(
            f"“{target.name}” is marked as read-only; nothing was written. Take the mark away, or "
            "save elsewhere."
        )
    if status.st_nlink > 1 or not _replace(target, data, status):
        _write_in_place(target, data, current.data)


def _replace(target: FilePath, data: bytes, status: os.stat_result | None) -> bool:
    """Write a temporary file and rename it to the target.

    Returns:
        False when the folder is not writable or the owner cannot be kept; nothing was changed.
    """
    try:
        handle, name = tempfile.mkstemp(".tmp", f".{target.name[:100]}.", target.parent)
    except PermissionError:
        if status is None:
            raise
        return False
    temporary = FilePath(name)
    try:
        with os.fdopen(handle, "wb") as file:
            _write(file.fileno(), data)
        if status is None:
            temporary.chmod(0o666 & ~_umask())
        elif not _copy_metadata(temporary, target, status):
            return False
        _retry(lambda: temporary.replace(target))
        _sync_folder(target.parent)
    finally:
        temporary.unlink(missing_ok=True)
    return True


def _write(descriptor: int, data: bytes) -> None:
    """Write all bytes and flush them to the disk."""
    view = memoryview(data)
    while view:
        view = view[os.write(descriptor, view) :]
    os.fsync(descriptor)


def _copy_metadata(temporary: FilePath, target: FilePath, status: os.stat_result) -> bool:
    """Copy the owner, mode and extended attributes of an old file to a new one."""
    own = temporary.stat()
    if (own.st_uid, own.st_gid) != (status.st_uid, status.st_gid):
        try:
            os.chown(temporary, status.st_uid, status.st_gid)
        except PermissionError:
            return False
    shutil.copystat(target, temporary)
    os.utime(temporary)
    return True


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _retry(action: Callable[[], object]) -> None:
    """Run an action, and retry it if another program locks the file briefly."""
    for attempt in range(_RETRIES):
        try:
            action()
        except PermissionError:
            time.sleep(0.05 * 2**attempt)
        else:
            return
    action()


def _sync_folder(folder: FilePath) -> None:
    """Flush the entries of a folder to the disk, on systems where folders can be opened."""
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _write_in_place(target: FilePath, data: bytes, old: bytes) -> None:
    """Overwrite the file itself; on failure, restore its old bytes.

    A backup of the old bytes is in the folder for temporary files meanwhile. It stays there if the
    old bytes cannot be restored.
    """
    # Without the flag Windows would turn line feeds into line ends of its own.
    descriptor = os.open(target, os.O_WRONLY | getattr(os, "O_BINARY", 0))
    try:
        handle, name = tempfile.mkstemp(".backup", f"{target.name[:100]}.")
        backup = FilePath(name)
        with os.fdopen(handle, "wb") as file:
            _write(file.fileno(), old)
        try:
            _overwrite(descriptor, data)
        except OSError:
            _restore(descriptor, old, target, backup)
            backup.unlink()
            raise
        backup.unlink()
    finally:
        os.close(descriptor)


def _restore(descriptor: int, old: bytes, target: FilePath, backup: FilePath) -> None:
    try:
        _overwrite(descriptor, old)
    except OSError as error:
        raise SaveError(
            f"“{target.name}” was damaged while it was saved ({error.strerror}); its content as it "
            f"was before is in “{backup}”."
        ) from error


def _overwrite(descriptor: int, data: bytes) -> None:
    os.lseek(descriptor, 0, os.SEEK_SET)
    _write(descriptor, data)
    os.ftruncate(descriptor, len(data))
    os.fsync(descriptor)
