"""Counts the lines that a save would change, debounced after edits."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from designer.document import LineChanges, line_changes
from designer.editor import Editor

_COUNT_MS = 150


class ChangeCount(QObject):
    """Compares the documents with their files.

    Signals:
        counted: The number of lines that a save would change.
    """

    counted = Signal(int)

    def __init__(self, editor: Editor, parent: QObject) -> None:
        super().__init__(parent)
        self._editor = editor
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_COUNT_MS)
        self._timer.timeout.connect(self.count)

    def count_soon(self) -> None:
        """Count after a debounce interval."""
        self._timer.start()

    def count(self) -> None:
        """Count the lines that a save would change."""
        self.counted.emit(sum(changes.count for _, changes in self.files()))

    def files(self) -> list[tuple[str, LineChanges]]:
        """Return the name of each open file, and the lines that a save would change."""
        documents = self._editor.documents.values()
        return [(d.file.name, line_changes(d.saved, d.page)) for d in documents]
