"""Editing of text on the page itself: a single line of text, or rich text."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject

from designer.document import Timestamp
from designer.editor import Address, Editor
from designer.errors import DesignerError
from designer.markdown import Dialect
from designer.preview.input.rich_text_editor import options
from designer.preview.page.dom_addresses import address_of, html_text_index
from designer.render import text_at, with_text
from designer.richtext import EditingSession


class InlineEditing(QObject):
    """The text that is being edited on the page, if any: a single line, or rich text.

    The page shows each key at once and sends the whole text after it. The next message to the page
    carries the document's text together with ``taken``. The page ignores stale acknowledgements: if
    it has sent later texts, those take precedence.

    Attributes:
        root: The root mark of the block that is being edited; '' if there is none.
        taken: The count of single-line texts received from the page.
        write: Writes a text to the document and returns whether the document contains it now. The
            window sets it.
    """

    def __init__(self, editor: Editor, parent: QObject) -> None:
        super().__init__(parent)
        self._editor = editor
        self._rich: EditingSession | None = None
        self._marks = ("", "")
        self._rich_count = 0
        self.write: Callable[[Address, str], bool] = lambda _address, _text: False
        self.root = ""
        self.taken = 0

    def begin(self, root: str, path: str, shown: str) -> dict[str, Any]:
        """Begin to edit a single line of text.

        Args:
            root: The root mark of the block.
            path: The dotted path of the value in the block, or of a text in its HTML.
            shown: The text that the page shows there.

        Returns:
            The exact text for the page; ``text`` is None if the field does not contain ``shown``.
        """
        value = self._text(root, path)
        is_same = value is not None and value.split() == shown.split()
        self.root, self._marks = (root, (root, path)) if is_same else ("", ("", ""))
        self._editor.end_undo_group()
        return {"root": root, "path": path, "text": value if is_same else None}

    def take(self, root: str, path: str, text: str, count: int) -> bool:
        """Write the text after a key; return whether the document contains it now.

        A text that was not begun with ``begin`` is rejected.
        """
        self.taken = count
        if (root, path) != self._marks:
            return False
        address, number = address_of(root, path), html_text_index(path)
        if number is None:
            return self._write(address, text)
        html = with_text(self._source(address), number, text)
        return html is not None and self._write(address, html)

    def begin_rich(self, root: str, path: str, dialect: Dialect) -> dict[str, Any]:
        """Begin to edit a rich text; return the message that opens the editor on the page.

        Raises:
            DesignerError: The rich text cannot be edited on the page.
        """
        self._rich = EditingSession(self._source(address_of(root, path)), dialect)
        self._marks, self.root = (root, path), root
        self._editor.end_undo_group()
        target = {"root": root, "path": path}
        return target | {"json": self._rich.json, "options": options(dialect)}

    def take_rich(self, root: str, path: str, document: str, count: int) -> dict[str, Any] | None:
        """Write the rich text after a change; return a message if the page must show another text.

        Raises:
            DesignerError: The site's Markdown cannot express the change; nothing was written.
        """
        session = self._rich
        if session is None or (root, path) != self._marks:
            return None
        self._rich_count = count
        before = session.source
        if not self._write(address_of(root, path), session.edit(json.loads(document))):
            session.follow(before)
            return self.rich_text()
        return None

    def follow(self) -> dict[str, Any] | None:
        """Return the rich text for the page if it was changed elsewhere, for example by undo."""
        value = self._editor.value(address_of(*self._marks)) if self._rich else None
        if self._rich is None or not isinstance(value, str) or value == self._rich.source:
            return None
        try:
            self._rich.follow(value)
        except DesignerError:  # cannot be edited any more: rendered when editing ends
            return None
        return self.rich_text()

    def rich_text(self) -> dict[str, Any]:
        """Return the message with the rich text as the document contains it."""
        root, path = self._marks
        document = self._rich.json if self._rich else {}
        return {"root": root, "path": path, "json": document, "taken": self._rich_count}

    def end(self) -> None:
        """End editing."""
        self.root, self._rich, self._marks = "", None, ("", "")
        self._editor.end_undo_group()

    def _text(self, root: str, path: str) -> str | None:
        """Return the text of a field, or of a text in its HTML; None if there is none."""
        address, number = address_of(root, path), html_text_index(path)
        if number is not None:
            return text_at(self._source(address), number)
        value = self._editor.value(address)
        # A number or a date that the page shows must not become a text by a key.
        return value if isinstance(value, str) and not isinstance(value, Timestamp) else None

    def _source(self, address: Address) -> str:
        value = self._editor.value(address)
        return value if isinstance(value, str) else ""

    def _write(self, address: Address, text: str) -> bool:
        current = self._editor.value(address)
        if not isinstance(current, str) or current == text:
            return isinstance(current, str)
        return self.write(address, text)
