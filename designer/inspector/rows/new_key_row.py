"""The row that adds a key: its name and the kind of its value."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolButton, QWidget
from typing_extensions import override

from designer.inspector.entries.entry import FormEntry
from designer.inspector.fields import ChoiceField, TextField
from designer.inspector.rows.form_row import GAP, LINE, START, FormRow, draw_text, mirrored
from designer.inspector.rows.row_requests import AddKey
from designer.look import Tokens, icon
from designer.schema import Option

_TITLE, _ICON, _KIND = 24, 16, 84


class NewKeyRow(QWidget, FormRow):
    """A line for the name, a list of kinds, and a button.

    Signals:
        requested: ``AddKey``.
    """

    requested = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.name = TextField(self)
        self.kind = ChoiceField(self)
        self.button = QToolButton(self)
        self.button.setObjectName("small")
        self.button.setIconSize(QSize(_ICON, _ICON))
        self.name.setPlaceholderText(self.tr("Name"))
        self.kind.setAccessibleName(self.tr("Kind of value"))
        self._kinds: dict[str, tuple[str, Any]] = {
            "text": (self.tr("Text"), ""),
            "yes": (self.tr("Yes or no"), False),
            "number": (self.tr("Number"), 0),
            "list": (self.tr("List"), []),
            "group": (self.tr("Group"), {}),
        }
        options = tuple(Option(kind, words) for kind, (words, _) in self._kinds.items())
        self.kind.show_entry(FormEntry((), "select", "", "text", options=options))
        self.button.clicked.connect(self._add)

    @property
    @override
    def stops(self) -> list[QWidget]:
        return [self.name, self.kind, self.button]

    @override
    def show_entry(self, entry: FormEntry, *, again: bool = False) -> None:
        self.entry = entry
        self.name.setAccessibleName(entry.label)
        self.button.setAccessibleName(entry.label)
        self.button.setToolTip(entry.label)
        self.setToolTip(entry.help)

    @override
    def set_tokens(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self.button.setIcon(icon("plus", tokens.text))
        self.update()

    @override
    def arrange(self, width: int) -> int:
        side = width - LINE
        parts = (
            (self.name, QRect(0, _TITLE, side - _KIND - 2 * GAP, LINE)),
            (self.kind, QRect(side - _KIND - GAP, _TITLE, _KIND, LINE)),
            (self.button, QRect(side, _TITLE, LINE, LINE)),
        )
        for part, place in parts:
            part.setGeometry(mirrored(self, place))
        return _TITLE + LINE

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() == "\r":
            self._add()
        else:
            super().keyPressEvent(event)

    def _add(self) -> None:
        name = self.name.text().strip()
        if not name:
            self.name.setFocus()
            return
        self.name.clear()
        self.request(AddKey(name, self._kinds[str(self.kind.currentData())][1]))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        area = mirrored(self, QRect(0, 0, self.width(), _TITLE - 4))
        draw_text(QPainter(self), area, self.entry.label, self.tokens.muted, START)
