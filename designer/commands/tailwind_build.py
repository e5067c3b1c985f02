"""Builds a site's own Tailwind synchronously; the engine starts only if no cached build fits."""

from __future__ import annotations

from collections.abc import Collection

from designer.engine.sheet_cache import load_sheet, sheet_file
from designer.errors import EngineError
from designer.settings import cache_folder
from designer.site import TailwindSource
from designer.tailwind import Sheet


def build_sheet(source: TailwindSource, classes: Collection[str]) -> Sheet:
    """Build a site's Tailwind for the classes of a page, or load the build from the disk cache.

    Raises:
        EngineError: The build failed.
        EngineUnavailable: The engine cannot start.
    """
    kept = load_sheet(sheet_file(cache_folder() / "tailwind", source, classes))
    if kept is not None:
        return kept
    # The engine needs libraries of a display, which a machine without one may lack.
    from designer.commands.engine_start import command_application  # noqa: PLC0415
    from designer.engine.event_loop import wait_until  # noqa: PLC0415
    from designer.engine.tailwind_build import TailwindBuilder  # noqa: PLC0415

    held = command_application()
    results: list[Sheet | EngineError] = []
    builder = TailwindBuilder(cache_folder() / "tailwind")
    builder.build(source, classes, results.append)
    wait_until(lambda: bool(results), "Building the site's styles")
    builder.close()
    held.processEvents()
    if isinstance(results[0], EngineError):
        raise results[0]
    return results[0]
