"""From what the views ask for to edits of the documents."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from designer.document import Path, duplicate_item, insert_item, move_item, remove_item, remove_key
from designer.editor import Address, Editor
from designer.errors import EditRefused


class Edits(QObject):
    """Answers requests about fields and the items of lists.

    Signals:
        told: A sentence for the person.
    """

    told = Signal(str)

    def __init__(self, editor: Editor, parent: QObject) -> None:
        super().__init__(parent)
        self._editor = editor

    def write(self, address: Address, label: str, value: Any) -> None:
        """Set a field's value."""
        text = self.tr("Edit %1").replace("%1", label.lower())
        self._editor.write(address, value, text)

    def write_whole(self, address: Address, label: str, value: Any) -> None:
        """Set a field's value as a step of its own."""
        self._editor.end_run()
        self.write(address, label, value)
        self._editor.end_run()

    def change_list(self, name: str, address: Address, value: Any) -> None:
        """Add an item to a list, or move, duplicate or remove one.

        Args:
            name: ``add``, ``insert``, ``up``, ``down``, ``move``, ``duplicate`` or ``remove``;
                ``new`` and ``forget`` for a key.
            address: The list for ``add``, else the item or the key; for ``insert`` the place of a
                new item.
            value: The value of a new item, or the place where an item moves.
        """
        try:
            path = self._editor.path_of(address)
        except EditRefused as error:
            self._editor.refused.emit(str(error))
            return
        actions: dict[str, Callable[[], object]] = {
            "new": lambda: self._add_key(address, path, value),
            "forget": lambda: self._remove_key(address, path),
            "add": lambda: self._add_item(address, path, value),
            "insert": lambda: self._insert_item(address, path, value),
            "up": lambda: self._shift(address, path, -1),
            "down": lambda: self._shift(address, path, 1),
            "move": lambda: self._shift(address, path, int(value) - int(path[-1])),
            "duplicate": lambda: self._editor.apply(
                self.tr("Duplicate item"), address.role, duplicate_item, path
            ),
            "remove": lambda: self._remove_item(address, path),
        }
        actions[name]()

    def _add_key(self, address: Address, path: Path, value: Any) -> None:
        self._editor.write(address, value, self.tr("Add “%1”").replace("%1", str(path[-1])))
        self._editor.end_run()

    def _remove_key(self, address: Address, path: Path) -> None:
        text = self.tr("Remove “%1”").replace("%1", str(path[-1]))
        if self._editor.apply(text, address.role, remove_key, path):
            self.told.emit(self.tr("Removed. Ctrl+Z brings it back."))

    def _insert_item(self, address: Address, path: Path, value: Any) -> None:
        where, index = path[:-1], int(path[-1])
        if self._editor.apply(self.tr("Add item"), address.role, insert_item, where, index, value):
            self._editor.select(address)

    def _add_item(self, address: Address, path: Path, fresh: Any) -> None:
        held = self._editor.value(address)
        text = self.tr("Add item")
        if isinstance(held, list):
            self._editor.apply(text, address.role, insert_item, path, len(held), fresh)
        else:
            self._editor.write(address, [fresh], text)

    def _remove_item(self, address: Address, path: Path) -> None:
        if self._editor.apply(self.tr("Remove item"), address.role, remove_item, path):
            self.told.emit(self.tr("Removed. Ctrl+Z brings it back."))

    def _shift(self, address: Address, path: Path, step: int) -> None:
        held = self._editor.value(_list_of(address))
        old = int(path[-1])
        if isinstance(held, list) and 0 <= old + step < len(held):
            text = self.tr("Move item")
            selected = self._editor.selection
            self._editor.apply(text, address.role, move_item, path[:-1], old, old + step)
            self._follow(selected, address, old + step)

    def _follow(self, selected: Address | None, item: Address, place: int) -> None:
        """Let the selection stay with an item that has moved within its list."""
        size = len(item.path)
        if selected is None or selected.owner != item.owner or selected.path[:size] != item.path:
            return
        path = (*item.path[:-1], place, *selected.path[size:])
        self._editor.select(Address(item.role, item.block, path))


def _list_of(item: Address) -> Address:
    return Address(item.role, item.block, item.path[:-1])
