"""Synchronized scrolling of two previews."""

from __future__ import annotations

import json
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWebEngineCore import QWebEnginePage

from designer.preview.canvas.pane import Pane
from designer.preview.page.bridge import WORLD, call


class ScrollSync(QObject):
    """Scrolls the passive pane so that the same block is at the top as in the leading pane.

    The pane that the person uses becomes the leader. Without a leader, scrolling that a selection
    causes does not scroll the other pane.
    """

    def __init__(self, first: Pane, second: Pane) -> None:
        super().__init__(second)
        self._leader: Pane | None = None
        self._is_waiting = self._is_stale = self._is_stopped = False
        for pane, other in ((first, second), (second, first)):
            pane.used.connect(partial(self._set_leader, pane))
            pane.scrolled.connect(partial(self._set_leader, pane))
            if pane.view is not None:
                page = pane.view.page()
                page.scrollPositionChanged.connect(partial(self._on_scrolled, pane, other))

    def clear_leader(self) -> None:
        """Clear the leader."""
        self._leader = None

    def stop(self) -> None:
        """Stop synchronizing before the second pane is closed."""
        self._leader, self._is_stopped = None, True

    def _set_leader(self, pane: Pane) -> None:
        self._leader = pane

    def _on_scrolled(self, pane: Pane, other: Pane, _: object) -> None:
        if self._is_stopped or pane is not self._leader or pane.view is None or other.view is None:
            return
        if self._is_waiting:
            self._is_stale = True
            return
        self._is_waiting = True
        script = "JSON.stringify(frontispiece.scrollAnchor())"
        callback = partial(self._apply_anchor, pane, other, other.view.page())
        pane.view.page().runJavaScript(script, WORLD.value, callback)

    def _apply_anchor(self, pane: Pane, other: Pane, page: QWebEnginePage, anchor: object) -> None:
        self._is_waiting = False
        if anchor and pane is self._leader:
            call(page, "scrollToAnchor", json.loads(str(anchor)))
        if self._is_stale:
            self._is_stale = False
            self._on_scrolled(pane, other, None)
