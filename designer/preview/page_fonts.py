"""The fonts of the page that is shown: rules for those that are not installed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from designer.engine.fonts import Fonts
from designer.engine.web import WebFiles


class PageFonts(QObject):
    """Keeps the rules, and asks for the style sheets of font services.

    Signals:
        changed: There are other rules now.
    """

    changed = Signal()

    def __init__(self, web: WebFiles, parent: QObject) -> None:
        super().__init__(parent)
        self._web = web
        self._fonts = Fonts(None)
        self._kept: dict[str, str] = {}  # rules of font services, by their address

    def begin(self, public: Path | None) -> None:
        """Another site is shown, with this public folder."""
        self._fonts, self._kept = Fonts(public), {}

    def css(self, families: Sequence[str] | None = None) -> str:
        """The rules, for other families if they are given."""
        if families is not None:
            self._fonts.families = families
        return self._fonts.css()

    @property
    def replaced(self) -> tuple[str, ...]:
        """The families for which similar fonts are shown."""
        return self._fonts.replaced

    def follow(self, families: Sequence[str]) -> None:
        """Have the fonts that new styles ask for."""
        if families != self._fonts.families:
            self._fonts.families = families
            self.changed.emit()

    def load(self, links: Sequence[str]) -> None:
        """Ask for the style sheets on the web that the theme or the site's own one names."""
        self._kept = {link: self._kept.get(link, "") for link in links}
        for link in links:
            full = f"https:{link}" if link.startswith("//") else link
            self._web.font_faces(full, partial(self._take, link))

    def _take(self, link: str, css: str) -> None:
        # An answer can come when the preview that asked has been closed.
        if isValid(self) and css and css != self._kept.get(link, css):
            self._kept[link] = css
            self._fonts.kept = "\n".join(filter(None, self._kept.values()))
            self.changed.emit()
