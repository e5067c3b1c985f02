"""A date field: the text as written, and a calendar that replaces only the date in the text."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from PySide6.QtCore import QDate, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QColor, QResizeEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from designer.document import Timestamp
from designer.inspector.entries.entry import FormEntry
from designer.inspector.fields.field_editor import HEIGHT, FieldEditor, RowSlots
from designer.inspector.fields.painting import on_screen
from designer.inspector.fields.single_line import DraftField
from designer.inspector.values.date_text import read_date, with_date
from designer.look import LIGHT, Tokens, icon

_GAP = 4
_CALENDAR = QSize(252, 224)
_YAML = re.compile(r"\d{4}-\d\d-\d\d(?:[Tt ]\S.*)?")


class DateText(DraftField):
    """The text of a date; a YAML timestamp stays a timestamp, and a string stays a string."""

    @override
    def parse(self, text: str) -> str | None:
        is_text = isinstance(self._value, str) and not isinstance(self._value, Timestamp)
        if is_text and self._value:
            return text
        if read_date(text) is None:
            return None
        return Timestamp(text.strip()) if _YAML.fullmatch(text.strip()) else text

    @override
    def invalid_hint(self, text: str) -> str:
        return self.tr("This is no date yet, so it is not written.")


class DateField(QWidget, FieldEditor):
    """A date.

    Signals:
        edited: The new value.
        editing_finished: The field lost the focus, or a day was picked; ends the undo group.
        draft_changed: The text became, or stopped being, an unwritten draft.
    """

    edited = Signal(object)
    editing_finished = Signal()
    draft_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._calendar: _Calendar | None = None
        self._tokens = LIGHT
        self.text = DateText(self)
        self.button = QToolButton(self)
        self.button.setObjectName("small")
        self.button.setIconSize(QSize(16, 16))
        self.button.setToolTip(self.tr("Choose in a calendar"))
        self.button.clicked.connect(self.pick)
        self.text.edited.connect(self.edited)
        self.text.editing_finished.connect(self.editing_finished)
        self.text.draft_changed.connect(self.draft_changed)
        self.setFocusProxy(self.text)

    @override
    def connect_row(self, row: RowSlots) -> None:
        super().connect_row(row)
        self.draft_changed.connect(row.draft_changed)

    @property
    @override
    def draft_note(self) -> str:
        """The hint about a text that is no valid date."""
        return self.text.draft_note

    @property
    @override
    def stops(self) -> list[QWidget]:
        """The text and the calendar's button."""
        return [self.text, self.button]

    @override
    def show_entry(self, entry: FormEntry) -> None:
        self.text.setAccessibleName(entry.label)
        self.button.setAccessibleName(
            self.tr("Choose in a calendar: %1").replace("%1", entry.label)
        )
        self.text.show_entry(entry)

    @override
    def show_value(self, value: Any) -> None:
        self.text.show_value(value)

    @override
    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self.button.setIcon(icon("calendar", tokens.muted))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        width = self.width() - HEIGHT - _GAP
        mirrored = self.isRightToLeft()
        self.text.setGeometry(HEIGHT + _GAP if mirrored else 0, 0, width, HEIGHT)
        self.button.setGeometry(0 if mirrored else width + _GAP, 0, HEIGHT, HEIGHT)

    def pick(self) -> None:
        """Open a calendar below the text."""
        if self._calendar is None:
            self._calendar = _Calendar(self)
            self._calendar.picked.connect(self._picked)
        self._calendar.set_tokens(self._tokens)
        self._calendar.open_at(self.mapToGlobal(QPoint(0, HEIGHT + 4)), read_date(self.text.text()))

    def _picked(self, day: date) -> None:
        old = self.text.text()
        text = with_date(old, day)
        if text != old:
            self.text.setText(text)
            self.text.textEdited.emit(text)
        self.editing_finished.emit()


class _Calendar(QFrame):
    """A popup calendar.

    Signals:
        picked: The chosen day.
    """

    picked = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("popup")
        self._month = QCalendarWidget(self)
        self._month.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self._month.clicked.connect(self._choose)
        self._month.activated.connect(self._choose)
        self._month.setFixedSize(_CALENDAR)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self._month)

    def set_tokens(self, tokens: Tokens) -> None:
        """Apply other colours; weekend days are not red."""
        plain = QTextCharFormat()
        plain.setForeground(QColor(tokens.text))
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self._month.setWeekdayTextFormat(day, plain)
        head = QTextCharFormat()
        head.setForeground(QColor(tokens.muted))
        self._month.setHeaderTextFormat(head)
        for name, picture in (("prev", "chevron-left"), ("next", "chevron-right")):
            button = self._month.findChild(QToolButton, f"qt_calendar_{name}month")
            if button is not None:
                button.setIcon(icon(picture, tokens.text))

    def open_at(self, place: QPoint, day: date | None) -> None:
        """Open on a day, or on today for None."""
        chosen = QDate.currentDate() if day is None else QDate(day.year, day.month, day.day)
        self._month.setSelectedDate(chosen)
        self.adjustSize()
        self.move(on_screen(self, place))
        self.show()
        self._month.setFocus()

    def _choose(self, chosen: QDate) -> None:
        if self.isVisible():  # Enter emits both signals, clicked and activated
            self.hide()
            self.picked.emit(date(chosen.year(), chosen.month(), chosen.day()))
