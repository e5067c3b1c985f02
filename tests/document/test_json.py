"""JSON documents."""

from __future__ import annotations

import json

import pytest

from designer.document import (
    Page,
    duplicate_item,
    insert_item,
    insert_key,
    move_item,
    put_value,
    remove_item,
    remove_key,
    rename_key,
    set_value,
)
from designer.errors import SourceError
from tests.document.pages import refusal

TABS = (
    '\ufeff{\r\n\t"a": {\r\n\t\t"b": 1.50,\r\n\t\t"c": []\r\n\t},\r\n\t"d": "\\u00fc\\/"\r\n}\r\n'
)
DENSE = '{"a":{"b":1,"c":[true,null]},"d":"ü"}'


def page(text: str) -> Page:
    return Page.from_bytes(text.encode())


def checked(it: Page) -> str:
    assert json.loads(it.text.removeprefix("\ufeff")) == it.data
    assert Page.from_bytes(it.to_bytes()).data == it.data
    return it.text


def test_meaning() -> None:
    it = page(
        '{"a": 1.0, "b": 1e3, "c": 12345678901234567890, "d": "yes", "e": "2001-01-01", "f": -0}'
    )
    assert [type(value) for value in it.data.values()] == [int, int, int, str, str, int]
    assert it.blocks == ()
    assert it.syntax.name == "json"
    assert page("[1, 2]").data == [1, 2]
    assert [block.data for block in page('{"blocks": [{"a": 1}]}').blocks] == [{"a": 1}]


@pytest.mark.parametrize("text", [TABS, DENSE, "[]", ' {"a" : [ ] } \n'])
def test_unchanged(text: str) -> None:
    assert page(text).to_bytes() == text.encode()


def test_layout_with_tabs_and_escapes() -> None:
    it = page(TABS)
    assert checked(set_value(it, ("a", "b"), 2)) == TABS.replace("1.50", "2")
    assert checked(set_value(it, ("d",), "é/")) == TABS.replace("\\u00fc\\/", "\\u00e9/")
    more = insert_item(it, ("a", "c"), 0, {"k": [1, {}]})
    inner = '[\n\t\t\t{\n\t\t\t\t"k": [\n\t\t\t\t\t1,\n\t\t\t\t\t{}\n\t\t\t\t]\n\t\t\t}\n\t\t]'
    inner = inner.replace("\n", "\r\n")
    assert checked(more) == TABS.replace("[]", inner)
    assert checked(put_value(it, ("x", "y"), "z")) == TABS.replace(
        '\\/"\r\n}', '\\/",\r\n\t"x": {\r\n\t\t"y": "z"\r\n\t}\r\n}'
    )
    assert set_value(more, ("a", "c"), []).text == TABS


def test_layout_on_one_line() -> None:
    it = page(DENSE)
    assert checked(insert_key(it, ("a",), "x", {"y": [1]}, before="c")) == DENSE.replace(
        ',"c"', ',"x":{"y":[1]},"c"'
    )
    assert checked(move_item(it, ("a", "c"), 0, 1)) == DENSE.replace("true,null", "null,true")
    assert checked(duplicate_item(it, ("a", "c", 0))) == DENSE.replace("true", "true,true")
    assert checked(remove_item(it, ("a", "c", 1))) == DENSE.replace(",null", "")
    assert checked(remove_key(it, ("a",))) == '{"d":"ü"}'
    assert checked(rename_key(it, ("a", "b"), 'q"')) == DENSE.replace('"b"', '"q\\""')
    assert checked(set_value(it, (), {"new": [1.5, 1e-7, 1e21]})) == '{"new":[1.5,1e-7,1e+21]}'
    assert checked(set_value(page("[ ]"), (), ["x"])) == '["x"]'
    assert checked(set_value(it, ("d",), "\u2028\n")) == DENSE.replace("ü", "\u2028\\n")


def test_typing_and_taking_back() -> None:
    it = page(TABS)
    typed = set_value(it, ("d",), "other")
    assert set_value(typed, ("d",), "ü/").text == TABS


def test_what_json_cannot_hold() -> None:
    it = page(DENSE)
    assert "without limit" in str(refusal(set_value, it, ("a", "b"), float("nan")))


@pytest.mark.parametrize(
    ("text", "words", "line", "column"),
    [
        ('{"a": 1,\n "b": }', "not JSON", 2, 7),
        ('{"a": {"x": 1},\n "b": [{"c": 1, "c": 2}]}', "“c” stands here a second time", 2, 17),
        ('{"a": NaN}', "“NaN” is not a number", 1, 1),
        ("[" * 5000, "nested too deeply", 1, 1),
        ("[" * 250 + "]" * 250, "nested too deeply", 1, 1),
        ('{"a": "\\ud800"}', "half of a character", 1, 1),
        ("[" + "1," * 1_100_000 + "1]", "too many values", 1, 1),
    ],
)  # fmt: skip
def test_problems(text: str, words: str, line: int, column: int) -> None:
    with pytest.raises(SourceError, match="Nothing was changed") as caught:
        page(text)
    assert words in str(caught.value)
    assert (caught.value.line, caught.value.column) == (line, column)
