"""The Style tab: slot, breakpoint, controls, and the list of classes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from designer.command_list import CommandId, command_specs, with_keys
from designer.document import Path
from designer.inspector.entries.entry import FormEntry
from designer.inspector.fields import MultiLineField
from designer.inspector.style.breakpoint_switch import BreakpointSwitch
from designer.inspector.style.chips import Chips
from designer.inspector.style.cms_slot_choices import SlotChoices
from designer.inspector.style.control_section import ControlSection
from designer.inspector.style.control_specs import sections
from designer.inspector.style.slot_list import SlotList
from designer.inspector.style.style_context import StyleContext
from designer.look import Tokens
from designer.tailwind import Breakpoint, Sheet, set_property


def ignore_command(_command: CommandId) -> bool:
    """Ignore the command; the default of a tab outside of an inspector."""
    return False


class StyleTab(QWidget):
    """Edits one slot at a time; the chosen slot is kept by path when the block changes.

    Signals:
        edited: Path, label and new value of a slot.
        editing_finished: An edit is complete; ends the undo group.
        slot_picked: The path of the chosen slot.
        breakpoint_picked: The chosen ``Breakpoint``.
        escaped: Escape was pressed; the focus returns to the view with the selection.
    """

    edited = Signal(object, str, object)
    editing_finished = Signal()
    slot_picked = Signal(object)
    breakpoint_picked = Signal(object)
    escaped = Signal()

    def __init__(
        self,
        tokens: Tokens,
        empty: str,
        run: Callable[[CommandId], bool] = ignore_command,
    ) -> None:
        """Create an empty tab.

        Args:
            tokens: The colours of the window.
            empty: The text shown while there are no slots.
            run: Runs a command for the chosen slot; returns whether something happened.
        """
        super().__init__()
        self._run = run
        self.tokens = tokens
        self.context = StyleContext()
        self._entries: tuple[FormEntry, ...] = ()
        self._chosen: Path | None = None
        self._stops: list[QWidget] = []
        self._empty = QLabel(empty)
        self._empty.setObjectName("emptyState")
        self._empty.setWordWrap(True)
        self._empty.setContentsMargins(14, 12, 14, 12)
        self.slots = SlotList(tokens)
        self.switch = BreakpointSwitch()
        self.sections = [ControlSection(spec, self.context, tokens) for spec in sections()]
        self.choices = SlotChoices(self.context)
        self.chips = Chips(self.context, tokens)
        self.raw = MultiLineField("slot")
        self.raw.setAccessibleName(self.tr("Classes as text"))
        self.copy = _button(CommandId.COPY_STYLE)
        self.paste = _button(CommandId.PASTE_STYLE)
        self._lay_out()
        self._connect()
        self.show_entries(())

    def _lay_out(self) -> None:
        self._top = QWidget()
        self._top.setObjectName("styleTop")
        head = QVBoxLayout(self._top)
        head.setContentsMargins(14, 10, 14, 8)
        head.setSpacing(8)
        head.addWidget(self.slots)
        head.addWidget(self.switch)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setObjectName("styleArea")
        self.area.setWidget(self._body())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._empty)
        column.addWidget(self._top)
        column.addWidget(self.area, 1)

    def _body(self) -> QWidget:
        """Create the scrolled content: the controls, and below them the classes."""
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(14, 0, 14, 20)
        column.setSpacing(2)
        column.addWidget(self.choices)
        for section in self.sections:
            column.addWidget(section)
        heading = QLabel(self.tr("Classes"))
        heading.setObjectName("groupHeading")
        heading.setMinimumHeight(32)
        column.addWidget(heading)
        column.addWidget(self.chips)
        column.addSpacing(8)
        column.addWidget(self.raw)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.copy)
        row.addWidget(self.paste)
        row.addStretch()
        column.addSpacing(8)
        column.addLayout(row)
        column.addStretch()
        return body

    def _connect(self) -> None:
        self.slots.picked.connect(self._pick)
        self.switch.picked.connect(self._switch)
        for section in self.sections:
            section.heading.toggled.connect(self._order_tabs)
            section.chosen.connect(self._set)
            section.finished.connect(self.editing_finished)
        self.choices.edited.connect(self._write)
        self.choices.finished.connect(self.editing_finished)
        self.chips.edited.connect(self._write)
        self.chips.finished.connect(self.editing_finished)
        self.raw.edited.connect(self._write)
        self.raw.editing_finished.connect(self.editing_finished)
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for button, command in (
            (self.copy, CommandId.COPY_STYLE),
            (self.paste, CommandId.PASTE_STYLE),
        ):
            act = partial(self._run, command)
            button.clicked.connect(lambda _on=False, run=act: run())
            for key in command_specs()[command].keys:
                QShortcut(QKeySequence(key), self, act, context=inside)

    # -- display --------------------------------------------------------------------------------

    def show_sheet(self, sheet: Sheet, variables: Mapping[str, str]) -> None:
        """Use another build of the site's Tailwind.

        Args:
            sheet: The build.
            variables: The theme's CSS variables, used to resolve sizes and colours.
        """
        self.context.set_sheet(sheet, variables)
        self._refresh()

    def set_tokens(self, tokens: Tokens) -> None:
        """Apply other colours."""
        self.tokens = self.slots.tokens = tokens
        self.chips.line.set_tokens(tokens)

    def show_entries(self, entries: Sequence[FormEntry]) -> None:
        """Show the slots of a block; the chosen slot stays chosen if the block has it."""
        self._entries = tuple(entries)
        paths = [entry.path for entry in entries]
        if self._chosen not in paths:
            used = (entry.path for entry in entries if str(entry.value or "").strip())
            name = self._chosen[-1] if self._chosen else None
            alike = (path for path in paths if path[-1] == name)
            self._chosen = next(alike, None) or next(used, paths[0] if paths else None)
        self._refresh()

    @property
    def entries(self) -> tuple[FormEntry, ...]:
        """The displayed slots."""
        return self._entries

    @property
    def chosen(self) -> Path | None:
        """The path of the edited slot."""
        return self._chosen

    def field(self, path: Path) -> QWidget | None:
        """Choose a slot and return its text editor; None if there is no such slot."""
        if path not in [entry.path for entry in self._entries]:
            return None
        self.reveal(path)
        return self.raw

    def reveal(self, path: Path) -> None:
        """Choose the slot of a path."""
        if path in [entry.path for entry in self._entries] and path != self._chosen:
            self._chosen = path
            self._refresh()

    def _entry(self) -> FormEntry | None:
        return next((entry for entry in self._entries if entry.path == self._chosen), None)

    def _refresh(self) -> None:
        entry = self._entry()
        for part in (self._top, self.area):
            part.setVisible(entry is not None)
        self._empty.setVisible(entry is None)
        if entry is None:
            return
        value = entry.value
        self.context.slot = value if isinstance(value, str) else ""
        self.context.control = entry.control
        self.slots.show_slots(self._entries, self._chosen)
        self.switch.show_points(self.context.breakpoints(), self.context.breakpoint_name)
        for section in self.sections:
            section.refresh()
        self.choices.show_control(entry.control)
        self.chips.refresh()
        self.raw.show_value(value)
        self._order_tabs()
        self.paste.setEnabled(bool(QApplication.clipboard().text().strip()))

    def _order_tabs(self) -> None:
        """Set the Tab order from top to bottom; Qt appends later widgets at the end."""
        stops: list[QWidget] = [self.slots, *self.switch.buttons.values()]
        stops += [stop for field in self.choices.fields for stop in field.stops]
        stops += [stop for section in self.sections for stop in section.stops]
        stops += [*self.chips.chips, self.chips.line, *self.raw.stops, self.copy, self.paste]
        if stops != self._stops:
            self._stops = stops
            for before, after in pairwise(stops):
                QWidget.setTabOrder(before, after)

    # -- edits ----------------------------------------------------------------------------------

    def _pick(self, path: Path) -> None:
        self._chosen = path
        self._refresh()
        self.slot_picked.emit(path)

    def _switch(self, point: Breakpoint) -> None:
        self.context.breakpoint_name = point.name
        self._refresh()
        self.breakpoint_picked.emit(point)

    def _set(self, changes: Sequence[tuple[str, str | None]]) -> None:
        slot = self.context.slot
        if self.context.sheet is None:
            return
        for prop, utility in changes:
            slot = set_property(
                slot, prop, self.context.breakpoint_name, utility, self.context.sheet
            )
        self._write(slot)

    def _write(self, slot: str) -> None:
        entry = self._entry()
        if entry is not None and slot != self.context.slot:
            self.context.slot = slot
            self.edited.emit(entry.path, entry.label, slot)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def copy_style(self) -> bool:
        """Copy the classes of the chosen slot; returns whether the tab shows one."""
        if not self._shows_slot:
            return False
        QApplication.clipboard().setText(self.context.slot)
        self.paste.setEnabled(True)
        return True

    def paste_style(self) -> bool:
        """Replace the classes of the chosen slot by the text of the clipboard.

        Returns:
            Whether the classes are others now.
        """
        text = " ".join(QApplication.clipboard().text().split())
        if not text or not self._shows_slot:
            return False
        before = self.context.slot
        self._write(text)
        self.editing_finished.emit()
        return text != before

    @property
    def _shows_slot(self) -> bool:
        """Whether the tab is shown with a slot; a hidden tab can have outdated slots."""
        return self.isVisible() and self._entry() is not None


def _button(command: CommandId) -> QPushButton:
    words = command_specs()[command].text
    button = QPushButton(words)
    button.setToolTip(with_keys(words, command))
    return button
