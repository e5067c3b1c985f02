"""Where the lines of a rich text begin inside its frames, and where its letters stand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from designer.markdown.odd_whitespace import keep_with_places
from designer.richtext.inline_reader import AmbiguousSource


@dataclass(frozen=True)
class Container:
    """A block that holds others, while it is read.

    Attributes:
        kind: Whether its lines begin with a sign, or with the room of a marker.
        first: The line in which it begins.
        begin: The place behind its marker in that line.
        prefix: What its further lines begin with.
    """

    kind: Literal["quote", "item"]
    first: int
    begin: int
    prefix: str


class SourceLines:
    """The places of one text. A place counts characters; lines are counted from 0.

    Attributes:
        text: What the parser reads: the source with its odd spaces kept.
        frames: The frames that are open, from outside to inside.
    """

    def __init__(self, source: str) -> None:
        self._source = source
        self.text, self._in_source = keep_with_places(source)
        self._lines = [0, *(match.end() for match in re.finditer("\n", self.text))]
        self._lines.append(len(self.text) + 1)
        self.frames: list[Container] = []

    # -- lines ------------------------------------------------------------------------------------

    @property
    def line_count(self) -> int:
        """How many lines there are."""
        return len(self._lines) - 1

    def line_of(self, place: int) -> int:
        """The line in which a place is."""
        low, high = 0, len(self._lines) - 1
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if self._lines[middle] <= place else (low, middle)
        return low

    def line_start(self, line: int) -> int:
        """The first character of a line, its frames included."""
        return self._lines[line]

    def line_stop(self, line: int) -> int:
        """The end of a line, with its white space."""
        return self._lines[line + 1] - 1

    def line_end(self, line: int) -> int:
        """The end of a line, without white space."""
        start = self._lines[line]
        return start + len(self.text[start : self.line_stop(line)].rstrip(" \t"))

    # -- inside the open frames -------------------------------------------------------------------

    @property
    def prefix(self) -> str:
        """What further lines begin with inside the open frames."""
        return self.frames[-1].prefix if self.frames else ""

    def begin(self, line: int) -> int:
        """The place in a line behind what belongs to the open frames."""
        at, stop = self._lines[line], self.line_stop(line)
        for frame in self.frames:
            white = len(self.text[at:stop]) - len(self.text[at:stop].lstrip(" \t"))
            if frame.first == line:
                at = frame.begin
            elif frame.kind == "quote":
                if self.text.startswith(">", at + white):
                    at += white + 1
                    at += self.text[at : at + 1] == " "
            else:
                quoted = frame.prefix.rfind(">") + 2 if ">" in frame.prefix else 0
                at += min(len(frame.prefix) - quoted, white)
        return min(at, stop) if stop >= self._lines[line] else at

    def start(self, line: int) -> int:
        """The first letter of a block that begins in a line."""
        return self.after_white(self.begin(line))

    def rest(self, line: int) -> str:
        """What a line holds inside the open frames, without white space at its end."""
        begin = self.begin(line)
        return self.text[begin : max(self.line_end(line), begin)]

    def after_white(self, place: int) -> int:
        """The first place from here on at which no white space is."""
        while self.text[place : place + 1] in {" ", "\t"}:
            place += 1
        return place

    def of_content(self, content: str, first: int) -> list[int]:
        """The place of every character of a text that begins in a line, and its end.

        Raises:
            Odd: The text is not what these lines hold.
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

    def in_source(self, place: int) -> int:
        """The place in the source of a place in the text."""
        return self._in_source[place]

    def source(self, start: int, end: int) -> str:
        """The source between two places of the text."""
        return self._source[self._in_source[start] : self._in_source[end]]
