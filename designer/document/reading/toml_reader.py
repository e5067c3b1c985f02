"""Parse TOML to plain Python data with ``tomllib``; dates and times keep their text."""

from __future__ import annotations

import re
import tomllib
from datetime import date, time
from typing import Final

from designer.document.limits import MAX_NODES
from designer.document.reading.parse_errors import ReadProblem, line_and_column
from designer.document.reading.spans import SpanNode
from designer.document.reading.toml_tree import TomlNode, child, statements, tree
from designer.document.values import Timestamp, Value, as_number, normalized

_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)\Z")
_INLINE_KEY = re.compile(r"Duplicate inline table key (['\"])(.*)\1")
_DATES: Final = (date, time)  # a datetime is a date too

_LINE_END = "this line is not a pair “key = value”; check its quotation marks and brackets"
_DUPLICATE = "the key “{key}” stands here a second time; keep one of the two"

# The beginning of tomllib's own description → a message with the remedy.
_MESSAGES: Final = {
    "Cannot overwrite a value": _DUPLICATE,
    "Cannot declare": _DUPLICATE,
    "Cannot redefine namespace": _DUPLICATE,
    "Cannot mutate immutable namespace": _DUPLICATE,
    "Duplicate inline table key": _DUPLICATE,
    "Expected '=' after a key": _LINE_END,
    "Expected newline or end of document": _LINE_END,
    "Invalid statement": _LINE_END,
    "Invalid initial character for a key part": "a key is missing or begins with a character that "
    "needs quotation marks",
    "Expected ']": "the bracket of a table name is not closed here",
    "Invalid value": "this is no value; put a text in quotation marks",
    "Invalid date or datetime": "this is not the date of a day that exists",
    "Unclosed array": "a comma or the closing bracket “]” of a list is missing here",
    "Unclosed inline table": "a comma or the closing brace “}” is missing here; it must stand in "
    "the same line",
    "Unterminated string": "a quotation mark is not closed; add the closing one",
    "Expected \"'": "a quotation mark is not closed; add the closing one",
    "Unescaped '\\' in a string": "a backslash is followed by something that has no meaning; write "
    "two backslashes or use single quotation marks",
    "Invalid hex value": "an escape such as \\u lacks its digits",
    "Escaped character is not": "an escape such as \\u names no valid character",
    "Illegal character": "an invisible control character or a line end stands in a text; close "
    "the quotation mark before it, or delete it",
    "Found invalid character": "an invisible control character or a line end stands in a text; "
    "close the quotation mark before it, or delete it",
}


def load(text: str) -> Value:
    """Parse a TOML text.

    Raises:
        ReadProblem: The text is not TOML, has a duplicate key, or exceeds a size or depth limit.
    """
    if sum(map(text.count, ",[{=")) > MAX_NODES:
        raise ReadProblem("the document has too many values to be edited", 0, 0)
    try:
        data = tomllib.loads(text, parse_float=lambda number: as_number(float(number)))
        data = _with_timestamps(text, data) if _has_dates(data) else data
    except tomllib.TOMLDecodeError as error:
        raise _problem(error, text) from error
    except RecursionError as error:
        raise ReadProblem("lists and mappings are nested too deeply", 0, 0) from error
    except ValueError as error:
        raise ReadProblem("a number has too many digits to be read", 0, 0) from error
    try:
        return normalized(data)
    except ValueError as error:
        raise ReadProblem(str(error), 0, 0) from error


def is_timestamp(text: str) -> bool:
    """Return whether a text is a date or time in TOML."""
    try:
        found = tomllib.loads(f"x = {{y = {text}}}")["x"]
    except ValueError:
        return False
    return len(found) == 1 and text == text.strip() and isinstance(found["y"], _DATES)


def _has_dates(value: Value) -> bool:
    if isinstance(value, dict):
        return any(map(_has_dates, value.values()))
    if isinstance(value, list):
        return any(map(_has_dates, value))
    return isinstance(value, _DATES)


def _with_timestamps(text: str, data: Value) -> Value:
    """Return the data with each date and time as it is written."""

    def converted(value: Value, node: TomlNode) -> Value:
        if isinstance(value, dict):
            return {key: converted(item, child(node, key)) for key, item in value.items()}
        if isinstance(value, list):
            return [converted(item, child(node, index)) for index, item in enumerate(value)]
        if isinstance(value, _DATES) and isinstance(node, SpanNode):
            return Timestamp(text[node.start : node.end])
        return value

    return converted(data, tree(text).root)


def _problem(error: tomllib.TOMLDecodeError, text: str) -> ReadProblem:
    """Return the problem for an error of tomllib, with a readable message."""
    description = _PLACE.sub("", str(error))
    message = next(
        (words for start, words in _MESSAGES.items() if description.startswith(start)),
        f"this cannot be read as TOML ({description})",
    )
    place = _PLACE.search(str(error))
    if place is None or place[1] is None:
        return ReadProblem(message, *line_and_column(text, len(text)))
    line, column = int(place[1]) - 1, int(place[2]) - 1
    if message is not _DUPLICATE:
        return ReadProblem(message, line, column)
    if inline := _INLINE_KEY.match(description):
        return ReadProblem(message.format(key=inline[2]), line, column)
    end = sum(len(above) + 1 for above in text.split("\n")[:line]) + column
    second = next(each for each in statements(text) if each.end >= end)
    key = ".".join(key.name for key in second.keys)
    return ReadProblem(message.format(key=key), *line_and_column(text, second.start))
