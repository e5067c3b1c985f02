"""Detect the layout of flow collections: JSON or not, on one line or several."""

from __future__ import annotations

import json
from itertools import pairwise

from designer.document.reading.spans import SpanNode
from designer.document.text import line_start
from designer.document.writing.collection_writer import FlowStyle


def is_json(source: str) -> bool:
    """Return whether a flow collection is JSON, in which case new values must be JSON too."""
    try:
        json.loads(source)
    except (ValueError, RecursionError):
        return False
    return True


def find(text: str, within: list[SpanNode], *, as_json: bool) -> FlowStyle:
    """Return the layout of the flow collections around a position.

    Args:
        text: The text.
        within: The enclosing flow collections, the innermost last.
        as_json: Whether the new text must be JSON.
    """
    filled = [node for node in reversed(within) if node.entries]
    comma, colon, step = ", ", ": ", ""
    if filled:
        nearest = filled[0]
        first = nearest.entries[0].start
        if "\n" in text[nearest.body : first]:
            outer = indentation(text, nearest.body)
            step = indentation(text, first).removeprefix(outer) or "  "
        comma = _comma(text, filled)
        colon = _colon(text, filled)
    return FlowStyle(as_json, comma, colon, step, as_json and _escapes(text))


def indentation(text: str, offset: int) -> str:
    """Return the indentation of the line that contains an offset."""
    line = text[line_start(text, offset) : offset]
    return line[: len(line) - len(line.lstrip(" \t"))]


def _comma(text: str, nodes: list[SpanNode]) -> str:
    for node in nodes:
        for one, other in pairwise(node.entries):
            between = text[one.end : other.start]
            if between.strip(" ") == ",":
                return between
    return ", "


def _colon(text: str, nodes: list[SpanNode]) -> str:
    for node in nodes:
        for entry in node.entries:
            if entry.key is not None:
                between = text[entry.key.end : entry.node.start]
                if between.strip(" ") == ":":
                    return between
    return ": "


def _escapes(text: str) -> bool:
    """Return whether a JSON text escapes all non-ASCII characters."""
    return text.isascii() and "\\u" in text
