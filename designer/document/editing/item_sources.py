"""Read the source text of a list item, and insert an item from its source text.

An item's source is a YAML list with this one item, at the column that it had in its file. In TOML
it is a table with its headers, or a list in brackets. It can be parsed alone, and inserted again
unchanged.
"""

from __future__ import annotations

from typing import Final

from designer.document.editing import block_list, edits, item_copies, region, toml_copies
from designer.document.editing.edit_context import EditContext, TextChange
from designer.document.editing.edit_scope import refusal, run, run_on_page
from designer.document.editing.item_copies import ItemCopy
from designer.document.editing.lookup import list_at, value_at
from designer.document.editing.syntax_edits import edits_of
from designer.document.page import Page
from designer.document.reading import block_slices, yaml_reader
from designer.document.reading.parse_errors import ReadProblem
from designer.document.reading.syntax import TOML, YAML
from designer.document.values import Path, Value
from designer.errors import EditRefused

EMPTY_LIST: Final = Page.from_bytes(b"---\n[]\n---\n")
"""A front matter that is an empty list."""


def item_source(page: Page, path: Path) -> str:
    """Return the source of the item at a path, rewritten if its text cannot be parsed alone.

    Raises:
        EditRefused: The item does not exist, or cannot be written.
    """
    list_at(page, path[:-1])
    value = value_at(page, path)
    try:
        return _source(page, copy_item(page, path))
    except EditRefused:
        return _rewritten(page, value)


def list_sources(page: Page, path: Path) -> list[str]:
    """Return the sources of all items of the list at a path, with the comments between them.

    Raises:
        EditRefused: The list does not exist, or an item of it cannot be written.
    """
    values = list_at(page, path)
    copies: list[ItemCopy] = []

    def collect(context: EditContext, inner_path: Path) -> TextChange:
        copies.extend(
            edits_of(context).copy(context, (*inner_path, index), loose=index > 0)
            for index in range(len(values))
        )
        return TextChange([], context.data)

    try:
        run_on_page(page, path, collect)
    except EditRefused:
        return [_rewritten(page, value) for value in values]
    return [_source(page, copy) for copy in copies]


def insert_source(page: Page, path: Path, index: int, source: str) -> Page:
    """Insert an item into the list at a path as it is written in its source.

    If the text would parse to another value, or the list has another form (JSON or flow style), the
    item is written in the style of its new neighbours.

    Args:
        page: The page.
        path: The list.
        index: The item's position.
        source: A YAML list with this one item, or a TOML text that holds only a list with this one
            item. Its comments belong to the item.

    Raises:
        EditRefused: The list or the position does not exist, the source is not a list with one
            item, or the edit is not safe.
    """
    if not 0 <= index <= len(list_at(page, path)):
        raise refusal(page, "missing", f"the list has no position {index}")
    item = _read(page, source)
    try:
        return insert_copy(page, tuple(path), index, item)
    except EditRefused:
        return edits.insert_item(page, path, index, item.value)


def copy_item(page: Page, path: Path) -> ItemCopy:
    """Return the item at a path with its source text.

    Raises:
        EditRefused: The item is written elsewhere.
    """
    copies: list[ItemCopy] = []

    def collect(context: EditContext, inner_path: Path) -> TextChange:
        copies.append(edits_of(context).copy(context, inner_path))
        return TextChange([], context.data)

    run(page, path, collect)
    return copies[0]


def insert_copy(page: Page, path: Path, index: int, item: ItemCopy) -> Page:
    """Insert an item with its source text into the list at a path.

    Raises:
        EditRefused: The list has another form, or the edit is not safe.
    """
    if page.is_cut and path == page.list_path:
        new = block_list.insert(
            page, index, lambda context, position: item_copies.insert(context, (), position, item)
        )
    else:
        new = run(
            page,
            path,
            lambda context, inner_path: edits_of(context).insert_copy(
                context, inner_path, index, item
            ),
        )
    if item.anchored:
        _check_anchors(new)
    return new


def _check_anchors(page: Page) -> None:
    """Make sure that no alias below resolves to a new anchor of the same name."""
    is_cut = False
    if region.reads_as(page.yaml, page.data):
        parsed = yaml_reader.load(page.yaml, page.list_path)
        is_cut = block_slices.cut(page.yaml, parsed, page.list_path) is not None
    if is_cut != page.is_cut:
        raise refusal(page, "anchor", "a mark (“&…”) in it has the name of another one")


def _source(page: Page, copy: ItemCopy) -> str:
    """Return a copied item as a standalone list, rewritten if its text has another value alone."""
    if copy.syntax is TOML:
        return toml_copies.in_list(copy)
    pad = " " * copy.column
    source = f"{pad}[{copy.text}]\n" if copy.flow else f"{pad}{copy.text}\n"
    return source if region.reads_as(source, [copy.value]) else _rewritten(page, copy.value)


def _rewritten(page: Page, value: Value) -> str:
    """Return the source of a value of a page; each syntax has values that the other cannot hold."""
    if page.syntax is TOML:
        return toml_copies.in_list(toml_copies.written(value))
    return edits.insert_item(EMPTY_LIST, (), 0, value).yaml


def _read(page: Page, source: str) -> ItemCopy:
    """Parse a source into its item.

    Raises:
        EditRefused: The source is not a list with one item.
    """
    item = _yaml_item(source) or toml_copies.read(source)
    if item is None:
        raise refusal(page, "value", "the text is not a list with one item")
    return item


def _yaml_item(source: str) -> ItemCopy | None:
    """Return the item of a YAML list with one item; None if the text is no such list."""
    try:
        data = yaml_reader.load(source).data
    except ReadProblem:
        return None
    if not isinstance(data, list) or len(data) != 1:
        return None
    return item_copies.copy(EditContext(source, data, YAML, "\n"), (0,), loose=True)
