"""Which letters get an escape, where letters come from, and the markers of lists."""

import pytest

from designer.richtext.block_writer import next_marker
from designer.richtext.escapes import first_letters, is_risky, letters_beside_marks, likely_escapes
from designer.richtext.inline_writer import TargetLetter, escape
from designer.richtext.letter_alignment import BETWEEN, slots_of
from designer.richtext.rich_text import Atom, Letter, MarkValue, PlacedLetter, PlainBlock
from tests.dialects import read

STRONG = MarkValue("strong")


def slots(*texts):
    """The slots of new texts; a text may be a list of letters."""
    found = []
    for number, words in enumerate(texts):
        found += [BETWEEN] if number else []
        found += [Letter(each) if isinstance(each, str) else each for each in words]
    return [TargetLetter(number, letter, None) for number, letter in enumerate(found)]


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("# a", "#"), ("###### a", "#"), ("####### a", ""), ("#", "#"), ("#a", ""), ("a # b", ""),
        ("- a", "-"), ("+ a", "+"), ("-a", ""), ("--a", "-"), ("==", "="), ("-", "-"), ("=", ""),
        ("> a", ">"), (">a", ">"), ("a > b", ""), ("| a", "|"), ("a | b", ""),
        ("1. a", "."), ("123456789) a", ")"), ("1234567890. a", ""), ("1.a", ""), ("12.", "."),
        ("a 1. b", ""),
        ("a\\b", ""), ("a\\*", "\\"), ("a\\", "\\"),
        ("a < b", ""), ("a <b", "<"), ("a<", "<"),
        ("{a", "{"), ("a}", ""),
        ("[a", ""), ("[a] [b", "["), ("a]", ""),
        ("!a", ""), ("![", "!"), ("!", ""),
        ("&amp;", "&"), ("&#x20;", "&"), ("& b;", ""), ("a&b", ""),
        ("a*b", ""), ("*a*", "**"), ("_a_", "__"), ("~a~", "~~"), ("`a`", "``"), ("*a_", ""),
        ("a.b:c=d+e-f", ""),
    ],
)  # fmt: skip
def test_new_letters_that_mean_something(text, escaped):
    made = slots(text)
    found = likely_escapes(made, mdx=True)
    assert "".join(made[at].letter.text for at in sorted(found)) == escaped


def test_which_of_them():
    assert likely_escapes(slots("a # b", "12. # c"), mdx=True) == {8}
    assert likely_escapes(slots("[[a]", "*x* *"), mdx=True) == {0, 1, 5, 7, 9}
    assert likely_escapes(slots("{a"), mdx=False) == set()
    assert likely_escapes(slots("*", "*"), mdx=True) == set()


def test_an_atom_stands_for_one_letter():
    atom = Letter("", atom=Atom("image"))
    assert likely_escapes(slots([atom, "#", " "]), mdx=True) == set()
    assert likely_escapes(slots(["*", atom, "*"]), mdx=True) == {0, 2}


def test_old_letters_have_the_escapes_that_they_have():
    old = PlacedLetter(Letter("#"), (), "#")
    made = [TargetLetter(0, Letter("#"), old), TargetLetter(1, Letter(" "), None)]
    assert likely_escapes(made, mdx=True) == set()


@pytest.mark.parametrize("letter", [*"\\`*_{}[]<>~&|#!+-.)=:"])
def test_what_can_mean_something_wherever_it_stands(letter):
    plain, escaped = (
        PlacedLetter(Letter(letter), (), letter),
        PlacedLetter(Letter(letter), (), f"\\{letter}"),
    )
    assert is_risky(TargetLetter(0, Letter(letter), None))
    assert is_risky(TargetLetter(0, Letter(letter), plain))
    assert not is_risky(TargetLetter(0, Letter(letter), escaped))


@pytest.mark.parametrize("letter", ["a", " ", "(", "", ","])
def test_what_means_nothing(letter):
    assert not is_risky(TargetLetter(0, Letter(letter), None))


def test_first_letters_of_texts():
    assert list(first_letters(slots("ab", "1c", "", "d"))) == [0, 7]


def test_letters_beside_marks():
    bold = [Letter(each, frozenset({STRONG})) for each in "b."]
    assert list(letters_beside_marks(slots(["a", *bold, "c"]))) == [0, 1, 3]
    assert list(letters_beside_marks(slots("a", bold[:1], "c"))) == []
    assert list(letters_beside_marks(slots("abc"))) == []


@pytest.mark.parametrize(
    ("letter", "escaped"), [("*", "\\*"), ("~", "\\~"), ("a", "&#x61;"), ("é", "&#xE9;")]
)
def test_an_escape(letter, escaped):
    assert escape(letter) == escaped


@pytest.mark.parametrize(
    ("marker", "following"),
    [
        ("- ", "- "), ("1. ", "2. "), ("1.  ", "2.  "), ("9.  ", "10. "), ("9. ", "10. "),
        ("99)   ", "100)  "), ("0) ", "1) "), ("1.", "2. "), ("1.\t", "2. "),
    ],
)  # fmt: skip
def test_the_marker_of_the_item_behind(marker, following):
    assert next_marker(marker) == following


def origins(before, after):
    """The new letters, each with the one that it was: its number in the old text."""
    blocks = read(before, "g2").blocks
    old = [unit for block in blocks for unit in block.units]
    found = slots_of(blocks, after)
    assert [slot.number for slot in found] == list(range(len(found)))
    return [
        old.index(slot.origin) if slot.origin in old else None
        for slot in found
        if slot.letter != BETWEEN
    ]


def node(words, *marks, kind="paragraph"):
    return PlainBlock(kind, letters=tuple(Letter(each, frozenset(marks)) for each in words))


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("abc", [node("abc")], [0, 1, 2]),
        ("abc", [node("axc")], [0, None, 2]),
        ("abc", [node("abxc")], [0, 1, None, 2]),
        ("abc", [node("ac")], [0, 2]),
        ("abc", [node("")], []),
        ("", [node("ab")], [None, None]),
        ("abcd", [node("xbcy")], [None, 1, 2, None]),
        ("aba", [node("a")], [0]),
        ("ab\n\ncd", [node("ab"), node("xd")], [0, 1, None, 3]),
        ("ab\n\ncd", [node("abcd")], [0, 1, 2, 3]),
        ("abcd", [node("ab"), node("cd")], [0, 1, 2, 3]),
        ("a\n\na", [node(""), node("a")], [1]),
        # The same letter with other marks is still the same, but not in code.
        ("ab", [node("ab", STRONG)], [0, 1]),
        ("**a**b", [node("a", STRONG), node("a")], [0, None]),
        ("`ab`", [node("ab")], [None, None]),
        ("ab", [node("ab", MarkValue("code"))], [None, None]),
        ("ab", [node("ab", kind="code_block")], [None, None]),
    ],
)
def test_where_letters_come_from(before, after, expected):
    assert origins(before, after) == expected
