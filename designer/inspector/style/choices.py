"""The choices of a string that a site's CMS writes, in the words of the CMS's own editor."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from designer.inspector.entry import Entry
from designer.inspector.fields import ChoiceField
from designer.inspector.style.context import Context
from designer.inspector.style.plan import WordChoice, word_choices
from designer.schema import Option
from designer.tailwind import choose, chosen


class Choices(QWidget):
    """One list for each choice; there only for strings that have choices.

    Signals:
        edited: The string as it shall be.
        finished: What follows is another thought.
    """

    edited = Signal(str)
    finished = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._control = ""
        self._parts: tuple[WordChoice, ...] = ()
        self.fields: list[ChoiceField] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 4, 0, 8)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnMinimumWidth(0, 84)
        self._grid.setColumnStretch(1, 1)
        self.hide()

    def show_control(self, control: str) -> None:
        """Show the choices of a control, and what the string says now."""
        if control != self._control:
            self._control, self._parts = control, word_choices(control)
            self._build()
        self.setVisible(bool(self._parts))
        for part, field in zip(self._parts, self.fields, strict=True):
            field.show_value(chosen(self._context.slot, [o for o in part.options if o]) or "")

    def _build(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self.fields = []
        for number, part in enumerate(self._parts):
            options = tuple(Option(word, text) for word, text in part.options.items())
            if "" not in part.options:
                options = (Option("", self.tr("Not set")), *options)
            field = ChoiceField()
            field.show_entry(Entry((), "select", part.label, "", options=options))
            field.setAccessibleName(part.label)
            field.edited.connect(lambda word, n=number: self._choose(n, word))
            field.left.connect(self.finished)
            label = QLabel(part.label)
            label.setObjectName("fieldLabel")
            label.setWordWrap(True)
            label.setBuddy(field)
            label.setMinimumHeight(28)
            self._grid.addWidget(label, number, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(field, number, 1)
            self.fields.append(field)

    def _choose(self, number: int, word: str) -> None:
        parts = [[option for option in part.options if option] for part in self._parts]
        self.edited.emit(choose(self._context.slot, parts, number, word or None))
