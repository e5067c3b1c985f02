"""The edits of each syntax. A new syntax needs a ``Syntax`` and an entry here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Protocol

from designer.document.editing import (
    item_copies,
    structure,
    toml_copies,
    toml_edits,
    value_splices,
)
from designer.document.editing.edit_context import EditContext, TextChange
from designer.document.editing.item_copies import ItemCopy
from designer.document.values import Path, Value


class Copy(Protocol):
    """Returns the item at a path with its source text, see ``item_copies.copy``."""

    def __call__(self, context: EditContext, path: Path, *, loose: bool = False) -> ItemCopy:
        """Return the item."""
        ...


@dataclass(frozen=True)
class SyntaxEdits:
    """Functions that build one change of a text each; all raise ``Refused``.

    Attributes:
        set_value: Replaces a value: path, value.
        insert: Inserts an entry: path of the collection, position, key or None, value.
        remove: Removes an entry: path.
        rename: Renames a key: path, new name.
        move: Moves an entry: path of the collection, old and new position.
        duplicate: Copies an item directly below itself: path.
        copy: Returns an item with its source text.
        insert_copy: Inserts a copied item: path of the list, position, item.
    """

    set_value: Callable[[EditContext, Path, Value], TextChange]
    insert: Callable[[EditContext, Path, int, str | None, Value], TextChange]
    remove: Callable[[EditContext, Path], TextChange]
    rename: Callable[[EditContext, Path, str], TextChange]
    move: Callable[[EditContext, Path, int, int], TextChange]
    duplicate: Callable[[EditContext, Path], TextChange]
    copy: Copy
    insert_copy: Callable[[EditContext, Path, int, ItemCopy], TextChange]


_SPLICES: Final = SyntaxEdits(
    value_splices.set_value,
    structure.insert,
    structure.remove,
    structure.rename,
    structure.move,
    item_copies.duplicate,
    item_copies.copy,
    item_copies.insert,
)
"""The edits of trees of spans: YAML and JSON."""

_BY_SYNTAX: Final = {
    "yaml": _SPLICES,
    "json": _SPLICES,
    "toml": SyntaxEdits(
        toml_edits.set_value,
        toml_edits.insert,
        toml_edits.remove,
        toml_edits.rename,
        toml_edits.move,
        toml_copies.duplicate,
        toml_copies.copy,
        toml_copies.insert,
    ),
}


def edits_of(context: EditContext) -> SyntaxEdits:
    """Return the edits of a text's syntax."""
    return _BY_SYNTAX[context.syntax.name]
