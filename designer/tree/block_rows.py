"""The rows of the block tree as immutable values."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication

from designer.document import Block, Page
from designer.editor import Address, Editor, Role
from designer.schema import BlockType, SiteParts, humanise, type_of
from designer.schema.outline import Element, elements, title, type_label


@dataclass(frozen=True)
class BlockRow:
    """A block, or a part of the whole site, with its elements.

    Attributes:
        key: The identity of the row across edits.
        address: The address of the block or part.
        title: Its name.
        detail: Muted text to the right.
        icon: Name of its icon.
        elements: Its children.
    """

    key: Hashable
    address: Address
    title: str
    detail: str
    icon: str
    elements: tuple[Element, ...]

    def address_of(self, element: Element) -> Address:
        """Return the address of one of the row's elements."""
        owner = self.address
        return Address(owner.role, owner.block, (*owner.path, *element.path))


class BlockRows:
    """Creates the rows for the editor's documents.

    Blocks are immutable, so the row of an unchanged block is reused.
    """

    def __init__(
        self, editor: Editor, types: Mapping[str, BlockType], parts: SiteParts | None = None
    ) -> None:
        self._editor = editor
        self._parts = parts
        self._types = types
        self._cache: dict[int, tuple[Block, str, BlockRow]] = {}

    def rows(self) -> tuple[BlockRow, ...]:
        """Return the current rows: header, the page's blocks, footer and theme."""
        page, site = self._editor.page(), self._editor.page(Role.SITE)
        made = {
            block.id: self._cached_row(block, list_name)
            for block, list_name in (_named(page) if page is not None else ())
        }
        self._cache = made
        blocks = [row for _, _, row in made.values()]
        theme = _theme(self._editor, self._parts)
        return (*_header(site), *blocks, *_footer(site, self._types), *theme)

    def _cached_row(self, block: Block, list_name: str) -> tuple[Block, str, BlockRow]:
        held = self._cache.get(block.id)
        if held is not None and held[0] is block and held[1] == list_name:
            return held
        return block, list_name, _row(block, list_name, self._types)


def _named(page: Page) -> Iterator[tuple[Block, str]]:
    """Yield the blocks of a page, each with the name of its list if there are several lists."""
    if len(page.layout.lists) < 2:
        yield from ((block, "") for block in page.blocks)
        return
    for index, block in enumerate(page.blocks):
        place = page.place_of(index)
        keys = [humanise(step) for step in (place[0] if place else ()) if isinstance(step, str)]
        yield block, " › ".join(keys)


def _row(block: Block, list_name: str, types: Mapping[str, BlockType]) -> BlockRow:
    data: Mapping[str, Any] = block.data if isinstance(block.data, dict) else {}
    block_type = types.get(block.type)
    kind = type_label(block.type, block_type)
    name = title(data, kind)
    icon = block_type.icon if block_type else "block"
    details = (kind if kind != name else "", list_name)
    detail = " · ".join(filter(None, details))
    address = Address(Role.PAGE, block.id)
    return BlockRow(block.id, address, name, detail, icon, elements(data, block_type, block.type))


def _theme(editor: Editor, parts: SiteParts | None) -> tuple[BlockRow, ...]:
    """Return the row of the theme, from its own document or from the global document."""
    if parts is None or parts.theme is None:
        return ()
    document = editor.page(Role.THEME if parts.has_theme_document else Role.SITE)
    if document is None or not isinstance(document.data, dict):
        return ()
    tr = QCoreApplication.translate
    groups = [e for e in elements(document.data, parts.theme) if e.icon in ("block", "list")]
    address, whole_site = Address(Role.THEME), tr("Tree", "whole site")
    return (BlockRow("theme", address, tr("Tree", "Theme"), whole_site, "palette", tuple(groups)),)


def _header(site: Page | None) -> tuple[BlockRow, ...]:
    if site is None:
        return ()
    tr = QCoreApplication.translate
    parts = [
        Element((key,), label, icon, _count(site.data[key]))
        for key, label, icon in (
            ("logo", tr("Tree", "Logo"), "image"),
            ("nav", tr("Tree", "Navigation"), "link"),
        )
        if site.data.get(key)
    ]
    address = Address(Role.SITE)
    whole_site = tr("Tree", "whole site")
    return (BlockRow("header", address, tr("Tree", "Header"), whole_site, "header", tuple(parts)),)


def _footer(site: Page | None, types: Mapping[str, BlockType]) -> tuple[BlockRow, ...]:
    blocks = site.data.get("blocks") if site else None
    tr = QCoreApplication.translate
    return tuple(
        BlockRow(
            ("footer", index),
            Address(Role.SITE, None, ("blocks", index)),
            tr("Tree", "Footer"),
            tr("Tree", "whole site"),
            "footer",
            elements(data, type_of(data, types)),
        )
        for index, data in enumerate(blocks if isinstance(blocks, list) else ())
        if isinstance(data, dict)
    )


def _count(value: Any) -> str:
    items = value.get("navItems") if isinstance(value, dict) else None
    return str(len(items)) if isinstance(items, list) else ""
