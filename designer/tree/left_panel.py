"""The left panel: the site's pages, and the blocks of the open page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QListView,
    QMenu,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from designer.editor import Address, Editor, Role
from designer.look import Tokens, icon
from designer.project import OpenSite
from designer.site import PageEntry
from designer.tree.block_model import DETAIL, BlockModel
from designer.tree.block_rows import BlockRows
from designer.tree.blocks_view import BlocksView
from designer.tree.row_delegate import ROW_HEIGHT, RowDelegate


class _Pages(QListView):
    """A list in which Enter opens the current page."""

    chosen = Signal(QModelIndex)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


class LeftPanel(QWidget):
    """Pages above, blocks below; the panel changes no document itself.

    Signals:
        page_requested: The file of a page to open.
        picked: The ``Address`` of a block or element.
        entered: Enter or a double click on a block; the focus moves to the inspector.
    """

    page_requested = Signal(object)
    picked = Signal(object)
    entered = Signal()

    def __init__(
        self,
        editor: Editor,
        tokens: Tokens,
        fill_block_menu: Callable[[QMenu], object] = lambda _menu: None,
        parent: QWidget | None = None,
    ) -> None:
        """Create the panel.

        Args:
            editor: The open documents.
            tokens: The colours of the window.
            fill_block_menu: Fills the context menu of a block.
            parent: The parent widget.
        """
        super().__init__(parent)
        self.setObjectName("leftPanel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._editor = editor
        self._rows = BlockRows(editor, {})
        self._delegate = RowDelegate(tokens)
        self._files: list[Path] = []
        self._updating = False
        self.model = BlockModel(self)
        self._page_model = QStandardItemModel(self)
        self.pages = _Pages()
        self.pages.setModel(self._page_model)
        self.pages.setAccessibleName(self.tr("Pages"))
        self.pages.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.pages.clicked.connect(self._open)
        self.pages.chosen.connect(self._open)
        self.blocks = BlocksView(editor, self.model, tokens)
        self.blocks.setAccessibleName(self.tr("Blocks"))
        self.blocks.setHeaderHidden(True)
        self.blocks.setIndentation(18)
        self.blocks.setUniformRowHeights(True)
        self.blocks.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.blocks.customContextMenuRequested.connect(self._menu)
        self.blocks.selectionModel().currentChanged.connect(self._pick)
        self.blocks.picked.connect(self._pick_alone)
        self.blocks.activated.connect(lambda _index: self.entered.emit())
        self.pages.setViewportMargins(6, 0, 0, 0)
        for view in (self.pages, self.blocks):
            view.setItemDelegate(self._delegate)
            view.setMouseTracking(True)
            view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.add_button = QToolButton()
        self.add_button.setIconSize(QSize(16, 16))
        self._fill_block_menu = fill_block_menu
        self._lay_out()
        self.setFocusProxy(self.blocks)
        self.set_tokens(tokens)

    def _lay_out(self) -> None:
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.addWidget(_section(self.tr("Pages"), self.pages))
        splitter.addWidget(_section(self.tr("Blocks"), self.blocks, self.add_button))
        splitter.setStretchFactor(0, 0)
        splitter.setStretchFactor(1, 1)
        splitter.setChildrenCollapsible(False)
        self._splitter = splitter
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(splitter)

    # -- showing --------------------------------------------------------------------------------

    def set_tokens(self, tokens: Tokens) -> None:
        """Apply other colours."""
        self._delegate.tokens = self.blocks.tokens = tokens
        self.model.set_colour(tokens.muted)
        self.add_button.setIcon(icon("plus", tokens.muted))
        for row in range(self._page_model.rowCount()):
            self._page_model.item(row).setIcon(icon("page", tokens.muted))
        self.pages.viewport().update()
        self.blocks.viewport().update()

    def show_site(self, open_site: OpenSite) -> None:
        """List the pages of a site with the open page selected, and the blocks of the open page."""
        self._list_pages(open_site.pages, open_site.location.page)
        self.show_types(open_site)

    def _list_pages(self, entries: Sequence[PageEntry], current: Path) -> None:
        self._page_model.clear()
        self._files = [entry.path for entry in entries]
        for entry in entries:
            item = QStandardItem(icon("page", self._delegate.tokens.muted), entry.title)
            item.setToolTip(entry.route)
            self._page_model.appendRow(item)
        self.select_page(current)
        rows = min(max(len(entries), 1), 8)
        self._splitter.setSizes([44 + rows * ROW_HEIGHT, 10_000])

    def select_page(self, current: Path) -> None:
        """Select the open page in the list."""
        if current in self._files:
            self.pages.setCurrentIndex(self._page_model.index(self._files.index(current), 0))

    def mark_modified(self, current: Path, *, modified: bool) -> None:
        """Show a dot beside the open page while it has unsaved changes."""
        for row, file in enumerate(self._files):
            dot = "●" if modified and file == current else ""
            self._page_model.item(row).setData(dot, DETAIL)

    def show_types(self, open_site: OpenSite) -> None:
        """Use the block types and parts of a site for the names of the rows."""
        self._rows = BlockRows(self._editor, open_site.types, open_site.parts)
        self.refresh()

    def refresh(self) -> None:
        """Update the tree to the editor's documents."""
        # Removing the current row changes the current index, which is no user input.
        self._updating = True
        self.model.show(self._rows.rows())
        self._updating = False
        self.show_selection(self._editor.selection)

    def show_selection(self, address: Address | None) -> None:
        """Make the row of an address current, and select the rows of all selected blocks."""
        selection = self.blocks.selectionModel()
        if address is None:
            selection.clear()
            return
        index = self.model.index_of(address)
        if not index.isValid():
            return
        several = self._editor.selected_blocks
        rows = self._block_ranges(several) if len(several) > 1 else QItemSelection(index, index)
        if selection.selection() != rows:
            selection.select(rows, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if index != self.blocks.currentIndex():
            selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.blocks.scrollTo(index)

    def name_of(self, address: Address) -> str:
        """Return the name in the row of an address; '' if there is no row."""
        return str(self.model.index_of(address).data() or "")

    def _block_ranges(self, numbers: Sequence[int]) -> QItemSelection:
        """Return the rows of blocks as a selection with one range per run of neighbours."""
        found = QItemSelection()
        first = last = QModelIndex()
        for number in numbers:
            index = self.model.index_of(Address(Role.PAGE, number))
            if last.isValid() and index.row() == last.row() + 1:
                last = index
                continue
            if first.isValid():
                found.select(first, last)
            first = last = index
        if first.isValid():
            found.select(first, last)
        return found

    # -- asking ---------------------------------------------------------------------------------

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.page_requested.emit(self._files[index.row()])

    def _pick(self, index: QModelIndex) -> None:
        address = self.model.address(index)
        held = self._editor.selection
        if self._updating:
            return
        if address is not None and not (held and self.model.index_of(held) == index):
            self.picked.emit(address)

    def _pick_alone(self, number: int) -> None:
        """Select one block of a multiple selection alone."""
        self.picked.emit(Address(Role.PAGE, number))

    def _menu(self, place: QPoint) -> None:
        index = self.blocks.indexAt(place)
        address = self.model.address(index)
        if address is None or address.block is None:
            return
        menu = QMenu(self.blocks)
        self._fill_block_menu(menu)
        menu.popup(self.blocks.viewport().mapToGlobal(place))
        menu.aboutToHide.connect(menu.deleteLater)


def _section(heading: str, body: QWidget, button: QWidget | None = None) -> QWidget:
    """Create a heading in capitals with a list below it."""
    section = QWidget()
    label = QLabel(heading.upper())
    label.setObjectName("panelHeading")
    head = QHBoxLayout()
    head.setContentsMargins(14, 12, 10, 4)
    head.addWidget(label)
    head.addStretch()
    if button is not None:
        head.addWidget(button)
    column = QVBoxLayout(section)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addLayout(head)
    column.addWidget(body)
    return section
