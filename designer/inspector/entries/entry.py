"""One row of a form as an immutable value."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from designer.document import Path
from designer.schema import Option

GROUPS = frozenset({"heading", "list", "item"})
"""Kinds of entries that contain other entries."""


@dataclass(frozen=True)
class FormEntry:
    """One row of a form.

    Attributes:
        path: Path inside the owner (a block, or a whole document).
        kind: The editor: a scalar field type of the schema; ``wrapped`` for a text without
            line breaks that needs several lines; ``slot``; ``fixed`` for a read-only value;
            ``search`` for the preview of a search result; ``new`` for the row that adds a key.
            ``heading`` starts a group, ``list`` and ``item`` are groups that can grow and shrink.
        label: The visible name.
        value: Its value, None if the document has none. For a list, the number of items; for a
            ``heading``, the number of values, None for none.
        help: A sentence for the tooltip.
        options: Choices of a ``select``.
        depth: The number of enclosing groups.
        note: A hint that does not follow from the value alone.
        limit: The recommended maximum number of characters, 0 for none.
        is_open: Whether the content of a ``heading`` or an ``item`` is listed.
        place: For a list item: its position from 1, and the number of items; else (0, 0).
        item_kind: For a ``list``: the name of one item.
        fresh: For a ``list``: the value of a new item.
        control: For a ``slot`` and for ``words``: the name of the control that defines the
            choices of the string; '' for none.
        can_be_blocks: For a ``list``: whether the page can show its items as blocks.
    """

    path: Path
    kind: str
    label: str
    value: Any = None
    help: str = ""
    options: tuple[Option, ...] = ()
    depth: int = 0
    note: str = ""
    limit: int = 0
    is_open: bool = True
    place: tuple[int, int] = (0, 0)
    item_kind: str = ""
    fresh: Any = field(default=None, compare=False)
    control: str = ""
    can_be_blocks: bool = False

    @property
    def is_removable(self) -> bool:
        """Whether the entry is a key that can be removed from the document."""
        is_key = bool(self.path) and not self.place[0] and self.kind not in ("search", "new")
        is_there = bool(self.value) if self.kind == "list" else self.value is not None
        return is_key and is_there and isinstance(self.path[-1], str)

    @property
    def is_group(self) -> bool:
        """Whether the entry contains other entries."""
        return self.kind in GROUPS
