"""A disk cache of Tailwind builds, keyed by a hash of their inputs."""

from __future__ import annotations

import hashlib
import json
import logging
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from designer import bundled, interrupts
from designer.engine.worker_result import validated
from designer.errors import EngineError
from designer.site import TailwindSource
from designer.tailwind import sheet
from designer.tailwind.sheet import Sheet

_MAX_FILES = 16  # files; a full build of Tailwind 2 has about 3 MB, builds of the others 0.3 MB

_log = logging.getLogger(__name__)


def engine_script(major: int) -> str:
    """Return the script of an engine of Tailwind.

    Raises:
        EngineError: The script is missing.
    """
    try:
        return bundled.bundle(f"tailwind{major}.js").read_text(encoding="utf-8")
    except OSError as error:
        raise EngineError(
            f"The engine of Tailwind {major} is missing from this installation; install it "
            "again, or in a checkout run: python packaging/dev.py run"
        ) from error


def sheet_file(folder: Path, source: TailwindSource, classes: Iterable[str]) -> Path:
    """Return the cache file of a build.

    Args:
        folder: The cache folder.
        source: The site's sources.
        classes: The classes of a build that is limited to them; a complete build has all classes.

    Raises:
        EngineError: The engine is missing.
    """
    script = hashlib.sha256(engine_script(source.major).encode()).hexdigest()
    limit = () if source.is_complete else sorted(classes)
    parts = (str(sheet.FORMAT), script, json.dumps(source.to_data()), *limit)
    return folder / f"{hashlib.sha256(chr(0).join(parts).encode()).hexdigest()}.json"


def load_sheet(file: Path) -> Sheet | None:
    """Read a sheet from the cache; None if it is missing or damaged."""
    try:
        return validated(Sheet.from_json(file.read_bytes()))
    except OSError:
        return None
    except (EngineError, RecursionError):
        _log.warning("the styles kept in %s are damaged and will be built again", file)
        return None


def store_sheet(file: Path, text: str) -> None:
    """Write a sheet into the cache. Errors are only logged, since the cache is optional."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with interrupts.held():
            _replace(file, text)
        old = sorted(file.parent.glob("*.json"), key=lambda each: each.stat().st_mtime)
        for each in old[:-_MAX_FILES]:
            each.unlink(missing_ok=True)
    except OSError as error:
        _log.warning("the compiled styles could not be kept: %s", error)


def _replace(file: Path, text: str) -> None:
    handle, name = tempfile.mkstemp(dir=file.parent, suffix=".part")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as part:
            part.write(text)
        Path(name).replace(file)
    finally:
        Path(name).unlink(missing_ok=True)
