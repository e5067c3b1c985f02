"""Reading TOML: values, their spans, and sentences about what is wrong."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings

from designer.document import Path, Timestamp, Value
from designer.document.reading import toml_lines, toml_tree
from designer.document.reading.parse_errors import ReadProblem
from designer.document.reading.spans import SpanNode
from designer.document.reading.syntax import TOML
from designer.document.reading.toml_reader import is_timestamp, load
from designer.document.values import get, same, same_unordered
from tests.document.toml_documents import toml_texts


def leaves(value: Value, path: Path = ()) -> Iterator[tuple[Path, Value]]:
    if isinstance(value, dict):
        for key, item in value.items():
            yield from leaves(item, (*path, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from leaves(item, (*path, index))
    else:
        yield path, value


# -- laws ------------------------------------------------------------------------------------------


@settings(max_examples=100, suppress_health_check=list(HealthCheck))
@given(toml_texts())
def test_each_value_is_where_its_span_says(document: tuple[str, dict[str, Value]]) -> None:
    text, data = document
    read = TOML.load(text)
    assert same_unordered(read, data)
    found = toml_tree.tree(text)
    for path, value in leaves(read):
        node = found.node(path)
        assert isinstance(node, SpanNode)
        assert same(load(f"x = {text[node.start : node.end]}"), {"x": value})
    for statement in found.statements:
        if isinstance(statement.path[-1], str):
            get(read, statement.path)
        for key in statement.keys:
            assert list(tomllib.loads(f"{text[key.start : key.end]} = 1")) == [key.name]


@settings(max_examples=100, suppress_health_check=list(HealthCheck))
@given(toml_texts())
def test_lines_belong_to_one_statement(document: tuple[str, dict[str, Value]]) -> None:
    """Statements do not share lines, and only comments and blank lines stand between them."""
    text, _ = document
    found = toml_tree.tree(text)
    spans = [
        (
            toml_lines.lines_start(text, found, index),
            toml_lines.group_end(text, found, index, index),
        )
        for index in range(len(found.statements))
    ]
    for (start, end), statement in zip(spans, found.statements, strict=True):
        assert start <= statement.start < statement.end <= end
    for one, other in pairwise(spans):
        assert one[1] <= other[0]
        between = text[one[1] : other[0]].split("\n")
        assert all(line.strip()[:1] in ("", "#") for line in between)


@settings(max_examples=50, suppress_health_check=list(HealthCheck))
@given(toml_texts())
def test_the_texts_of_blocks_hold_their_data(document: tuple[str, dict[str, Value]]) -> None:
    text, _ = document
    blocks = TOML.load(text)["blocks"]
    has_headers = isinstance(toml_tree.tree(text).node(("blocks",)), toml_tree.TableList)
    for index, block in enumerate(blocks):
        source = TOML.text_at(text, ("blocks", index))
        read = load(source)["blocks"][0] if has_headers else load(f"x = {source}")["x"]
        assert same_unordered(read, block)


# -- values ----------------------------------------------------------------------------------------


def test_meaning() -> None:
    data = load(
        'a = 1.0\nb = 1e3\nc = 0xff\nd = "yes"\ne = 2001-01-01\nf = -0.0\ng = inf\n'
        "h = [07:32:00, {i = 1979-05-27 07:32:00Z}]\n"
    )
    assert [type(value) for value in data.values()] == [
        int, int, int, str, Timestamp, float, float, list,
    ]  # fmt: skip
    assert data["e"] == "2001-01-01"
    assert data["h"] == ["07:32:00", {"i": "1979-05-27 07:32:00Z"}]
    assert load("") == {}
    assert load('a = """x\r\ny"""\r\n') == {"a": "x\ny"}


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("2001-01-01", True),
        ("2001-01-01T10:00:00.5+01:00", True),
        ("07:32:00", True),
        ("2001-1-1", False),
        ("12", False),
        ("x", False),
        ("2001-01-01\ny = 1", False),
        ("2001-01-01 # note", False),
        (" 2001-01-01", False),
        ("2001-01-01,", False),
        ("2001-01-01, y = 1", False),
        ("", False),
    ],
)
def test_what_is_a_date_or_time(text: str, fits: bool) -> None:
    assert is_timestamp(text) is fits


@pytest.mark.parametrize(
    ("text", "words", "line", "column"),
    [
        ("a = 1\na = 2\n", "“a” stands here a second time", 2, 1),
        ('a = 1\n\n  a.b = """\nx"""\n', "“a.b” stands here a second time", 3, 3),
        ("[a]\n[b]\n[a]\n", "“a” stands here a second time", 3, 1),
        ("a.b = 1\n[a]\n", "“a” stands here a second time", 2, 1),
        ("a = []\n[[a]]\n", "“a” stands here a second time", 2, 1),
        ("[a.b]\n[a]\nb.c = 1\n", "“b.c” stands here a second time", 3, 1),
        ('x = {a = 1, a = "b"}\n', "“a” stands here a second time", 1, 20),
        ("a\n", "not a pair", 1, 2),
        ("a = 1 2\n", "not a pair", 1, 7),
        ("ü = 1\n", "not a pair", 1, 1),
        ("a. = 1\n", "a key is missing", 1, 4),
        ("[a\n", "bracket of a table name", 1, 3),
        ("a = x\n", "this is no value", 1, 5),
        ("a = 2001-02-30\n", "day that exists", 1, 5),
        ("a = [1 2]\n", "closing bracket “]”", 1, 8),
        ("a = {b = 1\n}\n", "closing brace “}”", 1, 11),
        ('a = "x', "quotation mark is not closed", 1, 7),
        ("a = 'x\n", "quotation mark is not closed", 2, 1),
        ("a = 'x\n'\n", "invisible control character or a line end", 1, 7),
        ("a = '''x\n", "quotation mark is not closed", 2, 1),
        ('a = "\\q"\n', "backslash", 1, 8),
        ('a = "\\u00"\n', "lacks its digits", 1, 8),
        ('a = "\\ud800"\n', "no valid character", 1, 12),
        ('a = "x\n"\n', "line end stands in a text", 1, 7),
        ("a = 1 # \x01\n", "invisible control character", 1, 9),
        ("a = " + "[" * 5000, "nested too deeply", 1, 1),
        ("a = " + "[" * 250 + "]" * 250, "nested too deeply", 1, 1),
        ("a = [" + "1," * 1_100_000 + "1]", "too many values", 1, 1),
        ("a = " + "1" * 5000, "a number has too many digits", 1, 1),
    ],
)
def test_problems(text: str, words: str, line: int, column: int) -> None:
    with pytest.raises(ReadProblem) as caught:
        load(text)
    assert words in str(caught.value)
    assert (caught.value.line + 1, caught.value.column + 1) == (line, column)


def test_a_problem_that_is_not_known_yet(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(text: str, **_options: object) -> None:
        raise tomllib.TOMLDecodeError("New rule (at line 1, column 3)")

    monkeypatch.setattr(tomllib, "loads", fail)
    with pytest.raises(ReadProblem, match=r"cannot be read as TOML \(New rule\)") as caught:
        load("a = 1")
    assert (caught.value.line, caught.value.column) == (0, 2)


# -- places ----------------------------------------------------------------------------------------

TEXT = """\
# about the page
title = "x" # note
# about params
[params]
  a.b = 1
  # deep

  # own
  [[params.blocks]]
    c = 1
  # below

# loose

  [[params.blocks]]
    [params.blocks.d]
# end
"""


def test_lines_and_comments() -> None:
    found = toml_tree.tree(TEXT)
    paths = [each.path for each in found.statements]
    block = ("params", "blocks", 0)
    assert paths == [
        ("title",), ("params",), ("params", "a", "b"), block, (*block, "c"),
        ("params", "blocks", 1), ("params", "blocks", 1, "d"),
    ]  # fmt: skip
    assert [TOML.text_at(TEXT, ("params", "blocks", index)) for index in (0, 1)] == [
        "  # own\n  [[params.blocks]]\n    c = 1\n  # below\n",
        "  [[params.blocks]]\n    [params.blocks.d]\n# end\n",
    ]
    assert TOML.text_at("[[a]]\n  # deep\n[[a]]\n", ("a", 0)) == "[[a]]\n  # deep\n"
    assert toml_lines.lines_start(TEXT, found, 0) == 0
    assert toml_lines.lines_start(TEXT, found, 1) == TEXT.index("# about params")
    assert toml_lines.runs([1, 2, 4, 6, 7]) == [(1, 2), (4, 4), (6, 7)]


def test_the_keys_of_a_statement() -> None:
    text = '[a."b.c"]\nd . e = 1\n[[a.f]]\ng.h = {i.j = 1, i.k = 2}\n'
    found = toml_tree.tree(text)
    header, pair, _, inner = found.statements
    names = [
        text[each.key_at(path).start : each.key_at(path).end]
        for each, path in [
            (header, ("a",)),
            (header, ("a", "b.c")),
            (pair, ("a", "b.c", "d")),
            (pair, ("a", "b.c", "d", "e")),
            (inner, ("a", "f", 0, "g")),
        ]
    ]
    assert names == ["a", '"b.c"', "d", "e", "g"]
    assert not pair.writes(("a", "b.c"))
    assert pair.writes(("a", "b.c", "d"))
    node = found.node(("a", "f", 0, "g", "h", "i", "k"))
    assert isinstance(node, SpanNode)
    assert text[node.start : node.end] == "2"


def test_where_values_begin() -> None:
    text = 'title = "A"\n\n[params]\n# lead\ndraft = true\n\n[params.seo]\nname = "B"\n'
    wanted = {
        (): 0,
        ("none",): 0,
        ("title",): text.index('"A"'),
        ("title", "none"): text.index('"A"'),
        ("params",): text.index("[params]"),
        ("params", "seo"): text.index("[params.seo]"),
        ("params", "none"): text.index("[params]"),
        ("params", "seo", "name"): text.index('"B"'),
    }
    assert {path: toml_lines.offset_at(text, path) for path in wanted} == wanted
    assert toml_lines.text_at(text, ("none",)) == ""
    assert toml_lines.text_at(text, ("params", "seo")) == '[params.seo]\nname = "B"\n'
