"""The slots of the real sites: opening them changes nothing, setting changes one word.

All slots, and a sample of what could be set there; with ``FRONTISPIECE_LONG`` in the environment
everything, which takes some minutes.
"""

import os
import random

import pytest

from designer.tailwind import (
    PROPERTIES,
    breakpoints,
    choices,
    findings,
    get_property,
    insert,
    join,
    load_preset,
    parse,
    remove,
    replace_word,
    set_property,
    words,
)
from designer.tailwind.breakpoints import with_variant
from designer.tailwind.jit_index import index_of
from tests.corpus import REAL
from tests.tailwind.sheets import slots_of

IS_LONG = bool(os.environ.get("FRONTISPIECE_LONG"))
SHARE = 0.004  # of the choices, for every slot, property and breakpoint


@pytest.fixture(scope="module")
def slots(corpus):
    found = slots_of(corpus)
    assert len(found) > (400 if corpus == REAL else 150)
    assert any(slot != " ".join(slot.split()) for slot in found)
    return found


def test_opening_one_changes_nothing(slots):
    for slot in slots:
        tokens, tail = parse(slot)
        assert join(tokens, tail) == slot
        for place, word in enumerate(words(slot)):
            assert replace_word(slot, place, word) == slot
            assert remove(insert(slot, place, "x"), place) == slot


def test_every_fix_takes_one_word(slots):
    sheet, seen = load_preset("g1"), set()
    for slot in slots:
        for odd in findings(slot, sheet):
            seen.add(odd.kind)
            assert odd.fixed == remove(slot, odd.index)
    assert seen >= {"word", "unknown"}


def wanted(preset, slot, prop):
    """The utilities that are tried: all, or a sample that is the same in every run."""
    offered = [choice.utility for choice in choices(load_preset(preset), prop)]
    if IS_LONG:
        return offered
    chance = random.Random(f"{preset} {slot} {prop}")
    return [utility for utility in offered if chance.random() < SHARE]


@pytest.mark.parametrize("preset", ["g1", "v3", "v4"])
@pytest.mark.parametrize("prop", PROPERTIES)
def test_setting_and_taking_back(slots, preset, prop):
    sheet = load_preset(preset)
    for slot in slots:
        for utility in wanted(preset, slot, prop):
            for each in breakpoints(sheet):
                check(slot, prop, each.name, utility, sheet)


def check(slot, prop, at, utility, sheet):
    case = (slot, prop, at, utility)
    before, names = get_property(slot, prop, at, sheet), words(slot)
    after = set_property(slot, prop, at, utility, sheet)
    found = get_property(after, prop, at, sheet)
    assert (found.utility, found.breakpoint_name) == (utility, at), case

    index = index_of(sheet)
    own = [name for name in names if index.effects(name).core == frozenset({(prop, at)})]
    word = with_variant(utility, at)
    if not own:
        place = words(after).index(word)
        assert word in names or remove(after, place) == slot, case
        if before.breakpoint_name != at or before.utility is None:
            assert set_property(after, prop, at, None, sheet) == slot, case
    elif len({*own}) == 1:
        expected = slot
        for place in [place for place, name in enumerate(names) if name == own[0]]:
            expected = replace_word(expected, place, word)
        assert after == expected, case
        if before.breakpoint_name == at and with_variant(before.utility, at) == own[0]:
            assert set_property(after, prop, at, before.utility, sheet) == slot, case
    else:
        rest = [name for name in names if name not in own]
        assert [name for name in words(after) if name not in {*own, word}] == rest, case
