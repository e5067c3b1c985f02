#!/usr/bin/env python3
"""Tries the Debian package on a system without Python: ``try_deb.py [SUITE] [MIRROR]``, as root.

A minimal Debian is made with debootstrap. The package is installed, started as root and as an
ordinary user with the sandbox of the page engine on, edits and saves a page, and is removed; then
no file of it may be left. Each step prints one line.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import artifacts
import smoke

_MIRROR: Final = "http://deb.debian.org/debian"
_USER: Final = "editor"
_ENVIRONMENT: Final = {
    "PATH": "/usr/sbin:/usr/bin:/sbin:/bin",
    "LANG": "C.UTF-8",
    "DEBIAN_FRONTEND": "noninteractive",
    "QT_QPA_PLATFORM": "offscreen",
}
_PAGE: Final = "---\nblocks:\n  - _template: hero\n    headline: One\n---\n"
_EDIT: Final = '{"op": "set", "path": ["blocks", 0, "headline"], "value": "Two"}\n'

# Files that a system writes for itself while packages come and go.
_OF_SYSTEM: Final = ("var/cache", "var/lib", "var/log", "tmp", "proc", "sys", "dev", "run", "root")


class TrialError(Exception):
    """A step failed; the text says how."""


def _run(
    root: Path, *command: str, user: str = "root", **more: str
) -> subprocess.CompletedProcess[str]:
    home = "/root" if user == "root" else f"/home/{user}"
    inside = ["chroot", f"--userspec={user}:{user}", str(root), *command]
    variables = _ENVIRONMENT | {"HOME": home} | more
    return subprocess.run(
        inside, env=variables, capture_output=True, text=True, check=False, timeout=smoke.LIMIT * 3
    )


def _must(root: Path, *command: str, user: str = "root", **more: str) -> str:
    done = _run(root, *command, user=user, **more)
    if done.returncode != 0:
        raise TrialError(f"{' '.join(command)}: {done.stdout[-2000:]}{done.stderr[-2000:]}")
    return done.stdout


@contextmanager
def _system(suite: str, mirror: str) -> Iterator[Path]:
    """Make a minimal system with the folders of the kernel, and remove it afterwards."""
    root = Path(tempfile.mkdtemp(prefix="frontispiece-system-"))
    root.chmod(0o755)
    folders = ("proc", "sys", "dev")
    try:
        command = ["debootstrap", "--variant=minbase", suite, str(root), mirror]
        made = subprocess.run(command, capture_output=True, text=True, check=False)
        if made.returncode != 0:
            raise TrialError(f"debootstrap: {made.stdout[-2000:]}")
        for folder in folders:
            subprocess.run(["mount", "--rbind", f"/{folder}", str(root / folder)], check=True)
            subprocess.run(["mount", "--make-rslave", str(root / folder)], check=True)
        yield root
    finally:
        for folder in folders:
            subprocess.run(["umount", "-l", str(root / folder)], check=False, capture_output=True)
        shutil.rmtree(root, ignore_errors=True)


def _files(root: Path) -> set[str]:
    """Return the files of a system but for those that it writes for itself."""
    found = set()
    for folder, folders, files in os.walk(root):
        inside = Path(folder).relative_to(root)
        folders[:] = [each for each in folders if (inside / each).as_posix() not in _OF_SYSTEM]
        found |= {(inside / name).as_posix() for name in files}
    return found


def _smoke(root: Path, user: str, **more: str) -> str:
    picture = f"/tmp/{user}.png"  # noqa: S108 - inside the new system
    command = ("frontispiece", "--smoke", "--shot", picture, "--size", "1440x900")
    done = _run(root, *command, user=user, **more)
    times = smoke.judge(done, root / picture.lstrip("/"))
    return ", ".join(f"{name} {ms:.0f} ms" for name, ms in times.items())


def _edit(root: Path) -> None:
    """Change a page by the installed command, as an ordinary user."""
    home = root / "home" / _USER
    page, edits = home / "page.md", home / "edits.jsonl"
    page.write_text(_PAGE, encoding="utf-8")
    edits.write_text(_EDIT, encoding="utf-8")
    for file in (page, edits):
        shutil.chown(file, 1000, 1000)
    _must(root, "frontispiece", "apply", f"/home/{_USER}/page.md", f"/home/{_USER}/edits.jsonl",
          user=_USER)  # fmt: skip
    if page.read_text(encoding="utf-8") != _PAGE.replace("One", "Two"):
        raise TrialError(f"The page was not edited as wanted: {page.read_text(encoding='utf-8')}")


def trial(suite: str, mirror: str) -> None:
    """Install, use and remove the package.

    Raises:
        TrialError: A step failed.
        SmokeError: The program did not work.
    """
    with _system(suite, mirror) as root:
        _must(root, "useradd", "--create-home", "--uid", "1000", _USER)
        if shutil.which("python3", path=str(root / "usr/bin")):
            raise TrialError("The new system has Python, so it proves nothing.")
        _must(root, "apt-get", "update")
        shutil.copy(artifacts.path("deb"), root / "var/cache/package.deb")
        before = _files(root)
        start = time.monotonic()
        _must(root, "apt-get", "install", "-y", "/var/cache/package.deb")
        print(f"installed on {suite} in {time.monotonic() - start:.0f} s", flush=True)
        if shutil.which("python3", path=str(root / "usr/bin")):
            print("note: a dependency brought Python")
        print(f"as root: {_smoke(root, 'root', QTWEBENGINE_DISABLE_SANDBOX='1')}", flush=True)
        print(f"as a user, in the sandbox: {_smoke(root, _USER)}", flush=True)
        _edit(root)
        print("a page was edited by the installed command", flush=True)
        pictures = artifacts.ROOT / "screenshots"
        pictures.mkdir(exist_ok=True)
        shutil.copy(root / f"tmp/{_USER}.png", pictures / "installed.png")
        installed = {file.lstrip("/") for file in _must(root, "dpkg", "-L", artifacts.NAME).split()}
        shutil.rmtree(root / "home" / _USER)
        _must(root, "apt-get", "purge", "-y", artifacts.NAME)
        new = _files(root) - before
        ours = sorted(file for file in new if file in installed or artifacts.NAME in file)
        if ours:
            raise TrialError("These files were left: " + ", ".join(ours))
        print("removed without remains", flush=True)


def main() -> int:
    """Try the package, and say what failed."""
    suite, mirror = (*sys.argv[1:], *("bookworm", _MIRROR)[len(sys.argv) - 1 :])
    try:
        trial(suite, mirror)
    except (TrialError, smoke.SmokeError, OSError, subprocess.SubprocessError) as error:
        print(error)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
