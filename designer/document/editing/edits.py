"""The edits: pure functions that take a page and return a page, or refuse and change nothing.

Every edit finds the part of the page that it concerns (one block, the rest of the front matter, or
the whole of it when it cannot be split), changes the text of that part by splices, parses the part
again and compares the result with the intended data. An edit without effect returns the same page.
"""

from __future__ import annotations

from collections.abc import Callable

from designer.document.block_layout import BODY
from designer.document.editing import block_list, reconcile, structure
from designer.document.editing.body_edits import set_body
from designer.document.editing.edit_scope import refusal, run
from designer.document.editing.lookup import list_at, mapping_at, normalized_or_refused, value_at
from designer.document.editing.syntax_edits import edits_of
from designer.document.page import Page
from designer.document.values import Path, Value
from designer.document.writing import key_order
from designer.errors import EditRefused


def set_value(page: Page, path: Path, value: Value) -> Page:
    """Replace the value at a path; in lists and mappings only the differences are written.

    Raises:
        EditRefused: The value does not exist, or cannot be changed safely.
    """
    if path[:1] == (BODY,):
        return set_body(page, tuple(path), value)
    value, old = normalized_or_refused(page, value), value_at(page, path)
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
    """Insert a key into the mapping at a path.

    Args:
        page: The page.
        path: The path of the mapping; () is the front matter itself.
        key: The new key.
        value: Its value.
        before: The existing key that follows the new one.
        after: The existing key that precedes the new one. Without both, the new key comes last.

    Raises:
        EditRefused: The mapping does not exist, the key exists, or the edit is not safe.
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
    return _insert(
        page,
        tuple(path),
        index,
        normalized_or_refused(page, key),
        normalized_or_refused(page, value),
    )


def remove_key(page: Page, path: Path) -> Page:
    """Remove a key and its value from its mapping.

    Raises:
        EditRefused: The key does not exist, or the edit is not safe.
    """
    mapping_at(page, path[:-1])
    value_at(page, path)
    return _remove(page, tuple(path))


def rename_key(page: Page, path: Path, to: str) -> Page:
    """Rename the key at the end of a path; its value and position stay.

    Raises:
        EditRefused: The key does not exist, the name is taken, or the edit is not safe.
    """
    mapping = mapping_at(page, path[:-1])
    value_at(page, path)
    if to == path[-1]:
        return page
    if to in mapping:
        raise refusal(page, "exists", f"there is a “{to}” already")
    name = normalized_or_refused(page, to)
    return run(
        page,
        tuple(path),
        lambda context, inner_path: edits_of(context).rename(context, inner_path, name),
    )


def insert_item(page: Page, path: Path, index: int, value: Value) -> Page:
    """Insert an item into the list at a path.

    Raises:
        EditRefused: The list or the position does not exist, or the edit is not safe.
    """
    items = list_at(page, path)
    if not 0 <= index <= len(items):
        raise refusal(page, "missing", f"the list has no position {index}")
    return _insert(page, tuple(path), index, None, normalized_or_refused(page, value))


def remove_item(page: Page, path: Path) -> Page:
    """Remove an item from its list.

    Raises:
        EditRefused: The item does not exist, or the edit is not safe.
    """
    list_at(page, path[:-1])
    value_at(page, path)
    return _remove(page, tuple(path))


def move_item(page: Page, path: Path, old: int, new: int) -> Page:
    """Move an item of the list at a path to another position, counted without the item.

    Raises:
        EditRefused: The list or a position does not exist, or the edit is not safe.
    """
    items = list_at(page, path)
    for index in (old, new):
        if not 0 <= index < len(items):
            raise refusal(page, "missing", f"the list has no position {index}")
    return page if old == new else _move(page, tuple(path), old, new)


def duplicate_item(page: Page, path: Path) -> Page:
    """Insert a copy of an item directly below it.

    Raises:
        EditRefused: The item does not exist, or the edit is not safe.
    """
    list_at(page, path[:-1])
    value_at(page, path)
    if page.is_cut and path[:-1] == page.list_path:
        return block_list.duplicate(page, int(path[-1]))
    return run(
        page,
        tuple(path),
        lambda context, inner_path: edits_of(context).duplicate(context, inner_path),
    )


def put_value(page: Page, path: Path, value: Value) -> Page:
    """Set the value at a path; a missing key, and missing mappings on the path, are created.

    The position of a new key follows sibling mappings that have it; otherwise the key comes last.

    Raises:
        EditRefused: The path leads through a value that is not a mapping, or the edit is not safe.
    """
    if path[:1] == (BODY,):
        return set_body(page, tuple(path), value)
    for depth in range(len(path)):
        mapping = value_at(page, path[:depth])
        key = path[depth]
        if isinstance(mapping, dict) and isinstance(key, str) and key not in mapping:
            for missing in reversed(path[depth + 1 :]):
                if not isinstance(missing, str):
                    raise refusal(page, "missing", f"there is no list “{path[depth]}” yet")
                value = {missing: value}
            parent = tuple(path[:depth])
            index = key_order.insert_position(page.data, parent, key)
            return _insert(
                page,
                parent,
                index,
                normalized_or_refused(page, key),
                normalized_or_refused(page, value),
            )
    return set_value(page, path, value)


def _replace(page: Page, path: Path, value: Value) -> Page:
    return run(
        page,
        path,
        lambda context, inner_path: edits_of(context).set_value(context, inner_path, value),
    )


def _insert(page: Page, path: Path, index: int, key: str | None, value: Value) -> Page:
    if page.is_cut and path == page.list_path:
        return block_list.insert(
            page,
            index,
            lambda context, position: structure.insert(context, (), position, None, value),
        )
    return run(
        page,
        path,
        lambda context, inner_path: edits_of(context).insert(
            context, inner_path, index, key, value
        ),
    )


def _remove(page: Page, path: Path) -> Page:
    if page.is_cut and path[:-1] == page.list_path:
        return block_list.remove(page, int(path[-1]))
    return run(
        page, path, lambda context, inner_path: edits_of(context).remove(context, inner_path)
    )


def _move(page: Page, path: Path, old: int, new: int) -> Page:
    if page.is_cut and path == page.list_path:
        return block_list.move(page, old, new)
    return run(
        page,
        path,
        lambda context, inner_path: edits_of(context).move(context, inner_path, old, new),
    )


_PRIMITIVES: dict[str, Callable[..., Page]] = {
    "replace": _replace,
    "insert": _insert,
    "remove": _remove,
    "move": _move,
}
