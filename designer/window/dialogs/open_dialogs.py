"""Dialogs to open a page or a site, starting in the folder of the open page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from designer.project import OpenSite
from designer.window.dialogs.prompts import Dialogs


class OpenDialogs(QObject):
    """Shows file dialogs for pages and sites.

    Signals:
        page_chosen: The file of a page.
        site_chosen: The folder of a site.
        pages_folder_chosen: The folder of the pages of the site.
    """

    page_chosen = Signal(object)
    site_chosen = Signal(object)
    pages_folder_chosen = Signal(object)

    def __init__(self, dialogs: Callable[[], Dialogs], parent: QObject) -> None:
        super().__init__(parent)
        self._dialogs = dialogs
        self._open: OpenSite | None = None

    def show_site(self, open_site: OpenSite) -> None:
        """Start in the folder of this site's open page."""
        self._open = open_site

    def choose_page(self) -> None:
        """Show a file dialog for a page."""
        if file := self._dialogs().choose_page(self._folder()):
            self.page_chosen.emit(file)

    def choose_site(self) -> None:
        """Show a folder dialog for a site."""
        if folder := self._dialogs().choose_site(self._folder()):
            self.site_chosen.emit(folder)

    def choose_pages_folder(self, start: Path | None = None) -> None:
        """Show a folder dialog for the folder of pages.

        Args:
            start: The folder that the dialog shows first; None for the root of the open site.
        """
        if start is None:
            start = (self._open.root if self._open else None) or self._folder()
        if folder := self._dialogs().choose_pages_folder(start):
            self.pages_folder_chosen.emit(folder)

    def _folder(self) -> Path:
        return self._open.location.page.parent if self._open else Path.home()
