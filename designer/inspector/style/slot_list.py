"""The slots of a block, listed by the names of their elements."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from designer.document import Path
from designer.inspector.entries.entry import FormEntry
from designer.look import Tokens, icon

_ROW, _MOST = 26, 6  # row height in pixels, and maximum number of visible rows


class SlotList(QListWidget):
    """One row for each slot; a filled dot marks slots with classes.

    Signals:
        picked: The path of the chosen slot.
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
        self._appearances: list[tuple[str, str, str, str] | None] = []
        self.currentRowChanged.connect(self._emit_picked)

    def show_slots(self, entries: Sequence[FormEntry], chosen: Path | None) -> None:
        """Show these slots and select one of them."""
        paths = [entry.path for entry in entries]
        with QSignalBlocker(self):
            self._set_row_count(len(entries))
            self._paths = paths
            for number, entry in enumerate(entries):
                used = bool(str(entry.value or "").strip())
                tip = f"{entry.help}\n{entry.value}" if used else entry.help
                appearance = (entry.label, "dot" if used else "ring", self.tokens.accent, tip)
                if appearance != self._appearances[number]:
                    self._appearances[number] = appearance
                    self._style_item(self.item(number), appearance)
            row = paths.index(chosen) if chosen in paths else -1
            if self.currentRow() != row:
                self.setCurrentRow(row)
        if row >= 0:
            self.scrollToItem(self.item(row))

    def _set_row_count(self, count: int) -> None:
        """Adjust the number of rows; existing rows are reused."""
        if count == self.count():
            return
        while self.count() > count:
            self.takeItem(self.count() - 1)
        while self.count() < count:
            item = QListWidgetItem()
            item.setSizeHint(QSize(0, _ROW))
            self.addItem(item)
        self._appearances = (self._appearances + [None] * count)[:count]
        self.setFixedHeight(min(_MOST, max(1, count)) * _ROW + 2)

    def _style_item(self, item: QListWidgetItem, appearance: tuple[str, str, str, str]) -> None:
        label, picture, colour, tip = appearance
        item.setText(label)
        item.setIcon(icon(picture, colour))
        item.setToolTip(tip)

    def _emit_picked(self, row: int) -> None:
        if 0 <= row < len(self._paths):
            self.picked.emit(self._paths[row])
