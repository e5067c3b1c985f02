"""A row with a label, one field, and a hint about the value."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolButton, QWidget
from typing_extensions import override

from designer.command_list import CommandId, command_specs
from designer.inspector.entries.entry import FormEntry
from designer.inspector.entries.site_context import SiteContext
from designer.inspector.fields import AnyField, make_field
from designer.inspector.fields.field_editor import RowSlots
from designer.inspector.rows.drag_handle import ValueHandle
from designer.inspector.rows.form_row import (
    END,
    GAP,
    LABEL,
    LINE,
    START,
    FormRow,
    button_tip,
    describe,
    draw_text,
    mirrored,
    small_font,
    text_width,
    wrapped_height,
)
from designer.inspector.rows.row_requests import OpenMenu, UseFile
from designer.inspector.values.value_hints import hint
from designer.look import Tokens, icon

_LABEL_LINE = 20
_LEAST_FIELD = 112
_GRIP = 20


class FieldRow(QWidget, FormRow):
    """One editor with its label.

    Signals:
        edited: The new value.
        editing_finished: The field lost the focus or was confirmed.
        requested: A ``RowRequest``: ``CommandId.REPLACE_IMAGE``, ``UseFile``, ``OpenMenu``, and
            the requests of an item.
        height_changed: The row needs another height.
    """

    edited = Signal(object)
    editing_finished = Signal()
    requested = Signal(object)
    height_changed = Signal()

    def __init__(self, kind: str, *, in_list: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.field: AnyField = make_field(kind)
        self.field.setParent(self)
        self._note = ""
        self._count = 0
        self._value: Any = None
        self._context = SiteContext()
        self._label_above = False
        self._note_area = QRect()
        self._handle = ValueHandle(self) if in_list else None
        self._trash = self._trash_button() if in_list else None
        if self._handle is not None:
            self._handle.requested.connect(self.requested)
        self._connect()

    def _connect(self) -> None:
        self.field.connect_row(
            RowSlots(
                edited=self._edited,
                editing_finished=self.editing_finished.emit,
                height_changed=self.height_changed.emit,
                draft_changed=self._update_hint,
                choose_file=lambda: self.request(CommandId.REPLACE_IMAGE),
                drop_file=lambda file: self.request(UseFile(file)),
            )
        )

    def _trash_button(self) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("small")
        button.setIconSize(QSize(14, 14))
        button.setToolTip(button_tip(CommandId.DELETE))
        button.clicked.connect(lambda: self.request(CommandId.DELETE))
        return button

    @property
    @override
    def stops(self) -> list[QWidget]:
        around = [self._handle] if self._handle else []
        behind = [self._trash] if self._trash else []
        return [*self.field.stops, *around, *behind]

    @override
    def show_entry(self, entry: FormEntry, *, again: bool = False) -> None:
        self.entry = entry
        if again:
            self.field.show_value(entry.value)
        else:
            self.field.show_entry(entry)
        describe(self.field, name=entry.label)
        if self._handle is not None and self._trash is not None:
            self._handle.show_entry(entry)
            name = self.tr("Remove: %1").replace("%1", entry.label)
            describe(self._trash, name=name)
        describe(self, tip=entry.help)
        self._value = entry.value
        self._update_hint(quiet=True)

    @override
    def set_tokens(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self.field.set_tokens(tokens)
        if self._handle is not None and self._trash is not None:
            self._handle.tokens = tokens
            self._trash.setIcon(icon(command_specs()[CommandId.DELETE].icon, tokens.muted))
        self.update()

    @override
    def set_site_context(self, context: SiteContext) -> None:
        self._context = context
        self.field.set_site_context(context)
        if self._value is not None:
            self._update_hint()

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.request(OpenMenu(event.globalPos()))

    def _edited(self, value: Any) -> None:
        self._value = value
        self.edited.emit(value)
        self._update_hint()

    def _update_hint(self, *, quiet: bool = False) -> None:
        """Update the hint below the field."""
        note = self.field.draft_note or hint(self.entry, self._value, self._context)
        count = len(self._value) if isinstance(self._value, str) else 0
        counts = self.entry.limit and count != self._count
        self._count = count
        words = " ".join(filter(None, (self.entry.help, note)))
        describe(self.field.focusProxy() or self.field, description=words)
        if note != self._note:
            self._note = note
            if not quiet:
                self.height_changed.emit()
        if counts or not quiet:
            self.update()

    @property
    def note(self) -> str:
        """The hint about the value; '' without a hint."""
        return self._note

    # -- layout ---------------------------------------------------------------------------------

    @override
    def arrange(self, width: int) -> int:
        if self._handle is not None and self._trash is not None:
            self._label_above, top = False, 0
            left, room = _GRIP + 4, width - _GRIP - 4 - LINE - 4
            self._handle.setGeometry(mirrored(self, QRect(0, 0, _GRIP, LINE)))
            self._trash.setGeometry(mirrored(self, QRect(width - LINE, 0, LINE, LINE)))
        elif self._has_label_above(width):
            self._label_above, left, room = True, 0, width
            top = self._label_height(width)
        else:
            self._label_above, top = False, 0
            left, room = LABEL + GAP, width - LABEL - GAP
        place = QRect(left, top, room, self.field.height())
        self.field.setGeometry(mirrored(self, place))
        height = self.field.height_for(room)
        if height != place.height():
            place.setHeight(height)
            self.field.setGeometry(mirrored(self, place))
        bottom = top + height
        entry = self.entry
        self.repaint_if_changed(
            entry.label, entry.limit, self._label_above, self._note, self._count, bottom
        )
        if not self._note:
            return bottom
        high = wrapped_height(self._note, small_font(self.font()), room)
        self._note_area = QRect(left, bottom + 4, room, high)
        return bottom + 4 + high

    def _has_label_above(self, width: int) -> bool:
        if self.field.is_stacked or self.entry.limit or not self.entry.label:
            return True
        long = text_width(self.entry.label, self.font()) > LABEL
        return long or width - LABEL - GAP < _LEAST_FIELD

    def _label_height(self, width: int) -> int:
        if not self.entry.label:
            return 0
        room = width - (48 if self.entry.limit else 0)
        if text_width(self.entry.label, self.font()) <= room:
            return _LABEL_LINE + 4
        return wrapped_height(self.entry.label, self.font(), room) + 4

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._handle is None and self.entry.label:
            self._paint_label(painter, event.rect())
        if self._note:
            painter.setFont(small_font(self.font()))
            painter.setPen(self.tokens.warning)
            flags = Qt.TextFlag.TextWordWrap | START
            painter.drawText(mirrored(self, self._note_area), flags, self._note)

    def _paint_label(self, painter: QPainter, shown: QRect) -> None:
        """Paint the label if it intersects the exposed area; often only the field is exposed."""
        colour = self.tokens.accent if self.marked else self.tokens.muted
        painter.setPen(colour)
        if not self._label_above:
            area = mirrored(self, QRect(0, 0, LABEL, LINE))
            if not area.intersects(shown):
                return
            flags = Qt.AlignmentFlag.AlignVCenter | START
            painter.drawText(area, flags, self.entry.label)
            return
        height = self._label_height(self.width()) - 4
        room = self.width() - (48 if self.entry.limit else 0)
        area = mirrored(self, QRect(0, 0, room, height))
        if not QRect(0, 0, self.width(), height).intersects(shown):
            return
        flags = Qt.AlignmentFlag.AlignVCenter | START | Qt.TextFlag.TextWordWrap
        painter.drawText(area, flags, self.entry.label)
        if self.entry.limit:
            over = self._count > self.entry.limit
            painter.setFont(small_font(self.font()))
            side = mirrored(self, QRect(self.width() - 60, 0, 60, height))
            draw_text(
                painter,
                side,
                f"{self._count} / {self.entry.limit}",
                self.tokens.warning if over else self.tokens.muted,
                Qt.AlignmentFlag.AlignVCenter | END,
            )
