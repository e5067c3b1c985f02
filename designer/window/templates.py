"""Blocks that a person saves for their site, to add them again."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from designer.editor import Editor
from designer.errors import SaveError
from designer.schema import (
    BlockType,
    SavedBlock,
    label_taken,
    load_saved,
    remove_saved,
    save_block,
    type_of,
    write_new,
)
from designer.schema.outline import title
from designer.window.dialogs import Dialogs


class Templates(QObject):
    """Writes and removes the site's saved blocks; what is on the disk counts.

    Attributes:
        folder: Where they lie; None for a page without a site.
        types: The block types by name.
        saved: The saved blocks that can be read.

    Signals:
        told: A sentence for the person.
        changed: Other blocks are saved now.
    """

    told = Signal(str)
    changed = Signal()

    def __init__(self, editor: Editor, dialogs: Callable[[], Dialogs], parent: QObject) -> None:
        super().__init__(parent)
        self._editor = editor
        self._dialogs = dialogs
        self.folder: Path | None = None
        self.types: Mapping[str, BlockType] = {}
        self.saved: Sequence[SavedBlock] = ()

    def save(self) -> None:
        """Ask for a name and save the selected block under it."""
        held = self._editor.selection
        block = self._editor.block(held.block) if held and held.block is not None else None
        if self.folder is None or block is None or not isinstance(block.data, dict):
            return
        words = title(block.data, type_of(block.data, self.types))
        name = self._dialogs().name_template(self._free(words), self._is_taken)
        if name is None:
            return
        try:
            saved = save_block(self.folder, name, block.data)
        except SaveError as error:
            self.told.emit(str(error))
            return
        self._read()
        text = self.tr("Saved as “%1”; it is offered when a block is added to a page of this site.")
        self.told.emit(text.replace("%1", saved.label))

    def remove(
        self, saved: SavedBlock, told: Callable[[str, Callable[[], None] | None], None]
    ) -> None:
        """Remove a saved block; ``told`` gets what happened, and what brings it back."""
        try:
            data = remove_saved(saved)
        except SaveError as error:
            told(str(error), None)
            return
        self._read()
        text = self.tr("“%1” was removed from this site.").replace("%1", saved.label)
        told(text, partial(self._bring_back, saved, data, told))

    def _bring_back(
        self,
        saved: SavedBlock,
        data: bytes,
        told: Callable[[str, Callable[[], None] | None], None],
    ) -> None:
        try:
            done = write_new(saved.file, data)
        except SaveError as error:
            told(str(error), None)
            return
        self._read()
        here = self.tr("“%1” is here again.")
        other = self.tr("“%1” stays away: another file has its name now.")
        told((here if done else other).replace("%1", saved.label), None)

    def _read(self) -> None:
        if self.folder is not None:
            self.saved = load_saved(self.folder, [])
            self.changed.emit()

    def _is_taken(self, name: str) -> bool:
        return label_taken(name, self.saved)

    def _free(self, words: str) -> str:
        """A name like these words that no template has."""
        name, number = words, 1
        while self._is_taken(name):
            number += 1
            name = f"{words} {number}"
        return name
