"""Types that nobody describes are inferred from the blocks that there are."""

from datetime import date

import pytest

from designer.document import Timestamp
from designer.schema import (
    Slot,
    TypedData,
    discriminant,
    infer_types,
    scalar_type,
    type_key,
    type_name,
)

BLOCKS = [
    {
        "_type": "quote",
        "body": "a",
        "style": {"wrap": "p-4"},
        "voices": [{"name": "A"}, {"age": 3}],
    },
    {
        "_type": "quote",
        "note": "two\nlines",
        "image": {"src": "/a.png", "alt": "x"},
        "since": date(2020, 1, 1),
    },
    {
        "_type": "quote",
        "on": True,
        "count": 1.5,
        "type": "loud",
        "tags": ["a"],
        "none": None,
        "empty": {},
    },
    {"_type": "map"},
    {"nothing": 1},
    "words",
]


def type_of_block(block):
    return (type_name(block) or "") if isinstance(block, dict) else ""


def test_every_key_is_a_field():
    types = infer_types(TypedData(type_of_block(block), block) for block in BLOCKS)
    assert set(types) == {"quote", "map"}
    fields = {field.name: field for field in types["quote"].fields}
    assert {name: field.type for name, field in fields.items()} == {
        "body": "markdown", "voices": "list", "note": "text", "image": "object", "since": "date",
        "on": "boolean", "count": "number", "type": "string", "tags": "list", "none": "string",
        "empty": "string",
    }  # fmt: skip
    assert [(f.name, f.type) for f in fields["voices"].fields] == [
        ("name", "string"),
        ("age", "number"),
    ]
    assert [(f.name, f.type) for f in fields["image"].fields] == [
        ("src", "image"),
        ("alt", "string"),
    ]
    assert fields["tags"].fields == ()
    assert types["quote"].slots == (Slot(("style", "wrap"), "Wrap", ""),)
    assert types["quote"].label == "Quote"


def test_endless_nesting_ends():
    block = {"_type": "x"}
    inner = block
    for _ in range(50):
        inner["a"] = {}
        inner = inner["a"]
    assert infer_types([TypedData("x", block)])["x"].fields


@pytest.mark.parametrize(
    "key", ["_template", "_type", "type", "_name", "block", "component", "discriminant"]
)
def test_how_types_are_named(key):
    assert type_key({"a": 1, key: "x"}) == key
    assert type_name({key: "x"}) == "x"
    assert discriminant([1, {}, {key: "x"}]) == key


def test_the_familys_key_is_the_usual_one():
    assert discriminant([]) == "_template"
    assert type_name({"type": "x", "_template": "y"}) == "y"


@pytest.mark.parametrize(
    ("name", "value", "kind"),
    [
        ("href", "/about", "link"),
        ("ink", "#A1b2C3", "color"),
        ("ink", "#12", "string"),
        ("day", Timestamp("2024-03-01"), "date"),
        ("on", False, "boolean"),
        ("size", 0, "number"),
    ],
)
def test_a_single_value_tells_its_kind(name, value, kind):
    assert scalar_type(name, [value]) == kind


@pytest.mark.parametrize(
    ("name", "values", "kind"),
    [
        ("note", ["a " * 30], "string"),  # 60 characters are one line
        ("note", ["a " * 30 + "b"], "text"),  # 61 are more than one
        ("note", ["a" * 61], "string"),  # one word, an address for instance
        ("note", ["a\nb"], "text"),
        ("note", ["a", "b\nc"], "text"),
        ("ink", ["#abc", "#abcd", "#aabbcc", "#aabbccdd"], "color"),
        ("ink", ["#abc", "red"], "string"),
        ("ink", ["#abcde"], "string"),
        ("ink", ["x#abc"], "string"),
        ("size", [1, 2.5], "number"),
        ("size", [1, "2"], "string"),
        ("day", [date(2024, 3, 1), Timestamp("2024-03-01")], "date"),
        ("link", [], "link"),
        ("size", [], "string"),
    ],
)
def test_several_values_tell_their_kind(name, values, kind):
    assert scalar_type(name, values) == kind


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        ("image", ["src", "image", "imageSrc", "photo", "picture", "logo", "icon", "avatar"]),
        ("link", ["link", "href", "url"]),
        ("markdown", ["body", "text", "content", "description", "answer", "quote", "summary"]),
    ],
)
def test_names_tell_what_texts_are(kind, names):
    assert {scalar_type(name, ["x"]) for name in names} == {kind}


def test_addresses_of_pictures_are_pictures_under_any_name():
    assert scalar_type("url", ["/img/dot.svg"]) == "image"
    assert scalar_type("url", ["/img/dot.svg", "/about"]) == "link"
    assert scalar_type("cover_art", ["https://x.example/a.webp?w=9"]) == "image"


def test_names_of_icons_are_no_pictures():
    assert scalar_type("icon", ["tabler:rocket", "BiUser"]) == "string"
    assert scalar_type("icon", ["/img/icon"]) == "image"
