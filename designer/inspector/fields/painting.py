"""Frames of fields that consist of several widgets, in the style of a text line."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from designer.look import Tokens

RADIUS = 6

_CORNER = RADIUS + 2
_CHECK = 6


def paint_frame(
    painter: QPainter, area: QRect, tokens: Tokens, *, focused: bool = False, well: bool = False
) -> None:
    """Paint the background and border of a field.

    Args:
        painter: The painter.
        area: The whole field.
        tokens: The colours.
        focused: Whether to paint the focus ring.
        well: Whether to use the ``well`` background instead of the text background.
    """
    edge = tokens.accent if focused else tokens.control
    paint_box(painter, area, tokens.well if well else tokens.panel, edge, 2 if focused else 1)


def paint_box(painter: QPainter, area: QRect, fill: str, edge: str, width: int = 1) -> None:
    """Paint a box with rounded corners.

    The corners are cached as a pixmap: filling a path takes five times as long.

    Args:
        painter: The painter.
        area: The box including its border.
        fill: The background colour.
        edge: The border colour.
        width: The border width in pixels.
    """
    scale = painter.device().devicePixelRatio()
    x, y, wide, high = area.x(), area.y(), area.width(), area.height()
    if scale != int(scale) or min(wide, high) < 2 * _CORNER:
        painter.save()
        _round(painter, area, fill, edge, width)
        painter.restore()
        return
    corners, size = _corners(fill, edge, width, int(scale)), _CORNER * int(scale)
    right, bottom = x + wide - _CORNER, y + high - _CORNER
    for left, source_left in ((x, 0), (right, size)):
        for top, source_top in ((y, 0), (bottom, size)):
            painter.drawPixmap(left, top, corners, source_left, source_top, size, size)
    ground, line = QColor(fill), QColor(edge)
    across, down, inside = wide - 2 * _CORNER, high - 2 * _CORNER, _CORNER - width
    painter.fillRect(x + _CORNER, y, across, width, line)
    painter.fillRect(x + _CORNER, y + high - width, across, width, line)
    painter.fillRect(x + _CORNER, y + width, across, high - 2 * width, ground)
    for outer, inner in ((x, x + width), (x + wide - width, right)):
        painter.fillRect(outer, y + _CORNER, width, down, line)
        painter.fillRect(inner, y + _CORNER, inside, down, ground)


@lru_cache(maxsize=64)
def _corners(fill: str, edge: str, width: int, scale: int) -> QPixmap:
    """Return a pixmap of a box that consists of its four corners only."""
    side = 2 * _CORNER
    pixmap = QPixmap(side * scale, side * scale)
    pixmap.setDevicePixelRatio(scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    _round(painter, QRect(0, 0, side, side), fill, edge, width)
    painter.end()
    return pixmap


def _round(painter: QPainter, area: QRect, fill: str, edge: str, width: int) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(edge), width))
    painter.setBrush(QColor(fill))
    half = width / 2
    painter.drawRoundedRect(QRectF(area).adjusted(half, half, -half, -half), RADIUS, RADIUS)


def on_screen(popup: QWidget, place: QPoint) -> QPoint:
    """Return the nearest position at which a popup fits on the screen."""
    screen = popup.screen().availableGeometry()
    return QPoint(
        max(screen.left(), min(place.x(), screen.right() - popup.width())),
        max(screen.top(), min(place.y(), screen.bottom() - popup.height())),
    )


def paint_checks(painter: QPainter, box: QRectF, tokens: Tokens) -> None:
    """Paint the checkerboard behind transparent areas."""
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.fillRect(box.adjusted(1, 1, -1, -1), QColor(tokens.panel))
    square = QColor(tokens.line)
    for row in range(int(box.height() // _CHECK) + 1):
        for column in range(row % 2, int(box.width() // _CHECK) + 1, 2):
            cell = QRectF(box.left() + column * _CHECK, box.top() + row * _CHECK, _CHECK, _CHECK)
            painter.fillRect(cell.intersected(box.adjusted(1, 1, -1, -1)), square)
    painter.restore()
