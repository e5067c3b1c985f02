"""The appearance of outlines, names and toolbars that the script draws above the page."""

from __future__ import annotations

from PySide6.QtWebEngineCore import QWebEnginePage

from designer.look import Tokens
from designer.preview.page.bridge import call

_COLOURS = ("accent", "on_accent", "panel", "line", "control", "muted", "text", "hover")


class Overlay:
    """Sends colours, zoom and visible range to the script, which draws the overlay with them."""

    def __init__(self, page: QWebEnginePage) -> None:
        self._page = page
        self._look: dict[str, str | float] = {"unit": 1.0}
        self._is_started = False

    def start(self) -> None:
        """Begin to send: the page's script runs."""
        self._is_started = True
        self._send()

    def set_tokens(self, tokens: Tokens) -> None:
        """Use the window's colours for outlines and toolbars."""
        for name in _COLOURS:
            self._look[name.replace("_", "-")] = getattr(tokens, name)
        self._send()

    def set_zoom(self, zoom: float) -> None:
        """Keep outlines and names at a constant size on the screen at every zoom of the page."""
        self._look["unit"] = round(1 / zoom, 3)
        self._send()

    def set_visible_range(self, left: float, width: float) -> None:
        """Keep the toolbar inside the visible columns of the page; the values are CSS pixels."""
        visible_range: dict[str, str | float] = {"from": round(left), "room": round(width)}
        if not visible_range.items() <= self._look.items():
            self._look |= visible_range
            self._send()

    def _send(self) -> None:
        if self._is_started:
            call(self._page, "setLook", self._look)
