"""The Page tab lists all of the front matter but the blocks."""

from __future__ import annotations

from designer.document import Tagged, Timestamp
from designer.families import default_variant
from designer.inspector.entries.entry_builder import always_open
from designer.inspector.entries.page_entries import page_entries

FIRST = default_variant("g1").site_parts.page
SECOND = default_variant("g2").site_parts.page


def listed(data, kind=FIRST, opened=always_open):
    rest = {key: value for key, value in data.items() if key != "blocks"}
    *entries, last = page_entries(rest, kind, opened, "x.org/about")
    assert last.kind == "new"
    return tuple(entries)


def kinds(entries):
    return {".".join(map(str, e.path)): e.kind for e in entries}


def test_absent_fields_are_there_to_be_filled():
    entries = listed({"blocks": [{"_template": "x"}]})
    assert kinds(entries) == {
        "draft": "boolean",
        "meta": "heading",
        "meta.": "search",
        "meta.pageTitle": "string",
        "meta.pageDescription": "text",
        "meta.siteImageSrc": "image",
    }
    assert all(entry.value in (None, ("", "x.org/about", "")) for entry in entries)


def test_any_other_key_has_an_editor_by_its_type():
    data = {
        "type": "post",
        "date": Timestamp("2024-01-01"),
        "tags": ["a", "b"],
        "weight": 3,
        "author": {"name": "A", "link": "/a"},
        "odd": Tagged("!x", "y"),
    }
    found = kinds(listed(data, kind=None))
    assert found == {
        "type": "string",
        "date": "date",
        "tags": "list",
        "tags.0": "string",
        "tags.1": "string",
        "weight": "number",
        "author": "heading",
        "author.name": "string",
        "author.link": "link",
        "odd": "fixed",
    }


def test_what_search_engines_show_is_counted_and_seen():
    entries = listed({"meta": {"pageTitle": "About", "pageDescription": "Words"}})
    by_path = {e.path: e for e in entries}
    assert by_path["meta", "pageTitle"].limit == 60
    assert by_path["meta", "pageDescription"].limit == 160
    assert by_path["meta", "siteImageSrc"].limit == 0
    assert by_path["meta", ""].value == ("About", "x.org/about", "Words")
    assert {e.path for e in listed({"meta": {"title": "x"}}, kind=None) if e.limit} == {
        ("meta", "title")
    }


def test_the_background_of_a_page_with_its_slots():
    entries = listed({"background": {"fillStyles": "bg-white"}}, kind=SECOND)
    found = {e.path: e for e in entries}
    assert found["background", "fillStyles"].kind == "slot"
    assert found["background", "fillStyles"].value == "bg-white"
    assert found["background", "src"].kind == "image"
    closed = listed({}, SECOND, lambda path, _usual: path != ("background",))
    assert [e.path for e in closed if e.path[0] == "background"] == [("background",)]
