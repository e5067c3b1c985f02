"""Insert, remove and move entries of TOML lists and mappings in brackets, as splices of the text.

A list with comments can be changed if each item has lines of its own. Then an item owns the comment
lines directly above it and the comment at its end.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from designer.document.editing import entry_splices
from designer.document.editing.edit_context import Refused
from designer.document.reading.spans import SpanNode
from designer.document.reading.toml_tree import DOTTED
from designer.document.text import Splice, line_start, next_line
from designer.document.values import Value
from designer.document.writing import flow_style, toml_writer
from designer.document.writing.toml_writer import TomlStyle

_REST = re.compile(r"[ \t]*(?P<comma>,?)[ \t]*(?:#[^\r\n]*)?(?=[\r\n])")
_COMMENT = re.compile(r"[ \t]*#")


class _Lines(NamedTuple):
    """The lines of an item; the comma is an offset, or -1 without one."""

    start: int
    comma: int
    end: int


def check_editable(node: SpanNode) -> None:
    """Make sure that entries of a collection can be inserted, removed and renamed.

    Raises:
        Refused: The mapping, or one in it, is written with dotted keys.
    """
    if node.style == DOTTED or any(entry.node.style == DOTTED for entry in node.entries):
        raise Refused(
            "dotted",
            "this is written with dotted keys in braces (“{a.b = …}”); change it as text",
            node.start,
        )


def check_whole(node: SpanNode) -> None:
    """Make sure that a value has a text of its own.

    Raises:
        Refused: It is written with dotted keys.
    """
    if node.style == DOTTED:
        check_editable(node)


def index_of(node: SpanNode, step: str | int) -> int:
    """Return the index of a key or position among the entries of a collection."""
    if isinstance(step, int):
        return step
    return [entry.name for entry in node.entries].index(step)


def has_lines(text: str, node: SpanNode) -> bool:
    """Return whether the items of a list begin below its bracket."""
    is_filled = node.kind == "list" and bool(node.entries)
    return is_filled and "\n" in text[node.start : node.entries[0].start]


def in_lines(text: str, node: SpanNode, items: list[Value], style: TomlStyle) -> str:
    """Write a list that replaces one that has its items in lines of their own."""
    pad = flow_style.indentation(text, node.entries[0].start)
    comma = "," if "," in text[node.entries[-1].end : node.end] else ""
    inside = toml_writer.within(style)
    lines = f",\n{pad}".join(toml_writer.value(item, inside) for item in items)
    return f"[\n{pad}{lines}{comma}\n{flow_style.indentation(text, node.end - 1)}]"


def insert(text: str, node: SpanNode, index: int, written: str, eol: str) -> list[Splice]:
    """Insert an entry into a collection.

    Raises:
        Refused: The edit is not safe.
    """
    check_editable(node)
    if not node.entries:
        if "#" in text[node.start : node.end]:
            raise _comments(node)
        space = " " if node.kind == "map" else ""
        brackets = text[node.start] + space, space + text[node.end - 1]
        return [Splice(node.start, node.end, written.join(brackets))]
    if not _has_comments(text, node):
        return [entry_splices.insert_flow(text, node, index, written)]
    lines = _lines(text, node)
    pad = flow_style.indentation(text, node.entries[0].start)
    if index < len(lines):
        start = lines[index].start
        return [Splice(start, start, f"{pad}{written},{eol}")]
    last, end = lines[-1], node.entries[-1].end
    if last.comma >= 0:
        return [Splice(last.end, last.end, f"{pad}{written},{eol}")]
    return [Splice(end, end, ","), Splice(last.end, last.end, f"{pad}{written}{eol}")]


def remove(text: str, node: SpanNode, index: int) -> list[Splice]:
    """Remove an entry from a collection.

    Raises:
        Refused: The edit is not safe.
    """
    check_editable(node)
    if not _has_comments(text, node):
        if len(node.entries) > 1:
            return [entry_splices.remove_flow(node, index)]
        return [Splice(node.start + 1, node.end - 1, "")]
    lines = _lines(text, node)
    removed = Splice(lines[index].start, lines[index].end, "")
    comma = lines[index - 1].comma
    if 0 < index == len(lines) - 1 and lines[index].comma < 0 <= comma:
        return [Splice(comma, comma + 1, ""), removed]
    return [removed]


def move(text: str, node: SpanNode, old: int, new: int) -> list[Splice]:
    """Move an item of a list to another position; commas and line breaks stay in place.

    Raises:
        Refused: The edit is not safe.
    """
    if not _has_comments(text, node):
        return [entry_splices.move_flow(text, node, old, new)]
    lines = _lines(text, node)
    parts = [
        (text[line.start : entry.end], text[max(line.comma + 1, entry.end) : line.end])
        for line, entry in zip(lines, node.entries, strict=True)
    ]
    parts.insert(new, parts.pop(old))
    gaps = [text[one.end : other.start] for one, other in pairwise(lines)]
    moved = [
        ("," if line.comma >= 0 else "").join(part) + gap
        for line, part, gap in zip(lines, parts, [*gaps, ""], strict=True)
    ]
    return [Splice(lines[0].start, lines[-1].end, "".join(moved))]


def _has_comments(text: str, node: SpanNode) -> bool:
    """Return whether comments stand between the entries of a collection."""
    ends = [node.start + 1, *(entry.end for entry in node.entries)]
    starts = [*(entry.start for entry in node.entries), node.end]
    return any("#" in text[end:start] for end, start in zip(ends, starts, strict=True))


def _lines(text: str, node: SpanNode) -> list[_Lines]:
    """Return the lines of all items of a list.

    Raises:
        Refused: An item shares a line with another one.
    """
    found: list[_Lines] = []
    floor = next_line(text, node.start)
    for entry in node.entries:
        rest = _REST.match(text, entry.end)
        if rest is None or not _is_first(text, entry.start):
            raise _comments(node)
        start = line_start(text, entry.start)
        while start > floor and _COMMENT.match(text, line_start(text, start - 1)):
            start = line_start(text, start - 1)
        end = next_line(text, entry.end)
        found.append(_Lines(start, rest.start("comma") if rest["comma"] else -1, end))
        floor = end
    return found


def _is_first(text: str, offset: int) -> bool:
    """Return whether only white space precedes an offset in its line."""
    return not text[line_start(text, offset) : offset].strip(" \t")


def _comments(node: SpanNode) -> Refused:
    return Refused(
        "comments",
        "comments stand in this list beside its items; change it as text",
        node.start,
    )
