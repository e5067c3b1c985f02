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

    The pane that the person uses becomes the leader. ``rest`` clears the leader, so that scrolling
    caused by a selection does not scroll the other pane.
    """

    def __init__(self, first: Pane, second: Pane) -> None:
        super().__init__(second)
        self._leader: Pane | None = None
        self._asks = self._again = self._ended = False
        for pane, other in ((first, second), (second, first)):
            pane.used.connect(partial(self._lead, pane))
            pane.scrolled.connect(partial(self._lead, pane))
            if pane.view is not None:
                page = pane.view.page()
                page.scrollPositionChanged.connect(partial(self._moved, pane, other))

    def rest(self) -> None:
        """Clear the leader."""
        self._leader = None

    def end(self) -> None:
        """Stop synchronizing before the second pane is closed."""
        self._leader, self._ended = None, True

    def _lead(self, pane: Pane) -> None:
        self._leader = pane

    def _moved(self, pane: Pane, other: Pane, _: object) -> None:
        if self._ended or pane is not self._leader or pane.view is None or other.view is None:
            return
        if self._asks:
            self._again = True
            return
        self._asks = True
        script = "JSON.stringify(frontispiece.scrollAnchor())"
        then = partial(self._answer, pane, other, other.view.page())
        pane.view.page().runJavaScript(script, WORLD.value, then)

    def _answer(self, pane: Pane, other: Pane, page: QWebEnginePage, place: object) -> None:
        self._asks = False
        if place and pane is self._leader:
            call(page, "scrollToAnchor", json.loads(str(place)))
        if self._again:
            self._again = False
            self._moved(pane, other, None)
