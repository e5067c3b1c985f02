"""Typing the words of a field right in the page: what goes back and forth while somebody types."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal

from designer.editor import Editor
from designer.preview.marks import address_of


class Typing(QObject):
    """The text in the page in which somebody types, if any.

    The page shows a key at once and tells the whole text after it. What the documents hold then
    goes back with the next message, together with ``taken``: later keys on their way count more.

    Attributes:
        root: The mark of the block in which somebody types; '' while nobody does.
        taken: How many texts have been taken from the page.

    Signals:
        typed: The ``Address`` of a field, and its words now.
        ended: The mark of the block in which nobody types any more.
    """

    typed = Signal(object, str)
    ended = Signal(str)

    def __init__(self, editor: Editor, parent: QObject) -> None:
        super().__init__(parent)
        self._editor = editor
        self.root = ""
        self.taken = 0

    def begin(self, root: str, path: str, shown: str) -> dict[str, Any]:
        """Somebody begins to type.

        Args:
            root: The mark of the block.
            path: The dotted path of the value in it.
            shown: What the page shows there.

        Returns:
            The exact text for the page; None as ``text`` when the field holds no such words.
        """
        value = self._editor.value(address_of(root, path))
        fits = isinstance(value, str) and value.split() == shown.split()
        self.root = root if fits else ""
        self._editor.end_run()
        return {"root": root, "path": path, "text": value if fits else None}

    def take(self, root: str, path: str, text: str, count: int) -> bool:
        """The text after a key; returns whether the document holds it now."""
        address = address_of(root, path)
        self.taken = count
        if not isinstance(self._editor.value(address), str):
            return False
        self.typed.emit(address, text)
        return bool(self._editor.value(address) == text)

    def end(self, root: str) -> None:
        """Nobody types any more."""
        self.root = ""
        self._editor.end_run()
        self.ended.emit(root)
