"""A slot as a list of words with exact spacing, and the edits of one word.

Everything but the word that is meant stays byte for byte, with its odd spaces.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

LEFTOVERS: Final = frozenset({"undefined", "null"})
"""Words that a template wrote where nothing was chosen; no class has such a name."""

_PARTS = re.compile(r"([ \t\n\f\r]*)([^ \t\n\f\r]+)")  # what HTML takes for white space in a list


class Token(NamedTuple):
    """A word of a slot.

    Attributes:
        space: The white space before it.
        text: The word.
    """

    space: str
    text: str


@lru_cache(maxsize=256)
def parse(slot: str) -> tuple[tuple[Token, ...], str]:
    """The words of a slot, and the white space after the last one; ``join`` undoes it."""
    tokens, end = [], 0
    for match in _PARTS.finditer(slot):
        tokens.append(Token(match[1], match[2]))
        end = match.end()
    return tuple(tokens), slot[end:]


def join(tokens: Iterable[Token], tail: str) -> str:
    """The slot of these words."""
    return "".join(space + text for space, text in tokens) + tail


def words(slot: str) -> list[str]:
    """The words of a slot without the spaces."""
    return [token.text for token in parse(slot)[0]]


def put(slot: str, index: int, text: str) -> str:
    """Write another word in a word's place."""
    tokens, tail = parse(slot)
    return join((*tokens[:index], tokens[index]._replace(text=text), *tokens[index + 1 :]), tail)


def remove(slot: str, index: int) -> str:
    """Take out a word and one space: the one before it, or after it if it is the first."""
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
    """Add a word and one space; ``remove`` undoes it.

    Args:
        slot: The slot.
        index: The place that the word has then.
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
    """Give a word another place; the spaces stay where they are."""
    order = words(slot)
    order.insert(new, order.pop(old))
    return rearranged(slot, order)


def rearranged(slot: str, order: Sequence[str]) -> str:
    """As many other words in the places of a slot's words."""
    tokens, tail = parse(slot)
    pairs = zip(tokens, order, strict=True)
    return join([token._replace(text=text) for token, text in pairs], tail)


def tidied(slot: str) -> str:
    """The slot with single spaces, each word once, and without words like ``undefined``."""
    return " ".join(dict.fromkeys(word for word in words(slot) if word not in LEFTOVERS))
