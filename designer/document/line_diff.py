"""The lines that a save would change; identical blocks are not compared."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from designer.document.page import Page
from designer.document.page_diff import moved_ids, shared_ends

_ABOVE, _FIRST, _LAST, _BELOW = -1, -2, -3, -4


@dataclass(frozen=True)
class Hunk:
    """A group of changed lines; lines keep their line ends.

    Attributes:
        line_before: The number of the first old line, from 1.
        before: The old lines.
        line_after: The number of the first new line, from 1.
        after: The new lines.
    """

    line_before: int
    before: tuple[str, ...]
    line_after: int
    after: tuple[str, ...]


@dataclass(frozen=True)
class LineChanges:
    """The lines that differ between two states of a page.

    Attributes:
        count: The number of changed lines: of each hunk the larger of its old and new line count.
        hunks: The changed groups, from top to bottom.
    """

    count: int
    hunks: tuple[Hunk, ...]


def line_changes(before: Page, after: Page) -> LineChanges:
    """Compare the texts of two states of one page."""
    hunks: list[Hunk] = []
    old_line = new_line = 1
    for old, new in _aligned(*_pieces(before, after)):
        lines = old.count("\n")
        if old != new:
            hunks += _hunks(old_line, _lines(old), new_line, _lines(new))
        old_line += lines
        new_line += lines if old is new else new.count("\n")
    return LineChanges(sum(max(len(h.before), len(h.after)) for h in hunks), tuple(hunks))


def _pieces(before: Page, after: Page) -> tuple[dict[int, str], dict[int, str]]:
    """Split both texts into pieces by block id, with one piece for each run of shared blocks.

    Four pieces have ids that no block has: the text above all blocks, the blocks that both pages
    begin with, the blocks that both end with, and the text below the blocks.
    """
    if not (before.is_cut and after.is_cut):
        return {_ABOVE: before.text, _BELOW: ""}, {_ABOVE: after.text, _BELOW: ""}
    start, at_end = shared_ends(before.slices, after.slices)
    first = "".join([block.source for block in before.slices[:start]])
    last = "".join([block.source for block in before.slices[len(before.slices) - at_end :]])
    pieces: list[dict[int, str]] = []
    for page in (before, after):
        between = page.slices[start : len(page.slices) - at_end]
        found = {_ABOVE: page.head + page.frame.before, _FIRST: first}
        found.update((block.id, block.source) for block in between)
        pieces.append({**found, _LAST: last, _BELOW: page.below})
    return pieces[0], pieces[1]


def _aligned(old: dict[int, str], new: dict[int, str]) -> Iterator[tuple[str, str]]:
    """Yield pairs of old and new text, piece by piece; one is empty where a piece is missing."""
    moved = set(moved_ids(list(old), list(new)))
    staying = [id_ for id_ in new if id_ in old and id_ not in moved]
    olds, news = iter(old), iter(new)
    for id_ in staying:
        gone = "".join(old[other] for other in iter(lambda: next(olds), id_))
        come = "".join(new[other] for other in iter(lambda: next(news), id_))
        if gone or come:
            yield gone, come
        yield old[id_], new[id_]


def _lines(text: str) -> list[str]:
    """Split a text into lines with their line ends; only a line feed ends a line."""
    return [line + "\n" for line in text.split("\n")[:-1]] + [text.rpartition("\n")[2]]


def _hunks(old_line: int, old: list[str], new_line: int, new: list[str]) -> Iterator[Hunk]:
    """Yield the differing lines of two texts."""
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    at_end = 0
    while at_end < min(len(old), len(new)) - start and old[-1 - at_end] == new[-1 - at_end]:
        at_end += 1
    old, new = old[start : len(old) - at_end], new[start : len(new) - at_end]
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            yield Hunk(old_line + start + a, tuple(old[a:b]), new_line + start + c, tuple(new[c:d]))
