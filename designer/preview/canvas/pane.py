"""A pane of the canvas: one page with its width, zoom, ruler, handles and scroll bars."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWebEngineCore import QWebEnginePage
from PySide6.QtWidgets import QScrollBar, QToolTip, QWidget
from typing_extensions import override

from designer.look import LIGHT, Tokens
from designer.preview.canvas.page_view import PageView
from designer.preview.canvas.resize_handle import NARROWEST, THICK, WIDEST, ResizeHandle
from designer.preview.canvas.ruler import HEIGHT, Ruler
from designer.preview.page.bridge import WORLD
from designer.tailwind import Breakpoint

MARGIN = 24
"""Pixels of canvas left and right of a page that does not fill it."""

SMALLEST_ZOOM = 0.25

_BEZEL = 12
_SNAP = 5  # pixels of the window within which a dragged edge snaps to a breakpoint


class _Ground(QWidget):
    """The background behind page and handles; draws the frame of a device, if there is one."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.tokens: Tokens = LIGHT
        self.device: QRect | None = None

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self.device is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self.tokens.control), 1))
        painter.setBrush(QColor("#20242c"))
        painter.drawRoundedRect(QRectF(self.device).adjusted(0.5, 0.5, -0.5, -0.5), 22, 22)


class Pane(QWidget):
    """Shows a page at the width of a device, zoomed out if the pane is narrower.

    The scroll bars belong to the pane, not to the page: a page of 1440 px is laid out 1440 px wide
    at every zoom.

    Signals:
        scaled: The page's width in CSS pixels and the zoom (1.0 is natural size).
        used: The person interacts with this page.
        scrolled: The person scrolls this page by its scroll bar.
        zoom_turned: The wheel was turned with Ctrl: 1 for larger, -1 for smaller.
        resized: The person has changed the page's width.
        seen: Left edge and width of the visible part of the page, in CSS pixels.
    """

    scaled = Signal(int, float)
    used = Signal()
    scrolled = Signal()
    zoom_turned = Signal(int)
    resized = Signal(int)
    seen = Signal(float, float)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.view: PageView | None = None
        self.framed = False
        self._width = 1440
        self._wanted: float | None = None
        self._zoom = 1.0
        self._start: tuple[int, float] | None = None  # width and zoom at the start of a drag
        self.ruler = Ruler(self)
        self.ruler.chosen.connect(self._choose)
        self._ground = _Ground(self)
        self.edges = (ResizeHandle(self._ground, left=True), ResizeHandle(self._ground, left=False))
        for edge in self.edges:
            edge.grabbed.connect(self._grab)
            edge.dragged.connect(self._drag)
            edge.dropped.connect(self._drop)
            edge.valueChanged.connect(self._choose)
        self._down = QScrollBar(Qt.Orientation.Vertical, self)
        self._across = QScrollBar(Qt.Orientation.Horizontal, self)
        for bar in (self._down, self._across):
            bar.hide()
        self._down.sliderMoved.connect(self._scroll)
        self._down.actionTriggered.connect(lambda _n: self._scroll(self._down.sliderPosition()))
        self._across.valueChanged.connect(self._place)

    def set_page(self, page: QWebEnginePage, name: str) -> PageView:
        """Show a page in this pane; ``name`` is the accessible name of the view."""
        view = PageView(page, self._ground)
        view.used.connect(self.used)
        view.zoom_turned.connect(self.zoom_turned)
        view.turned_across.connect(self._turn_across)
        page.scrollPositionChanged.connect(self._follow)
        page.contentsSizeChanged.connect(self._follow)
        view.setAccessibleName(name)
        self.view = view
        self.lay_out()
        view.show()
        return view

    def set_tokens(self, tokens: Tokens) -> None:
        """Set the window's colours."""
        for part in (self.ruler, self._ground, *self.edges):
            part.tokens = tokens
            part.update()

    def set_breakpoints(self, points: Sequence[Breakpoint]) -> None:
        """Mark the breakpoints of the site on the ruler."""
        self.ruler.show_breakpoints(points)

    # -- width and zoom -------------------------------------------------------------------------

    @property
    def page_width(self) -> int:
        """The layout width of the page in CSS pixels."""
        return self._width

    @property
    def zoom(self) -> float:
        """The zoom of the page; 1.0 is natural size."""
        return self._zoom

    def around(self) -> int:
        """Return the total width of margins and device frame beside the page, in pixels."""
        return 2 * (MARGIN + (_BEZEL if self.framed else 0))

    def set_width(self, width: int) -> None:
        """Lay the page out ``width`` CSS pixels wide."""
        self._width = max(NARROWEST, min(WIDEST, width))
        self.lay_out()

    def set_zoom(self, zoom: float | None) -> None:
        """Set the zoom; None fits the page into the pane, never enlarged."""
        self._wanted = zoom
        self.lay_out()

    def _choose(self, width: int) -> None:
        if width != self._width:
            self.used.emit()
            self.set_width(width)
            self.resized.emit(self._width)

    def _grab(self) -> None:
        self.used.emit()
        self._start = (self._width, self._zoom)

    def _drag(self, distance: int) -> None:
        """Resize by twice the mouse's distance: the page stays centred, so both edges move."""
        if self._start is None:
            return
        before, zoom = self._start
        width = before + round(2 * distance / zoom)
        near = [edge for edge in self.ruler.edges if abs(edge - width) * zoom / 2 <= _SNAP]
        self.set_width(min(near, key=lambda edge: abs(edge - width)) if near else width)
        place = self.mapToGlobal(QPoint(self.width() // 2, HEIGHT))
        QToolTip.showText(place, self.tr("%1 px").replace("%1", str(self._width)), self)

    def _drop(self) -> None:
        self._start = None
        QToolTip.hideText()
        self.lay_out()
        self.resized.emit(self._width)

    # -- laying out -----------------------------------------------------------------------------

    @override
    def sizeHint(self) -> QSize:
        return QSize(400, 600)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lay_out()

    def lay_out(self) -> None:
        """Compute the zoom and lay out all parts of the pane."""
        room = max(1, self.width() - self.around())
        fit = max(SMALLEST_ZOOM, min(1.0, room / self._width))
        zoom = self._wanted or fit
        if self._start is not None and self._wanted is None:
            zoom = min(fit, self._start[1])  # the edge stays under the mouse
        # A whole number of pixels, so that the layout width is exactly the page's width.
        shown = max(1, int(self._width * zoom + 1e-6))
        self._zoom = shown / self._width
        if self.view is not None and abs(self.view.zoomFactor() - self._zoom) > 1e-6:
            self.view.setZoomFactor(self._zoom)
        self._lay_out_bars(shown + self.around())
        self._place()
        for edge in self.edges:
            with QSignalBlocker(edge):
                edge.setValue(self._width)
        self._follow()
        self.scaled.emit(self._width, self._zoom)

    def _lay_out_bars(self, needed: int) -> None:
        bar = self._across.sizeHint().height()
        self._across.setVisible(needed > self.width())
        self._across.setRange(0, max(0, needed - self.width()))
        self._across.setPageStep(self.width())
        self._across.setSingleStep(40)
        self._across.setGeometry(0, self.height() - bar, self.width(), bar)
        wide = self._down.sizeHint().width()
        self._down.setGeometry(self.width() - wide, HEIGHT, wide, self.height() - HEIGHT)
        self.ruler.setGeometry(0, 0, self.width(), HEIGHT)

    def _place(self) -> None:
        """Place the page according to the horizontal scroll bar, with frame, handles and ruler."""
        bezel = _BEZEL if self.framed else 0
        shown = round(self._width * self._zoom)
        low = self._across.height() if self._across.isVisibleTo(self) else 0
        self._ground.setGeometry(0, HEIGHT, self.width(), max(1, self.height() - HEIGHT - low))
        left = max(MARGIN + bezel, (self.width() - shown) // 2) - self._across.value()
        high = max(1, self._ground.height() - (2 * bezel + MARGIN // 2 if bezel else 0))
        if self.view is not None:
            self.view.setGeometry(left, bezel, shown, high)
        device = QRect(left - bezel, 0, shown + 2 * bezel, high + 2 * bezel)
        self._ground.device = device if self.framed else None
        self.edges[0].setGeometry(device.left() - THICK, 0, THICK, high)
        self.edges[1].setGeometry(device.right() + 1, 0, THICK, high)
        self.ruler.show_page(left + shown / 2, self._zoom, self._width)
        self._ground.update()
        start, end = max(0, -left), min(shown, self.width() - left)
        self.seen.emit(start / self._zoom, max(1, end - start) / self._zoom)

    # -- scrolling ------------------------------------------------------------------------------

    def _follow(self, _: object = None) -> None:
        """Update the vertical scroll bar from the page's scroll position (both in view pixels)."""
        if self.view is None:
            return
        page = self.view.page()
        room = self.view.height()
        whole = round(page.contentsSize().height())
        self._down.setVisible(whole > room + 1)
        self._down.setRange(0, max(0, whole - room))
        self._down.setPageStep(room)
        self._down.setSingleStep(40)
        self._down.setValue(round(page.scrollPosition().y()))

    def show_across(self, left: int) -> None:
        """Scroll horizontally to a position in the page, in CSS pixels from the left."""
        self._across.setValue(round(left * self._zoom))

    def _turn_across(self, distance: int) -> None:
        self._across.setValue(self._across.value() - distance)

    def _scroll(self, value: int) -> None:
        if self.view is not None:
            self.scrolled.emit()
            top = value / self.view.zoomFactor()
            self.view.page().runJavaScript(
                f"scrollTo({{top: {top:.2f}, behavior: 'instant'}})", WORLD.value
            )
