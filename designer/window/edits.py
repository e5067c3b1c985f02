"""From what the views ask for to edits of the documents."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QObject, Signal

from designer.document import Path, duplicate_item, insert_item, move_item, remove_item, remove_key
from designer.editor import Address, Editor, Role
from designer.errors import EditRefused
from designer.schema import BlockType, discriminant
from designer.tailwind import swapped


class Edits(QObject):
    """Answers requests of the inspector and of the block actions.

    Signals:
        told: A sentence for the person.
    """

    told = Signal(str)

    def __init__(self, editor: Editor, parent: QObject) -> None:
        super().__init__(parent)
        self._editor = editor

    # -- fields and lists -------------------------------------------------------------------------

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
            name: ``add``, ``up``, ``down``, ``move``, ``duplicate`` or ``remove``; ``new`` and
                ``forget`` for a key.
            address: The list for ``add``, else the item or the key.
            value: The value of a new item, or the place where an item moves.
        """
        try:
            path = self._editor.path_of(address)
        except EditRefused as error:
            self._editor.refused.emit(str(error))
            return
        if name == "new":
            self._editor.write(address, value, self.tr("Add “%1”").replace("%1", str(path[-1])))
            self._editor.end_run()
        elif name == "forget":
            text = self.tr("Remove “%1”").replace("%1", str(path[-1]))
            if self._editor.apply(text, address.role, remove_key, path):
                self.told.emit(self.tr("Removed. Ctrl+Z brings it back."))
        elif name == "add":
            self._add_item(address, path, value)
        elif name in ("up", "down"):
            self._shift(address, path, 1 if name == "down" else -1)
        elif name == "move":
            self._shift(address, path, int(value) - int(path[-1]))
        elif name == "remove":
            self._remove_item(address, path)
        elif name == "duplicate":
            self._editor.apply(self.tr("Duplicate item"), address.role, duplicate_item, path)

    def _add_item(self, address: Address, path: Path, fresh: Any) -> None:
        page = self._editor.page(address.role)
        held = value_at(page.data, path) if page else None
        text = self.tr("Add item")
        if isinstance(held, list):
            self._editor.apply(text, address.role, insert_item, path, len(held), fresh)
        else:
            self._editor.write(address, [fresh], text)

    def _remove_item(self, address: Address, path: Path) -> None:
        if self._editor.apply(self.tr("Remove item"), address.role, remove_item, path):
            self.told.emit(self.tr("Removed. Ctrl+Z brings it back."))

    def _shift(self, address: Address, path: Path, step: int) -> None:
        page = self._editor.page(address.role)
        held = value_at(page.data, path[:-1]) if page else None
        old = int(path[-1])
        if isinstance(held, list) and 0 <= old + step < len(held):
            text = self.tr("Move item")
            self._editor.apply(text, address.role, move_item, path[:-1], old, old + step)

    # -- blocks ---------------------------------------------------------------------------------

    def add_block(self, block_type: BlockType) -> None:
        """Add a block of a type below the selected one, or at the end."""
        page = self._editor.page()
        if page is None:
            return
        index = len(page.blocks)
        selection = self._editor.selection
        if selection is not None and selection.block is not None:
            index = self._editor.index_of(selection.block) + 1
        key = discriminant(block.data for block in page.blocks)
        data = {**block_type.defaults, key: block_type.name}
        self._editor.insert_block(index, data)

    def duplicate_block(self) -> None:
        """Put a copy below the selected block."""
        self._with_block(self._editor.duplicate_block)

    def swap_sides(self) -> None:
        """Put picture and text of the selected block in each other's place."""
        selection = self._editor.selection
        block = self._editor.block(selection.block) if selection and selection.block else None
        found = swapped(block.data) if block and isinstance(block.data, dict) else None
        if block is None or found is None:
            self._editor.refused.emit(self.tr("This block has no sides that could be swapped."))
            return
        path, value = found
        self._editor.write(
            Address(Role.PAGE, block.id, path), value, self.tr("Swap picture and text")
        )
        self._editor.end_run()

    def delete_block(self) -> None:
        """Remove the selected block."""
        self._with_block(self._editor.remove_block)

    def move_block(self, step: int) -> None:
        """Move the selected block up (-1) or down (1)."""
        editor = self._editor
        self._with_block(lambda number: editor.move_block(number, editor.index_of(number) + step))

    def _with_block(self, action: Callable[[int], bool]) -> None:
        selection = self._editor.selection
        if selection is not None and selection.block is not None:
            action(selection.block)


def value_at(data: Mapping[str, Any], path: Path) -> Any:
    """The value at a path, or None where there is none."""
    value: Any = data
    for key in path:
        try:
            value = value[key]
        except (KeyError, IndexError, TypeError):
            return None
    return value
