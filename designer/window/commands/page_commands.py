"""What the person asks for in the page itself, by its toolbar, by keys or by dragging."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QImage

from designer.editor import Address, Editor
from designer.inspector import fresh_item, item_like
from designer.preview import item_around, picture_in
from designer.project import OpenSite
from designer.schema import BlockType, Field, field_at, humanise, type_of
from designer.window.commands.block_clipboard import blocks_from_mime, words_in
from designer.window.commands.block_commands import BlockEdits
from designer.window.commands.field_edits import Edits


class PageCommands(QObject):
    """Does with blocks and items what the page's script asks for.

    Signals:
        add_requested: A block is to be added above the selected one, or below.
        left: The keyboard goes on to the next part of the window (1), or back (-1).
        picture_requested: The ``Address`` of a picture that is to be chosen, and its label.
        picture_given: The ``Address`` of a picture, its label, and the file or image for it.
        describe_requested: The ``Address`` of a picture for which words are to be written.
        text_given: Heading and Markdown of a text that is to be a block.
        told: A sentence for the person.
    """

    add_requested = Signal(bool)
    left = Signal(int)
    picture_requested = Signal(object, str)
    picture_given = Signal(object, str, object)
    describe_requested = Signal(object)
    text_given = Signal(str, str)
    told = Signal(str)

    def __init__(self, editor: Editor, edits: Edits, blocks: BlockEdits, parent: QObject) -> None:
        super().__init__(parent)
        self._editor = editor
        self._edits = edits
        self._blocks = blocks
        self._open: OpenSite | None = None

    def show_site(self, open_site: OpenSite) -> None:
        """Name fields and make new items by the block types of a site."""
        self._open = open_site

    def pick(self, address: Address, how: str) -> None:
        """An element was chosen; ``range`` and ``toggle`` add its block to what is selected."""
        if how and address.block is not None:
            self._editor.extend_selection(address.block, until=how == "range")
        else:
            self._editor.select(address)

    def type(self, address: Address, text: str) -> None:
        """Somebody typed in a text of the page."""
        self._edits.write(address, self.label(address), text)

    def field(self, address: Address) -> Field | None:
        """The field at an address, None where the type describes none."""
        kind = self._kind(address)
        return field_at(kind, address.path) if kind is not None else None

    def label(self, address: Address) -> str:
        """What the field at an address is called."""
        field = self.field(address)
        words = [key for key in address.path if isinstance(key, str)]
        return field.label if field is not None else humanise(words[-1]) if words else ""

    def word(self, address: Address) -> str | None:
        """What a field is called that the type describes; None for one that it does not know."""
        field = self.field(address)
        return None if field is None else field.label

    def do(self, what: str, address: Address | None, number: int) -> None:
        """Do what was asked for; what is not known is nothing."""
        plain: dict[str, Callable[[], object]] = {
            "undo": self._editor.stack.undo,
            "redo": self._editor.stack.redo,
            "none": lambda: self._editor.select(None),
            "remove": self.delete,
            "extend": lambda: self._blocks.extend(number),
            "leave": lambda: self.left.emit(number),
        }
        if what in plain:
            plain[what]()
        elif address is None:
            return
        elif what in ("enter", "picture"):
            self._choose_picture(address)
        elif what == "describe":
            self.describe_requested.emit(address)
        elif address.path:
            self._with_item(what, address, number)
        else:
            self._with_block(what, address, number)

    def move(self, step: int) -> None:
        """Move what is selected one place up (-1) or down (1): an item in its list, else blocks."""
        if (item := self._item()) is not None:
            self._with_item("up" if step < 0 else "down", item, 0)
        else:
            self._blocks.move(step)

    def duplicate(self) -> None:
        """Put a copy below the item that is selected, or copies below the blocks."""
        if (item := self._item()) is not None:
            self._with_item("duplicate", item, 0)
        else:
            self._blocks.duplicate()

    def delete(self) -> None:
        """Remove the selected item or blocks; of which a part is selected is selected first."""
        held, item = self._editor.selection, self._item()
        if held is None:
            return
        whole = item or held.owner
        if whole != held and len(self._editor.selected_blocks) < 2:
            self._editor.select(whole)
            self.told.emit(self.tr("All of this is selected now; Delete once more removes it."))
        elif item is not None:
            self._with_item("delete", item, 0)
        else:
            self._blocks.delete()

    def cut(self) -> None:
        """Take the selected blocks to the clipboard; nobody loses a block who means an item."""
        if self._item() is not None:
            self.told.emit(self.tr("Only whole blocks can be cut; Escape selects what is around."))
        else:
            self._blocks.cut()

    def _item(self) -> Address | None:
        """The item of a list that is selected, or of which a part is."""
        held, blocks = self._editor.selection, self._editor.selected_blocks
        return item_around(held) if held is not None and len(blocks) < 2 else None

    def _with_block(self, what: str, address: Address, number: int) -> None:
        if address.block is None:
            return
        if address.block not in self._editor.selected_blocks:
            self._editor.select(address)
        place = self._editor.index_of(address.block)
        actions: dict[str, Callable[[], object]] = {
            "up": lambda: self._blocks.move(-1),
            "down": lambda: self._blocks.move(1),
            "duplicate": self._blocks.duplicate,
            "delete": self._blocks.delete,
            "above": lambda: self.add_requested.emit(True),
            "below": lambda: self.add_requested.emit(False),
            # The page counts without the block that is dragged, an edit with it.
            "move": lambda: self._blocks.move_to(number + (number > place)),
        }
        actions.get(what, lambda: None)()

    def _with_item(self, what: str, address: Address, number: int) -> None:
        if what in ("above", "below"):
            *path, place = address.path
            if isinstance(place, int):
                where = Address(address.role, address.block, (*path, place + (what == "below")))
                self._edits.change_list("insert", where, self._fresh(address))
            return
        name = "remove" if what == "delete" else what
        if name in ("up", "down", "move", "duplicate", "remove"):
            self._editor.end_run()
            self._edits.change_list(name, address, number)

    def _fresh(self, item: Address) -> object:
        """A new item for the list in which an item lies."""
        kind = self._kind(item)
        field = field_at(kind, item.path[:-1]) if kind is not None else None
        if kind is not None and field is not None:
            return fresh_item(field, kind.defaults.get(field.name))
        held = self._editor.value(Address(item.role, item.block, item.path[:-1]))
        return item_like(held if isinstance(held, list) else [])

    def _kind(self, address: Address) -> BlockType | None:
        """The type of the block, or of the header, that an address lies in."""
        if self._open is None:
            return None
        if address.block is None:
            return self._open.parts.header
        block = self._editor.block(address.block)
        return type_of(block.data, self._open.types) if block is not None else None

    def _choose_picture(self, address: Address) -> None:
        found = self._picture(address)
        if found is not None:
            self.picture_requested.emit(found, self.label(found))
        else:  # it is not on the page, but in the inspector
            self.left.emit(1)

    def _picture(self, address: Address | None) -> Address | None:
        """Where the address of the picture stands that is selected, None for anything else."""
        if address is None:
            return None
        for more in ((), ("src",), ("image",)):
            found = Address(address.role, address.block, (*address.path, *more))
            field = self.field(found)
            if field is not None and field.type == "image":
                return found if isinstance(self._editor.value(found), str) else None
        return None

    def take_picture(self, address: Address | None, given: Path | QImage) -> None:
        """A picture was dropped on one of the page."""
        found = self._picture(address)
        if found is None:
            self.told.emit(self.tr("Drop the picture on one of the page, to put it there instead."))
        else:
            self._editor.select(address)
            self.picture_given.emit(found, self.label(found), given)

    def paste(self) -> None:
        """Put what is on the clipboard where it belongs: a picture in a picture, else blocks.

        A text that holds no blocks becomes one.
        """
        mime = QGuiApplication.clipboard().mimeData()
        given, found = picture_in(mime), self._picture(self._editor.selection)
        if given is not None and found is not None:
            self.picture_given.emit(found, self.label(found), given)
        elif sources := blocks_from_mime(mime):
            self._blocks.paste(sources)
        elif given is not None:
            self.told.emit(self.tr("Select a picture on the page first, to put this one there."))
        elif (words := words_in(mime.text())) is not None:
            self.text_given.emit(*words)
        else:
            self.told.emit(self.tr("The clipboard holds no blocks; nothing was pasted."))
