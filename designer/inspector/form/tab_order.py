"""The order in which Tab goes through the rows of a form."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from designer.inspector.rows import AnyRow


class TabOrder:
    """Lets Tab go from a form through its rows; Qt puts what is made later behind all else."""

    def __init__(self, form: QWidget) -> None:
        self._form = form
        self._rows: list[AnyRow] = []

    def follow(self, rows: Sequence[AnyRow]) -> None:
        """Go through these rows.

        Rows that are hidden keep their places, and count for nothing: often nothing is to be done.
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
