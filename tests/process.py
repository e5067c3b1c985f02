"""The program as a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.patience import PROCESS_S

ROOT = Path(__file__).parent.parent


def run(
    *words: object, stdin: str | None = None, options: Sequence[str] = ()
) -> subprocess.CompletedProcess[str]:
    """Run the program and wait for it; ``options`` are Python's own."""
    return subprocess.run(
        [sys.executable, *options, "-m", "designer", *map(str, words)],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        input=stdin,
        timeout=PROCESS_S,
        check=False,
    )
