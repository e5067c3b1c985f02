"""The running program: creates its parts, opens pages, and handles changes on disk."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication
from shiboken6 import delete, isValid

from designer.editor import Editor, OpenDocument, Recovery, Role
from designer.editor.file_watch import FileWatch
from designer.engine.locked_page import locked_profile
from designer.engine.site_styles import SiteStyles
from designer.engine.url_scheme import SiteHandler
from designer.engine.web_file_cache import WebCache
from designer.errors import DesignerError, SourceError
from designer.preview import Preview
from designer.project import NoPagesError, OpenSite, PageLocation, SharedSite
from designer.schema import ListPath
from designer.settings import Settings, cache_folder, state_folder
from designer.site import PageSearch, files_below
from designer.window import GalleryImages, RecoveryBar, WebPermission, main_window

_FOR_THE_BROWSER = ("http", "https", "mailto", "tel")
_DOCUMENTS, _TEMPLATES, _SAVED, _CONFIG = "documents", "templates", "saved", "config"


class Program(QObject):
    """Owns the editor, the engine and the window."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self.settings = Settings()
        self.editor = Editor(self)
        self.recovery = Recovery(self.editor, state_folder() / "recovery", self)
        self.web = WebCache(cache_folder() / "web", self)
        self._handler = SiteHandler(self.web, self)
        self._profile = locked_profile(self._handler, self)
        self.preview = Preview(self.editor, self._profile, self.web)
        self.window = main_window(self.editor, self.preview, self.settings)
        self.window.page_requested.connect(self._open_page)
        self.window.site_requested.connect(self.open_other)
        self.window.pages_folder_chosen.connect(self._choose_pages_folder)
        self.window.link_followed.connect(self._follow_link)
        self.window.closed.connect(self._closed)
        self.styles = SiteStyles(self)
        self.styles.improved.connect(self.preview.set_sheet)
        self.styles.failed.connect(self._styles_failed)
        self.preview.classes_shown.connect(self.styles.request)
        self.preview.first_paint.connect(self.styles.prepare)
        self._web_permission = WebPermission(self.web, self.settings, self.window.bars, self)
        self._recovery_bar = RecoveryBar(self.editor, self.recovery, self.window.bars, self)
        self.gallery = GalleryImages(self.window.gallery, self.editor, self.styles, self)
        self._shared_site = SharedSite(None)
        self._open: OpenSite | None = None  # as it is now
        self._opened: OpenSite | None = None  # as it was when the page was opened
        self._searched: PageSearch | None = None  # the site without pages that the window shows
        self._watch = FileWatch(self)
        self._watch.changed.connect(self._changed_on_disk)
        self.window.site_changed.connect(self._show_written_files)
        self.window.lists.chosen.connect(self._choose_list)

    # -- opening --------------------------------------------------------------------------------

    def open(self, location: PageLocation) -> None:
        """Open a page with its site, in place of the current one.

        Raises:
            DesignerError: The page or a document of the site cannot be read; the current page stays
                open.
        """
        is_same_site = location.site == self._shared_site.site
        shared = self._shared_site if is_same_site else SharedSite(location.site)
        shared.list_choices = self.settings.list_choices(_choices_key(location))
        shared.refresh()
        page, *others = location.files
        opened = OpenDocument.read(page, shared.find_layout)
        site, theme = (OpenDocument.read(file) if file else None for file in others)
        opened_site = OpenSite.of(location, shared, opened.page)
        self.recovery.end()
        self._shared_site, self._open, self._opened = shared, opened_site, opened_site
        self._searched = None
        self._handler.show_site(opened_site)
        self._web_permission.show_site(opened_site)
        for name in ("types", "config", "changed", "passed-over"):
            self.window.bars.remove(name)
        self.editor.open(opened, site, theme)
        self.window.show_site(opened_site)
        sheet, patience = self.styles.show_site(opened_site, shared)
        self.preview.show_site(opened_site, sheet, patience)
        self.gallery.show_site(opened_site, sheet)
        self._show_problems(opened_site.problems)
        if location.passed_over is not None:
            self.window.show_bar("passed-over", "warning", str(location.passed_over), [])
        self._recovery_bar.offer(self.recovery.begin())
        self._watch.follow(self._files_to_watch(opened_site))

    def show(self, target: Path, site: Path | None = None) -> None:
        """Open a page or a site, or show in the window why that cannot be done.

        Args:
            target: A page, or the folder of a site.
            site: The site of a page outside of its folder.
        """
        try:
            self.open(PageLocation.find(target, site, self.settings.pages_folder))
        except NoPagesError as error:
            self.show_no_pages(error.search)
        except DesignerError as error:
            try:
                data = target.read_bytes() if target.is_file() else b""
            except OSError:
                data = b""
            self.window.show_error(error, target, data)

    def _choose_list(self, path: ListPath, is_blocks: bool) -> None:
        """Keep for the site whether a list is a list of blocks, and show the page so."""
        page = self.editor.page()
        if self._open is None or page is None:
            return
        shared, key = self._shared_site, _choices_key(self._open.location)
        shared.list_choices = shared.list_choices.with_choice(path, is_blocks=is_blocks)
        self.settings.set_list_choices(key, shared.list_choices)
        self.editor.relayout(
            shared.find_layout(page.data, page.body), self.tr("Show list as blocks")
        )
        self._show_written_files()

    def show_no_pages(self, search: PageSearch) -> None:
        """Show that a folder has no pages, and offer to choose their folder."""
        self._searched = search
        self.window.show_no_pages(search)

    def _show_problems(self, sentences: Sequence[str]) -> None:
        self.window.bars.remove("types")
        if sentences:
            self.window.show_bar("types", "warning", "\n".join(sentences), [])

    # -- what other programs do -----------------------------------------------------------------

    def _files_to_watch(self, opened: OpenSite) -> dict[str, Callable[[], Iterable[Path]]]:
        """Return the files to watch, grouped by the required reaction."""
        site, shared = opened.location.site, self._shared_site
        groups: dict[str, Callable[[], Iterable[Path]]] = {
            _DOCUMENTS: lambda: [file for file in opened.location.files if file]
        }
        if site is not None:
            groups[_TEMPLATES] = lambda: shared.template_files
            groups[_SAVED] = lambda: files_below(site.saved_folder)
            groups[_CONFIG] = lambda: site.tailwind_files
        return groups

    def _show_written_files(self) -> None:
        """Show a file that the window wrote, and watch it, since its folder may be new."""
        opened = self._read_open_site()
        if opened is not None:
            self._watch.follow(self._files_to_watch(opened))
            self._open = opened
            self.window.show_types(opened)

    def _read_open_site(self) -> OpenSite | None:
        """Return the current ``OpenSite`` from disk; None when nothing is open."""
        page = self.editor.page()
        if self._open is None or page is None:
            return None
        self._shared_site.refresh()
        return OpenSite.of(self._open.location, self._shared_site, page)

    def _changed_on_disk(self, group: str) -> None:
        opened = self._opened
        has_changed = group != _DOCUMENTS or self._load_changed_documents()
        now = self._read_open_site()
        if opened is None or now is None:
            return
        # Several groups can change at once. The parts of the window still show the kind of site
        # that was opened, so the comparison is not with the state after the previous group.
        is_same = now.is_same_kind(opened)
        if not has_changed and now.files == opened.files:
            return  # the program's own save
        if group != _TEMPLATES and not is_same and not self.editor.changed_on_disk():
            self._reopen(now.location)
            return
        if group == _DOCUMENTS:
            return
        self._open = now
        if group == _CONFIG:
            self._restyle(now)
            return
        self._show_problems(now.problems)
        self.window.show_types(now)
        if group == _TEMPLATES:
            self.preview.show_types(now)
            self.gallery.show_types(now)

    def _restyle(self, opened: OpenSite) -> None:
        """Rebuild the site's styles from changed sources."""
        self.window.bars.remove("config")
        sheet, patience = self.styles.show_site(opened, self._shared_site)
        if not patience:  # the current styles are more accurate than the bare preset
            self.preview.set_sheet(sheet)
            self.gallery.pictures.set_sheet(sheet)
        self.styles.request(self.preview.classes)

    def _load_changed_documents(self) -> bool:
        """Load documents that other programs changed; ask first if there are unsaved edits.

        Returns whether any document was changed.
        """
        stale = self.editor.changed_on_disk()
        documents = self.editor.documents
        there = [role for role in stale if documents[role].file.exists()]
        unsaved = [role for role in there if documents[role].is_unsaved]
        with contextlib.suppress(SourceError):  # a partial write: another change event follows
            self.editor.reload_from_disk([role for role in there if role not in unsaved])
        self.window.bars.remove("changed")
        if unsaved:
            names = ", ".join(documents[role].file.name for role in unsaved)
            text = self.tr("“%1” was changed by another program; your work is still here.")
            take = (self.tr("Show theirs"), lambda: self._load_theirs(unsaved))
            self.window.show_bar("changed", "warning", text.replace("%1", names), [take])
        return bool(stale)

    def _reopen(self, location: PageLocation) -> None:
        """Reopen a site whose kind changed, as soon as there are no unsaved edits."""
        if not self.editor.is_modified:
            with contextlib.suppress(DesignerError):  # a partial write, as above
                self.open(location)
            return
        text = self.tr("The site was changed by another program; your work is still here.")
        again = (self.tr("Save and open again"), lambda: self._save_and_open(location))
        self.window.show_bar("changed", "warning", text, [again])

    def _save_and_open(self, location: PageLocation) -> None:
        if self.window.save():
            self._reopen(location)

    def _load_theirs(self, roles: list[Role]) -> None:
        self.window.bars.remove("changed")
        opened = self._opened
        try:
            self.editor.reload_from_disk(roles)
            now = self._read_open_site()
            if opened is not None and now is not None and not now.is_same_kind(opened):
                self._reopen(now.location)
        except DesignerError as error:
            self.window.bottom.show_hint(str(error), error=True)

    def _open_page(self, file: Path) -> None:
        location = self._open.location if self._open else None
        if location is not None and file == location.page:
            return
        if not self.window.resolve_unsaved():
            self.window.left.select_page(location.page if location else file)
            return
        self._try_open(file, location.root if location else None)

    def _follow_link(self, address: str) -> None:
        """Follow a link of the page: open a page of the site, or the web browser."""
        url = QUrl(address)
        site = self._open.location.site if self._open else None
        if url.scheme() in _FOR_THE_BROWSER:
            QDesktopServices.openUrl(url)
        elif (page := site.page_at(url.path()) if site and not url.scheme() else None) is not None:
            self._open_page(page)
        else:
            text = self.tr("“%1” is no page of this site.").replace("%1", address)
            self.window.bottom.show_hint(text)

    def open_other(self, folder: Path) -> None:
        """Open a site, or a page with its own site, unless unsaved work keeps the user here."""
        if self.window.resolve_unsaved():
            self._try_open(folder, None)

    def _choose_pages_folder(self, folder: Path) -> None:
        """Keep the folder that holds the pages of the shown site, and open the site with it."""
        if not self.window.resolve_unsaved():
            return
        opened = self._open.location.root if self._open else None
        root = self._searched.root if self._searched else opened
        if root is None or not folder.resolve().is_relative_to(root.resolve()):
            root = folder  # a folder elsewhere is a site of its own
        self.settings.choose_pages_folder(root, folder)
        self._try_open(root, None)

    def _try_open(self, target: Path, site: Path | None) -> None:
        """Open the path that the user chose; a page outside the open site opens its own site."""
        inside = site is not None and target.is_relative_to(site)
        self.show(target, site if inside else None)

    def _styles_failed(self, why: str) -> None:
        self.window.show_bar("config", "warning", why, [])

    # -- the end --------------------------------------------------------------------------------

    def _closed(self) -> None:
        self.recovery.end()
        QTimer.singleShot(0, QApplication.quit)

    def shut_down(self) -> None:
        """Delete the page before its profile, as Qt WebEngine requires."""
        self._watch.follow({})
        self.recovery.end()
        self.styles.close()
        self.gallery.pictures.close()
        for part in (self.window, self.preview, self._profile):
            if isValid(part):
                delete(part)


def _choices_key(location: PageLocation) -> str:
    """Return the name under which choices about a site are kept; a lone page has its own."""
    return str(location.root or location.page)
