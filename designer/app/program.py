"""The running program: what is open, and how another page or site is opened."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication
from shiboken6 import delete, isValid

from designer.app.around import around
from designer.app.gallery import GalleryPictures
from designer.app.left_behind import LeftBehind
from designer.app.place import Place
from designer.app.site_styles import SiteStyles
from designer.app.watch import Watch, files_below
from designer.app.web_leave import WebLeave
from designer.editor import Editor, OpenDocument, Recovery, Role
from designer.engine.page import locked_profile
from designer.engine.scheme import SiteHandler
from designer.engine.web import WebFiles
from designer.errors import DesignerError, SourceError
from designer.preview import Preview
from designer.render import Renderer
from designer.schema import BlockType, site_parts
from designer.settings import Settings, cache_folder, state_folder
from designer.site import (
    DEFAULT_TAILWIND,
    PageEntry,
    class_words,
    default_theme,
    humanised,
)
from designer.window import main_window

_DESKTOP = 1440
_FOR_THE_BROWSER = ("http", "https", "mailto", "tel")
_DOCUMENTS, _TEMPLATES, _SAVED, _CONFIG = "documents", "templates", "saved", "config"


class Program(QObject):
    """Owns the editor, the engine and the window."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self.settings = Settings()
        self.editor = Editor(self)
        self.recovery = Recovery(self.editor, state_folder() / "recovery", self)
        self.web = WebFiles(cache_folder() / "web", self)
        self._handler = SiteHandler(self.web, self)
        self._profile = locked_profile(self._handler, self)
        self.preview = Preview(self.editor, self._profile, self.web)
        self.window = main_window(self.editor, self.preview, self.settings)
        self.window.page_requested.connect(self._open_page)
        self.window.site_requested.connect(self._open_site)
        self.window.link_followed.connect(self._follow)
        self.window.closed.connect(self._closed)
        self.styles = SiteStyles(self)
        self.styles.better.connect(self.preview.set_sheet)
        self.styles.failed.connect(self._styles_failed)
        self.preview.classes_shown.connect(self.styles.want)
        self.preview.first_paint.connect(self.styles.prepare)
        self._leave = WebLeave(self.web, self.settings, self.window, self)
        self._left = LeftBehind(self.editor, self.recovery, self.window, self)
        self.gallery = GalleryPictures(self.window.gallery, self.editor, self.styles, self)
        self._place: Place | None = None
        self._shown_as: tuple[object, ...] = ()
        self._watch = Watch(self)
        self._watch.changed.connect(self._changed_on_disk)
        self.window.templates.changed.connect(self._watch_again)

    # -- opening --------------------------------------------------------------------------------

    def open(self, place: Place) -> None:
        """Open a page with its site, in place of what was open.

        Raises:
            DesignerError: The page or the site document cannot be read; what was open stays.
        """
        page, *others = place.files
        opened = OpenDocument.read(page, place.list_key)
        site, theme = (OpenDocument.read(file) if file else None for file in others)
        family = place.family(opened.page)
        types, broken = place.types(family, opened.page)
        saved, unread = place.saved
        self.recovery.end()
        self._place = place
        self._handler.media = place.site.media if place.site else lambda _address: None
        self._leave.open(place)
        for name in ("types", "config", "read-only", "changed"):
            self.window.bars.remove(name)
        renderer = Renderer(types, marks=True, family=family)
        self.editor.open(opened, site, theme)
        self._shown_as = self._kind(place)
        version = place.site.tailwind_version if place.site else DEFAULT_TAILWIND
        entries = place.site.pages() if place.site else ()
        self.window.show_site(
            entries or (_only(place.page),),
            types,
            offered=place.offered(types, family),
            page=place.page,
            site_name=place.site.name if place.site else "",
            desktop=self._desktop_width(),
            engine="Tailwind " + ".".join(version.split(".")[:2]),
            parts=site_parts(family.generation, family.axes),
            root=place.site.root if place.site else None,
            around=around(place, entries, self.editor, renderer, self.web),
            saved=saved,
            saved_folder=place.site.saved_folder if place.site else None,
        )
        public = place.public_folder
        sheet, patience = self.styles.open(place.site, family, partial(_words, place, types))
        self.preview.show(
            renderer, types, sheet, route=place.route, public=public, patience=patience
        )
        self.gallery.open(place, renderer, sheet)
        self._show_broken([*broken, *unread])
        if opened.page.read_only:
            self.window.show_bar("read-only", "warning", opened.page.read_only, [])
        self._left.offer(self.recovery.begin())
        self._watch.follow(self._watched(place))

    def _show_broken(self, sentences: Sequence[str]) -> None:
        self.window.bars.remove("types")
        if sentences:
            self.window.show_bar("types", "warning", "\n".join(sentences), [])

    # -- what other programs do -----------------------------------------------------------------

    def _watched(self, place: Place) -> dict[str, Callable[[], Iterable[Path]]]:
        """The files that are shown, by what has to be done when they change."""
        site = place.site
        groups: dict[str, Callable[[], Iterable[Path]]] = {
            _DOCUMENTS: lambda: [file for file in place.files if file]
        }
        if site is not None:
            saved = site.saved_folder
            groups[_TEMPLATES] = lambda: [
                file
                for file in files_below(site.templates_folder)
                if file != saved and not file.is_relative_to(saved)
            ]
            groups[_SAVED] = lambda: files_below(saved)
            groups[_CONFIG] = lambda: site.tailwind_files
        return groups

    def _watch_again(self) -> None:
        """What we wrote ourselves is known; it may lie in a folder that was not there."""
        if self._place is not None:
            self._watch.follow(self._watched(self._place))

    def _changed_on_disk(self, group: str) -> None:
        place, page = self._place, self.editor.page()
        if place is None or page is None:
            return
        if group == _DOCUMENTS and not self._take_over() and place.files == self._shown_as[0]:
            return  # our own saving
        if group != _TEMPLATES and self._is_other(place):
            self._open_again(place)
        elif group == _CONFIG:
            family = place.family(page)
            types = place.types(family, page)[0]
            self.window.bars.remove("config")
            sheet, patience = self.styles.open(place.site, family, partial(_words, place, types))
            if not patience:  # else what is shown is nearer than the bare preset
                self.preview.set_sheet(sheet)
                self.gallery.pictures.set_sheet(sheet)
            self.styles.want(self.preview.classes)
        elif group in (_TEMPLATES, _SAVED):
            family = place.family(page)
            types, broken = place.types(family, page)
            saved, unread = place.saved
            self._show_broken([*broken, *unread])
            if group == _SAVED:
                self.window.show_saved(saved)
                return
            self.window.show_types(types, place.offered(types, family))
            renderer = Renderer(types, marks=True, family=family)
            self.preview.set_renderer(renderer, types)
            self.gallery.pictures.set_renderer(renderer)

    def _take_over(self) -> bool:
        """Show what other programs wrote; where there is unsaved work, ask first.

        Returns whether they wrote anything.
        """
        stale = self.editor.changed_on_disk()
        documents = self.editor.documents
        there = [role for role in stale if documents[role].file.exists()]
        mine = [role for role in there if documents[role].unsaved]
        with contextlib.suppress(SourceError):  # half written: the rest brings the next change
            self.editor.take_theirs([role for role in there if role not in mine])
        self.window.bars.remove("changed")
        if mine:
            names = ", ".join(documents[role].file.name for role in mine)
            text = self.tr("“%1” was changed by another program; your work is still here.")
            take = (self.tr("Show theirs"), lambda: self._show_theirs(mine))
            self.window.show_bar("changed", "warning", text.replace("%1", names), [take])
        return bool(stale)

    def _kind(self, place: Place) -> tuple[object, ...]:
        """What cannot change while a site is open: its documents, and what kind of site it is."""
        version = place.site.tailwind_version if place.site else DEFAULT_TAILWIND
        page = self.editor.page()
        family = place.family(page) if page else None
        return place.files, family, self._desktop_width(), version

    def _desktop_width(self) -> int:
        """How wide the desktop of the site's theme is, in pixels."""
        styled = self.editor.page(Role.THEME) or self.editor.page(Role.SITE)
        data = styled.data if styled else default_theme()
        return _pixels(data.get("desktopWidth"))

    def _is_other(self, place: Place) -> bool:
        """Whether the site is of another kind now; a half-written document tells nothing."""
        return not self.editor.changed_on_disk() and self._kind(place) != self._shown_as

    def _open_again(self, place: Place) -> None:
        """Show a site that is another kind of site now, as soon as no work would be lost by it."""
        if not self.editor.is_modified:
            with contextlib.suppress(DesignerError):  # half written, as above
                self.open(place)
            return
        text = self.tr("The site was changed by another program; your work is still here.")
        again = (self.tr("Save and open again"), lambda: self._save_and_open(place))
        self.window.show_bar("changed", "warning", text, [again])

    def _save_and_open(self, place: Place) -> None:
        if self.window.save():
            self._open_again(place)

    def _show_theirs(self, roles: list[Role]) -> None:
        self.window.bars.remove("changed")
        place = self._place
        try:
            self.editor.take_theirs(roles)
            if place is not None and self._is_other(place):
                self._open_again(place)
        except DesignerError as error:
            self.window.bottom.show_hint(str(error), error=True)

    def _open_page(self, file: Path) -> None:
        place = self._place
        if place is not None and file == place.page:
            return
        if not self.window.settle():
            self.window.left.select_page(place.page if place else file)
            return
        self._try_open(file, place.site.root if place and place.site else None)

    def _follow(self, address: str) -> None:
        """Go where a link of the page leads: to a page of the site, or to the browser."""
        url = QUrl(address)
        site = self._place.site if self._place else None
        if url.scheme() in _FOR_THE_BROWSER:
            QDesktopServices.openUrl(url)
        elif (page := site.page_at(url.path()) if site and not url.scheme() else None) is not None:
            self._open_page(page)
        else:
            text = self.tr("“%1” is no page of this site.").replace("%1", address)
            self.window.bottom.show_hint(text)

    def _open_site(self, folder: Path) -> None:
        if self.window.settle():
            self._try_open(folder, None)

    def _try_open(self, target: Path, site: Path | None) -> None:
        """Open what the person chose; a page outside the open site brings its own one."""
        inside = site is not None and target.is_relative_to(site)
        try:
            self.open(Place.find(target, site if inside else None))
        except DesignerError as error:
            try:
                data = target.read_bytes() if target.is_file() else b""
            except OSError:
                data = b""
            self.window.show_error(error, target, data)

    def _styles_failed(self, why: str) -> None:
        self.window.show_bar("config", "warning", why, [])

    # -- the end --------------------------------------------------------------------------------

    def _closed(self) -> None:
        self.recovery.end()
        QTimer.singleShot(0, QApplication.quit)

    def shut_down(self) -> None:
        """Take the page down before its profile, as the engine wants it."""
        self._watch.follow({})
        self.recovery.end()
        self.styles.close()
        self.gallery.pictures.close()
        for thing in (self.window, self.preview, self._profile):
            if isValid(thing):
                delete(thing)


def _words(place: Place, types: Mapping[str, BlockType]) -> set[str]:
    """The words among which the classes of a site's pages are."""
    pages = [page.path for page in place.site.pages()] if place.site else []
    documents = [file for file in place.files if file is not None]
    templates = [kind.folder / "template.html" for kind in types.values() if kind.folder]
    return class_words([*documents, *pages, *templates])


def _only(page: Path) -> PageEntry:
    """The list of pages where a page belongs to no site."""
    return PageEntry(page, page.name, humanised(page.stem))


def _pixels(text: object) -> int:
    """``desktopWidth`` of a theme: a number in a string."""
    value = str(text)
    return int(value) if value.isdecimal() and 320 <= int(value) <= 5000 else _DESKTOP
