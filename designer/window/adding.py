"""Adding blocks: what the site has for it, where it will stand, and what the gallery answers."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from designer.editor import Address, Editor, Role
from designer.schema import BlockType, Offer, discriminant, offers
from designer.window.block_edits import BlockEdits
from designer.window.gallery import Gallery
from designer.window.templates import Templates


class Adding(QObject):
    """Shows in the gallery what can be added, and adds what is chosen there.

    Attributes:
        offered: The block types that a person can add.
    """

    def __init__(
        self,
        editor: Editor,
        gallery: Gallery,
        templates: Templates,
        blocks: BlockEdits,
        name_of: Callable[[Address], str],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._editor = editor
        self._gallery = gallery
        self._templates = templates
        self._blocks = blocks
        self._name_of = name_of
        self.offered: Sequence[BlockType] = ()

    def show_offers(self) -> None:
        """Offer the site's types and saved blocks in the gallery."""
        page, templates = self._editor.page(), self._templates
        key = discriminant(block.data for block in page.blocks) if page else ""
        self._gallery.show_offers(offers(self.offered, templates.saved, templates.types, key))

    def choose(self, above: bool = False) -> None:
        """Let the person choose a block that is added above the selected one, or below."""
        page, held = self._editor.page(), self._editor.selection
        if page is None:
            return
        block = held.block if held is not None else None
        place = self.tr("at the end of the page")
        if block is not None:
            place = self.tr("above “%1”") if above else self.tr("below “%1”")
            chosen = self._editor.selected_blocks
            beside = Address(Role.PAGE, chosen[0 if above else -1] if chosen else block)
            place = place.replace("%1", self._name_of(beside))
        self._gallery.open_gallery(place, above=above)

    def add(self, offer: Offer, above: bool) -> None:
        """Add what was chosen in the gallery."""
        if offer.kind is not None:
            self._blocks.add(offer.kind, above=above)
        elif offer.saved is not None:
            self._blocks.add_filled(offer.saved.block, above=above)
