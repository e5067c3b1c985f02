"""Detect changes that other programs make to open files."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from designer.site.file_state import FileState, file_states

SETTLE_MS = 150
"""Debounce interval: editors save in several steps, often by replacing the file."""


class FileWatch(QObject):
    """Watches groups of files and reports which group changed.

    A group is a function that lists its files, so that new files are detected too. The folders of
    the files are watched as well, because most programs replace a file instead of writing it.

    Signals:
        changed: The name of a group in which files changed, appeared or disappeared.
    """

    changed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._groups: dict[str, Callable[[], Iterable[Path]]] = {}
        self._states: dict[str, dict[Path, FileState]] = {}
        self._watcher = QFileSystemWatcher(self)
        self._timer = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._timer.timeout.connect(self._compare)
        self._watcher.fileChanged.connect(lambda _path: self._timer.start())
        self._watcher.directoryChanged.connect(lambda _path: self._timer.start())

    def follow(self, groups: dict[str, Callable[[], Iterable[Path]]]) -> None:
        """Watch these groups instead of the previous ones."""
        self._timer.stop()
        self._groups = dict(groups)
        self._states = {name: file_states(files()) for name, files in self._groups.items()}
        self._watch()

    def _watch(self) -> None:
        if held := [*self._watcher.files(), *self._watcher.directories()]:
            self._watcher.removePaths(held)
        files = {file for states in self._states.values() for file in states}
        folders = {file.parent for file in files}
        if wanted := [str(path) for path in files | folders if path.exists()]:
            self._watcher.addPaths(wanted)

    def _compare(self) -> None:
        """Compare the files with their previous state."""
        now = {name: file_states(files()) for name, files in self._groups.items()}
        different = [name for name, states in now.items() if states != self._states[name]]
        self._states = now
        self._watch()
        for name in different:
            self.changed.emit(name)
