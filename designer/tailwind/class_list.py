"""A slot as a list of words with exact white space, and edits of single words.

An edit changes only its word; the rest of the slot stays byte for byte.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

LEFTOVERS: Final = frozenset({"undefined", "null"})
"""Words that a template writes for an empty choice; no class has such a name."""

_PARTS = re.compile(r"([ \t\n\f\r]*)([^ \t\n\f\r]+)")  # white space as in HTML class lists


class Token(NamedTuple):
    """A word of a slot.

    Attributes:
        space: The white space before the word.
        text: The word.
    """

    space: str
    text: str


@lru_cache(maxsize=256)
def parse(slot: str) -> tuple[tuple[Token, ...], str]:
    """Split a slot into words and the trailing white space; ``join`` is the inverse."""
    tokens, end = [], 0
    for match in _PARTS.finditer(slot):
        tokens.append(Token(match[1], match[2]))
        end = match.end()
    return tuple(tokens), slot[end:]


def join(tokens: Iterable[Token], tail: str) -> str:
    """Join words to a slot."""
    return "".join(space + text for space, text in tokens) + tail


def words(slot: str) -> list[str]:
    """Return the words of a slot without white space."""
    return [token.text for token in parse(slot)[0]]


def replace_word(slot: str, index: int, text: str) -> str:
    """Replace a word."""
    tokens, tail = parse(slot)
    return join((*tokens[:index], tokens[index]._replace(text=text), *tokens[index + 1 :]), tail)


def remove(slot: str, index: int) -> str:
    """Remove a word and one space: the one before it, or the one after the first word."""
    tokens, tail = parse(slot)
    before, (space, _), after = tokens[:index], tokens[index], tokens[index + 1 :]
    if before:
        spaces = space[:-1]
    elif after:
        spaces = space + after[0].space[1:]
        after = (after[0]._replace(space=""), *after[1:])
    else:
        spaces, tail = (space, tail[1:]) if tail else (space[1:], "")
    return join(before, spaces + join(after, tail))


def insert(slot: str, index: int, text: str) -> str:
    """Insert a word and one space; ``remove`` is the inverse.

    Args:
        slot: The slot.
        index: The index of the new word.
        text: The word.
    """
    tokens, tail = parse(slot)
    before, after = tokens[:index], tokens[index:]
    if before:
        return join((*before, Token(" ", text), *after), tail)
    if after:
        first = after[0]
        return join((Token(first.space, text), Token(" ", first.text), *after[1:]), tail)
    return text + " " + tail if tail else text


def move(slot: str, old: int, new: int) -> str:
    """Move a word to another index; the white space is unchanged."""
    order = words(slot)
    order.insert(new, order.pop(old))
    return with_words(slot, order)


def with_words(slot: str, order: Sequence[str]) -> str:
    """Replace all words of a slot by as many other words; the white space is unchanged."""
    tokens, tail = parse(slot)
    pairs = zip(tokens, order, strict=True)
    return join([token._replace(text=text) for token, text in pairs], tail)


def tidy(slot: str) -> str:
    """Normalize a slot: single spaces, no duplicates, no words like ``undefined``."""
    return " ".join(dict.fromkeys(word for word in words(slot) if word not in LEFTOVERS))
