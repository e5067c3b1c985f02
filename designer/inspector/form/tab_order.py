"""The Tab order of the rows of a form."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from designer.inspector.rows import AnyRow


class TabOrder:
    """Sets the Tab order from a form through its rows; Qt appends later widgets at the end."""

    def __init__(self, form: QWidget) -> None:
        self._form = form
        self._rows: list[AnyRow] = []

    def set_rows(self, rows: Sequence[AnyRow]) -> None:
        """Set the Tab order to the order of these rows.

        Hidden rows keep their positions and are skipped, so the order often needs no update.
        """
        rest = iter(self._rows)
        if all(row in rest for row in rows):
            return
        before = self._form
        for row in rows:
            for stop in row.stops:
                QWidget.setTabOrder(before, stop)
                before = stop
        self._rows = [*rows, *(row for row in self._rows if row not in rows)]
