"""The program as a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.patience import PROCESS_S

ROOT = Path(__file__).parent.parent


def command(*words: object, options: Sequence[str] = ()) -> list[str]:
    """Return the command line of the program; ``options`` are Python's own."""
    return [sys.executable, *options, "-m", "designer", *map(str, words)]


def run(
    *words: object,
    stdin: str | None = None,
    options: Sequence[str] = (),
    environment: Mapping[str, str] | None = None,
) -> subprocess.CompletedProcess[str]:
    """Run the program and wait for it.

    Args:
        words: The arguments.
        stdin: The text of standard input.
        options: Options of Python.
        environment: The environment variables; None for those of the tests.
    """
    return subprocess.run(
        command(*words, options=options),
        cwd=ROOT,
        env={**(os.environ if environment is None else environment), "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        input=stdin,
        timeout=PROCESS_S,
        check=False,
    )
