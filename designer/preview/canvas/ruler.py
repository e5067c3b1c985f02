"""The ruler above the page, which marks breakpoints."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from typing_extensions import override

from designer.look import LIGHT, Tokens
from designer.tailwind import Breakpoint

HEIGHT = 24

_TICK = 5
_GAP = 4
_CAPTION_LEFT = 12


class Ruler(QWidget):
    """Marks each breakpoint at the positions that the page's edges have at its width.

    Signals:
        chosen: The width of the breakpoint that was clicked.
    """

    chosen = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.tokens: Tokens = LIGHT
        self._marks: list[tuple[int, Breakpoint, QPushButton]] = []
        self._middle, self._zoom, self._width = 0.0, 1.0, 0
        self._caption = QLabel(self)
        self._caption.setObjectName("paneCaption")
        self._caption.hide()

    def show_breakpoints(self, points: Sequence[Breakpoint]) -> None:
        """Mark these breakpoints; those without a limit have no mark."""
        for *_, button in self._marks:
            button.hide()
            button.deleteLater()
        self._marks = []
        for point in points:
            limit = point.min if point.min is not None else point.max
            if limit is None:
                continue
            width = round(limit)
            text = self.tr("%1: up to %2 px") if point.min is None else self.tr("%1: from %2 px")
            button = QPushButton(point.name, self)
            button.setObjectName("breakpoint")
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keyboard uses handles
            label = text.replace("%1", point.name).replace("%2", str(width))
            button.setToolTip(label)
            button.setAccessibleName(label)
            button.clicked.connect(lambda _on, width=width: self.chosen.emit(width))
            button.setProperty("holds", False)
            self._marks.append((width, point, button))
        self._marks.sort(key=lambda mark: mark[0])
        self._lay_out()

    @property
    def widths(self) -> list[int]:
        """The widths of the marked breakpoints."""
        return [width for width, *_ in self._marks]

    def show_page(self, middle: float, zoom: float, width: int) -> None:
        """Set the page's centre (in view pixels), zoom and width."""
        if (middle, zoom, width) != (self._middle, self._zoom, self._width):
            self._middle, self._zoom, self._width = middle, zoom, width
            self._lay_out()

    def show_caption(self, text: str, *, active: bool) -> None:
        """Show a caption at the left end; hide it if the text is empty."""
        self._caption.setVisible(bool(text))
        if text != self._caption.text() or active != self._caption.property("active"):
            self._caption.setProperty("active", active)
            self._caption.setText(text)
            self._caption.style().polish(self._caption)
            self._lay_out()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        """Place each name at its mark; hide names that would overlap."""
        self._caption.adjustSize()
        self._caption.move(_CAPTION_LEFT, (HEIGHT - self._caption.height()) // 2)
        occupied = self._caption.geometry().right() if self._caption.text() else 0
        for width, point, button in self._marks:
            is_active = point.contains(self._width)
            if button.property("holds") is not is_active:
                button.setProperty("holds", is_active)
                button.style().polish(button)
            button.adjustSize()
            left = round(self._x_of(width)) - button.width() // 2
            fits = left > occupied + _GAP and left + button.width() <= self.width()
            button.setVisible(fits)
            if fits:
                button.move(left, 0)
                occupied = left + button.width()
        self.update()

    def _x_of(self, width: int) -> float:
        return self._middle + width * self._zoom / 2

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for width in self.widths:
            is_active = width == self._width
            painter.setPen(QColor(self.tokens.accent if is_active else self.tokens.control))
            for x in (round(self._x_of(width)), round(2 * self._middle - self._x_of(width))):
                painter.drawLine(x, HEIGHT - _TICK, x, HEIGHT)
