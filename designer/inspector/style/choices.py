"""The choices of a string that a site's CMS writes, in the words of the CMS's own editor."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from designer.inspector.entry import Entry
from designer.inspector.fields import ChoiceField
from designer.inspector.fields.line import SizeField
from designer.inspector.rows.base import LABEL
from designer.inspector.style.context import Context
from designer.inspector.style.plan import WordChoice, word_choices
from designer.schema import Option
from designer.tailwind import choose, chosen

_COUNT = re.compile(r"\d{1,5}")


class Choices(QWidget):
    """One field for each choice; there only for strings that have choices.

    Signals:
        edited: The string as it shall be.
        finished: What follows is another thought.
    """

    edited = Signal(str)
    finished = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._parts: tuple[WordChoice, ...] = ()
        self.fields: list[ChoiceField | SizeField] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 4, 0, 8)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnMinimumWidth(0, LABEL)
        self._grid.setColumnStretch(1, 1)
        self.hide()

    def show_control(self, control: str) -> None:
        """Show the choices of a control, and what the string says now."""
        parts = word_choices(control, self._context.at, self._context.kinds)
        if parts != self._parts:
            self._parts = parts
            self._build()
        self.setVisible(bool(self._parts))
        slot = self._context.slot
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
            field.left.connect(self.finished)
            label = QLabel(part.label)
            label.setObjectName("fieldLabel")
            label.setWordWrap(True)
            label.setBuddy(field)
            label.setMinimumHeight(28)
            self._grid.addWidget(label, number, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(field, number, 1)
            self.fields.append(field)

    def _field(self, part: WordChoice) -> ChoiceField | SizeField:
        if part.number:
            size = SizeField(_COUNT)
            size.setPlaceholderText(self.tr("Not set"))
            return size
        options = tuple(Option(word, text) for word, text in part.options.items())
        if "" not in part.options:
            options = (Option("", self.tr("Not set")), *options)
        field = ChoiceField()
        field.show_entry(Entry((), "select", part.label, "", options=options))
        return field

    def _choose(self, number: int, value: object) -> None:
        slot, part = self._context.slot, self._parts[number]
        word = f"{part.number}{value}" if part.number and value != "" else str(value)
        parts = [each.words(slot) for each in self._parts]
        self.edited.emit(choose(slot, parts, number, word or None))
