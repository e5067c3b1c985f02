"""Logging: warnings to standard error, everything to a rotating file in the state folder."""

from __future__ import annotations

import logging
import logging.handlers
from pathlib import Path


def set_up(folder: Path | None = None, *, verbose: bool = False) -> None:
    """Send the program's log to standard error and, if ``folder`` is given, to a file in it.

    Args:
        folder: The state folder; created if it is missing. None logs to standard error only.
        verbose: Show information on standard error too, not only warnings.
    """
    root = logging.getLogger("designer")
    root.setLevel(logging.DEBUG)
    console = logging.StreamHandler()
    console.setLevel(logging.INFO if verbose else logging.WARNING)
    console.setFormatter(logging.Formatter("%(name)s: %(message)s"))
    root.addHandler(console)
    if folder is None:
        return
    folder.mkdir(parents=True, exist_ok=True)
    file = logging.handlers.RotatingFileHandler(
        folder / "frontispiece.log", maxBytes=500_000, backupCount=2, encoding="utf-8", delay=True
    )
    file.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root.addHandler(file)
