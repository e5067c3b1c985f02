"""Where the blocks of a page lie, and which key says what they are."""

from dataclasses import FrozenInstanceError
from itertools import pairwise

import pytest

from designer.schema import (
    DISCRIMINANTS,
    BlockType,
    Field,
    Option,
    Slot,
    discriminant,
    field_at,
    humanise,
    type_key,
    type_name,
    type_of,
)

PLAIN = BlockType("note", "Note")
PERSON = {"name": "A", "type": "person"}


def test_a_field_called_type_is_not_the_type():
    assert type_name({"type": "primary", "component": "hero-wide"}) == "hero-wide"


def test_the_most_specific_type_key_counts():
    for better, worse in pairwise(DISCRIMINANTS):
        assert type_key({worse: "x", better: "y"}) == better


def test_the_type_of_a_block():
    kind = BlockType("note", "Note")
    assert type_of({"_template": "note"}, {"note": kind}) is kind
    assert type_of({"_template": "other"}, {"note": kind}) is None
    assert type_of({"a": "note"}, {"note": kind}) is None
    assert type_of("note", {"note": kind}) is None


def test_the_field_at_a_path():
    src = Field("src", "image", "Picture")
    image = Field("image", "object", "Image", fields=(src,))
    cards = Field("cards", "list", "Cards", fields=(image, Field("words", "text", "Words")))
    kind = BlockType("note", "Note", fields=(Field("words", "string", "Words"), cards))
    assert field_at(kind, ("cards",)) is cards
    assert field_at(kind, ("cards", 1)) is cards
    assert field_at(kind, ("cards", 1, "words")).type == "text"
    assert field_at(kind, ("cards", 0, "image", "src")) is src
    assert field_at(kind, ()) is None
    assert field_at(kind, ("none",)) is None
    assert field_at(kind, ("none", "words")) is None
    assert field_at(kind, ("words", "words")) is None


def test_the_key_of_a_list_is_that_of_the_first_block_that_says_it():
    assert discriminant([{"a": 1}, {"_name": "x"}, {"_type": "y"}]) == "_name"
    assert discriminant([{"a": 1}]) == "_template"
    assert (type_key({}), type_name({})) == (None, None)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("navigationLabel", "Navigation label"), ("two_words-and  more", "Two words and more"),
        ("size2Big", "Size2 big"), ("URL", "Url"), ("--", "--"), ("", ""),
    ],
)  # fmt: skip
def test_names_as_words(name, words):
    assert humanise(name) == words


def test_descriptions_are_values():
    for value in (Option("a", "A"), Slot(("a",), "A", ""), Field("a", "text", "A"), PLAIN):
        name = next(iter(vars(value)))
        with pytest.raises(FrozenInstanceError):
            setattr(value, name, "b")
    assert (PLAIN.defaults, PLAIN.sample, Field("a", "text", "A").when) == ({}, {}, {})
