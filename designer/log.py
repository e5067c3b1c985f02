"""Logging: warnings to standard error, everything to a rotating file in the state folder."""

from __future__ import annotations

import logging
import logging.handlers
from pathlib import Path


def set_up(folder: Path) -> None:
    """Send the program's warnings to standard error, and all of its log to a file in ``folder``.

    Args:
        folder: The state folder; created if it is missing.
    """
    root = logging.getLogger("designer")
    root.setLevel(logging.DEBUG)
    console = logging.StreamHandler()
    console.setLevel(logging.WARNING)
    console.setFormatter(logging.Formatter("%(name)s: %(message)s"))
    root.addHandler(console)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        root.warning("No log can be kept: %s", error)
        return
    file = logging.handlers.RotatingFileHandler(
        folder / "frontispiece.log", maxBytes=500_000, backupCount=2, encoding="utf-8", delay=True
    )
    file.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root.addHandler(file)


def keep_silent() -> None:
    """Send the log nowhere: a command says itself what matters, on standard error."""
    logging.getLogger("designer").addHandler(logging.NullHandler())
