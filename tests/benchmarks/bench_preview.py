"""What an edit and a start cost, beside a floor that is measured in the same run.

    python tests/benchmarks/bench_preview.py [--edits 60] [--starts 5] [--blocks 10,100,1000]

Edit → painted: from the call that changes the document until the page has painted it and Python
knows. The floor: ``innerHTML`` of one block in a bare page with the same content and CSS, from
Python's call until Python knows that it was painted.

Start: from starting the process until the window is there, and until the page is painted. The
floor: a bare QWebEngineView that loads the same page as a static file.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

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

UTILITIES = [
    f"{variant}{side}-{step}"
    for variant in ("", "sm:", "md:", "lg:", "hover:")
    for side in ("mt", "mb", "ml", "mr", "pt", "pb", "pl", "pr")
    for step in (1, 2, 3, 5, 6, 7, 9, 10, 11, 12, 14, 24, 28, 32, 36, 44, 48, 52, 56, 64, 72, 80)
]

BARE = """
import sys, time
from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QApplication
from PySide6.QtWebEngineWidgets import QWebEngineView
app = QApplication([])
view = QWebEngineView()
view.resize(1440, 900)
view.show()
app.processEvents()
print(time.time(), flush=True)
def painted(title):
    if title == "painted":
        print(time.time(), flush=True)
        view.close()
        app.quit()
view.titleChanged.connect(painted)
script = ("requestAnimationFrame(() => {const c = new MessageChannel();"
          "c.port1.onmessage = () => {document.title = 'painted'}; c.port2.postMessage(0)})")
view.loadFinished.connect(lambda ok: view.page().runJavaScript(script))
view.load(QUrl.fromLocalFile(sys.argv[1]))
app.exec()
import shiboken6
shiboken6.delete(view)
"""

WHOLE = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QTimer
from designer.app.start import application
app = application()
from designer.app.place import Place
from designer.app.program import Program
program = Program(app)
program.open(Place.find(Path(sys.argv[1])))
program.window.resize(1440, 900)
program.window.show()
app.processEvents()
print(time.time(), flush=True)
def painted():
    print(time.time(), flush=True)
    app.quit()
program.preview.first_paint.connect(painted)
app.exec()
program.shut_down()
"""


def page_text(blocks: int) -> str:
    """A page of so many blocks."""
    body = "".join(BLOCK.format(number=n) for n in range(blocks))
    return f"---\nblocks:\n{body}meta:\n  pageTitle: Benchmark\n---\n"


def make_site(folder: Path, blocks: int) -> Path:
    """A site with one page of so many blocks; gives the page's file."""
    source = ROOT / "resources" / "sample-site"
    for kind in ("content/global", "public/img"):
        (folder / kind).mkdir(parents=True, exist_ok=True)
        for file in (source / kind).iterdir():
            (folder / kind / file.name).write_bytes(file.read_bytes())
    page = folder / "content" / "pages" / "index.md"
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text(page_text(blocks), encoding="utf-8")
    return page


def line(values: list[float]) -> str:
    """Median and 95th percentile in ms."""
    ordered = sorted(values)
    tail = ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]
    return f"{statistics.median(ordered):8.1f} {tail:8.1f}"


def bench_edits(blocks: int, edits: int) -> dict[str, list[float]]:
    """Edits in the real window on a page of so many blocks."""
    from designer.editor import Address, Role
    from tests.app import App, Place

    with tempfile.TemporaryDirectory() as folder:
        window = App(Place.find(make_site(Path(folder), blocks)))
        editor = window.editor
        block = editor.page().blocks[0]
        editor.select(Address(Role.PAGE, block.id))
        window.settle()
        utilities: Iterator[str] = iter(UTILITIES)

        def timed(path: tuple[str, ...], value: Callable[[int], str]) -> list[float]:
            found: list[float] = []
            window.program.preview.painted.connect(found.append)
            for number in range(edits):
                wanted = len(found) + 1
                editor.end_run()
                editor.write(Address(Role.PAGE, block.id, path), value(number), "edit")
                window.until(lambda w=wanted: len(found) >= w)
            window.program.preview.painted.disconnect(found.append)
            return found

        try:
            timed(("headline",), lambda n: f"Warm {n}")
            return {
                "known classes": timed(("headline",), lambda n: f"Words {n}"),
                "a new class": timed(
                    ("tailwind", "headline"), lambda n: f"text-3xl {next(utilities)}"
                ),
            }
        finally:
            window.close()


def bench_floor(blocks: int, edits: int) -> list[float]:
    """``innerHTML`` of one block in a bare page with the same content and CSS."""
    import shiboken6
    from PySide6.QtCore import QUrl
    from PySide6.QtWebEngineWidgets import QWebEngineView

    from designer.app.export import write_html
    from designer.app.place import Place
    from designer.app.start import application
    from designer.app.waiting import wait_until

    application()
    with tempfile.TemporaryDirectory() as folder:
        page = make_site(Path(folder), blocks)
        out = Path(folder) / "out.html"
        write_html(Place.find(page), out, embed=True)
        view = QWebEngineView()
        view.resize(1440, 900)
        view.show()
        loaded: list[bool] = []
        titles: dict[str, float] = {}
        view.loadFinished.connect(loaded.append)
        view.titleChanged.connect(lambda title: titles.setdefault(title, time.perf_counter()))
        view.load(QUrl.fromLocalFile(str(out)))
        wait_until(lambda: bool(loaded), "loading")
        found = []
        for number in range(edits):
            begin = time.perf_counter()
            view.page().runJavaScript(
                "(() => { const s = document.querySelectorAll('section')[1].parentElement;"
                f" s.innerHTML = s.innerHTML.replace(/<h2([^>]*)>[^<]*/, '<h2$1>Words {number}');"
                " requestAnimationFrame(() => { const c = new MessageChannel();"
                f" c.port1.onmessage = () => {{ document.title = 'p{blocks}-{number}'; }};"
                " c.port2.postMessage(0); }); })()"
            )
            name = f"p{blocks}-{number}"
            wait_until(lambda n=name: n in titles, "painting")
            found.append((titles[name] - begin) * 1000)
        view.close()
        shiboken6.delete(view)
        return found[3:]


def bench_start(script: str, target: Path, starts: int) -> tuple[list[float], list[float]]:
    """Milliseconds from starting a process to its window and to its painted page."""
    windows, pages = [], []
    for _ in range(starts):
        begin = time.time()
        process = subprocess.run(
            [sys.executable, "-c", script, str(target)],
            cwd=ROOT,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            check=True,
        )
        window, page = (float(text) for text in process.stdout.split())
        windows.append((window - begin) * 1000)
        pages.append((page - begin) * 1000)
    return windows, pages


def main() -> None:
    """Measure and print the tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--edits", type=int, default=60)
    parser.add_argument("--starts", type=int, default=5)
    parser.add_argument("--blocks", default="10,100,1000")
    options = parser.parse_args()

    print("edit → painted, ms             median      p95   ratio of medians to the floor")
    for blocks in (int(text) for text in options.blocks.split(",")):
        floor = bench_floor(blocks, options.edits + 3)
        print(f"{blocks:5} blocks  floor        {line(floor)}")
        for name, values in bench_edits(blocks, options.edits).items():
            ratio = statistics.median(values) / statistics.median(floor)
            print(f"{blocks:5} blocks  {name:13}{line(values)}   {ratio:5.2f}")

    from designer.app.export import write_html
    from designer.app.place import Place

    with tempfile.TemporaryDirectory() as folder:
        page = make_site(Path(folder), 10)
        out = Path(folder) / "out.html"
        write_html(Place.find(page), out, embed=True)
        print("\nstart of the process → …, ms   median      p95   (10 blocks)")
        rows = {"bare view": (BARE, out), "frontispiece": (WHOLE, page)}
        for name, (script, target) in rows.items():
            windows, pages = bench_start(script, target, options.starts)
            print(f"{name:14} window       {line(windows)}")
            print(f"{name:14} page painted {line(pages)}")


if __name__ == "__main__":
    main()
