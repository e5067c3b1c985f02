"""What opening the gallery costs, and how long its pictures keep the window from answering.

    python tests/benchmarks/bench_gallery.py [--site FOLDER] [--runs 5]

Each run starts with a new window and no picture. Open → painted: from the call to the end of a
``repaint`` of the whole window, with placeholders. Pictures: until every card that gets one has it.
Longest: the longest times between two turns of the event loop meanwhile, with the first paint left
out; a frame has 16.7 ms. Again: open → painted when all pictures are known.
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

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")
os.environ.setdefault("QTWEBENGINE_CHROMIUM_FLAGS", "--disable-gpu")
if hasattr(os, "geteuid") and os.geteuid() == 0:
    os.environ.setdefault("QTWEBENGINE_DISABLE_SANDBOX", "1")

SETTLE_MS = 600
QUIET_MS = 500


def run(site: Path) -> tuple[float, float, list[float], float, int]:
    """One window: open, pictures, longest gaps, open again; how many pictures."""
    from PySide6.QtCore import QTimer
    from PySide6.QtTest import QTest

    from designer.app.place import Place
    from designer.app.waiting import wait_until
    from tests.app import App

    app = App(Place.find(site))
    window, gallery = app.window, app.window.gallery
    QTest.qWait(SETTLE_MS)
    came: list[float] = []
    gaps: list[float] = []
    last = time.perf_counter()

    def tick() -> None:
        nonlocal last
        now = time.perf_counter()
        gaps.append((now - last) * 1000)
        last = now

    app.program.gallery.pictures.drawn.connect(lambda *_: came.append(time.perf_counter()))
    begin = time.perf_counter()
    window.offer_blocks()
    window.repaint()
    opened = time.perf_counter()
    last = opened
    timer = QTimer(interval=0)
    timer.timeout.connect(tick)
    timer.start()
    wait_until(lambda: bool(came) and time.perf_counter() - came[-1] > QUIET_MS / 1000, "Pictures")
    timer.stop()
    gallery.close_gallery()
    QTest.qWait(SETTLE_MS)
    again = time.perf_counter()
    window.offer_blocks()
    window.repaint()
    done = time.perf_counter()
    app.close()
    ms = [(end - start) * 1000 for start, end in ((begin, opened), (begin, came[-1]))]
    return ms[0], ms[1], sorted(gaps)[-3:], (done - again) * 1000, len(came)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--site", type=Path, default=ROOT / "resources" / "sample-site")
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        for kind in ("CONFIG", "STATE", "CACHE", "DATA"):
            os.environ[f"XDG_{kind}_HOME"] = str(Path(home) / kind.lower())
        from designer.app.start import application

        application()
        runs = [run(options.site) for _ in range(options.runs)]
    opened, pictures, gaps, again, counts = zip(*runs, strict=True)
    print(f"open → painted    {statistics.median(opened):7.1f} ms  worst {max(opened):.1f}")
    whole = statistics.median(pictures)
    print(f"{counts[0]} pictures        {whole:7.1f} ms  worst {max(pictures):.1f}")
    longest = [each[-1] for each in gaps]
    second = [each[-2] for each in gaps]
    print(f"longest turn      {statistics.median(longest):7.1f} ms  worst {max(longest):.1f}")
    print(f"second longest    {statistics.median(second):7.1f} ms  worst {max(second):.1f}")
    print(f"open again        {statistics.median(again):7.1f} ms  worst {max(again):.1f}")


if __name__ == "__main__":
    main()
