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
        pane.visible_range_changed.connect(preview.overlay.set_visible_range)
        preview.page_input.horizontal_scroll_requested.connect(pane.scroll_to_column)
        preview.overlay.set_zoom(pane.zoom)

    def connect_drags(self, view: PageView) -> None:
        """Highlight the image under the mouse as drop target, and report the drop."""
        view.image_dragged.connect(partial(self._highlight_target, view, None))
        view.image_dropped.connect(
            lambda position, image: self._highlight_target(view, image, position)
        )
        view.image_drag_left.connect(self._clear_highlight)

    def _highlight_target(self, view: PageView, image: object, position: QPointF) -> None:
        page_position = position / view.zoomFactor()
        point = json.dumps({"x": page_position.x(), "y": page_position.y()})
        script = f"JSON.stringify(frontispiece.highlightDropTarget({point}))"
        callback = partial(self._receive_target, view, image)
        self._preview.page.runJavaScript(script, WORLD.value, callback)

    def _receive_target(self, view: PageView, image: object, text: object) -> None:
        target = json.loads(str(text)) if text else None
        view.accepts_image = target is not None
        if image is not None:
            self._clear_highlight()
            self._preview.page_input.drop_image(target, image)

    def _clear_highlight(self) -> None:
        call(self._preview.page, "highlightDropTarget")
