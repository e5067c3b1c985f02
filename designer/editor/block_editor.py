"""Edits of whole blocks of the page, one or several; each edit is one undo step."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from designer.document import (
    Page,
    Value,
    duplicate_blocks,
    insert_block_sources,
    insert_blocks,
    move_blocks,
    remove_blocks,
)
from designer.editor.documents import Address, Role
from designer.editor.editor import Editor


class BlockEditor:
    """Inserts, removes, moves and copies blocks through the editor, and selects them.

    ``text`` is the name of the undo step in the menu. All methods return whether the page changed.
    """

    def __init__(self, editor: Editor) -> None:
        self._editor = editor

    def insert(self, index: int, data: Sequence[Value], text: str) -> bool:
        """Insert blocks at a position and select them."""
        return self._add(text, insert_blocks, index, data)

    def paste(self, index: int, sources: Sequence[str], text: str) -> bool:
        """Insert blocks at a position as written in their sources, and select them."""
        return self._add(text, insert_block_sources, index, sources)

    def remove(self, numbers: Iterable[int], text: str) -> bool:
        """Remove blocks; a neighbour becomes selected."""
        return self._apply(text, remove_blocks, self._indexes(numbers))

    def move(self, numbers: Iterable[int], gap: int, text: str) -> bool:
        """Move blocks together to before the block at index ``gap``; they stay selected."""
        selection, also = self._editor.selection, self._editor.selected_blocks
        done = self._apply(text, move_blocks, self._indexes(numbers), gap)
        self._editor.select(selection, also)
        return done

    def duplicate(self, numbers: Iterable[int], text: str) -> bool:
        """Insert copies of blocks below the last of them, and select the copies."""
        return self._add(text, duplicate_blocks, self._indexes(numbers))

    def _add(self, text: str, edit: Callable[..., Page], *args: Any) -> bool:
        """Apply an edit that adds blocks, and select them, wherever they are."""
        before = self._editor.page()
        if not self._apply(text, edit, *args):
            return False
        old = {block.id for block in before.blocks} if before else set()
        page = self._editor.page()
        numbers = [block.id for block in page.blocks if block.id not in old] if page else []
        if numbers:
            self._editor.select(Address(Role.PAGE, numbers[0]), numbers)
        return True

    def _apply(self, text: str, edit: Callable[..., Page], *args: Any) -> bool:
        is_open = self._editor.page() is not None
        return is_open and self._editor.apply(text, Role.PAGE, edit, *args)

    def _indexes(self, numbers: Iterable[int]) -> list[int]:
        return sorted(self._editor.index_of(number) for number in numbers)
