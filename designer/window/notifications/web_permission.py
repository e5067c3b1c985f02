"""The user's permission to load files from the web: asked once, stored per site."""

from __future__ import annotations

from PySide6.QtCore import QObject
from shiboken6 import isValid

from designer.engine.web_file_cache import WebCache
from designer.project import OpenSite
from designer.settings import Settings
from designer.window.notifications.notification_bars import NotificationBars

_BAR = "web"


class WebPermission(QObject):
    """Shows a bar when a page uses web files that are not cached."""

    def __init__(
        self, web: WebCache, settings: Settings, bars: NotificationBars, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._web = web
        self._settings = settings
        self._bars = bars
        self._open: OpenSite | None = None
        web.missing_changed.connect(self._ask)

    def show_site(self, open_site: OpenSite) -> None:
        """Apply the stored permission of a site."""
        self._open = open_site
        self._web.allowed = self._settings.allows_web(_key(open_site))
        self._bars.remove(_BAR)

    def _ask(self, count: int) -> None:
        if not isValid(self._bars):
            return  # a page that is being closed can still request files
        if count == 0:
            self._bars.remove(_BAR)
        elif not self._bars.text(_BAR):
            self._bars.show_bar(
                _BAR,
                "info",
                self.tr("This page uses files from the web."),
                [
                    (self.tr("Load once"), self._web.allow),
                    (self.tr("Always for this site"), self._always_allow),
                ],
            )

    def _always_allow(self) -> None:
        if self._open is not None:
            self._settings.allow_web(_key(self._open))
        self._web.allow()


def _key(open_site: OpenSite) -> str:
    """Return the key of a site in the settings: its folder, or the file of a page without one."""
    return str(open_site.root or open_site.location.page)
