"""The commands for an element: a block of the page, or a list item."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from designer.editor import Address, Editor
from designer.preview import enclosing_item
from designer.window.commands.block_commands import BlockCommands
from designer.window.commands.field_edits import FieldEdits
from designer.window.commands.field_names import FieldNames
from designer.window.commands.registry import Target


class ElementCommands(QObject):
    """Moves, copies, deletes and inserts blocks and list items.

    Each command returns whether something happened.

    A target with a path is an item; a target without a path is a block. A target without an address
    is the selection: the selected or enclosing item, else the selected blocks.

    Signals:
        message: A sentence for the status bar.
    """

    message = Signal(str)

    def __init__(
        self,
        editor: Editor,
        fields: FieldEdits,
        blocks: BlockCommands,
        names: FieldNames,
        choose_block: Callable[[bool], bool],
        parent: QObject,
    ) -> None:
        """Create the commands.

        Args:
            editor: The open documents.
            fields: Edits list items.
            blocks: Edits the selected blocks.
            names: Provides the value of a new item.
            choose_block: Opens the gallery for a block above (True) or below the selected block;
                returns whether the gallery is open.
            parent: The parent object.
        """
        super().__init__(parent)
        self._editor = editor
        self._fields = fields
        self._blocks = blocks
        self._names = names
        self._choose_block = choose_block

    def move(self, target: Target, step: int) -> bool:
        """Move an element one position up (-1) or down (1) among its siblings."""
        if (item := self._item(target)) is not None:
            self._editor.end_undo_group()
            return self._fields.move_item(item, int(item.path[-1]) + step)
        return self._select_block(target) and self._blocks.move(step)

    def move_to(self, target: Target) -> bool:
        """Move an element to the index ``target.value``, counted without the element."""
        if (item := self._item(target)) is not None:
            self._editor.end_undo_group()
            return self._fields.move_item(item, int(target.value))
        address = target.address
        if address is None or address.block is None or not self._select_block(target):
            return False
        place = self._editor.index_of(address.block)
        return self._blocks.move_to(target.value + (target.value > place))

    def duplicate(self, target: Target) -> bool:
        """Insert a copy of an element below it."""
        if (item := self._item(target)) is not None:
            self._editor.end_undo_group()
            return self._fields.duplicate_item(item)
        return self._select_block(target) and self._blocks.duplicate()

    def delete(self, target: Target) -> bool:
        """Delete an element."""
        if (item := self._item(target)) is not None:
            self._editor.end_undo_group()
            return self._fields.delete_item(item)
        return self._select_block(target) and self._blocks.delete()

    def delete_selection(self, _target: Target) -> bool:
        """Delete the selected element, or select it if only a part of it is selected."""
        held, item = self._editor.selection, self._selected_item()
        if held is None:
            return False
        whole = item or held.owner
        if whole != held and len(self._editor.selected_blocks) < 2:
            self._editor.select(whole)
            self.message.emit(self.tr("All of this is selected now; Delete once more removes it."))
            return True
        return self.delete(Target(item)) if item is not None else self._blocks.delete()

    def insert(self, target: Target, *, before: bool) -> bool:
        """Insert a new item beside an item, or open the gallery for a block beside a block."""
        if (item := self._item(target)) is not None:
            *path, place = item.path
            where = Address(item.role, item.block, (*path, int(place) + (not before)))
            return self._fields.insert_item(where, self._names.fresh_item(item))
        return self._select_block(target) and self._choose_block(before)

    def cut(self, _target: Target) -> bool:
        """Cut the selected blocks; an item is refused, or its block would be cut by mistake."""
        if self._selected_item() is not None:
            self.message.emit(
                self.tr("Only whole blocks can be cut; Escape selects what is around.")
            )
            return False
        return self._blocks.cut()

    def _item(self, target: Target) -> Address | None:
        """Return the item of a target; None for a block."""
        if target.address is None:
            return self._selected_item()
        path = target.address.path
        return target.address if path and isinstance(path[-1], int) else None

    def _selected_item(self) -> Address | None:
        """Return the list item that is selected or contains the selection."""
        held, blocks = self._editor.selection, self._editor.selected_blocks
        return enclosing_item(held) if held is not None and len(blocks) < 2 else None

    def _select_block(self, target: Target) -> bool:
        """Select the block of a target if needed; returns whether there is a block."""
        address = target.address
        if address is None:
            return bool(self._editor.selected_blocks)
        if address.block is None or address.path:
            return False
        if address.block not in self._editor.selected_blocks:
            self._editor.select(address)
        return True
