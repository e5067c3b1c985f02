"""What is at a path of a page, or a refusal in words."""

from __future__ import annotations

from designer.document.editing.edit_scope import refusal
from designer.document.page import Page
from designer.document.values import Path, Value, bare, checked, get


def accepted(page: Page, value: Value) -> Value:
    """A value to be written, as a page would give it back.

    Raises:
        EditRefused: A page cannot hold it.
    """
    try:
        return checked(value)
    except ValueError as error:
        raise refusal(page, "value", str(error)) from error


def value_at(page: Page, path: Path) -> Value:
    """The value at a path; the blocks of a page need not be put together for it.

    Raises:
        EditRefused: There is none.
    """
    try:
        if page.is_cut and len(path) > 1 and path[0] == page.list_key:
            return get(get(page.blocks, path[1:2]).data, path[2:])
        return get(page.data, path)
    except LookupError as error:
        raise refusal(page, "missing", f"there is no {words(path)}") from error


def mapping_at(page: Page, path: Path) -> dict[str, Value]:
    """The mapping at a path.

    Raises:
        EditRefused: There is none.
    """
    found = bare(value_at(page, path))
    if not isinstance(found, dict):
        raise refusal(page, "missing", f"{words(path)} is no mapping")
    return found


def list_at(page: Page, path: Path) -> list[Value]:
    """The list at a path.

    Raises:
        EditRefused: There is none.
    """
    found = bare(value_at(page, path))
    if not isinstance(found, list):
        raise refusal(page, "missing", f"{words(path)} is no list")
    return found


def words(path: Path) -> str:
    """A path as a person reads it: ``blocks[0].headline``."""
    words = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return f"“{words.removeprefix('.')}”" if path else "the front matter"
