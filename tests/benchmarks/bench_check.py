"""Measure ``frontispiece check`` on a site of many pages, in seconds of processor time.

Run ``python tests/benchmarks/bench_check.py [--pages 10 100 1000]``. Each row gives the seconds for
the whole command, and the milliseconds for each additional page. The second figure stays constant
as long as no shared file is read again for each page.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

PAGE = """\
---
title: Page {n}
blocks:
  - _template: tailwindFeature
    headline: Headline {n}
    body: |
      Some *words* of page {n} with a [link](/p{n}).
    tailwind:
      section: pt-16 pb-16
      headline: text-primary font-1 text-3xl
      body: text-black mb-{m}
  - _template: tailwindCards
    headline: Cards
    items:
      - headline: One
        body: Words
      - headline: Two
        body: Words
    tailwind:
      section: pt-{m} pb-8
      headline: text-2xl
---
"""


def make_site(folder: Path, pages: int) -> Path:
    """Write a site of the family g1 with this many pages."""
    content = folder / "content"
    (content / "pages").mkdir(parents=True)
    (content / "global").mkdir()
    theme = (ROOT / "resources/theme/default.json").read_text(encoding="utf-8")
    (content / "global" / "index.json").write_text(theme, encoding="utf-8")
    for number in range(pages):
        name = "index.md" if number == 0 else f"p{number}.md"
        (content / "pages" / name).write_text(PAGE.format(n=number, m=number % 12), "utf-8")
    return folder


def seconds(folder: Path) -> tuple[float, float]:
    """Return wall seconds and processor seconds of one run of the command."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    begin = time.perf_counter()
    command = [sys.executable, "-m", "designer", "check", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    wall = time.perf_counter() - begin
    if done.returncode not in (0, 1):
        raise SystemExit(done.stderr)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return wall, cpu


def main() -> None:
    """Print one row for each size of a site."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, nargs="+", default=[10, 100, 1000])
    counts = parser.parse_args().pages
    print(f"{'pages':>7} {'wall s':>9} {'cpu s':>9} {'cpu ms for one page more':>26}")
    last = (0, 0.0)
    for count in counts:
        with tempfile.TemporaryDirectory() as folder:
            wall, cpu = seconds(make_site(Path(folder), count))
        more = (cpu - last[1]) / (count - last[0]) * 1000 if last[0] else 0.0
        print(f"{count:>7} {wall:>9.2f} {cpu:>9.2f} {more:>26.2f}")
        last = (count, cpu)


if __name__ == "__main__":
    main()
