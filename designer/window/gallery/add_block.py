"""Adds blocks that the user chooses in the gallery."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from designer.editor import Address, Editor, Role
from designer.project import OpenSite
from designer.schema import BlockType, CatalogueItem, catalogue_items, list_path, type_key_for
from designer.window.commands.block_commands import BlockCommands
from designer.window.gallery.gallery_view import Gallery

_WORDS = {("headline", "string"), ("body", "markdown")}


class AddBlock(QObject):
    """Fills the gallery with the site's block types and saved blocks, and adds the chosen block.

    Signals:
        message: A sentence for the status bar.
    """

    message = Signal(str)

    def __init__(
        self,
        editor: Editor,
        gallery: Gallery,
        blocks: BlockCommands,
        name_of: Callable[[Address], str],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._editor = editor
        self._gallery = gallery
        self._blocks = blocks
        self._name_of = name_of
        self._open: OpenSite | None = None

    def show_site(self, open_site: OpenSite) -> None:
        """Offer the block types and saved blocks of a site in the gallery."""
        self._open = open_site
        page = self._editor.page()
        self._offer(len(page.blocks) if page else 0)

    def _offer(self, gap: int) -> None:
        """Show what can be added above the block with an index."""
        page, site = self._editor.page(), self._open
        if page is None or site is None:
            return
        place = page.gap_at(gap)
        offered = site.offered_in(list_path(place[0])) if place else site.offered
        key = type_key_for(page, gap)
        self._gallery.show_items(catalogue_items(offered, site.saved, site.types, key))

    def choose(self, above: bool = False) -> bool:
        """Open the gallery for a block above or below the selected block.

        Returns:
            Whether the gallery is open; it is not without a page.
        """
        page, held = self._editor.page(), self._editor.selection
        if page is None:
            return False
        block = held.block if held is not None else None
        place = self.tr("at the end of the page")
        if block is not None:
            place = self.tr("above “%1”") if above else self.tr("below “%1”")
            chosen = self._editor.selected_blocks
            beside = Address(Role.PAGE, chosen[0 if above else -1] if chosen else block)
            place = place.replace("%1", self._name_of(beside))
        self._offer(self._blocks.gap(above=above))
        self._gallery.open_gallery(place, above=above)
        return True

    def add_text(self, headline: str, body: str) -> bool:
        """Add a block with a headline and a Markdown text, of the neighbour's type if that fits.

        Returns:
            Whether the block was added.
        """
        held = self._editor.selection
        beside = self._editor.block(held.block) if held and held.block is not None else None
        offered = self._open.offered if self._open else ()
        fitting = [kind for kind in offered if _holds_words(kind)]
        if not fitting:
            self.message.emit(self.tr("This site has no block for a text; nothing was pasted."))
            return False
        same = (kind for kind in fitting if beside and beside.type == kind.name)
        kind = next(same, fitting[0])
        lines = (field.name for field in kind.fields if field.type == "string")
        empty = {name: "" for name in lines if name in kind.defaults}
        words = {"headline": headline, "body": f"{body}\n" if body else ""}
        done = self._blocks.add(kind, empty | words)
        if done:
            self.message.emit(self.tr("The text was pasted as a block of its own."))
        return done

    def add(self, item: CatalogueItem, above: bool) -> None:
        """Add an item that was chosen in the gallery."""
        if item.kind is not None:
            self._blocks.add(item.kind, above=above)
        elif item.saved is not None:
            self._blocks.add_filled(item.saved.block, above=above)


def _holds_words(kind: BlockType) -> bool:
    return {(field.name, field.type) for field in kind.fields} >= _WORDS
