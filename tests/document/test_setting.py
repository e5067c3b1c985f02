"""Setting values: where the new text goes, and what beside it stays."""

from __future__ import annotations

import pytest

from designer.document import Page, Tagged, Timestamp, Value, set_value
from tests.document.pages import front, refusal

LONG = "word " * 20 + "end"
FOLDED = ">-\n  " + " ".join(["word"] * 15) + "\n  word word word word word end"


def after(yaml: str, value: Value, *path: str | int) -> str:
    """The front matter after setting a value, which is read back as it is meant."""
    page = front(yaml)
    edited = set_value(page, path or ("a",), value)
    assert Page.from_bytes(edited.to_bytes()).data == edited.data
    assert edited.tail == page.tail
    return edited.yaml


@pytest.mark.parametrize(
    ("yaml", "value", "expected"),
    [
        ("a: x\n", "w", "a: w\n"),
        ("a:   x   # note\n", "w", "a:   w   # note\n"),
        ("a: x # note\nb: 1\n", LONG, f"a: {FOLDED.replace('>-', '>- # note')}\nb: 1\n"),
        (f"a: {FOLDED.replace('>-', '>- # note')}\nb: 1\n", "x", "a: x # note\nb: 1\n"),
        ("a: |  # note\n  x\n  y\nb: 1\n", "x\nz\n", "a: |  # note\n  x\n  z\nb: 1\n"),
        ("a:\nb: 1\n", "x", "a: x\nb: 1\n"),
        ("a:   \nb: 1\n", "x", "a: x\nb: 1\n"),
        ("a:  # note\nb: 1\n", "x", "a: x  # note\nb: 1\n"),
        ("a: &k\nb: 1\n", "x", "a: &k x\nb: 1\n"),
        ("a: !!str\nb: 1\n", "x", "a: x\nb: 1\n"),
        ("a: !!str 5\n", 6, "a: 6\n"),
        ("a: !color red\n", "blue", "a: blue\n"),
        ("a: &k x\n", "w", "a: &k w\n"),
        ("a:\n  x\nb: 1\n", "w", "a:\n  w\nb: 1\n"),
        ("a:\n  x\nb: 1\n", "y\nz\n", "a: |\n  y\n  z\nb: 1\n"),
        ("a:\n  # note\n  x\nb: 1\n", "y\nz\n", "a:\n  # note\n  |\n  y\n  z\nb: 1\n"),
        ("a: {x: 1}\n", "w", "a: w\n"),
        ("a: [x, z]\n", {"k": "v"}, "a: {k: v}\n"),
        ("a: []\n", ["x"], "a:\n  - x\n"),
        ("a: {}\n", {"k": ["x"]}, "a:\n  k:\n    - x\n"),
        ("a: x # note\nb: 1\n", ["x"], "a: # note\n  - x\nb: 1\n"),
        ("a: # note\n  k: v\nb: 1\n", "x", "a: x # note\nb: 1\n"),
        ("a:\n  k: v\nb: 1\n", "x", "a: x\nb: 1\n"),
        ("a:\n  k: v\nb: 1\n", ["x"], "a:\n  - x\nb: 1\n"),
        ("a:\n- x\nb: 1\n", {}, "a: {}\nb: 1\n"),
        ("a:\n- x\nb: 1\n", [], "a: []\nb: 1\n"),
        ("a: |\n  x\n\n\nb: 1\n",  "w\n\n", 'a: "w\\n\\n"\n\n\nb: 1\n'),
        ("? a\nb: 1\n", "x", "? a\n: x\nb: 1\n"),
        ("? a # note\nb: 1\n", ["x"], "? a # note\n:\n  - x\nb: 1\n"),
        ("? a\n: y\nb: 1\n", "x", "? a\n: x\nb: 1\n"),
        ("'a': x\n", True, "'a': true\n"),
        ("a: x\n", None, "a: null\n"),
        ("a: x\n", 1.5, "a: 1.5\n"),
        ("a: x\n", Timestamp("2001-01-01"), "a: 2001-01-01\n"),
        ("a: x\n", "2001-01-01", "a: '2001-01-01'\n"),
        ("a: x\n", "\u2028", 'a: "\\L"\n'),
    ],
)  # fmt: skip
def test_values_of_a_block_mapping(yaml: str, value: Value, expected: str) -> None:
    assert after(yaml, value) == expected


@pytest.mark.parametrize(
    ("yaml", "value", "expected"),
    [
        ("a:\n  - x\n  - y\n", "z", "a:\n  - x\n  - z\n"),
        ("a:\n  - x\n  -\n", "z", "a:\n  - x\n  - z\n"),
        ("a:\n  - x\n  - k: v\n    l: w\n", "z", "a:\n  - x\n  - z\n"),
        ("a:\n  - x\n  - # note\n    k: v\n", "z", "a:\n  - x\n  - z # note\n"),
        ("a:\n  - x\n  - y\n", {"k": "v", "l": [1]}, "a:\n  - x\n  - k: v\n    l:\n      - 1\n"),
        ("a:\n  - x\n  - y\n", [[1, []], 2], "a:\n  - x\n  - - - 1\n      - []\n    - 2\n"),
        ("a:\n- x\n- y\n", {"k": {"l": "v"}}, "a:\n- x\n- k:\n    l: v\n"),
        ("a:\n  - x\n  -   k: v\n", {"k": {"l": 1}}, "a:\n  - x\n  -   k:\n        l: 1\n"),
        ("a: [x, y]\n", "z", "a: [x, z]\n"),
        ("a: [x, y]\n", "z: b", "a: [x, 'z: b']\n"),
        ("a: [x, 'y']\n", "z", "a: [x, 'z']\n"),
        ('a: [x, "y"]\n', "z", 'a: [x, "z"]\n'),
        ("a: [x, 'y']\n", "é\n", 'a: [x, "é\\n"]\n'),
        ("a: [x, 'y']\n", "\xa0", 'a: [x, "\\_"]\n'),
        ('a: ["x", 2]\n', "z", 'a: ["x", "z"]\n'),
        ('a: ["x", 2]\n', {"k": [1, "é"]}, 'a: ["x", {"k": [1, "é"]}]\n'),
        ("a: [\n  x,\n  y\n  ]\n", ["z"], "a: [\n  x,\n  [\n    z\n  ]\n  ]\n"),
        ("a: [x, y]\n", Timestamp("2001-01-01"), "a: [x, 2001-01-01]\n"),
    ],
)  # fmt: skip
def test_items(yaml: str, value: Value, expected: str) -> None:
    assert after(yaml, value, "a", 1) == expected


@pytest.mark.parametrize(
    ("yaml", "expected"),
    [
        ("a: {k: x, b: 1}\n", "a: {k: z, b: 1}\n"),
        ("a: {k: , b: 1}\n", "a: {k: z , b: 1}\n"),
        ("a: {k, b: 1}\n", "a: {k: z, b: 1}\n"),
        ("a: {? k : x, b: 1}\n", "a: {? k : z, b: 1}\n"),
        ('a: {"k": "x"}\n', 'a: {"k": "z"}\n'),
        ('a: {"k":"x"}\n', 'a: {"k":"z"}\n'),
        ("a: {k: &m x, b: 1}\n", "a: {k: &m z, b: 1}\n"),
        ("a: {k: !!str x, b: 1}\n", "a: {k: z, b: 1}\n"),
        ("a: {k: !!null , b: 1}\n", "a: {k: z , b: 1}\n"),
        ("a: {k: &m , b: 1}\n", "a: {k: &m z , b: 1}\n"),
    ],
)
def test_pairs_in_brackets(yaml: str, expected: str) -> None:
    assert after(yaml, "z", "a", "k") == expected


def test_the_root_itself() -> None:
    assert after("- x\n- y\n", "z", 1) == "- x\n- z\n"
    assert set_value(front("text\n"), (), "other").yaml == "other\n"
    assert set_value(front("text\n"), (), "\n lead").yaml == '"\\n lead"\n'
    assert set_value(front("text\n"), (), {"k": "v"}).yaml == "k: v\n"
    assert set_value(front("text\n"), (), ["v"]).yaml == "- v\n"
    assert set_value(front("k: v\n"), (), []).yaml == "[]\n"
    assert set_value(front("{k: v}\n"), (), ["v", {}]).yaml == "[v, {}]\n"
    assert set_value(front("{}\n"), (), {"k": "v"}).yaml == "k: v\n"
    assert set_value(front("--- !!map\na: 1\n"), (), 5).yaml == "--- 5\n"


def test_windows_line_ends_stay() -> None:
    page = Page.from_bytes(b"---\r\na: x # c\r\nb:\r\n  - 1\r\n---\r\n")
    edited = set_value(set_value(page, ("a",), "x\ny\n"), ("b", 0), {"k": "v", "l": "w"})
    assert edited.to_bytes() == (
        b"---\r\na: | # c\r\n  x\r\n  y\r\nb:\r\n  - k: v\r\n    l: w\r\n---\r\n"
    )


def test_what_is_written_elsewhere_is_refused_with_its_kind() -> None:
    page = front("a: &m {x: 1, y: [1]}\nb: *m\nc: {<<: *m, z: 1}\nd: !!set {k}\ne: !box {k: 1}\n")
    assert refusal(set_value, page, ("a",), 1).kind == "anchor"
    assert refusal(set_value, page, ("a", "x"), 5).kind == "anchor"
    assert refusal(set_value, page, ("b", "y", 0), 5).kind == "alias"
    assert refusal(set_value, page, ("c", "x"), 5).kind == "merge"
    assert refusal(set_value, page, ("d", "k"), 5).kind == "tag"
    assert set_value(page, ("e", "k"), 2).data["e"] == Tagged("!box", {"k": 2})
    error = refusal(set_value, page, ("c", "x"), 5)
    assert (error.line, error.column) == (4, 4)
    assert "“x” comes from a part that is written elsewhere" in str(error)


def test_a_key_may_be_an_alias() -> None:
    page = front("a: &k key\n*k : x\nb: y\n")
    assert set_value(page, ("b",), "z").yaml == "a: &k key\n*k : x\nb: z\n"
    assert refusal(set_value, page, ("key",), "z").kind == "merge"


def test_an_alias_is_replaced_as_a_whole() -> None:
    page = front("a: &m {x: 1}\nb: *m\n")
    assert set_value(page, ("b",), {"x": 2}).yaml == "a: &m {x: 1}\nb:\n  x: 2\n"
    assert set_value(page, ("b",), "text").yaml == "a: &m {x: 1}\nb: text\n"


def test_what_cannot_be_written_is_refused_in_words() -> None:
    page = front("a: x\n")
    assert "kind of value (set)" in str(refusal(set_value, page, ("a",), {1}))
    assert "half of a character" in str(refusal(set_value, page, ("a",), "\ud800"))
    assert "value with a tag" in str(refusal(set_value, page, ("a",), Tagged("!x", 1)))
    assert "name of a field is too long" in str(refusal(set_value, page, ("a",), {"k" * 2000: 1}))


def test_a_text_that_its_place_cannot_take_is_written_in_quotes() -> None:
    """A literal text would swallow the comment; between quotation marks it stays apart."""
    page = front("- a: x\n     # a deep comment\n")
    edited = set_value(page, (0, "a"), "x\ny\n")
    assert edited.yaml == '- a: "x\\ny\\n"\n     # a deep comment\n'


def test_what_cannot_be_done_safely_is_refused() -> None:
    """A key over two lines in brackets can have no value in this form."""
    page = front("a: {two\n  lines, b: c}\n")
    assert refusal(set_value, page, ("a", "two lines"), 1).kind == "mismatch"
