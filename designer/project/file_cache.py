"""Caches values computed from files; a value is recomputed only after its files have changed."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from designer.site import FileState, file_states

T = TypeVar("T")


@dataclass
class _FromFiles:
    states: Mapping[Path, FileState]
    value: Any
    round: int
    files: Callable[[], Iterable[Path]]


class FileCache:
    """A cache of values that are computed from files, or from other values of the cache.

    The files of a value are checked once per round. A command over a thousand pages is one round;
    the window begins a new one with each ``refresh``.
    """

    def __init__(self) -> None:
        self._from_files: dict[Hashable, _FromFiles] = {}
        self._derived: dict[Hashable, tuple[tuple[object, ...], Any]] = {}
        self._round = 0

    def refresh(self) -> None:
        """Begin a new round: the files of a value are checked at its next use."""
        self._round += 1

    def read(
        self, key: Hashable, files: Callable[[], Iterable[Path]], compute: Callable[[], T]
    ) -> T:
        """Return a value that is computed from files.

        Args:
            key: The name of the value.
            files: Returns the files that the value depends on, including missing ones.
            compute: Computes the value. An error that it raises is not cached.
        """
        kept = self._from_files.get(key)
        if kept is None or kept.round != self._round:
            states = file_states(files())
            if kept is None or kept.states != states:
                kept = _FromFiles(states, compute(), self._round, files)
                self._from_files[key] = kept
            kept.round = self._round
        value: T = kept.value
        return value

    def read_tracked(
        self, key: Hashable, compute: Callable[[], tuple[T, Callable[[], Iterable[Path]]]]
    ) -> T:
        """Return a value whose files are known only after it is computed.

        Args:
            key: The name of the value.
            compute: Computes the value, and a function that returns the files that it depends on,
                those that have appeared since included.
        """
        kept = self._from_files.get(key)
        if kept is None or (kept.round != self._round and kept.states != file_states(kept.files())):
            value, files = compute()
            kept = _FromFiles(file_states(files()), value, self._round, files)
            self._from_files[key] = kept
        kept.round = self._round
        found: T = kept.value
        return found

    def derive(self, key: Hashable, sources: tuple[object, ...], compute: Callable[[], T]) -> T:
        """Return a value that is computed from other values.

        Args:
            key: The name of the value.
            sources: The values that it depends on. They are compared by identity.
            compute: Computes the value.
        """
        kept = self._derived.get(key)
        if kept is not None and [*map(id, kept[0])] == [*map(id, sources)]:
            value: T = kept[1]
            return value
        value = compute()
        self._derived[key] = sources, value
        return value
