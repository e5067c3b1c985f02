"""The edge of fields that are made of several widgets: as that of a line of text."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from designer.look import Tokens

RADIUS = 6

_CHECK = 6


def paint_frame(
    painter: QPainter, area: QRect, tokens: Tokens, *, focused: bool = False, well: bool = False
) -> None:
    """Paint ground and edge of a field.

    Args:
        painter: Where to.
        area: The whole field.
        tokens: The colours.
        focused: Whether it has the ring of what is in use.
        well: Whether it is a place for something, rather than for text.
    """
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    width = 2 if focused else 1
    painter.setPen(QPen(QColor(tokens.accent if focused else tokens.control), width))
    painter.setBrush(QColor(tokens.well if well else tokens.panel))
    half = width / 2
    painter.drawRoundedRect(QRectF(area).adjusted(half, half, -half, -half), RADIUS, RADIUS)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)


def on_screen(popup: QWidget, place: QPoint) -> QPoint:
    """The nearest place at which a popup is seen as a whole."""
    screen = popup.screen().availableGeometry()
    return QPoint(
        max(screen.left(), min(place.x(), screen.right() - popup.width())),
        max(screen.top(), min(place.y(), screen.bottom() - popup.height())),
    )


def paint_checks(painter: QPainter, box: QRectF, tokens: Tokens) -> None:
    """Paint the squares that show behind what is not opaque."""
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.fillRect(box.adjusted(1, 1, -1, -1), QColor(tokens.panel))
    square = QColor(tokens.line)
    for row in range(int(box.height() // _CHECK) + 1):
        for column in range(row % 2, int(box.width() // _CHECK) + 1, 2):
            cell = QRectF(box.left() + column * _CHECK, box.top() + row * _CHECK, _CHECK, _CHECK)
            painter.fillRect(cell.intersected(box.adjusted(1, 1, -1, -1)), square)
    painter.restore()
