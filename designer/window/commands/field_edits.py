"""Turns requests of the views into edits of the documents."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from designer.document import Page, duplicate_item, insert_item, move_item, remove_item, remove_key
from designer.editor import Address, Editor
from designer.errors import EditRefused


class FieldEdits(QObject):
    """Edits fields and list items.

    Signals:
        message: A sentence for the status bar.
    """

    message = Signal(str)

    def __init__(self, editor: Editor, parent: QObject) -> None:
        super().__init__(parent)
        self._editor = editor

    def write(self, address: Address, label: str, value: Any) -> bool:
        """Set the value of a field; returns whether the document now has this value."""
        text = self.tr("Edit %1").replace("%1", label.lower())
        return self._editor.write(address, value, text)

    def write_as_step(self, address: Address, label: str, value: Any) -> bool:
        """Set the value of a field as a separate undo step; returns whether this succeeded."""
        self._editor.end_undo_group()
        done = self.write(address, label, value)
        self._editor.end_undo_group()
        return done

    def add_key(self, address: Address, value: Any) -> bool:
        """Write the first value of a key; returns whether the document now has this value."""
        text = self.tr("Add “%1”").replace("%1", str(address.path[-1]))
        done = self._editor.write(address, value, text)
        self._editor.end_undo_group()
        return done

    def remove_key(self, address: Address) -> bool:
        """Remove a key with its value; returns whether the key was removed."""
        text = self.tr("Remove “%1”").replace("%1", str(address.path[-1]))
        return self._removed(self._apply(text, remove_key, address))

    def add_item(self, address: Address, fresh: Any) -> bool:
        """Append an item to a list; returns whether it was added.

        Args:
            address: The list. A missing list is created.
            fresh: The value of the new item.
        """
        held, text = self._editor.value(address), self.tr("Add item")
        if isinstance(held, list):
            return self._apply(text, insert_item, address, len(held), fresh)
        return self._editor.write(address, [fresh], text)

    def insert_item(self, address: Address, value: Any) -> bool:
        """Insert an item into a list and select it; returns whether it was added.

        Args:
            address: The address of the new item.
            value: The value of the new item.
        """
        done = self._apply(
            self.tr("Add item"), insert_item, _list_of(address), int(address.path[-1]), value
        )
        if done:
            self._editor.select(address)
        return done

    def duplicate_item(self, address: Address) -> bool:
        """Insert a copy of an item behind it; returns whether it was added."""
        return self._apply(self.tr("Duplicate item"), duplicate_item, address)

    def delete_item(self, address: Address) -> bool:
        """Delete an item from its list; returns whether it was deleted."""
        return self._removed(self._apply(self.tr("Remove item"), remove_item, address))

    def move_item(self, address: Address, place: int) -> bool:
        """Move an item to another index of its list; returns whether it was moved.

        The selection stays with the item.
        """
        held, old = self._editor.value(_list_of(address)), int(address.path[-1])
        if not isinstance(held, list) or not 0 <= place < len(held):
            return False
        selected = self._editor.selection
        done = self._apply(self.tr("Move item"), move_item, _list_of(address), old, place)
        self._follow(selected, address, place)
        return done

    def _apply(self, text: str, edit: Callable[..., Page], address: Address, *rest: Any) -> bool:
        """Apply an edit at an address; the editor's signal reports a refusal."""
        try:
            path = self._editor.path_of(address)
        except EditRefused as error:
            self._editor.refused.emit(str(error))
            return False
        return self._editor.apply(text, address.role, edit, path, *rest)

    def _removed(self, done: bool) -> bool:
        if done:
            self.message.emit(self.tr("Removed. Ctrl+Z brings it back."))
        return done

    def _follow(self, selected: Address | None, item: Address, place: int) -> None:
        """Keep the selection on an item that has moved within its list."""
        size = len(item.path)
        if selected is None or selected.owner != item.owner or selected.path[:size] != item.path:
            return
        path = (*item.path[:-1], place, *selected.path[size:])
        self._editor.select(Address(item.role, item.block, path))


def _list_of(item: Address) -> Address:
    return Address(item.role, item.block, item.path[:-1])
