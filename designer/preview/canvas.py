"""The canvas around the page: device widths, and the zoom that lets them fit."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineSettings
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QScrollBar, QWidget
from typing_extensions import override

from designer.preview.bridge import WORLD

MARGIN = 24
"""Pixels of canvas left and right of a page that does not fill it."""

SMALLEST_ZOOM = 0.25


class Canvas(QWidget):
    """Shows the page as wide as a device shows it, zoomed out when there is less room.

    The scroll bar is the canvas's own: a page of 1440 px is laid out 1440 px wide.

    Signals:
        scaled: The page's width in CSS pixels and the zoom (1.0 is natural size).
    """

    scaled = Signal(int, float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._bar = QScrollBar(Qt.Orientation.Vertical, self)
        self._bar.hide()
        self._bar.sliderMoved.connect(self._scroll)
        self._bar.actionTriggered.connect(lambda _action: self._scroll(self._bar.sliderPosition()))
        self._width = 1440
        self._view: QWebEngineView | None = None

    def set_page(self, page: QWebEnginePage) -> None:
        """Put the preview's page on the canvas."""
        view = QWebEngineView(self)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)  # a browser's: Reload, Save…
        settings = page.settings()
        settings.setAttribute(QWebEngineSettings.WebAttribute.ShowScrollBars, False)
        view.setPage(page)
        page.scrollPositionChanged.connect(lambda _place: self._follow())
        page.contentsSizeChanged.connect(lambda _size: self._follow())
        view.setAccessibleName(self.tr("Preview of the page"))
        self._view = view
        self._lay_out()
        view.show()

    @property
    def view(self) -> QWebEngineView | None:
        """The view of the page, once there is one."""
        return self._view

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
        width = self._bar.sizeHint().width()
        self._bar.setGeometry(self.width() - width, 0, width, self.height())
        self._follow()
        self.scaled.emit(self._width, zoom)

    def _follow(self) -> None:
        """Let the scroll bar stand where the page is scrolled to (both in view pixels)."""
        if self._view is None:
            return
        page = self._view.page()
        room = self._view.height()
        whole = round(page.contentsSize().height())
        self._bar.setVisible(whole > room + 1)
        self._bar.setRange(0, max(0, whole - room))
        self._bar.setPageStep(room)
        self._bar.setSingleStep(40)
        self._bar.setValue(round(page.scrollPosition().y()))

    def _scroll(self, value: int) -> None:
        if self._view is not None:
            top = value / self._view.zoomFactor()
            self._view.page().runJavaScript(
                f"scrollTo({{top: {top:.2f}, behavior: 'instant'}})", WORLD.value
            )
