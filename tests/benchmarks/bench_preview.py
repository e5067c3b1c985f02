"""Measure an edit and a start of the program, compared with a floor from the same run.

    python tests/benchmarks/bench_preview.py [--edits 60] [--starts 5] [--blocks 10,100,1000]

Edit → painted: from the call that changes the document until Python is notified of the paint. The
floor is ``innerHTML`` of one block in a static page with the same content and CSS, from the call in
Python until Python is notified of the paint.

Start: from starting the process until the window is shown, and until the page is painted. The floor
is a plain QWebEngineView that loads the same page as a static file.
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

from tests.benchmarks.stage import bare_page, line, make_site  # noqa: E402

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
from designer.engine.application import application
app = application()
from designer.project import PageLocation
from designer.app.program import Program
program = Program(app)
program.open(PageLocation.find(Path(sys.argv[1])))
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


def bench_edits(blocks: int, edits: int) -> dict[str, list[float]]:
    """Measure edits in the real window on a page with this many blocks."""
    from designer.editor import Address, Role
    from designer.project import PageLocation
    from tests.app import App

    with tempfile.TemporaryDirectory() as folder:
        window = App(PageLocation.find(make_site(Path(folder), blocks)))
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
                editor.end_undo_group()
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
    """Measure ``innerHTML`` of one block in a static page with the same content and CSS."""
    from designer.engine.application import application
    from designer.engine.event_loop import wait_until

    application()
    with bare_page(blocks) as view:
        titles: dict[str, float] = {}
        view.titleChanged.connect(lambda title: titles.setdefault(title, time.perf_counter()))
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
        return found[3:]


def bench_start(script: str, target: Path, starts: int) -> tuple[list[float], list[float]]:
    """Return the milliseconds from starting a process to its window and to its painted page."""
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

    from designer.commands.render_html import write_html
    from designer.project import PageLocation

    with tempfile.TemporaryDirectory() as folder:
        page = make_site(Path(folder), 10)
        out = Path(folder) / "out.html"
        write_html(PageLocation.find(page), out, embed=True)
        print("\nstart of the process → …, ms   median      p95   (10 blocks)")
        rows = {"bare view": (BARE, out), "frontispiece": (WHOLE, page)}
        for name, (script, target) in rows.items():
            windows, pages = bench_start(script, target, options.starts)
            print(f"{name:14} window       {line(windows)}")
            print(f"{name:14} page painted {line(pages)}")


if __name__ == "__main__":
    main()
