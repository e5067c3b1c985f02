"""Split a file into opening fence, YAML and the rest, as the sites' gray-matter library does."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import Final

from designer.document.limits import MAX_BYTES
from designer.document.reading.parse_errors import line_and_column
from designer.document.text import line_end
from designer.errors import SourceError

BOM: Final = "\ufeff"

_UTF_16: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)  # text with many zero bytes

_OPENING = re.compile(r"\ufeff?---[ \t]*\r?\n")
_FENCE_LINE = re.compile(r"(?:[ \t]*\r?\n)*(?:---|\+\+\+)[ \t]*(?:\r?\n|\Z)")
_LINE_OF_DASHES = re.compile(r"---(?P<more>[ \t]*)(?P<text>[^ \t\r\n])?")


@dataclass(frozen=True)
class FileParts:
    """A file in three pieces; their concatenation is the file.

    Attributes:
        head: Byte order mark, if any, and the opening fence with its line end.
        yaml: The text that gray-matter passes to its YAML parser, with its last line end.
        tail: The closing fence and everything below it. If a blank line is above the fence, the
            tail begins with it, because gray-matter drops the last line end of the YAML.
    """

    head: str
    yaml: str
    tail: str


def decode(data: bytes) -> str:
    """Decode the text of a file.

    Raises:
        SourceError: The file is too large or not UTF-8.
    """
    if len(data) > MAX_BYTES:
        raise SourceError(
            f"This file has {len(data) / 2**20:.0f} MB, more than the {MAX_BYTES // 2**20} MB that "
            "can be edited; nothing was changed. Split it, or edit it as text."
        )
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if b"\0" in data and not data.startswith(_UTF_16):
            raise SourceError(
                "This file is no text, so it cannot be a page; nothing was changed. Choose a text "
                "file, such as one that ends in .md."
            ) from error
        before = data[: error.start].decode("utf-8")
        line, column = line_and_column(before, len(before))
        raise SourceError(
            f"This file is not UTF-8 text (line {line + 1}); nothing was changed. Open it in a "
            "text editor, save it as UTF-8 and try again.",
            line + 1,
            column + 1,
        ) from error


def split(text: str) -> FileParts:
    """Split a text with YAML front matter; a text without front matter is all body.

    The front matter ends above the first line that is ``---``. A line ``--- text`` does not end it:
    in YAML such a line begins a document (only gray-matter would end the front matter there).

    Raises:
        SourceError: The front matter is not closed, or the first line that begins with ``---`` has
            more text (gray-matter takes it for the closing fence).
    """
    opening = _OPENING.match(text)
    if not opening:
        return FileParts("", "", text)
    start = opening.end()
    close = check_closed(text, _closing(text, start - 1), "---")
    if text[start:close].endswith("\n\n"):
        close -= 1
    return FileParts(text[:start], text[start:close], text[close:])


def _closing(text: str, offset: int) -> int | None:
    """Return the start of the first line that begins with ``---`` but is not ``--- text``."""
    found = text.find("\n---", offset)
    while found >= 0:
        match = _LINE_OF_DASHES.match(text, found + 1)
        if match and not (match["more"] and match["text"]):
            return found + 1
        found = text.find("\n---", found + 1)
    return None


def check_closed(text: str, close: int | None, delimiter: str) -> int:
    """Make sure that a front matter is closed by a line of its own.

    Args:
        text: The text of the file.
        close: The start of the closing line; None without one.
        delimiter: What the closing line holds.

    Returns:
        The start of the closing line.

    Raises:
        SourceError: There is no closing line, or it has more text, as in ``----`` and ``---x``.
    """
    if close is None:
        raise SourceError(
            f"The front matter that begins in line 1 is not closed by a line “{delimiter}”; "
            "nothing was changed. Add that line below the front matter.",
            1,
            1,
        )
    if text[close : line_end(text, close)].rstrip(" \t") != delimiter:
        line = text.count("\n", 0, close) + 1
        raise SourceError(
            f"Line {line} begins with “{delimiter}” but holds more than that, so readers do not "
            "agree where the front matter ends; nothing was changed. Make it a line "
            f"“{delimiter}” of its own, or indent it.",
            line,
            1,
        )
    return close


def body_start(tail: str) -> int:
    """Return the offset of the body in the text that begins with the closing fence.

    Blank lines may precede the fence. A tail without a fence is all body.
    """
    match = _FENCE_LINE.match(tail)
    return match.end() if match else 0


def closes(yaml: str) -> bool:
    """Return whether a line of a YAML text would end the front matter."""
    return "---" in yaml and _closing("\n" + yaml, 0) is not None


def join(parts: FileParts) -> str:
    """Return the whole text; ``split`` restores the same parts.

    A YAML text that ends in a blank line needs another blank line, since gray-matter drops the last
    line end.
    """
    blank = "\n" if parts.yaml.endswith("\n\n") and not parts.tail.startswith("\n") else ""
    return parts.head + parts.yaml + blank + parts.tail
