"""Lines and columns of a text; offsets count code points. Line ends are LF, CRLF or a lone CR."""

from __future__ import annotations

import re
from dataclasses import dataclass

_BREAK = re.compile(r"\r\n|\n|\r")
_SPACE = re.compile(r"(?:[ \t\r\n]|(?<=[ \t\r\n])#[^\r\n]*)*")


@dataclass(frozen=True)
class Splice:
    """Replace ``text[start:end]`` by ``new``."""

    start: int
    end: int
    new: str


def apply_splices(text: str, splices: list[Splice]) -> str:
    """Apply splices to a text; they are in ascending order and do not overlap."""
    pieces: list[str] = []
    done = 0
    for splice in splices:
        pieces += [text[done : splice.start], splice.new]
        done = splice.end
    pieces.append(text[done:])
    return "".join(pieces)


def line_start(text: str, offset: int) -> int:
    """Return the start of the line that contains an offset; a line break belongs to its line."""
    if text.startswith("\n", offset) and text.endswith("\r", 0, offset):
        offset -= 1
    return max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1


def line_end(text: str, offset: int) -> int:
    """Return the end of the line that contains an offset, before its line break."""
    match = _BREAK.search(text, offset)
    return match.start() if match else len(text)


def next_line(text: str, offset: int) -> int:
    """Return the start of the line below the line that contains an offset."""
    match = _BREAK.search(text, offset)
    return match.end() if match else len(text)


def column(text: str, offset: int) -> int:
    """Return the column of an offset, from 0."""
    return offset - line_start(text, offset)


def is_first(text: str, offset: int) -> bool:
    """Return whether only spaces precede an offset in its line."""
    return not text[line_start(text, offset) : offset].strip(" ")


def skip_space(text: str, offset: int) -> int:
    """Return the offset of the next character that is neither white space nor in a comment."""
    match = _SPACE.match(text, offset)
    return match.end() if match else offset


def eol_at(text: str, offset: int, default: str) -> str:
    """Return the line break of the line that contains an offset."""
    match = _BREAK.search(text, offset)
    return match[0] if match else default


def normalize_newlines(text: str) -> str:
    """Normalize all line breaks to LF."""
    return _BREAK.sub("\n", text) if "\r" in text else text
