"""Measure ``frontispiece check`` on a site with its own Tailwind, in seconds, for each engine.

Run ``python tests/benchmarks/bench_check_tailwind.py [--pages 40]``. Each row gives the wall time
of the whole command and the processor time of its own process, which leaves out the engine's: first
without cached styles, and then with them. A site of 40 pages takes seconds, since its styles are
built once for all pages.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

CONFIG = """\
module.exports = {
  %s
  darkMode: 'class',
  theme: { extend: { colors: { brand: '#8a3c00', ink: '#123456' }, spacing: { huge: '300px' } } },
  plugins: [require('@tailwindcss/typography'), require('@tailwindcss/forms')%s],
}
"""
OWN = "@layer components { .card { @apply p-4 rounded shadow; } .card:hover { @apply p-6; } }\n"
SHEET = "@tailwind base;\n@tailwind components;\n@tailwind utilities;\n" + OWN
SHEET_4 = '@import "tailwindcss";\n@config "../tailwind.config.js";\n' + OWN

# Name of the row → version of Tailwind, the site's configuration, and its style sheet.
SITES = {
    "2, ahead of time": ("2.2.19", CONFIG % ("purge: [],", ""), SHEET),
    "2, just in time": ("2.2.19", CONFIG % ("mode: 'jit', purge: [],", ""), SHEET),
    "3": ("3.4.19", CONFIG % ("content: [],", ""), SHEET),
    "4": ("4.1.0", CONFIG % ("", ""), SHEET_4),
    "3, package missing": ("3.4.19", CONFIG % ("content: [],", ", require('gone')"), SHEET),
}

SIDES = ("p", "pt", "pb", "px", "m", "mt", "mb", "gap", "space-y")
VARIANTS = ("", "sm:", "md:", "lg:", "hover:", "md:hover:", "dark:")
OTHERS = (
    "flex",
    "grid",
    "prose",
    "card",
    "text-brand",
    "bg-ink",
    "rounded-lg",
    "shadow-lg",
    "font-bold",
)


def utilities(numbers: random.Random, count: int) -> str:
    """Return a slot of random utilities, every fifth with a value of its own."""
    words = []
    for number in range(count):
        side, step = numbers.choice(SIDES), numbers.choice(range(13))
        value = f"[{numbers.randrange(400)}px]" if number % 5 == 0 else str(step)
        words.append(f"{numbers.choice(VARIANTS)}{side}-{value}")
        words.append(numbers.choice(VARIANTS) + numbers.choice(OTHERS))
    return " ".join(words)


def make_site(folder: Path, pages: int, version: str, config: str, sheet: str) -> int:
    """Write a site of the family g1; returns the number of its distinct classes."""
    numbers, classes = random.Random(pages), set[str]()
    content = folder / "content"
    (content / "pages").mkdir(parents=True)
    (content / "global").mkdir()
    (folder / "styles").mkdir()
    theme = (ROOT / "resources/theme/default.json").read_text(encoding="utf-8")
    (content / "global" / "index.json").write_text(theme, encoding="utf-8")
    package = {"dependencies": {"tailwindcss": version}}
    (folder / "package.json").write_text(json.dumps(package), encoding="utf-8")
    (folder / "tailwind.config.js").write_text(config, encoding="utf-8")
    (folder / "styles" / "site.css").write_text(sheet, encoding="utf-8")
    for number in range(pages):
        lines = ["---", f"title: Page {number}", "blocks:"]
        for block in range(8):
            slots = {slot: utilities(numbers, 6) for slot in ("section", "headline", "body")}
            classes.update(word for slot in slots.values() for word in slot.split())
            lines += ["  - _template: tailwindFeature", f"    headline: Headline {block}"]
            lines += ["    body: |", "      Some *words* of the page.", "    tailwind:"]
            lines += [f"      {slot}: {words!r}" for slot, words in slots.items()]
        name = "index.md" if number == 0 else f"p{number}.md"
        (content / "pages" / name).write_text("\n".join([*lines, "---", ""]), encoding="utf-8")
    return len(classes)


def seconds(folder: Path, cache: Path) -> tuple[float, float]:
    """Return the wall seconds and the processor seconds of one run of the command."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-m", "designer", "check", str(folder)]
    environment = os.environ | {"XDG_CACHE_HOME": str(cache)}
    begin = time.perf_counter()
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode not in (0, 1) or "cannot be used" in done.stdout:
        raise SystemExit(done.stdout[-2000:] + done.stderr)
    wall = time.perf_counter() - begin
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Print one row for each engine."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=40)
    pages = parser.parse_args().pages
    heads = ("first s", "cpu s", "again s", "cpu s")
    print(
        f"{'Tailwind':>20} {'pages':>7} {'classes':>9}" + "".join(f" {each:>9}" for each in heads)
    )
    for name, (version, config, sheet) in SITES.items():
        with tempfile.TemporaryDirectory() as folder:
            site, cache = Path(folder) / "site", Path(folder) / "cache"
            site.mkdir()
            count = make_site(site, pages, version, config, sheet)
            runs = (*seconds(site, cache), *seconds(site, cache))
        print(f"{name:>20} {pages:>7} {count:>9}" + "".join(f" {each:>9.2f}" for each in runs))


if __name__ == "__main__":
    main()
