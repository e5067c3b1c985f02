"""Maps lines and characters of a rich text to source offsets, inside nested containers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from designer.markdown.odd_whitespace import keep_with_offsets
from designer.richtext.inline_reader import AmbiguousSource


@dataclass(frozen=True)
class Container:
    """A block that contains other blocks, while it is read.

    Attributes:
        kind: ``quote`` for lines that begin with ``>``, ``item`` for lines indented by a marker.
        first: The number of its first line.
        begin: The offset after its marker in that line.
        prefix: The prefix of its further lines.
    """

    kind: Literal["quote", "item"]
    first: int
    begin: int
    prefix: str


class SourceLines:
    """The source positions of one text; offsets count characters, lines count from 0.

    Attributes:
        text: The parsed text: the source with placeholders for odd white space.
        containers: The open containers, from the outermost to the innermost.
    """

    def __init__(self, source: str) -> None:
        self._source = source
        self.text, self._source_offsets = keep_with_offsets(source)
        self._lines = [0, *(match.end() for match in re.finditer("\n", self.text))]
        self._lines.append(len(self.text) + 1)
        self.containers: list[Container] = []

    # -- lines ------------------------------------------------------------------------------------

    @property
    def line_count(self) -> int:
        """The number of lines."""
        return len(self._lines) - 1

    def line_of(self, place: int) -> int:
        """Return the line that contains an offset."""
        low, high = 0, len(self._lines) - 1
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if self._lines[middle] <= place else (low, middle)
        return low

    def line_start(self, line: int) -> int:
        """Return the offset of a line's first character, including the prefix of containers."""
        return self._lines[line]

    def line_stop(self, line: int) -> int:
        """Return the offset of a line's end, including trailing white space."""
        return self._lines[line + 1] - 1

    def line_end(self, line: int) -> int:
        """Return the offset of a line's end, without trailing white space."""
        start = self._lines[line]
        return start + len(self.text[start : self.line_stop(line)].rstrip(" \t"))

    # -- inside the open frames -------------------------------------------------------------------

    @property
    def prefix(self) -> str:
        """The prefix of further lines inside the open containers."""
        return self.containers[-1].prefix if self.containers else ""

    def begin(self, line: int) -> int:
        """Return the offset in a line after the prefix of the open containers."""
        at, stop = self._lines[line], self.line_stop(line)
        for container in self.containers:
            white = len(self.text[at:stop]) - len(self.text[at:stop].lstrip(" \t"))
            if container.first == line:
                at = container.begin
            elif container.kind == "quote":
                if self.text.startswith(">", at + white):
                    at += white + 1
                    at += self.text[at : at + 1] == " "
            else:
                quoted = container.prefix.rfind(">") + 2 if ">" in container.prefix else 0
                at += min(len(container.prefix) - quoted, white)
        return min(at, stop) if stop >= self._lines[line] else at

    def start(self, line: int) -> int:
        """Return the offset of the first character of a block that begins in a line."""
        return self.skip_white(self.begin(line))

    def line_content(self, line: int) -> str:
        """Return a line without the prefix of the open containers and trailing white space."""
        begin = self.begin(line)
        return self.text[begin : max(self.line_end(line), begin)]

    def skip_white(self, place: int) -> int:
        """Return the next offset without white space, from this offset on."""
        while self.text[place : place + 1] in {" ", "\t"}:
            place += 1
        return place

    def content_offsets(self, content: str, first: int) -> list[int]:
        """Return the offset of every character of a text that begins in a line, and of its end.

        Raises:
            AmbiguousSource: The lines do not contain the text.
        """
        places = list[int]()
        for line, words in enumerate(content.split("\n"), first):
            stop = self.line_stop(line)
            whole = self.text[self._lines[line] : stop]
            bare = words.lstrip(" \t")
            if whole.endswith(bare):
                end = stop
            elif whole.rstrip(" \t").endswith(bare):
                end = self.line_end(line)
            else:
                raise AmbiguousSource
            begin = end - len(bare)
            places += [max(begin, self._lines[line])] * (len(words) - len(bare))
            places += range(begin, end + 1)
        return places

    # -- the source -------------------------------------------------------------------------------

    def to_source(self, place: int) -> int:
        """Convert an offset of the text to an offset of the source."""
        return self._source_offsets[place]

    def source(self, start: int, end: int) -> str:
        """Return the source between two offsets of the text."""
        return self._source[self._source_offsets[start] : self._source_offsets[end]]
