"""Names for new files that Linux, Windows and macOS all allow, so that a site can move."""

from __future__ import annotations

import re
from typing import Final

_FORBIDDEN = re.compile(r'[\x00-\x1f<>:"/\\|?*]')
_DEVICES: Final = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}
)
"""Names that mean a device on Windows, with any suffix."""


def portable_stem(stem: str, otherwise: str) -> str:
    """Return a file name without its suffix that every system allows.

    Args:
        stem: The wanted name; characters that a system forbids are left out.
        otherwise: The name if nothing of it is left.
    """
    name = _FORBIDDEN.sub("", stem).strip(". ") or otherwise
    first, dot, rest = name.partition(".")
    is_device = first.rstrip(" ").lower() in _DEVICES
    return f"{first}-1{dot}{rest}" if is_device else name
