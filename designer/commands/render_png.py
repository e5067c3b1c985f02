"""Renders a whole page as an image of a given width."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWebEngineCore import QWebEngineSettings
from PySide6.QtWebEngineWidgets import QWebEngineView
from shiboken6 import delete

from designer.commands.engine_start import command_application
from designer.commands.render_html import check_output_file, preset_warning, sheet_for
from designer.commands.report import Report
from designer.editor import Editor, OpenDocument
from designer.engine.event_loop import value_of, wait_until
from designer.engine.locked_page import locked_profile
from designer.engine.url_scheme import SiteHandler
from designer.engine.web_file_cache import WebCache
from designer.preview import FLAG, WORLD, Preview
from designer.project import OpenSite, PageLocation, SharedSite
from designer.render import page_body
from designer.settings import cache_folder
from designer.tailwind import classes_in

HEIGHT = 900
"""The height in pixels of the window in which the page is laid out and scrolled."""

_TALLEST = 60_000
_COMPLETE = (
    "[...document.images].every(i => i.complete || i.loading === 'lazy')"
    " && document.fonts.status === 'loaded'"
)
"""Images and fonts affect the page height, so measure it after they have loaded."""

WITHOUT_FIXED = (
    "[...document.body.querySelectorAll('*')]"
    ".filter(e => getComputedStyle(e).position === 'fixed')"
    ".forEach(e => e.style.visibility = 'hidden')"
)
"""Fixed elements would repeat in every window, so they are visible in the first one only."""


def write_picture(
    location: PageLocation, file: Path, width: int, report: Report | None = None
) -> None:
    """Write the whole page as a PNG, ``width`` pixels wide.

    Web images come from the cache on disk, or are placeholders.

    Raises:
        DesignerError: The page cannot be read or painted, or the file cannot be written.
    """
    report = report or Report()
    check_output_file(location, file)
    report.write(file, _png(_picture(location, width, report)))


def _picture(location: PageLocation, width: int, report: Report) -> QImage:
    report.step("Loading the page", 0, 0)
    command_application()
    shared = SharedSite(location.site)
    page, *others = location.files
    opened = OpenDocument.read(page, shared.find_layout)
    site, theme = (OpenDocument.read(file) if file else None for file in others)
    found = OpenSite.of(location, shared, opened.page)
    body = page_body(shared.scope(location, opened.page), found.renderer)
    sheet = sheet_for(shared, found.variant, classes_in(body), preset_warning(report))
    editor = Editor()
    web = WebCache(cache_folder() / "web")
    handler = SiteHandler(web)
    handler.show_site(found)
    profile = locked_profile(handler)
    preview = Preview(editor, profile, web, still=True)
    view = QWebEngineView()
    try:
        view.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        preview.page.settings().setAttribute(QWebEngineSettings.WebAttribute.ShowScrollBars, False)
        view.setPage(preview.page)
        view.resize(width, HEIGHT)
        view.show()
        editor.open(opened, site, theme)
        preview.show_site(found, sheet)
        wait_until(lambda: preview.is_current, "Painting the page")
        wait_until(lambda: bool(value_of(preview.page, _COMPLETE, WORLD.value)), "Loading pictures")
        return _scroll_through(view, preview, width, report)
    finally:
        for part in (view, preview, profile):
            delete(part)


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    image.save(buffer, "PNG")  # type: ignore[call-overload] # the type stub asks for bytes
    return bytes(buffer.data().data())


def _scroll_through(view: QWebEngineView, preview: Preview, width: int, report: Report) -> QImage:
    """Compose the image of the page from consecutive windows."""
    height = int(value_of(preview.page, "document.documentElement.scrollHeight", WORLD.value))
    height = min(height, _TALLEST)
    image = QImage(width, height, QImage.Format.Format_RGB32)
    with QPainter(image) as painter:
        for top in range(0, height, HEIGHT):
            report.step("Drawing the page", top, height)
            _show(view, preview, top)
            at = int(value_of(preview.page, "Math.round(scrollY)", WORLD.value))
            painter.drawPixmap(0, at, width, HEIGHT, view.grab())
            if top == 0:
                value_of(preview.page, WITHOUT_FIXED, WORLD.value)
    return image


def _show(view: QWebEngineView, preview: Preview, top: int) -> None:
    """Scroll, and wait until the frame is on screen: first with the flag pixel, then without."""
    preview.scroll_to(top, flag=True)
    wait_until(lambda: _flagged(view), "Painting the page")
    preview.scroll_to(top, flag=False)
    wait_until(lambda: not _flagged(view), "Painting the page")


def _flagged(view: QWebEngineView) -> bool:
    image = view.grab().toImage()
    return image.pixelColor(image.width() - 1, image.height() - 1) == FLAG
