"""The widths of the devices for which a page is made, in pixels of CSS."""

from __future__ import annotations

from PySide6.QtCore import QObject

from designer.preview import Canvas
from designer.tailwind import Breakpoint
from designer.window.layout.top_bar import TopBar

TABLET, PHONE = 768, 390
_DESKTOP = 1440


class DeviceWidths(QObject):
    """Offers the devices in the top bar, and shows the page on one of them."""

    def __init__(self, top: TopBar, canvas: Canvas, parent: QObject) -> None:
        super().__init__(parent)
        self._top = top
        self._canvas = canvas
        self._desktop = _DESKTOP

    def show(self, desktop: int) -> None:
        """Offer the devices of a site with a desktop this wide, and show the page on that."""
        self._desktop = desktop
        self._top.set_devices(
            [
                (self.tr("Desktop"), desktop),
                (self.tr("Tablet"), TABLET),
                (self.tr("Phone"), PHONE),
            ]
        )
        self._canvas.set_device_width(desktop)

    def show_breakpoint(self, point: Breakpoint) -> None:
        """Show the page as wide as windows of this breakpoint are."""
        width = self._desktop
        if point.max is not None:
            width = PHONE if point.max <= TABLET else round(point.max)
        elif point.min is not None:
            width = max(round(point.min), PHONE)
        self._canvas.set_device_width(width)
