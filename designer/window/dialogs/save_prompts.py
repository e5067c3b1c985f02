"""Saves the documents, and asks about conflicts and unsaved changes."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from designer.editor import Editor
from designer.errors import DesignerError, SaveConflict
from designer.window.dialogs.prompts import Dialogs, UserAnswer


class SavePrompts(QObject):
    """Writes the documents and resolves conflicts with the user.

    Signals:
        message: A sentence for the status bar.
    """

    message = Signal(str)

    def __init__(self, editor: Editor, dialogs: Dialogs, parent: QObject) -> None:
        super().__init__(parent)
        self._editor = editor
        self.dialogs = dialogs

    def save(self) -> bool:
        """Save; on a conflict, ask which version to keep.

        Returns:
            Whether no unsaved changes remain.
        """
        try:
            written = self._editor.save()
        except SaveConflict:
            return self._resolve_conflict()
        except DesignerError as error:
            self.dialogs.show_message(str(error))
            return False
        if written:
            names = ", ".join(file.name for file in written)
            self.message.emit(self.tr("Saved %1.").replace("%1", names))
        return True

    def resolve_unsaved(self, title: str) -> bool:
        """Ask about unsaved changes before they would be lost.

        Returns:
            Whether to proceed: there were none, they were saved, or the user discarded them.
        """
        if not self._editor.is_modified:
            return True
        answer = self.dialogs.unsaved(title)
        if answer is UserAnswer.SAVE:
            return self.save()
        return answer is UserAnswer.DISCARD

    def _resolve_conflict(self) -> bool:
        stale = [self._editor.documents[role].file.name for role in self._editor.changed_on_disk()]
        answer = self.dialogs.conflict(", ".join(stale))
        try:
            if answer is UserAnswer.MINE:
                self._editor.save(overwrite=True)
            elif answer is UserAnswer.THEIRS:
                self._editor.reload_from_disk()
            else:
                return False
        except DesignerError as error:
            self.dialogs.show_message(str(error))
            return False
        return not self._editor.is_modified
