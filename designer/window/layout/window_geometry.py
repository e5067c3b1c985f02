"""The place and the size of the window: within the screen, and where the user left it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QByteArray, QMargins, QPoint, QRect, QSize
from PySide6.QtWidgets import QStyle, QWidget

from designer.settings import Settings

MIN_SIZE: Final = QSize(680, 400)
"""The least size; a screen of 1440 × 900 pixels at scale factor 2 offers 720 × 450."""

_USUAL: Final = QSize(1440, 900)


def restore(window: QWidget, settings: Settings) -> None:
    """Give the window the size and place that it had last; at first one that fits the screen."""
    window.setMinimumSize(MIN_SIZE)
    title_bar = window.style().pixelMetric(QStyle.PixelMetric.PM_TitleBarHeight)
    available = window.screen().availableGeometry()
    # The system tells the frame once the window is shown; see ``fit_to_screen``.
    usual = QRect(available.center() - QRect(QPoint(), _USUAL).center(), _USUAL)
    window.setGeometry(fitting(usual, QMargins(0, title_bar, 0, 0), available))
    geometry = settings.load("geometry")
    if isinstance(geometry, QByteArray):
        window.restoreGeometry(geometry)


def remember(window: QWidget, settings: Settings) -> None:
    """Store the size and place of the window."""
    settings.remember("geometry", window.saveGeometry())


def fit_to_screen(window: QWidget) -> None:
    """Move and shrink a window that is shown, whose frame is known, until it is on its screen."""
    if window.isMaximized() or window.isFullScreen():
        return
    inner, outer = window.geometry(), window.frameGeometry()
    margins = QMargins(
        inner.left() - outer.left(),
        inner.top() - outer.top(),
        outer.right() - inner.right(),
        outer.bottom() - inner.bottom(),
    )
    fits = fitting(inner, margins, window.screen().availableGeometry())
    if fits != inner:
        window.setGeometry(fits)


def fitting(inner: QRect, frame: QMargins, available: QRect) -> QRect:
    """Return the geometry nearest to ``inner`` that lies with its frame in the available one.

    Args:
        inner: The geometry without the frame.
        frame: The width of the frame at each side; the title bar is a part of it.
        available: The part of the screen without panels.
    """
    room = available.marginsRemoved(frame)
    size = inner.size().boundedTo(room.size())
    left = max(room.left(), min(inner.left(), room.right() + 1 - size.width()))
    top = max(room.top(), min(inner.top(), room.bottom() + 1 - size.height()))
    return QRect(left, top, size.width(), size.height())
