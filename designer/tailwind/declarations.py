"""Reads the declarations of a unit: a parser for the CSS that the engines' builds write.

It knows no more of CSS than blocks, declarations, strings and brackets, since the build has
written the units in one form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple


class Declaration(NamedTuple):
    """One declaration, and where it holds.

    Attributes:
        context: Media query and selector as far as they say more than the class itself, which is
            written ``&``: ``""``, ``"@media (max-width: 700px)"``, ``"&:hover"``.
        property: The property's name.
        value: Its value as written, with ``!important`` if it has that.
    """

    context: str
    property: str
    value: str


_CLASS = re.compile(r"\.((?:\\[0-9a-fA-F]{1,6}\s?|\\.|[\w-]|[^\x00-\x7f])+)")
_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|(.))", re.DOTALL)
_OPEN, _CLOSED = "([", ")]"

# Nearly all units are one rule of this form; they are read without looking at every letter.
_USUAL = re.compile(
    r"(?:@layer [\w-]+\{)?(?:(@media [^{}]*)\{)?\.((?:\\[^0-9a-fA-F\s]|[\w-])+)\{([^{}\"'\\]*)\}+"
)


@lru_cache(maxsize=4096)
def declarations(unit: str, name: str) -> tuple[Declaration, ...]:
    """The declarations of a unit as they concern a class.

    Args:
        unit: A unit of a sheet.
        name: The class as it is written in HTML.
    """
    usual = _USUAL.fullmatch(unit)
    if usual and usual[2].replace("\\", "") == name and "url(" not in usual[3]:
        context = (usual[1] or "").strip()
        pairs = (words.partition(":") for words in usual[3].split(";"))
        return tuple(
            Declaration(context, prop.strip(), value.strip())
            for prop, colon, value in pairs
            if colon
        )
    return tuple(
        Declaration(_context(heads, name), prop, value) for heads, prop, value in _walk(unit, ())
    )


def _walk(css: str, heads: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str, str]]:
    """Every declaration with the heads of the blocks that it stands in."""
    at = 0
    for end, mark in _ends(css):
        if end < at:
            continue  # inside a block that was walked through
        words = css[at:end].strip()
        at = end + 1
        if mark == "{":
            close = _close(css, end)
            yield from _walk(css[at:close], (*heads, words))
            at = close + 1
        elif ":" in words and not words.startswith("@"):
            prop, _, value = words.partition(":")
            yield heads, prop.strip(), value.strip()


def _ends(css: str) -> Iterator[tuple[int, str]]:
    """Where a declaration or the head of a block ends: at ``;``, ``{`` and the end of the text."""
    depth, quote, skip = 0, "", False
    for at, letter in enumerate(css):
        if skip:
            skip = False
        elif letter == "\\":
            skip = True
        elif quote:
            quote = "" if letter == quote else quote
        elif letter in "\"'":
            quote = letter
        elif letter in _OPEN:
            depth += 1
        elif letter in _CLOSED:
            depth -= 1
        elif depth <= 0 and letter in ";{}":
            yield at, letter
    yield len(css), ""


def _close(css: str, start: int) -> int:
    """Where the block ends that begins at ``start``."""
    depth = 0
    for at, mark in _ends(css[start:]):
        depth += {"{": 1, "}": -1}.get(mark, 0)
        if depth == 0 and mark:
            return start + at
    return len(css)


def _context(heads: tuple[str, ...], name: str) -> str:
    said = []
    for head in heads:
        if head.startswith("@layer"):
            continue
        words = head if head.startswith("@") else _with_mark(head, name)
        if words != "&":
            said.append(words)
    return " ".join(said)


def _with_mark(selector: str, name: str) -> str:
    """A selector with ``&`` in the places of the class."""
    return _CLASS.sub(lambda m: "&" if _unescaped(m[1]) == name else m[0], selector)


def _unescaped(name: str) -> str:
    return _ESCAPE.sub(lambda m: chr(int(m[1], 16)) if m[1] else m[2], name)
