"""The preview: mirrors the editor's documents and shows each change within a frame."""

from __future__ import annotations

import logging
import re
import time
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QMetaObject, QObject, Qt, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QColor
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineProfile

from designer.document import Diff, Page
from designer.editor import DocumentChange, Editor, Role
from designer.engine.locked_page import LockedPage
from designer.engine.preview_urls import HOME
from designer.engine.spelling import check_spelling
from designer.engine.web_file_cache import WebCache
from designer.preview.input.page_input import PageInput
from designer.preview.page.bridge import Bridge, attach, call
from designer.preview.page.dom_addresses import address_of, block_root, element_labels, mark_of
from designer.preview.page.overlay import Overlay
from designer.preview.page.page_fonts import PageFonts
from designer.preview.page.page_messages import PageMessages
from designer.project import OpenSite
from designer.schema import frame_type
from designer.site import default_theme
from designer.tailwind import Sheet

_log = logging.getLogger(__name__)


_CSS_VARIABLE = re.compile(r"(--[\w-]+):\s*([^;{}]+)")

FLAG = QColor(254, 1, 253)
"""Colour of the pixel by which a screenshot is known to show a certain frame."""


class Preview(QObject):
    """Keeps a web page equal to the open documents.

    ``still`` is for screenshots: blocks outside of the viewport are laid out too.

    Attributes:
        page: The web page.
        page_input: Handles clicks and typing on the page.
        overlay: The appearance of the overlay above the page.

    All changes of one turn of the event loop are sent as one message. Every message has a revision;
    the page reports when the revision is painted.

    Signals:
        link_followed: The address of a link that was clicked in browse mode.
        classes_shown: The classes on the page after a full render; after an edit only the new ones.
        painted: Milliseconds from the change to its pixels.
        first_paint: The page was painted for the first time since it was opened.
        fonts_replaced: The names of fonts for which similar ones are shown.
        styled: The current ``Sheet`` and the CSS variables of the theme.
        opened: The ``OpenSite`` and the ``Sheet`` of the page; emitted when either is new.
    """

    link_followed = Signal(str)
    classes_shown = Signal(object)
    painted = Signal(float)
    first_paint = Signal()
    fonts_replaced = Signal(object)
    styled = Signal(object, object)
    opened = Signal(object, object)

    def __init__(
        self,
        editor: Editor,
        profile: QWebEngineProfile,
        web: WebCache,
        parent: QObject | None = None,
        *,
        still: bool = False,
    ) -> None:
        super().__init__(parent)
        self._still = still
        self._editor = editor
        self._profile = profile
        self._web = web
        self._open: OpenSite | None = None
        self._bridge = Bridge()
        self._bridge.setParent(self)
        self.page: QWebEnginePage = LockedPage(profile, self)
        self.page.setBackgroundColor(QColor("white"))
        self._content: PageMessages | None = None
        self._fonts = PageFonts(web, self)
        self._fonts.changed.connect(
            lambda css: self._send_message("patch", {"styles": {"fonts": css}})
        )
        self._fonts.replaced.connect(self.fonts_replaced)
        self._variables: dict[str, str] = {}
        self._running = False
        self._browsing = False
        self._revision = 0
        self._painted = 0
        self._changes: list[Diff] = []
        self._before: Page | None = None
        self._site_changed = False
        self._site_redraw_pending = False  # a change of the site is drawn when inline editing ends
        self._changed_at = 0.0
        self._first_paint_pending = False
        self.page_input = PageInput(self.page, self._bridge, editor, self)
        self.overlay = Overlay(self.page)
        self._toolbar: list[dict[str, Any]] = []
        self._send_pending = False
        self._selection_timer = QTimer(self)
        self._selection_timer.setSingleShot(True)
        self._selection_timer.setInterval(0)
        self._selection_timer.timeout.connect(self._send_selection)
        self._sheet_timer = QTimer(self)
        self._sheet_timer.setSingleShot(True)
        self._sheet_timer.timeout.connect(self.show_again)
        attach(self.page, self._bridge)
        self._connect()
        self.page.load(QUrl(HOME))

    def _connect(self) -> None:
        self._bridge.started.connect(self._start)
        self.page_input.root_outdated.connect(self._render_root)
        self._bridge.followed.connect(self.link_followed)
        self._bridge.revision_painted.connect(self._on_painted)
        self._web.arrived.connect(self._reload_web)
        self._editor.changed.connect(self._collect)
        self._editor.selection_changed.connect(self._schedule_selection)
        # The page expects an answer to each pick, also when the pick changes nothing.
        self.page_input.picked.connect(self._schedule_selection)

    def show_site(self, open_site: OpenSite, sheet: Sheet, sheet_timeout: int = 0) -> None:
        """Show the editor's documents.

        Args:
            open_site: The open page and its site.
            sheet: The Tailwind sheet to begin with.
            sheet_timeout: Milliseconds to wait for ``set_sheet`` before ``sheet`` is used.
        """
        page = self._editor.page()
        if page is None:
            return
        self._open = open_site
        self._fonts.open(open_site.public_folder)
        self.page_input.show_site(open_site)
        self._content = PageMessages(
            open_site.renderer, sheet, page, *self._site_data(), open_site.route
        )
        self._changed_at = time.perf_counter()
        self._first_paint_pending = True
        self._web.reset_page()
        self._sheet_timer.stop()
        if sheet_timeout:
            self._content.full_message()  # for its side effect: it collects the classes
            self._sheet_timer.start(sheet_timeout)
            self.classes_shown.emit(self._content.classes)
        else:
            self._show_everything(fresh=True)
        self.opened.emit(open_site, sheet)

    def twin(self) -> Preview:
        """Return a second preview of the same documents, owned by this one."""
        twin = Preview(self._editor, self._profile, self._web, self)
        twin.set_toolbar(self._toolbar)
        self.opened.connect(twin.show_site)
        self.styled.connect(twin.set_sheet)
        if self._open is not None and self._content is not None:
            twin.show_site(self._open, self._content.sheet)
        return twin

    def set_toolbar(self, commands: list[dict[str, Any]]) -> None:
        """Set the commands of the toolbar on the page: id, icon and tooltips of each."""
        self._toolbar = commands

    def show_types(self, open_site: OpenSite) -> None:
        """Render the same page again with other block types."""
        if self._content is None:
            return
        self._open = open_site
        self._content.renderer = open_site.renderer
        self._changed_at = time.perf_counter()
        self._show_everything()
        self.opened.emit(open_site, self._content.sheet)

    def cached_file(self, address: str) -> bytes | None:
        """Return the data of a web file that is cached on disk; None if the file is not cached."""
        file = self._web.cached(address)
        return file.data if file else None

    def set_sheet(self, sheet: Sheet) -> None:
        """Use another Tailwind build; only the differences are sent to the page."""
        content = self._content
        if content is None:
            return
        if self._sheet_timer.isActive():
            self._sheet_timer.stop()
            content.sheet = sheet
            self.show_again()
            return
        imports_changed = sheet.imports != content.sheet.imports
        message = content.use_sheet(sheet)
        if self._running and message is not None:
            self._changed_at = time.perf_counter()
            self._send_message("patch", message)
            self._fonts.follow(content.fonts)
        if self._running and imports_changed:
            self._load_fonts()
        self.styled.emit(sheet, self._variables)

    def show_again(self) -> None:
        """Render the whole page again, as when it is opened."""
        self._show_everything(fresh=True)

    def set_browsing(self, browsing: bool) -> None:
        """Switch between browse mode (links and menus work) and edit mode (clicks select)."""
        self._browsing = browsing
        if self._running:
            call(self.page, "setBrowsing", browsing)
            self._send_selection()
            self._show_everything()  # resets disclosures that the person opened while browsing

    @property
    def classes(self) -> frozenset[str]:
        """The classes that the page has had since the last full render."""
        return frozenset(self._content.classes if self._content else ())

    @property
    def revision(self) -> int:
        """The number of messages sent to the page."""
        return self._revision

    def scroll_to(self, top: int, *, flag: bool) -> None:
        """Scroll so that ``top`` (CSS pixels) is at the upper edge.

        With ``flag``, the pixel in the lower right corner has the colour ``FLAG``. A screenshot
        with that pixel is known to show this frame or a later one.
        """
        self._send_message("scroll", {"top": top, "flag": flag})

    @property
    def is_current(self) -> bool:
        """Whether all changes have been painted."""
        is_pending = (
            self._send_pending or self._selection_timer.isActive() or self._sheet_timer.isActive()
        )
        return self._running and self._painted == self._revision and not is_pending

    # -- following the editor ---------------------------------------------------------------------

    def _collect(self, change: DocumentChange) -> None:
        if not self._send_pending:
            self._changed_at = time.perf_counter()
            # Queued: runs at the end of this turn of the event loop, before the window repaints.
            QMetaObject.invokeMethod(self, "_send_changes", Qt.ConnectionType.QueuedConnection)
        self._send_pending = True
        if change.role is not Role.PAGE:
            self._site_changed = True
        else:
            self._before = self._before or change.before
            self._changes.append(change.diff)

    def _schedule_selection(self) -> None:
        """Send the selection after the panels have painted, so that painting is not delayed."""
        self._selection_timer.start()

    @Slot()
    def _send_changes(self) -> None:
        """Send all changes that were collected since the last turn as one message."""
        self._send_pending = False
        content, page = self._content, self._editor.page()
        changes, before, site_changed = self._changes, self._before, self._site_changed
        self._changes, self._before, self._site_changed = [], None, False
        if content is None or page is None:
            return
        content.page = page
        self.page_input.sync_rich_text()
        if site_changed:
            content.site, content.theme = self._site_data()
            if (
                root := self.page_input.inline_editing.root
            ):  # other places with the same text are redrawn when inline editing ends
                self._site_redraw_pending = True
                self._render_root(root)
            else:
                self._show_everything()
        elif before is not None and self._running and not self._sheet_timer.isActive():
            known = set(content.classes)
            message = content.page_changes(changes, before)
            if message is None:
                self._show_everything()
                return
            self._send_message("patch", message)
            if message["rules"]:
                self._fonts.follow(content.fonts)
            if new := content.classes - known:
                self.classes_shown.emit(new)

    def _show_everything(self, *, fresh: bool = False) -> None:
        if self._content is None or not self._running or self._sheet_timer.isActive():
            return
        self._site_redraw_pending = False
        message = self._content.full_message()
        check_spelling(self._profile, message["language"])
        message["styles"]["fonts"] = self._fonts.rules(self._content.fonts)
        self._send_message(
            "show", message | {"names": self._labels(), "fresh": fresh, "still": self._still}
        )
        self._send_selection()
        self._load_fonts()
        self.classes_shown.emit(self._content.classes)
        self._variables = dict(_CSS_VARIABLE.findall(message["styles"]["theme"]))
        self.styled.emit(self._content.sheet, self._variables)

    def _load_fonts(self) -> None:
        if (content := self._content) is not None:
            links = content.renderer.variant.font_links(content.scope)
            self._fonts.load((*links, *content.sheet.imports))

    def _send_message(self, name: str, message: dict[str, Any]) -> None:
        self._revision += 1
        call(
            self.page,
            name,
            message | {"revision": self._revision, "taken": self.page_input.inline_editing.taken},
        )

    def _reload_web(self) -> None:
        """Render again with images and fonts that may be fetched now."""
        if self._running:
            call(self.page, "reloadRemoteFiles")
            self._show_everything()

    def _site_data(self) -> tuple[Mapping[str, Any], Mapping[str, Any]]:
        """Return the data of the site document and of the theme document."""
        site, theme = self._editor.page(Role.SITE), self._editor.page(Role.THEME)
        return site.data if site else default_theme(), theme.data if theme else {}

    # -- the page's side ------------------------------------------------------------------------

    def _start(self) -> None:
        self._running = True
        call(self.page, "setBrowsing", self._browsing)
        self.overlay.start()
        self._show_everything(fresh=True)

    def _on_painted(self, revision: int) -> None:
        if revision > self._revision:
            return
        self._painted = max(self._painted, revision)
        if revision == self._revision:
            self.painted.emit((time.perf_counter() - self._changed_at) * 1000)
            if self._first_paint_pending:
                self._first_paint_pending = False
                self.first_paint.emit()

    def _render_root(self, root: str) -> None:
        """Render a root again; roots of the site document occur in many places, so render all."""
        if self._content is None or not self._running:
            return
        is_of_page = address_of(root, "").role is Role.PAGE
        if self.page_input.inline_editing.root or (is_of_page and not self._site_redraw_pending):
            self._send_message("patch", self._content.root_message(root))
        else:
            self._show_everything()

    def _send_selection(self) -> None:
        if not self._running:
            return
        mark = None if self._browsing else mark_of(self._editor.selection)
        blocks = [block_root(number) for number in self._editor.selected_blocks]
        call(
            self.page,
            "select",
            {"mark": mark, "blocks": blocks, "picks": self.page_input.pick_count},
        )

    def _labels(self) -> dict[str, Any]:
        """Return the labels with which the script names elements."""
        if self._open is None:
            return {}
        frame_folder = self._open.variant.family.frame_folder
        return element_labels(self._open.types, frame_type(frame_folder)) | {"tools": self._toolbar}
