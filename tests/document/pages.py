"""Small helpers for tests with pages of their own."""

from __future__ import annotations

from collections.abc import Callable

from designer.document import Page
from designer.errors import EditRefused


def front(yaml: str) -> Page:
    """A page with this front matter."""
    return Page.from_bytes(f"---\n{yaml}---\nBody\n".encode())


def refusal(edit: Callable[..., Page], *arguments: object) -> EditRefused:
    """The refusal of an edit that must not be possible."""
    try:
        edit(*arguments)
    except EditRefused as refused:
        return refused
    raise AssertionError("the edit was not refused")
