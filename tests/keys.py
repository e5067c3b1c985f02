"""A person at the keyboard: real key events to whatever has the focus."""

from __future__ import annotations

from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QWidget


class Keys:
    """A person at the keyboard."""

    def __init__(self, app):
        self.app = app

    @property
    def focus(self) -> QWidget:
        found = self.app.window.focusWidget()
        assert found is not None
        return found

    @property
    def name(self) -> str:
        return name_of(self.focus)

    def press(self, *keys: str) -> None:
        for key in keys:
            QTest.keySequence(self.focus, key)
            QApplication.processEvents()

    def type(self, words: str) -> None:
        QTest.keyClicks(self.focus, words)

    def go_to(self, name: str, key: str = "Tab", most: int = 60) -> QWidget:
        """Press Tab until the focus is at a control of this name."""
        seen = []
        for _ in range(most):
            if self.name == name:
                return self.focus
            seen.append(self.name)
            self.press(key)
        raise AssertionError(f"no {name} among {seen}")

    def choose_block(self, title: str) -> None:
        """Go to the tree and press the arrow keys until a block is current."""
        tree = self.app.window.left.blocks
        if self.focus is not tree:
            self.press("Esc")
        self.press("Home")
        for _ in range(40):
            if tree.currentIndex().data() == title:
                break
            self.press("Down")
        assert tree.currentIndex().data() == title
        self.press("Return")


def name_of(widget: QWidget) -> str:
    """What a screen reader calls a widget: its name, or the words on it."""
    face = QAccessible.queryAccessibleInterface(widget)
    if widget.accessibleName() or face is None or isinstance(widget, QComboBox):
        return widget.accessibleName()  # Qt takes what is chosen for the name of a list
    return face.text(QAccessible.Text.Name)
