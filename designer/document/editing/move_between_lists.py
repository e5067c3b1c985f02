"""Move an item from one list of a page to another."""

from __future__ import annotations

from designer.document.editing import edits, item_sources
from designer.document.editing.edit_scope import refusal
from designer.document.editing.lookup import list_at, value_at
from designer.document.page import Page
from designer.document.values import Path
from designer.errors import EditRefused


def move_between(page: Page, path: Path, index: int, to_path: Path, to_index: int) -> Page:
    """Move an item, with its comments, from one list to another.

    Args:
        page: The page.
        path: The list that contains the item.
        index: The item's position in it.
        to_path: The path of the other list in the page before the edit.
        to_index: The item's position in the other list.

    Raises:
        EditRefused: A list or position does not exist, the item would be moved into itself, or the
            edit is not safe.
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
    copy = item_sources.copy_item(page, (*path, index))
    without = edits.remove_item(page, (*path, index))
    try:
        return item_sources.insert_copy(without, to_path, to_index, copy)
    except EditRefused:  # the text does not fit into the other list unchanged, but the value may
        return edits.insert_item(without, to_path, to_index, item)
