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
