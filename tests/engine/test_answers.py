"""What a worker may answer: nothing about it is certain."""

from __future__ import annotations

import json

import pytest

from designer.engine.worker_result import read_answer
from designer.errors import EngineError
from designer.tailwind import StyleGap

GOOD = {
    "format": 2,
    "engine": "x",
    "units": ["p{}", ".a{}"],
    "classes": {"a": [1]},
    "always": [0],
    "site_at": 1,
    "theme": {"screens": [["sm", {"min": 640}]]},
    "own": True,
    "imports": ["https://example.org/x.css"],
    "asked": ["a", "b"],
    "gaps": [{"package": "p", "file": "a.js", "line": 3, "message": None}],
}


def test_a_sheet():
    sheet = read_answer("sheet " + json.dumps(GOOD), {"a"})
    assert sheet.numbers(["a"]) == [1]
    assert sheet.requested == {"a", "b"}
    assert sheet.gaps == (StyleGap("p", "a.js", 3),)


@pytest.mark.parametrize(
    "wrong",
    [
        {"units": ["p{}", 7]},
        {"units": ["p{}", None]},
        {"classes": {"a": [2]}},
        {"classes": {"a": [True]}},
        {"classes": {"a": ["1"]}},
        {"always": [-1]},
        {"site_at": 3},
        {"site_at": True},
        {"theme": []},
        {"theme": {"screens": {}}},
        {"theme": {"screens": [["sm"]]}},
        {"theme": {"screens": [[1, {}]]}},
        {"own": "yes"},
        {"imports": ["file:///etc/passwd"]},
        {"imports": ["javascript:alert(1)"]},
        {"imports": [1]},
        {"asked": [1]},
        {"asked": [[]]},
        {"asked": 7},
        {"gaps": None},
        {"gaps": ["p"]},
        {"gaps": [{"package": "p"}]},
        {"gaps": [GOOD["gaps"][0] | {"package": 1}]},
        {"gaps": [GOOD["gaps"][0] | {"file": ["a.js"]}]},
        {"gaps": [GOOD["gaps"][0] | {"message": {}}]},
        {"gaps": [GOOD["gaps"][0] | {"line": True}]},
        {"gaps": [GOOD["gaps"][0] | {"line": 0}]},
        {"gaps": [GOOD["gaps"][0] | {"more": ""}]},
        {"gaps": [GOOD["gaps"][0] | {"message": "x" * 5001}]},
        {"gaps": GOOD["gaps"] * 101},
        {"engine": None},
        {"format": 1},
    ],
)
def test_a_sheet_with_a_wrong_part_is_none(wrong):
    with pytest.raises(EngineError):
        read_answer("sheet " + json.dumps(GOOD | wrong), set())


def test_a_sheet_without_what_was_asked_for_is_none():
    with pytest.raises(EngineError, match="gave no styles"):
        read_answer("sheet " + json.dumps(GOOD), {"c"})


@pytest.mark.parametrize(
    ("error", "said"),
    [
        ({"message": "No.", "file": "a.js", "line": 3}, "used: a.js, line 3: No."),
        ({"message": "No", "file": "a.css", "line": None}, "used: a.css: No."),
        ({"message": "No", "file": 7, "line": True}, "used: No."),
        ({"message": ""}, "it gave no reason"),
        ([], "it gave no reason"),
        ({"message": "x" * 9999}, "x" * 500 + "."),
    ],
)
def test_an_error_is_told_with_its_place(error, said):
    with pytest.raises(EngineError) as caught:
        read_answer("error " + json.dumps(error), set())
    assert said in str(caught.value)


@pytest.mark.parametrize("words", ["", "sheet", "error", "error {", "sheet " + "[" * 10**6, "7"])
def test_anything_else(words):
    with pytest.raises(EngineError):
        read_answer(words, set())
