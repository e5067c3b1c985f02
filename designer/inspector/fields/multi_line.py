"""A multi-line text field."""

from __future__ import annotations

from math import ceil
from typing import Any

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget
from typing_extensions import override

from designer.inspector.fields.field_editor import (
    HEIGHT,
    FieldEditor,
    RowSlots,
    as_text,
    is_window_key,
)
from designer.inspector.fields.undo_grouping import UndoGroup, end_of_change

_LIMITS = {"slot": (1, 4), "wrapped": (1, 8), "text": (3, 12), "html": (3, 12), "markdown": (3, 16)}
"""The minimum and maximum number of visible lines, by kind."""

_MARGIN = 2
_FRAME = 2 * (_MARGIN + 4)
"""Pixels above and below the lines: margin, padding and border."""


class MultiLineField(QPlainTextEdit, FieldEditor):
    """A multi-line text, which grows with its content up to a limit.

    Signals:
        edited: The new value, at every keystroke.
        editing_finished: The field lost the focus, or an undo group ended.
        height_changed: The field needs another height.
    """

    edited = Signal(object)
    editing_finished = Signal()
    height_changed = Signal()

    def __init__(self, kind: str = "text", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least, self._limit = _LIMITS[kind]
        self._one_line = kind in ("slot", "wrapped")
        self.is_stacked = not self._one_line
        if kind == "slot":
            self.setObjectName("slot")
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(_MARGIN)
        self._undo_group = UndoGroup()
        self._value = self._shown = ""
        self._lines, self._scrolls, self._toggling = 0, False, False
        self.textChanged.connect(self._changed)
        self.document().documentLayout().documentSizeChanged.connect(self._measure)
        self._measure()

    @override
    def connect_row(self, row: RowSlots) -> None:
        super().connect_row(row)
        self.height_changed.connect(row.height_changed)

    @property
    def caret(self) -> int:
        """The position of the caret."""
        return self.textCursor().position()

    @caret.setter
    def caret(self, position: int) -> None:
        cursor = self.textCursor()
        cursor.setPosition(min(position, max(0, self.document().characterCount() - 1)))
        self.setTextCursor(cursor)

    @override
    def show_value(self, value: Any) -> None:
        """Show a value; does nothing if the field shows it already.

        In a focused field, the caret moves to the end of the changed part.
        """
        text, old = as_text(value), self._shown
        if text == self._value:
            return
        self._value = text
        with QSignalBlocker(self):  # Qt normalizes line ends, which is not an edit
            self.setPlainText(text)
        self._shown = self._text()
        self._undo_group.start(self._shown)
        if self.hasFocus():
            self.caret = end_of_change(old, self._shown)
        self._measure()

    def _text(self) -> str:
        """Return the raw text: ``toPlainText`` replaces no-break spaces by spaces."""
        return self.document().toRawText().replace("\u2029", "\n")

    def _changed(self) -> None:
        text = self._text()
        if text == self._shown:
            return
        self._shown = self._value = text
        before, after = self._undo_group.boundaries(text, self.caret)
        if before:
            self.editing_finished.emit()
        self.edited.emit(text)
        if after:
            self.editing_finished.emit()

    def _measure(self) -> None:
        self._toggle_scroll_bar()
        lines = max(self._least, min(self._limit, self._line_count()))
        if lines != self._lines:
            self._lines = lines
            self.updateGeometry()
            self.height_changed.emit()

    def _toggle_scroll_bar(self) -> None:
        """Show the scroll bar if the text is longer than the maximum height.

        The bar narrows the text, so a text may fit without the bar and not fit with it.
        """
        wanted = self._line_count() > self._limit
        if wanted is self._scrolls or self._toggling:
            return
        self._toggling, self._scrolls = True, wanted
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAlwaysOn if wanted else policy.ScrollBarAlwaysOff
        )
        self._toggling = False

    def _line_count(self) -> int:
        """Count the wrapped lines of the text, up to one more than the limit.

        Qt lays out paragraphs lazily and counts each pending one as a single line in the document
        size, so this method forces the layout.
        """
        lines, block = 0, self.document().firstBlock()
        while block.isValid() and lines <= self._limit:
            self.document().documentLayout().blockBoundingRect(block)
            lines += block.lineCount()
            block = block.next()
        return lines

    @override
    def height_for(self, _width: int) -> int:
        line = self.document().firstBlock().layout()
        high = line.lineAt(0).height() if line.lineCount() else self.fontMetrics().lineSpacing()
        return max(HEIGHT, ceil(self._lines * high) + _FRAME)

    @override
    def sizeHint(self) -> QSize:
        return QSize(120, self.height_for(120))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._measure()

    @override
    def event(self, event: QEvent) -> bool:
        if is_window_key(event):
            event.ignore()
            return False
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._one_line and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.editing_finished.emit()  # a one-line value never contains a line break
            return
        super().keyPressEvent(event)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ignore the wheel without the focus, so that the form scrolls."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.editing_finished.emit()
