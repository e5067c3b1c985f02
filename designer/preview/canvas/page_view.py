"""The widget in which a page is seen: what is done over it with wheel and mouse."""

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
        turned_across: How far the wheel was turned to the left, or with Shift.
        zoom_turned: The wheel was turned with Ctrl: 1 for larger, -1 for smaller.
        used: The person does something in this page: they press, type or scroll.
        picture_held: Where a picture from elsewhere is held over the page.
        picture_gone: It is not held there any more.
        picture_dropped: Where a picture was dropped, and its file or the picture itself.

    Attributes:
        takes_picture: Whether a picture that is held here now would be taken.
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
        if event.added():  # the engine's own widget, which gets all events of the mouse
            event.child().installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _USED:
            self.used.emit()
        if isinstance(event, QWheelEvent) and self._is_ours(event):
            return True
        return super().eventFilter(watched, event)

    def _is_ours(self, event: QWheelEvent) -> bool:
        """Do what the wheel says about the view: zoom, or scroll across."""
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
        """Not a browser's menu (Reload, Save…), but one for the words that are typed."""
        menu = text_menu(self)
        if menu is not None:
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(event.globalPos())
        event.accept()

    # -- pictures from elsewhere; all else that is dragged is the page's own business -------------

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
