"""Reads and writes one property of a slot."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from designer.tailwind.breakpoints import base, variant
from designer.tailwind.class_list import insert, put, remove, words
from designer.tailwind.jit_index import index_of
from designer.tailwind.properties import PROPERTIES
from designer.tailwind.sheet import Sheet
from designer.tailwind.utility_effects import Rank, UtilityEffects, bare
from designer.tailwind.utility_index import UtilityIndex


@dataclass(frozen=True)
class PropertyValue:
    """The value of a property in a slot.

    Attributes:
        utility: The winning utility without its breakpoint; None if the slot sets no value.
        index: The index of its word in the slot; the first one if the word is repeated.
        at: The name of its breakpoint.
    """

    utility: str | None
    index: int | None
    at: str


_NOTHING = PropertyValue(None, None, "")


def owns(sheet: Sheet, utility: str) -> frozenset[str]:
    """Return the names of the properties that a class declares, at any breakpoint."""
    return frozenset(name for name, _ in index_of(sheet).facts(utility).owned)


def setting(slot: str, prop: str, at: str, sheet: Sheet) -> PropertyValue:
    """Return the word that wins in a window at a breakpoint, as the browser decides.

    The window is one to which no other breakpoint applies, where possible. Values for a state, such
    as ``hover:``, are ignored.

    Args:
        slot: The slot.
        prop: A name of ``PROPERTIES``.
        at: The name of a breakpoint; ``""`` for the window to which none applies.
        sheet: The site's Tailwind.

    Raises:
        KeyError: There is no such breakpoint.
    """
    index = index_of(sheet)
    found = _winner(words(slot), prop, at, index)
    if found is None:
        return _NOTHING
    place, word, of = found
    return PropertyValue(base(word, of), place, of)


def declared(sheet: Sheet, prop: str, found: PropertyValue) -> str:
    """Return the value that the utility of a setting declares for the property, as written."""
    word = variant(found.utility or "", found.at)
    values = index_of(sheet).facts(word).values(found.at)
    return bare(values.get(min(PROPERTIES[prop].longhands), ""))


def set_property(slot: str, prop: str, at: str, utility: str | None, sheet: Sheet) -> str:
    """Set the utility of a property at a breakpoint in a slot.

    The word that sets this property there is replaced; if there is none, a word is inserted beside
    words of the same group. A stronger word with more properties (``p-4`` for ``padding-top``) is
    split into longer forms with the same values. If that is impossible, it stays and wins, as does
    a word for a breakpoint that always applies together with this one; ``setting`` returns the
    winner. All other words and white space are unchanged.

    Args:
        slot: The slot.
        prop: A name of ``PROPERTIES``.
        at: The name of a breakpoint; ``""`` for all sizes.
        utility: A utility without variant that declares the property; it may declare more, as
            ``p-6``. None removes the property.
        sheet: The site's Tailwind.

    Raises:
        KeyError: There is no such breakpoint.
    """
    index = index_of(sheet)
    if utility is None:
        return _without(slot, prop, at, index)
    word = variant(utility, at)
    found = _winner(words(slot), prop, at, index)
    if found is not None and found[1] == word:
        return slot
    slot = _with(slot, prop, at, word, index)
    return _prevailing(slot, prop, at, word, index)


def _winner(
    names: Sequence[str], prop: str, at: str, index: UtilityIndex
) -> tuple[int, str, str] | None:
    """Return index, word and breakpoint of the winning word."""
    holding = index.holding(at)
    best: tuple[int, str, str] | None = None
    greatest: Rank | None = None
    for place, word in enumerate(names):
        for where, rank in index.facts(word).ranks.get(prop, ()):
            if where in holding and (greatest is None or rank > greatest):
                best, greatest = (place, word, where), rank
    return best


def _rank(facts: UtilityEffects, prop: str, at: str) -> Rank | None:
    return next((rank for where, rank in facts.ranks.get(prop, ()) if where == at), None)


def _with(slot: str, prop: str, at: str, word: str, index: UtilityIndex) -> str:
    """Insert a word in place of the words that it replaces."""
    names = words(slot)
    own = index.facts(word)
    core = (own.core or frozenset()) | {(prop, at)}
    mark = (prop, at)

    def is_replaced(name: str) -> bool:
        theirs = index.facts(name).core
        return name != word and theirs is not None and mark in theirs and theirs <= core

    if word not in names:
        found = _winner([name if is_replaced(name) else "" for name in names], prop, at, index)
        if found is None:
            return insert(slot, _place(names, prop, at, index), word)
        for place in [place for place, name in enumerate(names) if name == found[1]]:
            slot = put(slot, place, word)
    strength = None if own.is_guess else _rank(own, prop, at)
    for place, name in reversed([*enumerate(words(slot))]):
        if is_replaced(name):
            theirs = _rank(index.facts(name), prop, at)
            if strength is None or (theirs is not None and theirs > strength):
                slot = remove(slot, place)
    return slot


def _prevailing(slot: str, prop: str, at: str, word: str, index: UtilityIndex) -> str:
    """Split words of the same breakpoint that set more properties and override this word."""
    kept = index.facts(word).owned | {(prop, at)}
    for _ in words(slot):
        found = _winner(words(slot), prop, at, index)
        if found is None or found[1] == word:
            break
        shorter = _apart(slot, found[0], kept, at, index)
        if shorter is None:
            break
        slot = shorter
    return slot


def _without(slot: str, prop: str, at: str, index: UtilityIndex) -> str:
    """Remove a property from a slot at a breakpoint."""
    mark = (prop, at)
    own = [
        place
        for place, name in enumerate(words(slot))
        if index.facts(name).core == frozenset({mark})
    ]
    for place in reversed(own):
        slot = remove(slot, place)
    if own:
        return slot
    index.holding(at)
    for place, name in reversed([*enumerate(words(slot))]):
        if mark in index.facts(name).owned:
            slot = _apart(slot, place, {mark}, at, index) or slot
    return slot


def _apart(
    slot: str, place: int, without: Iterable[tuple[str, str]], at: str, index: UtilityIndex
) -> str | None:
    """Replace a word by longer forms without some properties; None if there are none.

    Args:
        slot: The slot.
        place: The index of the word.
        without: The properties that the longer forms must not declare.
        at: The breakpoint of the word.
        index: The index of the sheet.
    """
    word = words(slot)[place]
    facts = index.facts(word)
    if facts.core is None or any(where != at for _, where in facts.core):
        return None
    taken = {longhand for name, _ in without for longhand in PROPERTIES[name].longhands}
    taken |= _lost(words(slot), facts, at, index)
    left = {key: value for key, value in facts.values(at).items() if key not in taken}
    forms = index.together(left, base(word, at))
    if forms is None:
        return None
    if not forms:
        return remove(slot, place)
    for more, form in enumerate(forms):
        text = variant(form, at)
        slot = insert(slot, place + more, text) if more else put(slot, place, text)
    return slot


def _lost(names: Iterable[str], facts: UtilityEffects, at: str, index: UtilityIndex) -> set[str]:
    """Return the longhands of a word that other words of its breakpoint override."""
    strongest: dict[str, Rank] = {}
    for name in names:
        for longhand, where, rank, _ in index.facts(name).claims:
            if where == at:
                strongest[longhand] = max(rank, strongest.get(longhand, rank))
    return {claim.longhand for claim in facts.claims if claim.rank < strongest[claim.longhand]}


def _place(names: Sequence[str], prop: str, at: str, index: UtilityIndex) -> int:
    """Return the insertion index of a word: after the last word of the closest group."""
    group = PROPERTIES[prop].group

    def is_kin(name: str, where: str) -> bool:
        return PROPERTIES[name].group == group and where == at

    nearness: tuple[Callable[[UtilityEffects], bool], ...] = (
        lambda facts: (prop, at) in facts.owned,
        lambda facts: any(is_kin(*each) for each in facts.owned),
        lambda facts: any(claim.at == at for claim in facts.claims),
        lambda facts: any(PROPERTIES[name].group == group for name, _ in facts.owned),
    )
    known = [index.facts(name) for name in names]
    for is_near in nearness:
        places = [place for place, facts in enumerate(known) if is_near(facts)]
        if places:
            return places[-1] + 1
    return len(names)
