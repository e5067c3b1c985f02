"""Icons from SVG line drawings, 16 px wide, in any colour."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from designer import bundled

SIZE = 16

_SCALES = (1, 2, 3)


@lru_cache(maxsize=512)
def icon(name: str, colour: str, disabled: str = "") -> QIcon:
    """Return the icon ``resources/icons/NAME.svg`` in a colour.

    Args:
        name: The file name without its extension; an unknown name returns the block icon.
        colour: ``#rrggbb``.
        disabled: The colour of the disabled state; '' uses ``colour`` at 40 % opacity.
    """
    text = _source(name)
    result = QIcon()
    for mode, paint, opacity in (
        (QIcon.Mode.Normal, colour, 1.0),
        (QIcon.Mode.Disabled, disabled or colour, 1.0 if disabled else 0.4),
    ):
        renderer = QSvgRenderer(QByteArray(text.replace("currentColor", paint).encode()))
        for scale in _SCALES:
            result.addPixmap(_draw(renderer, scale, opacity), mode)
    return result


def _source(name: str) -> str:
    """Return the SVG of an icon in ``currentColor``; the block icon for an unknown name."""
    folder = bundled.folder("resources") / "icons"
    file = folder / f"{name}.svg"
    return (file if file.is_file() else folder / "block.svg").read_text(encoding="utf-8")


def _draw(renderer: QSvgRenderer, scale: int, opacity: float) -> QPixmap:
    pixmap = QPixmap(QSize(SIZE, SIZE) * scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setOpacity(opacity)
    renderer.render(painter, QRectF(0, 0, SIZE * scale, SIZE * scale))
    painter.end()
    pixmap.setDevicePixelRatio(scale)
    return pixmap
