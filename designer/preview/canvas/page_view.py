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

from designer.preview.input.mime_image import picture_in
from designer.preview.input.text_menu import text_menu

_USED = (QEvent.Type.MouseButtonPress, QEvent.Type.KeyPress, QEvent.Type.Wheel)


class PageView(QWebEngineView):
    """Shows one page, without a browser's scroll bars and menu.

    Signals:
        turned_across: Distance of a horizontal wheel turn, or of one with Shift; positive is left.
        zoom_turned: The wheel was turned with Ctrl: 1 for larger, -1 for smaller.
        used: The person interacts with this page: presses a button or key, or turns the wheel.
        picture_held: Position at which an image from another program is dragged over the page.
        picture_gone: The drag left the page.
        picture_dropped: Position at which an image was dropped, and its file or the image itself.

    Attributes:
        takes_picture: Whether a drop at the current position would be accepted.
    """

    turned_across = Signal(int)
    zoom_turned = Signal(int)
    used = Signal()
    picture_held = Signal(QPointF)
    picture_gone = Signal()
    picture_dropped = Signal(QPointF, object)

    def __init__(self, page: QWebEnginePage, parent: QWidget) -> None:
        super().__init__(parent)
        self.takes_picture = False
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
        if isinstance(event, QWheelEvent) and self._is_ours(event):
            return True
        return super().eventFilter(watched, event)

    def _is_ours(self, event: QWheelEvent) -> bool:
        """Handle a wheel event that zooms or scrolls horizontally; return whether it did."""
        turned, held = event.angleDelta(), event.modifiers()
        if held & Qt.KeyboardModifier.ControlModifier:
            if turned.y():
                self.zoom_turned.emit(1 if turned.y() > 0 else -1)
            return True
        across = turned.y() if held & Qt.KeyboardModifier.ShiftModifier else turned.x()
        if abs(across) > abs(turned.y()) or held & Qt.KeyboardModifier.ShiftModifier:
            self.turned_across.emit(across or turned.x())
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
        if picture_in(event.mimeData()) is None:
            super().dragEnterEvent(event)
        else:
            self.takes_picture = False
            self.picture_held.emit(event.position())
            event.acceptProposedAction()

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if picture_in(event.mimeData()) is None:
            super().dragMoveEvent(event)
            return
        self.picture_held.emit(event.position())
        if self.takes_picture:
            event.acceptProposedAction()
        else:
            event.ignore()

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.picture_gone.emit()
        super().dragLeaveEvent(event)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        given = picture_in(event.mimeData())
        if given is None:
            super().dropEvent(event)
        else:
            self.picture_dropped.emit(event.position(), given)
            event.acceptProposedAction()
