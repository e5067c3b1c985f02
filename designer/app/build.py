"""Building a site's own Tailwind configuration and waiting for it."""

from __future__ import annotations

from designer.app.start import application
from designer.app.waiting import wait_until
from designer.engine.tailwind_build import TailwindBuilder
from designer.errors import EngineError
from designer.settings import cache_folder
from designer.tailwind import Sheet


def build_sheet(config: str) -> Sheet:
    """Build a configuration, or take the build that is kept on disk.

    Raises:
        EngineError: The configuration cannot be built.
    """
    held = application()
    results: list[Sheet | EngineError] = []
    builder = TailwindBuilder(cache_folder() / "tailwind")
    builder.build(config, results.append)
    wait_until(lambda: bool(results), "Building the site's styles")
    builder.close()
    held.processEvents()
    if isinstance(results[0], EngineError):
        raise results[0]
    return results[0]
