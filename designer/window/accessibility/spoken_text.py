"""The words in which a screen reader hears of the page, which it cannot see."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from designer.editor import Address, Editor


def _tr(text: str) -> str:
    return QCoreApplication.translate("Spoken", text)


def selection(editor: Editor, address: Address, *names: str) -> str:
    """What is selected: its names, and the place of its block; of several blocks their number."""
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
    """Where a block has been moved, counted from 1."""
    return _tr("Moved to %1 of %2.").replace("%1", str(place)).replace("%2", str(count))
