"""Commands that say whether a list of the page is a list of blocks."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from designer.editor import Address, Editor
from designer.schema import ListPath, list_path


class ListCommands(QObject):
    """Turns lists into blocks and back; the choice is kept for the site.

    Signals:
        chosen: The path of a list, and whether its items are blocks.
    """

    chosen = Signal(object, bool)

    def __init__(self, editor: Editor, parent: QObject) -> None:
        super().__init__(parent)
        self._editor = editor

    def show_as_blocks(self, address: Address) -> bool:
        """Show the items of a list in the page's settings as blocks."""
        self.chosen.emit(list_path(address.path), True)
        return True

    def show_as_setting(self) -> bool:
        """Show the list of the selected block in the page's settings instead.

        Returns:
            Whether the selected block is an item of a list.
        """
        path = self._selected_list()
        if path is None:
            return False
        self.chosen.emit(path, False)
        return True

    def is_list_selected(self) -> bool:
        """Whether the selected block is an item of a list."""
        return self._selected_list() is not None

    def _selected_list(self) -> ListPath | None:
        page, held = self._editor.page(), self._editor.selection
        if page is None or held is None or held.block not in page.by_id:
            return None
        place = page.place_of(self._editor.index_of(held.block))
        return None if place is None else list_path(place[0])
