"""The canvas: one page, or two side by side, each with its width, with a common zoom."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from math import sqrt

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWebEngineCore import QWebEnginePage
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from designer.look import LIGHT, Tokens
from designer.preview.canvas.page_view import PageView
from designer.preview.canvas.pane import Pane
from designer.tailwind import Breakpoint

ZOOMS = (0.5, 0.67, 0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0)


class Canvas(QWidget):
    """Contains the panes. Widths refer to the active pane, the one that was used last.

    Signals:
        scaled: The active page's width in CSS pixels and its zoom (1.0 is natural size).
        zoomed: The requested zoom, None if the pages fit.
    """

    scaled = Signal(int, float)
    zoomed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.first = Pane(self)
        self.second: Pane | None = None
        self._active = self.first
        self._zoom: float | None = None
        self._framed = False
        self._tokens: Tokens = LIGHT
        self._breakpoints: Sequence[Breakpoint] = ()
        self._connect_pane(self.first)

    def _connect_pane(self, pane: Pane) -> None:
        pane.used.connect(lambda: self._activate(pane))
        pane.scaled.connect(lambda width, zoom: self._on_scaled(pane, width, zoom))
        pane.resized.connect(self._lay_out_panes)
        pane.wheel_zoomed.connect(self.step_zoom)

    # -- pages ----------------------------------------------------------------------------------

    def set_page(self, page: QWebEnginePage) -> PageView:
        """Show the preview's page in the first pane."""
        return self.first.set_page(page, self.tr("Preview of the page"))

    @property
    def view(self) -> PageView | None:
        """The view of the first page; None before ``set_page``."""
        return self.first.view

    def open_second(self, page: QWebEnginePage, width: int) -> Pane:
        """Show a second page beside the first one."""
        pane = Pane(self)
        self.second = pane
        self._connect_pane(pane)
        pane.framed = self._framed
        pane.set_tokens(self._tokens)
        pane.set_breakpoints(self._breakpoints)
        pane.set_width(width)
        pane.set_zoom(self._zoom)
        pane.set_page(page, self.tr("Preview of the page at a second width"))
        pane.show()
        self._lay_out_panes()
        return pane

    def close_second(self) -> None:
        """Close the second pane."""
        pane, self.second = self.second, None
        if pane is not None:
            self._activate(self.first)
            pane.hide()
            pane.deleteLater()
            self._lay_out_panes()

    @property
    def _panes(self) -> list[Pane]:
        return [self.first, *([self.second] if self.second is not None else [])]

    def _activate(self, pane: Pane) -> None:
        if pane is not self._active:
            self._active = pane
            self._update_captions()
            self.scaled.emit(pane.page_width, pane.zoom)

    # -- width, zoom and frames -----------------------------------------------------------------

    def set_device_width(self, width: int) -> None:
        """Show the active page ``width`` CSS pixels wide."""
        self._active.set_width(width)
        self._lay_out_panes()

    def set_breakpoints(self, points: Sequence[Breakpoint]) -> None:
        """Mark the breakpoints of the site on the rulers."""
        if points != self._breakpoints:
            self._breakpoints = points
            for pane in self._panes:
                pane.set_breakpoints(points)

    def set_zoom(self, zoom: float | None) -> bool:
        """Set the zoom of all pages; None lets them fit. Returns whether it is another zoom."""
        before = self._zoom
        self._zoom = None if zoom is None else max(ZOOMS[0], min(ZOOMS[-1], zoom))
        for pane in self._panes:
            pane.set_zoom(self._zoom)
        self._lay_out_panes()
        self.zoomed.emit(self._zoom)
        return self._zoom != before

    @property
    def requested_zoom(self) -> float | None:
        """The requested zoom, None if the pages fit."""
        return self._zoom

    def step_zoom(self, step: int) -> bool:
        """Zoom in (1) or out (-1) by one step; returns whether the zoom changed."""
        now = self._zoom or self._active.zoom
        at = bisect_right(ZOOMS, now + 0.005) if step > 0 else bisect_left(ZOOMS, now - 0.005) - 1
        return self.set_zoom(ZOOMS[max(0, min(len(ZOOMS) - 1, at))])

    def set_framed(self, framed: bool) -> None:
        """Show or hide the frame of a device around pages."""
        self._framed = framed
        for pane in self._panes:
            pane.framed = framed
            pane.lay_out()
        self._lay_out_panes()

    def set_tokens(self, tokens: Tokens) -> None:
        """Set the window's colours."""
        self._tokens = tokens
        for pane in self._panes:
            pane.set_tokens(tokens)
        self.update()

    # -- laying out -----------------------------------------------------------------------------

    @override
    def sizeHint(self) -> QSize:
        return QSize(800, 600)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out_panes()

    def _lay_out_panes(self) -> None:
        """Divide the width of the canvas between the panes."""
        left = 0
        for pane, width in zip(self._panes, self._widths(), strict=True):
            pane.setGeometry(left, 0, width, self.height())
            left += width + 1
        self.update()

    def _widths(self) -> list[int]:
        """Return the panes' widths; a narrow page gets more than its proportion for legibility."""
        panes = self._panes
        if len(panes) == 1:
            return [self.width()]
        available = self.width() - 1
        wanted = [p.page_width * (self._zoom or 1.0) + p.side_width() for p in panes]
        spare = available - sum(wanted)
        if spare >= 0:
            first = wanted[0] + spare / 2
        else:
            one, two = (sqrt(pane.page_width) for pane in panes)
            first = min(max(available * one / (one + two), available - wanted[1]), wanted[0])
        return [round(first), available - round(first)]

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.second is not None:
            painter = QPainter(self)
            x = self.second.x() - 1
            painter.fillRect(x, 0, 1, self.height(), QColor(self._tokens.line))

    def _on_scaled(self, pane: Pane, width: int, zoom: float) -> None:
        self._update_captions()
        if pane is self._active:
            self.scaled.emit(width, zoom)

    def _update_captions(self) -> None:
        """Show the width and zoom of each page above two pages; hide the caption above one."""
        for pane in self._panes:
            size, zoom = str(pane.page_width), str(round(pane.zoom * 100))
            text = self.tr("%1 px · %2 %").replace("%1", size).replace("%2", zoom)
            pane.ruler.show_caption(
                text if self.second is not None else "", active=pane is self._active
            )
