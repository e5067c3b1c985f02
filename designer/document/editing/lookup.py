"""Look up values of a page by path; a missing value is refused with a readable message."""

from __future__ import annotations

from designer.document.block_layout import BODY, BODY_FIELD
from designer.document.editing.edit_scope import refusal
from designer.document.page import Page
from designer.document.values import Path, Value, get, normalized, untagged


def normalized_or_refused(page: Page, value: Value) -> Value:
    """Normalize a value for writing to the form that reading the page returns.

    What the syntax of the page cannot hold is adapted: dates become texts in JSON, and keys without
    a value are left out in TOML.

    Raises:
        EditRefused: A page cannot hold the value.
    """
    try:
        return page.syntax.adapted(normalized(value))
    except ValueError as error:
        raise refusal(page, "value", str(error)) from error


def value_at(page: Page, path: Path) -> Value:
    """Return the value at a path, without assembling the data of all blocks.

    Raises:
        EditRefused: The value does not exist.
    """
    try:
        depth = len(page.list_path)
        if page.is_cut and len(path) > depth and path[:depth] == page.list_path:
            return get(get(page.slices, path[depth : depth + 1]).data, path[depth + 1 :])
        if path[:1] == (BODY,):
            return get({BODY_FIELD: page.body}, path[1:])
        return get(page.data, path)
    except LookupError as error:
        raise refusal(page, "missing", f"there is no {words(path)}") from error


def mapping_at(page: Page, path: Path) -> dict[str, Value]:
    """Return the mapping at a path.

    Raises:
        EditRefused: The mapping does not exist.
    """
    found = untagged(value_at(page, path))
    if not isinstance(found, dict):
        raise refusal(page, "missing", f"{words(path)} is no mapping")
    return found


def list_at(page: Page, path: Path) -> list[Value]:
    """Return the list at a path.

    Raises:
        EditRefused: The list does not exist.
    """
    found = untagged(value_at(page, path))
    if not isinstance(found, list):
        raise refusal(page, "missing", f"{words(path)} is no list")
    return found


def words(path: Path) -> str:
    """Return a path in readable form: ``blocks[0].headline``."""
    words = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return f"“{words.removeprefix('.')}”" if path else "the front matter"
