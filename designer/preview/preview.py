"""The preview: follows the editor, and shows each change within a frame."""

from __future__ import annotations

import logging
import re
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMetaObject, QObject, Qt, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QColor
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineProfile

from designer.document import Diff, Page
from designer.editor import Change, Editor, Role
from designer.engine.addresses import HOME
from designer.engine.page import LockedPage
from designer.engine.spelling import check_spelling
from designer.engine.web import WebFiles
from designer.preview.bridge import Bridge, attach, call
from designer.preview.content import Content
from designer.preview.hands import Hands
from designer.preview.marks import address_of, block_root, mark_of, names
from designer.preview.overlay import Overlay
from designer.preview.page_fonts import PageFonts
from designer.render import Renderer, font_links
from designer.schema import BlockType, frame_type
from designer.site import default_theme
from designer.tailwind import Sheet

_log = logging.getLogger(__name__)


_VARIABLE = re.compile(r"(--[\w-]+):\s*([^;{}]+)")

FLAG = QColor(254, 1, 253)


@dataclass(frozen=True)
class Shown:
    """By what documents are shown; see ``Preview.show``."""

    renderer: Renderer
    types: Mapping[str, BlockType]
    sheet: Sheet
    route: str
    public: Path | None


class Preview(QObject):
    """Keeps one web page equal to the open documents.

    ``still`` is for pictures: every block is laid out, however far from the view it is.

    Attributes:
        page: The web page.
        hands: What people do in it.
        overlay: How what is drawn above it looks.

    Several changes in one turn of the event loop become one message. Every message has a revision;
    the page reports when it is painted.

    Signals:
        link_followed: Where a link leads that was clicked in browse mode.
        classes_shown: The classes that the page has got, all or those that came with an edit.
        painted: Milliseconds from the change to its pixels.
        first_paint: The page was painted for the first time since it was opened.
        fonts_replaced: The names of fonts for which similar ones are shown.
        styled: The ``Sheet`` and the theme's CSS variables that the page is shown with.
        opened: How documents are ``Shown`` now: other ones, or the same by other templates.
    """

    link_followed = Signal(str)
    classes_shown = Signal(object)
    painted = Signal(float)
    first_paint = Signal()
    fonts_replaced = Signal(object)
    styled = Signal(object, object)
    opened = Signal(object)

    def __init__(
        self,
        editor: Editor,
        profile: QWebEngineProfile,
        web: WebFiles,
        parent: QObject | None = None,
        *,
        still: bool = False,
    ) -> None:
        super().__init__(parent)
        self._still = still
        self._editor = editor
        self._profile = profile
        self._web = web
        self._public: Path | None = None
        self._bridge = Bridge()
        self._bridge.setParent(self)
        self.page: QWebEnginePage = LockedPage(profile, self)
        self.page.setBackgroundColor(QColor("white"))
        self._content: Content | None = None
        self._fonts = PageFonts(web, self)
        self._fonts.changed.connect(lambda css: self._call("patch", {"styles": {"fonts": css}}))
        self._fonts.replaced.connect(self.fonts_replaced)
        self._types: Mapping[str, BlockType] = {}
        self._variables: dict[str, str] = {}
        self._running = False
        self._browsing = False
        self._revision = 0
        self._painted = 0
        self._changes: list[Diff] = []
        self._before: Page | None = None
        self._site_changed = False
        self._waits = False  # a change of the site is shown when nobody types any more
        self._by_hand = False
        self._since = 0.0
        self._first = False
        self.hands = Hands(self.page, self._bridge, editor, self)
        self.overlay = Overlay(self.page)
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
        self.hands.outdated.connect(self._draw_again)
        self._bridge.followed.connect(self.link_followed)
        self._bridge.shown.connect(self._shown)
        self._web.arrived.connect(self._reload_web)
        self._editor.changed.connect(self._note)
        self._editor.selection_changed.connect(self._note_selection)

    def show(
        self,
        renderer: Renderer,
        types: Mapping[str, BlockType],
        sheet: Sheet,
        *,
        route: str = "/",
        public: Path | None = None,
        patience: int = 0,
    ) -> None:
        """Show the editor's documents as this renderer and this Tailwind make them.

        Args:
            renderer: Draws the blocks, with marks.
            types: The block types, whose words name the elements.
            sheet: The Tailwind to begin with.
            route: Where the site shows the page.
            public: The site's public folder, which may hold fonts.
            patience: Milliseconds to wait for ``set_sheet`` before ``sheet`` is used.
        """
        page = self._editor.page()
        if page is None:
            return
        self._types, self._public = types, public
        self._fonts.open(public)
        self.hands.dialect = str(renderer.family.axes["markdown"])
        self._content = Content(renderer, sheet, page, *self._site_data(), route)
        self._since = time.perf_counter()
        self._first = True
        self._web.forget_page()
        self._patience.stop()
        if patience:
            self._content.everything()  # tells the classes
            self._patience.start(patience)
            self.classes_shown.emit(self._content.classes)
        else:
            self._show_everything(fresh=True)
        self.opened.emit(self._shown_as)

    def twin(self) -> Preview:
        """Another preview of the same documents, drawn alike; it lives no longer than this one."""
        twin = Preview(self._editor, self._profile, self._web, self)
        self.opened.connect(twin.show_like)
        self.styled.connect(twin.set_sheet)
        if self._shown_as is not None:
            twin.show_like(self._shown_as)
        return twin

    def show_like(self, other: Shown) -> None:
        """Show the editor's documents as another preview does."""
        self.show(other.renderer, other.types, other.sheet, route=other.route, public=other.public)

    @property
    def _shown_as(self) -> Shown | None:
        content = self._content
        if content is None:
            return None
        return Shown(content.renderer, self._types, content.sheet, content.route, self._public)

    def set_renderer(self, renderer: Renderer, types: Mapping[str, BlockType]) -> None:
        """Draw the page that is shown by other templates."""
        if self._content is None:
            return
        self._types = types
        self._content.renderer = renderer
        self._since = time.perf_counter()
        self._show_everything()
        self.opened.emit(self._shown_as)

    def set_sheet(self, sheet: Sheet) -> None:
        """Use another build of the site's Tailwind; the page gets what differs."""
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
        """Draw the whole page anew, as it is drawn when it is opened."""
        self._show_everything(fresh=True)

    def set_browsing(self, browsing: bool) -> None:
        """Let links and menus of the page work, or select what is clicked (edit mode)."""
        self._browsing = browsing
        if self._running:
            call(self.page, "browse", browsing)
            self._select()
            self._show_everything()  # what was opened is in its first state again

    @property
    def classes(self) -> frozenset[str]:
        """The classes that the page has had since everything was shown."""
        return frozenset(self._content.classes if self._content else ())

    @property
    def revision(self) -> int:
        """How many messages the page has been sent."""
        return self._revision

    def scroll_to(self, top: int, *, flag: bool) -> None:
        """Scroll so that ``top`` (CSS pixels) is at the upper edge.

        With ``flag`` the pixel in the lower right corner has ``FLAG``'s colour, by which a picture
        of the screen is known to show this frame or a later one.
        """
        self._call("scroll", {"top": top, "flag": flag})

    @property
    def is_current(self) -> bool:
        """Whether everything that changed has been painted."""
        waits = self._noted or self._panels.isActive() or self._patience.isActive()
        return self._running and self._painted == self._revision and not waits

    # -- following the editor ---------------------------------------------------------------------

    def _note(self, change: Change) -> None:
        if not self._noted:
            self._since = time.perf_counter()
            # At the end of this turn of the event loop, but before the window paints itself.
            QMetaObject.invokeMethod(self, "_send", Qt.ConnectionType.QueuedConnection)
        self._noted = True
        if change.role is not Role.PAGE:
            self._site_changed = True
        else:
            self._before = self._before or change.before
            self._changes.append(change.diff)

    def _note_selection(self) -> None:
        """The page is told when the panels are painted: its process would take the time for it."""
        self._by_hand = self.hands.is_choosing
        self._panels.start()

    @Slot()
    def _send(self) -> None:
        """Send what was noted since the last turn as one message."""
        self._noted = False
        content, page = self._content, self._editor.page()
        changes, before, site_changed = self._changes, self._before, self._site_changed
        self._changes, self._before, self._site_changed = [], None, False
        if content is None or page is None:
            return
        content.page = page
        self.hands.follow()
        if site_changed:
            content.site, content.theme = self._site_data()
            if root := self.hands.typing.root:  # all else with the same words waits until the end
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
            links = font_links(content.scope, content.renderer.family)
            self._fonts.load((*links, *content.sheet.imports))

    def _call(self, name: str, message: dict[str, Any]) -> None:
        self._revision += 1
        call(
            self.page,
            name,
            message | {"revision": self._revision, "taken": self.hands.typing.taken},
        )

    def _reload_web(self) -> None:
        """Show pictures and fonts again whose files may be fetched now."""
        if self._running:
            call(self.page, "webArrived")
            self._show_everything()

    def _site_data(self) -> tuple[Mapping[str, Any], Mapping[str, Any]]:
        """The data of the site document and of the theme document."""
        site, theme = self._editor.page(Role.SITE), self._editor.page(Role.THEME)
        return site.data if site else default_theme(), theme.data if theme else {}

    # -- the page's side ------------------------------------------------------------------------

    def _start(self) -> None:
        self._running = True
        call(self.page, "browse", self._browsing)
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
        """Show a root as a full render does; what the site shares is shown in many places."""
        if self._content is None or not self._running:
            return
        is_of_page = address_of(root, "").role is Role.PAGE
        if self.hands.typing.root or (is_of_page and not self._waits):
            self._call("patch", self._content.drawn_again(root))
        else:
            self._show_everything()

    def _select(self) -> None:
        if not self._running:
            return
        shown = None if self._browsing else mark_of(self._editor.selection)
        blocks = [block_root(number) for number in self._editor.selected_blocks]
        call(self.page, "select", {"mark": shown, "blocks": blocks, "own": self._by_hand})

    def _names(self) -> dict[str, Any]:
        """The words that name elements in the page."""
        generation = self._content.renderer.family.generation if self._content else "g1"
        return names(self._types, frame_type(generation))
