"""The single entry point for changes of documents."""

from __future__ import annotations

import pathlib
from collections.abc import Callable, Hashable, Iterable
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from designer.document import (
    Block,
    BlockLayout,
    Page,
    Path,
    diff,
    parse_page,
    put_value,
    read_page,
    relayout,
    save_file,
)
from designer.editor.documents import Address, DocumentChange, OpenDocument, Role
from designer.editor.undo_step import UndoStep
from designer.errors import EditRefused

UNDO_LIMIT = 500


class Editor(QObject):
    """Holds the open documents, their undo stack and the selection.

    ``apply`` is the only way to change a document; undo and redo use the same notification. Views
    never write: they call the editor, and repaint on ``changed`` by comparing before and after.

    Signals:
        opened: Other documents were opened.
        changed: A ``DocumentChange``: one document has a new value.
        saved: The files are equal to the documents.
        selection_changed: The selected ``Address``, or None.
        modified_changed: Whether there are unsaved changes.
        refused: A message: an edit was refused; nothing changed.
    """

    opened = Signal()
    changed = Signal(object)
    saved = Signal()
    selection_changed = Signal(object)
    modified_changed = Signal(bool)
    refused = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._documents: dict[Role, OpenDocument] = {}
        self._selection: Address | None = None
        self._selected: frozenset[int] = frozenset()
        self._undo_group = 0
        self.stack = QUndoStack(self)
        self.stack.setUndoLimit(UNDO_LIMIT)
        self.stack.cleanChanged.connect(self._clean_changed)

    # -- documents ------------------------------------------------------------------------------

    def open(
        self,
        page: OpenDocument,
        site: OpenDocument | None,
        theme: OpenDocument | None = None,
    ) -> None:
        """Replace the open documents; the undo history is cleared."""
        self.stack.clear()
        documents = {Role.PAGE: page, Role.SITE: site, Role.THEME: theme}
        self._documents = {role: document for role, document in documents.items() if document}
        self._selection, self._selected = None, frozenset()
        self.opened.emit()
        self.modified_changed.emit(False)

    @property
    def documents(self) -> dict[Role, OpenDocument]:
        """The open documents by role."""
        return dict(self._documents)

    def page(self, role: Role = Role.PAGE) -> Page | None:
        """Return the present value of a document, or None without a document of that role."""
        document = self._documents.get(role)
        return document.page if document else None

    def block(self, number: int) -> Block | None:
        """Return the block of the page with this id, or None if it no longer exists."""
        page = self.page()
        return page.by_id.get(number) if page else None

    def value(self, address: Address) -> Any:
        """Return the value at an address, or None."""
        page, path = self.page(address.role), address.path
        held: Any = page.data if page else None
        if address.block is not None:
            block = self.block(address.block)
            held = block.data if block else None
        for key in path:
            try:
                held = held[key]
            except (KeyError, IndexError, TypeError):
                return None
        return held

    def index_of(self, number: int) -> int:
        """Return the index of the page's block with this id.

        Raises:
            EditRefused: The block no longer exists.
        """
        page = self.page()
        for index, block in enumerate(page.blocks if page else ()):
            if block.id == number:
                return index
        raise EditRefused(self.tr("This block is gone; nothing was changed."))

    @property
    def is_modified(self) -> bool:
        """Whether there are unsaved changes."""
        return not self.stack.isClean()

    def _clean_changed(self, clean: bool) -> None:
        self.modified_changed.emit(not clean)

    # -- edits ----------------------------------------------------------------------------------

    def apply(
        self,
        text: str,
        role: Role,
        edit: Callable[..., Page],
        *args: Any,
        key: Hashable = None,
    ) -> bool:
        """Compute an edit and, if it has an effect, push it as one undo step.

        Args:
            text: The name of the step in the menu, for instance "Edit headline".
            role: The document.
            edit: A function ``(page, *args) -> page``.
            args: Its further arguments.
            key: Consecutive steps with the same key are merged.

        Returns:
            Whether the document changed. If the edit is refused, ``refused`` is emitted.
        """
        document = self._documents[role]
        before = document.page
        try:
            after = edit(before, *args)
        except EditRefused as error:
            self.refused.emit(str(error))
            return False
        if after is before or after.text == before.text:
            return False
        group = None if key is None else (key, self._undo_group)
        self.stack.push(
            UndoStep(self._replace_page, text, role, before, after, self._selection, group)
        )
        return True

    def relayout(self, layout: BlockLayout, text: str) -> bool:
        """Show the page with its blocks elsewhere, as one undo step; the text stays the same.

        Args:
            layout: Where the blocks are.
            text: The name of the step in the menu.

        Returns:
            Whether the layout differs from the present one.
        """
        before = self._documents[Role.PAGE].page
        if before.layout == layout:
            return False
        self.end_undo_group()
        after = relayout(before, layout)
        step = UndoStep(self._replace_page, text, Role.PAGE, before, after, self._selection, None)
        self.stack.push(step)
        return True

    def end_undo_group(self) -> None:
        """End the undo group: the next edit is a separate step, even at the same address."""
        self._undo_group += 1

    def write(self, address: Address, value: Any, text: str) -> bool:
        """Set the value at an address; a missing key is added. Edits of the same address merge."""
        try:
            path = self.path_of(address)
        except EditRefused as error:
            self.refused.emit(str(error))
            return False
        return self.apply(text, address.role, put_value, path, value, key=address)

    def path_of(self, address: Address) -> Path:
        """Return the path of an address from the document's root.

        Raises:
            EditRefused: The block no longer exists.
        """
        if address.block is None:
            return address.path
        page = self._documents[Role.PAGE].page
        return (*page.path_at(self.index_of(address.block)), *address.path)

    def _replace_page(
        self, role: Role, before: Page, after: Page, selection: Address | None
    ) -> None:
        """Replace a document's value and notify the views; used by ``apply``, undo and redo."""
        self._documents[role].page = after
        self.changed.emit(DocumentChange(role, before, after, diff(before, after)))
        self.select(self._surviving(selection, before))

    # -- selection ------------------------------------------------------------------------------

    @property
    def selection(self) -> Address | None:
        """The selected address, or None."""
        return self._selection

    @property
    def selected_blocks(self) -> tuple[int, ...]:
        """The ids of all selected blocks in page order, including the block of ``selection``."""
        page = self.page()
        return tuple(b.id for b in page.blocks if b.id in self._selected) if page else ()

    def select(self, address: Address | None, also: Iterable[int] = ()) -> bool:
        """Select an address, and further blocks; returns whether the selection changed.

        There is no signal if they are selected already.
        """
        own = () if address is None or address.block is None else (address.block,)
        selected = frozenset((*own, *also))
        if (address, selected) == (self._selection, self._selected):
            return False
        self._selection, self._selected = address, selected
        self.end_undo_group()
        self.selection_changed.emit(address)
        return True

    def extend_selection(self, number: int, *, as_range: bool) -> bool:
        """Add a block to the selection, or remove it.

        Args:
            number: The id of the block.
            as_range: Whether to select all blocks from the selected one up to this one instead.

        Returns:
            Whether the selection changed.
        """
        page, held = self.page(), self._selection
        if page is None or held is None or held.block is None or held.block not in self._selected:
            return self.select(Address(Role.PAGE, number))
        if as_range:
            ids = [block.id for block in page.blocks]
            first, last = sorted((ids.index(held.block), ids.index(number)))
            return self.select(held.owner, ids[first : last + 1])
        if number not in self._selected:
            return self.select(Address(Role.PAGE, number), self._selected)
        rest = [block for block in self.selected_blocks if block != number]
        if not rest:
            return False
        owner = held.owner if held.block != number else Address(Role.PAGE, rest[0])
        return self.select(owner, rest)

    def _surviving(self, address: Address | None, before: Page) -> Address | None:
        """Return the address, or the nearest block if its block no longer exists."""
        if address is None or address.block is None or self.block(address.block):
            return address
        blocks = self._documents[Role.PAGE].page.blocks
        gone = next((i for i, b in enumerate(before.blocks) if b.id == address.block), None)
        if gone is None or not blocks:
            return None
        return Address(Role.PAGE, blocks[min(gone, len(blocks) - 1)].id)

    # -- files ----------------------------------------------------------------------------------

    def save(self, *, overwrite: bool = False) -> list[pathlib.Path]:
        """Write every document that differs from its file.

        Args:
            overwrite: Whether to overwrite a file that another program has changed.

        Returns:
            The files that were written. A document that equals its file is not written.

        Raises:
            SaveConflict: A file on disk has changed since it was read; it was not written.
            SaveError: A file could not be written; its old content is still there.
        """
        written = []
        for document in self._documents.values():
            if document.is_unsaved:
                expected = None if overwrite else document.stamp
                document.stamp = save_file(document.file, document.page.to_bytes(), expected)
                written.append(document.file)
            document.saved = document.page
        self.end_undo_group()
        self.stack.setClean()
        self.saved.emit()
        return written

    def changed_on_disk(self) -> list[Role]:
        """Return the documents whose files another program has changed or removed."""
        return [role for role, document in self._documents.items() if document.is_stale]

    def reload_from_disk(self, roles: Iterable[Role] | None = None) -> None:
        """Reload files that other programs changed; the reload can be undone.

        Args:
            roles: The documents to reload; by default all that changed on disk.

        Raises:
            SourceError: A file can no longer be read.
        """
        for role in self.changed_on_disk() if roles is None else roles:
            document = self._documents[role]
            theirs, stamp = read_page(document.file, document.find_layout)
            document.saved, document.stamp = theirs, stamp
            self.apply(self.tr("Reload from disk"), role, lambda _page, new=theirs: new)
        if not any(document.is_unsaved for document in self._documents.values()):
            self.stack.setClean()
        self.saved.emit()

    def restore(self, role: Role, data: bytes) -> None:
        """Restore recovered bytes as one undo step.

        Raises:
            SourceError: The bytes are not a readable document.
        """
        document = self._documents[role]
        recovered = parse_page(data, document.file, document.find_layout)
        self.apply(self.tr("Restore unsaved work"), role, lambda _page: recovered)
