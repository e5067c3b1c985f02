"""The preview: follows the editor, and shows each change within a frame."""

from __future__ import annotations

import logging
import re
import time
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QTimer, QUrl, Signal
from PySide6.QtGui import QColor
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineProfile

from designer.document import Diff, Page
from designer.editor import Address, Change, Editor, Role
from designer.engine.addresses import HOME
from designer.engine.fonts import Fonts
from designer.engine.page import LockedPage
from designer.engine.web import WebFiles
from designer.preview.bridge import Bridge, attach, call
from designer.preview.content import Content, block_root
from designer.render import Renderer, font_links
from designer.schema import BlockType, Field, frame_type
from designer.site import default_theme
from designer.tailwind import Sheet

_log = logging.getLogger(__name__)


_VARIABLE = re.compile(r"(--[\w-]+):\s*([^;{}]+)")

FLAG = QColor(254, 1, 253)


class Preview(QObject):
    """Keeps one web page equal to the open documents.

    ``still`` is for pictures: every block is laid out, however far from the view it is.

    Several changes in one turn of the event loop become one message. Every message has a revision;
    the page reports when it is painted.

    Signals:
        picked: The ``Address`` of an element that was clicked.
        link_followed: Where a link leads that was clicked in browse mode.
        classes_shown: The classes that the page has got, all or those that came with an edit.
        painted: Milliseconds from the change to its pixels.
        first_paint: The page was painted for the first time since it was opened.
        fonts_replaced: The names of fonts for which similar ones are shown.
        styled: The ``Sheet`` and the theme's CSS variables that the page is shown with.
    """

    picked = Signal(object)
    link_followed = Signal(str)
    classes_shown = Signal(object)
    painted = Signal(float)
    first_paint = Signal()
    fonts_replaced = Signal(object)
    styled = Signal(object, object)

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
        self._web = web
        self._bridge = Bridge()
        self._bridge.setParent(self)
        self.page: QWebEnginePage = LockedPage(profile, self)
        self.page.setBackgroundColor(QColor("white"))
        self._content: Content | None = None
        self._fonts = Fonts(None)
        self._types: Mapping[str, BlockType] = {}
        self._variables: dict[str, str] = {}
        self._kept: dict[str, str] = {}  # rules of font services, by their address
        self._running = False
        self._browsing = False
        self._revision = 0
        self._painted = 0
        self._changes: list[Diff] = []
        self._before: Page | None = None
        self._site_changed = False
        self._selected = False
        self._since = 0.0
        self._first = False
        self._look: dict[str, str | float] = {
            "accent": "#0a7480",
            "onAccent": "#ffffff",
            "unit": 1.0,
        }
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.setInterval(0)
        self._turn.timeout.connect(self._end_turn)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._show_first)
        attach(self.page, self._bridge)
        self._bridge.started.connect(self._start)
        self._bridge.pointed.connect(self._point)
        self._bridge.followed.connect(self.link_followed)
        self._bridge.shown.connect(self._shown)
        web.arrived.connect(self._reload_web)
        editor.changed.connect(self._note)
        editor.selection_changed.connect(self._note_selection)
        self.page.load(QUrl(HOME))

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
        self._types = types
        self._fonts, self._kept = Fonts(public), {}
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

    def set_renderer(self, renderer: Renderer, types: Mapping[str, BlockType]) -> None:
        """Draw the page that is shown by other templates."""
        if self._content is None:
            return
        self._types = types
        self._content.renderer = renderer
        self._since = time.perf_counter()
        self._show_everything()

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
            self._follow_fonts()
        if self._running and is_other:
            self._load_fonts()
        self.styled.emit(sheet, self._variables)

    def _show_first(self) -> None:
        self._show_everything(fresh=True)

    def set_accent(self, accent: str, on_accent: str) -> None:
        """Colour the outlines as the window is coloured."""
        self._look |= {"accent": accent, "onAccent": on_accent}
        self._show_look()

    def set_browsing(self, browsing: bool) -> None:
        """Let links and menus of the page work, or select what is clicked (edit mode)."""
        self._browsing = browsing
        if self._running:
            call(self.page, "browse", browsing)
            self._select(self._editor.selection)
            self._show_everything()  # what was opened is in its first state again

    def set_zoom(self, zoom: float) -> None:
        """Draw outlines and names at the window's size, however far the page is zoomed."""
        self._look["unit"] = round(1 / zoom, 3)
        self._show_look()

    def _show_look(self) -> None:
        if self._running:
            call(self.page, "look", self._look)

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
        waits = self._turn.isActive() or self._patience.isActive()
        return self._running and self._painted == self._revision and not waits

    # -- following the editor ---------------------------------------------------------------------

    def _note(self, change: Change) -> None:
        if not self._changes and not self._site_changed:
            self._since = time.perf_counter()
        if change.role is not Role.PAGE:
            self._site_changed = True
        else:
            self._before = self._before or change.before
            self._changes.append(change.diff)
        self._turn.start()

    def _note_selection(self) -> None:
        """The page is told when the panels are painted: its process would take the time for it."""
        self._selected = True
        self._turn.start()

    def _end_turn(self) -> None:
        self._send()
        if self._selected:
            self._selected = False
            self._select(self._editor.selection)

    def _send(self) -> None:
        """Send what was noted since the last turn as one message."""
        content, page = self._content, self._editor.page()
        changes, before, site_changed = self._changes, self._before, self._site_changed
        self._changes, self._before, self._site_changed = [], None, False
        if content is None or page is None:
            return
        content.page = page
        if site_changed:
            content.site, content.theme = self._site_data()
            self._show_everything()
        elif before is not None and self._running and not self._patience.isActive():
            known = set(content.classes)
            message = content.page_changes(changes, before)
            if message is None:
                self._show_everything()
                return
            self._call("patch", message)
            if message["rules"]:
                self._follow_fonts()
            if new := content.classes - known:
                self.classes_shown.emit(new)

    def _show_everything(self, *, fresh: bool = False) -> None:
        if self._content is None or not self._running or self._patience.isActive():
            return
        message = self._content.everything()
        self._fonts.families = self._content.fonts
        message["styles"]["fonts"] = self._fonts.css()
        self._call("show", message | {"names": self._names(), "fresh": fresh, "still": self._still})
        self._select(self._editor.selection)
        self._load_fonts()
        self.classes_shown.emit(self._content.classes)
        self._variables = dict(_VARIABLE.findall(message["styles"]["theme"]))
        self.styled.emit(self._content.sheet, self._variables)

    def _follow_fonts(self) -> None:
        """Have the fonts that new rules ask for."""
        fonts = self._content.fonts if self._content else []
        if fonts != self._fonts.families:
            self._fonts.families = fonts
            self._call("patch", {"styles": {"fonts": self._fonts.css()}})
            self.fonts_replaced.emit(self._fonts.replaced)

    def _load_fonts(self) -> None:
        """Ask for the style sheets on the web that the theme or the site's own one names."""
        content = self._content
        if content is None:
            return
        links = (*font_links(content.scope, content.renderer.family), *content.sheet.imports)
        self._kept = {link: self._kept.get(link, "") for link in links}
        for link in links:
            full = f"https:{link}" if link.startswith("//") else link
            self._web.font_faces(full, partial(self._show_fonts, link))
        self.fonts_replaced.emit(self._fonts.replaced)

    def _call(self, name: str, message: dict[str, Any]) -> None:
        self._revision += 1
        call(self.page, name, message | {"revision": self._revision})

    def _show_fonts(self, link: str, css: str) -> None:
        if css and css != self._kept.get(link, css):
            self._kept[link] = css
            self._fonts.kept = "\n".join(filter(None, self._kept.values()))
            self._call("patch", {"styles": {"fonts": self._fonts.css()}})
            self.fonts_replaced.emit(self._fonts.replaced)

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
        self._show_look()
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

    def _point(self, root: str, path: str, slot: str) -> None:
        address = _address(root, path, slot)
        if address.block is None or self._editor.block(address.block):
            self.picked.emit(address)

    def _select(self, address: Address | None) -> None:
        if self._running:
            shown = None if self._browsing else _mark(address)
            call(self.page, "select", {"address": shown, "reveal": True})

    def _frame_type(self) -> BlockType:
        return frame_type(self._content.renderer.family.generation if self._content else "g1")

    def _names(self) -> dict[str, Any]:
        """The words that name elements in the page."""
        words: dict[str, str] = {}
        for block_type in (self._frame_type(), *self._types.values()):
            words |= {slot.path[-1]: slot.label for slot in block_type.slots}
            words |= _words(block_type.fields)
        tr = QCoreApplication.translate
        return {
            "types": {name: block_type.label for name, block_type in self._types.items()},
            "parts": {
                "header": tr("Preview", "Whole site · Header"),
                "footer": tr("Preview", "Whole site · Footer"),
                "block": tr("Preview", "Block"),
            },
            "words": words,
            "frame": frame_words(),
        }


def frame_words() -> str:
    """What stands in the box for an embedded page; ``%1`` is the name of its host."""
    return QCoreApplication.translate("Preview", "Embedded page %1 (not loaded in the preview)")


def _words(fields: Sequence[Field]) -> dict[str, str]:
    """The labels of fields and of the fields inside them, by name; outer ones count more."""
    words: dict[str, str] = {}
    for field in fields:
        words = _words(field.fields) | words
    return words | {field.name: field.label for field in fields}


def _address(root: str, path: str, slot: str) -> Address:
    """The address that an element's marks stand for."""
    kind, _, number = root.partition(":")
    inside = tuple(int(w) if w.isdecimal() else w for w in (path or slot).split(".") if w)
    if kind == "block" and number.isdecimal():
        return Address(Role.PAGE, int(number), inside)
    if kind == "footer" and number.isdecimal():
        return Address(Role.SITE, None, ("blocks", int(number), *inside))
    return Address(Role.SITE, None, inside)


def _mark(address: Address | None) -> dict[str, str] | None:
    """The marks of the element that an address stands for, or None."""
    if address is None:
        return None
    path = address.path
    if address.block is not None:
        root = block_root(address.block)
    elif address.role is Role.SITE and path[:1] == ("blocks",) and len(path) > 1:
        root, path = f"footer:{path[1]}", path[2:]
    elif address.role is Role.SITE:
        root = "header"
    else:
        return None
    dotted = ".".join(map(str, path))
    return {"root": root, "path": dotted, "slot": dotted}
