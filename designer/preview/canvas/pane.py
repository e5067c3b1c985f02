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
from designer.preview.canvas.resize_handle import HANDLE_WIDTH, MAX_WIDTH, MIN_WIDTH, ResizeHandle
from designer.preview.canvas.ruler import HEIGHT, Ruler
from designer.preview.page.bridge import WORLD
from designer.tailwind import Breakpoint

MARGIN = 24
"""Pixels of canvas left and right of a page that does not fill it."""

SMALLEST_ZOOM = 0.25

_BEZEL = 12
_SNAP_DISTANCE = 5  # pixels of the window within which a dragged edge snaps to a breakpoint


class _Background(QWidget):
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
        wheel_zoomed: The wheel was turned with Ctrl: 1 for larger, -1 for smaller.
        resized: The person has changed the page's width.
        visible_range_changed: Left edge and width of the visible part of the page, in CSS pixels.
    """

    scaled = Signal(int, float)
    used = Signal()
    scrolled = Signal()
    wheel_zoomed = Signal(int)
    resized = Signal(int)
    visible_range_changed = Signal(float, float)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.view: PageView | None = None
        self.framed = False
        self._width = 1440
        self._requested_zoom: float | None = None
        self._zoom = 1.0
        self._drag_start: tuple[int, float] | None = None  # width and zoom at the start of a drag
        self.ruler = Ruler(self)
        self.ruler.chosen.connect(self._resize)
        self._background = _Background(self)
        self.handles = (
            ResizeHandle(self._background, left=True),
            ResizeHandle(self._background, left=False),
        )
        for handle in self.handles:
            handle.grabbed.connect(self._begin_drag)
            handle.dragged.connect(self._drag)
            handle.dropped.connect(self._end_drag)
            handle.valueChanged.connect(self._resize)
        self._vertical_bar = QScrollBar(Qt.Orientation.Vertical, self)
        self._horizontal_bar = QScrollBar(Qt.Orientation.Horizontal, self)
        for bar in (self._vertical_bar, self._horizontal_bar):
            bar.hide()
        self._vertical_bar.sliderMoved.connect(self._scroll_vertically)
        self._vertical_bar.actionTriggered.connect(
            lambda _n: self._scroll_vertically(self._vertical_bar.sliderPosition())
        )
        self._horizontal_bar.valueChanged.connect(self._place_page)

    def set_page(self, page: QWebEnginePage, name: str) -> PageView:
        """Show a page in this pane; ``name`` is the accessible name of the view."""
        view = PageView(page, self._background)
        view.used.connect(self.used)
        view.wheel_zoomed.connect(self.wheel_zoomed)
        view.wheel_scrolled.connect(self._scroll_horizontally)
        page.scrollPositionChanged.connect(self._update_vertical_bar)
        page.contentsSizeChanged.connect(self._update_vertical_bar)
        view.setAccessibleName(name)
        self.view = view
        self.lay_out()
        view.show()
        return view

    def set_tokens(self, tokens: Tokens) -> None:
        """Set the window's colours."""
        for part in (self.ruler, self._background, *self.handles):
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

    def side_width(self) -> int:
        """Return the total width of margins and device frame beside the page, in pixels."""
        return 2 * (MARGIN + (_BEZEL if self.framed else 0))

    def set_width(self, width: int) -> None:
        """Lay the page out ``width`` CSS pixels wide."""
        self._width = max(MIN_WIDTH, min(MAX_WIDTH, width))
        self.lay_out()

    def set_zoom(self, zoom: float | None) -> None:
        """Set the zoom; None fits the page into the pane, never enlarged."""
        self._requested_zoom = zoom
        self.lay_out()

    def _resize(self, width: int) -> None:
        if width != self._width:
            self.used.emit()
            self.set_width(width)
            self.resized.emit(self._width)

    def _begin_drag(self) -> None:
        self.used.emit()
        self._drag_start = (self._width, self._zoom)

    def _drag(self, distance: int) -> None:
        """Resize by twice the mouse's distance: the page stays centred, so both edges move."""
        if self._drag_start is None:
            return
        before, zoom = self._drag_start
        width = before + round(2 * distance / zoom)
        near = [w for w in self.ruler.widths if abs(w - width) * zoom / 2 <= _SNAP_DISTANCE]
        self.set_width(min(near, key=lambda w: abs(w - width)) if near else width)
        position = self.mapToGlobal(QPoint(self.width() // 2, HEIGHT))
        QToolTip.showText(position, self.tr("%1 px").replace("%1", str(self._width)), self)

    def _end_drag(self) -> None:
        self._drag_start = None
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
        room = max(1, self.width() - self.side_width())
        fit = max(SMALLEST_ZOOM, min(1.0, room / self._width))
        zoom = self._requested_zoom or fit
        if self._drag_start is not None and self._requested_zoom is None:
            zoom = min(fit, self._drag_start[1])  # the edge stays under the mouse
        # A whole number of pixels, so that the layout width is exactly the page's width.
        shown = max(1, int(self._width * zoom + 1e-6))
        self._zoom = shown / self._width
        if self.view is not None and abs(self.view.zoomFactor() - self._zoom) > 1e-6:
            self.view.setZoomFactor(self._zoom)
        self._lay_out_bars(shown + self.side_width())
        self._place_page()
        for handle in self.handles:
            with QSignalBlocker(handle):
                handle.setValue(self._width)
        self._update_vertical_bar()
        self.scaled.emit(self._width, self._zoom)

    def _lay_out_bars(self, needed: int) -> None:
        bar = self._horizontal_bar.sizeHint().height()
        self._horizontal_bar.setVisible(needed > self.width())
        self._horizontal_bar.setRange(0, max(0, needed - self.width()))
        self._horizontal_bar.setPageStep(self.width())
        self._horizontal_bar.setSingleStep(40)
        self._horizontal_bar.setGeometry(0, self.height() - bar, self.width(), bar)
        wide = self._vertical_bar.sizeHint().width()
        self._vertical_bar.setGeometry(self.width() - wide, HEIGHT, wide, self.height() - HEIGHT)
        self.ruler.setGeometry(0, 0, self.width(), HEIGHT)

    def _place_page(self) -> None:
        """Place the page according to the horizontal scroll bar, with frame, handles and ruler."""
        bezel = _BEZEL if self.framed else 0
        shown = round(self._width * self._zoom)
        bar_height = self._horizontal_bar.height() if self._horizontal_bar.isVisibleTo(self) else 0
        self._background.setGeometry(
            0, HEIGHT, self.width(), max(1, self.height() - HEIGHT - bar_height)
        )
        left = max(MARGIN + bezel, (self.width() - shown) // 2) - self._horizontal_bar.value()
        high = max(1, self._background.height() - (2 * bezel + MARGIN // 2 if bezel else 0))
        if self.view is not None:
            self.view.setGeometry(left, bezel, shown, high)
        device = QRect(left - bezel, 0, shown + 2 * bezel, high + 2 * bezel)
        self._background.device = device if self.framed else None
        self.handles[0].setGeometry(device.left() - HANDLE_WIDTH, 0, HANDLE_WIDTH, high)
        self.handles[1].setGeometry(device.right() + 1, 0, HANDLE_WIDTH, high)
        self.ruler.show_page(left + shown / 2, self._zoom, self._width)
        self._background.update()
        start, end = max(0, -left), min(shown, self.width() - left)
        self.visible_range_changed.emit(start / self._zoom, max(1, end - start) / self._zoom)

    # -- scrolling ------------------------------------------------------------------------------

    def _update_vertical_bar(self, _: object = None) -> None:
        """Update the vertical scroll bar from the page's scroll position (both in view pixels)."""
        if self.view is None:
            return
        page = self.view.page()
        room = self.view.height()
        content = round(page.contentsSize().height())
        self._vertical_bar.setVisible(content > room + 1)
        self._vertical_bar.setRange(0, max(0, content - room))
        self._vertical_bar.setPageStep(room)
        self._vertical_bar.setSingleStep(40)
        self._vertical_bar.setValue(round(page.scrollPosition().y()))

    def scroll_to_column(self, left: int) -> None:
        """Scroll horizontally to a position in the page, in CSS pixels from the left."""
        self._horizontal_bar.setValue(round(left * self._zoom))

    def _scroll_horizontally(self, distance: int) -> None:
        self._horizontal_bar.setValue(self._horizontal_bar.value() - distance)

    def _scroll_vertically(self, value: int) -> None:
        if self.view is not None:
            self.scrolled.emit()
            top = value / self.view.zoomFactor()
            self.view.page().runJavaScript(
                f"scrollTo({{top: {top:.2f}, behavior: 'instant'}})", WORLD.value
            )
