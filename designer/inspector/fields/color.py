"""A colour field: text, swatch, and a small picker."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QWidget
from typing_extensions import override

from designer.inspector.entries.entry import FormEntry
from designer.inspector.fields.color_picker import ColorPicker
from designer.inspector.fields.field_editor import HEIGHT, FieldEditor, RowSlots, as_text
from designer.inspector.fields.painting import paint_checks
from designer.inspector.fields.single_line import DraftField
from designer.inspector.values.color_text import read_colour, written_like
from designer.look import LIGHT, Tokens

_GAP = 8


class ColorText(DraftField):
    """The text of a colour; an invalid text is written only when the focus leaves the field."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editingFinished.connect(self._settle)

    @override
    def parse(self, text: str) -> str | None:
        return text if read_colour(text) or not text else None

    @override
    def invalid_hint(self, text: str) -> str:
        return self.tr("This is no colour yet, so it is not written.")

    def _settle(self) -> None:
        """Write an invalid text on leaving: it may be valid for the site."""
        if self.draft_note:
            self._value = self.text()
            self._set_draft_note("")
            self.edited.emit(self.text())
            self.editing_finished.emit()


class Swatch(QAbstractButton):
    """Shows a colour; a click opens the picker."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.colour: QColor | None = None
        self.tokens = LIGHT

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self.hasFocus()
        inset = 1.0 if focused else 0.5
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        if self.colour is None or self.colour.alpha() < 255:
            paint_checks(painter, box, self.tokens)
        edge = QColor(self.tokens.accent if focused else self.tokens.control)
        painter.setPen(QPen(edge, 2 if focused else 1))
        painter.setBrush(self.colour or Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 6, 6)


class ColorField(QWidget, FieldEditor):
    """A colour.

    Signals:
        edited: The new text.
        editing_finished: The field lost the focus, or a colour was picked; ends the undo group.
        draft_changed: The text became, or stopped being, an unwritten draft.
    """

    edited = Signal(object)
    editing_finished = Signal()
    draft_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.swatch = Swatch(self)
        self.text = ColorText(self)
        self._label = ""
        self._picker: ColorPicker | None = None
        self.swatch.clicked.connect(self.pick)
        self.text.edited.connect(self._edited)
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
        """The hint about a text that is no valid colour."""
        return self.text.draft_note

    @property
    @override
    def stops(self) -> list[QWidget]:
        """The swatch and the text."""
        return [self.swatch, self.text]

    @override
    def show_entry(self, entry: FormEntry) -> None:
        self._label = entry.label
        self.text.setAccessibleName(entry.label)
        self.swatch.setAccessibleName(self.tr("Pick a colour: %1").replace("%1", entry.label))
        self.swatch.setToolTip(self.tr("Pick a colour"))
        self.text.show_entry(entry)
        self._show_swatch(entry.value)

    @override
    def show_value(self, value: Any) -> None:
        self.text.show_value(value)
        self._show_swatch(value)

    @override
    def set_tokens(self, tokens: Tokens) -> None:
        self.swatch.tokens = tokens
        self.swatch.update()
        if self._picker is not None:
            self._picker.set_tokens(tokens)

    def pick(self) -> None:
        """Open the picker below the swatch."""
        if self._picker is None:
            self._picker = ColorPicker(self.swatch.tokens, self)
            self._picker.picked.connect(self._picked)
            self._picker.editing_finished.connect(self.editing_finished)
        self._picker.setWindowTitle(self._label)
        self._picker.open_at(
            self.swatch.mapToGlobal(QPoint(0, HEIGHT + 4)), self.swatch.colour or QColor("#808080")
        )

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        width = self.width()
        x = width - HEIGHT if self.isRightToLeft() else 0
        self.swatch.setGeometry(x, 0, HEIGHT, HEIGHT)
        x = 0 if self.isRightToLeft() else HEIGHT + _GAP
        self.text.setGeometry(x, 0, width - HEIGHT - _GAP, HEIGHT)

    def _picked(self, colour: QColor) -> None:
        text = written_like(colour, self.text.text())
        self.show_value(text)
        self.edited.emit(text)

    def _edited(self, text: str) -> None:
        self._show_swatch(text)
        self.edited.emit(text)

    def _show_swatch(self, value: Any) -> None:
        self.swatch.colour = read_colour(as_text(value))
        self.swatch.update()
