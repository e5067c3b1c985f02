"""Locations of the files that are bundled with the program, in a package or in a checkout."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent


def folder(kind: str) -> Path:
    """Return the program's folder ``resources`` or ``templates``.

    An installed package contains it; in a checkout it is beside the package.
    """
    inside = _PACKAGE / kind
    return inside if inside.is_dir() else _PACKAGE.parent / kind


def bundle(name: str) -> Path:
    """Return a file that the build hook creates: a script of the preview or a Tailwind engine.

    The file is missing in a checkout that was never built; the code that reads it reports the
    error.
    """
    return _PACKAGE / "_bundle" / name
