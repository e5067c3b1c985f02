"""Edits of several items of a list at once, each made of edits of one item."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from designer.document.editing.edits import (
    duplicate_item,
    insert_item,
    move_item,
    put_value,
    remove_item,
)
from designer.document.editing.item_sources import NOTHING, insert_source
from designer.document.editing.lookup import value_at
from designer.document.page import Page
from designer.document.values import Path, Value
from designer.errors import EditRefused


def insert_items(page: Page, path: Path, index: int, values: Sequence[Value]) -> Page:
    """Put items into the list at a path, the first one at ``index``.

    A list that is not there yet is made.

    Raises:
        EditRefused: There is no such position, or it cannot be done safely.
    """
    page = _with_list(page, path) if values else page
    for place, value in enumerate(values, index):
        page = insert_item(page, path, place, value)
    return page


def insert_sources(page: Page, path: Path, index: int, sources: Sequence[str]) -> Page:
    """Put items into the list at a path as they are written, the first one at ``index``.

    A list that is not there yet is made. See ``insert_source``.

    Raises:
        EditRefused: There is no such position, a source is not a list with one item, or it cannot
            be done safely.
    """
    page = _with_list(page, path) if sources else page
    for place, source in enumerate(sources, index):
        page = insert_source(page, path, place, source)
    return page


def joined(sources: Sequence[str]) -> str:
    """One list of YAML, which can stand alone, of the sources of several items.

    Raises:
        EditRefused: It cannot be written.
    """
    return insert_sources(NOTHING, (), 0, sources).yaml


def _with_list(page: Page, path: Path) -> Page:
    """The page with a list at a path where nothing was yet."""
    try:
        found = value_at(page, path)
    except EditRefused:
        found = None
    return page if found is not None else put_value(page, path, [])


def remove_items(page: Page, path: Path, indexes: Iterable[int]) -> Page:
    """Take items out of the list at a path.

    Raises:
        EditRefused: There is no such item, or it cannot be done safely.
    """
    for index in sorted(set(indexes), reverse=True):
        page = remove_item(page, (*path, index))
    return page


def move_items(page: Page, path: Path, indexes: Iterable[int], gap: int) -> Page:
    """Bring items of the list at a path together, in the order that they have.

    Args:
        page: The page.
        path: The list.
        indexes: The items.
        gap: Where they go: before the item that stands there now; the list's length for its end.

    Raises:
        EditRefused: There is no such list or position, or it cannot be done safely.
    """
    chosen = sorted(set(indexes))
    before = [index for index in chosen if index < gap]
    for done, index in enumerate(before):
        page = move_item(page, path, index - done, gap - 1)
    for done, index in enumerate(chosen[len(before) :]):
        page = move_item(page, path, index, gap + done)
    return page


def duplicate_items(page: Page, path: Path, indexes: Iterable[int]) -> Page:
    """Put a copy of each of some items of the list at a path below the last of them.

    Raises:
        EditRefused: There is no such item, or it cannot be done safely.
    """
    chosen = sorted(set(indexes))
    for index in reversed(chosen):
        page = duplicate_item(page, (*path, index))
    # Each copy stands below its own item now.
    copies = [index + 1 + number for number, index in enumerate(chosen)]
    return move_items(page, path, copies, copies[-1] + 1) if copies else page
