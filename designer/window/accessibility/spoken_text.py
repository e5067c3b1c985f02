"""The texts of screen-reader announcements about the page."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from designer.editor import Address, Editor


def _tr(text: str) -> str:
    return QCoreApplication.translate("Spoken", text)


def selection(editor: Editor, address: Address, *names: str) -> str:
    """Describe the selection: its names and the position of its block, or the number of blocks."""
    page = editor.page()
    words = list(names)
    chosen = editor.selected_blocks
    if page is not None and len(chosen) > 1:
        words = [_tr("%1 blocks selected").replace("%1", str(len(chosen)))]
    elif page is not None and address.block is not None:
        place = _tr("block %1 of %2").replace("%2", str(len(page.blocks)))
        words.append(place.replace("%1", str(editor.index_of(address.block) + 1)))
    return ", ".join(dict.fromkeys(filter(None, words)))


def moved(place: int, count: int) -> str:
    """Describe the new position of a block, counted from 1."""
    return _tr("Moved to %1 of %2.").replace("%1", str(place)).replace("%2", str(count))
