"""Reads and writes one property of a slot."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from designer.tailwind.breakpoints import with_variant, without_variant
from designer.tailwind.class_list import insert, remove, replace_word, words
from designer.tailwind.jit_index import index_of
from designer.tailwind.properties import PROPERTIES
from designer.tailwind.sheet import Sheet
from designer.tailwind.utility_effects import Rank, UtilityEffects, without_important
from designer.tailwind.utility_index import UtilityIndex


@dataclass(frozen=True)
class PropertyValue:
    """The value of a property in a slot.

    Attributes:
        utility: The winning utility without its breakpoint; None if the slot sets no value.
        index: The index of its word in the slot; the first one if the word is repeated.
        breakpoint_name: The name of its breakpoint.
    """

    utility: str | None
    index: int | None
    breakpoint_name: str


_NOTHING = PropertyValue(None, None, "")


def declared_properties(sheet: Sheet, utility: str) -> frozenset[str]:
    """Return the names of the properties that a class declares, at any breakpoint."""
    return frozenset(name for name, _ in index_of(sheet).effects(utility).owned)


def get_property(slot: str, prop: str, breakpoint_name: str, sheet: Sheet) -> PropertyValue:
    """Return the word that wins in a window at a breakpoint, as the browser decides.

    The window is one to which no other breakpoint applies, where possible. Values for a state, such
    as ``hover:``, are ignored.

    Args:
        slot: The slot.
        prop: A name of ``PROPERTIES``.
        breakpoint_name: The name of a breakpoint; ``""`` for the window to which none applies.
        sheet: The site's Tailwind.

    Raises:
        KeyError: There is no such breakpoint.
    """
    index = index_of(sheet)
    found = _winner(words(slot), prop, breakpoint_name, index)
    if found is None:
        return _NOTHING
    place, word, of = found
    return PropertyValue(without_variant(word, of), place, of)


def declared_value(sheet: Sheet, prop: str, found: PropertyValue) -> str:
    """Return the value that the utility of a setting declares for the property, as written."""
    word = with_variant(found.utility or "", found.breakpoint_name)
    values = index_of(sheet).effects(word).values(found.breakpoint_name)
    return without_important(values.get(min(PROPERTIES[prop].longhands), ""))


def set_property(
    slot: str, prop: str, breakpoint_name: str, utility: str | None, sheet: Sheet
) -> str:
    """Set the utility of a property at a breakpoint in a slot.

    The word that sets this property there is replaced; if there is none, a word is inserted beside
    words of the same group. A stronger word with more properties (``p-4`` for ``padding-top``) is
    split into longer forms with the same values. If that is impossible, it stays and wins, as does
    a word for a breakpoint that always applies together with this one; ``setting`` returns the
    winner. All other words and white space are unchanged.

    Args:
        slot: The slot.
        prop: A name of ``PROPERTIES``.
        breakpoint_name: The name of a breakpoint; ``""`` for all sizes.
        utility: A utility without variant that declares the property; it may declare more, as
            ``p-6``. None removes the property.
        sheet: The site's Tailwind.

    Raises:
        KeyError: There is no such breakpoint.
    """
    index = index_of(sheet)
    if utility is None:
        return _remove_property(slot, prop, breakpoint_name, index)
    word = with_variant(utility, breakpoint_name)
    found = _winner(words(slot), prop, breakpoint_name, index)
    if found is not None and found[1] == word:
        return slot
    slot = _insert_or_replace(slot, prop, breakpoint_name, word, index)
    return _split_overriding(slot, prop, breakpoint_name, word, index)


def _winner(
    names: Sequence[str], prop: str, breakpoint_name: str, index: UtilityIndex
) -> tuple[int, str, str] | None:
    """Return index, word and breakpoint of the winning word."""
    active = index.active_breakpoints(breakpoint_name)
    best: tuple[int, str, str] | None = None
    greatest: Rank | None = None
    for place, word in enumerate(names):
        for where, rank in index.effects(word).ranks.get(prop, ()):
            if where in active and (greatest is None or rank > greatest):
                best, greatest = (place, word, where), rank
    return best


def _rank(effects: UtilityEffects, prop: str, breakpoint_name: str) -> Rank | None:
    return next(
        (rank for where, rank in effects.ranks.get(prop, ()) if where == breakpoint_name), None
    )


def _insert_or_replace(
    slot: str, prop: str, breakpoint_name: str, word: str, index: UtilityIndex
) -> str:
    """Insert a word in place of the words that it replaces."""
    names = words(slot)
    own = index.effects(word)
    core = (own.core or frozenset()) | {(prop, breakpoint_name)}
    mark = (prop, breakpoint_name)

    def is_replaced(name: str) -> bool:
        other = index.effects(name).core
        return name != word and other is not None and mark in other and other <= core

    if word not in names:
        found = _winner(
            [name if is_replaced(name) else "" for name in names], prop, breakpoint_name, index
        )
        if found is None:
            return insert(slot, _insertion_index(names, prop, breakpoint_name, index), word)
        for place in [place for place, name in enumerate(names) if name == found[1]]:
            slot = replace_word(slot, place, word)
    strength = None if own.is_guess else _rank(own, prop, breakpoint_name)
    for place, name in reversed([*enumerate(words(slot))]):
        if is_replaced(name):
            other = _rank(index.effects(name), prop, breakpoint_name)
            if strength is None or (other is not None and other > strength):
                slot = remove(slot, place)
    return slot


def _split_overriding(
    slot: str, prop: str, breakpoint_name: str, word: str, index: UtilityIndex
) -> str:
    """Split words of the same breakpoint that set more properties and override this word."""
    kept = index.effects(word).owned | {(prop, breakpoint_name)}
    for _ in words(slot):
        found = _winner(words(slot), prop, breakpoint_name, index)
        if found is None or found[1] == word:
            break
        shorter = _split_word(slot, found[0], kept, breakpoint_name, index)
        if shorter is None:
            break
        slot = shorter
    return slot


def _remove_property(slot: str, prop: str, breakpoint_name: str, index: UtilityIndex) -> str:
    """Remove a property from a slot at a breakpoint."""
    mark = (prop, breakpoint_name)
    own = [
        place
        for place, name in enumerate(words(slot))
        if index.effects(name).core == frozenset({mark})
    ]
    for place in reversed(own):
        slot = remove(slot, place)
    if own:
        return slot
    index.active_breakpoints(breakpoint_name)
    for place, name in reversed([*enumerate(words(slot))]):
        if mark in index.effects(name).owned:
            slot = _split_word(slot, place, {mark}, breakpoint_name, index) or slot
    return slot


def _split_word(
    slot: str,
    place: int,
    without: Iterable[tuple[str, str]],
    breakpoint_name: str,
    index: UtilityIndex,
) -> str | None:
    """Replace a word by longer forms without some properties; None if there are none.

    Args:
        slot: The slot.
        place: The index of the word.
        without: The properties that the longer forms must not declare.
        breakpoint_name: The breakpoint of the word.
        index: The index of the sheet.
    """
    word = words(slot)[place]
    effects = index.effects(word)
    if effects.core is None or any(where != breakpoint_name for _, where in effects.core):
        return None
    taken = {longhand for name, _ in without for longhand in PROPERTIES[name].longhands}
    taken |= _overridden_longhands(words(slot), effects, breakpoint_name, index)
    left = {
        key: value for key, value in effects.values(breakpoint_name).items() if key not in taken
    }
    forms = index.fewest_utilities(left, without_variant(word, breakpoint_name))
    if forms is None:
        return None
    if not forms:
        return remove(slot, place)
    for more, form in enumerate(forms):
        text = with_variant(form, breakpoint_name)
        slot = insert(slot, place + more, text) if more else replace_word(slot, place, text)
    return slot


def _overridden_longhands(
    names: Iterable[str], effects: UtilityEffects, breakpoint_name: str, index: UtilityIndex
) -> set[str]:
    """Return the longhands of a word that other words of its breakpoint override."""
    strongest: dict[str, Rank] = {}
    for name in names:
        for longhand, where, rank, _ in index.effects(name).claims:
            if where == breakpoint_name:
                strongest[longhand] = max(rank, strongest.get(longhand, rank))
    return {claim.longhand for claim in effects.claims if claim.rank < strongest[claim.longhand]}


def _insertion_index(
    names: Sequence[str], prop: str, breakpoint_name: str, index: UtilityIndex
) -> int:
    """Return the insertion index of a word: after the last word of the closest group."""
    group = PROPERTIES[prop].group

    def is_kin(name: str, where: str) -> bool:
        return PROPERTIES[name].group == group and where == breakpoint_name

    nearness: tuple[Callable[[UtilityEffects], bool], ...] = (
        lambda effects: (prop, breakpoint_name) in effects.owned,
        lambda effects: any(is_kin(*each) for each in effects.owned),
        lambda effects: any(claim.breakpoint_name == breakpoint_name for claim in effects.claims),
        lambda effects: any(PROPERTIES[name].group == group for name, _ in effects.owned),
    )
    known = [index.effects(name) for name in names]
    for is_near in nearness:
        places = [place for place, effects in enumerate(known) if is_near(effects)]
        if places:
            return places[-1] + 1
    return len(names)
