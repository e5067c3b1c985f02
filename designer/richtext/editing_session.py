"""A rich text while somebody types in it."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from itertools import groupby
from typing import Any

from designer.markdown import Dialect
from designer.richtext.editor_schema import from_json, normal, to_json
from designer.richtext.markdown_reader import read
from designer.richtext.markdown_writer import CannotWriteMarkdown, write
from designer.richtext.rich_text import Letter, PlainBlock, node_of


class EditingSession:
    """Remembers with which source each state of the text was written.

    What is typed is always written as a change of the text with which the session began, not of
    the last letter before, so that it has the shortest form in the end, whatever was there in
    between; and a text that comes back to an earlier state has its bytes again.

    Attributes:
        source: The Markdown as it is now.
    """

    def __init__(self, source: str, dialect: Dialect) -> None:
        """Begin with a text.

        Raises:
            CannotEdit: The site cannot build this text, so there is nothing to edit on the page.
        """
        self.source = source
        self._dialect = dialect
        self._first = source
        self._states: dict[Hashable, str] = {self._said(source): source}

    @property
    def json(self) -> dict[str, Any]:
        """The document for the editor."""
        return to_json(read(self.source, self._dialect).blocks, self._dialect)

    def edit(self, after: Mapping[str, Any]) -> str:
        """The Markdown for an edited document.

        Raises:
            CannotWrite: The site's Markdown cannot say this; ``source`` is as it was.
        """
        meant = _compact(normal(from_json(after), self._dialect))
        if meant not in self._states:
            self._states[meant] = self._written(after)
        self.source = self._states[meant]
        return self.source

    def follow(self, source: str) -> dict[str, Any]:
        """Take over the text that the document has now, after undo for instance; gives its JSON.

        Raises:
            CannotEdit: The site cannot build this text, so there is nothing to edit on the page.
        """
        if source not in self._states.values():
            said = self._said(source)
            self._first = source
            self._states = {said: source}
        self.source = source
        return self.json

    def _written(self, after: Mapping[str, Any]) -> str:
        try:
            return write(self._first, after, self._dialect)
        except CannotWriteMarkdown:
            if self.source == self._first:
                raise
            return write(self.source, after, self._dialect)

    def _said(self, source: str) -> Hashable:
        blocks = read(source, self._dialect).blocks
        return _compact(normal([node_of(block) for block in blocks], self._dialect))


def _compact(nodes: Iterable[PlainBlock]) -> Hashable:
    """What blocks say, in little room: a state is kept for every key that is pressed."""
    return tuple(
        (node.type, node.attributes, _compact(node.children), _runs(node.letters)) for node in nodes
    )


def _runs(letters: Iterable[Letter] | None) -> Hashable:
    if letters is None:
        return None
    return tuple(
        (key, "".join(letter.text or "\0" for letter in run))
        for key, run in groupby(letters, lambda letter: (letter.marks, letter.atom))
    )
