"""Resolve the ``exports`` of a ``package.json`` as Node does."""

from __future__ import annotations

from collections.abc import Collection, Mapping

_DEFAULT = "default"


def exported_path(exports: object, subpath: str, conditions: Collection[str]) -> str | None:
    """Return the path that a package exports, relative to its folder.

    Args:
        exports: The value of ``exports``.
        subpath: The requested part of the package: ``.``, or for instance ``./plugin``.
        conditions: The conditions that hold, besides ``default``.

    Returns:
        A path as ``./dist/plugin.js``; None if the package does not export this part.
    """
    table = _table(exports)
    if subpath in table and "*" not in subpath:
        return _target(table[subpath], conditions, "")
    for pattern in sorted(filter(_is_pattern, table), key=_rank):
        start, end = pattern.split("*")
        inner = len(subpath) - len(start) - len(end)
        if inner > 0 and subpath.startswith(start) and subpath.endswith(end):
            name = subpath[len(start) : len(start) + inner]
            return _target(table[pattern], conditions, name)
    return None


def _table(exports: object) -> Mapping[str, object]:
    """Return the exports by subpath; a single export is that of the package itself."""
    if isinstance(exports, Mapping) and any(str(key).startswith(".") for key in exports):
        return exports
    return {".": exports}


def _is_pattern(key: str) -> bool:
    return key.count("*") == 1


def _rank(pattern: str) -> tuple[int, int]:
    """Order patterns as Node does: the longest text before the star first."""
    return -pattern.index("*"), -len(pattern)


def _target(value: object, conditions: Collection[str], replacement: str) -> str | None:
    if isinstance(value, str):
        return value.replace("*", replacement) if value.startswith("./") else None
    if isinstance(value, list):
        found = (_target(each, conditions, replacement) for each in value)
        return next((path for path in found if path is not None), None)
    if isinstance(value, Mapping):
        for key, each in value.items():
            if key == _DEFAULT or key in conditions:
                path = _target(each, conditions, replacement)
                if path is not None:
                    return path
    return None
