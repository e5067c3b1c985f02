"""A preview of the page as a search result."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from designer.inspector.entries.entry import FormEntry
from designer.inspector.rows.form_row import (
    START,
    FormRow,
    describe,
    draw_text,
    small_font,
    wrapped_height,
)

_INSET = 12
_TITLE = 15
_LINES = 3


class SearchRow(QWidget, FormRow):
    """Title, address and description, cut to the length that search engines show."""

    requested = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._title = self._address = self._words = ""

    @property
    @override
    def stops(self) -> list[QWidget]:
        return []

    @override
    def show_entry(self, entry: FormEntry, *, again: bool = False) -> None:
        self.entry = entry
        title, self._address, words = entry.value
        self._title = title or self.tr("This page has no title yet")
        self._words = words or self.tr("Without a description, search engines choose some words.")
        name = f"{entry.label}: {self._title}. {self._words}"
        describe(self, name=name, tip=entry.label)
        self.repaint_if_changed(self._title, self._address, self._words)

    @override
    def arrange(self, width: int) -> int:
        high = wrapped_height(self._words, small_font(self.font()), width - 2 * _INSET)
        line = wrapped_height("x", small_font(self.font()), width)
        return _INSET + 16 + 4 + 20 + 4 + min(high, _LINES * line) + _INSET

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self.tokens.line), 1))
        painter.setBrush(QColor(self.tokens.well))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        left, width = _INSET, self.width() - 2 * _INSET
        flags = Qt.AlignmentFlag.AlignVCenter | START
        painter.setFont(small_font(self.font()))
        address = QRect(left, _INSET, width, 16)
        draw_text(painter, address, self._address, self.tokens.muted, flags)
        title = QFont(self.font())
        title.setPixelSize(_TITLE)
        painter.setFont(title)
        draw_text(
            painter, QRect(left, _INSET + 20, width, 20), self._title, self.tokens.accent, flags
        )
        painter.setFont(small_font(self.font()))
        painter.setPen(QColor(self.tokens.text))
        words = QRect(left, _INSET + 44, width, self.height() - 2 * _INSET - 44)
        painter.setClipRect(words)
        painter.drawText(words, Qt.TextFlag.TextWordWrap | START, self._words)
