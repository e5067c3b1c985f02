"""The view in place of a page or site that cannot be opened: the reason, and the file's text."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor, QTextFormat
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QTextEdit, QVBoxLayout, QWidget

from designer.errors import DesignerError, SourceError
from designer.look import Tokens
from designer.window.layout.start_page import StartPage, label, paragraph

_LONGEST = 400_000  # bytes of the file that are shown
_WIDTH, _WIDTH_WITH_TEXT = 600, 960  # pixels


class ErrorPage(StartPage):
    """The reason, what else can be opened, and the read-only text with the faulty line marked.

    Signals:
        another_requested: Another page is to be chosen.
        site_requested: A site is to be chosen.
    """

    another_requested = Signal()
    site_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = label("startText")
        self.source = QPlainTextEdit()
        self.source.setObjectName("sourceView")
        self.source.setReadOnly(True)
        self.source.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.source.setAccessibleName(self.tr("Text of the file"))
        self.another = QPushButton(self.tr("Open another page…"))
        self.another.setObjectName("primary")
        self.another.clicked.connect(self.another_requested)
        self.site = QPushButton(self.tr("Open a site…"))
        self.site.clicked.connect(self.site_requested)
        self.add_parts(((self.text, 24),))
        self.add_buttons((self.another, self.site))
        self._below = QWidget()
        below = QVBoxLayout(self._below)
        below.setContentsMargins(0, 20, 0, 0)
        below.addWidget(self.source)
        self.column.addWidget(self._below, 1)
        self.setFocusProxy(self.another)

    def show_error(
        self, error: DesignerError, file: Path, data: bytes, tokens: Tokens, *, back: bool
    ) -> None:
        """Show why a file or folder cannot be opened.

        Args:
            error: The reason.
            file: The file or folder.
            data: The content of the file; only text is shown.
            tokens: The colours of the window.
            back: Whether another page is open.
        """
        title = self.tr("“%1” cannot be opened").replace("%1", file.name or str(file))
        self.show_place(title, file, back=back)
        self.text.setText(paragraph(str(error)))
        text = "" if b"\0" in data else data[:_LONGEST].decode("utf-8", "replace")
        self._below.setVisible(bool(text))
        self.source.setPlainText(text)
        self.set_size(_WIDTH_WITH_TEXT if text else _WIDTH, is_tall=bool(text))
        self._mark(error.line if isinstance(error, SourceError) else None, tokens)
        self.another.setFocus()

    def _mark(self, line: int | None, tokens: Tokens) -> None:
        """Mark a line of the text and scroll to it; None marks nothing."""
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
