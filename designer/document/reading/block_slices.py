"""Find the offsets at which a page's text is cut into its blocks.

A block's slice begins at its own comments and extends to those of the next block. It contains the
blank lines below the block, since a changed text at the end of the block might absorb them. The
last slice extends to the next key of the page and that key's own comments.
"""

from __future__ import annotations

import re

from designer.document.block_layout import list_in
from designer.document.reading.yaml_reader import ParsedYaml
from designer.document.values import Path

_LONE_CR = re.compile(r"\r(?!\n)")


def cut(text: str, reading: ParsedYaml, path: Path) -> list[int] | None:
    """Return the borders of the slices: the start of each, and the end of the last.

    Returns:
        None when the text cannot be cut: the list is missing or empty, it is not a plain block list
        of collections, or an alias refers to another block.
    """
    column = reading.column
    items = list_in(reading.data, path) if path else []
    if column is None or reading.crosses_items or reading.explicit:
        return None
    if len(reading.starts) != len(items):
        return None
    if "\r" in text and _LONE_CR.search(text):
        return None
    borders: list[int] = []
    for start in reading.starts:
        border = _dash_line(text, start, column)
        if border is None:
            return None
        borders.append(_above_comments(text, border, column, borders[-1] if borders else 0))
    line = text.rfind("\n", 0, reading.end) + 1
    column = reading.end - line
    return [*borders, _above_comments(text, line, column, reading.starts[-1])]


def _dash_line(text: str, start: int, column: int) -> int | None:
    """Return the start of the line with the dash of the item whose content begins at an offset."""
    dash = " " * column + "-"
    line = text.rfind("\n", 0, start) + 1
    while not text.startswith(dash, line):
        if not line:
            return None
        line = text.rfind("\n", 0, line - 1) + 1
    return line


def _above_comments(text: str, line: int, column: int, floor: int) -> int:
    """Return the start of the comment lines at a column directly above a line, or of the line."""
    comment = " " * column + "#"
    above = text.rfind("\n", 0, line - 1) + 1 if line else 0
    while above < line and above > floor and text.startswith(comment, above):
        line, above = above, text.rfind("\n", 0, above - 1) + 1
    return line
