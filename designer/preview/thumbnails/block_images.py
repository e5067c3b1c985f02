"""Images of blocks as the open site shows them, rendered offscreen in small steps."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage
from PySide6.QtWebEngineCore import QWebEngineProfile
from shiboken6 import delete, isValid

from designer.engine.font_fallback import FontFallback
from designer.engine.locked_page import locked_profile
from designer.engine.url_scheme import SiteHandler
from designer.engine.web_cache import WebCache
from designer.families import Scope, theme_fonts
from designer.preview.thumbnails.block_scene import BlockScene
from designer.preview.thumbnails.offscreen_view import OffscreenView
from designer.render import Renderer
from designer.tailwind import Sheet, classes_in, font_families_of

_KEPT: Final = 96
"""Size limit of the image cache; an image takes about 0.8 MB."""

_STYLES_MS: Final = 2500
"""Milliseconds to wait for rules that have to be built first."""


class BlockImages(QObject):
    """Renders images of blocks in a page of its own, one step in each turn of the event loop.

    Images are cached by a hash of their content, so an image is rendered again only if templates,
    theme or styles render its block differently. The page exists only while images are being
    rendered. Files from the web are shown if they are cached on disk; nothing is fetched.

    Signals:
        drawn: The name of a requested block, and its image.
        classes_wanted: Classes whose rules the site's Tailwind has not built yet.
    """

    drawn = Signal(str, QImage)
    classes_wanted = Signal(object)

    def __init__(self, web: Path, parent: QObject | None = None) -> None:
        """Initialize.

        Args:
            web: The folder with cached files from the web.
            parent: The Qt parent.
        """
        super().__init__(parent)
        self._web = WebCache(web, self)
        self._handler = SiteHandler(self._web, self)
        self._profile: QWebEngineProfile | None = None
        self._view: OffscreenView | None = None
        self._renderer: Renderer | None = None
        self._sheet: Sheet | None = None
        self._fonts = FontFallback(None)
        self._place = ""
        self._stage: BlockScene | None = None
        self._ground = ""
        self._to_draw: list[tuple[str, Mapping[str, Any]]] = []
        self._drawn: dict[str, str] = {}  # HTML by the names of the requested blocks
        self._to_take: dict[str, dict[str, Any]] = {}  # messages by digest
        self._digests: dict[str, str] = {}  # the digest of the last image, by name
        self._pictures: dict[str, QImage] = {}
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._step)
        self._patience = QTimer(self, singleShot=True, interval=_STYLES_MS)
        self._patience.timeout.connect(self._compose)

    def use(
        self,
        renderer: Renderer,
        sheet: Sheet,
        *,
        public: Path | None = None,
        media: Callable[[str], Path | None] = lambda _address: None,
    ) -> None:
        """Switch to another site.

        Args:
            renderer: Renders the blocks, with marks.
            sheet: The site's compiled Tailwind utilities.
            public: The site's public folder.
            media: Returns the site's file for an address.
        """
        self.rest()
        place = str(public)
        if place != self._place:
            self._pictures.clear()
            self._digests.clear()
        self._place, self._fonts = place, FontFallback(public)
        self._handler.media = media
        self._renderer, self._sheet = renderer, sheet

    def set_renderer(self, renderer: Renderer) -> None:
        """Use other templates for the next request."""
        self.rest()
        self._renderer = renderer

    def set_sheet(self, sheet: Sheet) -> None:
        """Use another Tailwind build; images that it changes are rendered again."""
        self._sheet = sheet
        if self._drawn and self._ground:
            self._compose_or_wait()

    def known(self, name: str) -> QImage | None:
        """Return the last image of this name; None if there is none."""
        return self._pictures.get(self._digests.get(name, ""))

    def ask(self, wanted: Iterable[tuple[str, Mapping[str, Any]]], scope: Scope) -> None:
        """Request images of these blocks by name; this replaces the previous request."""
        self.rest()
        if self._renderer is None or self._sheet is None:
            return
        self._stage = BlockScene(self._renderer, self._sheet, scope)
        self._to_draw = list(wanted)
        self._turn.start()

    def rest(self) -> None:
        """Cancel the request and close the page."""
        self._turn.stop()
        self._patience.stop()
        self._to_draw, self._drawn, self._to_take, self._ground = [], {}, {}, ""
        if self._view is not None:
            self._view.close()
            self._view = None

    def close(self) -> None:
        """Cancel the request and delete the page, then its profile."""
        self.rest()
        if self._profile is not None and isValid(self._profile):
            delete(self._profile)
        self._profile = None

    # -- one step after the other ---------------------------------------------------------------

    def _step(self) -> None:
        stage = self._stage
        if stage is None:
            return
        if self._to_draw:
            name, block = self._to_draw.pop(0)
            self._drawn[name] = stage.draw(block)
            self._turn.start()
        elif not self._ground:
            self._ground = stage.ground()
            self._turn.start()
        else:
            self._compose_or_wait()

    @property
    def _classes(self) -> set[str]:
        """The classes of all rendered blocks and of the background."""
        return classes_in(self._ground).union(*map(classes_in, self._drawn.values()))

    def _compose_or_wait(self) -> None:
        """Continue, or request a Tailwind build if rules are missing that it can provide."""
        classes = self._classes
        if self._sheet is not None and self._sheet.not_requested(classes):
            self._patience.start()
            self.classes_wanted.emit(classes)
        else:
            self._compose()

    def _compose(self) -> None:
        """Look up the images in the cache; those that are missing are rendered."""
        self._patience.stop()
        if self._stage is None or self._sheet is None:
            return
        bare = BlockScene(self._stage.renderer, self._sheet, self._stage.scope)
        self._stage = BlockScene(bare.renderer, bare.sheet, bare.scope, self._fonts_of(bare))
        self._to_take = {}
        for name, html in self._drawn.items():
            message = self._stage.message(html, self._ground)
            found = self._stage.digest(message, self._place)
            changed = self._digests.get(name) != found
            self._digests[name] = found
            if found not in self._pictures:
                self._to_take[found] = message
            elif changed:
                self.drawn.emit(name, self._pictures[found])
        self._take()

    def _fonts_of(self, stage: BlockScene) -> str:
        """Return the ``@font-face`` rules of the site, with cached ones of font services."""
        variant, scope, sheet = stage.renderer.variant, stage.scope, stage.sheet
        kept: list[str] = []
        for link in (*variant.font_links(scope), *sheet.imports):
            self._web.font_faces(f"https:{link}" if link.startswith("//") else link, kept.append)
        rules = [sheet.base_css(), sheet.utilities_css(self._classes)]
        self._fonts.kept = "\n".join(filter(None, kept))
        self._fonts.families = [*theme_fonts(variant.theme_css(scope)), *font_families_of(rules)]
        return self._fonts.css()

    def _take(self) -> None:
        """Render the next image."""
        if not self._to_take:
            return
        if self._profile is None:
            self._profile = locked_profile(self._handler, self)
        if self._view is None:
            self._view = OffscreenView(self._profile, self)
        found, message = next(iter(self._to_take.items()))
        self._view.take(message, partial(self._taken, found))

    def _taken(self, found: str, image: QImage | None) -> None:
        self._to_take.pop(found, None)
        if image is not None:
            self._pictures[found] = image
            while len(self._pictures) > _KEPT:
                self._pictures.pop(next(iter(self._pictures)))
            for name in self._drawn:
                if self._digests.get(name) == found:
                    self.drawn.emit(name, image)
        QTimer.singleShot(0, self._take)
