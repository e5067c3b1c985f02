"""Survey folders of real sites: do they open, are their lists found, are their texts shown?

::

    python -m tests.benchmarks.survey_sites SITE...

One line per site: pages that open, lists of blocks by their keys, block types, the share of the
texts of a page that its rendering contains (median and least), pages that render without text, and
the time of ``check`` in seconds. Nothing is written into the sites.
"""

from __future__ import annotations

import re
import statistics
import sys
import time
from collections import Counter
from collections.abc import Iterator
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

from typing_extensions import override

from designer.commands.check import check
from designer.document import Value, read_page
from designer.errors import DesignerError
from designer.project import OpenSite, PageLocation, SharedSite
from designer.render import page_body

_MAX_PAGES = 40
_NO_TEXT = re.compile(
    r"<!--.*?-->|<[A-Za-z/][^<>]*>|!\[[^\]]*\]\([^)]*\)|\{\{[<%].*?[>%]\}\}", re.DOTALL
)
_WORD = re.compile(r"[“\"'(]?[^\W\d_]{2,}[.,;:!?”\"')]*")


class _Text(HTMLParser):
    """Collects the text of HTML."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []

    @override
    def handle_data(self, data: str) -> None:
        self.pieces.append(data)


def texts_in(value: Value) -> Iterator[str]:
    """Yield the texts of blocks that a reader would miss: at least three words with letters.

    Comments, pictures, and the tags of HTML, JSX and shortcodes are no texts.
    """
    if isinstance(value, dict):
        for key, inner in value.items():
            if not re.search(r"(?i)class|style|tailwind|seo|meta|alt", str(key)):
                yield from texts_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from texts_in(inner)
    elif isinstance(value, str):
        for line in unescape(_NO_TEXT.sub("\n", value)).split("\n"):
            plain = re.search(r"[<{|\[`]|^\s*(?:import|export) ", line) is None
            tokens = [each for each in line.split() if _WORD.fullmatch(each)]
            if plain and len(tokens) >= 3:
                yield " ".join(re.findall(r"[^\W\d_]{2,}", line)[:6])


def survey(folder: Path) -> str:
    """Return the line of one site."""
    try:
        home = PageLocation.find(folder)
    except DesignerError as error:
        return f"{folder.name}: does not open: {error}"
    shared = SharedSite(home.site)
    files = shared.page_files or (home.page,)
    step = max(len(files) // _MAX_PAGES, 1)
    shares: list[float] = []
    lists: Counter[str] = Counter()
    types: set[str] = set()
    failed = blank = 0
    for file in files[::step][:_MAX_PAGES]:
        try:
            page = read_page(file, shared.find_layout)[0]
            opened = OpenSite.of(PageLocation(file, home.site), shared, page)
            html = page_body(shared.scope(opened.location, page), opened.renderer)
        except DesignerError as error:
            failed += 1
            print(f"  {file.relative_to(folder)}: {error}"[:200])
            continue
        for each in page.layout.lists:
            lists[".".join(map(str, each.path))] += 1
        types |= {block.type for block in page.blocks if page.layout.lists}
        parser = _Text()
        parser.feed(html)
        shown = " ".join(re.findall(r"[^\W\d_]{2,}", " ".join(parser.pieces)))
        blank += not shown
        wanted = [*texts_in([block.data for block in page.blocks])]
        if wanted:
            missing = [each for each in wanted if each not in shown]
            shares.append(1 - len(missing) / len(wanted))
            if shares[-1] < 0.95:
                print(f"  {file.relative_to(folder)}: {shares[-1]:.0%} {missing[:3]}"[:240])
    begin = time.perf_counter()
    findings = check(home, only_page=False)
    seconds = time.perf_counter() - begin
    least = f"{statistics.median(shares):.0%}/{min(shares):.0%}" if shares else "no texts"
    kinds = Counter(each.code for each in findings)
    return (
        f"{folder.name}: home {home.page.relative_to(folder)}, {len(files)} pages, "
        f"{failed} failed, {blank} blank, lists {dict(lists)}, {len(types)} types, texts {least}, "
        f"check {seconds:.1f} s {dict(kinds)}"
    )


if __name__ == "__main__":
    for name in sys.argv[1:]:
        print(survey(Path(name)), flush=True)
