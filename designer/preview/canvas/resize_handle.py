"""The handles at the edges of the page that change its width."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractSlider, QWidget
from typing_extensions import override

from designer.look import LIGHT, Tokens

THICK = 14
"""Width of a handle in pixels."""

NARROWEST, WIDEST = 240, 3840

_STEP, _LEAP = 10, 100
_GRIP, _HELD = (4, 40), (6, 56)


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
        self._outward = -1 if left else 1
        self._from: float | None = None
        self._near = False
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setRange(NARROWEST, WIDEST)
        self.setSingleStep(_STEP)
        self.setPageStep(_LEAP)
        self.setCursor(Qt.CursorShape.SizeHorCursor)
        # One focusable handle is enough for the keyboard.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus if left else Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(self.tr("Width of the page"))
        self.setToolTip(self.tr("Drag to change the width; arrow keys, with Shift pixel by pixel"))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self.setSingleStep(1 if fine else _STEP)
        super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._from = event.globalPosition().x()
            self.grabbed.emit()
            self.update()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._from is not None:
            self.dragged.emit(round((event.globalPosition().x() - self._from) * self._outward))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._from is not None:
            self._from = None
            self.dropped.emit()
            self.update()

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        self._near = True
        self.update()

    @override
    def leaveEvent(self, event: object) -> None:
        self._near = False
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        active = self._near or self._from is not None or self.hasFocus()
        wide, high = _HELD if active else _GRIP
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.tokens.accent if active else self.tokens.control))
        x, y = (self.width() - wide) / 2, (self.height() - high) / 2
        painter.drawRoundedRect(QRectF(x, y, wide, high), wide / 2, wide / 2)
