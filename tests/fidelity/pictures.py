"""Pictures of a page as the preview shows it and as a browser shows the exported file.

    python tests/fidelity/pictures.py PAGE [--site DIR] [--widths 1440,900,390] [--out DIR]

Prints for each width the share of pixels that are within 8/255 in every channel, and the bands of
rows that differ. With ``--out`` the pictures are left there, and one that marks what differs.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWebEngineCore import (
    QWebEnginePage,
    QWebEngineProfile,
    QWebEngineSettings,
    QWebEngineUrlRequestInfo,
    QWebEngineUrlRequestInterceptor,
)
from PySide6.QtWebEngineWidgets import QWebEngineView
from shiboken6 import delete

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))

from designer.commands.render_html import write_html
from designer.commands.render_png import HEIGHT, WITHOUT_FIXED, write_picture
from designer.engine.application import application
from designer.engine.event_loop import value_of, wait_until
from designer.project import PageLocation

WIDTHS = (1440, 900, 390)
NEAR = 8
FLAG = QColor(3, 252, 4)
MAIN = 0  # the page's own world

_FLAG = """(() => {{
  const flag = document.getElementById('flag') ?? document.createElement('div');
  flag.id = 'flag';
  flag.style.cssText = 'position:fixed;right:0;bottom:0;width:2px;height:2px;z-index:2147483647;'
    + 'display:{shown};background:rgb(3,252,4)';
  document.documentElement.append(flag);
  scrollTo({{top: {top}, behavior: 'instant'}});
  return scrollY;
}})()"""


class OnlyFiles(QWebEngineUrlRequestInterceptor):
    """There is no network."""

    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:  # noqa: N802 - Qt's name
        if info.requestUrl().scheme() not in ("file", "data"):
            info.block(True)


def bare_picture(html: Path, width: int) -> QImage:
    """The whole of an HTML file in a bare view, one window after the other."""
    profile = QWebEngineProfile()
    gate = OnlyFiles()
    profile.setUrlRequestInterceptor(gate)
    page = QWebEnginePage(profile)
    page.setBackgroundColor(QColor("white"))
    page.settings().setAttribute(QWebEngineSettings.WebAttribute.ShowScrollBars, False)
    view = QWebEngineView()
    try:
        view.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        view.setPage(page)
        view.resize(width, HEIGHT)
        view.show()
        loaded: list[bool] = []
        page.loadFinished.connect(loaded.append)
        page.load(QUrl.fromLocalFile(str(html)))
        wait_until(lambda: bool(loaded), "Loading the file")
        ready = "document.fonts.status === 'loaded' && [...document.images].every(i => i.complete)"
        wait_until(lambda: bool(value_of(page, ready, MAIN)), "Loading its pictures")
        height = int(value_of(page, "document.documentElement.scrollHeight", MAIN))
        image = QImage(width, height, QImage.Format.Format_RGB32)
        painter = QPainter(image)
        for top in range(0, height, HEIGHT):
            for shown in ("block", "none"):
                at = round(value_of(page, _FLAG.format(top=top, shown=shown), MAIN))
                wait_until(lambda s=shown: is_flagged(view) == (s == "block"), "Painting")
            painter.drawPixmap(0, at, width, HEIGHT, view.grab())
            if top == 0:
                value_of(page, WITHOUT_FIXED, MAIN)
        painter.end()
        return image
    finally:
        for thing in (view, page, profile):
            delete(thing)


def is_flagged(view: QWebEngineView) -> bool:
    """Whether the window shows the flag in its corner."""
    image = view.grab().toImage()
    return image.pixelColor(image.width() - 1, image.height() - 1) == FLAG


def differing(one: QImage, other: QImage) -> tuple[float, list[tuple[int, int]], QImage]:
    """The share of near pixels in per cent, the bands of rows that differ, and where."""
    height = max(one.height(), other.height())
    marks = QImage(one.width(), height, QImage.Format.Format_Grayscale8)
    marks.fill(255)
    wrong, rows = 0, []
    for y in range(height):
        if y >= min(one.height(), other.height()):
            wrong += one.width()
            rows.append(y)
            continue
        a = bytes(one.constScanLine(y))[: 4 * one.width()]
        b = bytes(other.constScanLine(y))[: 4 * one.width()]
        if a == b:
            continue
        far = [
            x
            for x in range(one.width())
            if any(abs(a[4 * x + c] - b[4 * x + c]) > NEAR for c in range(3))
        ]
        for x in far:
            marks.setPixelColor(x, y, QColor("black"))
        if far:
            wrong += len(far)
            rows.append(y)
    return 100 - 100 * wrong / (height * one.width()), bands(rows), marks


def bands(rows: list[int]) -> list[tuple[int, int]]:
    """Rows as bands, those less than 20 apart together."""
    found: list[tuple[int, int]] = []
    for row in rows:
        if found and row - found[-1][1] < 20:
            found[-1] = (found[-1][0], row)
        else:
            found.append((row, row))
    return found


def compare(
    location: PageLocation, width: int, out: Path | None
) -> tuple[float, list[tuple[int, int]]]:
    """Compare preview and exported file at a width."""
    with tempfile.TemporaryDirectory() as folder:
        html, png = Path(folder) / "page.html", Path(folder) / "page.png"
        write_html(location, html, embed=True)
        write_picture(location, png, width)
        preview = QImage(str(png)).convertToFormat(QImage.Format.Format_RGB32)
        bare = bare_picture(html, width)
    share, where, marks = differing(preview, bare)
    if out is not None:
        out.mkdir(parents=True, exist_ok=True)
        for name, image in (("preview", preview), ("bare", bare), ("marks", marks)):
            image.save(str(out / f"{location.page.stem}-{width}-{name}.png"))
    return share, where


def main() -> None:
    """Compare a page at several widths."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("page", type=Path)
    parser.add_argument("--site", type=Path)
    parser.add_argument("--widths", default=",".join(map(str, WIDTHS)))
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    held = application()
    for width in map(int, options.widths.split(",")):
        share, where = compare(PageLocation.find(options.page, options.site), width, options.out)
        print(f"{options.page.stem:20} {width:5} px  {share:7.3f} %  {where or ''}")
    held.processEvents()


if __name__ == "__main__":
    main()
