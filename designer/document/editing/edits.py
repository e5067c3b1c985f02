"""The edits: plain functions that take a page and give a page, or refuse and change nothing.

Every edit finds the part of the page that it concerns (one block, the rest of the front matter, or
the whole of it when it cannot be taken apart), changes the text of that part by splices, reads the
part again and compares. An edit that changes nothing gives back the same page.
"""

from __future__ import annotations

from collections.abc import Callable

from designer.document.editing import block_list, item_copies, reconcile, structure, value_splices
from designer.document.editing.edit_scope import refusal, run
from designer.document.editing.lookup import accepted, list_at, mapping_at, value_at
from designer.document.page import Page
from designer.document.values import Path, Value
from designer.document.writing import key_order
from designer.errors import EditRefused


def set_value(page: Page, path: Path, value: Value) -> Page:
    """Replace the value at a path; of lists and mappings only what differs is written.

    Raises:
        EditRefused: There is no such value, or it cannot be changed safely.
    """
    value, old = accepted(page, value), value_at(page, path)
    result = page
    try:
        for step in reconcile.steps(old, value, tuple(path)):
            result = _PRIMITIVES[step.name](result, *step.arguments)
    except EditRefused:
        if not isinstance(old, (dict, list)):
            raise
        return _replace(page, tuple(path), value)
    return result


def insert_key(
    page: Page,
    path: Path,
    key: str,
    value: Value,
    before: str | None = None,
    after: str | None = None,
) -> Page:
    """Add a key to the mapping at a path.

    Args:
        page: The page.
        path: Where the mapping is; () is the front matter itself.
        key: The new key.
        value: Its value.
        before: The key that shall follow.
        after: The key that shall precede; with neither, the new key comes last.

    Raises:
        EditRefused: There is no such mapping, the key exists, or it cannot be done safely.
    """
    mapping = mapping_at(page, path)
    if key in mapping:
        raise refusal(page, "exists", f"there is a “{key}” already")
    keys = list(mapping)
    neighbour = before if after is None else after
    if neighbour is not None and neighbour not in mapping:
        raise refusal(page, "missing", f"there is no “{neighbour}” to put “{key}” beside")
    index = len(keys)
    if neighbour is not None:
        index = keys.index(neighbour) + (after is not None)
    return _insert(page, tuple(path), index, accepted(page, key), accepted(page, value))


def remove_key(page: Page, path: Path) -> Page:
    """Take a key and its value out of its mapping.

    Raises:
        EditRefused: There is no such key, or it cannot be done safely.
    """
    mapping_at(page, path[:-1])
    value_at(page, path)
    return _remove(page, tuple(path))


def rename_key(page: Page, path: Path, to: str) -> Page:
    """Give the key at the end of a path another name; its value and its place stay.

    Raises:
        EditRefused: There is no such key, the name is taken, or it cannot be done safely.
    """
    mapping = mapping_at(page, path[:-1])
    value_at(page, path)
    if to == path[-1]:
        return page
    if to in mapping:
        raise refusal(page, "exists", f"there is a “{to}” already")
    name = accepted(page, to)
    return run(page, tuple(path), lambda draft, at: structure.rename(draft, at, name))


def insert_item(page: Page, path: Path, index: int, value: Value) -> Page:
    """Put an item into the list at a path.

    Raises:
        EditRefused: There is no such list or position, or it cannot be done safely.
    """
    items = list_at(page, path)
    if not 0 <= index <= len(items):
        raise refusal(page, "missing", f"the list has no position {index}")
    return _insert(page, tuple(path), index, None, accepted(page, value))


def remove_item(page: Page, path: Path) -> Page:
    """Take an item out of its list.

    Raises:
        EditRefused: There is no such item, or it cannot be done safely.
    """
    list_at(page, path[:-1])
    value_at(page, path)
    return _remove(page, tuple(path))


def move_item(page: Page, path: Path, old: int, new: int) -> Page:
    """Move an item of the list at a path to another position, counted without it.

    Raises:
        EditRefused: There is no such list or position, or it cannot be done safely.
    """
    items = list_at(page, path)
    for index in (old, new):
        if not 0 <= index < len(items):
            raise refusal(page, "missing", f"the list has no position {index}")
    return page if old == new else _move(page, tuple(path), old, new)


def duplicate_item(page: Page, path: Path) -> Page:
    """Put a copy of an item directly below it.

    Raises:
        EditRefused: There is no such item, or it cannot be done safely.
    """
    list_at(page, path[:-1])
    value_at(page, path)
    if page.is_cut and path[:-1] == (page.list_key,):
        return block_list.duplicate(page, int(path[-1]))
    return run(page, tuple(path), item_copies.duplicate)


def put_value(page: Page, path: Path, value: Value) -> Page:
    """Set the value at a path; a key that is missing, and mappings on the way to it, are added.

    A new key goes where the mappings beside it have it, else to the end.

    Raises:
        EditRefused: The path leads through something that is no mapping, or it cannot be done
            safely.
    """
    for depth in range(len(path)):
        mapping = value_at(page, path[:depth])
        key = path[depth]
        if isinstance(mapping, dict) and isinstance(key, str) and key not in mapping:
            for missing in reversed(path[depth + 1 :]):
                if not isinstance(missing, str):
                    raise refusal(page, "missing", f"there is no list “{path[depth]}” yet")
                value = {missing: value}
            parent = tuple(path[:depth])
            index = key_order.place(page.data, parent, key)
            return _insert(page, parent, index, accepted(page, key), accepted(page, value))
    return set_value(page, path, value)


def _replace(page: Page, path: Path, value: Value) -> Page:
    return run(page, path, lambda draft, at: value_splices.set_value(draft, at, value))


def _insert(page: Page, path: Path, index: int, key: str | None, value: Value) -> Page:
    if page.is_cut and path == (page.list_key,):
        return block_list.insert(
            page, index, lambda draft, at: structure.insert(draft, (), at, None, value)
        )
    return run(page, path, lambda draft, at: structure.insert(draft, at, index, key, value))


def _remove(page: Page, path: Path) -> Page:
    if page.is_cut and path[:-1] == (page.list_key,):
        return block_list.remove(page, int(path[-1]))
    return run(page, path, structure.remove)


def _move(page: Page, path: Path, old: int, new: int) -> Page:
    if page.is_cut and path == (page.list_key,):
        return block_list.move(page, old, new)
    return run(page, path, lambda draft, at: structure.move(draft, at, old, new))


_PRIMITIVES: dict[str, Callable[..., Page]] = {
    "replace": _replace,
    "insert": _insert,
    "remove": _remove,
    "move": _move,
}
