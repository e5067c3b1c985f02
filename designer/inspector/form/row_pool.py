"""Rows that are not shown: kept for entries of their kind, or made before they are needed."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from designer.inspector.entries.entry import FormEntry
from designer.inspector.rows import AnyRow, row_kind


class RowPool(QObject):
    """The free rows of a form, by kind."""

    def __init__(self, make: Callable[[FormEntry], AnyRow], parent: QObject) -> None:
        super().__init__(parent)
        self._make = make
        self._free: dict[str, list[AnyRow]] = defaultdict(list)
        self._wanted: deque[FormEntry] = deque()
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.timeout.connect(self._make_wanted)

    @property
    def rows(self) -> list[AnyRow]:
        """All rows that are free."""
        return [row for rows in self._free.values() for row in rows]

    def put(self, row: AnyRow) -> None:
        """Keep a row that is not needed any more."""
        self._free[row_kind(row.entry)].append(row)

    def take(self, entry: FormEntry) -> AnyRow:
        """A row that is free and can show an entry, or a new one."""
        free = self._free[row_kind(entry)]
        return free.pop(0) if free else self._make(entry)

    def prepare(self, kinds: Iterable[str]) -> None:
        """Make rows of these kinds while nothing else is to be done."""
        self._wanted.extend(FormEntry((), kind, "") for kind in kinds)
        self._idle.start(0)

    def _make_wanted(self) -> None:
        row = self._make(self._wanted.popleft())
        row.hide()  # else it is shown together with a tab that was not seen yet
        for widget in (row, *row.findChildren(QWidget)):
            widget.ensurePolished()
        self.put(row)
        if self._wanted:
            self._idle.start(0)
