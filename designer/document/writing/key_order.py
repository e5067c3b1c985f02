"""Find the position of a new key from the key order of sibling mappings."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from designer.document.values import Path, Value, get, untagged

TYPE_KEY = "_template"
"""The key that holds a block's type; the sites' CMS writes it last."""

_MAX_SIBLINGS = 20


def insert_position(data: Value, path: Path, key: str) -> int:
    """Return the position for a new key in the mapping at a path.

    The same mapping in the nearest items of the enclosing list shows the preceding key. If none has
    the key, the new key comes last, but before the key of the block's type.
    """
    mapping = untagged(get(data, path))
    keys = list(mapping)
    for other in islice(_siblings(data, path), _MAX_SIBLINGS):
        if key in other and other.get(TYPE_KEY) == mapping.get(TYPE_KEY):
            order = list(other)
            here = order.index(key)
            before = [name for name in order[:here] if name in mapping]
            following = [name for name in order[here:] if name in mapping]
            if before:
                return keys.index(before[-1]) + 1
            if following:
                return keys.index(following[0])
    return len(keys) - (keys[-1:] == [TYPE_KEY])


def _siblings(data: Value, path: Path) -> Iterator[dict[str, Value]]:
    """Yield the same mapping in the other items of the innermost enclosing list, nearest first."""
    depth = max((n for n, step in enumerate(path) if isinstance(step, int)), default=None)
    if depth is None:
        return
    items, own, rest = get(data, path[:depth]), path[depth], path[depth + 1 :]
    others = sorted(range(len(items)), key=lambda index: abs(index - int(own)))
    for index in others[1:]:
        try:
            found = get(items[index], rest)
        except LookupError:
            continue
        if isinstance(found, dict):
            yield found
