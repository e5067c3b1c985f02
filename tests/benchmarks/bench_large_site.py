"""Measure what opening a large site costs before its page is rendered.

Run ``python tests/benchmarks/bench_large_site.py [--files 40000]``. The figures are milliseconds of
processor time. The first site has that many files, of which 1,000 are pages: the others lie in
``node_modules``, built folders, public folders and beside the pages. In the second every file is a
page. ``find`` is finding root and home page, ``list`` the names and addresses of all pages,
``again`` the same after a look at the disk, ``open`` all that the window shares between pages.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from designer.document import read_page
from designer.project import OpenSite, PageLocation, SharedSite
from designer.site import images_folder, public_folder

PAGE = "---\ntitle: Page {n}\nblocks:\n  - _template: text\n    headline: Words {n}\n---\n"
SIGN = "module.exports = {}\n"


def make_site(folder: Path, files: int, pages: int) -> Path:
    """Write a site with this many files, of which some are pages."""
    for number in range(pages):
        place = folder / "content/pages" / f"part-{number // 500}"
        place.mkdir(parents=True, exist_ok=True)
        name = "index.md" if number == 0 else f"p{number}.md"
        (place / name).write_text(PAGE.format(n=number), encoding="utf-8")
    others = (
        *("node_modules/pkg-{}", "node_modules/pkg-{}/dist", ".next/cache/{}", "dist/{}"),
        *("public/img/{}", "src/components/{}", "content/data/{}", "docs/{}"),
    )
    for number in range(files - pages):
        kind = others[number % len(others)].format(number // len(others) % 50)
        place = folder / kind
        place.mkdir(parents=True, exist_ok=True)
        name = f"f{number}.{('js', 'md', 'png', 'json')[number // 400 % 4]}"
        (place / name).write_bytes(b"x")
    (folder / "next.config.js").write_text(SIGN, encoding="utf-8")
    return folder


def milliseconds(work: Callable[[], object]) -> float:
    """Return the processor time of a call."""
    begin = time.process_time()
    work()
    return (time.process_time() - begin) * 1000


def measure(folder: Path) -> dict[str, float]:
    """Measure one site in a process that has not read it before."""
    found: dict[str, float] = {}
    location: list[PageLocation] = []
    found["find"] = milliseconds(lambda: location.append(PageLocation.find(folder)))
    site = location[0].site
    assert site is not None
    shared = SharedSite(site)
    found["list"] = milliseconds(lambda: shared.pages)
    shared.refresh()
    found["again"] = milliseconds(lambda: shared.pages)
    page = read_page(location[0].page)[0]
    found["open"] = milliseconds(lambda: OpenSite.of(location[0], SharedSite(site), page))
    found["images"] = milliseconds(lambda: (public_folder(site.root), images_folder(site.root)))
    return found


def main() -> None:
    """Print one row for each site."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=40_000)
    count = parser.parse_args().files
    names = ("find", "list", "again", "open", "images")
    print(f"{'files':>7} {'pages':>7}" + "".join(f"{name:>9}" for name in names) + "  ms")
    for pages in (1_000, count):
        with tempfile.TemporaryDirectory() as folder:
            found = measure(make_site(Path(folder) / "site", count, pages))
        row = "".join(f"{found[name]:>9.0f}" for name in names)
        print(f"{count:>7} {pages:>7}{row}")


if __name__ == "__main__":
    main()
