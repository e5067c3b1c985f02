"""The base of all fields.

A field emits signals for user input only: showing a value is never an edit. Showing the current
value again changes nothing, so the caret keeps its position. A field can show another entry of its
kind, so that a form can reuse it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from designer.inspector.entries.entry import FormEntry
from designer.inspector.entries.site_context import SiteContext
from designer.look import Tokens

HEIGHT = 28
"""The height in pixels of a one-line field."""


@dataclass(frozen=True)
class RowSlots:
    """The slots of a row to which a field connects its signals.

    Attributes:
        edited: Takes the new value, at every key.
        editing_finished: Ends the undo group: the person has finished in the field.
        height_changed: The field needs another height.
        draft_changed: The text of the field changed but is no value yet.
        choose_file: The person wants to choose a file.
        drop_file: Takes the path of a file that was dropped on the field.
    """

    edited: Callable[[Any], None]
    editing_finished: Callable[[], None]
    height_changed: Callable[[], None]
    draft_changed: Callable[[], None]
    choose_file: Callable[[], None]
    drop_file: Callable[[str], None]


class FieldEditor:
    """Mixin for field widgets; the widget class declares the signals.

    Attributes:
        is_stacked: Whether the label always stands above the field.

    Signals:
        edited: The new value, at every keystroke.
        editing_finished: The field lost the focus or was confirmed; ends the undo group.
    """

    is_stacked = False
    edited: Any
    editing_finished: Any

    def connect_row(self, row: RowSlots) -> None:
        """Connect the signals of the field to the slots of its row.

        A field that declares more signals overrides this method and connects them as well.
        """
        self.edited.connect(row.edited)
        self.editing_finished.connect(row.editing_finished)

    @property
    def draft_note(self) -> str:
        """The hint about an invalid draft, which is not written to the document.

        '' if the displayed text is the document's value.
        """
        return ""

    def show_entry(self, entry: FormEntry) -> None:
        """Show another entry of this kind, with its value."""
        self.show_value(entry.value)

    def show_value(self, value: Any) -> None:
        """Show a value; does nothing if the field shows it already."""
        raise NotImplementedError

    @property
    def stops(self) -> list[QWidget]:
        """The widgets at which Tab stops, in order; the first one gets the focus."""
        return [self] if isinstance(self, QWidget) else []

    def height_for(self, _width: int) -> int:
        """Return the height in pixels for this width."""
        return HEIGHT

    def set_tokens(self, tokens: Tokens) -> None:
        """Apply other colours."""

    def set_site_context(self, context: SiteContext) -> None:
        """Use another site context."""


def as_text(value: Any) -> str:
    """Format a value as text; None becomes ''."""
    return "" if value is None else str(value)


def is_window_key(event: QEvent) -> bool:
    """Whether a key is undo or redo, which the window handles for all fields.

    The latest steps of the window's undo history are the edits typed in the focused field.
    """
    undo, redo = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo
    return isinstance(event, QKeyEvent) and (event.matches(undo) or event.matches(redo))
