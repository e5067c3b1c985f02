"""Builds a site's own Tailwind synchronously."""

from __future__ import annotations

from collections.abc import Iterable

from designer.engine.application import application
from designer.engine.event_loop import wait_until
from designer.engine.tailwind_build import TailwindBuilder
from designer.errors import EngineError
from designer.settings import cache_folder
from designer.site import TailwindSource
from designer.tailwind import Sheet


def build_sheet(source: TailwindSource, classes: Iterable[str]) -> Sheet:
    """Build a site's Tailwind for the classes of a page, or load the build from the disk cache.

    Raises:
        EngineError: The build failed.
    """
    held = application()
    results: list[Sheet | EngineError] = []
    builder = TailwindBuilder(cache_folder() / "tailwind")
    builder.build(source, classes, results.append)
    wait_until(lambda: bool(results), "Building the site's styles")
    builder.close()
    held.processEvents()
    if isinstance(results[0], EngineError):
        raise results[0]
    return results[0]
