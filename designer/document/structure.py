"""Adding, removing, renaming and moving the entries of lists and mappings."""

from __future__ import annotations

import json
from dataclasses import dataclass

from designer.document import entries, layout, setting, writing
from designer.document.draft import Change, Draft, Refused
from designer.document.spans import Node
from designer.document.text import Splice, eol_at, lines_normal
from designer.document.values import Path, Value, bare, changed, get, inside


def insert(draft: Draft, path: Path, index: int, name: str | None, value: Value) -> Change:
    """Put an item into the list at a path, or a pair into the mapping there.

    Args:
        draft: The text.
        path: Where the collection is.
        index: The new entry's position; the caller has made sure that it fits.
        name: The pair's key; None of a list.
        value: The item, or the pair's value.

    Raises:
        Refused: It cannot be done safely.
    """
    node = _collection(draft, path)
    _check_order(draft, path, node)
    intended = changed(draft.data, path, inside(lambda old: _with(old, index, name, value)))
    if not node.entries:
        return setting.set_value(draft, path, get(intended, path))
    if node.flow:
        _check_brackets(draft, node)
        written = _flow_entry(draft, path, name, value)
        written = written.replace("\n", eol_at(draft.text, node.start, draft.eol))
        return Change([entries.insert_flow(draft.text, node, index, written)], intended)
    col = draft.column(node.entries[0])
    style = draft.styles.best[0]
    if name is None:
        written = "-" + writing.after_dash(value, col, style)
    else:
        written = writing.key(name, style) + ":" + writing.after_key(value, col, style)
    return Change([_block_splice(draft, node, index, written)], intended)


def _block_splice(draft: Draft, node: Node, index: int, written: str) -> Splice:
    eol = eol_at(draft.text, node.start, draft.eol)
    blank = draft.blank if node is draft.root else ""
    return entries.insert_block(draft.text, node, index, written.replace("\n", eol), eol, blank)


def _flow_entry(draft: Draft, path: Path, name: str | None, value: Value) -> str:
    steps = draft.way(path)
    node = steps[-1].entry.node if steps else draft.root
    within = [step.node for step in steps if step.node.flow] + [node]
    indent = layout.indentation(draft.text, node.entries[0].start)
    if name is None:
        return setting.flow_text(draft, within, value, indent)
    return setting.flow_pair(draft, within, name, value, indent)


def _with(old: Value, index: int, name: str | None, value: Value) -> Value:
    if name is None:
        return [*old[:index], value, *old[index:]]
    pairs = list(old.items())
    return dict([*pairs[:index], (name, value), *pairs[index:]])


def _collection(draft: Draft, path: Path) -> Node:
    """The collection at a path, whose entries may be changed."""
    steps = draft.way(path)
    node = steps[-1].entry.node if steps else draft.root
    draft.check_open(node)
    return node


def _check_order(draft: Draft, path: Path, node: Node) -> None:
    """Make sure that the entries of a mapping are its keys, one by one."""
    names = [entry.name for entry in node.entries]
    if node.kind == "map" and names != list(bare(get(draft.data, path))):
        raise Refused(
            "merge",
            "a part of this is written elsewhere (“<<” or “*”), so the place is not certain; "
            "change it as text",
            node.start,
        )


def _check_brackets(draft: Draft, node: Node) -> None:
    if draft.text[node.body] not in "[{":
        raise Refused(
            "pair",
            "this is a single pair without brackets of its own (“[a: b]”); change it as text",
            node.start,
        )


def remove(draft: Draft, path: Path) -> Change:
    """Take the entry at a path out of its list or mapping.

    Raises:
        Refused: It cannot be done safely.
    """
    node = _collection(draft, path[:-1])
    index = draft.way(path)[-1].index
    intended = changed(draft.data, path[:-1], inside(lambda old: _without(old, path[-1])))
    if len(node.entries) == 1:
        return setting.set_value(draft, path[:-1], get(intended, path[:-1]))
    if node.flow:
        return Change([entries.remove_flow(node, index)], intended)
    return Change([entries.remove_block(draft.text, node, index)], intended)


def _without(old: Value, key: str | int) -> Value:
    copy = old.copy()
    del copy[key]
    return copy


def rename(draft: Draft, path: Path, name: str) -> Change:
    """Give the key at the end of a path another name; its value and place stay.

    Raises:
        Refused: It cannot be done safely.
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
        written = writing.key(name, style, flow=step.node.flow)
        if key.style:
            written = setting.requoted(key.style, name, written)

    def renamed(old: dict[str, Value]) -> dict[str, Value]:
        return {name if item == path[-1] else item: value for item, value in old.items()}

    return Change(
        [Splice(key.body if key.tag is None else key.start, key.end, written)],
        changed(draft.data, path[:-1], inside(renamed)),
    )


def move(draft: Draft, path: Path, old: int, new: int) -> Change:
    """Move an entry of the list or mapping at a path to another position in it.

    Raises:
        Refused: It cannot be done safely.
    """
    node = _collection(draft, path)
    _check_order(draft, path, node)
    if node.flow:
        splice = entries.move_flow(draft.text, node, old, new)
    else:
        splice = entries.move_block(draft.text, node, old, new)

    def moved(collection: Value) -> Value:
        items = list(collection.items() if isinstance(collection, dict) else collection)
        items.insert(new, items.pop(old))
        return dict(items) if isinstance(collection, dict) else items

    return Change([splice], changed(draft.data, path, inside(moved)))


def duplicate(draft: Draft, path: Path) -> Change:
    """Put a copy of an item, text and comments alike, directly below it.

    Raises:
        Refused: It cannot be done safely.
    """
    return insert_copy(draft, path[:-1], int(path[-1]) + 1, copy(draft, path))


@dataclass(frozen=True)
class Copy:
    """An item as it is written.

    Attributes:
        value: What it means.
        text: Its text with its comments, from its first character, with LF as line break.
        column: The column that it begins at.
        flow: It is from a list in brackets.
    """

    value: Value
    text: str
    column: int
    flow: bool


def copy(draft: Draft, path: Path) -> Copy:
    """The item at a path as it is written.

    Raises:
        Refused: There is none, or it is written elsewhere.
    """
    step = draft.way(path)[-1]
    draft.check_open(step.node)
    col = draft.column(step.entry)
    if step.node.flow:
        written = draft.text[step.entry.start : step.entry.end]
    else:
        written = entries.copy_block(draft.text, step.node, step.index)
    return Copy(get(draft.data, path), lines_normal(written), col, step.node.flow)


def insert_copy(draft: Draft, path: Path, index: int, item: Copy) -> Change:
    """Put a copy of an item into a list that has items and is written in the same way.

    Raises:
        Refused: It cannot be done safely.
    """
    node = _collection(draft, path)
    if not node.entries or node.flow != item.flow:
        raise Refused("form", "the other list is written in another way", node.start)
    if node.flow:
        written = item.text.replace("\n", eol_at(draft.text, node.start, draft.eol))
        splice = entries.insert_flow(draft.text, node, index, written)
    else:
        shift = draft.column(node.entries[0]) - item.column
        splice = _block_splice(draft, node, index, _shifted(item.text, shift))
    intended = changed(draft.data, path, inside(lambda old: _with(old, index, None, item.value)))
    return Change([splice], intended)


def _shifted(text: str, columns: int) -> str:
    """A text with all lines but the first moved to the right, or to the left where they can."""
    first, *rest = text.split("\n")
    if columns >= 0:
        return "\n".join([first, *[" " * columns + line if line else "" for line in rest]])
    return "\n".join([first, *[line.removeprefix(" " * -columns) for line in rest]])
