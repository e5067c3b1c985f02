"""The main window: puts the parts together and connects them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QByteArray, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from designer import __version__
from designer.editor import Address, Change, Editor, Role
from designer.errors import DesignerError
from designer.inspector import Inspector, Surroundings
from designer.look import apply_look, tokens_for
from designer.preview import Canvas, Pairing, Preview
from designer.schema import BlockType, SavedBlock, SiteParts, site_parts
from designer.settings import Settings
from designer.site import PLAIN, PageEntry
from designer.tree import LeftPanel
from designer.window import spoken
from designer.window.actions import Actions
from designer.window.adding import Adding
from designer.window.announcer import Announcer
from designer.window.bars import Action, Bars
from designer.window.block_edits import BlockEdits
from designer.window.bottom_bar import BottomBar
from designer.window.descriptions import Descriptions
from designer.window.devices import Devices
from designer.window.dialogs import Dialogs
from designer.window.edits import Edits
from designer.window.error_page import ErrorPage
from designer.window.gallery import Gallery
from designer.window.opening import Opening
from designer.window.page_commands import PageCommands
from designer.window.panels import Panels
from designer.window.pictures import Pictures
from designer.window.saving import Saving
from designer.window.templates import Templates
from designer.window.top_bar import TopBar
from designer.window.unsaved import Unsaved
from designer.window.widths import Widths


class MainWindow(QMainWindow):
    """One window: pages and blocks, the page itself, the inspector.

    Signals:
        page_requested: The file of a page to open.
        site_requested: The folder of a site to open.
        link_followed: Where a link of the page leads that was clicked in browse mode.
        closed: The window was closed, everything in it settled.
    """

    page_requested = Signal(object)
    site_requested = Signal(object)
    link_followed = Signal(str)
    closed = Signal()

    def __init__(self, editor: Editor, preview: Preview, settings: Settings) -> None:
        super().__init__()
        self.editor = editor
        self.preview = preview
        self.settings = settings
        self._title = ""
        self.tokens = tokens_for(settings.appearance)
        self.saving = Saving(editor, Dialogs(self), self)
        self.unsaved = Unsaved(editor, self)
        self.opening = Opening(lambda: self.saving.dialogs, self)
        self.edits = Edits(editor, self)
        self.blocks = BlockEdits(editor, self)
        self.page_commands = PageCommands(editor, self.edits, self.blocks, self)
        self._parts = site_parts(PLAIN, {})
        self.pictures = Pictures(lambda: self.saving.dialogs, self.edits.write_whole, self)
        self.actions_ = Actions(self, editor)
        self.templates = Templates(editor, lambda: self.saving.dialogs, self)
        self.top = TopBar(
            menu=self.actions_.menu(),
            undo=self.actions_.undo,
            redo=self.actions_.redo,
            browse=self.actions_.browse,
            beside=self.actions_.beside,
            zooms=self.actions_.zoom_menu,
            save=self.actions_.save,
            parent=self,
        )
        self.left = LeftPanel(editor, self.tokens)
        tip = self.tr("Add a block below the selected one (%1)")
        self.left.add_button.setToolTip(tip.replace("%1", self.actions_.add.shortcut().toString()))
        self.left.add_button.setAccessibleName(self.tr("Add block"))
        self.left.block_actions = self.actions_.block_actions
        self.canvas = Canvas()
        self.pairing = Pairing(self.canvas.first, preview)
        self.widths = Widths(editor, preview, self.canvas, settings, self)
        self.devices = Devices(self.top, self.canvas, self)
        self.announcer = Announcer(self.canvas)
        self.inspector = Inspector(editor, self.tokens)
        self.bars = Bars(self.tokens)
        self.descriptions = Descriptions(
            editor, self.bars, self.page_commands.word, self.edits.write_whole, self
        )
        self.bottom = BottomBar()
        self.error_page = ErrorPage()
        self.gallery = Gallery(self, self.tokens)
        self.adding = Adding(
            editor, self.gallery, self.templates, self.blocks, self.left.name_of, self
        )
        self._lay_out()
        self._restore_state()
        self.set_appearance(settings.appearance)

    def _lay_out(self) -> None:
        self._middle = middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bars)
        column.addWidget(self.canvas, 1)
        self.splitter = Panels(self.left, middle, self.inspector)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.splitter)
        self.stack.addWidget(self.error_page)
        whole = QWidget()
        whole.setObjectName("window")
        rows = QVBoxLayout(whole)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.top)
        rows.addWidget(self.stack, 1)
        rows.addWidget(self.bottom)
        self.setCentralWidget(whole)
        self.setMinimumSize(860, 560)

    # -- what is open ---------------------------------------------------------------------------

    def show_site(
        self,
        entries: Sequence[PageEntry],
        types: Mapping[str, BlockType],
        *,
        offered: Sequence[BlockType],
        page: Path,
        site_name: str,
        desktop: int,
        engine: str,
        parts: SiteParts,
        root: Path | None,
        around: Surroundings,
        saved: Sequence[SavedBlock] = (),
        saved_folder: Path | None = None,
    ) -> None:
        """Show a page that the editor has just opened, and the site around it.

        Args:
            entries: The site's pages.
            types: The block types that can be drawn and described.
            offered: Those of them that a person can add.
            page: The file of the page.
            site_name: What the site is called.
            desktop: Its width on a desktop, in pixels.
            engine: The name of its Tailwind.
            parts: What the site has besides blocks.
            root: The site's folder, None for a page without a site.
            around: What the fields know of the site.
            saved: The blocks that were saved for the site.
            saved_folder: Where they lie, None for a page without a site.
        """
        self.opening.page = page
        self._title = next((e.title for e in entries if e.path == page), page.stem)
        self.stack.setCurrentWidget(self.splitter)
        self.left.show_pages(entries, page)
        self._parts = parts
        self.pictures.root, self.pictures.page = root, page.stem
        self.templates.folder = saved_folder
        self.actions_.tell_site(saved_folder is not None)
        self.templates.saved = saved
        self.show_types(types, offered)
        self.inspector.set_surroundings(around)
        self.top.show_open(self._title, site_name)
        self.bottom.engine.setText(engine)
        self.devices.show(desktop)
        self.left.pages.setFocus()
        self._name_window()
        self.unsaved.count()

    def show_types(self, types: Mapping[str, BlockType], offered: Sequence[BlockType]) -> None:
        """Name blocks and fields by these types; some of them can be added."""
        self.adding.offered = offered
        self.templates.types = types
        self.page_commands.types, self.page_commands.parts = types, self._parts
        self.left.show_types(types, self._parts)
        self.inspector.show_types(types, self._parts)
        self.adding.show_offers()

    def show_error(self, error: DesignerError, file: Path, data: bytes) -> None:
        """Say why a page cannot be opened; nothing of it is ever written."""
        if self.opening.page is not None:
            self.left.select_page(self.opening.page)
            look = (self.tr("Show its text"), lambda: self._show_text(error, data))
            self.bars.show_bar("error", "error", str(error), [look] if data else [])
            return
        self.top.show_open(file.name, "")
        self._show_text(error, data)

    def _show_text(self, error: DesignerError, data: bytes) -> None:
        """Show the text of a file that cannot be opened, its line marked."""
        self.error_page.show_error(error, data, self.tokens, back=self.opening.page is not None)
        self.stack.setCurrentWidget(self.error_page)

    def show_bar(self, name: str, kind: str, text: str, actions: Sequence[Action]) -> None:
        """Show a quiet bar above the page; ``kind`` is ``info``, ``warning`` or ``error``."""
        self.bars.show_bar(name, kind, text, actions)

    def show_saved(self, saved: Sequence[SavedBlock]) -> None:
        """Other blocks are saved for the site now."""
        self.templates.saved = saved
        self.adding.show_offers()

    def _name_window(self) -> None:
        star = "[*]"
        self.setWindowTitle(
            f"{self._title}{star} – Frontispiece" if self._title else "Frontispiece"
        )

    # -- following the editor ---------------------------------------------------------------------

    def opened(self) -> None:
        """Other documents are open."""
        self.bars.remove("error")
        self._refresh()

    def changed(self, _change: Change) -> None:
        """A document has another value."""
        self._refresh()
        self.unsaved.count_soon()

    def _refresh(self) -> None:
        self.left.refresh()
        self.inspector.refresh()
        self._show_emptiness()

    def _show_emptiness(self) -> None:
        """A page without blocks says so, and offers to add one."""
        page = self.editor.page()
        empty = page is not None and not page.blocks and page.read_only is None
        if empty and not self.bars.text("empty"):
            add = (self.tr("Add a block"), self.adding.choose)
            self.bars.show_bar("empty", "info", self.tr("This page has no blocks yet."), [add])
        elif not empty:
            self.bars.remove("empty")

    def selected(self, address: Address | None) -> None:
        """Something else is selected."""
        self.left.show_selection(address)
        self.inspector.show_selection(address)
        on_block = address is not None and address.block is not None
        for action in self.actions_.block_actions:
            action.setEnabled(on_block)
        if self.templates.folder is None:
            self.actions_.save_template.setEnabled(False)
        if address is not None:
            names = (self.left.name_of(address), self.page_commands.label(address))
            self.announcer.say(spoken.selection(self.editor, address, *names))
        if address is not None and address.role is not Role.PAGE:
            self.bottom.show_hint(
                self.tr("This is part of the whole site: it changes on every page.")
            )

    def tell_place(self, place: int, count: int) -> None:
        """Say where a block has been moved."""
        text = spoken.moved(place, count)
        self.announcer.say(text)
        self.bottom.show_hint(text)

    def leave_page(self, step: int) -> None:
        """Let the keyboard go on to the inspector (1), or back to the tree (-1)."""
        if step > 0:
            self.inspector.enter()
        else:
            self.left.blocks.setFocus(Qt.FocusReason.BacktabFocusReason)

    def modified(self, modified: bool) -> None:
        """There is something to save, or nothing any more."""
        self.setWindowModified(modified)
        self.top.show_modified(modified)
        if self.opening.page is not None:
            self.left.mark_modified(self.opening.page, modified=modified)

    def show_changes(self) -> None:
        """List the lines that a save would change; a save can follow at once."""
        if self.saving.dialogs.changes(self.unsaved.files(), self.tokens):
            self.save()

    # -- files ----------------------------------------------------------------------------------

    def save(self) -> bool:
        """Save; returns whether nothing is left unsaved."""
        self._finish_typing()
        return self.saving.save()

    def settle(self) -> bool:
        """Ask about unsaved work; returns whether it may be left."""
        self._finish_typing()
        return self.saving.settle(self._title)

    def _finish_typing(self) -> None:
        """The last keys that were pressed in a page may still be on their way."""
        for preview in filter(None, (self.preview, self.widths.second)):
            preview.hands.flush()

    def about(self) -> None:
        """Say which program this is."""
        self.saving.dialogs.sentence(
            self.tr("Frontispiece %1: pages as visitors see them, saved as Markdown.").replace(
                "%1", __version__
            )
        )

    # -- look and state -------------------------------------------------------------------------

    def set_appearance(self, appearance: str) -> None:
        """Use ``system``, ``light`` or ``dark`` colours from now on."""
        self.settings.appearance = appearance
        self.tokens = tokens_for(appearance)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            apply_look(application, self.tokens)
        for part in (self.top, self.left, self.inspector, self.canvas):
            part.set_tokens(self.tokens)
        self.bars.tokens = self.tokens
        self.preview.overlay.set_tokens(self.tokens)
        self.gallery.set_tokens(self.tokens)
        self.widths.set_tokens(self.tokens)
        for choice in self.actions_.appearances.actions():
            choice.setChecked(choice.data() == appearance)

    def _restore_state(self) -> None:
        self.resize(QSize(1440, 900).boundedTo(self.screen().availableSize()))
        geometry = self.settings.load("geometry")
        if isinstance(geometry, QByteArray):
            self.restoreGeometry(geometry)
        self.splitter.restore(self.settings)
        self.widths.restore(self.actions_.frames)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.canvas.view is None:
            QTimer.singleShot(0, self._show_preview)

    def _show_preview(self) -> None:
        """Start the web view after the window's first paint: the window is there sooner."""
        if self.canvas.view is None:
            self.pairing.follow_drags(self.canvas.set_page(self.preview.page))
        if self.canvas.view is not None:
            self._middle.setFocusProxy(self.canvas.view)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.settle():
            event.ignore()
            return
        self.settings.remember("geometry", self.saveGeometry())
        self.splitter.remember(self.settings)
        self.widths.remember(self.actions_.frames)
        event.accept()
        self.closed.emit()
