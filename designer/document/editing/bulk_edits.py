"""Edits of several items of a list at once, composed of edits of single items."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from designer.document.editing.edits import (
    duplicate_item,
    insert_item,
    move_item,
    put_value,
    remove_item,
)
from designer.document.editing.item_sources import EMPTY_LIST, insert_source
from designer.document.editing.lookup import value_at
from designer.document.page import Page
from designer.document.values import Path, Value
from designer.errors import EditRefused


def insert_items(page: Page, path: Path, index: int, values: Sequence[Value]) -> Page:
    """Insert items into the list at a path, the first one at ``index``.

    A missing list is created.

    Raises:
        EditRefused: The position does not exist, or the edit is not safe.
    """
    page = _ensure_list(page, path) if values else page
    for place, value in enumerate(values, index):
        page = insert_item(page, path, place, value)
    return page


def insert_sources(page: Page, path: Path, index: int, sources: Sequence[str]) -> Page:
    """Insert items into the list at a path from their source text, the first one at ``index``.

    A missing list is created. See ``insert_source``.

    Raises:
        EditRefused: The position does not exist, a source is not a list with one item, or the edit
            is not safe.
    """
    page = _ensure_list(page, path) if sources else page
    for place, source in enumerate(sources, index):
        page = insert_source(page, path, place, source)
    return page


def join_sources(sources: Sequence[str]) -> str:
    """Join the sources of several items into one standalone YAML list.

    Raises:
        EditRefused: The list cannot be written.
    """
    return insert_sources(EMPTY_LIST, (), 0, sources).yaml


def _ensure_list(page: Page, path: Path) -> Page:
    """Return the page with an empty list at a path that has no value yet."""
    try:
        found = value_at(page, path)
    except EditRefused:
        found = None
    return page if found is not None else put_value(page, path, [])


def remove_items(page: Page, path: Path, indexes: Iterable[int]) -> Page:
    """Remove items from the list at a path.

    Raises:
        EditRefused: An item does not exist, or the edit is not safe.
    """
    for index in sorted(set(indexes), reverse=True):
        page = remove_item(page, (*path, index))
    return page


def move_items(page: Page, path: Path, indexes: Iterable[int], gap: int) -> Page:
    """Move items of the list at a path next to each other, in their present order.

    Args:
        page: The page.
        path: The list.
        indexes: The items.
        gap: The target: the index of the item that they are moved before, or the list's length for
            its end.

    Raises:
        EditRefused: The list or a position does not exist, or the edit is not safe.
    """
    chosen = sorted(set(indexes))
    before = [index for index in chosen if index < gap]
    for done, index in enumerate(before):
        page = move_item(page, path, index - done, gap - 1)
    for done, index in enumerate(chosen[len(before) :]):
        page = move_item(page, path, index, gap + done)
    return page


def duplicate_items(page: Page, path: Path, indexes: Iterable[int]) -> Page:
    """Insert copies of some items of the list at a path below the last of these items.

    Raises:
        EditRefused: An item does not exist, or the edit is not safe.
    """
    chosen = sorted(set(indexes))
    for index in reversed(chosen):
        page = duplicate_item(page, (*path, index))
    # At this point each copy is directly below its own item.
    copies = [index + 1 + number for number, index in enumerate(chosen)]
    return move_items(page, path, copies, copies[-1] + 1) if copies else page
