"""Typing right in the page: what goes back and forth while somebody types."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject

from designer.editor import Address, Editor
from designer.errors import DesignerError
from designer.markdown import Dialect
from designer.preview.input.rich_text_editor import options
from designer.preview.page.dom_addresses import address_of, html_text
from designer.render import text_at, with_text
from designer.richtext import EditingSession


class InlineEditing(QObject):
    """The text in the page in which somebody types, if any: words of one line, or rich text.

    The page shows a key at once and tells the whole text after it. What the documents hold then
    goes back with the next message, together with ``taken``: later keys on their way count more.

    Attributes:
        root: The mark of the block in which somebody types; '' while nobody does.
        taken: How many texts of one line have been taken from the page.
        write: Writes a text to the document and returns whether the document holds it now. The
            window sets it.
    """

    def __init__(self, editor: Editor, parent: QObject) -> None:
        super().__init__(parent)
        self._editor = editor
        self._rich: EditingSession | None = None
        self._place = ("", "")
        self._edited = 0
        self.write: Callable[[Address, str], bool] = lambda _address, _text: False
        self.root = ""
        self.taken = 0

    def begin(self, root: str, path: str, shown: str) -> dict[str, Any]:
        """Somebody begins to type words of one line.

        Args:
            root: The mark of the block.
            path: The dotted path of the value in it, or of a text in its HTML.
            shown: What the page shows there.

        Returns:
            The exact text for the page; None as ``text`` when the field holds no such words.
        """
        value = self._words(root, path)
        fits = value is not None and value.split() == shown.split()
        self.root, self._place = (root, (root, path)) if fits else ("", ("", ""))
        self._editor.end_undo_group()
        return {"root": root, "path": path, "text": value if fits else None}

    def take(self, root: str, path: str, text: str, count: int) -> bool:
        """The words after a key; returns whether the document holds them now.

        Words of a text that the document does not hold so are not taken: see ``begin``.
        """
        self.taken = count
        if (root, path) != self._place:
            return False
        address, number = address_of(root, path), html_text(path)
        if number is None:
            return self._write(address, text)
        markup = with_text(self._source(address), number, text)
        return markup is not None and self._write(address, markup)

    def begin_rich(self, root: str, path: str, dialect: Dialect) -> dict[str, Any]:
        """Somebody begins to type in a rich text; gives what the page needs to know for that.

        Raises:
            DesignerError: It cannot be edited in its place.
        """
        self._rich = EditingSession(self._source(address_of(root, path)), dialect)
        self._place, self.root = (root, path), root
        self._editor.end_undo_group()
        place = {"root": root, "path": path}
        return place | {"json": self._rich.json, "options": options(dialect)}

    def take_rich(self, root: str, path: str, document: str, count: int) -> dict[str, Any] | None:
        """The rich text after a change; gives what the page has to show instead, if anything.

        Raises:
            DesignerError: The site's Markdown cannot say this; nothing was written.
        """
        rich = self._rich
        if rich is None or (root, path) != self._place:
            return None
        self._edited = count
        before = rich.source
        if not self._write(address_of(root, path), rich.edit(json.loads(document))):
            rich.follow(before)
            return self.rich_text()
        return None

    def follow(self) -> dict[str, Any] | None:
        """The rich text for the page, if it was changed elsewhere: undone, for instance."""
        value = self._editor.value(address_of(*self._place)) if self._rich else None
        if self._rich is None or not isinstance(value, str) or value == self._rich.source:
            return None
        try:
            self._rich.follow(value)
        except DesignerError:  # no rich text any more: the block is drawn when the typing ends
            return None
        return self.rich_text()

    def rich_text(self) -> dict[str, Any]:
        """The rich text in which somebody types, as it is in the document."""
        root, path = self._place
        document = self._rich.json if self._rich else {}
        return {"root": root, "path": path, "json": document, "taken": self._edited}

    def end(self) -> None:
        """Nobody types any more."""
        self.root, self._rich, self._place = "", None, ("", "")
        self._editor.end_undo_group()

    def _words(self, root: str, path: str) -> str | None:
        """The words of a field, or those of a text in its HTML; None if it has none."""
        address, number = address_of(root, path), html_text(path)
        if number is not None:
            return text_at(self._source(address), number)
        value = self._editor.value(address)
        return value if isinstance(value, str) else None

    def _source(self, address: Address) -> str:
        value = self._editor.value(address)
        return value if isinstance(value, str) else ""

    def _write(self, address: Address, text: str) -> bool:
        held = self._editor.value(address)
        if not isinstance(held, str) or held == text:
            return isinstance(held, str)
        return self.write(address, text)
