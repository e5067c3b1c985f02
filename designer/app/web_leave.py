"""The person's leave to load files from the web: asked for once, remembered for a site."""

from __future__ import annotations

from PySide6.QtCore import QObject
from shiboken6 import isValid

from designer.app.place import Place
from designer.engine.web import WebFiles
from designer.settings import Settings
from designer.window import MainWindow

_BAR = "web"


class WebLeave(QObject):
    """Asks by a bar when a page uses files that are not here."""

    def __init__(
        self, web: WebFiles, settings: Settings, window: MainWindow, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._web = web
        self._settings = settings
        self._window = window
        self._name = ""
        web.waiting.connect(self._ask)

    def open(self, place: Place) -> None:
        """Go over to another page or site, and to what was allowed for it."""
        self._name = str(place.site.root if place.site else place.page)
        self._web.allowed = self._settings.allows_web(self._name)
        self._window.bars.remove(_BAR)

    def _ask(self, count: int) -> None:
        if not isValid(self._window):
            return  # a page that is closing still asks for its files
        if count == 0:
            self._window.bars.remove(_BAR)
        elif not self._window.bars.text(_BAR):
            self._window.show_bar(
                _BAR,
                "info",
                self.tr("This page uses files from the web."),
                [
                    (self.tr("Load once"), self._web.allow),
                    (self.tr("Always for this site"), self._always_allow),
                ],
            )

    def _always_allow(self) -> None:
        self._settings.allow_web(self._name)
        self._web.allow()
