"""Saves blocks of the user as templates of the site."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from designer.editor import Editor
from designer.errors import SaveError
from designer.project import OpenSite
from designer.schema import (
    SavedBlock,
    label_taken,
    remove_saved,
    save_block,
    write_new,
)
from designer.schema.outline import title, type_label
from designer.window.dialogs.prompts import Dialogs


class SavedBlockFiles(QObject):
    """Writes and removes the files of saved blocks; the files on disk are authoritative.

    Signals:
        message: A sentence for the status bar.
        changed: A file of a saved block was written or removed.
    """

    message = Signal(str)
    changed = Signal()

    def __init__(self, editor: Editor, dialogs: Callable[[], Dialogs], parent: QObject) -> None:
        super().__init__(parent)
        self._editor = editor
        self._dialogs = dialogs
        self._open: OpenSite | None = None

    def show_site(self, open_site: OpenSite) -> None:
        """Save blocks for this site."""
        self._open = open_site

    def save(self) -> bool:
        """Ask for a name and save the selected block under it.

        Returns:
            Whether the name was asked for.
        """
        held = self._editor.selection
        block = self._editor.block(held.block) if held and held.block is not None else None
        folder = self._open.saved_folder if self._open else None
        if self._open is None or folder is None or block is None:
            return False
        if not isinstance(block.data, dict):
            return False
        words = title(block.data, type_label(block.type, self._open.types.get(block.type)))
        name = self._dialogs().name_template(self._unused_name(words), self._is_taken)
        if name is None:
            return True
        try:
            saved = save_block(folder, name, block.data)
        except SaveError as error:
            self.message.emit(str(error))
            return True
        self.changed.emit()
        text = self.tr("Saved as “%1”; it is offered when a block is added to a page of this site.")
        self.message.emit(text.replace("%1", saved.label))
        return True

    def remove(
        self, saved: SavedBlock, report: Callable[[str, Callable[[], None] | None], None]
    ) -> None:
        """Remove a saved block; ``report`` receives a message and an undo function."""
        try:
            data = remove_saved(saved)
        except SaveError as error:
            report(str(error), None)
            return
        self.changed.emit()
        text = self.tr("“%1” was removed from this site.").replace("%1", saved.label)
        report(text, partial(self._restore, saved, data, report))

    def _restore(
        self,
        saved: SavedBlock,
        data: bytes,
        report: Callable[[str, Callable[[], None] | None], None],
    ) -> None:
        try:
            done = write_new(saved.file, data)
        except SaveError as error:
            report(str(error), None)
            return
        self.changed.emit()
        here = self.tr("“%1” is here again.")
        other = self.tr("“%1” stays away: another file has its name now.")
        report((here if done else other).replace("%1", saved.label), None)

    def _is_taken(self, name: str) -> bool:
        return self._open is not None and label_taken(name, self._open.saved)

    def _unused_name(self, words: str) -> str:
        """Return an unused template name derived from a text."""
        name, number = words, 1
        while self._is_taken(name):
            number += 1
            name = f"{words} {number}"
        return name
