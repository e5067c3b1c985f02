"""What a screen reader says about the page: what is selected, and where things have moved."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


class Announcer(QObject):
    """Speaks for a widget whose content the screen reader does not know.

    Signals:
        said: The sentence.
    """

    said = Signal(str)

    def __init__(self, speaker: QWidget) -> None:
        super().__init__(speaker)
        self._speaker = speaker

    def say(self, text: str) -> None:
        """Have a sentence read aloud after what is being read."""
        if text:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._speaker, text))
            self.said.emit(text)
