"""The version of the program, and the names of everything that is built from it.

::

    python packaging/artifacts.py version     prints 0.1.0
    python packaging/artifacts.py deb         prints the name of the Debian package

The names hold nothing but the version, so the same source has the same names everywhere.
"""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
DIST: Final = ROOT / "dist"  # everything that is built lies here
NAME: Final = "frontispiece"  # of the executable, the packages, the desktop entry and the icon
TITLE: Final = "Frontispiece"
IDENTIFIER: Final = "example.frontispiece.frontispiece"  # where a reversed domain is asked for
PUBLISHER: Final = "The Frontispiece developers"
SUMMARY: Final = "Design pages of a website by looking at them"
HOMEPAGE: Final = "https://frontispiece.example"
CHECKSUMS: Final = "SHA256SUMS"

_VERSION = re.compile(r'^__version__ = "(\d+\.\d+\.\d+)"$', re.MULTILINE)


def version(root: Path = ROOT) -> str:
    """Return the version that ``designer/__init__.py`` states.

    Raises:
        ValueError: It states none, or not as three numbers, which all systems understand.
    """
    file = root / "designer/__init__.py"
    found = _VERSION.search(file.read_text(encoding="utf-8"))
    if found is None:
        raise ValueError(f"{file} has no line __version__ = followed by three numbers in quotes.")
    return found[1]


def names(number: str | None = None) -> dict[str, str]:
    """Map each kind of artifact to its file name.

    Args:
        number: The version; that of the program without it.
    """
    number = number or version()
    return {
        "wheel": f"{NAME}-{number}-py3-none-any.whl",
        "sdist": f"{NAME}-{number}.tar.gz",
        "deb": f"{NAME}_{number}_amd64.deb",
        "appimage": f"{TITLE}-{number}-x86_64.AppImage",
        "setup": f"{TITLE}-{number}-setup.exe",
        "dmg": f"{TITLE}-{number}.dmg",
        "sbom": f"{NAME}-{number}.cdx.json",
    }


def path(kind: str) -> Path:
    """Return where an artifact is built.

    Raises:
        KeyError: There is no artifact of this kind.
    """
    return DIST / names()[kind]


def program(platform: str = sys.platform) -> Path:
    """Return the executable of the frozen program, as PyInstaller leaves it on a platform."""
    if platform == "darwin":
        return DIST / f"{TITLE}.app/Contents/MacOS/{NAME}"
    return DIST / NAME / (f"{NAME}.exe" if platform == "win32" else NAME)


def main() -> None:
    """Print the version or a name, for shell scripts and workflows."""
    values = {"version": version(), **names(), "program": program().relative_to(ROOT).as_posix()}
    parser = argparse.ArgumentParser(description="Print the version or the name of an artifact.")
    parser.add_argument("what", choices=values)
    what = parser.parse_args().what
    sys.stdout.reconfigure(newline="\n")  # bash on Windows would keep a carriage return
    print(values[what])


if __name__ == "__main__":
    main()
