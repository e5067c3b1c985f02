"""Items of TOML lists as written in the source: tables with their headers and comments.

A copied table is a TOML text of its own. It is inserted unchanged into a list of tables with
headers; only the names in its headers and the indentation become those of the list. Another item is
the only one of a list in brackets.
"""

from __future__ import annotations

import re

from designer.document.editing import toml_brackets, toml_edits, toml_statements
from designer.document.editing.edit_context import EditContext, Refused, TextChange
from designer.document.editing.intended_data import with_entry
from designer.document.editing.item_copies import ItemCopy
from designer.document.editing.toml_draft import TomlDraft
from designer.document.reading import toml_tree
from designer.document.reading.parse_errors import ReadProblem
from designer.document.reading.spans import SpanNode
from designer.document.reading.syntax import TOML
from designer.document.reading.toml_lines import indentation
from designer.document.reading.toml_tree import TableList
from designer.document.text import Splice, apply_splices, normalize_newlines
from designer.document.values import Path, Value, get
from designer.document.writing import toml_writer
from designer.document.writing.toml_writer import TomlStyle

_INDENTATION = re.compile(r"^[ \t]*+(?=[^\s])", re.MULTILINE)


def copy(context: EditContext, path: Path, *, loose: bool = False) -> ItemCopy:
    """Return the item at a path with its source text.

    Args:
        context: The text.
        path: The path of the item.
        loose: Not used: comments that belong to no item stay in the file.

    Raises:
        Refused: The item has parts elsewhere in the file.
    """
    del loose
    draft = TomlDraft(context)
    node = draft.tree.node(path)
    if isinstance(node, SpanNode):
        text = normalize_newlines(context.text[node.start : node.end])
    else:
        text = toml_statements.table_lines(draft, path) + "\n"
    return ItemCopy(
        get(context.data, path), text, 0, isinstance(node, SpanNode), anchored=False, syntax=TOML
    )


def in_list(item: ItemCopy) -> str:
    """Return a copied item as a TOML text that holds only a list with this item.

    A header without pairs would be a list in YAML too, so an empty table is written in braces.
    """
    if item.flow or not item.value:
        return f"item = [{item.text if item.flow else '{}'}]\n"
    return item.text


def written(value: Value) -> ItemCopy:
    """Return a value as a copied item, written anew in brackets."""
    return ItemCopy(value, toml_writer.value(value, TomlStyle()), 0, True, False, TOML)


def read(source: str) -> ItemCopy | None:
    """Return the only item of a TOML text that is one list; None for another text."""
    try:
        data = TOML.load(source)
    except ReadProblem:
        return None
    found = toml_tree.tree(source)
    if not found.statements:
        return None
    first = found.statements[0]
    value = get(data, first.path)
    if first.opening == "[[" and len(found.under(first.path)) == len(found.statements):
        return ItemCopy(value, source, 0, flow=False, anchored=False, syntax=TOML)
    if len(found.statements) > 1 or first.node is None or first.node.kind != "list":
        return None
    items = [source[entry.start : entry.end] for entry in first.node.entries]
    if len(items) != 1:
        return None
    return ItemCopy(value[0], items[0], 0, flow=True, anchored=False, syntax=TOML)


def insert(context: EditContext, path: Path, index: int, item: ItemCopy) -> TextChange:
    """Insert a copied item into a list that is written in the same form.

    Raises:
        Refused: The list or the item is written in another way, or the edit is not safe.
    """

    def edit(draft: TomlDraft) -> None:
        node = draft.tree.node(path)
        is_toml = item.syntax is TOML
        if is_toml and item.flow and isinstance(node, SpanNode) and node.entries:
            written = draft.with_eol(item.text)
            draft.splice(*toml_brackets.insert(draft.text, node, index, written, draft.eol))
        elif is_toml and not item.flow and isinstance(node, TableList):
            header = draft.tree.headers[(*path, 0)]
            prefix = draft.text[header.keys[0].start : header.keys[-1].end]
            lines = _adapted(item.text, prefix, indentation(draft.text, header))
            toml_statements.insert_table_lines(draft, path, index, lines.removesuffix("\n"))
        else:
            raise Refused("form", "the other list is written in another way", 0)

    return toml_edits.change(context, with_entry(context.data, path, index, None, item.value), edit)


def _adapted(text: str, prefix: str, indent: str) -> str:
    """Return the text of a table with another dotted key in its headers, and indented anew.

    Args:
        text: The text.
        prefix: The dotted key of its own header.
        indent: The indentation of its own header.
    """
    found = toml_tree.tree(text).statements
    headers = [each for each in found if each.opening]
    depth, old_indent = len(headers[0].keys), indentation(text, headers[0])
    splices = [Splice(each.keys[0].start, each.keys[depth - 1].end, prefix) for each in headers]
    for match in _INDENTATION.finditer(text):
        if not any(each.start < match.start() < each.end for each in found):
            new = indent + match[0].removeprefix(old_indent)
            splices.append(Splice(match.start(), match.end(), new))
    return apply_splices(text, sorted(splices, key=lambda splice: splice.start))


def duplicate(context: EditContext, path: Path) -> TextChange:
    """Insert a copy of an item, with its comments, directly below it.

    Raises:
        Refused: The edit is not safe.
    """
    index = int(path[-1])

    def edit(draft: TomlDraft) -> None:
        parent = draft.tree.node(path[:-1])
        if isinstance(parent, SpanNode):
            item = parent.entries[index]
            written = draft.text[item.start : item.end]
            splices = toml_brackets.insert(draft.text, parent, index + 1, written, draft.eol)
            draft.splice(*splices)
        else:
            lines = toml_statements.table_lines(draft, path)
            toml_statements.insert_table_lines(draft, path[:-1], index + 1, lines)

    value = get(context.data, path)
    return toml_edits.change(
        context, with_entry(context.data, path[:-1], index + 1, None, value), edit
    )
