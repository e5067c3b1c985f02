"""The built-in presets: compiled styles of common kinds of sites, made by the build hook.

The presets are compressed, since they resemble each other: all together take less room than one
uncompressed preset, and reading one is as fast.
"""

from __future__ import annotations

import gzip
import zlib
from functools import cache

from designer import bundled
from designer.errors import EngineError
from designer.tailwind.sheet import Sheet


@cache
def load_preset(name: str) -> Sheet:
    """Return the sheet of a preset, e.g. ``g1``; it is cached.

    Raises:
        EngineError: The program runs from a checkout that was not built, or its files are
            damaged.
    """
    file = bundled.bundle(f"preset-{name}.json.gz")
    try:
        data = gzip.decompress(file.read_bytes())
    except (OSError, EOFError, zlib.error) as error:
        raise EngineError(
            f"The styles of the preset “{name}” are missing from this installation; install it "
            "again, or in a checkout run: python packaging/dev.py run"
        ) from error
    return Sheet.from_json(data)
