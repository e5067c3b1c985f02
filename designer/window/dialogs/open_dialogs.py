"""Choosing what to open next, beginning where the open page lies."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from designer.project import OpenSite
from designer.window.dialogs.prompts import Dialogs


class OpenDialogs(QObject):
    """Lets the person choose a page or a site.

    Signals:
        page_chosen: The file of a page.
        site_chosen: The folder of a site.
    """

    page_chosen = Signal(object)
    site_chosen = Signal(object)

    def __init__(self, dialogs: Callable[[], Dialogs], parent: QObject) -> None:
        super().__init__(parent)
        self._dialogs = dialogs
        self._open: OpenSite | None = None

    def show_site(self, open_site: OpenSite) -> None:
        """Begin in the folder of the open page from now on."""
        self._open = open_site

    def choose_page(self) -> None:
        """Let the person choose a page to open."""
        if file := self._dialogs().choose_page(self._folder()):
            self.page_chosen.emit(file)

    def choose_site(self) -> None:
        """Let the person choose a site to open."""
        if folder := self._dialogs().choose_site(self._folder()):
            self.site_chosen.emit(folder)

    def _folder(self) -> Path:
        return self._open.location.page.parent if self._open else Path.home()
