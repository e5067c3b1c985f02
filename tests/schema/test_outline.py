"""Blocks and their parts as lists name them: first words, parts that hold something, icons."""

import pytest

from designer.schema import BlockType, Field
from designer.schema.outline import Element, elements, title, type_label

KIND = BlockType(
    "note",
    "Small note",
    fields=(
        Field("headline", "string", "Headline"),
        Field("body", "markdown", "Words"),
        Field("image", "object", "Picture"),
        Field("cards", "list", "Cards"),
        Field("markup", "html", "Own HTML"),
    ),
)


@pytest.mark.parametrize(
    "name",
    [
        "_template", "_type", "_name", "component", "block", "discriminant", "type",
        "tailwind", "style", "styles", "cardStyle", "classes", "background", "navigationLabel",
    ],
)  # fmt: skip
def test_styles_and_names_of_types_are_no_parts(name):
    shown = elements({name: {"a": "x"}, "words": "x"}, None)
    assert [part.path for part in shown] == [("words",)]
    kind = BlockType("note", "Note", fields=(Field(name, "string", "Hidden"),))
    assert elements({name: "x"}, kind) == ()


@pytest.mark.parametrize("value", [None, "", [], {}])
def test_what_holds_nothing_is_no_part(value):
    assert elements({"words": value}, None) == ()
    assert elements({"headline": value}, KIND) == ()
    assert elements({}, KIND) == ()


def test_parts_stand_in_the_order_of_the_type():
    data = {"cards": [1, 2], "markup": "<p>", "body": "b", "image": {"src": "x"}, "more": "x"}
    assert elements(data, KIND) == (
        Element(("body",), "Words", "text"),
        Element(("image",), "Picture", "image"),
        Element(("cards",), "Cards", "list", "2"),
        Element(("markup",), "Own HTML", "code"),
    )


@pytest.mark.parametrize(
    ("name", "value", "icon", "detail"),
    [
        ("words", "x", "text", ""),
        ("size", 0, "text", ""),
        ("parts", [1, 2, 3], "list", "3"),
        ("some", {"a": 1}, "block", ""),
        ("some", {"src": "x"}, "image", ""),
        ("image", "x", "image", ""),
        ("buttons", [1], "button", "1"),
        ("markup", "x", "code", ""),
    ],
)
def test_without_a_type_the_value_tells_what_a_part_is(name, value, icon, detail):
    label = name.capitalize()
    assert elements({name: value}, None) == (Element((name,), label, icon, detail),)


@pytest.mark.parametrize(
    ("kind", "icon"),
    [("image", "image"), ("list", "list"), ("object", "block"), ("html", "code"),
     ("markdown", "text"), ("number", "text")],
)  # fmt: skip
def test_the_icon_of_a_kind_of_field(kind, icon):
    described = BlockType("note", "Note", fields=(Field("a", kind, "A"),))
    assert elements({"a": "x"}, described)[0].icon == icon


def test_the_first_words_name_a_block():
    words = {name: name for name in ("headline", "heading", "title", "label", "name", "question")}
    while words:
        first = next(iter(words))
        assert title(dict(reversed(words.items())), KIND.label) == first
        del words[first]
    assert title({"text": "x"}, KIND.label) == "Small note"


def test_words_are_on_one_line_and_count_only_if_there_are_any():
    assert title({"headline": " two \n words "}, "Block") == "two words"
    assert title({"headline": " \n", "title": 3, "label": "Label"}, "Block") == "Label"


def test_a_type_that_is_not_known_is_named_by_its_key():
    assert type_label("photoCards", None) == "Photo cards"
    assert type_label("photoCards", KIND) == "Small note"
    assert type_label("", None) == title({}, "Block") == "Block"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ({"hero_title": "Hello"}, "Hello"),
        ({"sectionHeading": "Hello", "text": "More"}, "Hello"),
        ({"title": {"type": "TitleBlock", "text": "Hello"}}, "Hello"),
        ({"content": {"heading": "Hello"}}, "Hello"),
        ({"image": {"src": "/a.png", "title": "A dot"}}, "Small note"),
        ({"titleSize": "large"}, "Small note"),
        ({"_bookshop_name": "stats"}, "Small note"),
        ({"style": {"title": "text-xl"}}, "Small note"),
        ({"items": [{"title": "Hello"}]}, "Small note"),
    ],
)
def test_any_heading_names_a_block(data, expected):
    assert title(data, KIND.label) == expected


def test_a_group_with_the_address_of_a_picture_is_a_picture():
    assert elements({"media": {"url": "/dot.svg"}}, None)[0].icon == "image"
    assert elements({"media": {"url": "/about"}}, None)[0].icon == "block"
