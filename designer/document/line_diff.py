"""The lines that a save would change; blocks that are the same are not compared."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from designer.document.diff import moved_ids
from designer.document.page import Page


@dataclass(frozen=True)
class Hunk:
    """Lines that stand in the place of others; lines keep their line ends.

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
        count: How many lines change: of each hunk the larger of its two numbers of lines.
        hunks: The places, from top to bottom.
    """

    count: int
    hunks: tuple[Hunk, ...]


def line_changes(before: Page, after: Page) -> LineChanges:
    """Compare the texts of two states of one page."""
    hunks: list[Hunk] = []
    old_line = new_line = 1
    cut = before.is_cut and after.is_cut
    for old, new in _aligned(_pieces(before, cut=cut), _pieces(after, cut=cut)):
        if old != new:
            hunks += _hunks(old_line, _lines(old), new_line, _lines(new))
        old_line += old.count("\n")
        new_line += new.count("\n")
    return LineChanges(sum(max(len(h.before), len(h.after)) for h in hunks), tuple(hunks))


def _pieces(page: Page, *, cut: bool) -> dict[int, str]:
    """The text in pieces by block id; 0 is what is above the blocks, -1 what is below."""
    if not cut:
        return {0: page.text, -1: ""}
    above = page.head + page.frame.before
    pieces = {0: above, **{block.id: block.source for block in page.blocks}}
    pieces[-1] = page.text[sum(map(len, pieces.values())) :]
    return pieces


def _aligned(old: dict[int, str], new: dict[int, str]) -> Iterator[tuple[str, str]]:
    """Old text beside new text, piece by piece; one of both is empty where a piece is missing."""
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
    """The lines of a text, with their line ends; only a line feed ends a line."""
    return [line + "\n" for line in text.split("\n")[:-1]] + [text.rpartition("\n")[2]]


def _hunks(old_line: int, old: list[str], new_line: int, new: list[str]) -> Iterator[Hunk]:
    """The differing places of two texts."""
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    behind = 0
    while behind < min(len(old), len(new)) - start and old[-1 - behind] == new[-1 - behind]:
        behind += 1
    old, new = old[start : len(old) - behind], new[start : len(new) - behind]
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            yield Hunk(old_line + start + a, tuple(old[a:b]), new_line + start + c, tuple(new[c:d]))
