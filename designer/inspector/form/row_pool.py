"""Pool of recycled and pre-built rows."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from designer.inspector.entries.entry import FormEntry
from designer.inspector.rows import AnyRow, row_kind


class RowPool(QObject):
    """The unused rows of a form, by kind."""

    def __init__(self, make: Callable[[FormEntry], AnyRow], parent: QObject) -> None:
        super().__init__(parent)
        self._make = make
        self._free: dict[str, list[AnyRow]] = defaultdict(list)
        self._pending: deque[FormEntry] = deque()
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.timeout.connect(self._make_pending)

    @property
    def rows(self) -> list[AnyRow]:
        """All unused rows."""
        return [row for rows in self._free.values() for row in rows]

    def put(self, row: AnyRow) -> None:
        """Return an unused row to the pool."""
        self._free[row_kind(row.entry)].append(row)

    def take(self, entry: FormEntry) -> AnyRow:
        """Return a pooled row of the entry's kind, or a new row."""
        free = self._free[row_kind(entry)]
        return free.pop(0) if free else self._make(entry)

    def prepare(self, kinds: Iterable[str]) -> None:
        """Create rows of these kinds in idle time."""
        self._pending.extend(FormEntry((), kind, "") for kind in kinds)
        self._idle.start(0)

    def _make_pending(self) -> None:
        row = self._make(self._pending.popleft())
        row.hide()  # otherwise the row appears when its tab is shown for the first time
        for widget in (row, *row.findChildren(QWidget)):
            widget.ensurePolished()
        self.put(row)
        if self._pending:
            self._idle.start(0)
