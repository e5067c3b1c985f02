"""Aligns the letters of a new text with those of the old one."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from designer.richtext.inline_writer import TargetLetter
from designer.richtext.rich_text import (
    Atom,
    Letter,
    MarkValue,
    PlacedLetter,
    PlainBlock,
    SourceBlock,
)

BETWEEN = Letter("", atom=Atom("between"))
"""Separates two texts, so that all texts are compared as one sequence."""


def units_of(blocks: Iterable[SourceBlock]) -> Iterator[tuple[PlacedLetter, bool]]:
    """Iterate over the letters of blocks, each with whether it belongs to a code block."""
    for block in blocks:
        for unit in block.units or ():
            yield unit, block.type == "code_block"
        if block.units is not None:
            yield PlacedLetter(BETWEEN, (), ""), block.type == "code_block"
        yield from units_of(block.children)


def letters_of(nodes: Iterable[PlainBlock]) -> Iterator[tuple[Letter, bool]]:
    """Iterate over the letters of blocks without positions, as ``units_of`` does."""
    for node in nodes:
        for letter in node.letters or ():
            yield letter, node.type == "code_block"
        if node.letters is not None:
            yield BETWEEN, node.type == "code_block"
        yield from letters_of(node.children)


def slots_of(before: Iterable[SourceBlock], after: Iterable[PlainBlock]) -> list[TargetLetter]:
    """Return the letters of the new text in order, each with its origin in the old text.

    One slot with ``BETWEEN`` separates two texts.
    """
    old, new = list(units_of(before)), list(letters_of(after))
    origins: list[PlacedLetter | None] = [None] * len(new)

    def same_marks(letter: Letter, code: bool) -> Hashable:
        return letter.text, letter.atom, letter.marks, code

    def same_text(letter: Letter, code: bool) -> Hashable:
        return letter.text, letter.atom, MarkValue("code") in letter.marks, code

    rest = [((0, len(old)), (0, len(new)))]
    for key in (same_marks, same_text):
        old_keys = [key(unit.letter, code) for unit, code in old]
        new_keys = [key(letter, code) for letter, code in new]
        differing = []
        for (a, b), (c, d) in rest:
            for kind, i1, i2, j1, j2 in _compare(old_keys[a:b], new_keys[c:d]):
                if kind == "equal":
                    for offset in range(i2 - i1):
                        origins[c + j1 + offset] = old[a + i1 + offset][0]
                else:
                    differing.append(((a + i1, a + i2), (c + j1, c + j2)))
        rest = differing
    return [TargetLetter(number, letter, origins[number]) for number, (letter, _) in enumerate(new)]


def _compare(
    old: Sequence[Hashable], new: Sequence[Hashable]
) -> Iterator[tuple[str, int, int, int, int]]:
    """Yield equal and different ranges; common ends are matched without a search."""
    start, shorter = 0, min(len(old), len(new))
    while start < shorter and old[start] == new[start]:
        start += 1
    rest = 0
    while rest < shorter - start and old[-1 - rest] == new[-1 - rest]:
        rest += 1
    yield "equal", 0, start, 0, start
    end, new_end = len(old) - rest, len(new) - rest
    if start < end and start < new_end:
        matcher = SequenceMatcher(None, old[start:end], new[start:new_end], autojunk=False)
        for kind, i1, i2, j1, j2 in matcher.get_opcodes():
            yield kind, start + i1, start + i2, start + j1, start + j2
    elif start < end or start < new_end:
        yield "replace", start, end, start, new_end
    yield "equal", end, len(old), new_end, len(new)
