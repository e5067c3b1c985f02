"""A dialog with the lines that a save would change, old and new, for every file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from designer.document import Hunk, LineChanges
from designer.look import Tokens

_MOST = 2_000
"""The maximum number of listed lines; further lines are only counted."""

_SIZE = (760, 480)


class ChangesView(QDialog):
    """Lists the changed lines, file by file, with a save button."""

    def __init__(
        self, files: Sequence[tuple[str, LineChanges]], tokens: Tokens, parent: QWidget
    ) -> None:
        """Create the list.

        Args:
            files: File names and their changed lines; unchanged files are omitted.
            tokens: The window's colours.
            parent: The window.
        """
        super().__init__(parent)
        self.setWindowTitle(self.tr("What will be saved"))
        self.resize(*_SIZE)
        self._tokens = tokens
        self.text = QPlainTextEdit()
        self.text.setObjectName("sourceView")
        self.text.setReadOnly(True)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.text.setAccessibleName(self.tr("Lines that will change"))
        note = QLabel(self.tr("Every other line of the files stays exactly as it is."))
        note.setObjectName("note")
        self.save = QPushButton(self.tr("Save"))
        self.save.setObjectName("primary")
        self.save.clicked.connect(self.accept)
        close = QPushButton(self.tr("Close"))
        close.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(note)
        row.addStretch()
        row.addWidget(close)
        row.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(self.text)
        column.addLayout(row)
        self._fill([(name, changes) for name, changes in files if changes.hunks])

    def _fill(self, files: Sequence[tuple[str, LineChanges]]) -> None:
        rows = [row for name, changes in files for row in _rows(name, changes)]
        self.save.setEnabled(bool(rows))
        if not rows:
            rows = [("", self.tr("There is nothing to save."))]
        cursor = QTextCursor(self.text.document())
        for number, (kind, line) in enumerate(rows[:_MOST]):
            if number:
                cursor.insertBlock()
            cursor.setBlockFormat(self._ground(kind))
            cursor.setCharFormat(self._ink(kind))
            cursor.insertText(line)
        if len(rows) > _MOST:
            more = self.tr("… and %1 more lines").replace("%1", str(len(rows) - _MOST))
            cursor.insertBlock(self._ground(""), self._ink(""))
            cursor.insertText(more)
        self.text.moveCursor(QTextCursor.MoveOperation.Start)

    def _ground(self, kind: str) -> QTextBlockFormat:
        grounds = {"-": self._tokens.error_soft, "+": self._tokens.accent_soft}
        form = QTextBlockFormat()
        if kind in grounds:
            form.setBackground(QColor(grounds[kind]))
        return form

    def _ink(self, kind: str) -> QTextCharFormat:
        form = QTextCharFormat()
        form.setForeground(QColor(self._tokens.text if kind else self._tokens.muted))
        return form


def _rows(name: str, changes: LineChanges) -> Iterator[tuple[str, str]]:
    """Yield the rows of a file: its name, then the old and new lines of each hunk."""
    yield "", name
    wide = max((len(str(_last(hunk))) for hunk in changes.hunks), default=1)
    for hunk in changes.hunks:
        for number, line in enumerate(hunk.before, hunk.line_before):
            yield "-", f"{number:>{wide}}  −  {_shown(line)}"
        for number, line in enumerate(hunk.after, hunk.line_after):
            yield "+", f"{number:>{wide}}  +  {_shown(line)}"
    yield "", ""


def _last(hunk: Hunk) -> int:
    """Return the largest line number shown for a hunk."""
    return max(hunk.line_before + len(hunk.before), hunk.line_after + len(hunk.after))


def _shown(line: str) -> str:
    """Return a line without its line end; a carriage return is made visible."""
    bare = line.removesuffix("\n")
    return bare[:-1] + "␍" if bare.endswith("\r") else bare
