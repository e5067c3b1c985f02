"""A TOML text while an edit changes it step by step."""

from __future__ import annotations

from functools import cached_property

from designer.document.editing.edit_context import EditContext
from designer.document.reading import toml_tree
from designer.document.reading.toml_tree import TomlTree
from designer.document.text import Splice, apply_splices
from designer.document.writing.toml_layout import TomlLayout


class TomlDraft:
    """The text of an edit, with its present state.

    Attributes:
        text: The text.
        eol: The line break to use.
        plainest: Whether to write texts in the form that is valid at any place.
    """

    def __init__(self, context: EditContext) -> None:
        self.text = self._before = context.text
        self.eol = context.eol
        self.plainest = context.plainest
        self._start = len(context.text)

    @property
    def tree(self) -> TomlTree:
        """The statements and values of the present text."""
        return toml_tree.tree(self.text)

    @cached_property
    def layout(self) -> TomlLayout:
        """How the text was laid out when the edit began."""
        return TomlLayout(self._before, toml_tree.tree(self._before), self.plainest)

    @property
    def splices(self) -> list[Splice]:
        """All changes so far, as one splice of the text with which the edit began."""
        return [Splice(self._start, len(self._before), self.text[self._start :])]

    def splice(self, *splices: Splice) -> None:
        """Change the text; the splices are in ascending order and do not overlap."""
        self._start = min(self._start, *(splice.start for splice in splices), len(self._before))
        self.text = apply_splices(self.text, list(splices))

    def with_eol(self, written: str) -> str:
        """Return new text with the line breaks of the file instead of line feeds."""
        return written.replace("\n", self.eol)

    def insert_lines(self, offset: int, lines: str, above: str = "", below: str = "") -> None:
        """Insert lines at the start of a line, or at the end of the text.

        Args:
            offset: The offset.
            lines: The lines, without the last line end.
            above: Blank lines above them, unless a blank line or the start of the text is there.
            below: Blank lines below them.
        """
        before = self.text[:offset]
        if not before or before.endswith(("\n\n", "\n\r\n")):
            above = ""
        if offset and self.text[offset - 1] != "\n":  # a file that does not end with a line break
            written = f"\n{above}{lines}"
        else:
            written = f"{above}{lines}\n{below}"
        self.splice(Splice(offset, offset, self.with_eol(written)))
