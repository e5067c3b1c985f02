"""The lines that belong to the statements of a TOML text.

A statement owns its comments: the comment lines directly above it at the same column, and a comment
at its end. Statements that stand together, such as a table with its header, own the comment lines
directly below them too if these are indented deeper, or if a blank line or the end of the text
follows. Other comments and the blank lines between statements are their gap.
"""

from __future__ import annotations

from designer.document.reading.spans import SpanNode
from designer.document.reading.toml_tree import Statement, TomlTree, tree
from designer.document.text import column, line_end, line_start, next_line
from designer.document.values import Path


def lines_start(text: str, found: TomlTree, index: int) -> int:
    """Return the start of a statement's lines: the line of its first own comment."""
    statement = found.statements[index]
    col = column(text, statement.start)
    start = line_start(text, statement.start)
    floor = lines_end(text, found.statements[index - 1]) if index else 0
    while start > floor and _comment_column(text, line_start(text, start - 1)) == col:
        start = line_start(text, start - 1)
    return start


def lines_end(text: str, statement: Statement) -> int:
    """Return the end of the lines of a statement, after its last line break."""
    return next_line(text, statement.end)


def indentation(text: str, statement: Statement) -> str:
    """Return the white space before a statement."""
    return text[line_start(text, statement.start) : statement.start]


def group_end(text: str, found: TomlTree, first: int, last: int) -> int:
    """Return the end of the lines of statements that stand together, comments below included."""
    end = lines_end(text, found.statements[last])
    limit = len(text)
    if last + 1 < len(found.statements):
        limit = lines_start(text, found, last + 1)
    below = end
    while below < limit and _comment_column(text, below) >= 0:
        below = next_line(text, below)
    if below == len(text) or (below < limit and not text[below : line_end(text, below)].strip()):
        return below
    col = column(text, found.statements[first].start)
    while end < below and _comment_column(text, end) > col:
        end = next_line(text, end)
    return end


def _comment_column(text: str, start: int) -> int:
    """Return the column of a comment that has its line to itself, or -1."""
    line = text[start : line_end(text, start)]
    content = line.lstrip(" \t")
    return len(line) - len(content) if content.startswith("#") else -1


def text_at(text: str, path: Path) -> str:
    """Return the text of a value; for a table, the lines of all its statements."""
    found = tree(text)
    try:
        node = found.node(path)
    except LookupError:
        return ""
    if isinstance(node, SpanNode):
        return text[node.start : node.end]
    return "".join(
        text[lines_start(text, found, first) : group_end(text, found, first, last)]
        for first, last in runs(found.under(path))
    )


def offset_at(text: str, path: Path) -> int:
    """Return the offset of a value, or of the last value on the way to it; 0 without one."""
    found = tree(text)
    for length in range(len(path), 0, -1):
        try:
            node = found.node(path[:length])
        except LookupError:
            continue
        if isinstance(node, SpanNode):
            return node.start
        return min(
            (found.statements[index].start for index in found.under(path[:length])), default=0
        )
    return 0


def runs(indexes: list[int]) -> list[tuple[int, int]]:
    """Return the first and last index of each run of adjacent indexes."""
    found: list[tuple[int, int]] = []
    for index in indexes:
        if found and found[-1][1] == index - 1:
            found[-1] = (found[-1][0], index)
        else:
            found.append((index, index))
    return found
