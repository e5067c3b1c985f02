"""A second live preview of the same page at another width."""

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
    """Creates and destroys the second preview, and stores zoom and frame settings.

    Signals:
        opened: The second ``Preview``, after it was created.
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
        self._scroll_sync: ScrollSync | None = None
        self.second: Preview | None = None
        editor.selection_changed.connect(self._pause_sync)

    def restore(self, frames: QAction) -> None:
        """Restore zoom and device frames of the previous session."""
        with contextlib.suppress(TypeError, ValueError):  # invalid setting
            self._canvas.set_zoom(float(self._settings.load("zoom")))
        frames.setChecked(self._settings.load("frames") in ("true", True))
        self._canvas.set_framed(frames.isChecked())

    def remember(self, frames: QAction) -> None:
        """Store zoom and device frames."""
        self.close()
        self._settings.remember("zoom", self._canvas.requested_zoom or "fit")
        self._settings.remember("frames", frames.isChecked())

    def show(self, on: bool) -> None:
        """Show the page at two widths, or at one."""
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
        self._scroll_sync = ScrollSync(self._canvas.first, pane)

    def close(self) -> None:
        """Destroy the second preview; its view is deleted before its page."""
        second, pane = self.second, self._canvas.second
        if second is None or pane is None or self._scroll_sync is None:
            return
        second.page_input.flush()
        self._settings.remember("second width", pane.page_width)
        self._scroll_sync.stop()
        self._scroll_sync = self.second = None
        view = pane.view
        self._canvas.close_second()
        if view is not None:
            delete(view)
        delete(second)

    def set_browsing(self, browsing: bool) -> None:
        """Set browse mode in the second preview."""
        self._browsing = browsing
        if self.second is not None:
            self.second.set_browsing(browsing)

    def set_tokens(self, tokens: Tokens) -> None:
        """Apply other colours."""
        self._tokens = tokens
        if self.second is not None:
            self.second.overlay.set_tokens(tokens)

    def _pause_sync(self, _address: Address | None) -> None:
        if self._scroll_sync is not None:
            self._scroll_sync.clear_leader()
