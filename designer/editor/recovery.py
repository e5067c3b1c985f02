"""Recovery copies: unsaved work is written to the state folder one second after a change."""

from __future__ import annotations

import hashlib
import json
import logging
import os
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, QTimer

from designer.editor.documents import OpenDocument, Role
from designer.editor.editor import Editor

DELAY_MS = 1000

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class RecoveredCopy:
    """Unsaved work that another run of the program left behind.

    Attributes:
        role: The role of the document.
        time: The time of writing (aware, local time).
        data: The document's bytes.
        copy: The recovery file.
    """

    role: Role
    time: datetime
    data: bytes
    copy: Path


class Recovery(QObject):
    """Keeps a recovery copy of every unsaved document, and finds copies left after a crash.

    A lock file beside each copy shows that its writer is alive: a second window on the same page
    keeps separate copies, and neither offers nor discards those of the first window.
    """

    def __init__(self, editor: Editor, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._folder = folder
        self._locks: dict[Role, QLockFile] = {}
        self._own_copies: dict[Role, Path] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DELAY_MS)
        self._timer.timeout.connect(self.write)
        editor.changed.connect(lambda _change: self._timer.start())
        editor.saved.connect(self.write)

    def begin(self) -> list[RecoveredCopy]:
        """Start to watch the open documents.

        Returns:
            The newest leftover copy of each document that differs from its file.
        """
        self.end()
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            _log.warning("No recovery copies can be kept (%s); save your work often.", error)
            return []
        found = []
        for role, document in self._editor.documents.items():
            name = _name(document.file)
            stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")
            copy = self._folder / f"{name}-{stamp}-{os.getpid()}.json"
            self._own_copies[role] = copy
            self._locks[role] = _lock(copy)
            self._locks[role].tryLock(0)
            if leftover := self._newest_leftover(role, document, name):
                found.append(leftover)
        return found

    def _newest_leftover(
        self, role: Role, document: OpenDocument, name: str
    ) -> RecoveredCopy | None:
        for copy in sorted(self._leftover_copies(name), reverse=True):
            leftover = _read(role, copy)
            if leftover is None:
                continue
            if leftover.data == document.saved.to_bytes():
                copy.unlink(missing_ok=True)
                continue
            return leftover
        return None

    def discard(self, role: Role) -> None:
        """Delete the leftover copies of a document."""
        document = self._editor.documents.get(role)
        for copy in self._leftover_copies(_name(document.file)) if document else ():
            copy.unlink(missing_ok=True)

    def _leftover_copies(self, name: str) -> list[Path]:
        """Return the copies of a document whose writers are no longer alive."""
        own = self._own_copies.values()
        copies = [copy for copy in self._folder.glob(f"{name}-*.json") if copy not in own]
        return [copy for copy in copies if _is_abandoned(copy)]

    def write(self) -> None:
        """Write the copies now; a document without unsaved work has no copy."""
        self._timer.stop()
        for role, document in self._editor.documents.items():
            copy = self._own_copies.get(role)
            if copy is None:
                continue
            if document.is_unsaved:
                _write(copy, document)
            else:
                copy.unlink(missing_ok=True)

    def end(self) -> None:
        """Stop to watch, because the documents were saved or discarded; delete the copies."""
        self._timer.stop()
        for copy in self._own_copies.values():
            copy.unlink(missing_ok=True)
        for lock in self._locks.values():
            lock.unlock()
        self._own_copies.clear()
        self._locks.clear()


def _name(file: Path) -> str:
    return hashlib.sha256(str(file.resolve()).encode()).hexdigest()[:24]


def _lock(copy: Path) -> QLockFile:
    """Return the lock that shows whether the writer of a copy is alive."""
    lock = QLockFile(str(copy.with_suffix(".lock")))
    lock.setStaleLockTime(0)
    return lock


def _is_abandoned(copy: Path) -> bool:
    lock = _lock(copy)
    free = lock.tryLock(0)
    lock.unlock()
    return free


def _write(copy: Path, document: OpenDocument) -> None:
    """Write one copy atomically, so that a crash leaves the older copy intact."""
    record = {
        "file": str(document.file),
        "time": datetime.now(UTC).isoformat(),
        "text": document.page.to_bytes().decode("utf-8"),
    }
    draft = copy.with_suffix(".tmp")
    try:
        with draft.open("w", encoding="utf-8", newline="") as stream:
            json.dump(record, stream)
            stream.flush()
            os.fsync(stream.fileno())
        draft.replace(copy)
    except OSError as error:
        _log.warning("No recovery copy could be written (%s); save your work soon.", error)


def _read(role: Role, copy: Path) -> RecoveredCopy | None:
    try:
        record = json.loads(copy.read_text(encoding="utf-8"))
        time = datetime.fromisoformat(record["time"]).astimezone()
        return RecoveredCopy(role, time, record["text"].encode("utf-8"), copy)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        _log.info("The recovery copy %s cannot be read: %s", copy, error)
        return None
