"""A form that shows entries as rows and reuses the row widgets."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import assert_never

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QWidget
from typing_extensions import override

from designer.command_list import CommandId, command_specs
from designer.document import Path
from designer.inspector.entries.entry import FormEntry
from designer.inspector.entries.site_context import SiteContext
from designer.inspector.fields import AnyField, MarkdownField, MultiLineField, TextField
from designer.inspector.form.form_layout import MARGIN, TOP, FormBody
from designer.inspector.form.row_menu import row_menu
from designer.inspector.form.row_pool import RowPool
from designer.inspector.form.tab_order import TabOrder
from designer.inspector.rows import AnyRow, FieldRow, make_row, row_kind
from designer.inspector.rows.row_requests import (
    AddKey,
    DragItem,
    DropItem,
    Expand,
    FocusSibling,
    OpenMenu,
    RowRequest,
    UseFile,
)
from designer.look import Tokens

_RIGHT = 14
"""Pixels right of the rows, including the scroll bar."""

_EDGE = 24
_FOCUS_STEPS = {CommandId.MOVE_UP: -1, CommandId.MOVE_DOWN: 1, CommandId.DUPLICATE: 1}

RunCommand = Callable[[CommandId, Path, object], bool]
"""Runs a command for the value at a path; returns whether anything changed."""


def ignore_command(_command: CommandId, _path: Path, _value: object) -> bool:
    """Ignore the command; the default of ``RunCommand``."""
    return False


class Form(QScrollArea):
    """The rows of one tab.

    Signals:
        edited: Path, label and new value of a field.
        editing_finished: A field lost the focus or was confirmed.
        fold_requested: The path of a group, and whether to expand it.
        file_dropped: Path and label of a field, and the file dropped on it.
        escaped: Escape was pressed; the focus returns to the view with the selection.
    """

    edited = Signal(object, str, object)
    editing_finished = Signal()
    fold_requested = Signal(object, bool)
    file_dropped = Signal(object, str, str)
    escaped = Signal()

    def __init__(
        self,
        tokens: Tokens,
        empty: str,
        run: RunCommand = ignore_command,
        parent: QWidget | None = None,
    ) -> None:
        """Create an empty form.

        Args:
            tokens: The colours of the window.
            empty: The text shown while there are no rows.
            run: Runs a command for a path of the form; returns whether anything changed.
            parent: The parent widget.
        """
        super().__init__(parent)
        self._run = run
        self.tokens = tokens
        self._context = SiteContext()
        self._entries: tuple[FormEntry, ...] = ()
        self._owner: Hashable = None
        self._showing = False
        self._arranging = False
        self._pool = RowPool(self._make_row, self)
        self._tab_order = TabOrder(self)
        self._body = FormBody()
        self._body.tokens = tokens
        self._empty = QLabel(empty, self._body)
        self._empty.setObjectName("emptyState")
        self._empty.setWordWrap(True)
        self.setWidget(self._body)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Tab moves to the fields inside
        self._arrange()

    # -- showing --------------------------------------------------------------------------------

    def show_entries(self, entries: Sequence[FormEntry], owner: Hashable = None) -> None:
        """Show entries; a field that remains keeps its caret, and the form its scroll position.

        Args:
            entries: The entries to show.
            owner: The owner of the entries; for a new owner, no field keeps its typing state.
        """
        entries, again = tuple(entries), owner == self._owner
        if again and entries == self._entries:
            return
        self._entries, self._owner = entries, owner
        self._showing = True
        focused = self._focused_path()
        caret = self._caret(focused)
        self._take_rows(entries, again=again)
        self._showing = False
        self._arrange()
        kept = focused is not None and self._focused_path() == focused
        if focused is not None and again and not kept:
            self._restore_focus(focused, caret)

    def _take_rows(self, entries: Sequence[FormEntry], *, again: bool) -> None:
        """Assign a row to each entry: its current row, a pooled row of its kind, or a new row."""
        before = self._body.rows
        own: dict[tuple[str, Path], AnyRow] = {
            (row_kind(row.entry), row.entry.path): row for row in before
        }
        rows = [own.pop((row_kind(entry), entry.path), None) for entry in entries]
        for row in own.values():
            self._pool.put(row)
        stays, focus = {id(row) for row in rows}, self._focus_widget()
        if any(id(row) not in stays and _contains(row, focus) for row in before):
            self.setFocus()
        result: list[AnyRow] = []
        for entry, kept in zip(entries, rows, strict=True):
            row = self._pool.take(entry) if kept is None else kept
            if kept is None or not again or row.entry != entry:
                row.show_entry(entry, again=again and kept is not None)
            result.append(row)
        self._body.rows = result
        shown = {id(row) for row in result}
        for old in before:
            if id(old) not in shown:
                old.hide()
        for row in result:
            row.mark(on=False)
            row.show()
        self._empty.setVisible(not result)
        self._tab_order.set_rows(result)

    def _make_row(self, entry: FormEntry) -> AnyRow:
        row = make_row(entry, self._body)
        row.entry = entry
        row.set_tokens(self.tokens)
        row.set_site_context(self._context)
        row.requested.connect(lambda request: self._handle_request(row, request))
        if isinstance(row, FieldRow):
            row.edited.connect(lambda value: self._edited(row.entry, value))
            row.editing_finished.connect(self.editing_finished)
            row.height_changed.connect(self._arrange)
        return row

    def prepare(self, kinds: Iterable[str]) -> None:
        """Create rows of these kinds in idle time, so that the first block appears quickly."""
        if not self._all_rows():
            self._pool.prepare(kinds)

    def _focus_widget(self) -> QWidget:
        """Return the focused widget of the window, or the form itself."""
        found: QWidget | None = self.window().focusWidget()
        return self if found is None else found

    # -- layout ---------------------------------------------------------------------------------

    def _arrange(self) -> None:
        if self._arranging or self._showing:
            return
        self._arranging = True
        place = self.verticalScrollBar().value()
        room = max(80, self.width() - MARGIN - _RIGHT)
        self._body.resize(self.viewport().width(), self._body.height())
        height = self._body.arrange(room)
        if self._empty.isVisibleTo(self._body):
            self._empty.setGeometry(MARGIN, TOP, room, self._empty.heightForWidth(room))
            height = max(height, self._empty.geometry().bottom() + TOP)
        self._body.resize(self.viewport().width(), max(height, self.viewport().height()))
        self.verticalScrollBar().setValue(place)
        self._arranging = False

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._arrange()

    def set_tokens(self, tokens: Tokens) -> None:
        """Apply other colours."""
        self.tokens = self._body.tokens = tokens
        for row in self._all_rows():
            row.set_tokens(tokens)
        self._body.update()

    def set_site_context(self, context: SiteContext) -> None:
        """Use another site context in all rows."""
        self._context = context
        for row in self._all_rows():
            row.set_site_context(context)

    def _all_rows(self) -> list[AnyRow]:
        return [*self._body.rows, *self._pool.rows]

    # -- finding --------------------------------------------------------------------------------

    @property
    def entries(self) -> tuple[FormEntry, ...]:
        """The displayed entries."""
        return self._entries

    def row(self, path: Path) -> AnyRow | None:
        """Return the row of a path, or None."""
        return next((row for row in self._body.rows if row.entry.path == path), None)

    def field(self, path: Path) -> AnyField | None:
        """Return the editor of a path, or None."""
        rows = (row for row in self._body.rows if isinstance(row, FieldRow))
        return next((row.field for row in rows if row.entry.path == path), None)

    def reveal(self, path: Path) -> None:
        """Scroll to the row of a path, or to the first row inside it, and highlight the row."""
        for row in self._body.rows:
            row.mark(on=bool(path) and row.entry.path == path)
        found = next((r for r in self._body.rows if r.entry.path[: len(path)] == path), None)
        if path and found is not None:
            middle = found.geometry().center()
            self.ensureVisible(middle.x(), middle.y(), 0, found.height() // 2 + _EDGE)

    def focus(self, path: Path) -> bool:
        """Focus the row of a path; returns False if there is no focusable row."""
        row = self.row(path)
        stops = row.stops if row is not None else []
        if row is None or not stops:
            return False
        stops[0].setFocus(Qt.FocusReason.TabFocusReason)
        self.ensureVisible(0, row.geometry().bottom(), 0, _EDGE)
        self.ensureVisible(0, row.geometry().top(), 0, _EDGE)
        return True

    def focus_first(self, path: Path) -> bool:
        """Focus the first focusable row at or below a path; returns whether one exists."""
        inside = (e.path for e in self._entries if e.path[: len(path)] == path)
        return any(self.focus(place) for place in inside)

    # -- focus ----------------------------------------------------------------------------------

    def _focused_path(self) -> Path | None:
        focus = self._focus_widget()
        rows = self._body.rows
        return next(
            (row.entry.path for row in rows if row.isAncestorOf(focus) or row is focus), None
        )

    def _caret(self, path: Path | None) -> int | None:
        field = self.field(path) if path is not None else None
        return (
            field.caret if isinstance(field, TextField | MultiLineField | MarkdownField) else None
        )

    def _restore_focus(self, path: Path, caret: int | None) -> None:
        """Focus a path whose row was replaced, such as a line that became a multi-line field."""
        if self.focus(path):
            field = self.field(path)
            if caret is not None and isinstance(field, TextField | MultiLineField | MarkdownField):
                field.caret = caret

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif QKeySequence(event.keyCombination()) == QKeySequence(
            command_specs()[CommandId.REMOVE_KEY].keys[0]
        ):
            self._remove_key(self._focused_path())
        else:
            super().keyPressEvent(event)

    # -- asking ---------------------------------------------------------------------------------

    def _edited(self, entry: FormEntry, value: object) -> None:
        if not self._showing:
            self.edited.emit(entry.path, entry.label or self.tr("item"), value)

    def _handle_request(self, row: AnyRow, request: RowRequest) -> None:
        """Handle a request of a row; the focus follows the affected item."""
        entry = row.entry
        match request:
            case CommandId():
                self._run_for_entry(request, entry)
            case Expand(is_open):
                self.fold_requested.emit(entry.path, is_open)
            case OpenMenu(place):
                self._show_menu(entry, place)
            case FocusSibling(step):
                self.focus(_sibling(entry.path, step))
            case DragItem(place):
                self._drag(row, place)
            case DropItem(drop_place):
                self._drop(row, drop_place)
            case UseFile(file):
                self.file_dropped.emit(entry.path, entry.label, file)
            case AddKey(name, value):
                self._new_key((*entry.path[:-1], name), value)
            case _:
                assert_never(request)

    def _run_for_entry(self, command: CommandId, entry: FormEntry) -> None:
        """Run a command for a list or an item, which the focus follows, or for an image."""
        path = entry.path
        if command is CommandId.REPLACE_IMAGE:
            self._run(command, path, entry.label)
            return
        if not self._run(command, path, entry.fresh):
            return
        if command is CommandId.ADD_ITEM:
            new = (*path, int(entry.value or 0))
            self.fold_requested.emit(new, True)
            self._focus_inside(new)
        elif command is CommandId.DELETE:
            nearest = (path, _sibling(path, -1), path[:-1])
            any(self.focus(place) for place in nearest)
        else:
            self.focus(_sibling(path, _FOCUS_STEPS[command]))

    def _focus_inside(self, path: Path) -> None:
        """Focus the first field inside an item, or the item's own row."""
        inside = (e.path for e in self._entries if e.path[: len(path)] == path and not e.is_group)
        self.focus(next(inside, path))

    # -- keys -----------------------------------------------------------------------------------

    def _new_key(self, path: Path, value: object) -> None:
        """Add a key unless it exists, expand it and focus its field."""
        if not any(
            entry.path[: len(path)] == path and entry.is_removable for entry in self._entries
        ):
            self._run(CommandId.ADD_KEY, path, value)
        self.fold_requested.emit(path, True)
        self.focus_first(path)

    def _show_menu(self, entry: FormEntry, place: QPoint) -> None:
        """Show the context menu of an entry."""
        row_menu(
            entry, lambda command: self._run(command, entry.path, None), self.tokens, self
        ).popup(place)

    def _remove_key(self, path: Path | None) -> None:
        """Run the command that removes a key from the document."""
        row = self.row(path) if path is not None else None
        if row is not None and row.entry.is_removable:
            self._run(CommandId.REMOVE_KEY, row.entry.path, None)

    # -- dragging -------------------------------------------------------------------------------

    def _drag(self, row: AnyRow, place: QPoint) -> None:
        inside = self._body.mapFromGlobal(place)
        self._body.show_drop(row, inside.y())
        self.ensureVisible(0, inside.y(), 0, _EDGE)

    def _drop(self, row: AnyRow, place: QPoint | None) -> None:
        self._body.hide_drop()
        if place is None:
            return
        path = row.entry.path
        target = self._body.drop_place(row, self._body.mapFromGlobal(place).y())
        old = int(path[-1])
        new = target - 1 if target > old else target
        if new != old:
            self._run(CommandId.MOVE_TO, path, new)
            self.focus((*path[:-1], new))


def _contains(row: AnyRow, widget: QWidget) -> bool:
    """Whether a widget is a row or a descendant of the row."""
    return row is widget or row.isAncestorOf(widget)


def _sibling(path: Path, step: int) -> Path:
    """Return the path of the sibling item ``step`` positions further."""
    return (*path[:-1], int(path[-1]) + step)
