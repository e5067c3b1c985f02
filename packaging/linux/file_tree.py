"""The files of the program as a Linux system has them, for the Debian package and the AppImage."""

from __future__ import annotations

import gzip
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import artifacts
import environment

_HERE = Path(__file__).parent

_FILES: Final = {
    "frontispiece.desktop": "share/applications/frontispiece.desktop",
    "frontispiece.metainfo.xml": "share/metainfo/frontispiece.metainfo.xml",
    "frontispiece-mime.xml": "share/mime/packages/frontispiece.xml",
    "../../resources/look/frontispiece.svg": "share/icons/hicolor/scalable/apps/frontispiece.svg",
    "completions/frontispiece.bash": "share/bash-completion/completions/frontispiece",
    "completions/_frontispiece": "share/zsh/vendor-completions/_frontispiece",
    "completions/frontispiece.fish": "share/fish/vendor_completions.d/frontispiece.fish",
}
_MANUAL = "share/man/man1/frontispiece.1.gz"
_ELF = b"\x7fELF"


def install(usr: Path) -> None:
    """Put the frozen program and everything around it into a folder ``usr``.

    Raises:
        FileNotFoundError: The program was not frozen.
    """
    program = usr / "lib" / artifacts.NAME
    shutil.rmtree(usr, ignore_errors=True)
    shutil.copytree(artifacts.DIST / artifacts.NAME, program, symlinks=True)
    _clean(program)
    (usr / "bin").mkdir()
    (usr / "bin" / artifacts.NAME).symlink_to(f"../lib/{artifacts.NAME}/{artifacts.NAME}")
    for source, dest in _FILES.items():
        _copy(_HERE / source, usr / dest)
    manual = usr / _MANUAL
    manual.parent.mkdir(parents=True)
    text = (_HERE / "frontispiece.1").read_bytes()
    manual.write_bytes(gzip.compress(text, mtime=0))
    for picture in (artifacts.ROOT / "build/icons").glob("*.png"):
        size = picture.stem.rpartition("-")[2]
        _copy(picture, usr / f"share/icons/hicolor/{size}x{size}/apps/{artifacts.NAME}.png")


def elf_files(folder: Path) -> Iterator[Path]:
    """Yield the libraries and programs in a folder."""
    for file in sorted(folder.rglob("*")):
        if file.is_file() and not file.is_symlink():
            with file.open("rb") as stream:
                if stream.read(4) == _ELF:
                    yield file


def source_date() -> int:
    """Return the time of the last commit, which all files of a package get, in seconds."""
    if given := os.environ.get("SOURCE_DATE_EPOCH"):
        return int(given)
    command = ["git", "log", "-1", "--format=%ct"]
    done = subprocess.run(command, cwd=artifacts.ROOT, capture_output=True, text=True, check=False)
    return int(done.stdout) if done.returncode == 0 else 0


def set_times(folder: Path) -> None:
    """Give all files of a folder the time of the last commit, so that equal builds are equal."""
    time = source_date()
    for path in (folder, *folder.rglob("*")):
        os.utime(path, (time, time), follow_symlinks=False)


def run(*command: str | Path, cwd: Path | None = None) -> str:
    """Run a tool and return what it prints.

    Raises:
        SetupError: It failed, or is missing.
    """
    try:
        done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    except FileNotFoundError as error:
        raise environment.SetupError(f"{command[0]} is missing; install it first.") from error
    if done.returncode != 0:
        lines = (done.stderr or done.stdout).splitlines()
        errors = [line for line in lines if "warning:" not in line]
        raise environment.SetupError("\n".join([f"{command[0]} failed:", *errors[-9:]]))
    return done.stdout


def _clean(program: Path) -> None:
    """Remove what ties the libraries to the machine that built them, and their symbols."""
    for file in elf_files(program):
        if _is_ours_to_strip(file):
            run("strip", "--strip-unneeded", file)
        paths = re.findall(r"R(?:UN)?PATH.*\[(.*)\]", run("readelf", "-d", file))
        if any(not path.startswith("$ORIGIN") for each in paths for path in each.split(":")):
            run("patchelf", "--remove-rpath", file)
        file.chmod(0o755 if _is_program(file) else 0o644)


def _is_ours_to_strip(file: Path) -> bool:
    """Return whether a file has symbols: Qt's own libraries have none, the loader ends in data."""
    is_qt = "PySide6" in file.parts and not file.name.startswith("libicu")
    return ".so" in file.name and not is_qt


def _is_program(file: Path) -> bool:
    is_loader = file.parent.parts[-2:] == ("lib", artifacts.NAME) and file.name == artifacts.NAME
    return is_loader or file.name == "QtWebEngineProcess"


def _copy(source: Path, dest: Path) -> None:
    dest.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, dest)
    dest.chmod(0o644)


def fix_modes(folder: Path, programs: Iterable[Path] = ()) -> None:
    """Give folders and files the modes that packages have."""
    runnable = set(programs)
    for path in (folder, *folder.rglob("*")):
        if path.is_dir() and not path.is_symlink():
            path.chmod(0o755)
        elif not path.is_symlink():
            path.chmod(0o755 if path in runnable or _is_program(path) else 0o644)
