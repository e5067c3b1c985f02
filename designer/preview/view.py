"""The widget in which a page is seen: what is done over it with wheel and mouse."""

from __future__ import annotations

from PySide6.QtCore import QChildEvent, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineSettings
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QWidget
from typing_extensions import override

_USED = (QEvent.Type.MouseButtonPress, QEvent.Type.KeyPress, QEvent.Type.Wheel)


class PageView(QWebEngineView):
    """Shows one page, without a browser's scroll bars and menu.

    Signals:
        zoom_turned: The wheel was turned with Ctrl: 1 for larger, -1 for smaller.
        used: The person does something in this page: they press, type or scroll.
    """

    zoom_turned = Signal(int)
    used = Signal()

    def __init__(self, page: QWebEnginePage, parent: QWidget) -> None:
        super().__init__(parent)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)  # a browser's: Reload, Save…
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
        if isinstance(event, QWheelEvent):
            turned = event.angleDelta().y()
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                if turned:
                    self.zoom_turned.emit(1 if turned > 0 else -1)
                return True
        return super().eventFilter(watched, event)
