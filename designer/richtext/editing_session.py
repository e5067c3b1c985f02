"""The state of a rich text during an editing session."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from itertools import groupby
from typing import Any

from designer.markdown import Dialect
from designer.richtext.editor_schema import from_json, normalize, to_json
from designer.richtext.markdown_reader import read
from designer.richtext.markdown_writer import CannotWriteMarkdown, write
from designer.richtext.rich_text import Letter, PlainBlock, node_of


class EditingSession:
    """Maps each state of the document to the source that was written for it.

    Every edit is written as a change of the initial source, not of the source after the previous
    keystroke. The result is the shortest form, whatever was typed on the way, and a document that
    returns to an earlier state gets the bytes of that state back.

    Attributes:
        source: The current Markdown.
    """

    def __init__(self, source: str, dialect: Dialect) -> None:
        """Start a session with a source.

        Raises:
            CannotEdit: The site cannot build this text, so it cannot be edited on the page.
        """
        self.source = source
        self._dialect = dialect
        self._initial = source
        self._states: dict[Hashable, str] = {self._key_of(source): source}

    @property
    def json(self) -> dict[str, Any]:
        """The document as JSON of the editor's schema."""
        return to_json(read(self.source, self._dialect).blocks, self._dialect)

    def edit(self, after: Mapping[str, Any]) -> str:
        """Return the Markdown of an edited document.

        Raises:
            CannotWriteMarkdown: The dialect cannot express the document; ``source`` is unchanged.
        """
        state = _state_key(normalize(from_json(after), self._dialect))
        if state not in self._states:
            self._states[state] = self._write(after)
        self.source = self._states[state]
        return self.source

    def follow(self, source: str) -> dict[str, Any]:
        """Adopt a source that was changed outside the session, e.g. by undo, and return its JSON.

        Raises:
            CannotEdit: The site cannot build this text, so it cannot be edited on the page.
        """
        if source not in self._states.values():
            key = self._key_of(source)
            self._initial = source
            self._states = {key: source}
        self.source = source
        return self.json

    def _write(self, after: Mapping[str, Any]) -> str:
        try:
            return write(self._initial, after, self._dialect)
        except CannotWriteMarkdown:
            if self.source == self._initial:
                raise
            return write(self.source, after, self._dialect)

    def _key_of(self, source: str) -> Hashable:
        blocks = read(source, self._dialect).blocks
        return _state_key(normalize([node_of(block) for block in blocks], self._dialect))


def _state_key(nodes: Iterable[PlainBlock]) -> Hashable:
    """Return a compact hashable form of blocks; the session keeps one for every keystroke."""
    return tuple(
        (node.type, node.attributes, _state_key(node.children), _runs(node.letters))
        for node in nodes
    )


def _runs(letters: Iterable[Letter] | None) -> Hashable:
    if letters is None:
        return None
    return tuple(
        (key, "".join(letter.text or "\0" for letter in run))
        for key, run in groupby(letters, lambda letter: (letter.marks, letter.atom))
    )
