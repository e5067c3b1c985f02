"""The preview: follows the editor, and shows each change within a frame."""

from __future__ import annotations

import logging
import time
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QTimer, QUrl, Signal
from PySide6.QtGui import QColor
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineProfile

from designer.document import Diff, Page
from designer.editor import Address, Change, Editor, Role
from designer.engine.addresses import HOME
from designer.engine.page import LockedPage
from designer.engine.web import WebFiles
from designer.preview.bridge import Bridge, attach, call
from designer.preview.content import Content, block_root
from designer.render import Renderer, fonts_link
from designer.schema import BlockType, Field, frame_type
from designer.site import default_theme
from designer.tailwind import Sheet

_log = logging.getLogger(__name__)


FLAG = QColor(254, 1, 253)


class Preview(QObject):
    """Keeps one web page equal to the open documents.

    ``still`` is for pictures: every block is laid out, however far from the view it is.

    Several changes in one turn of the event loop become one message. Every message has a revision;
    the page reports when it is painted.

    Signals:
        picked: The ``Address`` of an element that was clicked.
        classes_shown: The classes that the page has got, all or those that came with an edit.
        painted: Milliseconds from the change to its pixels.
        first_paint: The page was painted for the first time since it was opened.
    """

    picked = Signal(object)
    classes_shown = Signal(object)
    painted = Signal(float)
    first_paint = Signal()

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
        self._types: Mapping[str, BlockType] = {}
        self._running = False
        self._revision = 0
        self._painted = 0
        self._changes: list[Diff] = []
        self._before: Page | None = None
        self._site_changed = False
        self._since = 0.0
        self._first = False
        self._fonts: dict[str, str] = {}
        self._look: dict[str, str | float] = {
            "accent": "#0a7480",
            "onAccent": "#ffffff",
            "unit": 1.0,
        }
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.setInterval(0)
        self._turn.timeout.connect(self._send)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._show_first)
        attach(self.page, self._bridge)
        self._bridge.started.connect(self._start)
        self._bridge.pointed.connect(self._point)
        self._bridge.shown.connect(self._shown)
        web.arrived.connect(self._reload_web)
        editor.changed.connect(self._note)
        editor.selection_changed.connect(self._select)
        self.page.load(QUrl(HOME))

    def show(
        self,
        renderer: Renderer,
        types: Mapping[str, BlockType],
        sheet: Sheet,
        *,
        patience: int = 0,
    ) -> None:
        """Show the editor's documents as this renderer and this Tailwind make them.

        Args:
            renderer: How blocks become HTML.
            types: The types of blocks.
            sheet: The Tailwind to begin with.
            patience: Milliseconds to wait for ``set_sheet`` before ``sheet`` is used.
        """
        page = self._editor.page()
        if page is None:
            return
        self._types = types
        self._content = Content(renderer, sheet, page, *self._site_data())
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
        if self._running and is_other:
            self._load_fonts()

    def _show_first(self) -> None:
        self._show_everything(fresh=True)

    def set_accent(self, accent: str, on_accent: str) -> None:
        """Colour the outlines as the window is coloured."""
        self._look |= {"accent": accent, "onAccent": on_accent}
        self._show_look()

    def set_zoom(self, zoom: float) -> None:
        """Draw outlines and names at the window's size, however far the page is zoomed."""
        self._look["unit"] = round(1 / zoom, 3)
        self._show_look()

    def _show_look(self) -> None:
        if self._running:
            call(self.page, "look", self._look)

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
        if not self._turn.isActive():
            self._since = time.perf_counter()
        if change.role is not Role.PAGE:
            self._site_changed = True
        else:
            self._before = self._before or change.before
            self._changes.append(change.diff)
        self._turn.start()

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
            self._call("patch", content.page_changes(changes, before))
            if new := content.classes - known:
                self.classes_shown.emit(new)

    def _show_everything(self, *, fresh: bool = False) -> None:
        if self._content is None or not self._running or self._patience.isActive():
            return
        self._call(
            "show",
            self._content.everything()
            | {"names": self._names(), "fresh": fresh, "still": self._still},
        )
        self._select(self._editor.selection)
        self._load_fonts()
        self.classes_shown.emit(self._content.classes)

    def _load_fonts(self) -> None:
        """Ask for the style sheets on the web that the theme or the site's own one names."""
        content = self._content
        if content is None:
            return
        link = fonts_link(content.scope, content.renderer.family)
        self._fonts = dict.fromkeys([*([link] if link else []), *content.sheet.imports], "")
        for address in self._fonts:
            full = f"https:{address}" if address.startswith("//") else address
            self._web.font_faces(full, partial(self._show_fonts, address))

    def _call(self, name: str, message: dict[str, Any]) -> None:
        self._revision += 1
        call(self.page, name, message | {"revision": self._revision})

    def _show_fonts(self, address: str, css: str) -> None:
        if css and address in self._fonts:
            self._fonts[address] = css
            self._call("patch", {"styles": {"fonts": "\n".join(self._fonts.values())}})

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
            call(self.page, "select", {"address": _mark(address), "reveal": True})

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
            "frame": tr("Preview", "Embedded page %1 (not loaded in the preview)"),
        }


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
