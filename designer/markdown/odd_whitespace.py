"""Preserves odd white space at line edges: Python's parser trims it, Markdown does not.

Placeholders replace these characters while the text is parsed. A placeholder starts and ends with
a punctuation character, so the emphasis rules give the same result.
"""

from __future__ import annotations

import re

_KEPT_SPACES = (
    "\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006"
    "\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)
_LINE_EDGE = re.compile(
    r"(?m)^(?:[^\S\n]*(?:>|(?:[-+*]|\d{1,9}[.)]|#{1,6})(?=[ \t])))*[^\S\n]+|[^\S\n]+$"
)
_ONE_KEPT = re.compile(f"[{_KEPT_SPACES}]")
PLACEHOLDER = re.compile("\u2055([\ue000-\ue0a0])\u2055")
"""The placeholder of a preserved white space character."""


def keep(text: str) -> str:
    """Replace odd white space at line edges by placeholders; all line breaks become line feeds."""

    def edge(match: re.Match[str]) -> str:
        return _ONE_KEPT.sub(lambda space: _placeholder(space[0]), match[0])

    return _LINE_EDGE.sub(edge, text.replace("\r\n", "\n").replace("\r", "\n"))


def keep_with_offsets(text: str) -> tuple[str, list[int]]:
    """Return the text of ``keep``, and for each of its characters the offset in ``text``.

    The list has one more entry, for the end.
    """
    plain, places = list[str](), list[int]()
    at = 0
    while at < len(text):
        plain.append("\n" if text[at] == "\r" else text[at])
        places.append(at)
        at += 2 if text.startswith("\r\n", at) else 1
    places.append(len(text))
    joined = "".join(plain)
    kept, kept_places = list[str](), list[int]()
    at = 0
    for edge in _LINE_EDGE.finditer(joined):
        for space in _ONE_KEPT.finditer(joined, edge.start(), edge.end()):
            kept += [joined[at : space.start()], _placeholder(space[0])]
            kept_places += [*places[at : space.start()], *[places[space.start()]] * 3]
            at = space.end()
    return "".join([*kept, joined[at:]]), [*kept_places, *places[at:]]


def restore(text: str) -> str:
    """Replace the placeholders by the original white space."""
    return PLACEHOLDER.sub(kept_space, text)


def kept_space(match: re.Match[str]) -> str:
    """Return the white space of a placeholder; a similar sequence that is none is unchanged."""
    index = ord(match[1]) - 0xE000
    return _KEPT_SPACES[index] if index < len(_KEPT_SPACES) else match[0]


def _placeholder(space: str) -> str:
    return f"\u2055{chr(0xE000 + _KEPT_SPACES.index(space))}\u2055"
