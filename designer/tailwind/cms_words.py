"""Strings that a site's CMS writes as one choice after the other, as ``flex-row text-left``.

Some of their words are no classes but tell the site's components something. Each choice is one of
a few words; reading takes the first option that occurs, as the CMS does; writing changes that one
word, and words that nobody knows survive (BLOCKS, "field controls").
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from designer.tailwind.class_list import insert, put, remove, words


def chosen(slot: str, options: Collection[str]) -> str | None:
    """The first of these words that occurs in a string, None when none does."""
    there = set(words(slot))
    return next((word for word in options if word in there), None)


def choose(slot: str, parts: Sequence[Collection[str]], number: int, word: str | None) -> str:
    """The string with another word for one of its choices.

    Args:
        slot: The string.
        parts: The words of each choice, in the order in which the CMS writes them.
        number: Which choice.
        word: The word, None to take it away.
    """
    tokens = words(slot)
    now = chosen(slot, parts[number])
    if now is not None:
        place = tokens.index(now)
        return remove(slot, place) if word is None else put(slot, place, word)
    if word is None:
        return slot
    before = {option for part in parts[:number] for option in part}
    places = [place for place, token in enumerate(tokens) if token in before]
    return insert(slot, places[-1] + 1 if places else 0, word)
