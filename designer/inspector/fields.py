"""One small editor per type of field.

Each listens to the person only: showing a value never counts as an edit, and a value that is
shown already is left alone, so that the caret stays where it is.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QWidget,
)
from typing_extensions import override

from designer.inspector.entries import Entry


def as_text(value: Any) -> str:
    """The value as a line of text; nothing is an empty one."""
    return "" if value is None else str(value)


def is_window_key(event: QEvent) -> bool:
    """Whether a key belongs to the window, not to the field: there is one undo for everything."""
    undo, redo = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo
    return isinstance(event, QKeyEvent) and (event.matches(undo) or event.matches(redo))


class TextField(QLineEdit):
    """A text of one line.

    Signals:
        edited: The new value, at every key.
        left: The person has finished here.
    """

    edited = Signal(object)
    left = Signal()

    def __init__(self, entry: Entry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.show_value(entry.value)
        self.textEdited.connect(self._edited)
        self.editingFinished.connect(self.left)

    def show_value(self, value: Any) -> None:
        """Show a value; one that is shown already is left alone."""
        if self.text() != as_text(value):
            self.setText(as_text(value))
            self.setCursorPosition(0)

    @override
    def event(self, event: QEvent) -> bool:
        if is_window_key(event):
            event.ignore()
            return False
        return super().event(event)

    def _edited(self, text: str) -> None:
        self.edited.emit(text)


class NumberField(TextField):
    """A number; what is no number yet is not written."""

    @override
    def _edited(self, text: str) -> None:
        try:
            self.edited.emit(int(text))
        except ValueError:
            try:
                self.edited.emit(float(text))
            except ValueError:
                return


class LongField(QPlainTextEdit):
    """A text of several lines, which grows with its content up to a limit.

    Signals:
        edited: The new value, at every key.
        left: The person has finished here.
    """

    edited = Signal(object)
    left = Signal()

    def __init__(self, entry: Entry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._slot = entry.kind == "slot"
        self._limit = 4 if self._slot else 12
        self._least = 1 if self._slot else 3
        if self._slot:
            self.setObjectName("slot")
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._shown = as_text(entry.value)
        self.setPlainText(self._shown)
        self.textChanged.connect(self._changed)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self._grow()

    def show_value(self, value: Any) -> None:
        """Show a value; one that is shown already is left alone."""
        text = as_text(value)
        if text != self._shown:
            self._shown = text
            self.setPlainText(text)

    def _changed(self) -> None:
        text = self.toPlainText()
        if text != self._shown:
            self._shown = text
            self.edited.emit(text)

    def _grow(self) -> None:
        wanted = int(self.document().size().height())
        lines = max(self._least, min(self._limit, wanted))
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAlwaysOn if wanted > self._limit else policy.ScrollBarAlwaysOff
        )
        height = lines * self.fontMetrics().lineSpacing() + 14
        if self.height() != height or self.minimumHeight() != height:
            self.setFixedHeight(height)

    @override
    def sizeHint(self) -> QSize:
        return QSize(120, self.minimumHeight())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._grow()

    @override
    def event(self, event: QEvent) -> bool:
        if is_window_key(event):
            event.ignore()
            return False
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._slot and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()  # a slot has one line, whatever its length
            return
        super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class BooleanField(QCheckBox):
    """Yes or no.

    Signals:
        edited: The new value.
        left: The person has finished here.
    """

    edited = Signal(object)
    left = Signal()

    def __init__(self, entry: Entry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.show_value(entry.value)
        self.clicked.connect(self._clicked)

    def show_value(self, value: Any) -> None:
        """Show a value."""
        self.setChecked(bool(value))

    def _clicked(self, checked: bool) -> None:
        self.edited.emit(checked)
        self.left.emit()


class ChoiceField(QComboBox):
    """One of several values; a value that is no choice is kept and shown.

    Signals:
        edited: The new value.
        left: The person has finished here.
    """

    edited = Signal(object)
    left = Signal()

    def __init__(self, entry: Entry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for option in entry.options:
            self.addItem(option.label, option.value)
        self.show_value(entry.value)
        self.activated.connect(self._activated)

    def show_value(self, value: Any) -> None:
        """Show a value; an unknown one becomes a choice of its own."""
        place = self.findData(value)
        if place < 0:
            self.addItem(as_text(value), value)
            place = self.count() - 1
        self.setCurrentIndex(place)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the form: a page scrolled past is not edited."""
        event.ignore()

    def _activated(self, place: int) -> None:
        self.edited.emit(self.itemData(place))
        self.left.emit()


def field_for(entry: Entry) -> TextField | LongField | BooleanField | ChoiceField:
    """The editor for an entry."""
    if entry.kind == "boolean":
        return BooleanField(entry)
    if entry.kind == "number":
        return NumberField(entry)
    if entry.kind == "select" and entry.options:
        return ChoiceField(entry)
    if entry.kind in ("text", "markdown", "slot"):
        return LongField(entry)
    return TextField(entry)
