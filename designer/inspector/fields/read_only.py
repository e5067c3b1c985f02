"""A read-only field: a value that is preserved but cannot be written."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from designer.inspector.fields.single_line import TextField


class ReadOnlyField(TextField):
    """A line that can be read and copied, not edited."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
