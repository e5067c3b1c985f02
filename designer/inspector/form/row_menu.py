"""The context menu of a row, made from the command list."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from designer.command_list import ROW_MENU, CommandId, command_specs
from designer.inspector.entries.entry import FormEntry
from designer.look import Tokens, icon

_IS_ENABLED: Final[Mapping[CommandId, Callable[[FormEntry], bool]]] = {
    CommandId.REMOVE_KEY: lambda entry: entry.is_removable,
    CommandId.SHOW_AS_BLOCKS: lambda entry: entry.can_be_blocks,
}

_IS_OFFERED: Final[Mapping[CommandId, Callable[[FormEntry], bool]]] = {
    CommandId.SHOW_AS_BLOCKS: lambda entry: entry.can_be_blocks,
}


def row_menu(
    entry: FormEntry, run: Callable[[CommandId], object], tokens: Tokens, parent: QWidget
) -> QMenu:
    """Create the context menu of a row.

    Args:
        entry: The entry of the row.
        run: Runs a command for the entry.
        tokens: The colours of the window.
        parent: The parent widget; the menu deletes itself when it closes.
    """
    menu = QMenu(parent)
    for number, group in enumerate(ROW_MENU):
        if number:
            menu.addSeparator()
        for command in group:
            if command in _IS_OFFERED and not _IS_OFFERED[command](entry):
                continue
            spec = command_specs()[command]
            action = menu.addAction(spec.text.replace("%1", entry.label))
            if spec.icon:
                action.setIcon(icon(spec.icon, tokens.text))
            action.setShortcuts([QKeySequence(key) for key in spec.keys])
            action.setShortcutVisibleInContextMenu(True)
            action.setEnabled(_IS_ENABLED[command](entry))
            action.triggered.connect(lambda _on=False, chosen=command: run(chosen))
    menu.aboutToHide.connect(menu.deleteLater)
    return menu
