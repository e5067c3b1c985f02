"""Write one scalar by the rules of js-yaml 3.14.1, the writer of the sites' pages.

The rules of js-yaml 4 and other widths are supported for pages from newer writers or written by
hand; the module ``style_detection`` detects which rules a page follows. Lengths are counted in
UTF-16 units, as in JavaScript.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import Final, Literal

from designer.document.reading.plain_scalars import javascript_number, resolve
from designer.document.values import Timestamp, Value, is_negative


class UnwritableScalar(Exception):
    """A value cannot be written here; the message says why."""


@dataclass(frozen=True)
class ScalarStyle:
    """The style of new text.

    Attributes:
        version: The major version of js-yaml whose rules apply.
        width: The column up to which texts are folded; -1 never folds.
        quote: ``'`` or ``"`` quotes every text of one line, empty only those that need quotes.
        map_step: Columns from a mapping to a nested mapping, and to a folded text.
        list_step: Columns from a mapping to the dashes of a nested list; 0 or more.
        item_step: Columns from a dash to the item's content; 2 or more.
        key_quote: The quotation mark around keys that need none.
    """

    version: Literal[3, 4] = 3
    width: int = 80
    quote: Literal["", "'", '"'] = ""
    map_step: int = 2
    list_step: int = 2
    item_step: int = 2
    key_quote: Literal["", "'", '"'] = ""


TINA: Final = ScalarStyle()

_SPECIAL_V3 = re.compile("[^\n\x20-\x7e\xa1-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd]")
_SPECIAL_V4 = re.compile(
    "[^\n\x20-\x7e\xa1-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
NEVER_FIRST = "-?:,[]{}#&*!|=>'\"%@` "
_PLAIN_V3 = re.compile(r"(?:[^:,\[\]{}#]|(?<=[^ ])#)*")
_PLAIN_V4 = re.compile(r"(?:[^:#]|:(?=[^ ])|(?<=[^ ])#)*")
_BASE_60 = re.compile(r"[-+]?[0-9_]+(?::[0-9_]+)+(?:\.[0-9_]*)?")
_BOOLEANS = frozenset(
    "y Y yes Yes YES on On ON n N no No NO off Off OFF".split()  # noqa: SIM905 - reads better
)
_NUMBER_ELSEWHERE = re.compile(
    r"[-+]?(?:[0-9]+|0o[0-7_]+|0b[01_]+|0x[0-9a-fA-F_]+|[1-9][0-9_]*|0[0-7_]+)"
    r"|[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?"
    r"|[-+]?[0-9][0-9_]*\.[0-9_]*(?:[eE][-+][0-9]+)?"
    r"|[0-9][0-9_]*(?:\.[0-9_]*)?(?:[eE][-+]?[0-9]+)?"
)
_ESCAPES: Final = {
    "\0": "\\0", "\a": "\\a", "\b": "\\b", "\t": "\\t", "\n": "\\n", "\v": "\\v", "\f": "\\f",
    "\r": "\\r", "\x1b": "\\e", '"': '\\"', "\\": "\\\\", "\x85": "\\N", "\xa0": "\\_",
    "\u2028": "\\L", "\u2029": "\\P",
}  # fmt: skip
_FILLER = "\uffff"  # second UTF-16 unit of a character; never part of a text that is written
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
_LINES = re.compile(r"(\n+)([^\n]*)")
_BREAK = re.compile(r" (?=[^ ])")
_LEADING_SPACE = re.compile(r"\n* ")


def is_ambiguous(text: str) -> bool:
    """Return whether a YAML reader may resolve the plain text to another type than text."""
    return (
        text in _BOOLEANS
        or type(resolve(text)) is not str
        or text == "<<"
        or is_number_elsewhere(text)
    )


def is_number_elsewhere(text: str) -> bool:
    """Return whether PyYAML (YAML 1.1), js-yaml 4 or YAML 1.2 reads the plain text as a number."""
    return _NUMBER_ELSEWHERE.fullmatch(text) is not None


def is_plain(text: str, style: ScalarStyle, *, flow: bool = False) -> bool:
    """Return whether a text of one line may be written without quotation marks."""
    if not text or text[0] in NEVER_FIRST or text[-1] == " " or is_ambiguous(text):
        return False
    if _special(style).search(text) or "\n" in text:
        return False
    if style.version == 3 or flow:
        return _PLAIN_V3.fullmatch(text) is not None
    return (
        text[-1] != ":" and _PLAIN_V4.fullmatch(text) is not None and not _BASE_60.fullmatch(text)
    )


def _special(style: ScalarStyle) -> re.Pattern[str]:
    """Return the pattern of characters to escape; js-yaml 3 escapes surrogates, so all emoji."""
    return _SPECIAL_V3 if style.version == 3 else _SPECIAL_V4


def special_chars(text: str) -> set[str]:
    """Return the characters of a text that are only safe when escaped."""
    return set(_SPECIAL_V4.findall(text))


def needs_escapes(text: str) -> bool:
    """Return whether a text contains characters that only double quotation marks can express."""
    return "\n" not in text and _SPECIAL_V4.search(text) is not None


def one_line(text: str, style: ScalarStyle, *, flow: bool = False) -> str:
    """Write a text on one line: plain, in single, or in double quotation marks."""
    if "\n" in text or _special(style).search(text):
        return double_quoted(text, style)
    if style.quote == '"' and text:
        return double_quoted(text, style)
    if not style.quote and is_plain(text, style, flow=flow):
        return text
    return single_quoted(text)


def single_quoted(text: str) -> str:
    """Write a printable text in single quotation marks."""
    return "'" + text.replace("'", "''") + "'"


def double_quoted(text: str, style: ScalarStyle = TINA) -> str:
    """Write a text in double quotation marks, with special characters escaped, never folded."""
    special = _special(style)
    return '"' + re.sub(rf'["\\\n]|{special.pattern}', _escape, text) + '"'


def _escape(match: re.Match[str]) -> str:
    char = match[0]
    code = ord(char)
    if char in _ESCAPES:
        return _ESCAPES[char]
    if code <= 0xFF:
        return f"\\x{code:02X}"
    return f"\\u{code:04X}" if code <= 0xFFFF else f"\\U{code:08X}"


def scalar(value: Value, style: ScalarStyle, indent: int) -> str:
    """Write a scalar as the value of a block mapping or list.

    Args:
        value: A text, number, boolean, None or Timestamp.
        style: The style.
        indent: The column of the lines of a literal or folded text.

    Returns:
        The text without the final line end; a text that keeps several line ends has the others.
    """
    if not isinstance(value, str) or isinstance(value, Timestamp):
        return write_non_text(value)
    if style.quote == '"' or _special(style).search(value):
        return double_quoted(value, style)
    width = line_width(style, indent)
    units = _widened(value)
    too_long = width != -1 and any(
        len(line) > width and line[0] != " " for line in units.split("\n")
    )
    if "\n" not in value and not too_long:
        return one_line(value, style)
    if style.map_step > 9 and needs_digit(value):
        return double_quoted(value, style)
    if too_long:
        lines = fold(units, width).replace(_FILLER, "").split("\n")
        return block(">", value, lines, indent, style.map_step)
    return block("|", value, value.split("\n"), indent, style.map_step)


def line_width(style: ScalarStyle, indent: int) -> int:
    """Return the maximum line length of a text at an indentation, or -1 without a limit."""
    return -1 if style.width == -1 else max(min(style.width, 40), style.width - indent)


def _widened(text: str) -> str:
    """Pad a text so that its length equals its number of UTF-16 units."""
    return text if text.isascii() else _ASTRAL.sub(lambda match: match[0] + _FILLER, text)


def block(marker: str, value: str, lines: list[str], indent: int, step: int) -> str:
    """Write a literal (``|``) or folded (``>``) text: header and indented lines.

    Args:
        marker: ``|`` or ``>``.
        value: The text.
        lines: Its lines without indentation; an empty last line stands for a final line break.
        indent: The indentation in columns.
        step: The indentation relative to the collection that holds the text.
    """
    digit = str(step) if needs_digit(value) else ""
    if not value.endswith("\n"):
        chomping = "-"
    else:
        chomping = "+" if value == "\n" or value.endswith("\n\n") else ""
    body = "\n".join(" " * indent + line if line else "" for line in lines)
    return f"{marker}{digit}{chomping}\n" + (body.removesuffix("\n") if chomping != "-" else body)


def needs_digit(value: str) -> bool:
    """Return whether a literal or folded text needs an indentation indicator."""
    return _LEADING_SPACE.match(value) is not None


def fold(text: str, width: int) -> str:
    """Fold a text, without indentation.

    Lines that begin with a space are not folded, and no blank line is added beside them.
    """
    first, newline, rest = text.partition("\n")
    pieces = [fold_line(first, width)]
    indented = text[0] in "\n "
    for match in _LINES.finditer(newline + rest):
        breaks, line = match[1], match[2]
        extra = "" if indented or not line or line[0] == " " else "\n"
        indented = line[:1] == " "
        pieces.append(breaks + extra + fold_line(line, width))
    return "".join(pieces)


def fold_line(line: str, width: int) -> str:
    """Fold one line greedily at spaces, before the word that would cross the width.

    A line is broken only at the last space of a run: in a folded text, a line that begins with a
    space has another meaning.
    """
    if line[:1] in ("", " "):
        return line
    pieces: list[str] = []
    start = last = 0
    for match in _BREAK.finditer(line):
        here = match.start()
        if here - start > width:
            end = last if last > start else here
            pieces.append(line[start:end])
            start = end + 1
        last = here
    if len(line) - start > width and last > start:
        pieces += [line[start:last], line[last + 1 :]]
    else:
        pieces.append(line[start:])
    return "\n".join(pieces)


def write_non_text(value: Value) -> str:
    """Write a scalar that is not a text, as JavaScript prints it.

    Raises:
        UnwritableScalar: The value has a tag.
    """
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, Timestamp)):
        return str(value)
    if not isinstance(value, float):
        raise UnwritableScalar("it holds a value with a tag, which cannot be written anew")
    if math.isnan(value):
        return ".nan"
    if math.isinf(value):
        return "-.inf" if value < 0 else ".inf"
    if value == 0 and is_negative(value):
        return "-0.0"
    digits = javascript_number(value)
    return digits if "." in digits or value.is_integer() else digits.replace("e", ".e")
