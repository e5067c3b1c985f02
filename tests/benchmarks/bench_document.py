"""Measure edits and opening of a document, compared with ruamel.yaml and libyaml in the same run.

    python tests/benchmarks/bench_document.py [--blocks 10,100,1000,10000] [--edits 200]

Edit: one ``set_value`` of a slot, and of a body text, in a block in the middle of the page. This
includes the new page, but not its bytes, which are joined when the page is saved. First edit: the
first edit after opening a page. Blocks are as large as those of the real page that is the reference
of the project.

Opening: ``Page.from_bytes`` with ``.data`` and ``.blocks``, compared with the time in which libyaml
alone passes its events to Python, and in which libyaml only counts them.
"""

from __future__ import annotations

import argparse
import gc
import io
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

import yaml

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))

from designer.document import Page, set_value

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
    body: >
      The ferry stops at the end of our wall. From there it is forty steps to the
      door, and the kettle is on. Each room has a *wide* window, a writing desk and
      a blanket from the farm.

      Three hours to the lighthouse and back. Seals at low tide, larks the whole
      way.
    buttons:
      - label: See the rooms
        link: 'https://example.org/rooms'
    _template: tailwindFeature
"""
SLOT = ("tailwind", "headline")
BODY = ("body",)
VALUE = "text-primary font-1 text-4xl mb-8 font-bold"


def source(blocks: int) -> bytes:
    """Return a page with this many blocks."""
    items = "".join(BLOCK.replace("{number}", str(number)) for number in range(blocks))
    return f"---\ntitle: Bench\nblocks:\n{items}meta:\n  pageTitle: Bench\n---\n".encode()


def timed(action: Callable[[], object]) -> float:
    """Return the milliseconds that an action takes."""
    start = time.perf_counter()
    action()
    return (time.perf_counter() - start) * 1000


def median(action: Callable[[], object], times: int) -> float:
    """Return the median of several runs, in milliseconds."""
    return statistics.median(timed(action) for _ in range(times))


def bench_edits(counts: list[int], edits: int) -> dict[int, float]:
    """Time edits in pages of several sizes; return the medians of the slot's edit."""
    print(
        f"{'blocks':>7} {'kB':>7} {'slot ms':>9} {'body ms':>9} {'first ms':>9} {'first/later':>12}"
    )
    medians: dict[int, float] = {}
    for count in counts:
        data = source(count)
        page = Page.from_bytes(data)
        middle = count // 2

        def edit(number: int, path: tuple[str, ...], page: Page = page, at: int = middle) -> Page:
            place = ("blocks", (at + number) % len(page.blocks), *path)
            return set_value(page, place, f"text-primary font-1 text-{number}xl mb-8 font-bold")

        for number in range(10):
            edit(number, SLOT)
        slot = statistics.median(timed(lambda n=n: edit(n, SLOT)) for n in range(edits))
        body = statistics.median(timed(lambda n=n: edit(n, BODY)) for n in range(edits))
        firsts = []
        for number in range(30 if count <= 1000 else 3):
            fresh = Page.from_bytes(data)
            firsts.append(timed(lambda n=number, p=fresh: edit(n, SLOT, p)))
        first = statistics.median(firsts)
        medians[count] = slot
        kilobytes = len(data) / 1000
        print(
            f"{count:7} {kilobytes:7.0f} {slot:9.3f} {body:9.3f} {first:9.3f} {first / slot:12.2f}"
        )
    if 10 in medians and 1000 in medians:
        print(f"growth from 10 to 1,000 blocks: {medians[1000] / medians[10]:.2f} (bar: 2)")
    return medians


def bench_opening(counts: list[int]) -> None:
    """Time the opening of pages, compared with libyaml alone."""
    print(f"\n{'blocks':>7} {'kB':>7} {'open ms':>9} {'events ms':>10} {'ratio':>6}", end="")
    print(f" {'count ms':>9} {'ratio':>6}   (bar: 6)")
    for count in counts:
        data = source(count)
        text = Page.from_bytes(data).yaml
        times = 30 if count <= 100 else 7 if count <= 1000 else 3

        def opened(data: bytes = data) -> object:
            page = Page.from_bytes(data)
            return page.data, page.blocks

        def events(text: str = text) -> None:
            for _ in yaml.parse(text, Loader=yaml.CSafeLoader):
                pass

        def counted(text: str = text) -> None:
            yaml.CSafeLoader(text).raw_parse()

        gc.collect()
        ours, theirs, bare = (median(action, times) for action in (opened, events, counted))
        print(
            f"{count:7} {len(data) / 1000:7.0f} {ours:9.2f} {theirs:10.2f} {ours / theirs:6.2f}",
            end="",
        )
        print(f" {bare:9.2f} {ours / bare:6.2f}")


def bench_ruamel(counts: list[int]) -> None:
    """Time an edit, compared with ruamel.yaml's load, change and dump."""
    try:
        from ruamel.yaml import YAML
    except ImportError:
        print("\nruamel.yaml is not installed: nothing to compare with")
        return
    print(f"\n{'blocks':>7} {'kB':>7} {'edit ms':>9} {'ruamel ms':>10} {'times':>7}")
    for count, bar in zip(counts, ("20", "200"), strict=False):
        page = Page.from_bytes(source(count))
        text = page.yaml

        def ours(page: Page = page, at: int = count // 2) -> object:
            return set_value(page, ("blocks", at, *SLOT), VALUE)

        def theirs(text: str = text, at: int = count // 2) -> object:
            engine = YAML()
            engine.preserve_quotes = True
            data = engine.load(text)
            data["blocks"][at]["tailwind"]["headline"] = VALUE
            out = io.StringIO()
            engine.dump(data, out)
            return out

        edit, whole = median(ours, 50), median(theirs, 5 if count < 100 else 1)
        kilobytes = len(text) / 1000
        print(f"{count:7} {kilobytes:7.0f} {edit:9.3f} {whole:10.1f} {whole / edit:7.0f}", end="")
        print(f"   (bar: {bar})")


def main() -> None:
    """Run all three benchmarks."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--blocks", default="10,100,1000,10000")
    parser.add_argument("--edits", type=int, default=200)
    arguments = parser.parse_args()
    counts = [int(number) for number in arguments.blocks.split(",")]
    bench_edits(counts, arguments.edits)
    bench_opening([2, 30, *[count for count in counts if count >= 100]])
    bench_ruamel([40, 1000])


if __name__ == "__main__":
    main()
