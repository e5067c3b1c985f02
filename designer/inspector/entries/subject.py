"""The value that the inspector shows for a selection: a block, or a part of the whole site."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Any

from designer.document import Block, Path
from designer.editor import Address, Editor, Role
from designer.inspector.entries.entry import FormEntry
from designer.inspector.entries.entry_builder import (
    IsOpen,
    content_entries,
    slot_entries,
    value_entries,
)
from designer.project import OpenSite
from designer.schema import STYLE_GROUPS, BlockType, SiteParts, type_of

_BLOCKS = "blocks"


@dataclass(frozen=True)
class Subject:
    """The value that the inspector shows.

    Attributes:
        owner: The document or block in which its paths start.
        source: The object it was made from; the identity of this object detects changes.
        data: Its data.
        kind: The description of the data, if there is one.
        base: The path of the data in its owner.
        hidden: Keys to omit; None omits the keys of a block that are not content.
        part: The name of the part, if its owner has several parts.
    """

    owner: Address
    source: object
    data: Any
    kind: BlockType | None
    base: Path = ()
    hidden: tuple[str, ...] | None = None
    part: str = ""

    @property
    def key(self) -> Hashable:
        """The identity of the subject across edits."""
        return self.owner, self.base, self.part

    def content(self, is_open: IsOpen) -> tuple[FormEntry, ...]:
        """Return the entries of its fields."""
        if not isinstance(self.data, dict):  # a list item can be a scalar
            return value_entries(self.data, self.base)
        return content_entries(self.data, self.kind, self.base, is_open, self.hidden)

    def slots(self) -> tuple[FormEntry, ...]:
        """Return the entries of its slots."""
        if not isinstance(self.data, dict):
            return ()
        return slot_entries(self.data, self.kind, self.base)


def subject_of(editor: Editor, address: Address | None, open_site: OpenSite) -> Subject | None:
    """Return the subject of a selected address, None for nothing.

    Args:
        editor: The open documents.
        address: The selection.
        open_site: The open site, with its block types and parts.
    """
    types, parts = open_site.types, open_site.parts
    if address is None:
        return None
    if address.block is not None:
        block = editor.block(address.block)
        if block is None:
            return Subject(address.owner, None, {}, None)
        kind = types.get(block.type)
        hidden = hidden_keys(block)
        return Subject(address.owner, block.data, block.data, kind, hidden=hidden)
    if address.role is Role.THEME:
        return _theme(editor, parts)
    site = editor.page(Role.SITE)
    if address.role is not Role.SITE or site is None or not isinstance(site.data, dict):
        return None
    if address.path[:1] == (_BLOCKS,) and len(address.path) > 1:
        blocks, place = site.data.get(_BLOCKS), address.path[1]
        if isinstance(blocks, list) and isinstance(place, int) and place < len(blocks):
            data = blocks[place]
            return Subject(address.owner, data, data, type_of(data, types), (_BLOCKS, place))
    header = {key: value for key, value in site.data.items() if not parts.in_theme(key)}
    return Subject(address.owner, site.data, header, parts.header, hidden=(_BLOCKS,), part="header")


def hidden_keys(block: Block) -> tuple[str, ...]:
    """Return the keys of a block that are not content: of its type and of its styles."""
    pairs = block.data.items() if isinstance(block.data, dict) else ()
    named = [key for key, value in pairs if block.type and value == block.type]
    return (*named[:1], *STYLE_GROUPS)


def _theme(editor: Editor, parts: SiteParts) -> Subject | None:
    """Return the theme, from its own document or from the global document."""
    role = Role.THEME if parts.has_theme_document else Role.SITE
    document = editor.page(role)
    if parts.theme is None or document is None or not isinstance(document.data, dict):
        return None
    held = document.data
    theme = (
        held if parts.has_theme_document else {k: v for k, v in held.items() if parts.in_theme(k)}
    )
    return Subject(Address(role), held, theme, parts.theme, hidden=(), part="theme")
