"""The widths of common devices in CSS pixels."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject

from designer.command_list import DEVICES, CommandId
from designer.preview import Canvas
from designer.tailwind import Breakpoint
from designer.window.layout.top_bar import TopBar

TABLET, PHONE = 768, 390
_DESKTOP = 1440


class DeviceWidths(QObject):
    """Offers device widths in the top bar, and applies one to the canvas."""

    def __init__(self, top: TopBar, canvas: Canvas, parent: QObject) -> None:
        super().__init__(parent)
        self._top = top
        self._canvas = canvas
        self._desktop = _DESKTOP
        self._widths: Mapping[CommandId, int] = {}

    def show(self, desktop: int) -> None:
        """Offer the devices of a site with this desktop width, and show the page at that width."""
        self._desktop = desktop
        self._widths = dict(zip(DEVICES, (desktop, TABLET, PHONE), strict=True))
        self._top.set_devices(self._widths)
        self._canvas.set_device_width(desktop)

    def show_device(self, device: CommandId) -> bool:
        """Show the page at the width of a device; returns False while no page is open."""
        width = self._widths.get(device)
        if width is None:
            return False
        self._canvas.set_device_width(width)
        return True

    def show_breakpoint(self, point: Breakpoint) -> None:
        """Show the page at a width inside a breakpoint."""
        width = self._desktop
        if point.max is not None:
            width = PHONE if point.max <= TABLET else round(point.max)
        elif point.min is not None:
            width = max(round(point.min), PHONE)
        self._canvas.set_device_width(width)
