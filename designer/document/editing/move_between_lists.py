"""Moving an item from one list of a page to another."""

from __future__ import annotations

from designer.document.editing import edits, item_sources
from designer.document.editing.edit_scope import refusal
from designer.document.editing.lookup import list_at, value_at
from designer.document.page import Page
from designer.document.values import Path
from designer.errors import EditRefused


def move_between(page: Page, path: Path, index: int, to_path: Path, to_index: int) -> Page:
    """Take an item out of one list and put it into another, with its comments.

    Args:
        page: The page.
        path: The list that the item is in.
        index: Its position there.
        to_path: The other list, as it is found in the page before the edit.
        to_index: The position that the item gets there.

    Raises:
        EditRefused: There is no such list or position, the item would go into itself, or it
            cannot be done safely.
    """
    path, to_path = tuple(path), tuple(to_path)
    if path == to_path:
        return edits.move_item(page, path, index, to_index)
    item = value_at(page, (*path, index))
    list_at(page, path)
    if not 0 <= to_index <= len(list_at(page, to_path)):
        raise refusal(page, "missing", f"the other list has no position {to_index}")
    depth = len(path)
    if to_path[:depth] == path:
        step = to_path[depth]
        if step == index:
            raise refusal(page, "value", "an item cannot go into itself")
        if isinstance(step, int) and step > index:
            to_path = (*path, step - 1, *to_path[depth + 1 :])
    copy = item_sources.copied(page, (*path, index))
    without = edits.remove_item(page, (*path, index))
    try:
        return item_sources.put(without, to_path, to_index, copy)
    except EditRefused:  # its text does not fit there as it is, but its value may
        return edits.insert_item(without, to_path, to_index, item)
