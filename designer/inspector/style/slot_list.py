"""The slots of a block by the names of their elements."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from designer.document import Path
from designer.inspector.entry import Entry
from designer.look import Tokens, icon

_ROW, _MOST = 26, 6  # pixels of a row, and rows that are shown at once
_PATH = Qt.ItemDataRole.UserRole


class SlotList(QListWidget):
    """One row for each slot; those that hold classes have a mark.

    Signals:
        picked: The path of a slot that the person chose.
    """

    picked = Signal(object)

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self.setObjectName("slotList")
        self.setAccessibleName(self.tr("Elements that can be styled"))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.tokens = tokens
        self._paths: list[Path] = []
        self.currentRowChanged.connect(self._tell)

    def show_slots(self, entries: Sequence[Entry], chosen: Path | None) -> None:
        """Show these slots, one of them chosen."""
        with QSignalBlocker(self):
            paths = [entry.path for entry in entries]
            if paths != self._paths:
                self.clear()
                self._paths = paths
                for entry in entries:
                    item = QListWidgetItem(entry.label)
                    item.setData(_PATH, entry.path)
                    item.setSizeHint(QSize(0, _ROW))
                    self.addItem(item)
                self.setFixedHeight(min(_MOST, max(1, len(paths))) * _ROW + 2)
            for number, entry in enumerate(entries):
                item = self.item(number)
                used = bool(str(entry.value or "").strip())
                item.setIcon(icon("dot" if used else "ring", self.tokens.accent))
                item.setText(entry.label)
                item.setToolTip(f"{entry.help}\n{entry.value}" if used else entry.help)
            row = paths.index(chosen) if chosen in paths else -1
            if self.currentRow() != row:
                self.setCurrentRow(row)
        if row >= 0:
            self.scrollToItem(self.item(row))

    def _tell(self, row: int) -> None:
        if 0 <= row < len(self._paths):
            self.picked.emit(self._paths[row])
