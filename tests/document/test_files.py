"""Reading and saving with real files: nothing is lost at any moment."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from designer.document import read_file, save_file
from designer.document.limits import MAX_BYTES
from designer.errors import SaveConflict, SaveError, SourceError

root_only = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can mount and change owners"
)
posix_only = pytest.mark.skipif(not hasattr(os, "geteuid"), reason="Windows has other rights")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "page.md"
    path.write_bytes(b"old\n")
    return path


def only(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_reading(file: Path) -> None:
    content = read_file(file)
    assert content.data == b"old\n"
    assert content.stamp.size == 4
    assert not content.stamp.is_stale()


def test_what_cannot_be_read_is_said(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="does not exist"):
        read_file(tmp_path / "none.md")
    with pytest.raises(SourceError, match="is a folder"):
        read_file(tmp_path)
    with pytest.raises(SourceError, match="cannot be read"):
        read_file(tmp_path / ("x" * 300))
    large = tmp_path / "large.md"
    with large.open("wb") as stream:
        stream.truncate(MAX_BYTES + 1)
    with pytest.raises(SourceError, match="more than the 16 MB"):
        read_file(large)


@posix_only
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(SourceError, match="no ordinary file"):
        read_file(tmp_path / "pipe")


def test_saving(file: Path) -> None:
    file.chmod(0o640)
    before = read_file(file)
    stamp = save_file(file, b"new\n", before.stamp)
    assert file.read_bytes() == b"new\n"
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert stamp == read_file(file).stamp
    assert before.stamp.is_stale()
    assert not stamp.is_stale()
    assert only(file.parent) == ["page.md"]


def test_the_same_bytes_are_not_written(file: Path) -> None:
    before = file.stat()
    stamp = save_file(file, b"old\n", read_file(file).stamp)
    assert file.stat() == before
    assert stamp == read_file(file).stamp


def test_a_new_file_gets_the_usual_mode(tmp_path: Path) -> None:
    path = tmp_path / "new.md"
    save_file(path, b"x", None)
    usual = tmp_path / "usual"
    usual.touch()
    assert path.read_bytes() == b"x"
    assert stat.S_IMODE(path.stat().st_mode) == stat.S_IMODE(usual.stat().st_mode)


def test_a_changed_file_is_not_written_over(file: Path) -> None:
    stamp = read_file(file).stamp
    file.write_bytes(b"theirs\n")
    assert stamp.is_stale()
    with pytest.raises(SaveConflict, match="changed by another program"):
        save_file(file, b"mine\n", stamp)
    assert file.read_bytes() == b"theirs\n"
    save_file(file, b"mine\n", None)
    assert file.read_bytes() == b"mine\n"


def test_a_file_that_was_only_touched_is_the_same(file: Path) -> None:
    stamp = read_file(file).stamp
    os.utime(file, ns=(1, 1))
    assert not stamp.is_stale()
    save_file(file, b"new\n", stamp)
    assert file.read_bytes() == b"new\n"


def test_a_deleted_file_is_said(file: Path) -> None:
    stamp = read_file(file).stamp
    file.unlink()
    assert stamp.is_stale()
    with pytest.raises(SaveConflict, match="deleted or renamed"):
        save_file(file, b"new\n", stamp)
    assert only(file.parent) == []
    save_file(file, b"new\n", None)
    assert file.read_bytes() == b"new\n"


def test_links_stay_links(file: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.md"
    link.symlink_to(file.name)
    save_file(link, b"new\n", read_file(link).stamp)
    assert link.is_symlink()
    assert file.read_bytes() == b"new\n"


def test_all_names_of_a_file_keep_its_content(file: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.md"
    other.hardlink_to(file)
    save_file(file, b"newer and longer\n", read_file(file).stamp)
    save_file(other, b"x\n", read_file(other).stamp)
    assert file.read_bytes() == other.read_bytes() == b"x\n"
    assert file.stat().st_ino == other.stat().st_ino
    assert only(tmp_path) == ["other.md", "page.md"]


@pytest.mark.skipif(not hasattr(os, "setxattr"), reason="no extended attributes here")
def test_extended_attributes_stay(file: Path) -> None:
    try:
        os.setxattr(file, "user.note", b"kept")
    except OSError:
        pytest.skip("this file system has no extended attributes")
    save_file(file, b"new\n", None)
    assert os.getxattr(file, "user.note") == b"kept"


def test_read_only_files_are_respected(file: Path) -> None:
    file.chmod(0o444)
    with pytest.raises(SaveError, match="marked as read-only"):
        save_file(file, b"new\n", read_file(file).stamp)
    assert file.read_bytes() == b"old\n"


def test_what_is_no_file_is_not_written(tmp_path: Path) -> None:
    with pytest.raises(SaveError, match="no ordinary file"):
        save_file(tmp_path, b"x", None)
    with pytest.raises(SaveError, match="folder is gone"):
        save_file(tmp_path / "none" / "page.md", b"x", None)
    with pytest.raises(SaveError, match="name is too long"):
        save_file(tmp_path / ("x" * 300), b"x", None)
    fine = tmp_path / ("é" * 120 + ".md")
    save_file(fine, b"x", None)
    save_file(fine, b"y", None)
    assert fine.read_bytes() == b"y"


def test_a_file_held_by_another_program_is_tried_again(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on Windows: the first two attempts to replace it are refused."""
    waits: list[float] = []
    refusals = iter([PermissionError(13, "held"), PermissionError(13, "held")])
    real = Path.replace

    def replace(self: Path, target: Path) -> Path:
        error = next(refusals, None)
        if error is not None:
            raise error
        return real(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    monkeypatch.setattr("time.sleep", waits.append)
    save_file(file, b"new\n", None)
    assert file.read_bytes() == b"new\n"
    assert waits == [0.05, 0.1]


def test_a_file_held_for_good_is_said(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def replace(_self: Path, _target: Path) -> Path:
        raise PermissionError(13, "held")

    monkeypatch.setattr(Path, "replace", replace)
    monkeypatch.setattr("time.sleep", lambda _seconds: None)
    with pytest.raises(SaveError, match=r"not allowed to write there.*still there"):
        save_file(file, b"new\n", None)
    assert file.read_bytes() == b"old\n"
    assert only(file.parent) == ["page.md"]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 64 kB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(folder)]
    if shutil.which("mount") is None or subprocess.run(command, check=False).returncode:
        pytest.skip("no small disk can be mounted here")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


@root_only
@pytest.mark.parametrize("linked", [False, True])
def test_a_full_disk_costs_nothing(small_disk: Path, linked: bool) -> None:
    path = small_disk / "page.md"
    path.write_bytes(b"o" * 20_000)
    if linked:
        (small_disk / "other.md").hardlink_to(path)
    names = only(small_disk)
    with pytest.raises(SaveError, match="disk is full"):
        save_file(path, b"n" * 100_000, read_file(path).stamp)
    assert path.read_bytes() == b"o" * 20_000
    assert only(small_disk) == names


@root_only
def test_the_owner_stays(file: Path) -> None:
    os.chown(file, 12345, 12345)
    save_file(file, b"new\n", None)
    assert (file.stat().st_uid, file.stat().st_gid) == (12345, 12345)


@contextmanager
def somebody() -> Iterator[None]:
    """Makes the process one without special rights, if it has them."""
    if os.geteuid() != 0:
        yield
        return
    os.setegid(65534)
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)
        os.setegid(0)


@pytest.fixture
def shared() -> Iterator[Path]:
    """A folder that everybody can enter, with a page in it; those of pytest are root's alone."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        (folder / "page.md").write_bytes(b"old\n")
        yield folder
        folder.chmod(0o755)


@posix_only
@root_only
def test_another_persons_file_is_written_in_place(shared: Path) -> None:
    """Its owner could not be given back, so the file itself is written."""
    shared.chmod(0o777)
    path = shared / "page.md"
    path.chmod(0o666)
    with somebody():
        save_file(path, b"new and longer\n", read_file(path).stamp)
    assert path.read_bytes() == b"new and longer\n"
    assert path.stat().st_uid == 0
    assert only(shared) == ["page.md"]


@posix_only
def test_a_folder_that_takes_no_files(shared: Path) -> None:
    path = shared / "page.md"
    path.chmod(0o666)
    shared.chmod(0o555)
    with somebody():
        save_file(path, b"x\n", read_file(path).stamp)
        with pytest.raises(SaveError, match="you are not allowed to write there"):
            save_file(shared / "new.md", b"x", None)
    assert path.read_bytes() == b"x\n"


@posix_only
@root_only
def test_what_a_person_may_not_do(shared: Path) -> None:
    path = shared / "page.md"
    path.chmod(0o644)
    with somebody():
        stamp = read_file(path).stamp
        with pytest.raises(SaveError, match=r"you are not allowed .* is still there"):
            save_file(path, b"new\n", stamp)
    path.chmod(0o600)
    with somebody(), pytest.raises(SourceError, match="You are not allowed to read"):
        read_file(path)
    assert path.read_bytes() == b"old\n"


def test_a_file_that_is_damaged_while_it_is_written_is_kept_elsewhere(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk fails while a file is written in place, and again while it is put back."""
    (tmp_path / "other.md").hardlink_to(file)

    def fail(_descriptor: int, _length: int) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, "ftruncate", fail)
    with pytest.raises(SaveError, match="was damaged while it was saved") as caught:
        save_file(file, b"new\n", None)
    copy = Path(str(caught.value).rpartition("“")[2].rstrip("”."))
    assert copy.read_bytes() == b"old\n"
    copy.unlink()


def test_a_write_that_fails_once_is_taken_back(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "other.md").hardlink_to(file)
    real, errors = os.ftruncate, [OSError(5, "Input/output error")]

    def fail(descriptor: int, length: int) -> None:
        if errors:
            raise errors.pop()
        real(descriptor, length)

    monkeypatch.setattr(os, "ftruncate", fail)
    with pytest.raises(SaveError, match="the system says: Input/output error"):
        save_file(file, b"new and longer\n", None)
    assert file.read_bytes() == b"old\n"


def test_folders_that_cannot_be_opened_need_no_waiting(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on Windows."""
    real = os.open

    def refuse(path: object, *rest: object, **names: object) -> int:
        if str(path) == str(file.parent):
            raise OSError(13, "a folder")
        return real(path, *rest, **names)  # type: ignore[arg-type, call-overload]

    monkeypatch.setattr(os, "open", refuse)
    save_file(file, b"new\n", None)
    monkeypatch.undo()
    assert file.read_bytes() == b"new\n"


def test_windows_writes_the_bytes_as_they_are(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file with two names is written in place, there with a flag of its own."""
    os.link(file, tmp_path / "other.md")
    binary, flags = 0x8000, []
    real = os.open
    monkeypatch.setattr(os, "O_BINARY", binary, raising=False)

    def opened(path: object, flag: int, *more: object) -> int:
        if path == file:
            flags.append(flag & binary)
        return real(path, flag, *more)

    monkeypatch.setattr(os, "open", opened)
    save_file(file, b"new\n", None)
    assert flags == [binary]
    assert file.read_bytes() == b"new\n"


def test_a_folder_is_told_from_a_file_that_may_not_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows refuses to open a folder as if a right were missing."""

    def refuse(_path: Path, _mode: str) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(SourceError, match="is a folder"):
        read_file(tmp_path)
