"""Finds the letters of a new text that Markdown could read as syntax."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from designer.richtext.inline_writer import PUNCTUATION, TargetLetter
from designer.richtext.letter_alignment import BETWEEN

_RISKY: Final = frozenset("\\`*_{}[]<>~&|#!+-.)=:")
_BLOCK_START: Final = re.compile(
    r"(#{1,6}(?=\s|$)|[-+](?=\s|$)|[-+=]{2,}|>|\||\d{1,9}[.)](?=\s|$))"
)
_ENTITY: Final = re.compile(r"&(#\w+|\w+);")
_PAIRED: Final = frozenset("*_~`")


def is_risky(slot: TargetLetter) -> bool:
    """Whether a letter can be syntax at any position."""
    origin = slot.origin
    plain = origin is None or origin.source == origin.letter.text
    return slot.letter.text in _RISKY and bool(slot.letter.text) and plain


def likely_escapes(slots: Sequence[TargetLetter], *, mdx: bool) -> frozenset[int]:
    """Return the numbers of the new letters that the site's CMS would most likely escape."""
    found, text = set[int](), list[TargetLetter]()
    for slot in [*slots, None]:
        if slot is None or slot.letter == BETWEEN:
            found.update(_likely_in_text(text, mdx=mdx))
            text = []
        else:
            text.append(slot)
    return frozenset(found)


def _likely_in_text(slots: Sequence[TargetLetter], *, mdx: bool) -> Iterator[int]:
    text = "".join(slot.letter.text or "\x00" for slot in slots)
    if len(text) != len(slots):
        return
    begins = _BLOCK_START.match(text)
    ends = begins.end() if begins else 0
    for at, (slot, letter) in enumerate(zip(slots, text, strict=True)):
        if slot.origin is not None or letter not in _RISKY:
            continue
        at_start = begins is not None and at == (ends - 1 if text[0].isdigit() else 0)
        if at_start or _is_syntax(text, at, mdx=mdx):
            yield slot.number


def _is_syntax(text: str, at: int, *, mdx: bool) -> bool:
    """Whether a letter is syntax at its position in a line."""
    letter, after = text[at], text[at + 1 : at + 2]
    match letter:
        case "\\":
            return after in PUNCTUATION or not after
        case "<":
            return not after.isspace()
        case "{":
            return mdx
        case "[":
            return "]" in text[at:]
        case "!":
            return after == "["
        case "&":
            return _ENTITY.match(text, at) is not None
        case _:
            return letter in _PAIRED and text.count(letter) > 1


def first_letters(slots: Sequence[TargetLetter]) -> Iterator[int]:
    """Find the first letters of texts: MDX reads a leading ``import`` as module code."""
    at = 0
    for slot in slots:
        if slot.number == at and slot.letter.text.isalpha():
            yield at
        if slot.letter == BETWEEN:
            at = slot.number + 1


def letters_beside_marks(slots: Sequence[TargetLetter]) -> Iterator[int]:
    """Find the letters beside marks: no letter may follow bold text that ends with a full stop."""
    for one, other in pairwise(slots):
        if one.letter.marks != other.letter.marks and BETWEEN not in {one.letter, other.letter}:
            yield from (slot.number for slot in (one, other) if slot.letter.text.isalnum())
