"""Keyboard input on the page: keys go to the view, and saved bytes are read from the file."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtTest import QTest

CONTROL = Qt.KeyboardModifier.ControlModifier


class Hands:
    """An app that is open on a page, with keyboard input for the page."""

    def __init__(self, app, path):
        self.app = app
        self.path = path
        self.original = path.read_bytes()
        view = app.window.canvas.view
        self.keys = view.focusProxy() or view

    def press(self, key, modifiers=Qt.KeyboardModifier.NoModifier):
        QTest.keyClick(self.keys, key, modifiers)

    def type(self, words):
        QTest.keyClicks(self.keys, words)

    @property
    def is_typing(self):
        return self.app.js("document.activeElement.isContentEditable")

    def until_typing(self):
        self.app.until(lambda: self.is_typing, "somebody can type")

    def saved(self):
        self.app.window.save()
        return self.path.read_bytes()


def picture_on_the_clipboard():
    """Put an image on the clipboard as a drawing program does: without text, and without a file."""
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(QColor("#c0392b"))
    mime = QMimeData()
    mime.setImageData(image)
    QGuiApplication.clipboard().setMimeData(mime)
