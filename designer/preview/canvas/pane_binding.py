"""The connections between a pane and its preview."""

from __future__ import annotations

import json
from functools import partial

from PySide6.QtCore import QObject, QPointF

from designer.preview.canvas.page_view import PageView
from designer.preview.canvas.pane import Pane
from designer.preview.page.bridge import WORLD, call
from designer.preview.preview import Preview


class PaneBinding(QObject):
    """Connects zoom, visible range and image drags of a pane with its preview."""

    def __init__(self, pane: Pane, preview: Preview) -> None:
        super().__init__(pane)
        self._preview = preview
        pane.scaled.connect(lambda _width, zoom: preview.overlay.set_zoom(zoom))
        pane.seen.connect(preview.overlay.set_seen)
        preview.page_input.aside.connect(pane.show_across)
        preview.overlay.set_zoom(pane.zoom)

    def follow_drags(self, view: PageView) -> None:
        """Highlight the image under the mouse as drop target, and report the drop."""
        view.picture_held.connect(partial(self._aim, view, None))
        view.picture_dropped.connect(lambda place, given: self._aim(view, given, place))
        view.picture_gone.connect(self._rest)

    def _aim(self, view: PageView, given: object, place: QPointF) -> None:
        spot = place / view.zoomFactor()
        point = json.dumps({"x": spot.x(), "y": spot.y()})
        script = f"JSON.stringify(frontispiece.highlightDropTarget({point}))"
        answer = partial(self._answer, view, given)
        self._preview.page.runJavaScript(script, WORLD.value, answer)

    def _answer(self, view: PageView, given: object, text: object) -> None:
        found = json.loads(str(text)) if text else None
        view.takes_picture = found is not None
        if given is not None:
            self._rest()
            self._preview.page_input.take_picture(found, given)

    def _rest(self) -> None:
        call(self._preview.page, "highlightDropTarget")
