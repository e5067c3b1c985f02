"""What is drawn above the page: outlines, names and toolbars, as the window looks."""

from __future__ import annotations

from PySide6.QtWebEngineCore import QWebEnginePage

from designer.look import Tokens
from designer.preview.page.bridge import call

_COLOURS = ("accent", "on_accent", "panel", "line", "control", "muted", "text", "hover")


class Overlay:
    """Tells the page how to draw what lies above it."""

    def __init__(self, page: QWebEnginePage) -> None:
        self._page = page
        self._look: dict[str, str | float] = {"unit": 1.0}
        self._is_started = False

    def start(self) -> None:
        """The page runs and can be told."""
        self._is_started = True
        self._show()

    def set_tokens(self, tokens: Tokens) -> None:
        """Colour outlines and toolbars as the window is coloured."""
        for name in _COLOURS:
            self._look[name.replace("_", "-")] = getattr(tokens, name)
        self._show()

    def set_zoom(self, zoom: float) -> None:
        """Draw outlines and names at the window's size, however far the page is zoomed."""
        self._look["unit"] = round(1 / zoom, 3)
        self._show()

    def set_seen(self, left: float, width: float) -> None:
        """Keep the toolbar in the part of the page that is seen, in its own pixels."""
        seen: dict[str, str | float] = {"from": round(left), "room": round(width)}
        if not seen.items() <= self._look.items():
            self._look |= seen
            self._show()

    def _show(self) -> None:
        if self._is_started:
            call(self._page, "setLook", self._look)
