"""How new text is written: like a known writer, like the neighbours, or like a hand did."""

from __future__ import annotations

from dataclasses import replace

import pytest

from designer.document import Page, Value, insert_item, insert_key, put_value, set_value
from designer.document.writing import collection_writer, scalar_writer
from designer.document.writing.refold import observed_width, paragraphs, refolded
from designer.document.writing.scalar_writer import TINA, ScalarStyle, UnwritableScalar
from tests.document.pages import front

LONG = "word " * 30 + "end"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("", "''"), ("x", "x"), ("a: b", "'a: b'"), ("it's", "it's"), ("'q'", "'''q'''"),
        ("y", "'y'"), ("08", "'08'"), ("<<", "'<<'"), ("x #", "'x #'"), ("x#y", "x#y"),
        ("x ", "'x '"), ("é", "é"), ("\xa0", '"\\_"'), ("😀", '"\\U0001F600"'), ("a\tb", '"a\\tb"'),
        ("\x7f", '"\\x7F"'), ("\ufeff", '"\\uFEFF"'), ("a\nb", "|-\n    a\n    b"),
        ("a\n", "|\n    a"), ("\n", "|+\n"), (" a\n\n", "|2+\n     a\n"),
        (LONG, ">-\n    " + "word " * 14 + "word\n    " + "word " * 14 + "word\n    end"),
        ("  " + LONG, f"'  {LONG}'"), (f"{LONG}\n  x\ny", None), ("x" * 90, ">-\n    " + "x" * 90),
        (None, "null"), (True, "true"), (False, "false"), (5, "5"), (0.5, "0.5"), (1e-7, "1.e-7"),
        (1e21, "1e+21"), (-0.0, "-0.0"), (float("inf"), ".inf"), (-float("inf"), "-.inf"),
        (float("nan"), ".nan"),
    ],
)  # fmt: skip
def test_scalars(value: Value, text: str | None) -> None:
    written = scalar_writer.scalar(value, TINA, 4)
    assert text is None or written == text
    page = front(f"k:\n  a: {written}\nb: 1\n")
    assert repr(page.data["k"]["a"]) == repr(value)


def test_other_writers() -> None:
    assert not scalar_writer.is_plain("x\xa0", TINA)
    assert scalar_writer.scalar("a: b", replace(TINA, version=4), 2) == "'a: b'"
    assert scalar_writer.scalar("https://x, y", replace(TINA, version=4), 2) == "https://x, y"
    assert scalar_writer.scalar("a:", replace(TINA, version=4), 2) == "'a:'"
    assert scalar_writer.scalar("1:2:3", replace(TINA, version=4), 2) == "'1:2:3'"
    assert scalar_writer.scalar("😀 " * 26, replace(TINA, version=4), 2) == "'" + "😀 " * 26 + "'"
    assert scalar_writer.scalar("😀 " * 30 + "x", replace(TINA, version=4), 2).startswith(
        ">-\n  😀"
    )
    assert scalar_writer.scalar(LONG, replace(TINA, width=-1), 2) == LONG
    assert scalar_writer.scalar(LONG + "\n", replace(TINA, quote='"'), 2) == f'"{LONG}\\n"'
    assert scalar_writer.scalar("x", replace(TINA, quote="'"), 2) == "'x'"
    assert scalar_writer.scalar("x\xa0", replace(TINA, quote="'"), 2) == '"x\\_"'
    assert scalar_writer.scalar(" x\ny", replace(TINA, map_step=10), 10) == '" x\\ny"'
    assert scalar_writer.one_line("", replace(TINA, quote='"')) == "''"
    assert scalar_writer.one_line("x", replace(TINA, quote='"')) == '"x"'


def test_what_has_no_form() -> None:
    with pytest.raises(UnwritableScalar, match="tag"):
        scalar_writer.scalar({1}, TINA, 2)
    with pytest.raises(UnwritableScalar, match="too long"):
        collection_writer.mapping({"k" * 1001: 1}, 0, TINA)


STYLES = {
    "folded at 80": ("a: >-\n  " + "w " * 38 + "w\n  w\n", f"b: >-\n  {'v ' * 38}v\n  v v v\n"),
    "never folded": (f"a: {'w ' * 60}w\n", f"b: {'v ' * 40}v\n"),
    "js-yaml 4": ("a: https://example.org\n", "b: https://example.com\n"),
    "js-yaml 3": ("a: 'https://example.org'\n", "b: 'https://example.com'\n"),
    "all double": ('a: "text"\nc: "other"\n', 'b: "new"\n'),
    "all single": ("a: 'text'\nc: 'other'\n", "b: 'new'\n"),
}


@pytest.mark.parametrize("name", STYLES)
def test_new_text_is_written_like_the_text_beside_it(name: str) -> None:
    yaml, added = STYLES[name]
    page = front(added)
    new = page.data["b"]
    assert put_value(front(yaml), ("b",), new).yaml == yaml + added


def test_the_blocks_beside_show_the_style_when_a_block_does_not() -> None:
    yaml = "blocks:\n  - a: 1\n  - a: https://example.org\n  - a: https://example.com\n"
    page = put_value(front(yaml), ("blocks", 0, "b"), "https://example.net")
    assert page.yaml.startswith("blocks:\n  - a: 1\n    b: https://example.net\n")
    frame = put_value(front(yaml), ("link",), "https://example.net")
    assert frame.yaml == yaml + "link: https://example.net\n"
    long = "https://example.org/" + "word " * 30
    sure = put_value(
        front(f"blocks:\n  - a: 1\n  - a: {long}x\n  - a: 2\n"), ("blocks", 0, "b"), long + "y"
    )
    assert f"    b: {long}y\n" in sure.yaml
    plain = put_value(front("blocks:\n  - a: 1\n  - a: 2\n"), ("blocks", 0, "b"), "a://b")
    assert "    b: 'a://b'\n" in plain.yaml


@pytest.mark.parametrize(
    ("yaml", "added"),
    [
        ("a:\n    b: 1\n", "new:\n    c:\n        d: 1\n"),
        ("a:\n- b\n", "new:\n  c:\n  - d\n".replace("  c", "  c")),
        ("a:\n  -\n   b: 1\n", "new:\n  - d: 1\n"),
        ("a:\n  -   b: 1\n      c: 2\n", "new:\n  -   d: 1\n      e: 2\n"),
    ],
)
def test_new_lists_and_mappings_are_laid_out_like_others(yaml: str, added: str) -> None:
    page = front(yaml + added)
    assert put_value(front(yaml), ("new",), page.data["new"]).yaml == yaml + added


def test_a_page_with_very_long_and_very_many_texts_is_no_trouble() -> None:
    many = "".join(f"k{number}: '{number}'\n" for number in range(1200))
    page = put_value(front(f"a: {'x' * 30_000}\n{many}"), ("new",), "text")
    assert page.yaml.endswith("new: text\n")


HAND = """\
a: >
    Here is a text that was folded
    by hand, where a person
    thought it looked best,

    with two paragraphs
    and an end.
      - indented
      - more

    last one
"""


@pytest.mark.parametrize(
    ("old", "new", "gone", "come"),
    [
        ("a person", "a very careful person", ["by hand, where a person"],
         ["by hand, where a very careful person"]),
        ("a person", "a really very careful person", ["by hand, where a person"],
         ["by hand, where a really very careful", "person"]),
        ("two", "three", ["with two paragraphs"], ["with three paragraphs"]),
        ("- more", "- less", ["  - more"], ["  - less"]),
        ("last one", "x", ["last one"], ["x"]),
        ("by hand, where a person ", "", ["by hand, where a person"], []),
        ("Here is a", "A", ["Here is a text that was folded"], ["A text that was folded"]),
        ("\n\nlast one", "", ["", "last one"], []),
        ("last one", "last one\n\nand more", [], ["", "", "and more"]),
    ],
)  # fmt: skip
def test_only_the_lines_with_changed_words_are_folded_anew(
    old: str, new: str, gone: list[str], come: list[str]
) -> None:
    page = front(HAND)
    edited = set_value(page, ("a",), page.data["a"].replace(old, new))
    before, after = HAND.splitlines(), edited.yaml.splitlines()
    kept = [line for line in before if line in after or not line]
    assert sorted(set(before) - set(after)) == sorted({f"    {line}" for line in gone if line})
    assert sorted(set(after) - set(before)) == sorted({f"    {line}" for line in come if line})
    assert len(kept) >= len(before) - len(gone)
    assert set_value(edited, ("a",), page.data["a"]).yaml == HAND


@pytest.mark.parametrize(
    ("yaml", "old", "new", "expected"),
    [
        ('a: "x y\n  z \\"w\\" end"\n', "x y", "X", 'a: "X\n  z \\"w\\" end"\n'),
        ('a: "x y\n  z \\"w\\" end"\n', "w", "é\n\n.", 'a: "x y z \\"é\n\n\n  .\\" end"\n'),
        ('a: "x\n  y"\n', "y", " y\n", 'a: "x  y\\n"\n'),
        ("a: 'it''s a\n  text'\n", "text", "'word'", "a: 'it''s a\n  ''word'''\n"),
        ("a: 'x\n\n  y'\n", "y", "z", "a: 'x\n\n  z'\n"),
        ("a: x y\n  z w\n", "z", "v", "a: x y\n  v w\n"),
        ("a: x y\n  z w\n", "z", "v: #", "a: 'x y v: # w'\n"),
        ("a: x y\n  z w\n", "z", "- v", "a: x y - v w\n"),
        ('a: "x \\\n  y z"\n', "z", "w", 'a: "x y w"\n'),
        ('a: "x y"\n', "y", "é", 'a: "x é"\n'),
        ('a: "x y"\n', "y", "\xa0", 'a: "x \\_"\n'),
        ('a: "x y"\n', "y", "\n", 'a: "x \\n"\n'),
        ("a: 'x y'\n", "y", "z", "a: 'x z'\n"),
        ("a: 'x\xa0y z'\n", "z", "w", "a: 'x\xa0y w'\n"),
        ("a: >\n  x\n     \n  z\n", "z", "w", "a: >\n  x\n     \n  w\n"),
        ("a: >+\n   x\n   z\n\n", "z", "w", "a: >+\n   x\n   w\n"),
        ("a: >+\n   x\n   z\n\nb: 1\n", "z", "w", "a: >+\n   x\n   w\n\nb: 1\n"),
        ("a: >4-\n    x\n    z\n", "z", "w", "a: >4-\n    x\n    w\n"),
        ("a: |-\n   x\n   z\n", "z", "z\n", "a: |\n   x\n   z\n"),
        ("a: |\n   x\n   z\n", "x", " x", "a: |3\n    x\n   z\n"),
        ("a: 'x y'\n", "y", "\n", "a: |\n  x \n"),
        ("a: 'x y'\n", "x y", "", "a: ''\n"),
        ("a: with: colon,\n".replace(": colon", ":colon"), "colon", "comma", "a: with:comma,\n"),
        ("a: with:colon,\n", "colon", ": ", "a: 'with:: ,'\n"),
        ("a: |\n    x\n\n    y\n", "y", "z", "a: |\n    x\n\n    z\n"),
        ("a: |\n    x\n  \n    y\n    z\n", "z", "w", "a: |\n    x\n  \n    y\n    w\n"),
        ("a: |4\n     x\n    y\n", "y", "z", "a: |4\n     x\n    z\n"),
        ("a: |\n    x\n", "x\n", "", "a: ''\n"),
        ("a: |\n    x\n", "x", "\xa0", 'a: "\\_\\n"\n'),
        ("a: >\n            x\n             y\n", "y", "z", "a: |\n  x\n   z\n"),
        ("a: |-\n\nb: 1\n".replace("|-\n\n", "|-\n"), "", "x", "a: x\nb: 1\n"),
    ],
)
def test_a_form_made_by_hand_is_kept_as_far_as_it_goes(
    yaml: str, old: str, new: str, expected: str
) -> None:
    page = front(yaml)
    text = page.data["a"]
    edited = set_value(page, ("a",), text.replace(old, new) if old else new)
    assert edited.yaml == expected
    assert Page.from_bytes(edited.to_bytes()).data == edited.data


def test_paragraphs() -> None:
    lines = ["", "a", "b", "", "  c", "", "d", "e", ""]
    found, value = paragraphs(lines, indented=True)
    assert value == "\na b\n\n  c\n\nd e"
    assert [paragraph.lines for paragraph in found] == [("a", "b"), ("  c",), ("d", "e")]
    assert refolded(found, value, 20, indented=True) == lines[:-1]
    assert observed_width(found, 70) == 40
    assert observed_width([], 70) == 70
    assert observed_width([], -1) > 10**6


def test_a_space_at_a_fold_is_not_lost() -> None:
    found, _ = paragraphs(["aa bb", "cc dd"], indented=True)
    assert refolded(found, "aa bb  cc dd", 5, indented=True) == ["aa bb ", "cc dd"]
    assert refolded(found, "aa bb ee  cc dd", 5, indented=True) == ["aa bb", "ee ", "cc dd"]
    assert refolded(found, "aa bb  xx dd", 5, indented=True) == ["aa bb ", "xx dd"]


def test_lists_beside_have_their_own_steps() -> None:
    page = front("a:\n- b\nc:\n- d\n")
    assert insert_item(page, ("c",), 1, ["e", {"f": ["g"]}]).yaml == (
        "a:\n- b\nc:\n- d\n- - e\n  - f:\n    - g\n"
    )
    assert ScalarStyle() == TINA


@pytest.mark.parametrize(
    "text",
    [
        "0", "12", "+1", "-007", "0o17", "0b1_0", "0x_fF", "1_000", ".5", "1.", "1.5e3", "1e+5",
        "1_0.5_", "1_0.5e-3", "12e03", "1_0e5", "-.5E2", "0_7",
    ],
)  # fmt: skip
def test_what_some_reader_takes_for_a_number(text: str) -> None:
    assert scalar_writer.is_number_elsewhere(text)
    assert scalar_writer.is_ambiguous(text)
    assert scalar_writer.one_line(text, TINA) == f"'{text}'"


@pytest.mark.parametrize("text", ["", "x1", "1x", "0o", "0o8", "0b2", "0xg", "1_e", "e5", "1.5.2"])
def test_what_no_reader_takes_for_a_number(text: str) -> None:
    assert not scalar_writer.is_number_elsewhere(text)


@pytest.mark.parametrize(
    "text",
    [
        "y",
        "Y",
        "yes",
        "Yes",
        "YES",
        "on",
        "On",
        "ON",
        "n",
        "N",
        "no",
        "No",
        "NO",
        "off",
        "Off",
        "OFF",
        "<<",
    ],
)
def test_words_that_mean_something_elsewhere(text: str) -> None:
    assert scalar_writer.is_ambiguous(text)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ([1, "a, b", "x: y", {"k": [None, True]}], "[1, 'a, b', 'x: y', {k: [null, true]}]"),
        ({"a b": "c", "d:": {}}, "{a b: c, 'd:': {}}"),
        ([], "[]"),
        ({}, "{}"),
        (-0.0, "-0.0"),
        (float("inf"), ".inf"),
    ],
)
def test_values_in_brackets(value: Value, written: str) -> None:
    assert collection_writer.flow(value, TINA, collection_writer.ONE_LINE) == written


def test_what_a_newer_writer_leaves_plain_needs_marks_in_brackets() -> None:
    style = replace(TINA, version=4)
    assert scalar_writer.one_line("a, [b]", style) == "a, [b]"
    assert collection_writer.flow("a, [b]", style, collection_writer.ONE_LINE) == "'a, [b]'"
    assert (
        collection_writer.flow({"a, b": "x:y"}, style, collection_writer.ONE_LINE)
        == "{'a, b': 'x:y'}"
    )


def test_values_in_brackets_on_several_lines() -> None:
    layout = collection_writer.FlowStyle(step="  ")
    assert collection_writer.flow({"a": [1, {}], "b": 2}, TINA, layout, "    ") == (
        "{\n      a: [\n        1,\n        {}\n      ],\n      b: 2\n    }"
    )


def test_json() -> None:
    layout = collection_writer.FlowStyle(json=True, comma=",", colon=":")
    value = {"ä": ["b", 1.5, 1e21, -0.0, None]}
    assert collection_writer.flow(value, TINA, layout) == '{"ä":["b",1.5,1e+21,-0.0,null]}'
    ascii_only = replace(layout, ascii=True)
    assert collection_writer.flow({"ä": "ö"}, TINA, ascii_only) == '{"\\u00e4":"\\u00f6"}'
    with pytest.raises(UnwritableScalar, match="JSON has no word for a number without limit"):
        collection_writer.flow(float("nan"), TINA, layout)


WORDS = "word " * 30 + "end"


@pytest.mark.parametrize(
    ("yaml", "value", "written"),
    [
        ("a: one, two\nb: x\n", "three, four", "d: three, four"),
        ("a: 'one, two'\nb: x\n", "three, four", "d: 'three, four'"),
        ("a: 😀 x\nb: x\n", "😀", "d: 😀"),
        ('a: "\\U0001F600 x"\nb: x\n', "😀", 'd: "\\U0001F600"'),
        ("a: 'x'\nb: 'y'\n", "z", "d: 'z'"),
        ('a: "x"\nb: "y"\n', "z", 'd: "z"'),
        (f"a: {WORDS}\nb: x\n", WORDS, f"d: {WORDS}"),
        (f"a: '{WORDS}'\nb: 'x'\n", WORDS, f"d: '{WORDS}'"),
        (f"a: {WORDS}, {WORDS}\nb: x\n", f"{WORDS}, x", f"d: {WORDS}, x"),
        ("'a b': one\n'c': x\n", "e", "'d': e"),
        ('"a b": one\n"c": x\n', "e", '"d": e'),
        ("'a': one\nb: x\nc: y\n", "e", "d: e"),
    ],
)
def test_a_new_value_is_written_as_the_page_s_writer_does(
    yaml: str, value: str, written: str
) -> None:
    page = insert_key(front(yaml), (), "d", value)
    assert page.yaml == f"{yaml}{written}\n"


@pytest.mark.parametrize(
    ("data", "after"),
    [
        (b"---\r\n---\r\n", "---\r\na:\r\n  - 1\r\n  - 2\r\n---\r\n"),
        (b"\xef\xbb\xbf---\r\n---\r\n", "\ufeff---\r\na:\r\n  - 1\r\n  - 2\r\n---\r\n"),
        (b"---\n---\r\n", "---\na:\n  - 1\n  - 2\n---\r\n"),
    ],
)
def test_the_opening_line_shows_how_lines_end(data: bytes, after: str) -> None:
    assert insert_key(Page.from_bytes(data), (), "a", [1, 2]).text == after
