"""The system libraries that the program needs on Linux: which are missing, how to get them."""

from __future__ import annotations

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

LIST = Path(__file__).parent / "linux/apt-deps.txt"
TEST_TOOLS = Path(__file__).parent / "linux/apt-test-tools.txt"

_INSTALL = ("apt-get", "install", "-y", "--no-install-recommends")


class MissingError(Exception):
    """The system lacks something; the text says what to do."""


@dataclass(frozen=True)
class Need:
    """Something the system has to bring.

    Attributes:
        packages: Debian packages of which one brings it; the name differs between releases.
        library: The shared library by which it is recognised, or "" if it is none.
    """

    packages: tuple[str, ...]
    library: str = ""


def libraries() -> list[Need]:
    """What ``linux/apt-deps.txt`` lists."""
    return [Need(tuple(packages), library) for *packages, library in _rows(LIST)]


def missing_tools() -> list[str]:
    """The packages of ``linux/apt-test-tools.txt`` whose command this machine lacks."""
    return [package for package, command in _rows(TEST_TOOLS) if shutil.which(command) is None]


def _rows(file: Path) -> list[list[str]]:
    """The words of each line of a list; other names of the same package stand behind a bar."""
    lines = file.read_text(encoding="utf-8").splitlines()
    return [line.replace("|", " ").split() for line in lines if line and not line.startswith("#")]


def is_missing(need: Need) -> bool:
    """Whether a library cannot be loaded, wherever it might have come from."""
    try:
        ctypes.CDLL(need.library)
    except OSError:
        return True
    return False


def missing() -> list[Need]:
    """What this machine lacks: nothing on systems whose Qt brings everything along."""
    if not sys.platform.startswith("linux"):
        return []
    needs = [need for need in libraries() if is_missing(need)]
    if importlib.util.find_spec("ensurepip") is None:
        needs.append(Need((f"python3.{sys.version_info.minor}-venv", "python3-venv")))
    return needs


def offered(package: str) -> bool:
    """Whether apt can install a package of exactly this name."""
    found = subprocess.run(
        ["apt-cache", "madison", package], capture_output=True, text=True, check=False
    )
    return bool(found.stdout.strip())


def choose(needs: Iterable[Need], offers: Callable[[str], bool] = offered) -> list[str]:
    """The packages to install: of several names the one that this system's apt knows."""
    return [next(filter(offers, need.packages), need.packages[0]) for need in needs]


def plan(
    needs: list[Need], *, apt: bool, root: bool, offers: Callable[[str], bool] = offered
) -> list[str]:
    """The packages to install for what is missing.

    Raises:
        MissingError: Only the person can install them: there is no apt, or this is not root.
    """
    if not apt:
        names = ", ".join(need.library or need.packages[0] for need in needs)
        raise MissingError(
            f"These are missing here: {names}. Install them with your system's package manager "
            "and run this again."
        )
    packages = choose(needs, offers)
    if not root:
        command = " ".join(["sudo", *_INSTALL, *packages])
        raise MissingError(
            f"Some system packages are missing. Run this, then try again:\n{command}"
        )
    return packages


def ensure(say: Callable[[str], None]) -> None:
    """Install what is missing if that is allowed, otherwise tell how.

    Raises:
        MissingError: Something is missing and could not be installed.
    """
    needs = missing()
    if not needs:
        return
    apt = _has_apt()
    root = os.geteuid() == 0
    if apt and root:
        say(f"Installing {len(needs)} system packages with apt …")
        _apt("apt-get", "update")
    _apt(*_INSTALL, *plan(needs, apt=apt, root=root))


def ensure_test_tools(say: Callable[[str], None]) -> None:
    """Install the tools of the tests where that needs no question: as root, with apt.

    Elsewhere, and for tools that cannot be had, the tests say what they skip.
    """
    if not sys.platform.startswith("linux") or not _has_apt() or os.geteuid() != 0:
        return
    if packages := missing_tools():
        say(f"Installing {len(packages)} tools of the tests with apt …")
        try:
            _apt("apt-get", "update")
            _apt(*_INSTALL, *packages)
        except MissingError as error:
            say(str(error))


def _has_apt() -> bool:
    return shutil.which("apt-get") is not None


def _apt(*command: str) -> None:
    done = subprocess.run(
        command,
        env=os.environ | {"DEBIAN_FRONTEND": "noninteractive"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        reasons = [line for line in done.stderr.splitlines() if line.startswith("E:")]
        raise MissingError("\n".join([f"This failed: {' '.join(command)}", *reasons]))
