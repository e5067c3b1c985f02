"""What a site's own schema tells of it: the names of its block types.

TinaCMS leaves the whole schema as JSON beside the site's content: releases of the first generation
in ``.tina/__generated__/_schema.json``, later ones in ``tina/tina-lock.json``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

_FILES = (
    ".tina/__generated__/_schema.json",
    "tina/__generated__/_schema.json",
    "tina/tina-lock.json",
)


def schema_types(root: Path) -> set[str]:
    """The names of the block types that a site's schema has; none of a site without a schema.

    Args:
        root: The site's folder.
    """
    for name in _FILES:
        try:
            return set(_templates(json.loads((root / name).read_text(encoding="utf-8"))))
        except (OSError, ValueError, RecursionError):  # a schema is nice to have
            continue
    return set()


def _templates(part: object) -> Iterator[str]:
    """The names of all templates in a part of a schema."""
    if isinstance(part, list):
        for inner in part:
            yield from _templates(inner)
    elif isinstance(part, dict):
        for key, inner in part.items():
            if key == "templates" and isinstance(inner, list):
                named = (each.get("name") for each in inner if isinstance(each, dict))
                yield from (name for name in named if isinstance(name, str))
            yield from _templates(inner)
