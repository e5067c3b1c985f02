"""Strings in which a site's CMS stores several choices, such as ``flex-row text-left``.

Some words are instructions to the site's components and not classes. Each choice has a few possible
words. Reading returns the first option that occurs, as the CMS does; writing changes only that
word, and unknown words are kept.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from designer.tailwind.class_list import insert, remove, replace_word, words


def chosen(slot: str, options: Collection[str]) -> str | None:
    """Return the first of these options that occurs in a string, or None."""
    there = set(words(slot))
    return next((word for word in options if word in there), None)


def choose(slot: str, parts: Sequence[Collection[str]], number: int, word: str | None) -> str:
    """Set the word of one choice in a string.

    Args:
        slot: The string.
        parts: The options of each choice, in the order in which the CMS writes the choices.
        number: The index of the choice.
        word: The new word; None removes the choice.
    """
    tokens = words(slot)
    now = chosen(slot, parts[number])
    if now is not None:
        place = tokens.index(now)
        return remove(slot, place) if word is None else replace_word(slot, place, word)
    if word is None:
        return slot
    before = {option for part in parts[:number] for option in part}
    places = [place for place, token in enumerate(tokens) if token in before]
    return insert(slot, places[-1] + 1 if places else 0, word)
