"""One-line fields for text and numbers."""

from __future__ import annotations

import re
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from designer.inspector.entries.entry import FormEntry
from designer.inspector.fields.field_editor import FieldEditor, RowSlots, as_text, is_window_key
from designer.inspector.fields.undo_grouping import UndoGroup, end_of_change

_WHOLE = re.compile(r"[-+]?\d{1,18}")
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d{1,3})?")


class TextField(QLineEdit, FieldEditor):
    """A one-line text.

    Signals:
        edited: The new value, at every keystroke.
        editing_finished: The field lost the focus or was confirmed, or an undo group ended.
    """

    edited = Signal(object)
    editing_finished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._undo_group = UndoGroup()
        self.textEdited.connect(self._typed)
        self.editingFinished.connect(self.editing_finished)

    @property
    def caret(self) -> int:
        """The position of the caret."""
        return self.cursorPosition()

    @caret.setter
    def caret(self, position: int) -> None:
        self.setCursorPosition(position)

    @override
    def show_value(self, value: Any) -> None:
        """Show a value; does nothing if the field shows it already.

        In a focused field, the caret moves to the end of the changed part.
        """
        old, text = self.text(), as_text(value)
        if old != text:
            self.setText(text)
            self.caret = end_of_change(old, text) if self.hasFocus() else 0
            self._undo_group.start(text)

    @override
    def event(self, event: QEvent) -> bool:
        if is_window_key(event) and not self.draft_note:
            event.ignore()
            return False
        return super().event(event)

    def _typed(self, text: str) -> None:
        before, after = self._undo_group.boundaries(text, self.caret)
        if before:
            self.editing_finished.emit()
        self._edited(text)
        if after:
            self.editing_finished.emit()

    def _edited(self, text: str) -> None:
        self.edited.emit(text)


class DraftField(TextField):
    """A line that accepts only valid values; an invalid text stays a draft and is not written.

    Signals:
        draft_changed: The text became, or stopped being, an unwritten draft.
    """

    draft_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value: Any = None
        self._draft_note = ""

    @override
    def connect_row(self, row: RowSlots) -> None:
        super().connect_row(row)
        self.draft_changed.connect(row.draft_changed)

    @property
    @override
    def draft_note(self) -> str:
        return self._draft_note

    @override
    def show_entry(self, entry: FormEntry) -> None:
        self._set_draft_note("")
        super().show_entry(entry)

    @override
    def show_value(self, value: Any) -> None:
        if self.draft_note and value == self._value:
            return  # keep the draft
        self._value = value
        self._set_draft_note("")
        super().show_value(value)

    @override
    def _edited(self, text: str) -> None:
        value = self.parse(text)
        self._set_draft_note("" if value is not None else self.invalid_hint(text))
        if value is not None:
            self._value = value
            self.edited.emit(value)

    def parse(self, text: str) -> Any:
        """Parse a text; returns None if it is no valid value."""
        raise NotImplementedError

    def invalid_hint(self, text: str) -> str:
        """Return the hint about an invalid text."""
        raise NotImplementedError

    def _set_draft_note(self, note: str) -> None:
        if note != self.draft_note:
            self._draft_note = note
            self.draft_changed.emit()


class NumberField(DraftField):
    """A number; the up and down keys step it by one, with Shift by ten."""

    @override
    def parse(self, text: str) -> int | float | str | None:
        """Parse a number; returns a string if the document stores the value as a string."""
        written = text.strip()
        if not _NUMBER.fullmatch(written):
            return None
        if self._value and isinstance(self._value, str):
            return written
        return int(written) if _WHOLE.fullmatch(written) else float(written)

    @override
    def invalid_hint(self, text: str) -> str:
        return self.tr("This is no number yet, so it is not written.")

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        value = self.parse(self.text())
        if step is None or value is None:
            super().keyPressEvent(event)
            return
        tenfold = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        text = f"{round(float(value or 0) + step * (10 if tenfold else 1), 10):.15g}"
        if self.parse(text) is not None:
            self.setText(text)
            self._edited(text)


class SizeField(NumberField):
    """An optional number of pixels, stored as a string."""

    def __init__(self, allowed: re.Pattern[str] = _NUMBER, parent: QWidget | None = None) -> None:
        """Create a field.

        Args:
            allowed: The pattern of valid values.
            parent: The Qt parent.
        """
        super().__init__(parent)
        self._allowed = allowed

    @override
    def parse(self, text: str) -> str | None:
        """Return the trimmed text if it is valid or empty, else None."""
        written = text.strip()
        return written if not written or self._allowed.fullmatch(written) else None
