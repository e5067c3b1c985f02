"""Where the files that come with the program lie: in the installed package or in a checkout."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent


def folder(kind: str) -> Path:
    """The folder ``resources`` or ``templates`` that comes with the program.

    An installed package carries it inside; in a checkout it lies beside the package.
    """
    inside = _PACKAGE / kind
    return inside if inside.is_dir() else _PACKAGE.parent / kind


def bundle(name: str) -> Path:
    """A file that the build hook made: a script of the preview or a Tailwind engine.

    The file may be missing in a checkout that was never built; who reads it says so.
    """
    return _PACKAGE / "_bundle" / name
