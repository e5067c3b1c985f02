"""Expanded groups per owner; the state follows list items when they move."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any

from designer.document import Path


class ExpansionState:
    """Stores which groups the user expanded or collapsed."""

    def __init__(self) -> None:
        self._states: dict[Hashable, dict[Path, bool]] = {}
        self.revision = 0

    def is_open(self, owner: Hashable, path: Path, default: bool) -> bool:
        """Whether a group is expanded; ``default`` if the user has not toggled the group."""
        return self._states.get(owner, {}).get(path, default)

    def set(self, owner: Hashable, path: Path, *, is_open: bool) -> None:
        """Expand or collapse a group."""
        self._states.setdefault(owner, {})[path] = is_open
        self.revision += 1

    def open_to(self, owner: Hashable, base: Path, path: Path, data: Any) -> None:
        """Expand every group that contains a value, and the value itself if it is a group.

        Args:
            owner: The owner of the groups.
            base: The path of ``data`` in its owner.
            path: The value's path in ``data``.
            data: The displayed data.
        """
        for length in range(1, len(path) + 1):
            held = _value_at(data, path[:length])
            missing = held is None and length < len(path)
            full_path = (*base, *path[:length])
            if missing or isinstance(held, dict | list):
                self._open(owner, full_path)

    def _open(self, owner: Hashable, path: Path) -> None:
        if self._states.get(owner, {}).get(path) is not True:
            self.set(owner, path, is_open=True)

    def remap(self, owner: Hashable, base: Path, before: Any, after: Any) -> None:
        """Remap the expanded state after list items were moved, added or removed."""
        states = self._states.get(owner)
        if not states:
            return
        kept: dict[Path, bool] = {}
        for path, state in states.items():
            now = _path_after(path[len(base) :], before, after)
            if now is not None:
                kept[(*base, *now)] = state
        if kept != states:
            self._states[owner] = kept
            self.revision += 1


def _path_after(path: Path, before: Any, after: Any) -> Path | None:
    """Return the new path of the item at a path or around it; None if the item is gone."""
    result: list[str | int] = []
    for step in path:
        old, new = _value_at(before, path[: len(result)]), _value_at(after, tuple(result))
        if isinstance(step, int) and isinstance(old, list) and isinstance(new, list):
            place = _index_after(step, old, new)
            if place is None:
                return None
            result.append(place)
        else:
            result.append(step)
    return tuple(result)


def _index_after(index: int, old: list[Any], new: list[Any]) -> int | None:
    """Return the index in the new list of an item of the old list; None if it is gone."""
    if not 0 <= index < len(old):
        return index if index < len(new) else None
    item = old[index]
    if index < len(new) and new[index] == item:
        return index
    equal = [place for place, other in enumerate(new) if other == item]
    if equal and len(old) == len(new):
        return equal[0]
    if equal:
        return min(equal, key=lambda place: abs(place - index))
    if len(new) < len(old):
        return None
    return index  # the item itself was edited in place


def _value_at(data: Any, path: Path) -> Any:
    for step in path:
        inside = isinstance(data, list) and isinstance(step, int) and 0 <= step < len(data)
        if inside or (isinstance(data, Mapping) and step in data):
            data = data[step]
        else:
            return None
    return data
