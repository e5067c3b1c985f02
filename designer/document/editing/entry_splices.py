"""Insert, remove and move entries of collections, as splices of the text.

In a block collection an entry owns its comments: the lines directly above it that are comments at
the same column, a comment at its end, and deeper comments directly below it. Blank lines and other
comments between two entries are their gap; a gap stays in its place when entries move.
"""

from __future__ import annotations

from itertools import pairwise

from designer.document.reading.spans import SpanNode
from designer.document.text import (
    Splice,
    column,
    is_first,
    line_end,
    line_start,
    next_line,
)


def unit_end(text: str, node: SpanNode, index: int) -> int:
    """Return the end of an entry of a block collection: the offset after its last line break."""
    entry = node.entries[index]
    col = column(text, entry.start)
    end = next_line(text, entry.end)
    while end < len(text) and _comment_column(text, end) > col:
        end = next_line(text, end)
    return end


def unit_start(text: str, node: SpanNode, index: int) -> int:
    """Return the start of an entry of a block collection: the line of its first own comment.

    An entry that is not the first text of its line begins at its own offset.
    """
    start = node.entries[index].start
    if not is_first(text, start):
        return start
    col = column(text, start)
    start = line_start(text, start)
    floor = unit_end(text, node, index - 1) if index else 0
    while start > floor and _comment_column(text, line_start(text, start - 1)) == col:
        start = line_start(text, start - 1)
    return start


def _comment_column(text: str, start: int) -> int:
    """Return the column of a comment that has its line to itself, or -1."""
    line = text[start : line_end(text, start)]
    content = line.lstrip(" ")
    return len(line) - len(content) if content.startswith("#") else -1


def gap(text: str, node: SpanNode, index: int) -> str:
    """Return the text between an entry and the next one."""
    return text[unit_end(text, node, index) : unit_start(text, node, index + 1)]


def _blank_gap(text: str, node: SpanNode, index: int) -> str:
    """Return the gap after an entry if it consists of blank lines only, else an empty text."""
    between = gap(text, node, index)
    return between if not between.strip() else ""


def insert_block(
    text: str, node: SpanNode, index: int, written: str, eol: str, blank: str = ""
) -> Splice:
    """Insert an entry into a block collection that is not empty.

    List items are separated by the same blank lines as the existing items.

    Args:
        text: The text.
        node: The collection.
        index: The new entry's position.
        written: The entry from its dash or key, without the final line end.
        eol: The line break to use.
        blank: The blank lines that separate entries, for a collection of one entry.
    """
    if len(node.entries) > 1 and node.kind == "list":
        blank = _blank_gap(text, node, min(max(index - 1, 0), len(node.entries) - 2))
    col = column(text, node.entries[0].start)
    pad = " " * col
    if index:
        offset = unit_end(text, node, index - 1)
        lead = "" if text[offset - 1 : offset] in ("\n", "\r") else eol
        return Splice(offset, offset, f"{lead}{blank}{pad}{written}{eol}")
    offset = unit_start(text, node, 0)
    if offset == node.entries[0].start and offset != line_start(text, offset):
        return Splice(offset, offset, f"{written}{eol}{blank}{pad}")
    return Splice(offset, offset, f"{pad}{written}{eol}{blank}")


def remove_block(text: str, node: SpanNode, index: int) -> Splice:
    """Remove an entry from a block collection that has other entries."""
    start, end = unit_start(text, node, index), unit_end(text, node, index)
    if not index:
        following = unit_start(text, node, 1)
        if start != line_start(text, start):
            rest = text[following:]
            return Splice(start, following + len(rest) - len(rest.lstrip(" ")), "")
        return Splice(start, following if _blank_gap(text, node, 0) else end, "")
    before = _blank_gap(text, node, index - 1)
    return Splice(start - len(before), end, "")


def move_block(text: str, node: SpanNode, old: int, new: int) -> Splice:
    """Move an entry of a block collection; the gaps between the entries stay in place."""
    low, high = min(old, new), max(old, new)
    places = range(low, high + 1)
    spans = [(unit_start(text, node, i), unit_end(text, node, i)) for i in places]
    units = [text[start:end] for start, end in spans]
    gaps = [gap(text, node, i) for i in places[:-1]] + [""]
    pad = " " * column(text, node.entries[0].start)
    shares_line = spans[0][0] != line_start(text, spans[0][0])
    if shares_line:
        units[0] = pad + units[0]
    units.insert(new - low, units.pop(old - low))
    if shares_line:
        units[0] = units[0].removeprefix(pad)
    together = "".join(map(str.__add__, units, gaps))
    return Splice(spans[0][0], spans[-1][1], together)


def copy_block(text: str, node: SpanNode, index: int, *, loose: bool = False) -> str:
    """Return the text of an entry of a block collection, without its final line end.

    Args:
        text: The text.
        node: The collection.
        index: The entry's position.
        loose: Whether to include all comments above the entry, from the end of the previous entry
            (or the start of the text), even if they do not belong to this entry.
    """
    start = unit_start(text, node, index)
    if loose:
        start = unit_end(text, node, index - 1) if index else 0
    copy = text[start : unit_end(text, node, index)]
    return copy.lstrip(" \r\n").removesuffix("\n").removesuffix("\r")


def separator(text: str, node: SpanNode) -> str:
    """Return the separator between the entries of a flow collection that is not empty."""
    entries = node.entries
    if len(entries) > 1:
        between = text[entries[0].end : entries[1].start]
    else:
        lead = text[node.body + 1 : entries[0].start]
        between = "," + (lead if "\n" in lead else " ")
    return between if not between.replace(",", "", 1).strip() else ", "


def insert_flow(text: str, node: SpanNode, index: int, written: str) -> Splice:
    """Insert an entry into a flow collection that is not empty."""
    between = separator(text, node)
    if index:
        offset = node.entries[index - 1].end
        return Splice(offset, offset, between + written)
    offset = node.entries[0].start
    return Splice(offset, offset, written + between)


def remove_flow(node: SpanNode, index: int) -> Splice:
    """Remove an entry from a flow collection that has other entries."""
    entries = node.entries
    if index:
        return Splice(entries[index - 1].end, entries[index].end, "")
    return Splice(entries[0].start, entries[1].start, "")


def move_flow(text: str, node: SpanNode, old: int, new: int) -> Splice:
    """Move an entry of a flow collection; the separators between the entries stay in place."""
    low, high = min(old, new), max(old, new)
    entries = node.entries[low : high + 1]
    texts = [text[entry.start : entry.end] for entry in entries]
    between = [text[one.end : other.start] for one, other in pairwise(entries)]
    texts.insert(new - low, texts.pop(old - low))
    return Splice(
        entries[0].start, entries[-1].end, "".join(map(str.__add__, texts, [*between, ""]))
    )
