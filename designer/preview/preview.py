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
from designer.engine.kept_addresses import HOME
from designer.engine.locked_page import LockedPage
from designer.engine.spelling import check_spelling
from designer.engine.web_cache import WebCache
from designer.preview.input.page_input import PageInput
from designer.preview.page.bridge import Bridge, attach, call
from designer.preview.page.dom_addresses import address_of, block_root, mark_of, names
from designer.preview.page.overlay import Overlay
from designer.preview.page.page_fonts import PageFonts
from designer.preview.page.page_messages import PageMessages
from designer.project import OpenSite
from designer.schema import frame_type
from designer.site import default_theme
from designer.tailwind import Sheet

_log = logging.getLogger(__name__)


_VARIABLE = re.compile(r"(--[\w-]+):\s*([^;{}]+)")

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
        self._fonts.changed.connect(lambda css: self._call("patch", {"styles": {"fonts": css}}))
        self._fonts.replaced.connect(self.fonts_replaced)
        self._variables: dict[str, str] = {}
        self._running = False
        self._browsing = False
        self._revision = 0
        self._painted = 0
        self._changes: list[Diff] = []
        self._before: Page | None = None
        self._site_changed = False
        self._waits = False  # a change of the site is drawn when inline editing ends
        self._since = 0.0
        self._first = False
        self.page_input = PageInput(self.page, self._bridge, editor, self)
        self.overlay = Overlay(self.page)
        self._toolbar: list[dict[str, Any]] = []
        self._noted = False
        self._panels = QTimer(self)
        self._panels.setSingleShot(True)
        self._panels.setInterval(0)
        self._panels.timeout.connect(self._select)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._show_first)
        attach(self.page, self._bridge)
        self._connect()
        self.page.load(QUrl(HOME))

    def _connect(self) -> None:
        self._bridge.started.connect(self._start)
        self.page_input.outdated.connect(self._draw_again)
        self._bridge.followed.connect(self.link_followed)
        self._bridge.shown.connect(self._shown)
        self._web.arrived.connect(self._reload_web)
        self._editor.changed.connect(self._note)
        self._editor.selection_changed.connect(self._note_selection)
        # The page expects an answer to each pick, also when the pick changes nothing.
        self.page_input.picked.connect(self._note_selection)

    def show_site(self, open_site: OpenSite, sheet: Sheet, patience: int = 0) -> None:
        """Show the editor's documents.

        Args:
            open_site: The open page and its site.
            sheet: The Tailwind sheet to begin with.
            patience: Milliseconds to wait for ``set_sheet`` before ``sheet`` is used.
        """
        page = self._editor.page()
        if page is None:
            return
        self._open = open_site
        self._fonts.open(open_site.public_folder)
        self.page_input.dialect = open_site.variant.dialect
        self._content = PageMessages(
            open_site.renderer, sheet, page, *self._site_data(), open_site.route
        )
        self._since = time.perf_counter()
        self._first = True
        self._web.forget_page()
        self._patience.stop()
        if patience:
            self._content.everything()  # for its side effect: it collects the classes
            self._patience.start(patience)
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
        self._since = time.perf_counter()
        self._show_everything()
        self.opened.emit(open_site, self._content.sheet)

    def cached_file(self, address: str) -> bytes | None:
        """Return the data of a web file that is cached on disk; None if the file is not cached."""
        file = self._web.kept(address)
        return file.data if file else None

    def set_sheet(self, sheet: Sheet) -> None:
        """Use another Tailwind build; only the differences are sent to the page."""
        content = self._content
        if content is None:
            return
        if self._patience.isActive():
            self._patience.stop()
            content.sheet = sheet
            self._show_first()
            return
        is_other = sheet.imports != content.sheet.imports
        message = content.use(sheet)
        if self._running and message is not None:
            self._since = time.perf_counter()
            self._call("patch", message)
            self._fonts.follow(content.fonts)
        if self._running and is_other:
            self._load_fonts()
        self.styled.emit(sheet, self._variables)

    def _show_first(self) -> None:
        self._show_everything(fresh=True)

    def show_again(self) -> None:
        """Render the whole page again, as when it is opened."""
        self._show_everything(fresh=True)

    def set_browsing(self, browsing: bool) -> None:
        """Switch between browse mode (links and menus work) and edit mode (clicks select)."""
        self._browsing = browsing
        if self._running:
            call(self.page, "setBrowsing", browsing)
            self._select()
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
        self._call("scroll", {"top": top, "flag": flag})

    @property
    def is_current(self) -> bool:
        """Whether all changes have been painted."""
        waits = self._noted or self._panels.isActive() or self._patience.isActive()
        return self._running and self._painted == self._revision and not waits

    # -- following the editor ---------------------------------------------------------------------

    def _note(self, change: DocumentChange) -> None:
        if not self._noted:
            self._since = time.perf_counter()
            # Queued: runs at the end of this turn of the event loop, before the window repaints.
            QMetaObject.invokeMethod(self, "_send", Qt.ConnectionType.QueuedConnection)
        self._noted = True
        if change.role is not Role.PAGE:
            self._site_changed = True
        else:
            self._before = self._before or change.before
            self._changes.append(change.diff)

    def _note_selection(self) -> None:
        """Send the selection after the panels have painted, so that painting is not delayed."""
        self._panels.start()

    @Slot()
    def _send(self) -> None:
        """Send all changes that were collected since the last turn as one message."""
        self._noted = False
        content, page = self._content, self._editor.page()
        changes, before, site_changed = self._changes, self._before, self._site_changed
        self._changes, self._before, self._site_changed = [], None, False
        if content is None or page is None:
            return
        content.page = page
        self.page_input.follow()
        if site_changed:
            content.site, content.theme = self._site_data()
            if (
                root := self.page_input.inline_editing.root
            ):  # other places with the same text are redrawn when inline editing ends
                self._waits = True
                self._draw_again(root)
            else:
                self._show_everything()
        elif before is not None and self._running and not self._patience.isActive():
            known = set(content.classes)
            message = content.page_changes(changes, before)
            if message is None:
                self._show_everything()
                return
            self._call("patch", message)
            if message["rules"]:
                self._fonts.follow(content.fonts)
            if new := content.classes - known:
                self.classes_shown.emit(new)

    def _show_everything(self, *, fresh: bool = False) -> None:
        if self._content is None or not self._running or self._patience.isActive():
            return
        self._waits = False
        message = self._content.everything()
        check_spelling(self._profile, message["language"])
        message["styles"]["fonts"] = self._fonts.rules(self._content.fonts)
        self._call("show", message | {"names": self._names(), "fresh": fresh, "still": self._still})
        self._select()
        self._load_fonts()
        self.classes_shown.emit(self._content.classes)
        self._variables = dict(_VARIABLE.findall(message["styles"]["theme"]))
        self.styled.emit(self._content.sheet, self._variables)

    def _load_fonts(self) -> None:
        if (content := self._content) is not None:
            links = content.renderer.variant.font_links(content.scope)
            self._fonts.load((*links, *content.sheet.imports))

    def _call(self, name: str, message: dict[str, Any]) -> None:
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

    def _shown(self, revision: int) -> None:
        if revision > self._revision:
            return
        self._painted = max(self._painted, revision)
        if revision == self._revision:
            self.painted.emit((time.perf_counter() - self._since) * 1000)
            if self._first:
                self._first = False
                self.first_paint.emit()

    def _draw_again(self, root: str) -> None:
        """Render a root again; roots of the site document occur in many places, so render all."""
        if self._content is None or not self._running:
            return
        is_of_page = address_of(root, "").role is Role.PAGE
        if self.page_input.inline_editing.root or (is_of_page and not self._waits):
            self._call("patch", self._content.drawn_again(root))
        else:
            self._show_everything()

    def _select(self) -> None:
        if not self._running:
            return
        shown = None if self._browsing else mark_of(self._editor.selection)
        blocks = [block_root(number) for number in self._editor.selected_blocks]
        call(self.page, "select", {"mark": shown, "blocks": blocks, "picks": self.page_input.picks})

    def _names(self) -> dict[str, Any]:
        """Return the labels with which the script names elements."""
        if self._open is None:
            return {}
        frame_folder = self._open.variant.family.frame_folder
        return names(self._open.types, frame_type(frame_folder)) | {"tools": self._toolbar}
