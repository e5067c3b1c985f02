"""Insert, remove, rename and move the entries of lists and mappings."""

from __future__ import annotations

import json

from designer.document.editing import entry_splices, value_splices
from designer.document.editing.edit_context import EditContext, Refused, TextChange
from designer.document.reading.spans import SpanNode
from designer.document.text import Splice, eol_at
from designer.document.values import Path, Value, bare, changed, get, inside
from designer.document.writing import collection_writer, flow_style


def insert(
    draft: EditContext, path: Path, index: int, name: str | None, value: Value
) -> TextChange:
    """Insert an item into the list at a path, or a pair into the mapping at a path.

    Args:
        draft: The text.
        path: The path of the collection.
        index: The new entry's position; the caller has checked its range.
        name: The pair's key; None for a list.
        value: The item, or the pair's value.

    Raises:
        Refused: The edit is not safe.
    """
    node = collection(draft, path)
    _check_order(draft, path, node)
    intended = changed(draft.data, path, inside(lambda old: with_entry(old, index, name, value)))
    if not node.entries:
        return value_splices.set_value(draft, path, get(intended, path))
    if node.flow:
        _check_brackets(draft, node)
        written = _flow_entry(draft, path, name, value)
        written = written.replace("\n", eol_at(draft.text, node.start, draft.eol))
        return TextChange([entry_splices.insert_flow(draft.text, node, index, written)], intended)
    col = draft.column(node.entries[0])
    style = draft.styles.best[0]
    if name is None:
        written = "-" + collection_writer.after_dash(value, col, style)
    else:
        written = (
            collection_writer.key(name, style)
            + ":"
            + collection_writer.after_key(value, col, style)
        )
    written = written.replace("\n", eol_at(draft.text, node.start, draft.eol))
    return TextChange([block_splice(draft, node, index, written)], intended)


def block_splice(draft: EditContext, node: SpanNode, index: int, written: str) -> Splice:
    """Insert a written entry into a block collection that is not empty."""
    eol = eol_at(draft.text, node.start, draft.eol)
    blank = draft.blank if node is draft.root else ""
    return entry_splices.insert_block(draft.text, node, index, written, eol, blank)


def _flow_entry(draft: EditContext, path: Path, name: str | None, value: Value) -> str:
    steps = draft.way(path)
    node = steps[-1].entry.node if steps else draft.root
    within = [step.node for step in steps if step.node.flow] + [node]
    indent = flow_style.indentation(draft.text, node.entries[0].start)
    if name is None:
        return value_splices.flow_text(draft, within, value, indent)
    return value_splices.flow_pair(draft, within, name, value, indent)


def with_entry(old: Value, index: int, name: str | None, value: Value) -> Value:
    """Return a list with one more item, or a mapping with one more pair."""
    if name is None:
        return [*old[:index], value, *old[index:]]
    pairs = list(old.items())
    return dict([*pairs[:index], (name, value), *pairs[index:]])


def collection(draft: EditContext, path: Path) -> SpanNode:
    """Return the collection at a path; its entries may be changed."""
    steps = draft.way(path)
    node = steps[-1].entry.node if steps else draft.root
    draft.check_open(node)
    return node


def _check_order(draft: EditContext, path: Path, node: SpanNode) -> None:
    """Make sure that the entries of a mapping match its keys one by one."""
    names = [entry.name for entry in node.entries]
    if node.kind == "map" and names != list(bare(get(draft.data, path))):
        raise Refused(
            "merge",
            "a part of this is written elsewhere (“<<” or “*”), so the place is not certain; "
            "change it as text",
            node.start,
        )


def _check_brackets(draft: EditContext, node: SpanNode) -> None:
    if draft.text[node.body] not in "[{":
        raise Refused(
            "pair",
            "this is a single pair without brackets of its own (“[a: b]”); change it as text",
            node.start,
        )


def remove(draft: EditContext, path: Path) -> TextChange:
    """Remove the entry at a path from its list or mapping.

    Raises:
        Refused: The edit is not safe.
    """
    node = collection(draft, path[:-1])
    index = draft.way(path)[-1].index
    intended = changed(draft.data, path[:-1], inside(lambda old: _without(old, path[-1])))
    if len(node.entries) == 1:
        return value_splices.set_value(draft, path[:-1], get(intended, path[:-1]))
    if node.flow:
        return TextChange([entry_splices.remove_flow(node, index)], intended)
    return TextChange([entry_splices.remove_block(draft.text, node, index)], intended)


def _without(old: Value, key: str | int) -> Value:
    copy = old.copy()
    del copy[key]
    return copy


def rename(draft: EditContext, path: Path, name: str) -> TextChange:
    """Rename the key at the end of a path; its value and position stay.

    Raises:
        Refused: The edit is not safe.
    """
    step = draft.way(path)[-1]
    draft.check_open(step.node)
    key = step.entry.key
    if key is None or key.style in ("|", ">"):
        raise Refused(
            "key", "this key cannot be renamed safely; change it as text", step.node.start
        )
    draft.check_alone(key)
    style = draft.styles.best[0]
    if draft.is_json or (step.node.flow and key.style == '"'):
        written = json.dumps(name, ensure_ascii=False)
    else:
        written = collection_writer.key(name, style, flow=step.node.flow)
        if key.style:
            written = value_splices.requoted(key.style, name, written)

    def renamed(old: dict[str, Value]) -> dict[str, Value]:
        return {name if item == path[-1] else item: value for item, value in old.items()}

    return TextChange(
        [Splice(key.body if key.tag is None else key.start, key.end, written)],
        changed(draft.data, path[:-1], inside(renamed)),
    )


def move(draft: EditContext, path: Path, old: int, new: int) -> TextChange:
    """Move an entry of the list or mapping at a path to another position in it.

    Raises:
        Refused: The edit is not safe.
    """
    node = collection(draft, path)
    _check_order(draft, path, node)
    if node.flow:
        splice = entry_splices.move_flow(draft.text, node, old, new)
    else:
        splice = entry_splices.move_block(draft.text, node, old, new)

    def moved(collection: Value) -> Value:
        items = list(collection.items() if isinstance(collection, dict) else collection)
        items.insert(new, items.pop(old))
        return dict(items) if isinstance(collection, dict) else items

    return TextChange([splice], changed(draft.data, path, inside(moved)))
