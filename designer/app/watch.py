"""Noticing that another program changed a file that is shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

SETTLE_MS = 150
"""Editors write in several steps, often through a file that takes the place of the old one."""

_Mark = tuple[int, int, int]


class Watch(QObject):
    """Watches groups of files and says which group changed.

    A group is a function that lists its files, so files that appear later are noticed too. The
    folders of the files are watched as well: most programs replace a file instead of writing it.

    Signals:
        changed: The name of a group some of whose files changed, came or went.
    """

    changed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._groups: dict[str, Callable[[], Iterable[Path]]] = {}
        self._marks: dict[str, dict[Path, _Mark]] = {}
        self._watcher = QFileSystemWatcher(self)
        self._timer = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._timer.timeout.connect(self._look)
        self._watcher.fileChanged.connect(lambda _path: self._timer.start())
        self._watcher.directoryChanged.connect(lambda _path: self._timer.start())

    def follow(self, groups: dict[str, Callable[[], Iterable[Path]]]) -> None:
        """Watch these groups in place of the older ones."""
        self._timer.stop()
        self._groups = dict(groups)
        self._marks = {name: _marks(files()) for name, files in self._groups.items()}
        self._watch()

    def _watch(self) -> None:
        if held := [*self._watcher.files(), *self._watcher.directories()]:
            self._watcher.removePaths(held)
        files = {file for marks in self._marks.values() for file in marks}
        folders = {file.parent for file in files}
        if wanted := [str(path) for path in files | folders if path.exists()]:
            self._watcher.addPaths(wanted)

    def _look(self) -> None:
        """Compare the files with how they were."""
        now = {name: _marks(files()) for name, files in self._groups.items()}
        different = [name for name, marks in now.items() if marks != self._marks[name]]
        self._marks = now
        self._watch()
        for name in different:
            self.changed.emit(name)


def files_below(folder: Path) -> list[Path]:
    """The folder and all that is in it, so that what appears in it is noticed."""
    return [folder, *sorted(folder.rglob("*"))] if folder.is_dir() else [folder]


def _marks(files: Iterable[Path]) -> dict[Path, _Mark]:
    """By what a changed file is recognised; zeros for one that is not there."""
    marks = {}
    for file in files:
        try:
            found = file.stat()
        except OSError:
            marks[file] = (0, 0, 0)
        else:
            size = 0 if file.is_dir() else found.st_size
            marks[file] = (0 if file.is_dir() else found.st_mtime_ns, size, found.st_ino)
    return marks
