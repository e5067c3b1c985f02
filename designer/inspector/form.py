"""A form made from entries: kept when only values change, rebuilt when its shape does."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from designer.document import Path
from designer.inspector.entries import Entry
from designer.inspector.fields import (
    BooleanField,
    ChoiceField,
    LongField,
    TextField,
    field_for,
)
from designer.look import Tokens, icon

LABEL_WIDTH = 84

_GROUPS = ("heading", "list", "item")
_WIDE = ("text", "markdown")


class Form(QScrollArea):
    """The rows of one tab.

    Signals:
        edited: Path, label and new value of a field.
        left: The person has finished in a field.
        item_requested: What to do (``add``, ``remove``, ``up``, ``down``, ``duplicate``), the path
            of the list or item, and the value of a new item.
    """

    edited = Signal(object, str, object)
    left = Signal()
    item_requested = Signal(str, object, object)

    def __init__(self, tokens: Tokens, empty: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tokens = tokens
        self._empty = empty
        self._entries: tuple[Entry, ...] = ()
        self._built = False
        self._fields: dict[Path, TextField | LongField | BooleanField | ChoiceField] = {}
        self._labels: dict[Path, QLabel] = {}
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)

    def set_tokens(self, tokens: Tokens) -> None:
        """Use other colours from the next entries on."""
        self.tokens = tokens
        self._built = False

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these entries; fields keep their caret when the shape stays."""
        old, self._entries = self._entries, tuple(entries)
        if self._built and [e.shape for e in old] == [e.shape for e in entries]:
            for entry in entries:
                if entry.path in self._fields:
                    self._fields[entry.path].show_value(entry.value)
                elif entry.kind == "item":
                    self._labels[entry.path].setText(entry.label)
            return
        self._rebuild()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """What is shown."""
        return self._entries

    def field(self, path: Path) -> QWidget | None:
        """The editor of a path, or None."""
        return self._fields.get(path)

    def reveal(self, path: Path) -> None:
        """Scroll to the field of a path, or the first one inside it, and mark its label."""
        for shown, label in self._labels.items():
            label.setStyleSheet(f"color: {self.tokens.accent};" if shown == path else "")
        found = next((p for p in self._fields if p[: len(path)] == path), None)
        if path and found is not None:
            self.ensureWidgetVisible(self._fields[found], 0, 60)

    def _rebuild(self) -> None:
        focused = next((p for p, f in self._fields.items() if f.hasFocus()), None)
        old_field = self._fields[focused] if focused is not None else None
        caret = old_field.caret if isinstance(old_field, TextField | LongField) else 0
        scroll = self.verticalScrollBar().value()
        self._fields.clear()
        self._labels.clear()
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(14, 12, 14, 20)
        column.setSpacing(0)
        if self._entries:
            self._build(column)
        else:
            note = QLabel(self._empty)
            note.setObjectName("emptyState")
            note.setWordWrap(True)
            column.addWidget(note)
        column.addStretch()
        if (old := self.takeWidget()) is not None:
            old.hide()
            old.deleteLater()  # not at once: one of its fields may be handling a key just now
        self.setWidget(body)
        self._order_tabs(body)
        self._built = True
        if focused in self._fields:
            field = self._fields[focused]
            field.setFocus()
            if isinstance(field, TextField | LongField):  # a line that grew into a text, say
                field.caret = caret
        self.verticalScrollBar().setValue(scroll)

    def _order_tabs(self, body: QWidget) -> None:
        """Let Tab go through the rows from here; Qt puts what is made later behind all else."""
        before: QWidget = self
        for widget in body.findChildren(QWidget):
            here = widget.window() is self.window()  # the list of a choice is a window of its own
            if here and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                QWidget.setTabOrder(before, widget)
                before = widget

    def _build(self, column: QVBoxLayout) -> None:
        grid = _grid(column)
        for entry in self._entries:
            if entry.kind in _GROUPS:
                column.addWidget(self._group(entry))
                grid = _grid(column)
            else:
                self._row(grid, entry)

    def _row(self, grid: QGridLayout, entry: Entry) -> None:
        field = field_for(entry)
        field.setAccessibleName(entry.label)
        field.setToolTip(entry.help)
        field.edited.connect(
            lambda value, e=entry: self.edited.emit(e.path, e.label or "item", value)
        )
        field.left.connect(self.left)
        label = QLabel()
        label.setObjectName("fieldLabel")
        label.setToolTip(entry.help or entry.label)
        label.setBuddy(field)
        row = grid.rowCount()
        indent = 10 * max(0, entry.depth - 1)
        if entry.kind in _WIDE:
            label.setText(entry.label)
            grid.addWidget(label, row, 0, 1, 2)
            grid.addWidget(field, row + 1, 0, 1, 2)
        else:
            label.setText(entry.label)
            label.setWordWrap(True)
            label.setFixedWidth(LABEL_WIDTH - indent)
            label.setMinimumHeight(28)
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(field, row, 1)
        grid.setContentsMargins(indent, 0, 0, 0)
        grid.setColumnMinimumWidth(0, LABEL_WIDTH - indent)
        self._fields[entry.path] = field
        self._labels[entry.path] = label

    def _group(self, entry: Entry) -> QWidget:
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(10 * max(0, entry.depth - 1), 14 if entry.depth == 0 else 8, 0, 2)
        line.setSpacing(0)
        label = QLabel(entry.label)
        top = entry.depth == 0 and entry.kind != "item"
        label.setObjectName("groupHeading" if top else "fieldLabel")
        label.setToolTip(entry.help)
        line.addWidget(label)
        line.addStretch()
        for name, picture, tip in self._actions(entry.kind):
            line.addWidget(self._button(entry, name, picture, tip))
        self._labels[entry.path] = label
        return holder

    def _actions(self, kind: str) -> tuple[tuple[str, str, str], ...]:
        if kind == "list":
            return (("add", "plus", self.tr("Add an item")),)
        if kind == "item":
            return (
                ("up", "up", self.tr("Move up")),
                ("down", "down", self.tr("Move down")),
                ("remove", "trash", self.tr("Remove")),
            )
        return ()

    def _button(self, entry: Entry, name: str, picture: str, tip: str) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon(picture, self.tokens.muted))
        button.setIconSize(QSize(14, 14))
        button.setToolTip(tip)
        button.setAccessibleName(f"{tip}: {entry.label}")
        button.clicked.connect(lambda: self.item_requested.emit(name, entry.path, entry.fresh))
        return button


def _grid(column: QVBoxLayout) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(8)
    grid.setVerticalSpacing(8)
    grid.setColumnMinimumWidth(0, LABEL_WIDTH)
    grid.setColumnStretch(1, 1)
    column.addLayout(grid)
    return grid
