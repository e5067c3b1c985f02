"""What is read aloud: real accessible events, for the page's widget."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLabel

from designer.window.accessibility import announcer
from designer.window.accessibility.announcer import Announcer


def test_a_sentence_is_an_announcement(qtbot, monkeypatch):
    sent = []
    monkeypatch.setattr(announcer, "QAccessible", Accessible(sent))
    widget = QLabel()
    qtbot.addWidget(widget)
    said = []
    teller = Announcer(widget)
    teller.announced.connect(said.append)
    teller.announce("Moved to 2 of 6.")
    teller.announce("")
    assert said == ["Moved to 2 of 6."]
    [(kind, words, about)] = sent
    assert kind is QAccessible.Event.Announcement
    assert words == "Moved to 2 of 6."
    assert about is widget


class Accessible:
    """Notes the events on their way to the platform."""

    def __init__(self, sent):
        self._sent = sent

    def updateAccessibility(self, event):  # noqa: N802 - Qt's name
        assert isinstance(event, QAccessibleAnnouncementEvent)
        self._sent.append((event.type(), event.message(), event.object()))
        QAccessible.updateAccessibility(event)
