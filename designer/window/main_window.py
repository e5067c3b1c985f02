"""The main window: creates and arranges its parts."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from designer.command_list import APPEARANCES, BLOCK_MENU, CommandId, command_specs
from designer.document import HEAD_TYPE
from designer.editor import Address, DocumentChange, Editor, Role
from designer.errors import DesignerError
from designer.inspector import Inspector
from designer.look import apply_look, tokens_for
from designer.preview import Canvas, PaneBinding, Preview
from designer.project import OpenSite
from designer.settings import Settings
from designer.site import PageSearch
from designer.tree import LeftPanel
from designer.window.accessibility import spoken_text
from designer.window.accessibility.announcer import Announcer
from designer.window.change_count import ChangeCount
from designer.window.commands.block_commands import BlockCommands
from designer.window.commands.element_commands import ElementCommands
from designer.window.commands.field_edits import FieldEdits
from designer.window.commands.field_names import FieldNames
from designer.window.commands.image_commands import ImageCommands
from designer.window.commands.list_commands import ListCommands
from designer.window.commands.paste_command import PasteCommand
from designer.window.commands.registry import CommandRegistry
from designer.window.dialogs.open_dialogs import OpenDialogs
from designer.window.dialogs.prompts import Dialogs
from designer.window.dialogs.save_prompts import SavePrompts
from designer.window.gallery.add_block import AddBlock
from designer.window.gallery.gallery_view import Gallery
from designer.window.gallery.saved_block_files import SavedBlockFiles
from designer.window.images.alt_text import AltText
from designer.window.images.image_import import ImageImport
from designer.window.layout import window_geometry
from designer.window.layout.bottom_bar import BottomBar
from designer.window.layout.device_widths import DeviceWidths
from designer.window.layout.error_page import ErrorPage
from designer.window.layout.main_splitter import MainSplitter
from designer.window.layout.no_pages import NoPagesView
from designer.window.layout.split_preview import SplitPreview
from designer.window.layout.top_bar import TopBar
from designer.window.notifications.notification_bars import BarAction, NotificationBars


class MainWindow(QMainWindow):
    """A window with pages and blocks, the page itself, and the inspector.

    Signals:
        page_requested: The file of a page to open.
        site_requested: The folder of a site to open.
        pages_folder_chosen: The folder that the user chose for the pages of the shown site.
        link_followed: The target of a link that was clicked in browse mode.
        site_changed: The window wrote a file of the open site that is not an open document.
        closed: The window was closed after unsaved changes were settled.
    """

    page_requested = Signal(object)
    site_requested = Signal(object)
    pages_folder_chosen = Signal(object)
    link_followed = Signal(str)
    site_changed = Signal()
    closed = Signal()

    def __init__(self, editor: Editor, preview: Preview, settings: Settings) -> None:
        super().__init__()
        self.editor = editor
        self.preview = preview
        self.settings = settings
        self.open_site: OpenSite | None = None
        self.tokens = tokens_for(settings.appearance)
        self.commands = CommandRegistry(self)
        self.save_prompts = SavePrompts(editor, Dialogs(self), self)
        self.change_count = ChangeCount(editor, self)
        self.open_dialogs = OpenDialogs(lambda: self.save_prompts.dialogs, self)
        self._make_views()
        self._make_commands()
        self._lay_out()
        self._restore_state()
        self.set_appearance(settings.appearance)

    def _make_views(self) -> None:
        editor, preview = self.editor, self.preview
        self.top = TopBar(self.commands, self)
        self.left = LeftPanel(
            editor, self.tokens, lambda menu: self.commands.fill_menu(menu, BLOCK_MENU)
        )
        keys = self.commands.action(CommandId.ADD_BLOCK).shortcut().toString()
        tip = self.tr("Add a block below the selected one (%1)").replace("%1", keys)
        self.left.add_button.setToolTip(tip)
        self.left.add_button.setAccessibleName(self.tr("Add block"))
        self.canvas = Canvas()
        self.pane_binding = PaneBinding(self.canvas.first, preview)
        self.split_preview = SplitPreview(editor, preview, self.canvas, self.settings, self)
        self.device_widths = DeviceWidths(self.top, self.canvas, self)
        self.announcer = Announcer(self.canvas)
        self.inspector = Inspector(editor, self.tokens, self.commands.run, preview.cached_file)
        self.bars = NotificationBars(self.tokens)
        self.bottom = BottomBar()
        self.error_page = ErrorPage()
        self.no_pages = NoPagesView()
        self.gallery = Gallery(self, self.tokens)

    def _make_commands(self) -> None:
        """Create the handlers of the commands; ``command_bindings`` binds them."""
        editor = self.editor
        self.field_names = FieldNames(editor)
        self.field_edits = FieldEdits(editor, self)
        self.blocks = BlockCommands(editor, self)
        self.lists = ListCommands(editor, self)
        self.add_block = AddBlock(editor, self.gallery, self.blocks, self.left.name_of, self)
        self.saved_blocks = SavedBlockFiles(editor, lambda: self.save_prompts.dialogs, self)
        self.elements = ElementCommands(
            editor, self.field_edits, self.blocks, self.field_names, self.add_block.choose, self
        )
        write = self.field_edits.write_as_step
        self.image_import = ImageImport(lambda: self.save_prompts.dialogs, write, self)
        self.alt_text = AltText(editor, self.bars, self.field_names.described_label, write, self)
        self.image_commands = ImageCommands(
            editor, self.field_names, self.image_import, self.alt_text, self.inspector.enter, self
        )
        self.paste = PasteCommand(self.blocks, self.image_commands, self.add_block.add_text, self)

    def _lay_out(self) -> None:
        self._middle = middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bars)
        column.addWidget(self.canvas, 1)
        self.splitter = MainSplitter(self.left, middle, self.inspector)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.splitter)
        self.stack.addWidget(self.error_page)
        self.stack.addWidget(self.no_pages)
        whole = QWidget()
        whole.setObjectName("window")
        rows = QVBoxLayout(whole)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.top)
        rows.addWidget(self.stack, 1)
        rows.addWidget(self.bottom)
        self.setCentralWidget(whole)

    # -- the open page --------------------------------------------------------------------------

    def show_site(self, open_site: OpenSite) -> None:
        """Show a page that the editor has just opened, and its site."""
        self.stack.setCurrentWidget(self.splitter)
        self.top.show_page_tools(True)
        self._set_open_site(open_site)
        self.left.show_site(open_site)
        self.inspector.show_site(open_site)
        self.add_block.show_site(open_site)
        self.top.show_open(open_site.title, open_site.site_name)
        version = open_site.tailwind_version.split(".")[:2]
        self.bottom.engine.setText("Tailwind " + ".".join(version))
        self.device_widths.show(open_site.desktop_width)
        self.left.pages.setFocus()
        self._update_title()
        self.change_count.count()

    def show_types(self, open_site: OpenSite) -> None:
        """Use changed block types or saved blocks of the same page and site."""
        self._set_open_site(open_site)
        self.left.show_types(open_site)
        self.inspector.show_site(open_site)
        self.add_block.show_site(open_site)

    def _set_open_site(self, open_site: OpenSite) -> None:
        self.open_site = open_site
        for part in (self.saved_blocks, self.field_names, self.image_import, self.open_dialogs):
            part.show_site(open_site)
        self.commands.action(CommandId.SAVE_BLOCK).setText(self._save_block_text())

    def has_selected_block(self) -> bool:
        """Whether the selection is a block or lies in a block."""
        selection = self.editor.selection
        return selection is not None and selection.block is not None

    def can_add_blocks(self) -> bool:
        """Whether the page has a list of blocks, or can get one."""
        page = self.editor.page()
        return page is not None and page.gap_at(len(page.blocks)) is not None

    def can_save_blocks(self) -> bool:
        """Whether a site is open in which blocks can be saved."""
        return self.open_site is not None and self.open_site.saved_folder is not None

    def _save_block_text(self) -> str:
        if self.can_save_blocks():
            return command_specs()[CommandId.SAVE_BLOCK].text
        return self.tr("Save as template (this page belongs to no site)")

    def show_error(self, error: DesignerError, file: Path, data: bytes) -> None:
        """Show why a page or site cannot be opened; its file is never written.

        Args:
            error: The reason.
            file: The file or folder.
            data: The content of the file; empty for a folder, and where it cannot be read.
        """
        if self._page is not None:
            self.left.select_page(self._page)
            look = (self.tr("Show its text"), lambda: self._show_error_page(error, file, data))
            self.bars.show_bar("error", "error", str(error), [look] if data else [])
            return
        self.top.show_open(file.name, "")
        self.top.show_page_tools(False)
        self._show_error_page(error, file, data)

    def _show_error_page(self, error: DesignerError, file: Path, data: bytes) -> None:
        self.error_page.show_error(error, file, data, self.tokens, back=self._page is not None)
        self.stack.setCurrentWidget(self.error_page)

    def show_no_pages(self, search: PageSearch) -> None:
        """Show that a folder has no pages, and offer to choose their folder."""
        if self._page is None:
            self.top.show_open(search.folder.name, "")
            self.top.show_page_tools(False)
        self.no_pages.show_search(search, back=self._page is not None)
        self.stack.setCurrentWidget(self.no_pages)

    def choose_pages_folder(self) -> None:
        """Let the user choose the folder of pages of the site that is shown."""
        search = self.no_pages.search if self.stack.currentWidget() is self.no_pages else None
        self.open_dialogs.choose_pages_folder(search.root if search else None)

    def show_page(self) -> None:
        """Show the open page again, in place of an error."""
        self.stack.setCurrentWidget(self.splitter)

    def show_bar(self, name: str, kind: str, text: str, actions: Sequence[BarAction]) -> None:
        """Show a bar above the page; ``kind`` is ``info``, ``warning`` or ``error``."""
        self.bars.show_bar(name, kind, text, actions)

    @property
    def _page(self) -> Path | None:
        """The file of the open page."""
        return self.open_site.location.page if self.open_site else None

    def _update_title(self) -> None:
        title = self.open_site.title if self.open_site else ""
        self.setWindowTitle(f"{title}[*] – Frontispiece" if title else "Frontispiece")

    # -- editor signals --------------------------------------------------------------------------

    def on_opened(self) -> None:
        """Update the views after other documents were opened."""
        self.bars.remove("error")
        self._refresh()

    def on_changed(self, _change: DocumentChange) -> None:
        """Update the views after a document has changed."""
        self._refresh()
        self.change_count.count_soon()

    def _refresh(self) -> None:
        self.left.refresh()
        self.inspector.refresh()
        self.commands.refresh()
        self._show_empty_bar()

    def _show_empty_bar(self) -> None:
        """Show a bar that offers to add a block while the page has none."""
        page = self.editor.page()
        kinds = {block.type for block in page.blocks} if page is not None else set()
        empty = self.can_add_blocks() and kinds <= {HEAD_TYPE}
        if empty and not self.bars.text("empty"):
            add = (self.tr("Add a block"), lambda: self.commands.run(CommandId.ADD_BLOCK))
            self.bars.show_bar("empty", "info", self.tr("This page has no blocks yet."), [add])
        elif not empty:
            self.bars.remove("empty")

    def on_selection_changed(self, address: Address | None) -> None:
        """Show and announce a new selection."""
        self.left.show_selection(address)
        self.inspector.show_selection(address)
        self.commands.refresh()
        if address is not None:
            names = (self.left.name_of(address), self.field_names.label(address))
            self.announcer.announce(spoken_text.selection(self.editor, address, *names))
        if address is not None and address.role is not Role.PAGE:
            self.bottom.show_hint(
                self.tr("This is part of the whole site: it changes on every page.")
            )

    def announce_move(self, place: int, count: int) -> None:
        """Announce the new position of a moved block."""
        text = spoken_text.moved(place, count)
        self.announcer.announce(text)
        self.bottom.show_hint(text)

    def leave_page(self, step: int) -> None:
        """Move the keyboard focus to the inspector (1), or back to the tree (-1)."""
        if step > 0:
            self.inspector.enter()
        else:
            self.left.blocks.setFocus(Qt.FocusReason.BacktabFocusReason)

    def on_modified_changed(self, modified: bool) -> None:
        """Show whether there are unsaved changes."""
        self.setWindowModified(modified)
        self.top.show_modified(modified)
        if self._page is not None:
            self.left.mark_modified(self._page, modified=modified)

    def show_changes(self) -> None:
        """List the lines that a save would change; the dialog can save."""
        if self.save_prompts.dialogs.changes(self.change_count.files(), self.tokens):
            self.save()

    # -- files ----------------------------------------------------------------------------------

    def save(self) -> bool:
        """Save; returns whether no unsaved changes remain."""
        self._flush_typing()
        return self.save_prompts.save()

    def resolve_unsaved(self) -> bool:
        """Ask about unsaved changes; returns whether they may be dropped or are saved."""
        self._flush_typing()
        return self.save_prompts.resolve_unsaved(self.open_site.title if self.open_site else "")

    def _flush_typing(self) -> None:
        """Process keystrokes on the page that are still queued."""
        for preview in filter(None, (self.preview, self.split_preview.second)):
            preview.page_input.flush()

    def about(self) -> None:
        """Show versions, licences and where the program's files are."""
        self.save_prompts.dialogs.about()

    # -- appearance and state --------------------------------------------------------------------

    def set_appearance(self, appearance: str) -> None:
        """Apply and store the appearance: ``system``, ``light`` or ``dark``."""
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
        self.split_preview.set_tokens(self.tokens)
        for command, name in APPEARANCES.items():
            self.commands.action(command).setChecked(name == appearance)

    def set_browsing(self, on: bool) -> None:
        """Switch between browsing (links and menus work) and selecting with a click."""
        self.preview.set_browsing(on)
        self.split_preview.set_browsing(on)

    def pick(self, address: Address, how: str) -> None:
        """Select an element; ``range`` and ``toggle`` extend the selection by its block."""
        if how and address.block is not None:
            self.editor.extend_selection(address.block, as_range=how == "range")
        else:
            self.editor.select(address)

    def write_typed(self, address: Address, text: str) -> bool:
        """Write a text typed on the page; returns whether the document now has this value."""
        return self.field_edits.write(address, self.field_names.label(address), text)

    def _restore_state(self) -> None:
        window_geometry.restore(self, self.settings)
        self.splitter.restore(self.settings)
        self.split_preview.restore(self.commands.action(CommandId.DEVICE_FRAMES))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.canvas.view is None:
            QTimer.singleShot(0, self._show_preview)

    def _show_preview(self) -> None:
        """Create the web view after the window's first paint, so that the window appears sooner."""
        if self.canvas.view is None:
            self.pane_binding.connect_drags(self.canvas.set_page(self.preview.page))
        if self.canvas.view is not None:
            self._middle.setFocusProxy(self.canvas.view)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.resolve_unsaved():
            event.ignore()
            return
        window_geometry.remember(self, self.settings)
        self.splitter.remember(self.settings)
        self.split_preview.remember(self.commands.action(CommandId.DEVICE_FRAMES))
        event.accept()
        self.closed.emit()
