from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from designer import bundled
from designer.inspector.entries.entry_builder import content_entries, document_entries, slot_entries
from designer.inspector.entries.list_items import fresh_item
from designer.schema import BlockType, Field, Option, load_types

TYPES = load_types([bundled.folder("templates") / "g1"])
FEATURE = TYPES["tailwindFeature"]


def test_all_slots_of_the_type_even_when_absent():
    entries = slot_entries({"tailwind": {"headline": "text-3xl", "own": "p-4"}}, FEATURE)
    by_path = {e.path: e for e in entries}
    assert by_path["tailwind", "headline"].value == "text-3xl"
    assert by_path["tailwind", "wrap"].value is None
    assert by_path["tailwind", "own"].value == "p-4"
    assert all(e.kind == "slot" for e in entries)


def test_fields_in_the_order_of_the_type_then_the_rest():
    data = {"_template": "tailwindFeature", "extra": True, "headline": "Hi", "buttons": []}
    entries = content_entries(data, FEATURE)
    paths = [e.path for e in entries]
    assert paths.index(("headline",)) < paths.index(("body",)) < paths.index(("extra",))
    assert next(e for e in entries if e.path == ("extra",)).kind == "boolean"
    assert not any(p[0] in ("_template", "tailwind") for p in paths)


def test_items_are_named_by_their_words():
    data = {"buttons": [{"label": "Go", "link": "/"}, {"link": "/x"}, {}]}
    names = [e.label for e in content_entries(data, FEATURE) if e.kind == "item"]
    assert names == ["Go", "Button 2", "Button 3"]


def test_a_picture_that_is_missing_is_an_address():
    card = next(
        e
        for e in content_entries({"cards": [{}]}, TYPES["speakerCards"])
        if e.path[-1] == "imageSrc"
    )
    assert (card.path, card.kind) == (("cards", 0, "imageSrc"), "image")
    paths = {e.path: e.kind for e in content_entries({}, FEATURE)}
    assert paths["image", "src"] == "image"
    odd = {e.path: e.kind for e in content_entries({"image": {"src": {"alt": "x"}}}, FEATURE)}
    assert odd["image", "src"] == "heading"


def test_a_slot_is_never_a_field_too():
    data = {"background": {"fillStyles": "bg-primary", "src": "/x.png"}}
    slots = {e.path for e in slot_entries(data, FEATURE)}
    fields = {e.path for e in content_entries(data, FEATURE)}
    assert ("background", "fillStyles") in slots
    assert not slots & fields


def test_unknown_type_is_editable():
    data = {
        "_template": "odd",
        "note": "words " * 20,
        "count": 3,
        "tailwind": {"a": "p-1"},
        "on": False,
    }
    kinds = {e.path: e.kind for e in content_entries(data, None)}
    assert kinds == {("note",): "text", ("count",): "number", ("on",): "boolean"}
    assert [e.path for e in slot_entries(data, None)] == [("tailwind", "a")]


def test_document_entries_keep_the_order_asked_for():
    data = {"nav": {"items": [{"label": "A"}]}, "logo": {"image": "/x"}}
    entries = document_entries(data, ("logo", "nav", "absent"))
    assert entries[0].path[0] == "logo"
    assert ("nav", "items", 0, "label") in [e.path for e in entries]


json_like = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3)
    ),
    max_leaves=12,
)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(
    st.dictionaries(
        st.sampled_from([f.name for f in FEATURE.fields] + ["tailwind", "x"]), json_like
    )
)
def test_any_data_gives_entries_with_unique_paths(data):
    entries = (*content_entries(data, FEATURE), *slot_entries(data, FEATURE))
    paths = [e.path for e in entries if e.kind not in ("heading", "list", "item")]
    assert len(paths) == len(set(paths))


PLAIN = BlockType("plain", "Plain", fields=(Field("words", "markdown", "The words"),))
PICTURE = BlockType(
    "picture", "Picture", fields=(Field("src", "image", "File"),), defaults={"src": "/new.png"}
)
KIND = Field("kind", "select", "Kind", options=(Option("plain", "Plain"), Option("picture", "P")))
CELLS = Field("cells", "list", "Cells", fields=(KIND,), type_key="kind", variants=(PICTURE, PLAIN))


def test_an_item_has_the_fields_of_its_own_type():
    data = {
        "cells": [{"kind": "plain", "words": "a"}, {"kind": "picture"}, {"kind": "odd", "n": 1}]
    }
    kind = BlockType("row", "Row", fields=(CELLS,))
    found = {e.path: (e.label, e.kind) for e in content_entries(data, kind) if len(e.path) == 3}
    assert found == {
        ("cells", 0, "kind"): ("Kind", "select"),
        ("cells", 0, "words"): ("The words", "markdown"),
        ("cells", 1, "kind"): ("Kind", "select"),
        ("cells", 1, "src"): ("File", "image"),
        ("cells", 2, "kind"): ("Kind", "select"),
        ("cells", 2, "n"): ("N", "number"),
    }


def test_an_object_of_several_types_has_the_fields_of_its_own():
    media = Field("media", "object", "Media", fields=(KIND,), type_key="kind", variants=(PLAIN,))
    kind = BlockType("row", "Row", fields=(media,))
    found = [e.label for e in content_entries({"media": {"kind": "plain"}}, kind)]
    assert found == ["Media", "Kind", "The words"]
    assert [e.label for e in content_entries({}, kind)] == ["Media", "Kind"]


def test_a_new_item_is_of_the_first_type():
    assert fresh_item(CELLS, None) == {"kind": "picture", "src": "/new.png"}
    assert fresh_item(CELLS, [{"kind": "plain"}]) == {"kind": "plain"}
