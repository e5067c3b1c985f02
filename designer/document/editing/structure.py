"""Insert, remove, rename and move the entries of lists and mappings."""

from __future__ import annotations

import json

from designer.document.editing import entry_splices, value_splices
from designer.document.editing.edit_context import EditContext, Refused, TextChange
from designer.document.editing.intended_data import (
    with_entry,
    with_moved_entry,
    with_renamed_key,
    without_entry,
)
from designer.document.reading.spans import SpanNode
from designer.document.text import Splice, eol_at
from designer.document.values import Path, Value, get, untagged
from designer.document.writing import collection_writer, flow_style


def insert(
    context: EditContext, path: Path, index: int, name: str | None, value: Value
) -> TextChange:
    """Insert an item into the list at a path, or a pair into the mapping at a path.

    Args:
        context: The text.
        path: The path of the collection.
        index: The new entry's position; the caller has checked its range.
        name: The pair's key; None for a list.
        value: The item, or the pair's value.

    Raises:
        Refused: The edit is not safe.
    """
    node = collection(context, path)
    _check_order(context, path, node)
    intended = with_entry(context.data, path, index, name, value)
    if not node.entries:
        return value_splices.set_value(context, path, get(intended, path))
    if node.flow:
        _check_brackets(context, node)
        written = _flow_entry(context, path, name, value)
        written = written.replace("\n", eol_at(context.text, node.start, context.eol))
        return TextChange([entry_splices.insert_flow(context.text, node, index, written)], intended)
    col = context.column(node.entries[0])
    style = context.styles.best[0]
    if name is None:
        written = "-" + collection_writer.after_dash(value, col, style)
    else:
        written = (
            collection_writer.key(name, style)
            + ":"
            + collection_writer.after_key(value, col, style)
        )
    written = written.replace("\n", eol_at(context.text, node.start, context.eol))
    return TextChange([block_splice(context, node, index, written)], intended)


def block_splice(context: EditContext, node: SpanNode, index: int, written: str) -> Splice:
    """Insert a written entry into a block collection that is not empty."""
    eol = eol_at(context.text, node.start, context.eol)
    blank = context.blank if node is context.root else ""
    return entry_splices.insert_block(context.text, node, index, written, eol, blank)


def _flow_entry(context: EditContext, path: Path, name: str | None, value: Value) -> str:
    steps = context.steps_to(path)
    node = steps[-1].entry.node if steps else context.root
    within = [step.node for step in steps if step.node.flow] + [node]
    indent = flow_style.indentation(context.text, node.entries[0].start)
    if name is None:
        return value_splices.flow_text(context, within, value, indent)
    return value_splices.flow_pair(context, within, name, value, indent)


def collection(context: EditContext, path: Path) -> SpanNode:
    """Return the collection at a path; its entries may be changed."""
    steps = context.steps_to(path)
    node = steps[-1].entry.node if steps else context.root
    context.check_editable(node)
    return node


def _check_order(context: EditContext, path: Path, node: SpanNode) -> None:
    """Make sure that the entries of a mapping match its keys one by one."""
    names = [entry.name for entry in node.entries]
    if node.kind == "map" and names != list(untagged(get(context.data, path))):
        raise Refused(
            "merge",
            "a part of this is written elsewhere (“<<” or “*”), so the place is not certain; "
            "change it as text",
            node.start,
        )


def _check_brackets(context: EditContext, node: SpanNode) -> None:
    if context.text[node.body] not in "[{":
        raise Refused(
            "pair",
            "this is a single pair without brackets of its own (“[a: b]”); change it as text",
            node.start,
        )


def remove(context: EditContext, path: Path) -> TextChange:
    """Remove the entry at a path from its list or mapping.

    Raises:
        Refused: The edit is not safe.
    """
    node = collection(context, path[:-1])
    index = context.steps_to(path)[-1].index
    intended = without_entry(context.data, path)
    if len(node.entries) == 1:
        return value_splices.set_value(context, path[:-1], get(intended, path[:-1]))
    if node.flow:
        return TextChange([entry_splices.remove_flow(node, index)], intended)
    return TextChange([entry_splices.remove_block(context.text, node, index)], intended)


def rename(context: EditContext, path: Path, name: str) -> TextChange:
    """Rename the key at the end of a path; its value and position stay.

    Raises:
        Refused: The edit is not safe.
    """
    step = context.steps_to(path)[-1]
    context.check_editable(step.node)
    key = step.entry.key
    if key is None or key.style in ("|", ">"):
        raise Refused(
            "key", "this key cannot be renamed safely; change it as text", step.node.start
        )
    context.check_not_aliased(key)
    style = context.styles.best[0]
    if context.is_json or (step.node.flow and key.style == '"'):
        written = json.dumps(name, ensure_ascii=False)
    else:
        written = collection_writer.key(name, style, flow=step.node.flow)
        if key.style:
            written = value_splices.requoted(key.style, name, written)

    return TextChange(
        [Splice(key.body if key.tag is None else key.start, key.end, written)],
        with_renamed_key(context.data, path, name),
    )


def move(context: EditContext, path: Path, old: int, new: int) -> TextChange:
    """Move an entry of the list or mapping at a path to another position in it.

    Raises:
        Refused: The edit is not safe.
    """
    node = collection(context, path)
    _check_order(context, path, node)
    if node.flow:
        splice = entry_splices.move_flow(context.text, node, old, new)
    else:
        splice = entry_splices.move_block(context.text, node, old, new)
    return TextChange([splice], with_moved_entry(context.data, path, old, new))
