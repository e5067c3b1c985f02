"""Labels of fields and values of new items, from the block types of the open site."""

from __future__ import annotations

from designer.editor import Address, Editor
from designer.inspector import fresh_item, item_like
from designer.project import OpenSite
from designer.schema import BlockType, Field, field_at, humanise


class FieldNames:
    """Looks up the description of an address in the block types."""

    def __init__(self, editor: Editor) -> None:
        self._editor = editor
        self._open: OpenSite | None = None

    def show_site(self, open_site: OpenSite) -> None:
        """Use the block types of this site."""
        self._open = open_site

    def field(self, address: Address) -> Field | None:
        """Return the field at an address; None if the type does not describe it."""
        kind = self._type_at(address)
        return field_at(kind, address.path) if kind is not None else None

    def label(self, address: Address) -> str:
        """Return the label of the field at an address; else its key as words, or ''."""
        field = self.field(address)
        keys = [key for key in address.path if isinstance(key, str)]
        return field.label if field is not None else humanise(keys[-1]) if keys else ""

    def described_label(self, address: Address) -> str | None:
        """Return the label of the field at an address; None if the type does not describe it."""
        field = self.field(address)
        return None if field is None else field.label

    def fresh_item(self, item: Address) -> object:
        """Return the value of a new item for the list that contains an item."""
        kind = self._type_at(item)
        field = field_at(kind, item.path[:-1]) if kind is not None else None
        if kind is not None and field is not None:
            return fresh_item(field, kind.defaults.get(field.name))
        held = self._editor.value(Address(item.role, item.block, item.path[:-1]))
        return item_like(held if isinstance(held, list) else [])

    def _type_at(self, address: Address) -> BlockType | None:
        """Return the type of the block, or of the header, at an address."""
        if self._open is None:
            return None
        if address.block is None:
            return self._open.parts.header
        block = self._editor.block(address.block)
        return self._open.types.get(block.type) if block is not None else None
