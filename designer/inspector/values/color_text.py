"""Parses, shows and formats CSS colours; a new colour keeps the notation of the old text."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

_HEX = re.compile(r"#(?:[0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})")
_RGB = re.compile(
    r"rgba?\(\s*(\d{1,3})\s*[, ]\s*(\d{1,3})\s*[, ]\s*(\d{1,3})\s*(?:[,/]\s*([\d.]+%?)\s*)?\)",
    re.IGNORECASE,
)


def read_colour(text: str) -> QColor | None:
    """Parse a CSS colour: ``#rgb``, ``#rrggbbaa``, ``rgb()`` or a name; None if invalid."""
    text = text.strip()
    if _HEX.fullmatch(text):
        digits = text[1:] if len(text) > 5 else "".join(digit * 2 for digit in text[1:])
        parts = [int(digits[at : at + 2], 16) for at in range(0, len(digits), 2)]
        return QColor(*parts)
    if match := _RGB.fullmatch(text):
        colour = QColor(*(min(255, int(part)) for part in match.groups()[:3]))
        if match[4]:
            alpha = float(match[4].rstrip("%") or 0) / (100 if match[4].endswith("%") else 1)
            colour.setAlphaF(min(1.0, alpha))
        return colour
    if text.isalpha():
        colour = QColor.fromString(text)
        return colour if colour.isValid() else None
    return None


def written_like(colour: QColor, text: str) -> str:
    """Format a colour in the notation of an older text: ``rgb()`` or hex, upper case or lower case.

    The alpha channel is written only if the colour is not opaque.
    """
    if _RGB.fullmatch(text.strip()):
        channels = ", ".join(map(str, (colour.red(), colour.green(), colour.blue())))
        if colour.alpha() < 255:
            return f"rgba({channels}, {round(colour.alphaF(), 2):g})"
        return f"rgb({channels})"
    written = colour.name(QColor.NameFormat.HexRgb)
    if colour.alpha() < 255:
        written += f"{colour.alpha():02x}"
    capital = any(letter.isupper() for letter in text) and text.startswith("#")
    return written.upper() if capital else written


def swatch_icon(color: str, size: int) -> QIcon:
    """Return a round swatch of a colour; only an outline if the colour is invalid."""
    pixmap = QPixmap(size * 2, size * 2)
    pixmap.setDevicePixelRatio(2)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(128, 128, 128, 160))
    fill = QColor(color)
    painter.setBrush(fill if fill.isValid() else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(1, 1, size - 2, size - 2)
    painter.end()
    return QIcon(pixmap)
