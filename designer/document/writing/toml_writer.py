"""Write values as TOML."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, replace
from typing import Final, Literal

from designer.document.reading.plain_scalars import javascript_number
from designer.document.values import Timestamp, Value
from designer.document.writing.scalar_writer import UnwritableScalar

_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_FLOAT = re.compile(r"[+-]?[0-9_]+(?:\.[0-9_]+(?:[eE][+-]?[0-9_]+)?|[eE][+-]?[0-9_]+)")
_ESCAPED = re.compile(r'["\\\x00-\x1f\x7f]')
_ESCAPED_IN_LINES = re.compile(r'\\|"""|[\x00-\x08\x0b-\x1f\x7f]')
_NOT_LITERAL = re.compile(r"[\x00-\x08\x0a-\x1f\x7f']")
_NOT_LITERAL_IN_LINES = re.compile(r"'''|'\Z|[\x00-\x08\x0b-\x1f\x7f]")
_ESCAPES: Final = {
    '"': '\\"', "\\": "\\\\", "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r",
    '"""': '""\\"',
}  # fmt: skip


@dataclass(frozen=True)
class TomlStyle:
    """The style of new values.

    Attributes:
        quote: The quotation mark of texts; ``'`` only where the text needs no escapes.
        lines_quote: The quotation marks of texts with several lines; empty writes them in one line.
        lines_below: Whether such a text begins in the line below its quotation marks.
        equals: The separator between key and value.
        comma: The separator between two entries inside brackets and braces.
        brace: The space inside braces.
    """

    quote: Literal['"', "'"] = '"'
    lines_quote: Literal['"""', "'''", ""] = '"""'
    lines_below: bool = True
    equals: str = " = "
    comma: str = ", "
    brace: str = " "


PLAINEST: Final = TomlStyle(lines_quote="")
"""Every text in one line in double quotation marks: valid at any place."""


def value(it: Value, style: TomlStyle, like: str = "") -> str:
    """Write a value inside a pair; lists and mappings in brackets and braces, on one line.

    Args:
        it: The value.
        style: The style.
        like: The source of the scalar that the value replaces, whose form is kept if possible.

    Raises:
        UnwritableScalar: TOML cannot hold the value.
    """
    if isinstance(it, dict):
        pairs = [pair(name, item, style) for name, item in it.items()]
        inside = f"{style.brace}{style.comma.join(pairs)}{style.brace}"
        return f"{{{inside}}}" if pairs else "{}"
    if isinstance(it, list):
        return f"[{style.comma.join(value(item, within(style)) for item in it)}]"
    if isinstance(it, Timestamp):
        return str(it)
    if isinstance(it, str):
        return text(it, style, like)
    return _number(it, like)


def pair(name: str, it: Value, style: TomlStyle) -> str:
    """Write a pair inside braces."""
    return key(name) + style.equals + value(it, within(style))


def within(style: TomlStyle) -> TomlStyle:
    """Return the style inside brackets and braces, where texts are written in one line."""
    return replace(style, lines_quote="")


def key(name: str, like: str = "") -> str:
    """Write a key, quoted as the key that it replaces if it needs or had quotation marks."""
    if _BARE_KEY.fullmatch(name) and like[:1] not in ('"', "'"):
        return name
    if like.startswith("'") and not _NOT_LITERAL.search(name):
        return f"'{name}'"
    return _basic(name)


def text(it: str, style: TomlStyle, like: str = "") -> str:
    """Write a text in the form of the one that it replaces, otherwise in the usual form."""
    quote = next((mark for mark in ('"""', "'''", '"', "'") if like.startswith(mark)), style.quote)
    if len(quote) == 3:
        return _in_lines(it, quote, below=like[3:4] in ("\n", "\r"))
    if style.lines_quote and "\n" in it and "\\n" not in like:
        return _in_lines(it, style.lines_quote, below=style.lines_below)
    if quote == "'" and not _NOT_LITERAL.search(it):
        return f"'{it}'"
    return _basic(it)


def _basic(it: str) -> str:
    return f'"{_ESCAPED.sub(_escape, it)}"'


def _in_lines(it: str, quote: str, *, below: bool) -> str:
    """Write a text between three quotation marks."""
    lead = "\n" if below or it.startswith("\n") else ""
    if quote == "'''" and not _NOT_LITERAL_IN_LINES.search(it):
        return f"'''{lead}{it}'''"
    return f'"""{lead}{_ESCAPED_IN_LINES.sub(_escape, it)}"""'


def _escape(match: re.Match[str]) -> str:
    return _ESCAPES.get(match[0]) or f"\\u{ord(match[0]):04X}"


def _number(it: Value, like: str) -> str:
    """Write a number or boolean; one that replaces a number with a point keeps the point."""
    if isinstance(it, bool):
        return "true" if it else "false"
    if isinstance(it, int):
        has_point = _FLOAT.fullmatch(like) is not None
        if not -(2**63) <= it < 2**63:
            has_point = True
            if abs(it) >= 2**1000 or float(it) != it:
                raise UnwritableScalar("TOML has no whole numbers of more than 64 bits")
        return f"{it}.0" if has_point else str(it)
    if not isinstance(it, float):
        raise UnwritableScalar("it holds a value with a tag, which cannot be written anew")
    if math.isnan(it):
        return "nan"
    if math.isinf(it):
        return "-inf" if it < 0 else "inf"
    return "-0.0" if it == 0 else javascript_number(it)
