"""Measure typing and moving blocks on the page, compared with a floor from the same run.

    python tests/benchmarks/bench_canvas.py [--keys 120] [--moves 40] [--blocks 10,100,1000]

Key → painted: from the time stamp of the key event until the page receives a message that was
posted in the first frame after the input; by then style, layout and paint of that frame are done.
The same script observes both sides. The floor is a ``contenteditable`` headline in a page with the
same DOM and CSS, without the program. Keys follow each other at random intervals of 50 to 100 ms on
both sides; with constant intervals all keys would come at the same moment between two frames. After
each run the page is compared with a full render: all of its HTML, and all computed styles of the
first blocks.

Move → painted: from the call in Python until Python is notified of the paint. The floor is an
``insertBefore`` of the same block in a static page with the same CSS. The benchmark checks that the
nodes of all blocks keep their identity.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from tests.benchmarks.stage import bare_page, line, make_site, tail  # noqa: E402

PAUSE_MS = (50, 100)  # three frames between the two
WARM = 5
STYLED_BLOCKS = 5  # visible ones; the others are laid out only near the viewport

OBSERVE = """(() => {
  globalThis.times = [];
  let pressed = 0;
  document.addEventListener('keydown', event => { pressed = event.timeStamp; }, true);
  document.addEventListener('input', () => {
    const begin = pressed;
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => times.push(performance.now() - begin);
      channel.port2.postMessage(0);
    });
  }, true);
})()"""

BARE_TYPING = """(() => {
  const headline = document.querySelectorAll('section')[1].parentElement.querySelector('h1, h2');
  headline.setAttribute('contenteditable', 'plaintext-only');
  headline.style.whiteSpace = 'pre-wrap';
  const {x, y, height} = headline.getBoundingClientRect();
  return JSON.stringify([Math.round(x + 20), Math.round(y + height / 2)]);
})()"""

STATE = """(() => {
  const copy = document.body.cloneNode(true);
  for (const each of copy.querySelectorAll('[data-fp-root]')) {
    each.style.contentVisibility = each.style.containIntrinsicSize = '';
    if (!each.getAttribute('style')) each.removeAttribute('style');
  }
  const near = [...document.querySelectorAll('[data-fp-root]')].slice(0, %d);
  const styles = near.flatMap(root => [root, ...root.querySelectorAll('*')]).map(element => {
    const style = getComputedStyle(element);
    return [...style].map(name => style.getPropertyValue(name)).join(';');
  });
  return [copy.innerHTML, styles];
})()"""


@contextmanager
def program(blocks: int) -> Iterator[Any]:
    """Open the real window on a page with this many blocks."""
    from designer.project import PageLocation
    from tests.app import App

    with tempfile.TemporaryDirectory() as folder:
        window = App(PageLocation.find(make_site(Path(folder), blocks)))
        try:
            yield window
        finally:
            window.close()


def type_keys(view: Any, world: int, keys: int) -> list[float]:
    """Type this many keys at the caret; return milliseconds from key to paint."""
    from PySide6.QtTest import QTest

    from designer.engine.event_loop import value_of, wait_until

    page = view.page()
    value_of(page, OBSERVE, world)
    target = view.focusProxy() or view
    pauses = random.Random(1)
    for number in range(keys + WARM):
        QTest.keyClick(target, "abcdefghij"[number % 10])
        wait_until(lambda n=number: value_of(page, "times.length", world) > n, "painting")
        QTest.qWait(round(pauses.uniform(*PAUSE_MS)))
    return [float(text) for text in json.loads(value_of(page, "JSON.stringify(times)", world))][
        WARM:
    ]


def bench_typing(blocks: int, keys: int) -> tuple[list[float], list[float]]:
    """Return key → painted of the floor and of the program."""
    from PySide6.QtCore import QPoint, Qt
    from PySide6.QtTest import QTest

    from designer.engine.event_loop import value_of
    from designer.preview import WORLD

    with bare_page(blocks) as view:
        typing = "document.activeElement.isContentEditable"
        while not value_of(view.page(), typing, 0):  # the first layout takes time
            x, y = json.loads(value_of(view.page(), BARE_TYPING, 0))
            QTest.mouseClick(view.focusProxy(), Qt.MouseButton.LeftButton, pos=QPoint(x, y))
            QTest.qWait(500)
        floor = type_keys(view, 0, keys)
    with program(blocks) as window:
        window.click('[data-fp-path="headline"]')
        window.until(lambda: window.js("document.activeElement.isContentEditable"), "typing")
        found = type_keys(window.window.canvas.view, WORLD.value, keys)
        compare(window)
    return floor, found


def compare(window: Any) -> None:
    """Exit with an error unless the page equals a full render of the document."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    view = window.window.canvas.view
    QTest.keyClick(view.focusProxy() or view, Qt.Key.Key_Return)
    window.until(lambda: not window.js("document.activeElement.isContentEditable"), "the end")
    QTest.qWait(100)
    window.settle()
    html, styles = window.js(STATE % STYLED_BLOCKS)
    window.program.preview.show_again()
    window.settle()
    QTest.qWait(300)
    fresh, again = window.js(STATE % STYLED_BLOCKS)
    if fresh != html or again != styles:
        raise SystemExit("The page is not what a full render shows.")


def bench_moves(blocks: int, moves: int) -> tuple[list[float], list[float]]:
    """Return move → painted of floor and program; the first block moves back and forth."""
    from PySide6.QtTest import QTest

    from designer.editor import BlockEditor
    from designer.engine.event_loop import wait_until

    floor: list[float] = []
    with bare_page(blocks) as view:
        titles: dict[str, float] = {}
        view.titleChanged.connect(lambda title: titles.setdefault(title, time.perf_counter()))
        for number in range(moves + WARM):
            name = f"moved {number}"
            begin = time.perf_counter()
            view.page().runJavaScript(
                "(() => { const list = document.querySelectorAll('section')[1].parentElement"
                ".parentElement; const [a, b] = list.children; list.insertBefore(b, a);"
                " requestAnimationFrame(() => { const c = new MessageChannel();"
                f" c.port1.onmessage = () => {{ document.title = '{name}'; }};"
                " c.port2.postMessage(0); }); })()"
            )
            wait_until(lambda n=name: n in titles, "painting")
            floor.append((titles[name] - begin) * 1000)
            QTest.qWait(PAUSE_MS[0])
    found: list[float] = []
    with program(blocks) as window:
        nodes = "[...document.querySelectorAll('[data-fp-root^=\"block:\"]')]"
        window.js(f"{nodes}.forEach((node, place) => {{ node.place = place; }}) ?? 1")
        painted: list[float] = []
        window.program.preview.painted.connect(lambda _ms: painted.append(time.perf_counter()))
        mover = BlockEditor(window.editor)
        for number in range(moves + WARM):
            wanted, first = len(painted) + 1, window.editor.page().blocks[0].id
            begin = time.perf_counter()
            mover.move([first], 2, "move")
            window.until(lambda w=wanted: len(painted) >= w)
            found.append((painted[wanted - 1] - begin) * 1000)
            if number == 0:
                places = window.js(f"{nodes}.map(node => node.place)")
                if places != [1, 0, *range(2, blocks)]:
                    raise SystemExit("Blocks that did not move have other nodes.")
            QTest.qWait(PAUSE_MS[0])
    return floor[WARM:], found[WARM:]


def show(name: str, blocks: int, floor: list[float], found: list[float]) -> None:
    """Print two lines of the table."""
    middle = statistics.median(found) / statistics.median(floor)
    ratios = f"{middle:8.2f} {tail(found) / tail(floor):8.2f}"
    print(f"{blocks:5} blocks  {name:6} floor  {line(floor)}")
    print(f"{blocks:5} blocks  {name:6}        {line(found)} {ratios}")


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--keys", type=int, default=120)
    parser.add_argument("--moves", type=int, default=40)
    parser.add_argument("--blocks", default="10,100,1000")
    options = parser.parse_args()
    from designer.engine.application import application

    application()
    print("ms                            median      p95    ratios to the floor: median, p95")
    for blocks in (int(text) for text in options.blocks.split(",")):
        show("key", blocks, *bench_typing(blocks, options.keys))
    for blocks in (int(text) for text in options.blocks.split(",")):
        show("move", blocks, *bench_moves(blocks, options.moves))


if __name__ == "__main__":
    main()
