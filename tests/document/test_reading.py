"""What a YAML text means, and how what cannot be read is said."""

from __future__ import annotations

import math

import pytest
import yaml

from designer.document import Page, Tagged, Timestamp, Value, require_libyaml
from designer.document.reading.plain_scalars import (
    javascript_number,
    key_text,
    resolve,
    tagged_scalar,
)
from designer.document.reading.yaml_reader import load
from designer.document.values import get, normalized, same, updated_at
from designer.errors import DesignerError, SourceError


def page_error(yaml_text: str) -> SourceError:
    with pytest.raises(SourceError) as caught:
        Page.from_bytes(f"---\n{yaml_text}\n---\n".encode())
    return caught.value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", None), ("~", None), ("Null", None), ("True", True), ("FALSE", False), ("yes", "yes"),
        ("0", 0), ("-0", 0), ("012", 10), ("0b101", 5), ("-0x1_F", -31), ("1_000", 1000),
        ("1:30", 90), ("-1:30", -90), ("08", "08"), ("1e3", 1000), ("1.", 1), (".5", 0.5),
        ("+.5", "+.5"), ("1.50", 1.5), ("2:30.5", 150.5), (".inf", math.inf), ("-.INF", -math.inf),
        ("9" * 400, math.inf), ("-" + "9" * 400, -math.inf), ("1" + ":0" * 500, math.inf),
        ("1_", "1_"), ("1e400", math.inf), ("text", "text"), ("-", "-"), ("=", "="),
        ("2001-12-14", Timestamp("2001-12-14")), ("2001-1-1 1:2:03", "2001-1-1 1:2:03"),
        ("2001-1-1 1:02:03 +1", Timestamp("2001-1-1 1:02:03 +1")),
    ],
)  # fmt: skip
def test_plain_scalars(text: str, value: Value) -> None:
    assert same(resolve(text), value)


def test_numbers_that_are_none() -> None:
    assert math.isnan(resolve(".NaN"))
    assert math.isnan(resolve("._e5"))
    assert str(resolve("-0.0")) == "-0.0"


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0.1, "0.1"), (-1234.5, "-1234.5"), (1e21, "1e+21"), (1.5e-7, "1.5e-7"), (1e-7, "1e-7"),
        (0.000001, "0.000001"), (0.0, "0"), (math.inf, "Infinity"), (-math.inf, "-Infinity"),
        (math.nan, "NaN"), (123456789012345680000.0, "123456789012345680000"),
    ],
)  # fmt: skip
def test_numbers_as_javascript_prints_them(number: float, text: str) -> None:
    assert javascript_number(number) == text


def test_keys_are_texts() -> None:
    text = (
        "5: a\ntrue: b\nnull: c\n0x10: d\n1.5: e\n12345678901234567890: f\nfalse: g\n2001-01-01: h"
    )
    assert list(load(text).data) == [
        "5", "true", "null", "16", "1.5", "12345678901234567000", "false", "2001-01-01",
    ]  # fmt: skip
    assert key_text("x") == "x"
    assert load("a: &k key\n*k : x").data == {"a": "key", "key": "x"}


def test_tags() -> None:
    text = (
        "a: !!str 5\nb: !!int 5\nc: !!float 5\nd: !!null ''\ne: ! 5\nf: !!map {x: 1}\ng: !!seq [1]"
    )
    assert load(text).data == {
        "a": "5", "b": 5, "c": 5, "d": None, "e": "5", "f": {"x": 1}, "g": [1],
    }  # fmt: skip
    assert load("a: !color red\nb: !box {x: 1}\nc: !!int no").data == {
        "a": Tagged("!color", "red"),
        "b": Tagged("!box", {"x": 1}),
        "c": Tagged("tag:yaml.org,2002:int", "no"),
    }
    assert tagged_scalar("!", "5") == "5"
    assert load("a: &x 5\nb: &y text\nc: [*x, *y]").data["c"] == [5, "text"]
    assert load("a: &x !!str 5\nb: *x").data["b"] == "5"
    assert load("a: &x '5'\nb: *x").data["b"] == "5"


def test_merges() -> None:
    text = "a: &a {x: 1, y: 2}\nb: &b {y: 3, z: 4}\nc:\n  <<: [*a, *b]\n  x: 0\nd: {<<: *a, k: 1}"
    data = load(text).data
    assert list(data["c"].items()) == [("x", 0), ("y", 2), ("z", 4)]
    assert data["d"] == {"x": 1, "y": 2, "k": 1}
    assert load("'<<': 1\nb: <<").data == {"<<": 1, "b": "<<"}


def test_characters_that_yaml_1_1_takes_for_line_breaks() -> None:
    assert load("a: x\u2028y\nb: 'x\x85 y'\nc: |\n  x\u2029\n").data == {
        "a": "x\u2028y",
        "b": "x\x85 y",
        "c": "x\u2029\n",
    }


@pytest.mark.parametrize(
    ("text", "words", "line", "column"),
    [
        ("a: 1\na: 2", "the key “a” stands here a second time", 3, 4),
        ("a: b: c", "“: ” is not expected here", 2, 5),
        ("a: 'b", "quotation mark that begins here is not closed", 2, 4),
        ("a: \tx\n\tb: y", "indent with spaces", 3, 1),
        ("a: @x", "cannot begin a value", 2, 4),
        ("a: [1", "indentation or a missing", 3, 1),
        ("a:\n - x\nb\n", "indentation or a missing", 5, 1),
        ("a: b\x01c", "invisible control character (U+0001)", 2, 5),
        ('a: "\\q"', "backslash", 2, 5),
        ('a: "\\x1"', "lacks its digits", 2, 7),
        ('a: "\\ud800"', "names no valid character", 2, 7),
        ("a: !x!y z", "tag (“!…”) is used that is not defined", 2, 4),
        ("a: - b", "list item", 2, 4),
        ("[a]: b", "a key must be a simple text", 2, 3),
        ("? {a: b}\n: c", "a key must be a simple text", 2, 8),
        ("!x y: z", "a key must be a simple text", 2, 1),
        ("a: &a [*a]", "contains itself", 2, 8),
        ("a: *b", "a mark “&b” that is not there", 2, 4),
        ("a: {<<: 5}", "no keys of its own", 2, 9),
        ("a\n...\nb", "more of it stands here", 4, 1),
        ("--- a\n--- b", "second document", 3, 1),
        ("[" * 300, "nested too deeply", 2, 202),
        ("a: \x85" + "".join(map(chr, range(0xE000, 0xF900))), "private characters", 2, 1),
        ("%FOO bar\na: b", "cannot be read as YAML", 2, 5),
    ],
)  # fmt: skip
def test_problems_are_said_with_their_place(text: str, words: str, line: int, column: int) -> None:
    error = page_error(text)
    assert words in str(error)
    assert "Nothing was changed" in str(error)
    assert (error.line, error.column) == (line, column)


def laugh(number: int) -> str:
    nine = ",".join([f"*a{number - 1}"] * 9)
    return f"a{number}: &a{number} [{nine}]"


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(["a0: &a0 [x,x,x,x,x,x,x,x,x]", *(laugh(number) for number in range(1, 9))]),
        "[" * 10_000 + "]" * 10_000,
        "- " * 10_000 + "a",
        "\n".join(" " * depth + "a:" for depth in range(1000)),
        "a: [" + "x," * 1_100_000 + "]",
        "\n".join(
            [f"k{n}: &k{n} {{<<: *k{n - 1}, x{n}: 1}}" if n else "k0: &k0 {}" for n in range(3000)]
        ),
    ],
    ids=["laughs", "flow", "dashes", "block", "many", "merges"],
)  # fmt: skip
def test_bombs_are_refused(text: str) -> None:
    assert "too" in str(page_error(text))


def test_empty_documents_are_empty_mappings() -> None:
    assert load("").data == {}
    assert load("# only a comment\n").data == {}
    assert load("~").data is None


def test_places_of_items() -> None:
    found = load("x: 1\nlist:\n  - a: 1\n  - b\n  - [c]\nend: 1\n", watch=("list",))
    assert (found.starts, found.column, found.end) == ([15, 30], 2, 34)
    assert load("list: &a\n  - a: 1\n", watch=("list",)).column is None
    assert load("list: [{a: 1}]\n", watch=("list",)).column is None
    assert load("list:\n- a: &x 1\n  b: *x\n", watch=("list",)).crosses_items is False
    assert load("list:\n- a: &x 1\n- b: *x\n", watch=("list",)).crosses_items is True
    nested = "a:\n  b:\n    - x: 1\n    - x: 2\nb:\n  - x: 3\n"
    assert len(load(nested, watch=("a", "b")).starts) == 2
    assert load(nested, watch=("c", "b")).column is None
    assert load("a: &m\n  b:\n    - x: 1\nc: *m\n", watch=("a", "b")).column is None


def test_pyyaml_without_libyaml_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    require_libyaml()
    monkeypatch.setattr(yaml, "__with_libyaml__", False)
    with pytest.raises(DesignerError, match="without libyaml"):
        require_libyaml()


# -- values --------------------------------------------------------------------------------------


def test_same_is_strict() -> None:
    assert not same(1, True)
    assert not same(1, 1.5)
    assert not same({"a": 1, "b": 2}, {"b": 2, "a": 1})
    assert not same([1], [1, 2])
    assert not same("x", Timestamp("x"))
    assert same(math.nan, float("nan"))
    assert not same(0.0, -0.0)
    assert same(Tagged("!a", [1]), Tagged("!a", [1]))
    assert not same(Tagged("!a", [1]), Tagged("!b", [1]))


def test_checked_values() -> None:
    assert same(normalized((1.0, -0.0, "x", None)), [1, -0.0, "x", None])
    with pytest.raises(ValueError, match="half of a character"):
        normalized({"a": ["\ud800"]})
    with pytest.raises(ValueError, match="set"):
        normalized({1, 2})
    with pytest.raises(ValueError, match="dict"):
        normalized({5: "x"})
    deep: Value = []
    for _ in range(300):
        deep = [deep]
    with pytest.raises(ValueError, match="too deeply"):
        normalized(deep)


def test_getting_and_changing() -> None:
    data = {"a": Tagged("!x", [1, {"b": 2}])}
    assert get(data, ("a", 1, "b")) == 2
    new = updated_at(data, ("a", 0), lambda old: old + 1)
    assert new == {"a": Tagged("!x", [2, {"b": 2}])}
    for path in [("b",), ("a", -1), ("a", 5), ("a", "x"), (0,)]:
        with pytest.raises(LookupError):
            get(data, path)
