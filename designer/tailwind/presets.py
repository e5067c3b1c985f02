"""The built-in presets: the compiled styles of a kind of sites, made by the build hook.

They differ little from each other and repeat much within, so they lie compressed: all together take
less room than one that is not, and reading one is no slower.
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
    """The sheet of a preset, for instance ``g1``; read once and then kept.

    Raises:
        EngineError: The program was started from a checkout that was not built, or its files are
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
