"""Sends announcements to the screen reader: the selection, and moved blocks."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


class Announcer(QObject):
    """Announces texts for a widget whose content the screen reader cannot read.

    Signals:
        announced: The sentence.
    """

    announced = Signal(str)

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget

    def announce(self, text: str) -> None:
        """Announce a sentence without interrupting current speech."""
        if text:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._widget, text))
            self.announced.emit(text)
