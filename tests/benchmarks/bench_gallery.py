"""Measure opening the gallery, and how long rendering its images blocks the event loop.

    python tests/benchmarks/bench_gallery.py [--site FOLDER] [--runs 5]

Each run starts with a new window and an empty image cache. Open → painted: from the call to the end
of a ``repaint`` of the whole window, with placeholders. Pictures: until every card that gets an
image has one. Longest turn: the longest turns of the event loop meanwhile, without the first paint;
a frame has 16.7 ms. Open again: open → painted with all images in the cache. Beside each wall time
stands the processor time of the GUI thread, which depends less on the load of the machine.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

import tests.benchmarks.stage  # noqa: E402, F401 - sets the environment

SETTLE_MS = 600
QUIET_MS = 500


def clocks() -> tuple[float, float]:
    """Return wall time and processor time of this thread, in seconds."""
    return time.perf_counter(), time.thread_time()


def between(start: tuple[float, float], end: tuple[float, float]) -> tuple[float, float]:
    """Return the milliseconds between two moments, by both clocks."""
    return (end[0] - start[0]) * 1000, (end[1] - start[1]) * 1000


def run(site: Path) -> dict[str, tuple[float, float]]:
    """Measure in a new window; return each figure by both clocks."""
    from PySide6.QtCore import QTimer
    from PySide6.QtTest import QTest

    from designer.engine.event_loop import wait_until
    from designer.project import PageLocation
    from tests.app import App

    app = App(PageLocation.find(site))
    window, gallery = app.window, app.window.gallery
    QTest.qWait(SETTLE_MS)
    came: list[tuple[float, float]] = []
    turns: list[tuple[float, float]] = []
    last = clocks()

    def tick() -> None:
        nonlocal last
        now = clocks()
        turns.append(between(last, now))
        last = now

    app.program.gallery.pictures.drawn.connect(lambda *_: came.append(clocks()))
    begin = clocks()
    window.add_block.choose()
    window.repaint()
    opened = last = clocks()
    timer = QTimer(interval=0)
    timer.timeout.connect(tick)
    timer.start()
    wait_until(
        lambda: bool(came) and time.perf_counter() - came[-1][0] > QUIET_MS / 1000, "Pictures"
    )
    timer.stop()
    gallery.close_gallery()
    QTest.qWait(SETTLE_MS)
    again = clocks()
    window.add_block.choose()
    window.repaint()
    done = clocks()
    app.close()
    walls, works = (sorted(each) for each in zip(*turns, strict=True))
    return {
        "open → painted": between(begin, opened),
        f"{len(came)} pictures": between(begin, came[-1]),
        "longest turn": (walls[-1], works[-1]),
        "second longest": (walls[-2], works[-2]),
        "open again": between(again, done),
    }


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--site", type=Path, default=ROOT / "resources" / "sample-site")
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        for kind in ("CONFIG", "STATE", "CACHE", "DATA"):
            os.environ[f"XDG_{kind}_HOME"] = str(Path(home) / kind.lower())
        from designer.engine.application import application

        application()
        runs = [run(options.site) for _ in range(options.runs)]
    print(f"{'':16} {'median':>8} {'worst':>8}   processor: {'median':>8} {'worst':>8}   (ms)")
    for name in runs[0]:
        walls, works = zip(*(each[name] for each in runs), strict=True)
        figures = (f"{statistics.median(each):8.1f} {max(each):8.1f}" for each in (walls, works))
        print(f"{name:16} " + "              ".join(figures))


if __name__ == "__main__":
    main()
