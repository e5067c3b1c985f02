"""Compute the edits between two values; parts that are equal in both are not touched."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from designer.document.values import Path, Value, same


class PrimitiveEdit(NamedTuple):
    """One primitive edit: the name of the function, and its arguments after the page."""

    name: str
    arguments: tuple[Value, ...]


def steps(old: Value, new: Value, path: Path = ()) -> Iterator[PrimitiveEdit]:
    """Yield the edits that turn one value into another; each applies to the previous result."""
    if same(old, new):
        return
    if isinstance(old, dict) and isinstance(new, dict) and old.keys() & new.keys():
        yield from _mapping(old, new, path)
    elif isinstance(old, list) and isinstance(new, list) and old and new:
        yield from _list(old, new, path)
    else:
        yield PrimitiveEdit("replace", (path, new))


def _mapping(old: dict[str, Value], new: dict[str, Value], path: Path) -> Iterator[PrimitiveEdit]:
    for key in old:
        if key not in new:
            yield PrimitiveEdit("remove", ((*path, key),))
    order = [key for key in old if key in new]
    for place, key in enumerate(key for key in new if key in old):
        if order[place] != key:
            here = order.index(key)
            yield PrimitiveEdit("move", (path, here, place))
            order.insert(place, order.pop(here))
    for place, (key, value) in enumerate(new.items()):
        if key in old:
            yield from steps(old[key], value, (*path, key))
        else:
            yield PrimitiveEdit("insert", (path, place, key, value))


def _list(old: list[Value], new: list[Value], path: Path) -> Iterator[PrimitiveEdit]:
    start = 0
    while start < min(len(old), len(new)) and same(old[start], new[start]):
        start += 1
    at_end = 0
    while at_end < min(len(old), len(new)) - start and same(old[-1 - at_end], new[-1 - at_end]):
        at_end += 1
    before, after = old[start : len(old) - at_end], new[start : len(new) - at_end]
    for place, (one, other) in enumerate(zip(before, after, strict=False), start):
        yield from steps(one, other, (*path, place))
    for place in range(start + len(before) - 1, start + len(after) - 1, -1):
        yield PrimitiveEdit("remove", ((*path, place),))
    for place in range(len(before), len(after)):
        yield PrimitiveEdit("insert", (path, start + place, None, after[place]))
