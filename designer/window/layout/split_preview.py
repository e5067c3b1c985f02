"""A second width beside the first: the same page once more, as live as the first."""

from __future__ import annotations

import contextlib

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from shiboken6 import delete

from designer.editor import Address, Editor
from designer.look import Tokens
from designer.preview import Canvas, PaneBinding, Preview, ScrollSync
from designer.settings import Settings
from designer.window.layout.device_widths import PHONE


class SplitPreview(QObject):
    """Has a second preview while it is wanted, and none otherwise; remembers how pages are shown.

    Signals:
        opened: A second ``Preview`` is there.
    """

    opened = Signal(object)

    def __init__(
        self, editor: Editor, first: Preview, canvas: Canvas, settings: Settings, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._first = first
        self._canvas = canvas
        self._settings = settings
        self._browsing = False
        self._tokens: Tokens | None = None
        self._along: ScrollSync | None = None
        self.second: Preview | None = None
        editor.selection_changed.connect(self._rest)

    def restore(self, frames: QAction) -> None:
        """Show pages as they were shown when the program ended."""
        with contextlib.suppress(TypeError, ValueError):  # what somebody else wrote there
            self._canvas.set_zoom(float(self._settings.load("zoom")))
        frames.setChecked(self._settings.load("frames") in ("true", True))
        self._canvas.set_framed(frames.isChecked())

    def remember(self, frames: QAction) -> None:
        """Keep how pages are shown."""
        self.close()
        self._settings.remember("zoom", self._canvas.requested_zoom or "fit")
        self._settings.remember("frames", frames.isChecked())

    def show(self, on: bool) -> None:
        """Show the page at two widths, or at one again."""
        if on and self.second is None:
            self._open()
        elif not on:
            self.close()

    def _open(self) -> None:
        second = self.second = self._first.twin()
        if self._tokens is not None:
            second.overlay.set_tokens(self._tokens)
        second.set_browsing(self._browsing)
        self.opened.emit(second)
        width = self._settings.load("second width")
        width = int(width) if str(width).isdecimal() else PHONE
        pane = self._canvas.open_second(second.page, width)
        if pane.view is not None:
            PaneBinding(pane, second).connect_drags(pane.view)
        self._along = ScrollSync(self._canvas.first, pane)

    def close(self) -> None:
        """Take the second page down: its view before the page itself."""
        second, pane = self.second, self._canvas.second
        if second is None or pane is None or self._along is None:
            return
        second.page_input.flush()
        self._settings.remember("second width", pane.page_width)
        self._along.stop()
        self._along = self.second = None
        view = pane.view
        self._canvas.close_second()
        if view is not None:
            delete(view)
        delete(second)

    def set_browsing(self, browsing: bool) -> None:
        """Let links work in the second page too, or not."""
        self._browsing = browsing
        if self.second is not None:
            self.second.set_browsing(browsing)

    def set_tokens(self, tokens: Tokens) -> None:
        """Use other colours."""
        self._tokens = tokens
        if self.second is not None:
            self.second.overlay.set_tokens(tokens)

    def _rest(self, _address: Address | None) -> None:
        if self._along is not None:
            self._along.clear_leader()
