"""The handles at the edges of the page that change its width."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractSlider, QWidget
from typing_extensions import override

from designer.look import LIGHT, Tokens

HANDLE_WIDTH = 14
"""Width of a handle in pixels."""

MIN_WIDTH, MAX_WIDTH = 240, 3840

_STEP, _PAGE_STEP = 10, 100
_SIZE, _ACTIVE_SIZE = (4, 40), (6, 56)


class ResizeHandle(QAbstractSlider):
    """A handle beside the page. Its value is the page's width; arrow keys change it.

    Signals:
        grabbed: A drag begins.
        dragged: The mouse's distance from the start of the drag; positive means a wider page.
        dropped: The drag has ended.
    """

    grabbed = Signal()
    dragged = Signal(int)
    dropped = Signal()

    def __init__(self, parent: QWidget, *, left: bool) -> None:
        super().__init__(parent)
        self.tokens: Tokens = LIGHT
        self._direction = -1 if left else 1
        self._drag_origin: float | None = None
        self._is_hovered = False
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setRange(MIN_WIDTH, MAX_WIDTH)
        self.setSingleStep(_STEP)
        self.setPageStep(_PAGE_STEP)
        self.setCursor(Qt.CursorShape.SizeHorCursor)
        # One focusable handle is enough for the keyboard.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus if left else Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(self.tr("Width of the page"))
        self.setToolTip(self.tr("Drag to change the width; arrow keys, with Shift pixel by pixel"))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self.setSingleStep(1 if is_fine else _STEP)
        super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._drag_origin = event.globalPosition().x()
            self.grabbed.emit()
            self.update()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._drag_origin is not None:
            self.dragged.emit(
                round((event.globalPosition().x() - self._drag_origin) * self._direction)
            )

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._drag_origin is not None:
            self._drag_origin = None
            self.dropped.emit()
            self.update()

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        self._is_hovered = True
        self.update()

    @override
    def leaveEvent(self, event: object) -> None:
        self._is_hovered = False
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        active = self._is_hovered or self._drag_origin is not None or self.hasFocus()
        wide, high = _ACTIVE_SIZE if active else _SIZE
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.tokens.accent if active else self.tokens.control))
        x, y = (self.width() - wide) / 2, (self.height() - high) / 2
        painter.drawRoundedRect(QRectF(x, y, wide, high), wide / 2, wide / 2)
