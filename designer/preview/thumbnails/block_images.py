"""Images of blocks as the open site shows them, rendered offscreen in small steps."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
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
from designer.engine.web_file_cache import WebCache
from designer.families import Scope, theme_fonts
from designer.preview.thumbnails.block_scene import BlockScene
from designer.preview.thumbnails.offscreen_view import OffscreenView
from designer.project import OpenSite
from designer.tailwind import Sheet, classes_in, font_families_of

_CACHE_SIZE: Final = 96
"""Size limit of the image cache; an image takes about 0.8 MB."""

_SHEET_TIMEOUT_MS: Final = 2500
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
        self._open: OpenSite | None = None
        self._sheet: Sheet | None = None
        self._fonts = FontFallback(None)
        self._scene: BlockScene | None = None
        self._background = ""
        self._to_render: list[tuple[str, Mapping[str, Any]]] = []
        self._html: dict[str, str] = {}  # HTML by the names of the requested blocks
        self._pending: dict[str, dict[str, Any]] = {}  # messages by digest
        self._digests: dict[str, str] = {}  # the digest of the last image, by name
        self._images: dict[str, QImage] = {}
        self._step_timer = QTimer(self, singleShot=True, interval=0)
        self._step_timer.timeout.connect(self._step)
        self._sheet_timer = QTimer(self, singleShot=True, interval=_SHEET_TIMEOUT_MS)
        self._sheet_timer.timeout.connect(self._look_up)

    def show_site(self, open_site: OpenSite, sheet: Sheet) -> None:
        """Render blocks as another page or site shows them.

        Args:
            open_site: What is open.
            sheet: The site's compiled Tailwind utilities.
        """
        self.cancel()
        if self._open is None or open_site.public_folder != self._open.public_folder:
            self._images.clear()
            self._digests.clear()
        self._fonts = FontFallback(open_site.public_folder)
        self._handler.show_site(open_site)
        self._open, self._sheet = open_site, sheet

    def show_types(self, open_site: OpenSite) -> None:
        """Use changed block types of the same page and site for the next request."""
        self.cancel()
        self._open = open_site

    def set_sheet(self, sheet: Sheet) -> None:
        """Use another Tailwind build; images that it changes are rendered again."""
        self._sheet = sheet
        if self._html and self._background:
            self._look_up_or_wait()

    def cached(self, name: str) -> QImage | None:
        """Return the last image of this name; None if there is none."""
        return self._images.get(self._digests.get(name, ""))

    def request(self, blocks: Iterable[tuple[str, Mapping[str, Any]]], scope: Scope) -> None:
        """Request images of these blocks by name; this replaces the previous request."""
        self.cancel()
        if self._open is None or self._sheet is None:
            return
        self._scene = BlockScene(self._open.renderer, self._sheet, scope)
        self._to_render = list(blocks)
        self._step_timer.start()

    def cancel(self) -> None:
        """Cancel the request and close the page."""
        self._step_timer.stop()
        self._sheet_timer.stop()
        self._to_render, self._html, self._pending, self._background = [], {}, {}, ""
        if self._view is not None:
            self._view.close()
            self._view = None

    def close(self) -> None:
        """Cancel the request and delete the page, then its profile."""
        self.cancel()
        if self._profile is not None and isValid(self._profile):
            delete(self._profile)
        self._profile = None

    # -- one step after the other ---------------------------------------------------------------

    def _step(self) -> None:
        scene = self._scene
        if scene is None:
            return
        if self._to_render:
            name, block = self._to_render.pop(0)
            self._html[name] = scene.render(block)
            self._step_timer.start()
        elif not self._background:
            self._background = scene.background()
            self._step_timer.start()
        else:
            self._look_up_or_wait()

    @property
    def _classes(self) -> set[str]:
        """The classes of all rendered blocks and of the background."""
        return classes_in(self._background).union(*map(classes_in, self._html.values()))

    def _look_up_or_wait(self) -> None:
        """Continue, or request a Tailwind build if rules are missing that it can provide."""
        classes = self._classes
        if self._sheet is not None and self._sheet.not_requested(classes):
            self._sheet_timer.start()
            self.classes_wanted.emit(classes)
        else:
            self._look_up()

    def _look_up(self) -> None:
        """Look up the images in the cache; those that are missing are rendered."""
        self._sheet_timer.stop()
        if self._scene is None or self._sheet is None:
            return
        without_fonts = BlockScene(self._scene.renderer, self._sheet, self._scene.scope)
        self._scene = BlockScene(
            without_fonts.renderer,
            without_fonts.sheet,
            without_fonts.scope,
            self._fonts_of(without_fonts),
        )
        self._pending = {}
        folder = str(self._open.public_folder if self._open else None)
        for name, html in self._html.items():
            message = self._scene.message(html, self._background)
            digest = self._scene.digest(message, folder)
            changed = self._digests.get(name) != digest
            self._digests[name] = digest
            if digest not in self._images:
                self._pending[digest] = message
            elif changed:
                self.drawn.emit(name, self._images[digest])
        self._render_next()

    def _fonts_of(self, scene: BlockScene) -> str:
        """Return the ``@font-face`` rules of the site, with cached ones of font services."""
        variant, scope, sheet = scene.renderer.variant, scene.scope, scene.sheet
        kept: list[str] = []
        for link in (*variant.font_links(scope), *sheet.imports):
            self._web.font_faces(f"https:{link}" if link.startswith("//") else link, kept.append)
        rules = [sheet.base_css(), sheet.utilities_css(self._classes)]
        self._fonts.service_css = "\n".join(filter(None, kept))
        self._fonts.families = [*theme_fonts(variant.theme_css(scope)), *font_families_of(rules)]
        return self._fonts.css()

    def _render_next(self) -> None:
        """Render the next image."""
        if not self._pending:
            return
        if self._profile is None:
            self._profile = locked_profile(self._handler, self)
        if self._view is None:
            self._view = OffscreenView(self._profile, self)
        digest, message = next(iter(self._pending.items()))
        self._view.render(message, partial(self._store, digest))

    def _store(self, digest: str, image: QImage | None) -> None:
        self._pending.pop(digest, None)
        if image is not None:
            self._images[digest] = image
            while len(self._images) > _CACHE_SIZE:
                self._images.pop(next(iter(self._images)))
            for name in self._html:
                if self._digests.get(name) == digest:
                    self.drawn.emit(name, image)
        QTimer.singleShot(0, self._render_next)
