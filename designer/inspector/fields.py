"""One small editor per type of field.

Each listens to the person only: showing a value never counts as an edit, and a value that is
shown already is left alone, so that the caret stays where it is.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt, Signal
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


def end_of_change(old: str, new: str) -> int:
    """Where the last difference to an older text ends, in the units in which Qt counts (UTF-16)."""
    same = 0
    while same < min(len(old), len(new)) and old[-1 - same] == new[-1 - same]:
        same += 1
    return len(new[: len(new) - same].encode("utf-16-le")) // 2


class Run:
    """Tells keystrokes that belong together from those with which a new thought begins."""

    def __init__(self) -> None:
        self._length = 0
        self._caret: int | None = None

    def start(self, text: str) -> None:
        """Begin with a text that is shown."""
        self._length, self._caret = len(text), None

    def ends(self, text: str, caret: int) -> tuple[bool, bool]:
        """Whether the run ends before, and whether it ends after, the edit that made this text.

        It ends around a paste or a cut, after a line break, and where the caret jumped.
        """
        large = abs(len(text) - self._length) > 1
        jumped = self._caret is not None and abs(caret - self._caret) > 1
        broken = len(text) > self._length and text[caret - 1 : caret] == "\n"
        self._length, self._caret = len(text), caret
        return large or jumped, large or broken


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
        self._run = Run()
        self.show_value(entry.value)
        self._run.start(self.text())
        self.textEdited.connect(self._typed)
        self.editingFinished.connect(self.left)

    @property
    def caret(self) -> int:
        """Where the caret is."""
        return self.cursorPosition()

    @caret.setter
    def caret(self, position: int) -> None:
        self.setCursorPosition(position)

    def show_value(self, value: Any) -> None:
        """Show a value; one that is shown already is left alone.

        The caret of a field in use goes to where the text changed, so that typing goes on there.
        """
        old, text = self.text(), as_text(value)
        if old != text:
            self.setText(text)
            self.caret = end_of_change(old, text) if self.hasFocus() else 0
            self._run.start(text)

    @override
    def event(self, event: QEvent) -> bool:
        if is_window_key(event):
            event.ignore()
            return False
        return super().event(event)

    def _typed(self, text: str) -> None:
        before, after = self._run.ends(text, self.caret)
        if before:
            self.left.emit()
        self._edited(text)
        if after:
            self.left.emit()

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
        self._run = Run()
        self._value = as_text(entry.value)
        self.setPlainText(self._value)
        self._shown = self._text()
        self._run.start(self._shown)
        self.textChanged.connect(self._changed)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self._grow()

    @property
    def caret(self) -> int:
        """Where the caret is."""
        return self.textCursor().position()

    @caret.setter
    def caret(self, position: int) -> None:
        cursor = self.textCursor()
        cursor.setPosition(min(position, max(0, self.document().characterCount() - 1)))
        self.setTextCursor(cursor)

    def show_value(self, value: Any) -> None:
        """Show a value; one that is shown already is left alone.

        The caret of a field in use goes to where the text changed, so that typing goes on there.
        """
        text, old = as_text(value), self._shown
        if text == self._value:
            return
        self._value = text
        with QSignalBlocker(self):  # the editor makes line ends alike: that is not an edit
            self.setPlainText(text)
        self._shown = self._text()
        self._run.start(self._shown)
        if self.hasFocus():
            self.caret = end_of_change(old, self._shown)

    def _text(self) -> str:
        """The text as it was typed: Qt's plain text has blanks in place of no-break spaces."""
        return self.document().toRawText().replace("\u2029", "\n")

    def _changed(self) -> None:
        text = self._text()
        if text == self._shown:
            return
        self._shown = self._value = text
        before, after = self._run.ends(text, self.caret)
        if before:
            self.left.emit()
        self.edited.emit(text)
        if after:
            self.left.emit()

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
