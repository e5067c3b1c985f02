#!/usr/bin/env python3
"""Freezes the program with PyInstaller: ``dist/frontispiece``, which needs no Python.

The program is installed as a wheel into an environment of its own, so that nothing but what it
depends on can get into the frozen program.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import artifacts
import environment

ROOT = environment.ROOT
FROZEN = artifacts.DIST / artifacts.NAME
_SPEC = ROOT / "packaging/frontispiece.spec"


def freeze() -> None:
    """Create ``dist/frontispiece``, on macOS ``dist/Frontispiece.app`` too.

    Raises:
        SetupError: The environment could not be made, or PyInstaller failed.
    """
    python = environment.freezer(lambda line: print(line, flush=True))
    shutil.rmtree(FROZEN, ignore_errors=True)
    for script in ("icons.py", "notices.py"):
        _run(python, ROOT / "packaging" / script)
    build = ROOT / "build"
    folders = ["--distpath", str(FROZEN.parent), "--workpath", str(build / "freeze")]
    build.mkdir(exist_ok=True)
    # In the checkout Python would find its ``designer`` before the installed one.
    _run(python, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR", *folders, _SPEC,
         cwd=build)  # fmt: skip


def _run(*command: str | Path, cwd: Path = ROOT) -> None:
    done = subprocess.run(command, cwd=cwd, check=False)
    if done.returncode != 0:
        raise environment.SetupError(f"{Path(command[-1]).name} failed; the reason is above.")


def main() -> int:
    """Freeze, and say where the program is."""
    try:
        freeze()
    except environment.SetupError as error:
        print(error)
        return 1
    files = [file for file in FROZEN.rglob("*") if file.is_file() and not file.is_symlink()]
    size = sum(file.stat().st_size for file in files)
    print(f"{FROZEN.relative_to(ROOT)}: {size / 1e6:.0f} MB in {len(files)} files")
    return 0


if __name__ == "__main__":
    sys.exit(main())
