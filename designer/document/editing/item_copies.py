"""List items as written in the source: copied at one place, inserted unchanged at another."""

from __future__ import annotations

import re
from dataclasses import dataclass

from designer.document.editing import entry_splices, structure, value_splices
from designer.document.editing.edit_context import EditContext, Refused, TextChange
from designer.document.editing.intended_data import with_entry
from designer.document.reading.spans import SpanNode
from designer.document.reading.syntax import YAML, Syntax
from designer.document.text import Splice, eol_at, normalize_newlines
from designer.document.values import Path, Value, get
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
        syntax: The syntax of the text; the text of an item of JSON is YAML too.
    """

    value: Value
    text: str
    column: int
    flow: bool
    anchored: bool
    syntax: Syntax = YAML


def copy(context: EditContext, path: Path, *, loose: bool = False) -> ItemCopy:
    """Return the item at a path with its source text.

    Args:
        context: The text.
        path: The path of the item.
        loose: Whether to include the comments between the item and the one before.

    Raises:
        Refused: The item does not exist, or is written elsewhere.
    """
    step = context.steps_to(path)[-1]
    context.check_editable(step.node)
    entry = step.entry
    if step.node.flow:
        column = len(flow_style.indentation(context.text, entry.start))
        written = context.text[entry.start : entry.end]
    else:
        column = context.column(entry)
        written = entry_splices.copy_block(context.text, step.node, step.index, loose=loose)
    value = get(context.data, path)
    return ItemCopy(value, written, column, step.node.flow, _is_anchored(entry.node))


def _is_anchored(node: SpanNode) -> bool:
    """Return whether a value contains an anchor or an alias."""
    inner = [child for entry in node.entries for child in (entry.key, entry.node) if child]
    return node.anchor is not None or any(map(_is_anchored, inner))


def duplicate(context: EditContext, path: Path) -> TextChange:
    """Insert a copy of an item, with its comments, directly below it.

    Raises:
        Refused: The edit is not safe.
    """
    return insert(context, path[:-1], int(path[-1]) + 1, copy(context, path))


def insert(context: EditContext, path: Path, index: int, item: ItemCopy) -> TextChange:
    """Insert a copied item into a list that is empty or written in the same form.

    Raises:
        Refused: The edit is not safe.
    """
    if item.syntax is not YAML:
        raise Refused("form", "the other list is written in another way", 0)
    node = structure.collection(context, path)
    if not node.entries:
        splice = _insert_into_empty(context, path, item)
    elif node.flow != item.flow:
        raise _form_mismatch(node)
    elif node.flow:
        if flow_style.is_json(context.text) and not flow_style.is_json(item.text):
            raise _form_mismatch(node)
        column = len(flow_style.indentation(context.text, node.entries[0].start))
        written = _adapted(context, node, item, column)
        splice = entry_splices.insert_flow(context.text, node, index, written)
    else:
        written = _adapted(context, node, item, context.column(node.entries[0]))
        splice = structure.block_splice(context, node, index, written)
    return TextChange([splice], with_entry(context.data, path, index, None, item.value))


def _form_mismatch(node: SpanNode) -> Refused:
    return Refused("form", "the other list is written in another way", node.start)


def _insert_into_empty(context: EditContext, path: Path, item: ItemCopy) -> Splice:
    """Insert an item of a block list into an empty list."""
    steps = context.steps_to(path)
    node = steps[-1].entry.node if steps else context.root
    context.check_not_aliased(node)
    if item.flow or (steps and steps[-1].entry.key is None):
        raise _form_mismatch(node)
    if not steps:
        return Splice(node.body, node.end, _adapted(context, node, item, 0))
    column = context.column(steps[-1].entry) + context.styles.best[0].list_step
    written = _reindented(normalize_newlines(item.text), column - item.column)
    return value_splices.replace_entry_value(context, steps[-1], "\n" + " " * column + written)


def _adapted(context: EditContext, node: SpanNode, item: ItemCopy, column: int) -> str:
    """Return an item's text, indented and with line breaks as in the target list."""
    eol = eol_at(context.text, node.start, context.eol)
    text = item.text
    if eol_at(text, 0, eol) != eol:
        text = normalize_newlines(text).replace("\n", eol)
    return _reindented(text, column - item.column)


def _reindented(text: str, columns: int) -> str:
    """Indent or dedent all lines but the first; lines with too few spaces are not dedented."""

    def reindent(match: re.Match[str]) -> str:
        line_break, spaces, end = match.groups()
        is_blank = end is not None
        if columns < 0:
            fits = is_blank or len(spaces) >= -columns
            return line_break + (spaces[-columns:] if fits else spaces)
        return line_break + spaces + ("" if is_blank and not spaces else " " * columns)

    return _INDENTATION.sub(reindent, text) if columns else text
