"""Templates see what the site's components would receive."""

from datetime import UTC, date, datetime

import pytest

from designer.families.template_values import (
    UNDEFINED,
    Record,
    Shape,
    path_of,
    text,
    value_of,
    word,
)
from designer.schema import Field, Slot

SHAPE = Shape.of(
    [
        Field("headline", "string", "Headline"),
        Field("wide", "boolean", "Wide"),
        Field("count", "number", "Count"),
        Field("image", "object", "Image", fields=(Field("src", "image", "Picture"),)),
        Field("items", "list", "Items", fields=(Field("keys", "string", "Keys"),)),
        Field("lines", "list", "Lines"),
        Field("style", "object", "Style", fields=(Field("order", "string", "Order"),)),
    ],
    [
        Slot(("style", "padding"), "Padding", "."),
        Slot(("tailwind", "section"), "Section", "."),
        Slot(("box",), "Box", "."),
    ],
)


def record(data):
    return Record(SHAPE, data)


def test_missing_values_are_null():
    block = record({})
    assert block.headline is None
    assert block.lines is None
    assert block.items is None
    assert block.box is None


def test_missing_objects_are_false_and_hold_undefined():
    for data in ({}, {"image": None}, {"image": "text"}, {"image": [1]}):
        block = record(data)
        assert not block.image
        assert block.image.src is UNDEFINED
        assert block.tailwind.section is UNDEFINED


def test_an_empty_object_is_an_object():
    block = record({"image": {}, "tailwind": {}})
    assert block.image
    assert block.image.src is None
    assert block.tailwind.section is None


def test_slots_and_fields_of_one_object():
    block = record({"style": {"order": "a", "padding": "p-4"}})
    assert (block.style.order, block.style.padding) == ("a", "p-4")


def test_keys_outside_the_schema_are_not_handed_on():
    with pytest.raises(AttributeError):
        record({"other": 1}).other  # noqa: B018 - the access is the test


def test_names_of_mapping_methods_are_ordinary_keys():
    (item,) = record({"items": [{"keys": "a"}]}).items
    assert item.keys == "a"


def test_lists():
    block = record({"items": [{"keys": "a"}, None, "x"], "lines": ["a", 1, {}]})
    assert [bool(item) for item in block.items] == [True, False, False]
    assert block.items[1].keys is UNDEFINED
    assert block.lines == ["a", "1", None]
    assert record({"items": {"keys": 1}, "lines": "a"}).items is None


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("", ""), ("a", "a"), (0, "0"), (5.0, "5"), (1.5, "1.5"), (True, "true"), (False, "false"),
        (date(2022, 6, 1), "2022-06-01"),
        (datetime(2022, 6, 1, 12, tzinfo=UTC), "2022-06-01T12:00:00+00:00"),
        (None, None), ([], None), ({}, None), (float("inf"), "inf"),
    ],
)  # fmt: skip
def test_texts(value, shown):
    assert text(value) == shown
    assert record({"headline": value}).headline == shown


def test_booleans_and_numbers():
    assert record({"wide": True}).wide is True
    assert record({"wide": "true"}).wide is None
    assert record({"count": 3}).count == 3
    assert record({"count": "3"}).count == "3"


def test_paths():
    block = record({"items": [{}, {"keys": "a"}], "image": {}})
    assert path_of(block) == ""
    assert path_of(block, "headline") == "headline"
    assert path_of(block.image, "src") == "image.src"
    assert path_of(block.items[1]) == "items.1"
    assert path_of(block.items[1], "keys") == "items.1.keys"
    assert value_of(block.items[1], "keys") == "a"
    assert (repr(block), repr(block.image)) == ("the block", "image")


def test_undefined():
    assert not UNDEFINED
    assert (word(UNDEFINED), word(None), word(""), word("a")) == ("undefined", "null", "", "a")
    assert repr(UNDEFINED) == "UNDEFINED"
