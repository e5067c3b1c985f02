#!/usr/bin/env python3
"""Tries the wheel and the source distribution: ``try_wheel.py PYTHON …``, for several versions.

Both are built, and what they require is downloaded. Then each is installed into a fresh environment
where neither a network nor Node is reached, and the smoke test runs.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

import artifacts
import environment
import smoke

_BUILD: Final = artifacts.ROOT / "build/wheels"
_OFFLINE: Final = {
    "PIP_NO_INDEX": "1",
    "PIP_FIND_LINKS": str(_BUILD),
    "PIP_CONFIG_FILE": os.devnull,
}
_TOOLS: Final = ("hatchling>=1.26",)  # with which a source distribution becomes a wheel


def build() -> None:
    """Build both distributions into ``dist``."""
    python = environment.script("python")
    _run([python, "-m", "hatchling", "build"], cwd=artifacts.ROOT)


def trial(python: str, artifact: Path) -> str:
    """Install an artifact without a network and without Node, and run the smoke test.

    Returns:
        What was measured.
    """
    _run([python, "-m", "pip", "download", "--quiet", "--dest", _BUILD, artifact, *_TOOLS])
    with tempfile.TemporaryDirectory(prefix="frontispiece-") as folder:
        fresh = Path(folder) / "environment"
        _run([python, "-m", "venv", fresh])
        inside = environment.python_of(fresh)
        variables = os.environ | _OFFLINE | {"PATH": str(inside.parent)}  # without Node
        _run([inside, "-m", "pip", "install", "--quiet", artifact], variables=variables)
        times = smoke.smoke(inside.parent / artifacts.NAME)
    return ", ".join(f"{name} {ms:.0f} ms" for name, ms in times.items())


def _run(
    command: list[str | Path], *, variables: dict[str, str] | None = None, cwd: Path = Path("/")
) -> None:
    done = subprocess.run(
        command, env=variables, cwd=cwd, capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        raise smoke.SmokeError(f"{command}: {done.stdout[-1500:]}{done.stderr[-1500:]}")


def main() -> int:
    """Try both distributions with each interpreter."""
    try:
        build()
        for python in sys.argv[1:] or [sys.executable]:
            version = subprocess.check_output([python, "-V"], text=True).strip()
            for kind in ("wheel", "sdist"):
                print(f"{version}, {kind}: {trial(python, artifacts.path(kind))}", flush=True)
    except (smoke.SmokeError, OSError, subprocess.SubprocessError) as error:
        print(error)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
