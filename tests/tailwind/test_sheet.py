"""The sheet: what a page with certain classes needs, and in which order."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from designer.errors import EngineError
from designer.tailwind import Sheet, classes_in

RAW = {
    "format": 2,
    "engine": "tailwindcss 2.2.19",
    "units": ["p{margin:0}", ".a{x:1}", "@keyframes k{}", ".b,.c{x:2}", "@media print{.a{x:3}}"],
    "classes": {"a": [1, 4], "b": [3], "c": [3]},
    "always": [0, 2],
    "site_at": 1,
    "theme": {"screens": [["sm", {"max": 700}]]},
}


@pytest.fixture
def sheet():
    return Sheet.from_json(json.dumps(RAW))


def test_the_base_stands_before_the_styles_of_the_site(sheet):
    assert sheet.base_css() == "p{margin:0}"


def test_what_a_page_needs_comes_in_source_order(sheet):
    assert sheet.utilities_css(["c", "a"]) == "\n".join(RAW["units"][1:])
    assert sheet.utilities_css(["b", "a"]) == sheet.utilities_css(["a", "c", "b"])


def test_what_needs_no_class_is_always_there(sheet):
    assert sheet.utilities_css([]) == "@keyframes k{}"


def test_unknown_classes_need_nothing(sheet):
    assert sheet.numbers(["a", "w-[3px]", ""]) == [1, 4]


def test_bytes_and_text_are_the_same(sheet):
    assert Sheet.from_json(json.dumps(RAW).encode()) == sheet


@given(st.lists(st.sampled_from(["a", "b", "c", "nothing"])), st.sampled_from(["a", "b", "c"]))
def test_one_more_class_only_adds(names, more):
    sheet = Sheet.from_json(json.dumps(RAW))
    before, after = sheet.units_after_site(names), sheet.units_after_site([*names, more])
    assert set(before) <= set(after)
    assert after == sorted(set(after))


@pytest.mark.parametrize(
    "data",
    ["", "{", "[]", "7", "{}", '{"format": 1}', b"\xff", json.dumps(RAW | {"classes": [1]})],
)
def test_what_is_no_sheet_is_refused(data):
    with pytest.raises(EngineError):
        Sheet.from_json(data)


@pytest.mark.parametrize(
    ("markup", "found"),
    [
        ('<p class="a  b"><i class=c>', {"a", "b", "c"}),
        ("<p\nCLASS = 'sm:w-1/2\tx'>", {"sm:w-1/2", "x"}),
        ('<p class="a&amp;b">', {"a&b"}),
        ('<p data-class="no" id="x">', set()),
        ('<p class="">', set()),
    ],
)
def test_the_classes_of_a_markup(markup, found):
    assert classes_in(markup) == found


def test_all_that_a_build_says():
    raw = RAW | {"own": True, "imports": ["https://x.y/a.css"], "asked": ["a", "z"]}
    assert Sheet.from_json(json.dumps(raw)) == Sheet(
        engine="tailwindcss 2.2.19",
        units=tuple(RAW["units"]),
        classes={"a": (1, 4), "b": (3,), "c": (3,)},
        always=(0, 2),
        site_at=1,
        theme={"screens": [["sm", {"max": 700}]]},
        own=True,
        imports=("https://x.y/a.css",),
        requested=frozenset({"a", "z"}),
    )


def test_what_a_build_need_not_say():
    short = {name: value for name, value in RAW.items() if name != "theme"}
    sheet = Sheet.from_json(json.dumps(short | {"asked": None}))
    assert (sheet.theme, sheet.own, sheet.imports, sheet.requested) == ({}, False, (), None)
    assert sheet == Sheet.from_json(json.dumps(short))


def test_of_which_classes_nothing_is_known_yet(sheet):
    assert sheet.not_requested(["a", "z"]) == set()
    asked = Sheet.from_json(json.dumps(RAW | {"asked": ["a", "z"]}))
    assert asked.not_requested(["a", "z", "y", "b"]) == {"y", "b"}


def test_where_the_styles_of_the_site_stand(sheet):
    later = Sheet.from_json(json.dumps(RAW | {"site_at": 2}))
    assert (later.base_css(), later.units_after_site(["b"])) == ("p{margin:0}", [2, 3])
    all_base = Sheet.from_json(json.dumps(RAW | {"site_at": 3}))
    assert (all_base.base_css(), all_base.units_after_site([])) == (
        "p{margin:0}\n@keyframes k{}",
        [],
    )


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ("{", "The compiled styles cannot be read; build them again."),
        (json.dumps(RAW | {"format": 1}), "The compiled styles have format 1, not 2."),
    ],
)
def test_what_is_wrong_with_it(data, sentence):
    with pytest.raises(EngineError) as caught:
        Sheet.from_json(data)
    assert str(caught.value) == sentence


@pytest.mark.parametrize(
    ("markup", "found"),
    [
        ("<p data-fp-active='a b'>", {"a", "b"}),
        ("<p class=a><p class='b'><p class=\"c\">", {"a", "b", "c"}),
        ("<p subclass='a'>", set()),
        ("<p class='a&quot;b c'>", {'a"b', "c"}),
        ("<p class='&#32;a'>", {"a"}),
    ],
)
def test_more_classes_of_a_markup(markup, found):
    assert classes_in(markup) == found
