"""List items as written in the source: copied at one place, inserted unchanged at another."""

from __future__ import annotations

import re
from dataclasses import dataclass

from designer.document.editing import entry_splices, structure, value_splices
from designer.document.editing.edit_context import EditContext, Refused, TextChange
from designer.document.reading.spans import SpanNode
from designer.document.text import Splice, eol_at, lines_normal
from designer.document.values import Path, Value, changed, get, inside
from designer.document.writing import flow_style

_INDENTATION = re.compile(r"(\r\n|\n|\r)( *)(?=([\r\n]|\Z)?)")


@dataclass(frozen=True)
class ItemCopy:
    """A list item with its source text.

    Attributes:
        value: The parsed value.
        text: The text with its comments, from its first character, without the final line end.
        column: The column of its start; in a flow list, the column of the first text of its line.
        flow: Whether the item comes from a flow list.
        anchored: Whether the item contains an anchor or an alias.
    """

    value: Value
    text: str
    column: int
    flow: bool
    anchored: bool


def copy(draft: EditContext, path: Path, *, loose: bool = False) -> ItemCopy:
    """Return the item at a path with its source text.

    Args:
        draft: The text.
        path: The path of the item.
        loose: Whether to include the comments between the item and the one before.

    Raises:
        Refused: The item does not exist, or is written elsewhere.
    """
    step = draft.way(path)[-1]
    draft.check_open(step.node)
    entry = step.entry
    if step.node.flow:
        column = len(flow_style.indentation(draft.text, entry.start))
        written = draft.text[entry.start : entry.end]
    else:
        column = draft.column(entry)
        written = entry_splices.copy_block(draft.text, step.node, step.index, loose=loose)
    value = get(draft.data, path)
    return ItemCopy(value, written, column, step.node.flow, _is_anchored(entry.node))


def _is_anchored(node: SpanNode) -> bool:
    """Return whether a value contains an anchor or an alias."""
    inner = [child for entry in node.entries for child in (entry.key, entry.node) if child]
    return node.anchor is not None or any(map(_is_anchored, inner))


def duplicate(draft: EditContext, path: Path) -> TextChange:
    """Insert a copy of an item, with its comments, directly below it.

    Raises:
        Refused: The edit is not safe.
    """
    return insert(draft, path[:-1], int(path[-1]) + 1, copy(draft, path))


def insert(draft: EditContext, path: Path, index: int, item: ItemCopy) -> TextChange:
    """Insert a copied item into a list that is empty or written in the same form.

    Raises:
        Refused: The edit is not safe.
    """
    node = structure.collection(draft, path)
    if not node.entries:
        splice = _first(draft, path, item)
    elif node.flow != item.flow:
        raise _another_form(node)
    elif node.flow:
        if flow_style.is_json(draft.text) and not flow_style.is_json(item.text):
            raise _another_form(node)
        column = len(flow_style.indentation(draft.text, node.entries[0].start))
        written = _fitting(draft, node, item, column)
        splice = entry_splices.insert_flow(draft.text, node, index, written)
    else:
        written = _fitting(draft, node, item, draft.column(node.entries[0]))
        splice = structure.block_splice(draft, node, index, written)
    added = inside(lambda old: structure.with_entry(old, index, None, item.value))
    return TextChange([splice], changed(draft.data, path, added))


def _another_form(node: SpanNode) -> Refused:
    return Refused("form", "the other list is written in another way", node.start)


def _first(draft: EditContext, path: Path, item: ItemCopy) -> Splice:
    """Insert an item of a block list into an empty list."""
    steps = draft.way(path)
    node = steps[-1].entry.node if steps else draft.root
    draft.check_alone(node)
    if item.flow or (steps and steps[-1].entry.key is None):
        raise _another_form(node)
    if not steps:
        return Splice(node.body, node.end, _fitting(draft, node, item, 0))
    column = draft.column(steps[-1].entry) + draft.styles.best[0].list_step
    written = _shifted(lines_normal(item.text), column - item.column)
    return value_splices.put_below(draft, steps[-1], "\n" + " " * column + written)


def _fitting(draft: EditContext, node: SpanNode, item: ItemCopy, column: int) -> str:
    """Return an item's text, indented and with line breaks as in the target list."""
    eol = eol_at(draft.text, node.start, draft.eol)
    text = item.text
    if eol_at(text, 0, eol) != eol:
        text = lines_normal(text).replace("\n", eol)
    return _shifted(text, column - item.column)


def _shifted(text: str, columns: int) -> str:
    """Indent or dedent all lines but the first; lines with too few spaces are not dedented."""

    def moved(match: re.Match[str]) -> str:
        line_break, spaces, end = match.groups()
        is_blank = end is not None
        if columns < 0:
            fits = is_blank or len(spaces) >= -columns
            return line_break + (spaces[-columns:] if fits else spaces)
        return line_break + spaces + ("" if is_blank and not spaces else " " * columns)

    return _INDENTATION.sub(moved, text) if columns else text
