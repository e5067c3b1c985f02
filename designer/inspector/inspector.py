"""The right panel: content and style of what is selected, and the rest of the page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from designer.document import Path
from designer.editor import Address, Editor, Role
from designer.inspector.entries import (
    Entry,
    content_entries,
    document_entries,
    slot_entries,
    value_entries,
)
from designer.inspector.form import Form
from designer.inspector.style import StyleTab
from designer.look import Tokens
from designer.schema import BlockType, frame_type, type_of
from designer.tailwind import Sheet

_HEADER_KEYS = ("logo", "nav")
"""The parts of the site document that the page's header shows (BLOCKS §4)."""


@cache
def _header_type() -> BlockType:
    """The header's part of what the theme document holds, in words."""
    whole = frame_type()
    return replace(
        whole,
        fields=tuple(field for field in whole.fields if field.name in _HEADER_KEYS),
        slots=tuple(slot for slot in whole.slots if slot.path[0] in _HEADER_KEYS),
    )


class Inspector(QWidget):
    """Editors for the selected block's fields and slots. It asks, and never changes anything.

    Signals:
        edit_requested: ``Address``, label and new value of a field.
        left: The person has finished in a field.
        slot_picked: The ``Address`` of a slot that the person chose.
        breakpoint_picked: The ``Breakpoint`` that the person chose.
        item_requested: What to do with a list or an item, its ``Address``, value of a new item.
    """

    edit_requested = Signal(object, str, object)
    left = Signal()
    slot_picked = Signal(object)
    breakpoint_picked = Signal(object)
    item_requested = Signal(str, object, object)

    def __init__(self, editor: Editor, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("inspector")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._editor = editor
        self._types: Mapping[str, BlockType] = {}
        self._owner: Address | None = None
        nothing = self.tr("Click something on the page, or choose a block in the list.")
        self.content = Form(tokens, nothing)
        self.style_form = StyleTab(tokens, nothing)
        self.page_form = Form(tokens, self.tr("This page has no settings of its own."))
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.addTab(self.content, self.tr("Content"))
        self.tabs.addTab(self.style_form, self.tr("Style"))
        self.tabs.addTab(self.page_form, self.tr("Page"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.tabs)
        for tab in (self.content, self.style_form):
            tab.edited.connect(self._edit_owner)
            tab.left.connect(self.left)
        self.content.item_requested.connect(self._item_of_owner)
        self.style_form.slot_picked.connect(self._pick_slot)
        self.style_form.breakpoint_picked.connect(self.breakpoint_picked)
        self.page_form.edited.connect(
            lambda path, label, value: self.edit_requested.emit(
                Address(Role.PAGE, None, path), label, value
            )
        )
        self.page_form.item_requested.connect(
            lambda name, path, fresh: self.item_requested.emit(
                name, Address(Role.PAGE, None, path), fresh
            )
        )
        self.page_form.left.connect(self.left)

    def _tabs(self) -> tuple[Form, StyleTab, Form]:
        return (self.content, self.style_form, self.page_form)

    def set_tokens(self, tokens: Tokens) -> None:
        """Use other colours."""
        for tab in self._tabs():
            tab.set_tokens(tokens)
        self.refresh()

    def show_types(self, types: Mapping[str, BlockType]) -> None:
        """Use these block types to describe blocks."""
        self._types = types
        self.refresh()

    def show_sheet(self, sheet: Sheet, variables: Mapping[str, str]) -> None:
        """Understand classes by this build of the site's Tailwind and these CSS variables."""
        self.style_form.show_sheet(sheet, variables)

    def refresh(self) -> None:
        """Bring the forms to the editor's documents and selection."""
        selection = self._editor.selection
        self._owner, content, style = self._entries(selection)
        self.content.show_entries(content)
        self.style_form.show_entries(style)
        page = self._editor.page()
        if page is not None:
            keys = [key for key in page.data if key != page.list_key]
            self.page_form.show_entries(document_entries(page.data, keys))

    def show_selection(self, address: Address | None) -> None:
        """Show the block of an address, scrolled to the field that it names."""
        self.refresh()
        path = address.path if address is not None else ()
        self.content.reveal(path)
        slots = [e.path for e in self.style_form.entries]
        wanted = path if path in slots else None
        if wanted is None and path:
            wanted = next((p for p in slots if p[-1] == path[-1]), None)
        self.style_form.reveal(wanted or ())

    def _entries(
        self, address: Address | None
    ) -> tuple[Address | None, tuple[Entry, ...], tuple[Entry, ...]]:
        """The document or block that is shown, its fields, its slots."""
        if address is None:
            return None, (), ()
        if address.block is not None:
            block = self._editor.block(address.block)
            data = block.data if block else {}
            return address.owner, *self._of_block(data, ())
        site = self._editor.page(Role.SITE)
        if address.role is not Role.SITE or site is None:
            return None, (), ()
        if address.path[:1] == ("blocks",) and len(address.path) > 1:
            blocks, place = site.data.get("blocks"), address.path[1]
            if isinstance(blocks, list) and isinstance(place, int) and place < len(blocks):
                return address.owner, *self._of_block(blocks[place], ("blocks", place))
        header = {key: site.data[key] for key in _HEADER_KEYS if key in site.data}
        described = _header_type()
        return address.owner, content_entries(header, described), slot_entries(header, described)

    def _of_block(self, data: Any, base: Path) -> tuple[tuple[Entry, ...], tuple[Entry, ...]]:
        if not isinstance(data, dict):  # an item without keys is a value
            return value_entries(data, base), ()
        block_type = type_of(data, self._types)
        return content_entries(data, block_type, base), slot_entries(data, block_type, base)

    def _pick_slot(self, path: Path) -> None:
        if self._owner is not None:
            self.slot_picked.emit(Address(self._owner.role, self._owner.block, path))

    def _edit_owner(self, path: Path, label: str, value: Any) -> None:
        if self._owner is not None:
            address = Address(self._owner.role, self._owner.block, path)
            self.edit_requested.emit(address, label, value)

    def _item_of_owner(self, name: str, path: Path, fresh: Any) -> None:
        if self._owner is not None:
            address = Address(self._owner.role, self._owner.block, path)
            self.item_requested.emit(name, address, fresh)
