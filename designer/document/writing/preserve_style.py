"""Write a new text in the form of an old one that was written by hand, not by a known writer."""

from __future__ import annotations

import re
from itertools import takewhile

from designer.document.reading import yaml_reader
from designer.document.reading.parse_errors import ReadProblem
from designer.document.reading.spans import SpanNode
from designer.document.text import normalize_newlines
from designer.document.writing import scalar_writer
from designer.document.writing.refold import observed_width, paragraphs, refolded
from designer.document.writing.scalar_writer import ScalarStyle

_HEADER = re.compile(r"[|>][0-9+-]*")
_ANY_PRINTABLE = ScalarStyle(version=4)


def write_like(text: str, node: SpanNode, value: str, column: int, width: int) -> str | None:
    """Write a text in the form of an existing one.

    Args:
        text: The source.
        node: The old text.
        value: The new text.
        column: The column of the key or dash before it.
        width: The fold width if the old text does not show one.

    Returns:
        The source of the new text, or None when it cannot have this form.
    """
    source = normalize_newlines(text[node.body : node.end])
    if not value or scalar_writer.special_chars(value) - scalar_writer.special_chars(node.value):
        return None
    if node.style in ("|", ">"):
        return _block(source, node, value, column, width)
    if "\n" in source:
        folded = _folded(source, node, value, width)
        if folded is not None:
            return folded
    if "\n" in value:
        return scalar_writer.double_quoted(value) if node.style == '"' else None
    if node.style == '"':
        return scalar_writer.double_quoted(value, _ANY_PRINTABLE)
    if node.style == "'":
        return scalar_writer.single_quoted(value)
    return value if scalar_writer.is_plain(value, _ANY_PRINTABLE) else None


def _block(source: str, node: SpanNode, value: str, column: int, width: int) -> str | None:
    """Write a literal or folded text in the form of another one."""
    first, *lines = source.split("\n")
    header = _HEADER.match(first)
    digit = re.search("[1-9]", header[0] if header else "")
    filled = [line for line in lines if line.strip(" ")]
    indent = column + int(digit[0]) if digit else min(map(_indentation, filled[:1]), default=-1)
    step = indent - column
    if not 1 <= step <= 9 or not value.strip("\n"):
        return None
    body, end = value.rstrip("\n"), len(value.rstrip("\n"))
    if node.style == ">":
        bare = [line[indent:] for line in lines]
        old, _ = paragraphs(bare[: len(bare) - _empty_at_end(bare)], indented=True)
        body = "\n".join(refolded(old, body, observed_width(old, width), indented=True))
    written = scalar_writer.block(node.style, value, (body + value[end:]).split("\n"), indent, step)
    same_end = value[end:] == node.value[len(node.value.rstrip("\n")) :]
    if header and same_end and (digit or not scalar_writer.needs_digit(value)):
        written = header[0] + written[written.index("\n") :]
    return _with_blanks(source, written)


def _with_blanks(old: str, new: str) -> str:
    """Keep the trailing spaces of unchanged blank lines above and below the change."""
    olds, news = old.split("\n"), new.split("\n")
    for step in (1, -1):
        for place, (one, other) in enumerate(zip(olds[::step], news[::step], strict=False)):
            if one != other and (one.strip(" ") or other.strip(" ")):
                break
            news[place * step - (step < 0)] = one
    return "\n".join(news)


def _indentation(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _empty_at_end(lines: list[str]) -> int:
    """Return the number of empty lines at the end."""
    return sum(1 for _ in takewhile(lambda line: not line, reversed(lines)))


def _folded(source: str, node: SpanNode, value: str, width: int) -> str | None:
    """Write a plain or quoted text over several lines in the form of another one."""
    quote = node.style
    lines = [
        line.strip(" \t") for line in source[len(quote) : len(source) - len(quote)].split("\n")
    ]
    try:
        read = [
            yaml_reader.load(quote + line + quote).data if quote and line else line
            for line in lines
        ]
    except ReadProblem:
        return None
    old, meaning = paragraphs(read, indented=False)
    if meaning != node.value or not _can_be_folded(value, quote):
        return None
    body = refolded(old, value, observed_width(old, width), indented=False)
    if any(
        line.endswith(" ") or (not quote and line[0] in scalar_writer.NEVER_FIRST)
        for line in body
        if line
    ):
        return None
    below = next(line for line in source.split("\n")[1:] if line.strip(" \t"))
    pad = below[: len(below) - len(below.lstrip(" \t"))]
    first, *rest = [_quoted(line, quote) for line in body]
    return quote + "\n".join([first, *[pad + line if line else "" for line in rest]]) + quote


def _can_be_folded(value: str, quote: str) -> bool:
    """Return whether a text can be folded: no spaces at line ends, and no quotes missing."""
    lines = value.split("\n")
    if not (lines[0] and lines[-1]) or any(line != line.strip(" ") for line in lines):
        return False
    return bool(quote) or scalar_writer.is_plain(value.replace("\n", " "), _ANY_PRINTABLE)


def _quoted(line: str, quote: str) -> str:
    """Escape a line for its quotation marks, and return it without them."""
    if quote == "'":
        return scalar_writer.single_quoted(line)[1:-1]
    return scalar_writer.double_quoted(line, _ANY_PRINTABLE)[1:-1] if quote else line
