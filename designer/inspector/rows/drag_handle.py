"""Keyboard commands and dragging of list items."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from PySide6.QtCore import QEvent, QKeyCombination, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from typing_extensions import override

from designer.command_list import CommandId, command_specs
from designer.inspector.entries.entry import FormEntry
from designer.inspector.rows.form_row import describe
from designer.inspector.rows.row_requests import DragItem, DropItem, FocusSibling, Requester
from designer.look import LIGHT, Tokens, icon

_MODIFIERS = (
    Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.ShiftModifier
)
_COMMANDS = (CommandId.MOVE_UP, CommandId.MOVE_DOWN, CommandId.DUPLICATE, CommandId.DELETE)
_STEPS = {"Up": FocusSibling(-1), "Down": FocusSibling(1)}


@cache
def _keys() -> Mapping[str, CommandId | FocusSibling]:
    """Return what each key requests for an item; the keys of commands come from the list."""
    specs = command_specs()
    listed = {QKeySequence(key).toString(): each for each in _COMMANDS for key in specs[each].keys}
    return {**listed, **_STEPS}


def item_key(event: QKeyEvent) -> CommandId | FocusSibling | None:
    """Return what a key requests for an item; None for any other key."""
    pressed = QKeyCombination(event.modifiers() & _MODIFIERS, Qt.Key(event.key()))
    return _keys().get(QKeySequence(pressed).toString())


class DragHandle(QAbstractButton, Requester):
    """A button that represents a list item: moved by keys and by dragging.

    Signals:
        requested: A ``RowRequest``: a command for the item, or ``FocusSibling``, ``DragItem`` or
            ``DropItem``.
    """

    requested = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.tokens: Tokens = LIGHT
        self._pressed_at: QPoint | None = None
        self._dragging = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    @override
    def event(self, event: QEvent) -> bool:
        """Claim the item's keys before the window's shortcuts, which act on the block."""
        override_ = event.type() == QEvent.Type.ShortcutOverride
        if override_ and isinstance(event, QKeyEvent) and item_key(event) is not None:
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if (wanted := item_key(event)) is not None:
            self.request(wanted)
        elif event.key() == Qt.Key.Key_Escape and self._dragging:
            self._dragging, self._pressed_at = False, None
            self.request(DropItem(None))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed_at = event.position().toPoint()
        super().mousePressEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        start = self._pressed_at
        if start is None:
            return
        moved = (event.position().toPoint() - start).manhattanLength()
        if self._dragging or moved >= QApplication.startDragDistance():
            self._dragging = True
            self.setDown(False)
            self.request(DragItem(event.globalPosition().toPoint()))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        dragged, self._dragging, self._pressed_at = self._dragging, False, None
        if dragged:
            self.request(DropItem(event.globalPosition().toPoint()))
        else:
            super().mouseReleaseEvent(event)

    def paint_ring(self, painter: QPainter) -> None:
        """Paint the focus ring."""
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(self.tokens.accent), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)


class ValueHandle(DragHandle):
    """The drag handle of a list item that is a single value."""

    def show_entry(self, entry: FormEntry) -> None:
        """Represent the item of this entry."""
        words = self.tr("Move %1; %2 of %3")
        number, size = entry.place
        for sign, text in (("%1", entry.label), ("%2", str(number)), ("%3", str(size))):
            words = words.replace(sign, text)
        tip = self.tr("Drag, or press %1 and %2")
        for sign, command in (("%1", CommandId.MOVE_UP), ("%2", CommandId.MOVE_DOWN)):
            tip = tip.replace(sign, command_specs()[command].keys[0])
        describe(self, name=words, tip=tip)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        place = QRect(0, 0, 16, 16)
        place.moveCenter(self.rect().center())
        icon("grip", self.tokens.text if self.underMouse() else self.tokens.muted).paint(
            painter, place
        )
        self.paint_ring(painter)
