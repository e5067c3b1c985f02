"""The canvas around the page: device widths, and the zoom that lets them fit."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWebEngineCore import QWebEnginePage
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QWidget
from typing_extensions import override

MARGIN = 24
"""Pixels of canvas left and right of a page that does not fill it."""

SMALLEST_ZOOM = 0.25


class Canvas(QWidget):
    """Shows the page as wide as a device shows it, zoomed out when there is less room.

    Signals:
        scaled: The page's width in CSS pixels and the zoom (1.0 is natural size).
    """

    scaled = Signal(int, float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("canvas")
        self._width = 1440
        self._view: QWebEngineView | None = None

    def set_page(self, page: QWebEnginePage) -> None:
        """Put the preview's page on the canvas."""
        view = QWebEngineView(self)
        view.setPage(page)
        view.setAccessibleName(self.tr("Preview of the page"))
        self._view = view
        self._lay_out()
        view.show()

    @property
    def view(self) -> QWebEngineView | None:
        """The view of the page, once there is one."""
        return self._view

    @property
    def device_width(self) -> int:
        """The page's width in CSS pixels."""
        return self._width

    def set_device_width(self, width: int) -> None:
        """Show the page ``width`` CSS pixels wide."""
        self._width = width
        self._lay_out()

    @override
    def sizeHint(self) -> QSize:
        return QSize(800, 600)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        room = max(1, self.width() - 2 * MARGIN)
        zoom = max(SMALLEST_ZOOM, min(1.0, room / self._width))
        width = round(self._width * zoom)
        if self._view is not None:
            self._view.setGeometry(
                max(0, (self.width() - width) // 2), MARGIN, width, max(1, self.height() - MARGIN)
            )
            if abs(self._view.zoomFactor() - zoom) > 1e-4:
                self._view.setZoomFactor(zoom)
        self.scaled.emit(self._width, zoom)
