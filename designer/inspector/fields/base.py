"""What all fields have in common.

A field listens to the person only: showing a value never counts as an edit, and a value that is
shown already is left alone, so that the caret stays where it is. It can be given another entry of
its kind, so that a form need not make new ones.
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
"""Pixels of a field of one line."""


@dataclass(frozen=True)
class RowSlots:
    """The slots of a row to which a field connects its signals.

    Attributes:
        edited: Takes the new value, at every key.
        left: Ends the undo group: the person has finished in the field.
        grown: The field needs another height.
        drafted: The text of the field changed but is no value yet.
        choose_file: The person wants to choose a file.
        give_file: Takes the path of a file that was dropped on the field.
    """

    edited: Callable[[Any], None]
    left: Callable[[], None]
    grown: Callable[[], None]
    drafted: Callable[[], None]
    choose_file: Callable[[], None]
    give_file: Callable[[str], None]


class FieldEditor:
    """The part of a field that is no widget. The widget brings the signals.

    Attributes:
        is_stacked: Whether the label always stands above the field.

    Signals:
        edited: The new value, at every key.
        left: The person has finished here: what follows is another step.
    """

    is_stacked = False
    edited: Any
    left: Any

    def connect_row(self, row: RowSlots) -> None:
        """Connect the signals of the field to its row; a field with more signals adds them."""
        self.edited.connect(row.edited)
        self.left.connect(row.left)

    @property
    def draft_note(self) -> str:
        """What is to be said about a text that is not written, being no value of this kind yet.

        '' where what is shown is written.
        """
        return ""

    def show_entry(self, entry: FormEntry) -> None:
        """Take over another entry of this kind, with its value."""
        self.show_value(entry.value)

    def show_value(self, value: Any) -> None:
        """Show a value; one that is shown already is left alone."""
        raise NotImplementedError

    @property
    def stops(self) -> list[QWidget]:
        """The widgets at which the Tab key stops, in their order; the first one gets the focus."""
        return [self] if isinstance(self, QWidget) else []

    def height_for(self, _width: int) -> int:
        """Its height in pixels when it has this width."""
        return HEIGHT

    def set_tokens(self, tokens: Tokens) -> None:
        """Use other colours."""

    def set_site_context(self, context: SiteContext) -> None:
        """Know another site around the page."""


def as_text(value: Any) -> str:
    """The value as a line of text; nothing is an empty one."""
    return "" if value is None else str(value)


def is_window_key(event: QEvent) -> bool:
    """Whether a key belongs to the window, not to the field: there is one undo for everything.

    The last steps of that one undo are what was typed in the field in use, so they go first.
    """
    undo, redo = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo
    return isinstance(event, QKeyEvent) and (event.matches(undo) or event.matches(redo))
