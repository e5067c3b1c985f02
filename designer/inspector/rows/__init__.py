"""The rows of a form, one class for each way to show an entry."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from designer.inspector.entries.entry import FormEntry
from designer.inspector.rows.field_row import FieldRow
from designer.inspector.rows.form_row import FormRow
from designer.inspector.rows.group_rows import HeadingRow, ItemRow, ListRow
from designer.inspector.rows.new_key_row import NewKeyRow
from designer.inspector.rows.search_preview_row import SearchRow

AnyRow = FieldRow | HeadingRow | ItemRow | ListRow | NewKeyRow | SearchRow

_OTHERS: dict[str, type[HeadingRow | ItemRow | ListRow | NewKeyRow | SearchRow]] = {
    "heading": HeadingRow,
    "list": ListRow,
    "item": ItemRow,
    "new": NewKeyRow,
    "search": SearchRow,
}


def row_kind(entry: FormEntry) -> str:
    """Return the kind of the row that shows an entry; rows of one kind are interchangeable."""
    return f"{entry.kind} in a list" if entry.place[0] and not entry.is_group else entry.kind


def make_row(entry: FormEntry, parent: QWidget) -> AnyRow:
    """Create an empty row for an entry."""
    if entry.kind in _OTHERS:
        return _OTHERS[entry.kind](parent)
    return FieldRow(entry.kind, in_list=bool(entry.place[0]), parent=parent)


__all__ = [
    "AnyRow",
    "FieldRow",
    "FormRow",
    "HeadingRow",
    "ItemRow",
    "ListRow",
    "NewKeyRow",
    "SearchRow",
    "make_row",
    "row_kind",
]
