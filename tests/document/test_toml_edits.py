"""The edits of TOML: in the form of the file, and nothing else changes."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path as File
from typing import Any

import pytest

from designer.document import (
    Page,
    Path,
    Timestamp,
    Value,
    duplicate_item,
    duplicate_items,
    insert_item,
    insert_items,
    insert_key,
    insert_source,
    item_source,
    join_sources,
    line_changes,
    list_sources,
    move_between,
    move_item,
    move_items,
    put_value,
    read_page,
    remove_item,
    remove_items,
    remove_key,
    rename_key,
    set_value,
)
from designer.document.values import Tagged
from tests.document.pages import front, refusal

HUGO = File(__file__).parent / "hugo"
BLOCKS = ("params", "blocks")


def toml(text: str) -> Page:
    """A whole TOML file."""
    return Page.from_bytes(text.encode(), name="a.toml")


def checked(page: Page) -> str:
    """The text of a TOML file, which must be what the page says."""
    again = Page.from_bytes(page.to_bytes(), name="a.toml")
    assert again.data == page.data
    assert list(tomllib.loads(page.yaml)) == list(page.data)
    return page.text


def hugo(name: str) -> Page:
    page, _ = read_page(HUGO / name)
    return page


def is_added(text: str, before: Page, after: Page) -> bool:
    """Whether one page is the other with a text added at one place."""
    return after.text.count(text) == 1 and after.text.replace(text, "") == before.text


def changed(before: Page, after: Page) -> list[str]:
    """The old lines with ``-`` and the new ones with ``+``."""
    found: list[str] = []
    for hunk in line_changes(before, after).hunks:
        found += [f"-{line.rstrip()}" for line in hunk.before]
        found += [f"+{line.rstrip()}" for line in hunk.after]
    return found


# -- scalars ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "value", "new"),
    [
        ('"x"', 'a \\ "b" \t\x7f ü😀', '"a \\\\ \\"b\\" \\t\\u007F ü😀"'),
        ("'x'", "C:\\ü", "'C:\\ü'"),
        ("'x'", "it's", '"it\'s"'),
        ("'x'", "a\tb\x00", '"a\\tb\\u0000"'),
        ('"x"', "a\nb", '"""\na\nb"""'),
        ('"x\\n"', "a\nb", '"a\\nb"'),
        ("'x'", "a\nb", '"""\na\nb"""'),
        ('"""x"""', "a", '"""a"""'),
        ('"""\nx"""', "a\n", '"""\na\n"""'),
        ('"""x"""', "\na", '"""\n\na"""'),
        ('"""x"""', 'a"""\\b"', '"""a""\\"\\\\b""""'),
        ('"""x"""', "a\tb\r", '"""a\tb\\r"""'),
        ("'''x'''", "it's\n\\", "'''it's\n\\'''"),
        ("'''\nx'''", "a'''b", '"""\na\'\'\'b"""'),
        ("'''x'''", "a'", '"""a\'"""'),
        ("'''x'''", "a\x01", '"""a\\u0001"""'),
        ("1", 2, "2"),
        ("1.0", 2, "2.0"),
        ("1.5e3", 2, "2.0"),
        ("1e3", 2, "2.0"),
        ("0xff", 2, "2"),
        ("1", 2.5, "2.5"),
        ("1", 1e21, "1e+21"),
        ("1", 1e-7, "1e-7"),
        ("1", 1e20, "100000000000000000000.0"),
        ("1", -(2**63), "-9223372036854775808"),
        ("1", 2**63, "9223372036854775808.0"),
        ("1", -0.0, "-0.0"),
        ("1", float("inf"), "inf"),
        ("1", float("-inf"), "-inf"),
        ("1", True, "true"),
        ("true", "false", '"false"'),
        ("2001-01-01", Timestamp("2002-02-02"), "2002-02-02"),
        ("2001-01-01", Timestamp("2002-2-2"), '"2002-2-2"'),
        ("1", {}, "{}"),
        ("1", [], "[]"),
        ("1", [1, "a", [True]], '[1, "a", [true]]'),
        ("1", {"a": {"b c": "x\ny"}}, '{ a = { "b c" = "x\\ny" } }'),
        ("[1, 2]", {"a": 1}, "{ a = 1 }"),
        ("{a = 1}", {"b": 1, "c": 2}, "{b = 1, c = 2}"),
        ("[\n  1,\n]", ["a", "b"], '[\n  "a",\n  "b",\n]'),
        ("[\n\t1\n  ]", ["a", "b"], '[\n\t"a",\n\t"b"\n  ]'),
        ("[\n  1,\n]", [], "[]"),
        ("[\n  1,\n]", 5, "5"),
    ],
)
def test_a_value_in_the_form_of_the_old_one(old: str, value: Value, new: str) -> None:
    page = toml(f"k  =   {old} # note\n")
    after = set_value(page, ("k",), value)
    assert checked(after) == f"k  =   {new} # note\n"
    assert set_value(after, ("k",), page.data["k"]).text == page.text


def test_not_a_number() -> None:
    assert (
        toml("a = 1\n").text != set_value(toml("a = 1\n"), ("a",), float("nan")).text == "a = nan\n"
    )


def test_new_values_are_like_the_others() -> None:
    page = toml("a='x'\nb=['y','z']\nc={d='e'}\nf='''g'''\n")
    after = put_value(page, ("h",), {"i": ["j", "k"], "l": "m"})
    assert after.text == page.text + "h={i=['j','k'],l='m'}\n"
    more = put_value(page, ("n",), "o\np")
    assert more.text == page.text + "n='''o\np'''\n"
    below = toml("f = '''\ng'''\n")
    assert put_value(below, ("n",), "o\np").text == below.text + "n = '''\no\np'''\n"
    assert put_value(page, ("it's",), "it's").text == page.text + '"it\'s"="it\'s"\n'


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "TOML has no word for an empty value; remove the field instead"),
        ([None], "TOML has no word for an empty value"),
        (Tagged("!x", 1), "holds a value with a tag"),
        (2**64 + 1, "no whole numbers of more than 64 bits"),
        (10**400, "no whole numbers of more than 64 bits"),
    ],
)
def test_what_toml_cannot_hold(value: Value, words: str) -> None:
    refused = refusal(set_value, toml("a = 1\n"), ("a",), value)
    assert refused.kind == "value"
    assert words in str(refused)


def test_keys_without_a_value_are_left_out() -> None:
    page = toml("[a]\nb = 1\n")
    after = insert_key(page, (), "c", {"d": None, "e": [{"f": None, "g": 1}]})
    assert after.data["c"] == {"e": [{"g": 1}]}
    assert set_value(after, ("a",), {"b": None}).data["a"] == {}


# -- pairs and tables ------------------------------------------------------------------------------


def edited(text: str, edit: Callable[..., Page], *arguments: Any, **options: Any) -> str:
    return checked(edit(toml(text), *arguments, **options))


@pytest.mark.parametrize(
    ("before", "path", "after"),
    [
        ("", (), "new = 1\n"),
        ("# note\n", (), "# note\nnew = 1\n"),
        ("a = 1", (), "a = 1\nnew = 1"),
        ("a = 1 # one\n# loose\n\n", (), "a = 1 # one\nnew = 1\n# loose\n\n"),
        ("  a=1\r\n", (), "  a=1\r\n  new=1\r\n"),
        ("# top\n\n[a]\n", (), "# top\n\nnew = 1\n\n[a]\n"),
        ("# of a\n[a]\n", (), "new = 1\n\n# of a\n[a]\n"),
        ("[a]\n  b = 1\n\n[c]\n", ("a",), "[a]\n  b = 1\n  new = 1\n\n[c]\n"),
        ("[a]\n\n[c]\n  d = 1\n", ("a",), "[a]\n  new = 1\n\n[c]\n  d = 1\n"),
        ("[a.b]\nc = 1\n", ("a",), "[a]\nnew = 1\n\n[a.b]\nc = 1\n"),
        ('x = 1\n\n[ "a" . b.c ]\n', ("a", "b"), 'x = 1\n\n["a" . b]\nnew = 1\n\n[ "a" . b.c ]\n'),
        ("a.b.c = 1\nx = 2\n", ("a", "b"), "a.b.c = 1\na.b.new = 1\nx = 2\n"),
        ("a.b.c = 1\nx = 2\n", ("a",), "a.b.c = 1\na.new = 1\nx = 2\n"),
        ('[x]\n"a" . b=1\n', ("x", "a"), '[x]\n"a" . b=1\n"a" . new=1\n'),
        ("[[a]]\nb = 1\n[[a]]\n", ("a", 1), "[[a]]\nb = 1\n[[a]]\nnew = 1\n"),
        ("[[a]]\nb = 1\n[a.c]\n[[a]]\n", ("a", 0), "[[a]]\nb = 1\nnew = 1\n[a.c]\n[[a]]\n"),
        ("a = {}\n", ("a",), "a = { new = 1 }\n"),
        ("a = [{b = 1}]\n", ("a", 0), "a = [{b = 1, new = 1}]\n"),
        ("a = {b.c = 1}\n", ("a", "b"), None),
        ("a = {b.c = 1}\n", ("a",), None),
    ],
)
def test_a_new_pair(before: str, path: Path, after: str | None) -> None:
    if after is None:
        assert refusal(put_value, toml(before), (*path, "new"), 1).kind == "dotted"
    else:
        assert edited(before, put_value, (*path, "new"), 1) == after


def test_a_new_pair_stands_beside_its_neighbour() -> None:
    text = "# a\na = 1\n\n# b\nb = 2\n[c]\n"
    assert edited(text, insert_key, (), "new", 1, after="a") == text.replace(
        "a = 1\n", "a = 1\nnew = 1\n"
    )
    assert edited(text, insert_key, (), "new", 1, before="a") == "new = 1\n" + text
    assert edited(text, insert_key, (), "new", 1, after="c") == text.replace("2\n", "2\nnew = 1\n")
    dotted = "a.b = 1\na.c = 2\n"
    assert edited(dotted, insert_key, (), "new", 1, before="a") == f"new = 1\n{dotted}"
    assert edited(dotted, insert_key, (), "new", 1, after="a") == f"{dotted}new = 1\n"
    after = insert_key(toml(text), (), "new", 1)
    assert list(after.data) == ["a", "b", "new", "c"]
    assert edited("[c]\n[d]\n", insert_key, (), "new", {"x": 1}, before="c") == (
        "[new]\nx = 1\n[c]\n[d]\n"
    )


@pytest.mark.parametrize(
    ("before", "path", "value", "after"),
    [
        ("", (), {"x": 1}, "[new]\nx = 1\n"),
        ("a = 1\n", (), {"x": 1}, "a = 1\n\n[new]\nx = 1\n"),
        ("a = 1\n\n# end\n", (), {"x": 1}, "a = 1\n\n[new]\nx = 1\n\n# end\n"),
        ("a = {b = 1}\n", (), {"x": 1}, "a = {b = 1}\nnew = {x = 1}\n"),
        ("a.b = 1\n", ("a",), {"x": 1}, "a.b = 1\na.new.x = 1\n"),
        ("a = 1\n\n\n[b]\n", (), {"x": 1}, "a = 1\n\n\n[b]\n\n\n[new]\nx = 1\n"),
        ("[a]\n  b = 1\n", ("a",), {"x": 1}, "[a]\n  b = 1\n\n  [a.new]\n    x = 1\n"),
        ("[a.b]\nc = 1\n[d]\n", ("a",), {"x": 1}, "[a.b]\nc = 1\n[a.new]\nx = 1\n[d]\n"),
        ("[a]\n[a.b]\n", ("a",), {"x": {"y": 1}}, "[a]\n[a.b]\n[a.new]\n[a.new.x]\ny = 1\n"),
        ("[[a]]\n[[a]]\n", ("a", 0), {"x": 1}, "[[a]]\n[a.new]\nx = 1\n[[a]]\n"),
        ("[a.k]\n[b]\n[a.k.z]\n[c]\n", ("a",), {"x": 1},
         "[a.k]\n[b]\n[a.k.z]\n[a.new]\nx = 1\n[c]\n"),
        ("[a]\n", (), [{"x": 1}, {}], "[a]\n\n[[new]]\nx = 1\n\n[[new]]\n"),
        ("[a]\n", (), [{"x": 1}, 2], "new = [{ x = 1 }, 2]\n\n[a]\n"),
        ("[[a]]\nnew = {x = 1}\n[[a]]\n", ("a", 1), {"y": 1},
         "[[a]]\nnew = {x = 1}\n[[a]]\nnew = {y = 1}\n"),
        ("b = {x = 1}\n[a.new]\nz = 1\n[[a.c]]\n", ("a", "c", 0), {"y": 1},
         "b = {x = 1}\n[a.new]\nz = 1\n[[a.c]]\n[a.c.new]\ny = 1\n"),
    ],
)  # fmt: skip
def test_a_new_table(before: str, path: Path, value: Value, after: str) -> None:
    page = insert_key(toml(before), path, "new", value)
    assert checked(page) == after
    assert remove_key(page, (*path, "new")).text == before


@pytest.mark.parametrize(
    ("before", "path", "after"),
    [
        ("a = 1\nb = 2\n", ("a",), "b = 2\n"),
        ("# top\n\n# a\na = 1 # one\n\nb = 2\n", ("a",), "# top\n\nb = 2\n"),
        ("a = 1\n\nb = 2\nc = 3\n", ("b",), "a = 1\n\nc = 3\n"),
        ("a = 1\nb = 2\n\nc = 3\n", ("b",), "a = 1\n\nc = 3\n"),
        ("a = 1\n\nb = 2\n", ("b",), "a = 1\n"),
        ("\na = 1\n\nb = 2\n", ("a",), "\nb = 2\n"),
        ("a = 1", ("a",), ""),
        ("x = 1\n\n[a]\nb = 1\n# end\n\n[c]\n", ("a",), "x = 1\n\n[c]\n"),
        ("[a]\nb = 1\n", ("a", "b"), "[a]\n"),
        ("[[a]]\nb = 1\n", ("a", 0, "b"), "[[a]]\n"),
        ("a.b = 1 # one\nc = 2\n", ("a", "b"), "a = {} # one\nc = 2\n"),
        ("x.a.b=1\nx.a.c=2\n", ("x", "a"), "x={}\n"),
        ("a.b = 1\na.c = 2\n", ("a", "b"), "a.c = 2\n"),
        ("[ a . b.c ]\nd = 1\n", ("a", "b"), "[a]\n"),
        ("[a.b.c]\n[x]\n[a.b.d]\n", ("a", "b"), "[a]\n[x]\n"),
        ("[a]\nb = 1\n[c]\n[a.d]\n", ("a",), "[c]\n"),
        ("[[a.b]]\nc = 1\n\n[d]\n", ("a", "b", 0), "[a]\nb = []\n\n[d]\n"),
        ("x = 1\n\n[[a]]\nc = 1\n\n[d]\n", ("a", 0), "x = 1\na = []\n\n[d]\n"),
        ("[[a]]\nb = 1\n[a.x]\n\n# two\n[[a]]\nb = 2\n", ("a", 0), "# two\n[[a]]\nb = 2\n"),
        ("a = {b = 1}\n", ("a", "b"), "a = {}\n"),
        ("a = {b = 1, c = 2}\n", ("a", "b"), "a = {c = 2}\n"),
        ("a = [1, 2]\n", ("a", 1), "a = [1]\n"),
        ("a = [ 1 ]\n", ("a", 0), "a = []\n"),
    ],
)  # fmt: skip
def test_removing(before: str, path: Path, after: str) -> None:
    page = toml(before)
    remove = remove_key if isinstance(path[-1], str) else remove_item
    without = remove(page, path)
    assert checked(without) == after
    assert set_value(without, (), page.data).text == before


def test_removing_from_a_mapping_with_dotted_keys() -> None:
    page = toml("a = {b.c = 1, d = 2}\n")
    assert refusal(remove_key, page, ("a", "d")).kind == "dotted"
    assert refusal(rename_key, page, ("a", "d"), "e").kind == "dotted"
    assert refusal(set_value, page, ("a", "b"), 1).kind == "dotted"
    assert edited(page.text, set_value, ("a", "b", "c"), 5) == "a = {b.c = 5, d = 2}\n"


@pytest.mark.parametrize(
    ("before", "path", "after"),
    [
        ("a = 1\n", ("a",), '"x y" = 1\n'),
        ("'a' = 1\n", ("a",), "'x y' = 1\n"),
        ('[a]\nb = 1\n[ "a" . c]\n', ("a",), '["x y"]\nb = 1\n[ "x y" . c]\n'),
        ("[a]\nb.c = 1\nb.d = 2\n", ("a", "b"), '[a]\n"x y".c = 1\n"x y".d = 2\n'),
        ("[[a.b]]\nc = 1\n[a.b.b]\n", ("a", "b"), '[[a."x y"]]\nc = 1\n[a."x y".b]\n'),
        ("[[a.b]]\nb = 1\n[a.b.c]\n", ("a", "b", 0, "b"), '[[a.b]]\n"x y" = 1\n[a.b.c]\n'),
        ("a = {b = {c = 1}}\n", ("a", "b", "c"), 'a = {b = {"x y" = 1}}\n'),
    ],
)
def test_renaming(before: str, path: Path, after: str) -> None:
    page = rename_key(toml(before), path, "x y")
    assert checked(page) == after
    assert rename_key(page, (*path[:-1], "x y"), str(path[-1])).text == before


def test_a_quoted_key_keeps_its_quotation_marks() -> None:
    assert edited("'a' = 1\n", rename_key, ("a",), "b") == "'b' = 1\n"
    assert edited('"a" = 1\n', rename_key, ("a",), "b") == '"b" = 1\n'
    assert edited("'a' = 1\n", rename_key, ("a",), "it's") == '"it\'s" = 1\n'
    assert edited("a = {'b' = 1}\n", rename_key, ("a", "b"), "c") == "a = {'c' = 1}\n"


@pytest.mark.parametrize(
    ("before", "path", "value", "after"),
    [
        ("[a]\n# b\nb = 1\n[c]\n", ("a",), {"x": 1}, "[a]\nx = 1\n[c]\n"),
        ("a.b = 1\n", ("a",), {"x": 1}, "a = { x = 1 }\n"),
        ("[a.b]\nc = 1\n", ("a",), {"x": 1}, "[a]\nx = 1\n"),
        ("a = 1\n[b]\nc = 1\n", ("b",), "x", 'a = 1\nb = "x"\n'),
        ("[[a]]\nb = 1\n", ("a",), 5, "a = 5\n"),
        ("[[a]]\nb = 1\n", ("a", 0), {"c": 1}, "[[a]]\nc = 1\n"),
        ("x = 1\n[[a]]\nb = 1\n", ("a",), [1, {"b": 2}], "x = 1\na = [1, { b = 2 }]\n"),
        ("a = []\n[b]\n", ("a",), [{"c": 1}], "[[a]]\nc = 1\n[b]\n"),
        ("a = []\nb = {}\n", ("a",), [{"c": 1}], "a = [{ c = 1 }]\nb = {}\n"),
        ("a = 1\n", (), {"b": 2}, "b = 2\n"),
    ],
)
def test_replacing(before: str, path: Path, value: Value, after: str) -> None:
    page = set_value(toml(before), path, value)
    assert checked(page) == after


def test_what_cannot_be_replaced() -> None:
    page = toml("[[a]]\nb = 1\n")
    for edit, *arguments in [
        (set_value, ("a", 0), 5),
        (insert_item, ("a",), 0, 5),
    ]:
        refused = refusal(edit, page, *arguments)
        assert (refused.kind, refused.line) == ("form", 1)
        assert "its items are mappings" in str(refused)
    assert refusal(set_value, page, (), [1]).kind == "value"
    assert refusal(set_value, page, (), "x").kind == "value"


def test_the_order_of_keys_has_no_meaning() -> None:
    page = toml("a = 1\nb = {c = 1, d = 2}\n[e]\n")
    assert set_value(page, (), {"e": {}, "b": {"d": 2, "c": 1}, "a": 1}) is page
    after = set_value(page, (), {"new": 5, "e": {}, "b": {"d": 2, "c": 3}, "a": 1})
    assert after.text == "new = 5\na = 1\nb = {c = 3, d = 2}\n[e]\n"


# -- lists -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "index", "inserted", "removed"),
    [
        ("[1, 2]", 0, "[9, 1, 2]", "[2]"),
        ("[1 ,2]", 1, "[1 ,9 ,2]", "[1]"),
        ("[\n  1,\n  2\n]", 2, "[\n  1,\n  2,\n  9\n]", "[\n  1\n]"),
        ("[\n  1,\n  2,\n]", 2, "[\n  1,\n  2,\n  9,\n]", "[\n  1,\n]"),
        ("[\n  1, # a\n  # b\n  2 # b\n]", 2,
         "[\n  1, # a\n  # b\n  2, # b\n  9\n]", "[\n  1 # a\n]"),
        ("[ # top\n  1, # a\n  2,\n  # end\n]", 2,
         "[ # top\n  1, # a\n  2,\n  9,\n  # end\n]", "[ # top\n  1, # a\n  # end\n]"),
        ("[\n  # a\n  1, # a\n  2,\n]", 0, "[\n  9,\n  # a\n  1, # a\n  2,\n]", "[\n  2,\n]"),
        ("[\n  1 # a\n]", 0, "[\n  9,\n  1 # a\n]", "[\n]"),
        ("[\n  '''#\n  ''', # a\n  2,\n]", 1, "[\n  '''#\n  ''', # a\n  9,\n  2,\n]",
         "[\n  '''#\n  ''', # a\n]"),
        ("['#', 1]", 1, "['#', 9, 1]", "['#']"),
    ],
)  # fmt: skip
def test_items_in_brackets(text: str, index: int, inserted: str, removed: str) -> None:
    page = toml(f"k = {text}\n")
    more = insert_item(page, ("k",), index, 9)
    assert checked(more) == f"k = {inserted}\n"
    assert remove_item(more, ("k", index)).text == page.text
    place = min(index, len(page.data["k"]) - 1)
    assert checked(remove_item(page, ("k", place))) == f"k = {removed}\n"


def test_moving_in_brackets() -> None:
    noted = "k = [\n  # one\n  1, # one\n  2 # two\n]\n"
    assert edited(noted, move_item, ("k",), 0, 1) == "k = [\n  2, # two\n  # one\n  1 # one\n]\n"
    assert edited("k = [1,  2, 3,]\n", move_item, ("k",), 2, 0) == "k = [3,  1, 2,]\n"
    assert edited("k = ['a']\n", duplicate_item, ("k", 0)) == "k = ['a', 'a']\n"
    assert edited(noted, duplicate_item, ("k", 0)).startswith("k = [\n  # one\n  1, # one\n  1,\n")


@pytest.mark.parametrize(
    "text", ["[1, # a\n 2]", "[ # a\n]", "[1,\n # a\n2, 3]", "[\n1 # a\n, 2\n]"]
)
def test_comments_between_items_that_share_lines(text: str) -> None:
    page = toml(f"k = {text}\n")
    refused = refusal(insert_item, page, ("k",), 0, 9)
    assert (refused.kind, refused.line) == ("comments", 1)


def test_a_list_that_is_replaced_keeps_its_lines() -> None:
    page = toml("k = [\n  1 # a\n  , 2,\n]\n")
    assert set_value(page, ("k",), [1, 2, [3]]).text == "k = [\n  1,\n  2,\n  [3],\n]\n"
    flat = toml("k = ['''\nx''', # a\n 1]\n")
    assert set_value(flat, ("k",), [1, 2, 3]).text == "k = [1, 2, 3]\n"


def test_a_comma_in_a_line_of_its_own() -> None:
    text = "k = [\n  1 # a\n  ,\n  2\n]\n"
    assert edited(text, remove_item, ("k", 1)) == "k = [\n  1 # a\n  ,\n]\n"
    assert edited(text, move_item, ("k",), 0, 1) == "k = [\n  2\n  ,\n  1 # a\n]\n"


def test_tables_of_a_list() -> None:
    page = hugo("content/_index.md")
    hero = {"type": "hero", "headline": "x", "image": {"src": "y"}, "buttons": [{"label": "z"}]}
    more = insert_item(page, BLOCKS, 2, hero)
    written = (
        '  [[params.blocks]]\n    type = "hero"\n    headline = "x"\n    image = { src = "y" }\n'
        '    [[params.blocks.buttons]]\n      label = "z"\n'
    )
    assert is_added(f"\n{written}", page, more)
    assert remove_item(more, (*BLOCKS, 2)).text == page.text
    moved = move_item(page, BLOCKS, 0, 1)
    assert [block["type"] for block in moved.data["params"]["blocks"]] == ["cards", "hero"]
    assert sorted(moved.text.split("\n")) == sorted(page.text.split("\n"))
    assert '# The opening\n  [[params.blocks]]\n    type = "hero"' in moved.text
    assert move_item(moved, BLOCKS, 1, 0).text == page.text
    copied = duplicate_item(page, (*BLOCKS, 0))
    assert copied.text.count("# The opening") == 2
    assert remove_item(copied, (*BLOCKS, 1)).text == page.text
    first = insert_item(page, BLOCKS, 0, {"type": "x"})
    assert is_added('  [[params.blocks]]\n    type = "x"\n\n', page, first)
    none = remove_items(page, BLOCKS, [0, 1])
    assert none.data["params"] == {"layout": "wide", "blocks": []}
    again = insert_item(none, BLOCKS, 0, {"type": "x", "items": [{"a": 1}]})
    assert "  layout = 'wide'\n\n  [[params.blocks]]\n    type = \"x\"\n" in again.text


def test_a_new_table_is_set_off_like_its_neighbours() -> None:
    first, second = "[[a]]\nb = 1\n\n\n[[a]]\nb = 2\n", "[[a]]\nb = 3\n"
    for index, after in [
        (0, f"[[a]]\nb = 5\n\n\n{first}{second}"),
        (1, first.replace("1\n\n\n", "1\n\n\n[[a]]\nb = 5\n\n\n") + second),
        (2, f"{first}[[a]]\nb = 5\n{second}"),
        (3, f"{first}{second}[[a]]\nb = 5\n"),
    ]:
        assert edited(first + second, insert_item, ("a",), index, {"b": 5}) == after
    noted = "[[a]]\nb = 1\n\n# loose\n\n[[a]]\nb = 2\n"
    assert edited(noted, insert_item, ("a",), 1, {"b": 5}).startswith(
        "[[a]]\nb = 1\n\n[[a]]\nb = 5\n\n# loose\n"
    )


def test_the_loose_comments_between_tables_stay() -> None:
    page = hugo("content/_index.md")
    for edit, *arguments in [
        (move_item, BLOCKS, 0, 1),
        (remove_item, (*BLOCKS, 0)),
        (remove_item, (*BLOCKS, 1)),
        (insert_item, BLOCKS, 1, {"type": "x"}),
    ]:
        assert "  # --- below the fold ---\n" in edit(page, *arguments).text


def test_other_forms_of_blocks() -> None:
    page = hugo("content/posts/storm.md")
    assert [block.source.partition("\n")[0] for block in page.blocks] == ["[[blocks]]"] * 3
    more = insert_item(
        page, ("blocks",), 1, {"_template": "image", "image": {"src": "x", "alt": ""}}
    )
    written = "[[blocks]]\n_template = 'image'\nimage.src = 'x'\nimage.alt = ''\n"
    assert is_added(written, page, more)
    assert more.blocks[0] is page.blocks[0]
    assert more.blocks[2] is page.blocks[1]
    shorter = remove_key(page, ("blocks", 1, "image", "alt"))
    assert changed(page, shorter) == ["-image.alt = 'Waves'"]
    wider = put_value(page, ("blocks", 1, "image", "width"), 5)
    assert changed(page, wider) == ["+image.width = 5"]
    ratio = set_value(page, ("ratio",), 2)
    assert changed(page, ratio) == ["-ratio = 1.0", "+ratio = 2.0"]
    fewer = remove_item(page, ("aliases", 0))
    assert changed(page, fewer) == ['-  "/storm",   # the old address']


def test_a_file_of_data() -> None:
    page = hugo("data/keepers.toml")
    assert page.data["ada"]["hours"] == {"from": "06:00:00", "to": "18:00:00"}
    later = set_value(page, ("ada", "hours", "to"), Timestamp("19:30:00"))
    assert changed(page, later) == [
        "-hours = { from = 06:00:00, to = 18:00:00 }",
        "+hours = { from = 06:00:00, to = 19:30:00 }",
    ]
    third = put_value(page, ("cy", "address", "city"), "Vik")
    assert changed(page, third) == ["+", "+[cy]", "+", "+[cy.address]", '+city = "Vik"']


def test_items_with_parts_elsewhere() -> None:
    text = "[[a]]\nb = 1\n[c]\n[a.d]\n[[a]]\nb = 2\n"
    page = toml(text)
    for refused in (
        refusal(move_item, page, ("a",), 0, 1),
        refusal(duplicate_item, page, ("a", 0)),
        refusal(move_between, toml(text + "[[e]]\n"), ("a",), 0, ("e",), 0),
    ):
        assert refused.kind == "scattered"
        assert "a part of this item stands elsewhere" in str(refused)
    assert edited(text, remove_item, ("a", 0)) == "[c]\n[[a]]\nb = 2\n"
    assert edited(text, insert_item, ("a",), 1, {"b": 5}) == text.replace(
        "[a.d]\n", "[a.d]\n[[a]]\nb = 5\n"
    )
    assert item_source(page, ("a", 0)) == "item = [{ b = 1, d = {} }]\n"


def test_a_file_that_does_not_end_with_a_line_break() -> None:
    text = "[[a]]\nb = 1\n\n[[a]]\nb = 2"
    assert edited(text, move_item, ("a",), 0, 1) == "[[a]]\nb = 2\n\n[[a]]\nb = 1"
    assert edited(text, duplicate_item, ("a", 1)) == text + "\n\n[[a]]\nb = 2"
    assert edited(text, remove_item, ("a", 1)) == "[[a]]\nb = 1\n"


def test_line_breaks_of_windows() -> None:
    text = "a = 1\r\n\r\n[[b]]\r\nc = 1\r\n\r\n[[b]]\r\nc = '''\r\nx\r\ny'''\r\n"
    page = toml(text)
    assert page.data["b"][1] == {"c": "x\ny"}
    for after in (
        move_item(page, ("b",), 0, 1),
        duplicate_item(page, ("b", 1)),
        insert_item(page, ("b",), 0, {"c": "x\ny"}),
        set_value(page, ("b", 1, "c"), "1\n2"),
        insert_source(page, ("b",), 0, item_source(page, ("b", 1))),
        put_value(page, ("d", "e"), "f"),
    ):
        assert checked(after).count("\n") == after.text.count("\r\n")


def test_several_items() -> None:
    page = hugo("content/posts/storm.md")
    path = ("blocks",)
    ids = [block.id for block in page.blocks]
    moved = move_items(page, path, [1, 2], 0)
    assert [block.id for block in moved.blocks] == [ids[1], ids[2], ids[0]]
    assert move_items(moved, path, [0, 1], 3).text == page.text
    copies = duplicate_items(page, path, [0, 2])
    assert [block.data["_template"] for block in copies.blocks] == [
        "text", "image", "quote", "text", "quote",
    ]  # fmt: skip
    assert remove_items(copies, path, [3, 4]).text == page.text
    added = insert_items(page, path, 3, [{"_template": "a"}, {"_template": "b"}])
    assert added.text == page.text.replace(
        'said."\n', "said.\"\n[[blocks]]\n_template = 'a'\n[[blocks]]\n_template = 'b'\n"
    )


# -- copy and paste --------------------------------------------------------------------------------


def test_a_copied_table_keeps_its_text() -> None:
    page = hugo("content/_index.md")
    source = item_source(page, (*BLOCKS, 0))
    assert source.startswith("  # The opening\n  [[params.blocks]]\n")
    below = insert_source(page, BLOCKS, 2, source)
    assert below.text == page.text.replace("\n[menu.main]", f"\n{source}\n[menu.main]")
    inner = insert_source(page, (*BLOCKS, 0, "buttons"), 0, item_source(page, (*BLOCKS, 1)))
    written = (
        '    [[params.blocks.buttons]]\n      type = "cards"\n'
        '      image = { src = "/img/loft.svg" }\n      columns = 3\n'
    )
    assert is_added(written, page, inner)
    outer = insert_source(page, BLOCKS, 0, item_source(page, (*BLOCKS, 0, "buttons", 1)))
    written = (
        '  [[params.blocks]]\n    label = "Write to us"\n    link = "mailto:keeper@example.org"\n'
    )
    assert is_added(f"{written}\n", page, outer)


def test_only_indentation_changes_in_a_copied_table() -> None:
    page = toml("[[a]]\n  # x\n  b = '''\n  c\n  '''\n  d = [\n    1,\n  ]\n\n[e]\n    [[e.f]]\n")
    after = insert_source(page, ("e", "f"), 1, item_source(page, ("a", 0)))
    assert after.text == page.text + (
        "    [[e.f]]\n      # x\n      b = '''\n  c\n  '''\n      d = [\n    1,\n  ]\n"
    )


def test_between_yaml_toml_and_json() -> None:
    """What a syntax cannot hold becomes a text, or is left out if it is empty."""
    yaml = front("blocks:\n  - a: 2001-01-01\n    b:\n    c: [1, x]\n  - 5\n")
    page = Page.from_bytes(b"+++\n[[blocks]]\na = 07:32:00\nb = 2001-01-01T10:00:00Z\n+++\n")
    json = Page.from_bytes(b'{"blocks": []}')
    path = ("blocks",)
    into_toml = insert_source(page, path, 1, item_source(yaml, ("blocks", 0)))
    assert into_toml.yaml == page.yaml + '\n[[blocks]]\na = 2001-01-01\nc = [1, "x"]\n'
    into_json = insert_source(json, path, 0, item_source(yaml, ("blocks", 0)))
    assert into_json.text == '{"blocks": [{"a": "2001-01-01", "b": null, "c": [1, "x"]}]}'
    assert refusal(insert_source, page, path, 0, item_source(yaml, ("blocks", 1))).kind == "form"
    source = item_source(page, ("blocks", 0))
    into_yaml = insert_source(yaml, path, 1, source)
    assert "  - a: '07:32:00'\n    b: 2001-01-01T10:00:00Z\n" in into_yaml.text
    assert insert_source(json, path, 0, source).data["blocks"][0]["a"] == "07:32:00"
    back = insert_source(page, path, 0, item_source(into_json, ("blocks", 0)))
    assert back.blocks[0].data == {"a": "2001-01-01", "c": [1, "x"]}
    assert join_sources([source, "- 1\n"]) == ("- a: '07:32:00'\n  b: 2001-01-01T10:00:00Z\n- 1\n")


@pytest.mark.parametrize(
    ("source", "fits"),
    [
        ("[[a]]\nb = 1\n", True),
        ("# own\n[[a.b]]\n[a.b.c]\nd = 1\n", True),
        ("[a]\nb = 1\n", False),
        ("[[a]]\nb = 1\n[[a]]\n", False),
        ("[[a]]\nb = 1\n[c]\n", False),
        ("a = [{b = 1}]\n", True),
        ("a = [{b = 1}, {}]\n", False),
        ("a = []\n", False),
        ("a = {b = 1}\n", False),
        ("a = [{b = 1}]\nc = 1\n", False),
        ("[[a]]\nb = \n", False),
        ("# note\n", False),
    ],
)
def test_what_is_a_source(source: str, fits: bool) -> None:
    page = toml("[[x]]\ny = 1\n")
    if fits:
        assert len(insert_source(page, ("x",), 0, source).data["x"]) == 2
    else:
        assert refusal(insert_source, page, ("x",), 0, source).kind == "value"


def test_sources_of_items_without_headers() -> None:
    page = toml("a = [{b = 1}, 'c']\n[[d]]\n[[d]]\nb = 1\n")
    assert list_sources(page, ("a",)) == ["item = [{b = 1}]\n", "item = ['c']\n"]
    assert list_sources(page, ("d",)) == ["item = [{}]\n", "[[d]]\nb = 1\n"]
    assert insert_source(page, ("a",), 1, "x = [\n  {b  =  2}, # two\n]\n").text.startswith(
        "a = [{b = 1}, {b  =  2}, 'c']\n"
    )
    more = insert_source(page, ("a",), 0, "- 'x'\n")
    assert more.text.startswith("a = ['x', {b = 1}, 'c']\n")


def test_between_lists() -> None:
    page = toml("a = [{b  =  1}, 'c']\nx = []\ny = ['z']\n[[d]]\n# e\ne = 1 # f\n\n[[g]]\nh = 1\n")
    inline = move_between(page, ("a",), 0, ("y",), 1)
    assert inline.text.startswith("a = ['c']\nx = []\ny = ['z', {b  =  1}]\n")
    table = move_between(page, ("d",), 0, ("g",), 1)
    assert checked(table).endswith("[[g]]\nh = 1\n\n[[g]]\n# e\ne = 1 # f\n")
    assert "d = []\n" in table.text
    mixed = move_between(page, ("a",), 0, ("d",), 0)
    assert "[[d]]\nb = 1\n" in checked(mixed)
    empty = move_between(page, ("a",), 1, ("x",), 0)
    assert "x = ['c']\n" in checked(empty)
    back = move_between(page, ("d",), 0, ("a",), 0)
    assert checked(back).startswith("a = [{e = 1}, {b  =  1}, 'c']\n")
