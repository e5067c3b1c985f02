"""Fields for the choices of a string that the site's CMS composes, with the CMS's own labels."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget
from typing_extensions import override

from designer.inspector.entries.cms_choices import CmsChoice, control_choices
from designer.inspector.entries.entry import FormEntry
from designer.inspector.fields.choice import ChoiceField
from designer.inspector.fields.field_editor import HEIGHT, FieldEditor, as_text
from designer.inspector.fields.single_line import SizeField
from designer.schema import Option
from designer.tailwind import choose, chosen

LABEL_WIDTH: Final = 76
_GAP: Final = 6


class CmsChoiceFields(QWidget):
    """One field for each choice of a string. Each field replaces its own word and keeps the rest.

    Signals:
        edited: The new string.
        finished: Ends the undo group.
    """

    edited = Signal(str)
    finished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: tuple[CmsChoice, ...] = ()
        self._slot = ""
        self.fields: list[ChoiceField | SizeField] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(_GAP)
        self._grid.setColumnMinimumWidth(0, LABEL_WIDTH)
        self._grid.setColumnStretch(1, 1)

    def show_words(self, parts: Sequence[CmsChoice], slot: str) -> None:
        """Show choices and their values in a string."""
        if tuple(parts) != self._parts:
            self._parts = tuple(parts)
            self._build()
        self._slot = slot
        for part, field in zip(self._parts, self.fields, strict=True):
            word = chosen(slot, part.words(slot)) or ""
            field.show_value(word.removeprefix(part.number) if part.number else word)

    def _build(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self.fields = []
        for number, part in enumerate(self._parts):
            field = self._field(part)
            field.setAccessibleName(part.label)
            field.edited.connect(lambda value, n=number: self._choose(n, value))
            field.editing_finished.connect(self.finished)
            label = QLabel(part.label)
            label.setObjectName("fieldLabel")
            label.setWordWrap(True)
            label.setBuddy(field)
            label.setMinimumHeight(HEIGHT)
            self._grid.addWidget(label, number, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(field, number, 1)
            self.fields.append(field)

    def _field(self, part: CmsChoice) -> ChoiceField | SizeField:
        if part.number:
            size = SizeField(part.allowed)
            size.setPlaceholderText(self.tr("Not set"))
            return size
        options = tuple(Option(word, text) for word, text in part.options.items())
        if "" not in part.options:
            options = (Option("", self.tr("Not set")), *options)
        field = ChoiceField()
        field.show_entry(FormEntry((), "select", part.label, "", options=options))
        return field

    def _choose(self, number: int, value: object) -> None:
        part = self._parts[number]
        word = f"{part.number}{value}" if part.number and value != "" else str(value)
        parts = [each.words(self._slot) for each in self._parts]
        self.edited.emit(choose(self._slot, parts, number, word or None))


class CmsChoiceField(QWidget, FieldEditor):
    """A field for a content value that is such a string.

    Signals:
        edited: The new string.
        editing_finished: A choice was made or its field lost the focus; ends the undo group.
    """

    is_stacked = True
    edited = Signal(object)
    editing_finished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._choices: tuple[CmsChoice, ...] = ()
        self._words = CmsChoiceFields(self)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.addWidget(self._words)
        self._words.edited.connect(self._edit)
        self._words.finished.connect(self.editing_finished)

    @override
    def show_entry(self, entry: FormEntry) -> None:
        self._choices = control_choices(entry.control)
        self.show_value(entry.value)
        if self._words.fields:
            self.setFocusProxy(self._words.fields[0])

    @override
    def show_value(self, value: Any) -> None:
        self._words.show_words(self._choices, as_text(value))

    @property
    @override
    def stops(self) -> list[QWidget]:
        return list(self._words.fields)

    @override
    def height_for(self, _width: int) -> int:
        return len(self._choices) * (HEIGHT + _GAP)

    def _edit(self, text: str) -> None:
        self.show_value(text)
        self.edited.emit(text)
