"""Parses the declarations of a unit in the CSS that the engines' builds write.

The parser handles only blocks, declarations, strings and brackets, since the build writes all units
in one form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple


class Declaration(NamedTuple):
    """One declaration and its condition.

    Attributes:
        context: Media query and selector, as far as they differ from the class itself, which is
            written ``&``: ``""``, ``"@media (max-width: 700px)"``, ``"&:hover"``.
        property: The name of the property.
        value: The value as written, including ``!important``.
    """

    context: str
    property: str
    value: str


_CLASS = re.compile(r"\.((?:\\[0-9a-fA-F]{1,6}\s?|\\.|[\w-]|[^\x00-\x7f])+)")
_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|(.))", re.DOTALL)
_OPEN, _CLOSED = "([", ")]"

# Fast path for the form of nearly all units: a single rule, matched without the parser.
_USUAL = re.compile(
    r"(?:@layer [\w-]+\{)?(?:(@media [^{}]*)\{)?\.((?:\\[^0-9a-fA-F\s]|[\w-])+)\{([^{}\"'\\]*)\}+"
)


@lru_cache(maxsize=4096)
def declarations(unit: str, name: str) -> tuple[Declaration, ...]:
    """Return the declarations of a unit for a class.

    Args:
        unit: A unit of a sheet.
        name: The class as written in HTML.
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


def all_declarations(css: str) -> Iterator[tuple[tuple[str, ...], str, str]]:
    """Yield every declaration of a style sheet with the headers of the blocks around it."""
    return _walk(css, ())


def _walk(css: str, heads: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str, str]]:
    """Yield every declaration with the headers of the enclosing blocks."""
    at = 0
    for end, mark in _ends(css):
        if end < at:
            continue  # inside a block that was already visited
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
    """Yield the ends of declarations and block headers: ``;``, braces and the end of the text."""
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
    """Return the offset of the end of the block that begins at ``start``."""
    depth = 0
    for at, mark in _ends(css[start:]):
        depth += {"{": 1, "}": -1}.get(mark, 0)
        if depth == 0 and mark:
            return start + at
    return len(css)


def _context(heads: tuple[str, ...], name: str) -> str:
    parts = []
    for head in heads:
        if head.startswith("@layer"):
            continue
        words = head if head.startswith("@") else _with_mark(head, name)
        if words != "&":
            parts.append(words)
    return " ".join(parts)


def _with_mark(selector: str, name: str) -> str:
    """Replace the class in a selector by ``&``."""
    return _CLASS.sub(lambda m: "&" if _unescaped(m[1]) == name else m[0], selector)


def _unescaped(name: str) -> str:
    return _ESCAPE.sub(lambda m: chr(int(m[1], 16)) if m[1] else m[2], name)
