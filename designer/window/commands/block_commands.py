"""Commands for the selected blocks: move, copy, paste, add, delete."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from designer.document import Value, block_source
from designer.editor import Address, BlockEditor, Editor, Role
from designer.errors import EditRefused
from designer.schema import BlockType, typed_block
from designer.tailwind import swapped
from designer.window.commands.block_clipboard import blocks_to_mime


class BlockCommands(QObject):
    """Runs the block commands; each returns whether something happened.

    Signals:
        message: A sentence for the status bar.
        moved: The new position of the first moved block, counted from 1, and the number of blocks
            of the page.
    """

    message = Signal(str)
    moved = Signal(int, int)

    def __init__(self, editor: Editor, parent: QObject) -> None:
        super().__init__(parent)
        self._editor = editor
        self._blocks = BlockEditor(editor)

    def add(
        self,
        block_type: BlockType,
        filled: Mapping[str, Value] = MappingProxyType({}),
        *,
        above: bool = False,
    ) -> bool:
        """Add a block of a type with these fields beside the selected blocks, or at the end.

        Returns:
            Whether the block was added.
        """
        page, content = self._editor.page(), {**block_type.defaults, **filled}
        if page is None:
            return False
        block = typed_block(page, self.gap(above=above), block_type.name, content)
        return self.add_filled(block, above=above)

    def add_filled(self, block: Mapping[str, Value], *, above: bool = False) -> bool:
        """Add a block with its content at the same position as ``add``."""
        return self._blocks.insert(self.gap(above=above), [dict(block)], self.tr("Add block"))

    def duplicate(self) -> bool:
        """Insert copies below the selected blocks; returns whether the page changed."""
        chosen = self._editor.selected_blocks
        text = self._step_name(self.tr("Duplicate"), len(chosen))
        return bool(chosen) and self._blocks.duplicate(chosen, text)

    def delete(self) -> bool:
        """Remove the selected blocks; returns whether the page changed."""
        done = self._remove(self.tr("Delete"))
        if done:
            self.message.emit(self.tr("Deleted. Ctrl+Z brings it back."))
        return done

    def _remove(self, verb: str) -> bool:
        chosen = self._editor.selected_blocks
        return bool(chosen) and self._blocks.remove(chosen, self._step_name(verb, len(chosen)))

    def move(self, step: int) -> bool:
        """Move the selected blocks one position up (-1) or down (1); returns whether they moved."""
        places = [self._editor.index_of(number) for number in self._editor.selected_blocks]
        return bool(places) and self.move_to(places[0] - 1 if step < 0 else places[-1] + 2)

    def move_to(self, gap: int) -> bool:
        """Move the selected blocks before the block that is at the index ``gap`` now.

        Returns:
            Whether they moved.
        """
        page, chosen = self._editor.page(), self._editor.selected_blocks
        if page is None or not chosen or not 0 <= gap <= len(page.blocks):
            return False
        done = self._blocks.move(chosen, gap, self._step_name(self.tr("Move"), len(chosen)))
        if done:
            self.moved.emit(self._editor.index_of(chosen[0]) + 1, len(page.blocks))
        return done

    def copy(self) -> bool:
        """Copy the selected blocks to the clipboard; returns whether this succeeded."""
        page, chosen = self._editor.page(), self._editor.selected_blocks
        if page is None or not chosen:
            return False
        places = map(self._editor.index_of, chosen)
        try:
            sources = [block_source(page, place) for place in places]
            mime = blocks_to_mime(sources)
        except EditRefused as refused:
            self._editor.refused.emit(str(refused))
            return False
        QGuiApplication.clipboard().setMimeData(mime)
        self.message.emit(self.tr("Block copied. Ctrl+V puts it below the selected one."))
        return True

    def cut(self) -> bool:
        """Cut the selected blocks to the clipboard; returns whether they were copied."""
        if not self.copy():
            return False
        if self._remove(self.tr("Cut")):
            self.message.emit(self.tr("Block cut. Ctrl+V puts it below the selected one."))
        return True

    def paste(self, sources: Sequence[str]) -> bool:
        """Insert blocks below the selected ones, with their sources unchanged.

        Returns:
            Whether the page changed.
        """
        step = self._step_name(self.tr("Paste"), len(sources))
        done = self._blocks.paste(self.gap(), sources, step)
        if done:
            self.message.emit(self.tr("Pasted."))
        return done

    def select_all(self) -> bool:
        """Select all blocks of the page; returns whether the selection changed."""
        page = self._editor.page()
        if page is None or not page.blocks:
            return False
        ids = [block.id for block in page.blocks]
        held = self._editor.selection
        first = held.block if held is not None and held.block is not None else ids[0]
        return self._editor.select(Address(Role.PAGE, first), ids)

    def extend(self, step: int) -> bool:
        """Move the end of the block selection one block up (-1) or down (1).

        Returns:
            Whether the selection changed.
        """
        page, chosen, held = (
            self._editor.page(),
            self._editor.selected_blocks,
            self._editor.selection,
        )
        if page is None or not chosen or held is None or held.block is None:
            return False
        ids = [block.id for block in page.blocks]
        other = chosen[-1] if held.block == chosen[0] else chosen[0]
        place = ids.index(other) + step
        return 0 <= place < len(ids) and self._editor.extend_selection(ids[place], as_range=True)

    def swap_sides(self) -> bool:
        """Swap image and text of the selected block; returns whether the page changed."""
        selection = self._editor.selection
        block = self._editor.block(selection.block) if selection and selection.block else None
        found = swapped(block.data) if block and isinstance(block.data, dict) else None
        if block is None or found is None:
            self._editor.refused.emit(self.tr("This block has no sides that could be swapped."))
            return False
        path, value = found
        done = self._editor.write(
            Address(Role.PAGE, block.id, path), value, self.tr("Swap picture and text")
        )
        self._editor.end_undo_group()
        return done

    def gap(self, *, above: bool = False) -> int:
        """Return the index for a new block: beside the selected blocks, else at the end."""
        page, chosen = self._editor.page(), self._editor.selected_blocks
        if chosen:
            return self._editor.index_of(chosen[0 if above else -1]) + (not above)
        return len(page.blocks) if page else 0

    def _step_name(self, verb: str, count: int) -> str:
        """Return the name of an undo step, such as "Move block" or "Move 3 blocks"."""
        if count == 1:
            return self.tr("%1 block").replace("%1", verb)
        return self.tr("%1 %2 blocks").replace("%1", verb).replace("%2", str(count))
