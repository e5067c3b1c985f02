"""Readable messages for texts that cannot be parsed."""

from __future__ import annotations

import re
from typing import Any, Final, TypeAlias

from yaml import YAMLError
from yaml.reader import ReaderError

Event: TypeAlias = Any  # PyYAML's type hints lack most attributes of libyaml's events


class ReadProblem(Exception):
    """A text cannot be parsed as one document.

    Attributes:
        line: The line in the text, from 0.
        column: The column in that line in code points, from 0.
    """

    def __init__(self, message: str, line: int, column: int) -> None:
        super().__init__(message)
        self.line = line
        self.column = column


def problem_at(event: Event, message: str) -> ReadProblem:
    """Return a problem at the start of a libyaml event."""
    return ReadProblem(message, event.start_mark.line, event.start_mark.column)


TOO_DEEP = "lists and mappings are nested too deeply here"
_QUOTES = "a quotation mark that begins here is not closed; add the closing one"
_COLON = (
    "“: ” is not expected here; put the text in quotation marks, or check the indentation and the "
    "line above"
)
_INDENTATION = (
    "the indentation or a missing “:”, comma, bracket or quotation mark breaks the structure here; "
    "check this line and the one above"
)

# The beginning of libyaml's own description → a message with the remedy.
_MESSAGES: Final = {
    "mapping values are not allowed": _COLON,
    "found unexpected end of stream": _QUOTES,
    "found unexpected document indicator": _QUOTES,
    "could not find expected ':'": _INDENTATION,
    "did not find expected hexdecimal number": "an escape such as \\x or \\u lacks its digits",
    "did not find expected <document start>": "the front matter ended above (“...”), and more of "
    "it stands here; take the line “...” away",
    "did not find expected": _INDENTATION,
    "block sequence entries are not allowed": "a list item (“- ”) is not expected here; check the "
    "indentation",
    "found character that cannot start any token": "a character stands here that cannot begin a "
    "value (a tab, “@” or “`”); use spaces for indentation, or put the text in quotation marks",
    "found a tab character": "a tab stands here; indent with spaces",
    "found unknown escape character": "a backslash is followed by something that has no meaning; "
    "write two backslashes or use single quotation marks",
    "found invalid Unicode character escape code": "an escape such as \\u names no valid character",
    "found undefined tag handle": "a tag (“!…”) is used that is not defined",
    "exceeded maximum nesting depth": TOO_DEEP,
    "found duplicate anchor": "a mark (“&name”) is given twice",
}


# The characters that libyaml rejects as control characters, lone surrogates included.
_CONTROL: Final = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def from_yaml(error: YAMLError, text: str) -> ReadProblem:
    """Return the problem for a libyaml error in a text, with a readable message."""
    control = _CONTROL.search(text)
    if isinstance(error, ReaderError) and control:
        line, column = line_and_column(text, control.start())
        return ReadProblem(
            f"an invisible control character (U+{ord(control[0]):04X}) stands here; delete it",
            line,
            column,
        )
    description = str(getattr(error, "problem", None) or error)
    mark = getattr(error, "problem_mark", None)
    message = next(
        (message for start, message in _MESSAGES.items() if description.startswith(start)),
        f"this cannot be read as YAML ({description})",
    )
    if message is _QUOTES:
        mark = getattr(error, "context_mark", None) or mark
    return ReadProblem(message, mark.line if mark else 0, mark.column if mark else 0)


def line_and_column(text: str, offset: int) -> tuple[int, int]:
    """Return the line and column of an offset, both from 0."""
    before = text[:offset]
    return before.count("\n"), offset - (before.rfind("\n") + 1)
