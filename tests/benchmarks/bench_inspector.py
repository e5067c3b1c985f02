"""Measure showing a block in the inspector, and what an edit of another block costs there.

    python tests/benchmarks/bench_inspector.py [--blocks 10,1000] [--selects 200] [--edits 100]

Select → painted: from ``Editor.select`` in the real window to the end of the paint event, with all
consequences in tree and inspector. All pending events are processed, as the event loop does next:
pending layouts are done, then the window paints all changes. The painted pixels are compared with
the pixels after a pause, and with a fresh grab of the inspector. If they differ, something was
deferred or not repainted, and the benchmark fails. Blocks have 12 slots and 10 rows of fields. Two
block types follow each other in random order, so that most selections need other rows, and no two
blocks have a text in common. The images of the blocks are in the cache; a new image is read from
its file after the paint event.

The tree shows the selection too and is painted with it; for "without the tree" its painting is
disabled. The processor time is that of the GUI thread, which depends less on the load of the
machine. First: the first two selections in a new window.

Edit elsewhere: the time of the inspector's ``refresh`` after a block other than the selected one
has changed.
"""

from __future__ import annotations

import argparse
import calendar
import random
import statistics
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from PySide6.QtGui import QImage  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication, QWidget  # noqa: E402

from designer.editor import Address, Role  # noqa: E402
from designer.project import PageLocation  # noqa: E402
from tests.app import App  # noqa: E402
from tests.benchmarks.stage import tail, write_site  # noqa: E402 - sets the environment, too

SLOTS = (
    *("section", "wrap", "imageWrap", "image", "contentWrap", "content"),
    *("label", "headline", "subhead", "text", "buttons", "button"),
)
PAUSE_MS = 100
"""Pause between two selections in which the renderer process finishes its work."""

PICTURES = ("room.svg", "walk.svg", "bay.svg")
TYPES = ("tailwindFeature", "tailwindCards")
TEXTS = """\
    label: Open from {month}
    headline: Block number {number}
    subhead: '{number} rooms and {other} boats'
    body: |
      The ferry stops {other} times a day. From there it is {number} steps to the door.

      *   **Loft {number}** under the roof, for two
      *   **Garden {other}** on the ground floor, with its own door
    navigationLabel: Number {number}
"""
FEATURE = """\
    image:
      src: /img/{picture}
      alt: Bed {number} under a window
    buttons:
      - label: Learn more of {number}
        link: /rooms
"""
CARDS = """\
    items:
      - headline: Breakfast {number}
        text: Bread from our own oven
      - headline: The cliff walk of {other} hours
        text: Three hours to the lighthouse
      - headline: The reading room {other}
        text: Two thousand books
"""


def block_text(number: int) -> str:
    """Return a block with 12 slots and 10 rows of fields."""
    kind = number % 2
    sizes, sides = ("sm", "lg", "xl", "2xl"), ("left", "center", "right")
    words = (
        f"p-{number % 9} mt-{number % 7} flex text-{sizes[number % 4]} text-{sides[number % 3]}"
        f" sm:p-{number % 5}"
    )
    slots = "".join(f"      {name}: '{words}'\n" for name in SLOTS)
    other, picture = number * 7 + 1, PICTURES[number // 2 % len(PICTURES)]
    month = calendar.month_name[number % 12 + 1]
    texts = (TEXTS + (CARDS if kind else FEATURE)).format(
        number=number, other=other, picture=picture, month=month
    )
    return f"  - tailwind:\n{slots}{texts}    _template: {TYPES[kind]}\n"


def line(name: str, values: list[float]) -> str:
    """Return a line with median, 95th percentile and maximum in ms."""
    return f"{name:44} {statistics.median(values):8.2f} {tail(values):8.2f} {max(values):8.2f}"


def make_site(folder: Path, blocks: int) -> Path:
    """Write a site with one page of this many blocks; return the page's file."""
    body = "".join(block_text(number) for number in range(blocks))
    return write_site(folder, f"---\nblocks:\n{body}meta:\n  pageTitle: B\n---\n")


class Bench:
    """The measurements in one window on a page with this many blocks."""

    def __init__(self, window: App, blocks: int) -> None:
        self._window = window.window
        self._editor = window.editor
        self._blocks = blocks
        self._chance = random.Random(7)

    def show(self, name: str, values: list[float]) -> None:
        """Print a line of the table."""
        print(line(f"{self._blocks:5} blocks  {name}", values))

    def tab(self, name: str, form: QWidget, selects: int) -> None:
        """Measure selections while a tab is open."""
        self._window.inspector.tabs.setCurrentWidget(form)
        self._editor.select(None)
        QTest.qWait(300)  # the idle time after the start, in which rows are built in advance
        first = [self._select(number) for number in range(2)]
        for checked in (False, True):
            for number in range(8):
                self._select(number, checked=checked)
        tree = self._window.left.blocks
        found, alone = [], []
        for values, tree_paints in ((found, True), (alone, False)):
            tree.setUpdatesEnabled(tree_paints)
            for turn in range(selects):
                number = self._chance.randrange(self._blocks)
                values.append(self._select(number, checked=turn % 10 == 9))
        tree.setUpdatesEnabled(True)
        self.show(f"{name}: first", [whole for whole, _ in first])
        self.show(f"{name}: select → painted", [whole for whole, _ in found])
        self.show(f"{name}: of it the processor", [worked for _, worked in found])
        self.show(f"{name}: without the tree", [whole for whole, _ in alone])

    def _select(self, number: int, *, checked: bool = False) -> tuple[float, float]:
        """Select a block and paint; return milliseconds of the clock and of this thread's CPU."""
        address = Address(Role.PAGE, self._editor.page().blocks[number].id)
        QApplication.sendPostedEvents()
        begin, worked = time.perf_counter(), time.thread_time()
        self._editor.select(address)
        QApplication.sendPostedEvents()
        end, done = time.perf_counter(), time.thread_time()
        seen = self._on_screen() if checked else None
        QTest.qWait(PAUSE_MS)
        if checked and self._on_screen() != seen:
            raise SystemExit("Something was put off until after the paint event.")
        if checked and self._painted_anew() != seen:
            raise SystemExit("Something was not painted, though it had changed.")
        return (end - begin) * 1000, (done - worked) * 1000

    def _on_screen(self) -> QImage:
        """Return the inspector as it is on the screen, without painting it."""
        inspector = self._window.inspector
        place = inspector.mapTo(self._window, inspector.rect().topLeft())
        area = (place.x(), place.y(), inspector.width(), inspector.height())
        seen = self._window.screen().grabWindow(self._window.winId(), *area).toImage()
        if seen.isNull():
            raise SystemExit("This screen cannot be read; use QT_QPA_PLATFORM=offscreen.")
        return seen

    def _painted_anew(self) -> QImage:
        return self._window.inspector.grab().toImage().convertToFormat(self._on_screen().format())

    def elsewhere(self, edits: int) -> None:
        """Measure edits of blocks other than the selected one."""
        inspector, editor = self._window.inspector, self._editor
        inspector.tabs.setCurrentWidget(inspector.content)
        self._select(0)
        values: list[float] = []
        refresh = inspector.refresh

        def timed_refresh() -> None:
            begin = time.perf_counter()
            refresh()
            values.append((time.perf_counter() - begin) * 1000)

        inspector.refresh = timed_refresh
        for number in range(edits):
            other = editor.page().blocks[1 + number % (self._blocks - 1)]
            editor.end_undo_group()
            editor.write(Address(Role.PAGE, other.id, ("headline",)), f"Edit {number}", "edit")
        self.show("an edit elsewhere", values)
        rows, widgets = inspector.content.entries, inspector.content.findChildren(QWidget)
        print(f"{self._blocks:5} blocks  rows shown: {len(rows)}, widgets kept: {len(widgets)}")


def bench(blocks: int, selects: int, edits: int) -> None:
    """Measure in a new window on a page with this many blocks."""
    with tempfile.TemporaryDirectory() as folder:
        window = App(PageLocation.find(make_site(Path(folder), blocks)))
        inspector, measured = window.window.inspector, Bench(window, blocks)
        try:
            measured.tab("content", inspector.content, selects)
            measured.tab("style", inspector.style_form, selects)
            measured.elsewhere(edits)
        finally:
            window.close()


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--blocks", default="10,1000")
    parser.add_argument("--selects", type=int, default=200)
    parser.add_argument("--edits", type=int, default=100)
    options = parser.parse_args()
    from designer.engine.application import application

    application()
    print(f"{'ms':44} {'median':>8} {'p95':>8} {'worst':>8}")
    for blocks in (int(text) for text in options.blocks.split(",")):
        bench(blocks, options.selects, options.edits)


if __name__ == "__main__":
    main()
