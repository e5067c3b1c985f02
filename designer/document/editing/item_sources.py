"""Items as texts: an item of a list in the way it is written, and putting one in as it is written.

An item's source is a list of YAML with this one item, at the column that it had in its file, so
that it can be read alone and put in again without a change.
"""

from __future__ import annotations

from typing import Final

from designer.document.editing import block_list, edits, item_copies, region
from designer.document.editing.edit_context import EditContext, TextChange
from designer.document.editing.edit_scope import refusal, run, run_whole
from designer.document.editing.item_copies import ItemCopy
from designer.document.editing.lookup import list_at, value_at
from designer.document.page import Page
from designer.document.reading import block_slices, spans, yaml_reader
from designer.document.reading.parse_errors import ReadProblem
from designer.document.values import Path, Value
from designer.errors import EditRefused

NOTHING: Final = Page.from_bytes(b"---\n[]\n---\n")
"""A front matter that is an empty list."""


def item_source(page: Page, path: Path) -> str:
    """The source of the item at a path; an item that cannot be read alone is written anew.

    Raises:
        EditRefused: There is no such item, or it cannot be written.
    """
    list_at(page, path[:-1])
    value = value_at(page, path)
    try:
        return _source(copied(page, path))
    except EditRefused:
        return _anew(value)


def list_sources(page: Page, path: Path) -> list[str]:
    """The sources of all items of the list at a path, with the comments between them.

    Raises:
        EditRefused: There is no such list, or an item of it cannot be written.
    """
    values = list_at(page, path)
    found: list[ItemCopy] = []

    def noted(draft: EditContext, at: Path) -> TextChange:
        found.extend(
            item_copies.copy(draft, (*at, index), loose=index > 0) for index in range(len(values))
        )
        return TextChange([], draft.data)

    try:
        run_whole(page, path, noted)
    except EditRefused:
        return [_anew(value) for value in values]
    return [_source(copy) for copy in found]


def insert_source(page: Page, path: Path, index: int, source: str) -> Page:
    """Put an item into the list at a path in the way in which it is written.

    Where the text would not mean the same, or the list is written in another way (JSON, or
    brackets), the item is written as its new neighbours are.

    Args:
        page: The page.
        path: The list.
        index: The item's position.
        source: A list of YAML with this one item; its comments belong to the item.

    Raises:
        EditRefused: There is no such list or position, the source is not a list with one item, or
            it cannot be done safely.
    """
    if not 0 <= index <= len(list_at(page, path)):
        raise refusal(page, "missing", f"the list has no position {index}")
    item = _read(page, source)
    try:
        return put(page, tuple(path), index, item)
    except EditRefused:
        return edits.insert_item(page, path, index, item.value)


def copied(page: Page, path: Path) -> ItemCopy:
    """The item at a path as it is written.

    Raises:
        EditRefused: It is written elsewhere.
    """
    found: list[ItemCopy] = []

    def noted(draft: EditContext, at: Path) -> TextChange:
        found.append(item_copies.copy(draft, at))
        return TextChange([], draft.data)

    run(page, path, noted)
    return found[0]


def put(page: Page, path: Path, index: int, item: ItemCopy) -> Page:
    """Put an item into the list at a path as it is written.

    Raises:
        EditRefused: The list is written in another way, or it cannot be done safely.
    """
    if page.is_cut and path == (page.list_key,):
        new = block_list.insert(
            page, index, lambda draft, at: item_copies.insert(draft, (), at, item)
        )
    else:
        new = run(page, path, lambda draft, at: item_copies.insert(draft, at, index, item))
    if item.anchored:
        _check_anchors(new)
    return new


def _check_anchors(page: Page) -> None:
    """Make sure that a new anchor means nothing to an alias of the same name further below."""
    is_cut = False
    if region.means(page.yaml, page.data):
        found = yaml_reader.load(page.yaml, page.list_key)
        is_cut = block_slices.cut(page.yaml, found, page.list_key) is not None
    if is_cut != page.is_cut:
        raise refusal(page, "anchor", "a mark (“&…”) in it has the name of another one")


def _source(copy: ItemCopy) -> str:
    """A copy as a list with it alone; written anew where this is not readable."""
    pad = " " * copy.column
    source = f"{pad}[{copy.text}]\n" if copy.flow else f"{pad}{copy.text}\n"
    return source if region.means(source, [copy.value]) else _anew(copy.value)


def _anew(value: Value) -> str:
    return edits.insert_item(NOTHING, (), 0, value).yaml


def _read(page: Page, source: str) -> ItemCopy:
    """The item that a source holds.

    Raises:
        EditRefused: The source is not a list with one item.
    """
    try:
        data = yaml_reader.load(source).data
    except ReadProblem:
        data = None
    if not isinstance(data, list) or len(data) != 1:
        raise refusal(page, "value", "the text is not a list with one item")
    return item_copies.copy(
        EditContext(source, data, spans.tree(source), False, "\n"), (0,), loose=True
    )
