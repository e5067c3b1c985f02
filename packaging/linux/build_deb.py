#!/usr/bin/env python3
"""Builds the Debian package from ``dist/frontispiece``; Debian's tools do the work.

::

    python3 packaging/linux/build_deb.py           compressed as for a release
    python3 packaging/linux/build_deb.py --quick   hardly compressed, for tests

Needs the packages ``binutils dpkg-dev patchelf libwayland-cursor0 libwayland-egl1`` and those of
``apt-deps.txt``: the dependencies are found by looking up which packages bring the libraries.
"""

from __future__ import annotations

import gzip
import os
import re
import shutil
import sys
import time
from pathlib import Path
from typing import Final

import file_tree

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import artifacts
import environment

_HERE = Path(__file__).parent
_BUILD = artifacts.ROOT / "build/deb"

# Packages that got another name in Ubuntu 24.04 and Debian 13, where times have 64 bits.
_RENAMED: Final = re.compile(r"\b(libasound2|libglib2\.0-0|libatk1\.0-0|libssl3)\b( \([^)]*\))?")

_OPTIONAL: Final = "libqgtk3.so"  # Qt loads it only where GTK is

CONTROL: Final = """\
Package: {name}
Version: {version}
Architecture: amd64
Maintainer: {publisher} <security@frontispiece.example>
Installed-Size: {size}
Depends: {depends}
Recommends: libssl3 | libssl3t64, fonts-dejavu-core | fonts-liberation, xdg-utils
Suggests: hunspell-en-us
Section: web
Priority: optional
Homepage: {homepage}
Description: {summary}
 Frontispiece opens a page that is kept as a Markdown file with front matter,
 shows it as the site builds it, and lets you change words, pictures and
 styles. Saving writes back only what was changed.
 .
 Python and Qt are part of the package.
"""


def build(*, quick: bool = False) -> Path:
    """Build the package and return its file.

    Args:
        quick: Whether to compress it hardly.

    Raises:
        SetupError: A tool is missing or failed.
    """
    shutil.rmtree(_BUILD, ignore_errors=True)
    root = _BUILD / "root"
    file_tree.install(root / "usr")
    _add_documents(root / "usr/share/doc" / artifacts.NAME)
    profile = root / "usr/share" / artifacts.NAME / "apparmor-profile"
    profile.parent.mkdir(parents=True)
    shutil.copyfile(_HERE / "frontispiece.apparmor", profile)
    overrides = root / "usr/share/lintian/overrides" / artifacts.NAME
    overrides.parent.mkdir(parents=True)
    shutil.copyfile(_HERE / "lintian-overrides", overrides)
    control = root / "DEBIAN"
    control.mkdir()
    depends = _depends(root / "usr/lib" / artifacts.NAME)
    (control / "control").write_text(_control(root, depends), encoding="utf-8")
    scripts = [control / name for name in ("postinst", "postrm")]
    for script in scripts:
        shutil.copyfile(_HERE / "debian" / script.name, script)
    file_tree.fix_modes(root, scripts)
    file_tree.set_times(root)
    os.environ["SOURCE_DATE_EPOCH"] = str(file_tree.source_date())
    target = artifacts.path("deb")
    packing = ["-Zgzip", "-z1"] if quick else ["-Zxz", "-z6"]
    file_tree.run("dpkg-deb", "--root-owner-group", *packing, "--build", root, target)
    return target


def _control(root: Path, depends: str) -> str:
    files = [each for each in root.rglob("*") if each.is_file() and not each.is_symlink()]
    return CONTROL.format(
        name=artifacts.NAME,
        version=artifacts.version(),
        publisher=artifacts.PUBLISHER,
        homepage=artifacts.HOMEPAGE,
        summary=artifacts.SUMMARY,
        size=sum(each.stat().st_size for each in files) // 1024,
        depends=depends,
    )


def _depends(program: Path) -> str:
    """Return the packages whose libraries the program imports, with their other names."""
    (_BUILD / "debian").mkdir()
    (_BUILD / "debian/control").write_text(
        f"Source: {artifacts.NAME}\n\nPackage: {artifacts.NAME}\nArchitecture: amd64\n"
    )
    files = [each for each in file_tree.elf_files(program) if each.name != _OPTIONAL]
    folders = sorted({str(each.parent) for each in files})
    command = ["dpkg-shlibdeps", "-O", "--ignore-missing-info"]
    command += [f"-l{folder}" for folder in folders]
    found = file_tree.run(*command, *files, cwd=_BUILD)
    line = next(line for line in found.splitlines() if line.startswith("shlibs:Depends="))
    names = line.partition("=")[2]
    return with_other_names(names)


def with_other_names(depends: str) -> str:
    """Return dependencies in which each renamed package has both of its names."""

    def both(match: re.Match[str]) -> str:
        condition = match[2] or ""
        return f"{match[1]}{condition} | {match[1]}t64{condition}"

    return _RENAMED.sub(both, depends)


def _add_documents(folder: Path) -> None:
    """Add the copyright and the changelog in the form that Debian wants."""
    folder.mkdir(parents=True)
    licence = (artifacts.ROOT / "LICENSE").read_text(encoding="utf-8")
    text = (_HERE / "debian/copyright").read_text(encoding="utf-8")
    body = "".join(f" {line}".rstrip() + "\n" if line else " .\n" for line in licence.splitlines())
    (folder / "copyright").write_text(text + body, encoding="utf-8")
    date = time.strftime("%a, %d %b %Y %H:%M:%S +0000", time.gmtime(file_tree.source_date()))
    entry = (
        f"{artifacts.NAME} ({artifacts.version()}) stable; urgency=medium\n\n"
        f"  * See CHANGELOG.md of the project.\n\n"
        f" -- {artifacts.PUBLISHER} <security@frontispiece.example>  {date}\n"
    )
    (folder / "changelog.gz").write_bytes(gzip.compress(entry.encode(), mtime=0))


def main() -> int:
    """Build, and say where the package is."""
    try:
        file = build(quick="--quick" in sys.argv[1:])
    except (environment.SetupError, FileNotFoundError) as error:
        print(error)
        return 1
    print(f"{file.relative_to(artifacts.ROOT)}: {file.stat().st_size / 1e6:.0f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
