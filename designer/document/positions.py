"""The lines of values in a file."""

from __future__ import annotations

from designer.document.block_layout import BODY
from designer.document.page import Page
from designer.document.values import Path


def line_of(page: Page, path: Path) -> int:
    """Return the line of the value at a path, from 1; of a missing value, that of its parent.

    Args:
        page: The page.
        path: The path of the value; () is the front matter.
    """
    if path[:1] == (BODY,):
        return _lines(page.text[: len(page.text) - len(page.tail) + page.body_offset]) + 1
    depth = len(page.list_path)
    index = path[depth] if len(path) > depth and path[:depth] == page.list_path else None
    if page.is_cut and isinstance(index, int) and index < len(page.slices):
        above = page.frame.before + "".join([each.source for each in page.slices[:index]])
        text, inner = page.slices[index].source, (0, *path[depth + 1 :])
    else:
        above, text, inner = "", page.yaml, path
    offset = page.syntax.offset_at(text, inner) if text.strip() else 0
    return _lines(page.head + above + text[:offset]) + 1


def _lines(text: str) -> int:
    return text.count("\n")
