"""The view in place of a page that cannot be opened: the error and its line."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor, QTextFormat
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from designer.errors import DesignerError, SourceError
from designer.look import Tokens

_LONGEST = 400_000


class ErrorPage(QWidget):
    """The error message, its actions, and the read-only text with the faulty line marked.

    Signals:
        another_requested: Another page is to be chosen.
        back_requested: The open page is to be shown again.
    """

    another_requested = Signal()
    back_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("errorPage")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.title = QLabel(self.tr("This page cannot be opened"))
        self.title.setObjectName("errorTitle")
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.source = QPlainTextEdit()
        self.source.setObjectName("sourceView")
        self.source.setReadOnly(True)
        self.source.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.source.setAccessibleName(self.tr("Text of the file"))
        another = QPushButton(self.tr("Open another page…"))
        another.clicked.connect(self.another_requested)
        self.back = QPushButton(self.tr("Back to the page"))
        self.back.clicked.connect(self.back_requested)
        row = QHBoxLayout()
        row.addWidget(self.back)
        row.addWidget(another)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(48, 48, 48, 48)
        column.setSpacing(12)
        column.addWidget(self.title)
        column.addWidget(self.text)
        column.addLayout(row)
        column.addWidget(self.source, 1)
        column.addStretch()

    def show_error(self, error: DesignerError, data: bytes, tokens: Tokens, *, back: bool) -> None:
        """Show an error and the file's text; ``back`` tells whether another page is open."""
        self.back.setVisible(back)
        self.text.setText(str(error))
        text = data[:_LONGEST].decode("utf-8", "replace")
        self.source.setVisible(bool(text))
        self.source.setPlainText(text)
        line = error.line if isinstance(error, SourceError) else None
        marks = []
        if line is not None:
            cursor = QTextCursor(self.source.document().findBlockByNumber(line - 1))
            mark = QTextEdit.ExtraSelection()
            ground = QTextCharFormat()
            ground.setBackground(QColor(tokens.error_soft))
            ground.setProperty(QTextFormat.Property.FullWidthSelection, True)
            mark.format = ground
            mark.cursor = cursor
            marks.append(mark)
            self.source.setTextCursor(cursor)
            self.source.centerCursor()
        self.source.setExtraSelections(marks)
