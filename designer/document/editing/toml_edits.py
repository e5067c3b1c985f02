"""The edits of TOML texts. Each changes a draft step by step and returns one change of the text.

Tables have no order of keys. A new pair stands beside its neighbours as far as TOML allows: pairs
stand above the tables within their table. The result has the data in the order of the file.
"""

from __future__ import annotations

from collections.abc import Callable

from designer.document.editing import intended_data, toml_brackets, toml_statements
from designer.document.editing.edit_context import EditContext, Refused, TextChange
from designer.document.editing.toml_draft import TomlDraft
from designer.document.reading.spans import SpanNode
from designer.document.reading.toml_tree import Table, TableList
from designer.document.text import Splice
from designer.document.values import Path, Value, updated_at
from designer.document.writing import toml_writer
from designer.document.writing.scalar_writer import UnwritableScalar


def set_value(context: EditContext, path: Path, value: Value) -> TextChange:
    """Replace the value at a path.

    Raises:
        Refused: The edit is not safe.
    """
    intended = updated_at(context.data, path, lambda _: value)
    return change(context, intended, lambda draft: _replace(draft, path, value))


def insert(
    context: EditContext, path: Path, index: int, name: str | None, value: Value
) -> TextChange:
    """Insert an item into the list at a path, or a pair into the mapping at a path.

    Raises:
        Refused: The edit is not safe.
    """
    intended = intended_data.with_entry(context.data, path, index, name, value)
    return change(context, intended, lambda draft: _insert(draft, path, index, name, value))


def remove(context: EditContext, path: Path) -> TextChange:
    """Remove the entry at a path from its list or mapping.

    Raises:
        Refused: The edit is not safe.
    """
    intended = intended_data.without_entry(context.data, path)
    return change(context, intended, lambda draft: _remove(draft, path))


def rename(context: EditContext, path: Path, name: str) -> TextChange:
    """Rename the key at the end of a path, in all headers and pairs that have it.

    Raises:
        Refused: The edit is not safe.
    """
    intended = intended_data.with_renamed_key(context.data, path, name)
    return change(context, intended, lambda draft: _rename(draft, path, name))


def move(context: EditContext, path: Path, old: int, new: int) -> TextChange:
    """Move an item of the list at a path to another position; keys of a mapping have none.

    Raises:
        Refused: The edit is not safe.
    """
    intended = intended_data.with_moved_entry(context.data, path, old, new)
    return change(context, intended, lambda draft: _move(draft, path, old, new))


def change(context: EditContext, intended: Value, edit: Callable[[TomlDraft], None]) -> TextChange:
    """Return the change of a text by an edit of a draft.

    Args:
        context: The text.
        intended: The data after the edit.
        edit: Changes the draft.

    Raises:
        Refused: The edit is not safe.
    """
    draft = TomlDraft(context)
    try:
        edit(draft)
    except UnwritableScalar as error:
        raise Refused("value", str(error), 0) from error
    return TextChange(draft.splices, intended)


def _replace(draft: TomlDraft, path: Path, value: Value) -> None:
    node = draft.tree.node(path)
    if isinstance(node, Table) and isinstance(value, dict):
        for name in list(node.entries):
            _remove(draft, (*path, name))
        for index, (name, item) in enumerate(value.items()):
            _insert(draft, path, index, name, item)
        return
    if not path:
        raise Refused("value", "TOML needs names with values here", 0)
    parent = draft.tree.node(path[:-1])
    if isinstance(node, SpanNode) and not _becomes_tables(draft, path, value):
        _replace_in_place(draft, node, value, inside=isinstance(parent, SpanNode))
        return
    if not isinstance(parent, Table):
        raise _only_mappings(draft, path)
    name = str(path[-1])
    index = list(parent.entries).index(name)
    _remove(draft, path)
    _insert(draft, path[:-1], index, name, value)


def _only_mappings(draft: TomlDraft, path: Path) -> Refused:
    return Refused(
        "form",
        "this list is written with headers (“[[…]]”), so its items are mappings; change it as text",
        draft.tree.statements[draft.tree.under(path)[0]].start,
    )


def _becomes_tables(draft: TomlDraft, path: Path, value: Value) -> bool:
    """Return whether an empty list that gets a value is written with headers from then on."""
    node, parent = draft.tree.node(path), draft.tree.node(path[:-1])
    is_empty = isinstance(node, SpanNode) and node.kind == "list" and not node.entries
    return is_empty and isinstance(value, list) and _has_header(draft, parent, path, value)


def _has_header(draft: TomlDraft, parent: object, path: Path, value: Value) -> bool:
    """Return whether a new value at a path is written with headers."""
    if not isinstance(parent, Table) or draft.layout.form(path, value) != "header":
        return False
    statements = [draft.tree.statements[index] for index in draft.tree.under(parent.path)]
    return not parent.path or bool(statements[0].opening)


def _replace_in_place(draft: TomlDraft, node: SpanNode, value: Value, *, inside: bool) -> None:
    """Replace a value in its place.

    Args:
        draft: The text.
        node: The value.
        value: The new value.
        inside: Whether the place is inside brackets or braces.
    """
    text, style = draft.text, draft.layout.style
    toml_brackets.check_whole(node)
    like = text[node.start : node.end] if node.kind == "scalar" and not draft.plainest else ""
    if isinstance(value, list) and value and toml_brackets.has_lines(text, node):
        written = toml_brackets.in_lines(text, node, value, style)
    else:
        written = toml_writer.value(value, toml_writer.within(style) if inside else style, like)
    draft.splice(Splice(node.start, node.end, draft.with_eol(written)))


def _insert(draft: TomlDraft, path: Path, index: int, name: str | None, value: Value) -> None:
    node = draft.tree.node(path)
    if isinstance(node, SpanNode):
        if name is None and _becomes_tables(draft, path, [value]):
            _replace(draft, path, [value])
            return
        style = toml_writer.within(draft.layout.style)
        if name is None:
            written = toml_writer.value(value, style)
        else:
            written = toml_writer.pair(name, value, style)
        draft.splice(*toml_brackets.insert(draft.text, node, index, written, draft.eol))
    elif isinstance(node, TableList):
        if not isinstance(value, dict):
            raise _only_mappings(draft, path)
        toml_statements.insert_table(draft, path, index, value)
    elif _has_header(draft, node, (*path, str(name)), value):
        toml_statements.insert_tables(draft, node, index, str(name), value)
    else:
        toml_statements.insert_pair(draft, node, index, str(name), value)


def _remove(draft: TomlDraft, path: Path) -> None:
    tree = draft.tree
    parent = tree.node(path[:-1])
    if isinstance(parent, SpanNode):
        index = toml_brackets.index_of(parent, path[-1])
        draft.splice(*toml_brackets.remove(draft.text, parent, index))
        return
    if isinstance(parent, TableList) and len(parent.items) == 1:
        above = tree.node(path[:-2])
        index = list(above.entries).index(str(path[-2])) if isinstance(above, Table) else 0
        _remove(draft, path[:-1])
        _insert(draft, path[:-2], index, str(path[-2]), [])
        return
    indexes = tree.under(path)
    if path[:-1] and len(indexes) == len(tree.under(path[:-1])):
        toml_statements.remove_all_statements(draft, indexes, path[:-1])
    else:
        toml_statements.remove_statements(draft, indexes)


def _rename(draft: TomlDraft, path: Path, name: str) -> None:
    parent = draft.tree.node(path[:-1])
    if not isinstance(parent, SpanNode):
        toml_statements.rename_key(draft, path, name)
        return
    toml_brackets.check_editable(parent)
    entry = parent.entries[toml_brackets.index_of(parent, path[-1])]
    end = entry.key.end if entry.key else entry.start
    draft.splice(Splice(entry.start, end, toml_writer.key(name, draft.text[entry.start : end])))


def _move(draft: TomlDraft, path: Path, old: int, new: int) -> None:
    node = draft.tree.node(path)
    if isinstance(node, TableList):
        toml_statements.move_tables(draft, path, old, new)
    elif isinstance(node, SpanNode) and node.kind == "list":
        draft.splice(*toml_brackets.move(draft.text, node, old, new))
