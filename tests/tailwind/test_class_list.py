"""A slot as a list of words: whatever is not meant stays as it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from designer.tailwind import (
    Token,
    insert,
    join,
    move,
    parse,
    remove,
    replace_word,
    sorted_slot,
    tidy,
    words,
)
from tests.tailwind.sheets import sheet_of

NAMES = st.text(
    st.characters(exclude_characters=" \t\n\f\r", exclude_categories=["Cs"]), min_size=1
)
SPACES = st.text(" \t\n\f\r")
slots = st.builds(
    lambda parts, tail: "".join(space + name for space, name in parts) + tail,
    st.lists(st.tuples(SPACES, NAMES)),
    SPACES,
)


@pytest.mark.parametrize(
    ("slot", "tokens", "tail"),
    [
        ("", (), ""),
        ("  ", (), "  "),
        ("a", (Token("", "a"),), ""),
        (" a  b\n", (Token(" ", "a"), Token("  ", "b")), "\n"),
        ("a\u00a0b", (Token("", "a\u00a0b"),), ""),
        ("sm: undefined", (Token("", "sm:"), Token(" ", "undefined")), ""),
    ],
)
def test_parsing(slot, tokens, tail):
    assert parse(slot) == (tokens, tail)


@given(st.text() | slots)
def test_joining_gives_the_same(slot):
    assert join(*parse(slot)) == slot


@pytest.mark.parametrize(
    ("slot", "index", "left"),
    [
        ("a", 0, ""),
        (" a", 0, ""),
        ("a ", 0, ""),
        (" a  ", 0, "  "),
        ("a b", 0, "b"),
        ("a b", 1, "a"),
        (" a  b c ", 0, "  b c "),
        (" a  b c ", 1, " a  c "),
        ("a\n\nb c", 1, "a\n c"),
    ],
)
def test_removing_takes_one_word_and_one_space(slot, index, left):
    assert remove(slot, index) == left


@pytest.mark.parametrize(
    ("slot", "index", "more"),
    [
        ("", 0, "x"),
        ("  ", 0, "x   "),
        ("a ", 1, "a x "),
        (" a  b", 0, " x a  b"),
        (" a  b", 1, " a x  b"),
    ],
)
def test_inserting_adds_one_word_and_one_space(slot, index, more):
    assert insert(slot, index, "x") == more


@given(slots, st.data())
def test_removing_undoes_inserting(slot, data):
    index = data.draw(st.integers(0, len(words(slot))))
    longer = insert(slot, index, "x")
    assert len(longer) - len(slot) == (2 if slot else 1)
    assert words(longer) == [*words(slot)[:index], "x", *words(slot)[index:]]
    assert remove(longer, index) == slot


@given(slots.filter(words), NAMES, st.data())
def test_putting_touches_one_word(slot, name, data):
    index = data.draw(st.integers(0, len(words(slot)) - 1))
    (before, tail), (after, same_tail) = parse(slot), parse(replace_word(slot, index, name))
    assert after[index] == Token(before[index].space, name)
    assert (after[:index], after[index + 1 :]) == (before[:index], before[index + 1 :])
    assert tail == same_tail
    assert replace_word(replace_word(slot, index, name), index, words(slot)[index]) == slot


def test_moving_leaves_the_spaces_in_place():
    assert move(" a  b\nc ", 0, 2) == " b  c\na "


@given(slots.filter(words), st.data())
def test_moving_back(slot, data):
    places = st.integers(0, len(words(slot)) - 1)
    old, new = data.draw(places), data.draw(places)
    assert move(move(slot, old, new), new, old) == slot


def test_tidying_on_request():
    assert tidy(" b  a undefined\nb null ") == "b a"
    assert tidy("undefined ") == ""


def test_sorting_on_request():
    sheet = sheet_of({"p-4": ".p-4{padding:1rem}", "flex": ".flex{display:flex}"})
    assert sorted_slot(" flex  to-edge\np-4 ", sheet) == " to-edge  p-4\nflex "


@given(slots)
def test_tidying_twice_is_tidying_once(slot):
    assert tidy(tidy(slot)) == tidy(slot)
