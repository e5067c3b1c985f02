"""The built-in presets: the compiled styles of a generation of sites, made by the build hook."""

from __future__ import annotations

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
    file = bundled.bundle(f"preset-{name}.json")
    try:
        data = file.read_bytes()
    except OSError as error:
        raise EngineError(
            f"The styles of the preset “{name}” are missing from this installation; install it "
            "again, or in a checkout run: python packaging/dev.py run"
        ) from error
    return Sheet.from_json(data)
