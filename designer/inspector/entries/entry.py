"""One row of a form, as a plain value."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from designer.document import Path
from designer.schema import Option

GROUPS = frozenset({"heading", "list", "item"})
"""Kinds of entries that hold others."""


@dataclass(frozen=True)
class FormEntry:
    """One row of a form.

    Attributes:
        path: Path inside the owner (a block, or a whole document).
        kind: Which editor shows it: a scalar field type of the schema; ``wrapped`` for a text
            without line breaks that needs several lines; ``slot``; ``fixed`` for what is only
            shown; ``search`` for the preview of a search result; ``new`` for a key to be added.
            ``heading`` starts a group, ``list`` and ``item`` are groups that can grow and shrink.
        label: What it is called.
        value: Its value, None if the document has none. Of a list, how many items it has; of a
            ``heading``, how many values, None for none.
        help: A sentence for the tooltip.
        options: Choices of a ``select``.
        depth: How many groups it lies in.
        note: A hint that does not follow from the value alone.
        limit: The number of characters that is good for it, 0 where none is known.
        is_open: Whether what is in a ``heading`` or an ``item`` is listed.
        place: Of an item of a list: its position from 1, and how many there are; else (0, 0).
        item_kind: For a ``list``: what one of its items is called.
        fresh: For a ``list``: the value of a new item.
        control: For a ``slot`` and for ``words``: the name of the choices that its words are, ''
            for none.
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

    @property
    def can_go(self) -> bool:
        """Whether it is a key of the document that can be taken out."""
        is_key = bool(self.path) and not self.place[0] and self.kind not in ("search", "new")
        is_there = bool(self.value) if self.kind == "list" else self.value is not None
        return is_key and is_there and isinstance(self.path[-1], str)

    @property
    def is_group(self) -> bool:
        """Whether it holds others."""
        return self.kind in GROUPS
