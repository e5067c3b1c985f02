"""The edge of fields that are made of several widgets: as that of a line of text."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from designer.look import Tokens

RADIUS = 6


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
