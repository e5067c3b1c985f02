#!/usr/bin/env python3
"""Builds the AppImage from ``dist/frontispiece``: ``build_appimage.py RUNTIME [--quick]``.

``RUNTIME`` is the static runtime of the AppImage project (``runtime-x86_64`` of a release of
github.com/AppImage/type2-runtime); it mounts the file system that is appended to it. Needs the
packages ``binutils patchelf squashfs-tools``. ``--quick`` compresses hardly, for tests.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import Final

import file_tree

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import artifacts
import environment

_BUILD = artifacts.ROOT / "build/appimage"
_MAGIC: Final = b"AI\x02"  # at offset 8 of the runtime: an AppImage of type 2

_APP_RUN: Final = """\
#!/bin/sh
exec "${APPDIR:-$(dirname "$(readlink -f "$0")")}/usr/bin/frontispiece" "$@"
"""


def build(runtime: Path, *, quick: bool = False) -> Path:
    """Build the AppImage and return its file.

    Args:
        runtime: The file that starts and mounts the rest.
        quick: Whether to compress it hardly.

    Raises:
        SetupError: A tool is missing or failed, or the runtime is none.
    """
    start = runtime.read_bytes()
    if start[8:11] != _MAGIC:
        raise environment.SetupError(f"{runtime} is no runtime of an AppImage of type 2.")
    shutil.rmtree(_BUILD, ignore_errors=True)
    folder = _BUILD / f"{artifacts.TITLE}.AppDir"
    file_tree.install(folder / "usr")
    run = folder / "AppRun"
    run.write_text(_APP_RUN, encoding="utf-8")
    for name, target in (
        (f"{artifacts.NAME}.desktop", f"usr/share/applications/{artifacts.NAME}.desktop"),
        (f"{artifacts.NAME}.svg", f"usr/share/icons/hicolor/scalable/apps/{artifacts.NAME}.svg"),
        (".DirIcon", f"{artifacts.NAME}.svg"),
    ):
        (folder / name).symlink_to(target)
    file_tree.fix_modes(folder, [run])
    packed = _BUILD / "files.squashfs"
    level = ("-Xcompression-level", "1" if quick else "19")
    time = ("-all-time", str(file_tree.source_date()), "-mkfs-time", str(file_tree.source_date()))
    options = ("-root-owned", "-noappend", "-no-progress", "-comp", "zstd", *level, *time)
    file_tree.run("mksquashfs", folder, packed, *options)
    target = artifacts.path("appimage")
    with target.open("wb") as file:
        file.write(start)
        file.write(packed.read_bytes())
    target.chmod(0o755)
    return target


def main() -> int:
    """Build, and say where the AppImage is."""
    names = [each for each in sys.argv[1:] if each != "--quick"]
    if len(names) != 1:
        print(__doc__)
        return 2
    try:
        file = build(Path(names[0]), quick="--quick" in sys.argv)
    except (environment.SetupError, OSError) as error:
        print(error)
        return 1
    print(f"{file.relative_to(artifacts.ROOT)}: {file.stat().st_size / 1e6:.0f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
