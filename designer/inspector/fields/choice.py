"""Fields for booleans and for one of several values."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget
from typing_extensions import override

from designer.inspector.entries.entry import FormEntry
from designer.inspector.fields.field_editor import FieldEditor, as_text
from designer.schema import Option


class BooleanField(QCheckBox, FieldEditor):
    """A check box.

    Signals:
        edited: The new value.
        editing_finished: The value was chosen; ends the undo group.
    """

    edited = Signal(object)
    editing_finished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.clicked.connect(self._clicked)

    @override
    def show_value(self, value: Any) -> None:
        """Show a value."""
        self.setChecked(bool(value))

    def _clicked(self, checked: bool) -> None:
        self.edited.emit(checked)
        self.editing_finished.emit()


class ChoiceField(QComboBox, FieldEditor):
    """A combo box; a value that is no option is kept and shown.

    Signals:
        edited: The new value.
        editing_finished: The value was chosen; ends the undo group.
    """

    edited = Signal(object)
    editing_finished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.setPlaceholderText(self.tr("Choose…"))
        self._options: tuple[Option, ...] = ()
        self.activated.connect(self._activated)

    @override
    def show_entry(self, entry: FormEntry) -> None:
        self._set_options(entry.options)
        self.show_value(entry.value)

    @override
    def show_value(self, value: Any) -> None:
        """Show a value; an unknown value becomes an extra option."""
        place = self._index_of(value)
        if place >= len(self._options):  # the extra option is shown already
            self.setCurrentIndex(place)
            return
        while self.count() > len(self._options):
            self.removeItem(self.count() - 1)
        if place < 0 and value not in (None, ""):
            self.addItem(as_text(value), value)
            place = self.count() - 1
        self.setCurrentIndex(place)
        self._style_as_empty(place < 0)

    def _style_as_empty(self, empty: bool) -> None:
        """Set the style for a field without a chosen value."""
        if bool(self.property("empty")) != empty:
            self.setProperty("empty", empty)
            self.style().polish(self)

    def _set_options(self, options: tuple[Option, ...]) -> None:
        if options == self._options and self.count() == len(options):
            return
        self.clear()
        self._options = options
        for option in options:
            self.addItem(option.label, option.value)

    def _index_of(self, value: Any) -> int:
        """Return the index of a value; 400 and "400" are the same option."""
        exact = self.findData(value)
        return exact if exact >= 0 or value is None else self.findData(as_text(value))

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ignore the wheel, so that scrolling the form does not edit the value."""
        event.ignore()

    def _activated(self, place: int) -> None:
        self._style_as_empty(False)
        self.edited.emit(self.itemData(place))
        self.editing_finished.emit()
