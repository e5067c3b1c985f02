"""Roving focus: Tab stops at one button of a group, and arrow keys move between them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QWidget
from typing_extensions import override


class Roving(QObject):
    """Manages the focus in a group of buttons."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._buttons: list[QAbstractButton] = []

    def set_buttons(self, buttons: Sequence[QAbstractButton]) -> None:
        """Manage these buttons, in this order."""
        self._buttons = [*buttons]
        for button in buttons:
            button.installEventFilter(self)
        self.stop_at(None)

    def stop_at(self, wanted: QAbstractButton | None) -> None:
        """Make Tab stop at the focused button, else at the given one, else at the first."""
        used = next((each for each in self._buttons if each.hasFocus()), wanted)
        stop = used if used is not None else next(iter(self._buttons), None)
        for button in self._buttons:
            policy = Qt.FocusPolicy.StrongFocus if button is stop else Qt.FocusPolicy.ClickFocus
            if button.focusPolicy() != policy:
                button.setFocusPolicy(policy)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        here = next(n for n, button in enumerate(self._buttons) if button is watched)
        ahead = -1 if self._buttons[here].isRightToLeft() else 1
        steps = {
            Qt.Key.Key_Right: ahead,
            Qt.Key.Key_Left: -ahead,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
        }
        step = steps.get(Qt.Key(event.key()))
        if step is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return super().eventFilter(watched, event)
        self._buttons[max(0, min(here + step, len(self._buttons) - 1))].setFocus()
        self.stop_at(None)
        return True
