"""The heads of groups: objects, lists and list items."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFont,
    QKeyEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractButton, QToolButton, QWidget
from typing_extensions import override

from designer.command_list import CommandId, command_specs
from designer.inspector.entries.entry import FormEntry
from designer.inspector.rows.drag_handle import DragHandle
from designer.inspector.rows.form_row import (
    LINE,
    START,
    FormRow,
    button_tip,
    describe,
    draw_text,
    mirrored,
    wrapped_height,
)
from designer.inspector.rows.row_requests import Expand, OpenMenu
from designer.look import Tokens, icon

_ICON = 16
_ITEM = 32
_BUTTON = 24
_CHEVRON = 20
_GAP = 8

_FOCUS = (QEvent.Type.FocusIn, QEvent.Type.FocusOut)
_SHOWING = (*_FOCUS, QEvent.Type.Enter, QEvent.Type.Leave)
"""Events after which the buttons of an item are shown or hidden."""


def _title_font(widget: QWidget, entry: FormEntry) -> QFont:
    """Return the font of a head: semi-bold at the top level, normal inside a group."""
    font = QFont(widget.font())
    font.setWeight(QFont.Weight.DemiBold if entry.depth == 0 else QFont.Weight.Normal)
    return font


def _title_height(widget: QWidget, entry: FormEntry, width: int) -> int:
    """Return the height of a head; its label may wrap."""
    return max(LINE, wrapped_height(entry.label, _title_font(widget, entry), width) + _GAP)


def _title_colour(entry: FormEntry, tokens: Tokens, *, marked: bool) -> str:
    if marked:
        return tokens.accent
    return tokens.text if entry.depth == 0 else tokens.muted


_ITEM_BUTTONS = (CommandId.DUPLICATE, CommandId.DELETE)
"""The buttons of an item."""


class GroupHead(DragHandle, FormRow):
    """A head that expands and collapses its group with a click or the arrow keys.

    Signals:
        requested: ``Expand``, and the requests of a ``DragHandle``.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.clicked.connect(lambda: self.request(Expand(not self.entry.is_open)))

    @property
    def state(self) -> str:
        """The expanded state as a word."""
        return self.tr("open") if self.entry.is_open else self.tr("closed")

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        opens, closes = Qt.Key.Key_Right, Qt.Key.Key_Left
        if self.isRightToLeft():
            opens, closes = closes, opens
        wanted = {opens: True, closes: False}.get(Qt.Key(event.key()))
        if wanted is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif wanted is not self.entry.is_open:
            self.request(Expand(wanted))

    def paint_chevron(self, painter: QPainter, left: int) -> None:
        """Paint the chevron that shows the expanded state."""
        place = mirrored(self, QRect(left, (self.height() - _ICON) // 2, _ICON, _ICON))
        closed = "chevron-left" if self.isRightToLeft() else "chevron-right"
        picture = icon("chevron-down" if self.entry.is_open else closed, self.tokens.muted)
        picture.paint(painter, place)


class HeadingRow(GroupHead):
    """The head of an object."""

    @override
    def show_entry(self, entry: FormEntry, *, again: bool = False) -> None:
        self.entry = entry
        words = f"{entry.help} ({self.state})" if entry.help else self.state
        describe(self, name=entry.label, description=words, tip=entry.help)
        self.repaint_if_changed(entry.label, entry.depth, entry.is_open)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.request(OpenMenu(event.globalPos()))

    @override
    def arrange(self, width: int) -> int:
        return _title_height(self, self.entry, width - _CHEVRON)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            return QAbstractButton.event(self, event)
        return super().event(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(_title_font(self, self.entry))
        area = mirrored(self, QRect(0, 0, self.width() - _CHEVRON, self.height()))
        painter.setPen(_title_colour(self.entry, self.tokens, marked=self.marked))
        flags = Qt.AlignmentFlag.AlignVCenter | START | Qt.TextFlag.TextWordWrap
        painter.drawText(area, flags, self.entry.label)
        self.paint_chevron(painter, self.width() - _ICON)
        self.paint_ring(painter)


class ListRow(QWidget, FormRow):
    """The head of a list, with the button that adds an item.

    Signals:
        requested: ``CommandId.ADD_ITEM`` or ``OpenMenu``.
    """

    requested = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.add_button = QToolButton(self)
        self.add_button.setObjectName("small")
        self.add_button.setIconSize(QSize(_ICON, _ICON))
        self.add_button.clicked.connect(lambda: self.request(CommandId.ADD_ITEM))

    @property
    @override
    def stops(self) -> list[QWidget]:
        return [self.add_button]

    @override
    def show_entry(self, entry: FormEntry, *, again: bool = False) -> None:
        self.entry = entry
        kind = entry.item_kind
        name = self.tr("Add to %1: %2").replace("%1", entry.label).replace("%2", kind)
        describe(self.add_button, name=name, tip=self.tr("Add: %1").replace("%1", kind))
        describe(self, tip=entry.help)
        self.repaint_if_changed(entry.label, entry.depth, entry.value)

    @override
    def set_tokens(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self.add_button.setIcon(icon("plus", tokens.text))
        self.update()

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.request(OpenMenu(event.globalPos()))

    @override
    def arrange(self, width: int) -> int:
        self.add_button.setGeometry(mirrored(self, QRect(width - LINE, 0, LINE, LINE)))
        return _title_height(self, self.entry, width - LINE - _GAP)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(_title_font(self, self.entry))
        size = int(self.entry.value or 0)
        title = self.entry.label
        room = self.width() - LINE - _GAP
        used = min(room, painter.fontMetrics().horizontalAdvance(title))
        painter.setPen(_title_colour(self.entry, self.tokens, marked=self.marked))
        flags = Qt.AlignmentFlag.AlignVCenter | START
        area = mirrored(self, QRect(0, 0, room, self.height()))
        painter.drawText(area, flags | Qt.TextFlag.TextWordWrap, title)
        if size and used < room - 20:
            painter.setFont(self.font())
            rest = mirrored(self, QRect(used + _GAP, 0, room - used - _GAP, self.height()))
            draw_text(painter, rest, str(size), self.tokens.muted, flags)


class ItemRow(GroupHead):
    """The head of an item: grip and name, and on hover or focus the buttons.

    Signals:
        requested: ``Expand``, and the requests of a ``DragHandle``.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._buttons: list[QToolButton] = []

    @property
    @override
    def stops(self) -> list[QWidget]:
        return [self, *self._buttons]

    @override
    def show_entry(self, entry: FormEntry, *, again: bool = False) -> None:
        self.entry = entry
        number, size = entry.place
        words = self.tr("%1, %2 of %3, %4")
        parts = (("%1", entry.label), ("%2", str(number)), ("%3", str(size)), ("%4", self.state))
        for sign, text in parts:
            words = words.replace(sign, text)
        describe(self, name=words, tip=entry.label)
        self._name_buttons()
        self._show_buttons()
        self.repaint_if_changed(entry.label, entry.is_open)

    @override
    def arrange(self, width: int) -> int:
        for place, button in enumerate(reversed(self._buttons)):
            left = width - 28 - (place + 1) * (_BUTTON + 2)
            button.setGeometry(mirrored(self, QRect(left, 4, _BUTTON, _BUTTON)))
        return _ITEM

    # -- buttons are created when they are first shown -------------------------------------------

    def _make_buttons(self) -> None:
        for command in _ITEM_BUTTONS:
            words = command_specs()[command].text
            button = QToolButton(self)
            button.setObjectName("small")
            button.setIconSize(QSize(14, 14))
            button.setToolTip(button_tip(command))
            button.setProperty("words", words)
            button.clicked.connect(lambda _on=False, c=command: self.request(c))
            button.installEventFilter(self)
            self._buttons.append(button)
        self._name_buttons()
        self._colour_buttons()
        self.arrange(self.width())
        before: QWidget = self
        for button in self._buttons:
            QWidget.setTabOrder(before, button)
            before = button

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _FOCUS:
            self._show_buttons()
        return super().eventFilter(watched, event)

    def _name_buttons(self) -> None:
        for button in self._buttons:
            button.setAccessibleName(f"{button.property('words')}: {self.entry.label}")

    def _colour_buttons(self) -> None:
        for button, command in zip(self._buttons, _ITEM_BUTTONS, strict=False):
            button.setIcon(icon(command_specs()[command].icon, self.tokens.muted))

    def _show_buttons(self) -> None:
        focused = self.hasFocus() or any(button.hasFocus() for button in self._buttons)
        wanted = focused or self.underMouse()
        if wanted and not self._buttons:
            self._make_buttons()
        for button in self._buttons:
            button.setVisible(wanted)

    @override
    def set_tokens(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self._colour_buttons()
        self.update()

    @override
    def event(self, event: QEvent) -> bool:
        taken = super().event(event)
        if event.type() in _SHOWING:
            self._show_buttons()
        return taken

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.tokens.hover))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 5, 5)
        grip = mirrored(self, QRect(4, (_ITEM - _ICON) // 2, _ICON, _ICON))
        icon("grip", self.tokens.muted).paint(painter, grip)
        shown = any(button.isVisible() for button in self._buttons)
        room = self.width() - 24 - 28 - (len(self._buttons) * (_BUTTON + 2) if shown else 0)
        colour = self.tokens.accent if self.marked else self.tokens.text
        area = mirrored(self, QRect(24, 0, room, self.height()))
        draw_text(painter, area, self.entry.label, colour, Qt.AlignmentFlag.AlignVCenter | START)
        self.paint_chevron(painter, self.width() - _ICON - 8)
        self.paint_ring(painter)
