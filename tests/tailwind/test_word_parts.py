"""Strings of which each word is a choice: one word changes, the others survive."""

from hypothesis import assume, given
from hypothesis import strategies as st

from designer.tailwind import choose, chosen, words

PARTS = [["flex-row", "flex-col"], ["text-left", "text-right"], ["to-edge"]]
SLOTS = st.lists(
    st.sampled_from(["flex-row", "flex-col", "text-left", "text-right", "to-edge", "odd", "p-4"]),
    max_size=6,
).map("  ".join)


def test_reading_takes_the_first_option_that_occurs():
    assert chosen("text-left flex-col flex-row", ["flex-row", "flex-col"]) == "flex-row"
    assert chosen("sm:flex-row", ["flex-row"]) is None


def test_writing_changes_one_word():
    assert choose("odd flex-row  text-left ", PARTS, 0, "flex-col") == "odd flex-col  text-left "
    assert choose("flex-row odd", PARTS, 1, "text-left") == "flex-row text-left odd"
    assert choose("odd", PARTS, 2, "to-edge") == "to-edge odd"
    assert choose("flex-row to-edge", PARTS, 2, None) == "flex-row"
    assert choose("flex-row", PARTS, 1, None) == "flex-row"
    assert choose("", PARTS, 1, "text-left") == "text-left"


@given(slot=SLOTS, number=st.integers(0, 2))
def test_what_was_missing_and_is_taken_away_again_leaves_the_string(slot, number):
    if chosen(slot, PARTS[number]) is None:
        there = choose(slot, PARTS, number, PARTS[number][0])
        assert chosen(there, PARTS[number]) == PARTS[number][0]
        assert choose(there, PARTS, number, None) == slot


@given(slot=SLOTS, number=st.integers(0, 2))
def test_the_other_words_stay(slot, number):
    new = PARTS[number][-1]
    old = chosen(slot, PARTS[number])
    rest = words(slot)
    if old is not None:
        rest.remove(old)
    assume(new not in rest)
    changed = words(choose(slot, PARTS, number, new))
    changed.remove(new)
    assert changed == rest
