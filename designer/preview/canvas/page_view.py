"""The view of a page: wheel, context menu, and image drags from other programs."""

from __future__ import annotations

from PySide6.QtCore import QChildEvent, QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QWheelEvent,
)
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineSettings
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from designer.preview.input.mime_image import image_from_mime
from designer.preview.input.text_menu import text_menu

_USED = (QEvent.Type.MouseButtonPress, QEvent.Type.KeyPress, QEvent.Type.Wheel)


class PageView(QWebEngineView):
    """Shows one page, without a browser's scroll bars and menu.

    Signals:
        wheel_scrolled: Distance of a horizontal wheel turn, or of one with Shift; positive is left.
        wheel_zoomed: The wheel was turned with Ctrl: 1 for larger, -1 for smaller.
        used: The person interacts with this page: presses a button or key, or turns the wheel.
        image_dragged: Position at which an image from another program is dragged over the page.
        image_drag_left: The drag left the page.
        image_dropped: Position at which an image was dropped, and its file or the image itself.

    Attributes:
        accepts_image: Whether a drop at the current position would be accepted.
    """

    wheel_scrolled = Signal(int)
    wheel_zoomed = Signal(int)
    used = Signal()
    image_dragged = Signal(QPointF)
    image_drag_left = Signal()
    image_dropped = Signal(QPointF, object)

    def __init__(self, page: QWebEnginePage, parent: QWidget) -> None:
        super().__init__(parent)
        self.accepts_image = False
        page.settings().setAttribute(QWebEngineSettings.WebAttribute.ShowScrollBars, False)
        self.setPage(page)

    @override
    def childEvent(self, event: QChildEvent) -> None:
        super().childEvent(event)
        if event.added():  # the engine's input widget, which receives all mouse events
            event.child().installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _USED:
            self.used.emit()
        if isinstance(event, QWheelEvent) and self._handle_wheel(event):
            return True
        return super().eventFilter(watched, event)

    def _handle_wheel(self, event: QWheelEvent) -> bool:
        """Handle a wheel event that zooms or scrolls horizontally; return whether it did."""
        delta, modifiers = event.angleDelta(), event.modifiers()
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            if delta.y():
                self.wheel_zoomed.emit(1 if delta.y() > 0 else -1)
            return True
        horizontal = delta.y() if modifiers & Qt.KeyboardModifier.ShiftModifier else delta.x()
        if abs(horizontal) > abs(delta.y()) or modifiers & Qt.KeyboardModifier.ShiftModifier:
            self.wheel_scrolled.emit(horizontal or delta.x())
            return True
        return False

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Replace the browser's menu (Reload, Save…) by the menu of editable text."""
        menu = text_menu(self)
        if menu is not None:
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(event.globalPos())
        event.accept()

    # -- drags of images from other programs; all other drags go to the page ----------------------

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if image_from_mime(event.mimeData()) is None:
            super().dragEnterEvent(event)
        else:
            self.accepts_image = False
            self.image_dragged.emit(event.position())
            event.acceptProposedAction()

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if image_from_mime(event.mimeData()) is None:
            super().dragMoveEvent(event)
            return
        self.image_dragged.emit(event.position())
        if self.accepts_image:
            event.acceptProposedAction()
        else:
            event.ignore()

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.image_drag_left.emit()
        super().dragLeaveEvent(event)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        image = image_from_mime(event.mimeData())
        if image is None:
            super().dropEvent(event)
        else:
            self.image_dropped.emit(event.position(), image)
            event.acceptProposedAction()
