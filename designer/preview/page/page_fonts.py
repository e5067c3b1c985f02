"""The fonts of the page: those of the site, of the computer, and of services on the web."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from designer.engine.font_fallback import FontFallback
from designer.engine.web_cache import WebCache


class PageFonts(QObject):
    """Knows which rules of fonts the page needs, and tells when there are others.

    Signals:
        changed: The rules, which are others now.
        replaced: The names of fonts for which similar ones are shown.
    """

    changed = Signal(str)
    replaced = Signal(object)

    def __init__(self, web: WebCache, parent: QObject) -> None:
        super().__init__(parent)
        self._web = web
        self._fonts = FontFallback(None)
        self._kept: dict[str, str] = {}  # rules of font services, by their address

    def open(self, public: Path | None) -> None:
        """Begin with a page of a site, which may have fonts in its public folder."""
        self._fonts, self._kept = FontFallback(public), {}

    def rules(self, families: Sequence[str]) -> str:
        """The rules that a page with these fonts needs."""
        self._fonts.families = families
        return self._fonts.css()

    def follow(self, families: Sequence[str]) -> None:
        """The page may ask for other fonts now."""
        if families != self._fonts.families:
            self._fonts.families = families
            self._tell()

    def load(self, links: Iterable[str]) -> None:
        """Ask for the style sheets on the web that the theme or the site's own one names."""
        self._kept = {link: self._kept.get(link, "") for link in links}
        for link in self._kept:
            full = f"https:{link}" if link.startswith("//") else link
            self._web.font_faces(full, partial(self._take, link))
        self.replaced.emit(self._fonts.replaced)

    def _take(self, link: str, css: str) -> None:
        # An answer can come when the preview that asked has been closed.
        if isValid(self) and css and css != self._kept.get(link, css):
            self._kept[link] = css
            self._fonts.service_css = "\n".join(filter(None, self._kept.values()))
            self._tell()

    def _tell(self) -> None:
        self.changed.emit(self._fonts.css())
        self.replaced.emit(self._fonts.replaced)
