"""Shared parts of the benchmarks: Qt environment, large sites, a plain view, statistics."""

from __future__ import annotations

import os
import statistics
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")
os.environ.setdefault("QTWEBENGINE_CHROMIUM_FLAGS", "--disable-gpu")
if hasattr(os, "geteuid") and os.geteuid() == 0:
    os.environ.setdefault("QTWEBENGINE_DISABLE_SANDBOX", "1")

BLOCK = """\
  - tailwind:
      section: pt-16 pb-16
      wrap: >-
        max-w-desktop-full mx-auto relative flex flex-row-reverse items-start
        sm:flex-col-reverse
      imageWrap: w-1/2 pt-60 pb-16 px-20
      image: ml-auto
      contentWrap: w-1/2 pt-40 pb-16 pl-20
      content: ''
      label: w-6 h-6 bg-accent1 text-accent1 mb-8
      headline: text-primary font-1 text-3xl mb-8 font-bold
      subhead: ''
      text: text-black font-2 text-base mb-4
      buttons: text-accent2 text-base font-bold
      button: ''
    image:
      src: /img/room.svg
    label: x
    headline: Block number {number}
    subhead: ''
    body: |
      The ferry stops at the end of our wall. From there it is forty steps to the door, and the
      kettle is on. Each room has a *wide* window, a writing desk and a blanket from the farm.

      Three hours to the lighthouse and back. Seals at low tide, larks the whole way.
    buttons:
      - label: Learn more
        link: 'https://example.org/'
    _template: tailwindFeature
"""


def write_site(folder: Path, text: str) -> Path:
    """Write a site with the sample's images and theme, and one page; return the page's file."""
    source = ROOT / "resources" / "sample-site"
    for kind in ("content/global", "public/img"):
        (folder / kind).mkdir(parents=True, exist_ok=True)
        for file in (source / kind).iterdir():
            (folder / kind / file.name).write_bytes(file.read_bytes())
    page = folder / "content" / "pages" / "index.md"
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text(text, encoding="utf-8")
    return page


def make_site(folder: Path, blocks: int) -> Path:
    """Write a site with one page of this many blocks; return the page's file."""
    body = "".join(BLOCK.format(number=n) for n in range(blocks))
    return write_site(folder, f"---\nblocks:\n{body}meta:\n  pageTitle: Benchmark\n---\n")


@contextmanager
def bare_page(blocks: int) -> Iterator[Any]:
    """Show a page with this many blocks as a static file in a plain QWebEngineView."""
    import shiboken6
    from PySide6.QtCore import QUrl
    from PySide6.QtWebEngineWidgets import QWebEngineView

    from designer.commands.render_html import write_html
    from designer.engine.event_loop import wait_until
    from designer.project import PageLocation

    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "out.html"
        write_html(PageLocation.find(make_site(Path(folder), blocks)), out, embed=True)
        view = QWebEngineView()
        view.resize(1440, 900)
        view.show()
        loaded: list[bool] = []
        view.loadFinished.connect(loaded.append)
        view.load(QUrl.fromLocalFile(str(out)))
        wait_until(lambda: bool(loaded), "loading")
        try:
            yield view
        finally:
            view.close()
            shiboken6.delete(view)


def tail(values: list[float]) -> float:
    """Return the 95th percentile."""
    return sorted(values)[min(len(values) - 1, int(len(values) * 0.95))]


def line(values: list[float]) -> str:
    """Return a text with median and 95th percentile in ms."""
    return f"{statistics.median(values):8.1f} {tail(values):8.1f}"
