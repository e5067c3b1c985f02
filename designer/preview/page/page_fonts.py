"""The fonts of the page: from the site, from the computer, and from web font services."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from designer.engine.font_fallback import FontFallback
from designer.engine.web_file_cache import WebCache


class PageFonts(QObject):
    """Collects the ``@font-face`` rules that the page needs and reports when they change.

    Signals:
        changed: The new rules.
        replaced: The names of fonts for which similar ones are shown.
    """

    changed = Signal(str)
    replaced = Signal(object)

    def __init__(self, web: WebCache, parent: QObject) -> None:
        super().__init__(parent)
        self._web = web
        self._fonts = FontFallback(None)
        self._web_rules: dict[str, str] = {}  # rules by the address of the style sheet

    def open(self, public: Path | None) -> None:
        """Reset for a page of a site, which may have font files in its public folder."""
        self._fonts, self._web_rules = FontFallback(public), {}

    def rules(self, families: Sequence[str]) -> str:
        """Return the rules for a page that uses these font families."""
        self._fonts.families = families
        return self._fonts.css()

    def follow(self, families: Sequence[str]) -> None:
        """Set the font families that the page uses; emits ``changed`` if they differ."""
        if families != self._fonts.families:
            self._fonts.families = families
            self._emit()

    def load(self, links: Iterable[str]) -> None:
        """Request the web style sheets that the theme or the site's own sheet imports."""
        self._web_rules = {link: self._web_rules.get(link, "") for link in links}
        for link in self._web_rules:
            full = f"https:{link}" if link.startswith("//") else link
            self._web.font_faces(full, partial(self._receive, link))
        self.replaced.emit(self._fonts.replaced)

    def _receive(self, link: str, css: str) -> None:
        # The preview may have been closed before the response arrives.
        if isValid(self) and css and css != self._web_rules.get(link, css):
            self._web_rules[link] = css
            self._fonts.service_css = "\n".join(filter(None, self._web_rules.values()))
            self._emit()

    def _emit(self) -> None:
        self.changed.emit(self._fonts.css())
        self.replaced.emit(self._fonts.replaced)
