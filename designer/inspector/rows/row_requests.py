"""What a row of a form can request, one class for each request.

A row requests a command by its id. The other requests concern only the form and are no commands.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPoint

from designer.command_list import CommandId


@dataclass(frozen=True)
class Expand:
    """Expand the group of the row, or collapse it.

    Attributes:
        is_open: Whether to expand it.
    """

    is_open: bool


@dataclass(frozen=True)
class OpenMenu:
    """Open the context menu of the row.

    Attributes:
        place: The position on the screen.
    """

    place: QPoint


@dataclass(frozen=True)
class FocusSibling:
    """Focus another item of the same list.

    Attributes:
        step: The number of items from this one.
    """

    step: int


@dataclass(frozen=True)
class DragItem:
    """Show where the dragged item of the row would be dropped.

    Attributes:
        place: The position of the mouse on the screen.
    """

    place: QPoint


@dataclass(frozen=True)
class DropItem:
    """End the drag of the item of the row.

    Attributes:
        place: The position of the mouse on the screen; None if the drag is cancelled.
    """

    place: QPoint | None


@dataclass(frozen=True)
class UseFile:
    """Use a file that was dropped on the field.

    Attributes:
        file: The path of the file.
    """

    file: str


@dataclass(frozen=True)
class AddKey:
    """Run ``CommandId.ADD_KEY`` for a key beside the row.

    Attributes:
        name: The name of the key.
        value: Its first value.
    """

    name: str
    value: object


RowRequest = CommandId | Expand | OpenMenu | FocusSibling | DragItem | DropItem | UseFile | AddKey
"""A request of a row; a command is run for the value of the row."""


class Requester:
    """Mixin for widgets that request something from the form.

    Attributes:
        requested: The signal that passes a ``RowRequest``; the widget class declares it.
    """

    requested: Any

    def request(self, request: RowRequest) -> None:
        """Emit a request."""
        self.requested.emit(request)
