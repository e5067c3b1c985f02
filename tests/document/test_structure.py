"""Adding, removing, renaming and moving entries: comments go along, everything else stays."""

from __future__ import annotations

from typing import Any

import pytest

from designer.document import (
    Page,
    Tagged,
    Value,
    duplicate_item,
    insert_item,
    insert_key,
    move_item,
    remove_item,
    remove_key,
    rename_key,
    set_value,
)
from tests.document.pages import front, refusal

COMMENTED = """\
list:
  # about one
  - one # in one

  - two
    # below two
  # about three
  - three

  # loose

other: 1
"""


def checked(page: Page) -> str:
    """The front matter; read again, it means what the page says."""
    assert Page.from_bytes(page.to_bytes()).data == page.data
    return page.yaml


@pytest.mark.parametrize(
    ("index", "lines"),
    [
        (0, "list:\n  - new\n\n  # about one\n  - one # in one\n\n  - two\n"),
        (1, "  - one # in one\n\n  - new\n\n  - two\n"),
        (2, "    # below two\n  - new\n  # about three\n"),
        (3, "  - three\n  - new\n\n  # loose\n"),
    ],
)
def test_an_item_is_put_in_with_the_space_that_others_have(index: int, lines: str) -> None:
    assert lines in checked(insert_item(front(COMMENTED), ("list",), index, "new"))


@pytest.mark.parametrize(
    ("index", "expected"),
    [
        (0, "list:\n  - two\n    # below two\n  # about three\n"),
        (1, "  - one # in one\n  # about three\n  - three\n"),
        (2, "  - two\n    # below two\n\n  # loose\n"),
    ],
)
def test_an_item_goes_with_its_comments(index: int, expected: str) -> None:
    assert expected in checked(remove_item(front(COMMENTED), ("list", index)))


def test_items_move_with_their_comments_and_gaps_stay() -> None:
    page = front(COMMENTED)
    moved = move_item(page, ("list",), 0, 2)
    assert checked(moved).startswith(
        "list:\n  - two\n    # below two\n\n  # about three\n  - three\n  # about one\n"
        "  - one # in one\n"
    )
    assert move_item(moved, ("list",), 2, 0).yaml == COMMENTED


def test_copies_have_the_same_text() -> None:
    copied = duplicate_item(front(COMMENTED), ("list", 1))
    assert "  - two\n    # below two\n  - two\n    # below two\n" in checked(copied)
    assert copied.data["list"] == ["one", "two", "two", "three"]


COMPACT = "a:\n  - - 1\n    # about 2\n    - 2\n    - k: v\n      l: w\n"


def test_the_first_entry_of_a_compact_collection() -> None:
    page = front(COMPACT)
    assert checked(insert_item(page, ("a", 0), 0, 0)).startswith(
        "a:\n  - - 0\n    - 1\n    # about 2"
    )
    assert checked(remove_item(page, ("a", 0, 0))).startswith("a:\n  - # about 2\n    - 2\n")
    assert checked(move_item(page, ("a", 0), 0, 1)).startswith(
        "a:\n  - # about 2\n    - 2\n    - 1\n"
    )
    assert checked(move_item(page, ("a", 0), 2, 0)).startswith(
        "a:\n  - - k: v\n      l: w\n    - 1\n"
    )
    assert checked(duplicate_item(page, ("a", 0, 0))).startswith(
        "a:\n  - - 1\n    - 1\n    # about 2"
    )
    item = ("a", 0, 2)
    assert checked(insert_key(page, item, "j", 1, before="k")).endswith(
        "- j: 1\n      k: v\n      l: w\n"
    )
    assert checked(remove_key(page, (*item, "k"))).endswith("    - l: w\n")
    assert checked(rename_key(page, (*item, "k"), "m")).endswith("    - m: v\n      l: w\n")


def test_keys() -> None:
    page = front("# head\na: 1\n\n# about b\nb:\n  c: 1 # one\n  # below c\n")
    assert checked(insert_key(page, (), "z", "x", before="a")) == "z: x\n" + page.yaml
    assert checked(insert_key(page, (), "z", [1])).endswith("  # below c\nz:\n  - 1\n")
    assert checked(insert_key(page, (), "z", 1, after="a")).startswith(
        "# head\na: 1\nz: 1\n\n# about b"
    )
    assert checked(insert_key(page, (), "z", 1, before="b")).startswith(
        "# head\na: 1\nz: 1\n\n# about b"
    )
    assert checked(remove_key(page, ("a",))) == "# about b\nb:\n  c: 1 # one\n  # below c\n"
    assert checked(remove_key(page, ("b",))) == "# head\na: 1\n"
    assert (
        checked(remove_key(page, ("b", "c")))
        == "# head\na: 1\n\n# about b\nb: {} # one\n  # below c\n"
    )
    assert checked(rename_key(page, ("b", "c"), "a key: x")).endswith(
        "  'a key: x': 1 # one\n  # below c\n"
    )


def test_the_last_key_of_all() -> None:
    page = remove_key(front("a: 1\n"), ("a",))
    assert checked(page) == "{}\n"
    assert checked(insert_key(page, (), "a", 1)) == "a: 1\n"


@pytest.mark.parametrize(
    ("yaml", "to", "expected"),
    [
        ("'a': 1\n", "b", "'b': 1\n"),
        ('"a": 1\n', "é", '"é": 1\n'),
        ('{"a": 1}\n', "é", '{"é": 1}\n'),
        ("{'a': 1}\n", "b", "{'b': 1}\n"),
        ("? a\n: 1\n", "b", "? b\n: 1\n"),
        ("!!str a: 1\n", "b", "b: 1\n"),
        ("&x a: 1\n", "b", "&x b: 1\n"),
        ("a: 1\n", "", "'': 1\n"),
        ("a: 1\n", "yes", "'yes': 1\n"),
        ("a: 1\n", "5", "'5': 1\n"),
    ],
)
def test_renaming(yaml: str, to: str, expected: str) -> None:
    assert checked(rename_key(front(yaml), ("a",), to)) == expected


@pytest.mark.parametrize(
    ("yaml", "index", "expected"),
    [
        ("a: [x, y]\n", 0, "a: [new, x, y]\n"),
        ("a: [x, y]\n", 2, "a: [x, y, new]\n"),
        ("a: [x,y]\n", 1, "a: [x,new,y]\n"),
        ("a: [x]\n", 1, "a: [x, new]\n"),
        ("a: [ x ]\n", 1, "a: [ x, new ]\n"),
        ("a: [x,]\n", 1, "a: [x, new,]\n"),
        ("a: []\n", 0, "a:\n  - new\n"),
        ("a: [\n    x\n  ]\n", 1, "a: [\n    x,\n    new\n  ]\n"),
        ("a: [\n    x, # note\n    y\n  ]\n", 1, "a: [\n    x, new, # note\n    y\n  ]\n"),
        ('a: ["x"]\n', 0, 'a: ["new", "x"]\n'),
        ("a: [[x], []]\n", 1, "a: [[x], new, []]\n"),
    ],
)
def test_items_in_brackets(yaml: str, index: int, expected: str) -> None:
    page = insert_item(front(yaml), ("a",), index, "new")
    assert checked(page) == expected
    assert len(remove_item(page, ("a", index)).data["a"]) == len(page.data["a"]) - 1


def test_brackets_inside() -> None:
    page = front("a: {x: 1, y: [], z: 3}\n")
    assert checked(insert_item(page, ("a", "y"), 0, "i")) == "a: {x: 1, y: [i], z: 3}\n"
    assert checked(insert_key(page, ("a",), "k", ["i", {}], before="y")) == (
        "a: {x: 1, k: [i, {}], y: [], z: 3}\n"
    )
    assert checked(remove_key(page, ("a", "x"))) == "a: {y: [], z: 3}\n"
    assert checked(remove_key(page, ("a", "z"))) == "a: {x: 1, y: []}\n"
    one = remove_key(remove_key(page, ("a", "y")), ("a", "z"))
    assert checked(remove_key(one, ("a", "x"))) == "a: {}\n"
    lists = front("a: [x,  y, z]\nb: ['p',q]\n")
    assert checked(move_item(lists, ("a",), 0, 2)).startswith("a: [y,  z, x]\n")
    assert checked(move_item(lists, ("a",), 2, 1)).startswith("a: [x,  z, y]\n")
    assert checked(duplicate_item(lists, ("b", 0))).endswith("b: ['p','p',q]\n")


def test_json_in_yaml_stays_json() -> None:
    page = front('{"a": {"b": [1, 2]}, "c": "x"}\n')
    page = insert_key(page, ("a",), "new", {"k": ["é\n", 1e22, -0.0, None]})
    page = insert_item(page, ("a", "b"), 0, "yes")
    assert checked(page) == (
        '{"a": {"b": ["yes", 1, 2], "new": {"k": ["é\\n", 1e+22, -0.0, null]}}, "c": "x"}\n'
    )
    assert "without limit" in str(refusal(set_value, page, ("c",), float("inf")))


def test_a_pair_without_brackets_is_not_added_to() -> None:
    page = front("a: [k: v]\n")
    assert refusal(insert_key, page, ("a", 0), "l", 1).kind == "pair"
    assert checked(set_value(page, ("a", 0, "k"), "w")) == "a: [k: w]\n"
    assert checked(remove_key(page, ("a", 0, "k"))) == "a: [{}]\n"


def test_inside_tags() -> None:
    page = front("a: !box {k: 1, l: 2}\nb: !row [1, 2]\nc: !!set {k}\n")
    assert insert_key(page, ("a",), "m", 3).data["a"] == Tagged("!box", {"k": 1, "l": 2, "m": 3})
    assert remove_item(page, ("b", 0)).data["b"] == Tagged("!row", [2])
    assert move_item(page, ("b",), 0, 1).data["b"] == Tagged("!row", [2, 1])
    assert rename_key(page, ("a", "k"), "z").data["a"] == Tagged("!box", {"z": 1, "l": 2})
    assert refusal(insert_key, page, ("c",), "l", None).kind == "tag"


REFUSED: list[tuple[str, Any, tuple[Value, ...]]] = [
    ("missing", insert_key, (("x",), "k", 1)),
    ("missing", insert_key, (("l",), "k", 1)),
    ("exists", insert_key, ((), "l", 1)),
    ("missing", lambda page: insert_key(page, (), "k", 1, after="no"), ()),
    ("missing", remove_key, (("no",),)),
    ("missing", remove_key, (("l", 0),)),
    ("missing", rename_key, (("no",), "k")),
    ("exists", rename_key, (("l",), "m")),
    ("key", rename_key, (("block\n",), "k")),
    ("missing", insert_item, (("m",), 0, 1)),
    ("missing", insert_item, (("l",), 9, 1)),
    ("missing", insert_item, (("l",), -1, 1)),
    ("missing", remove_item, (("l", 9),)),
    ("missing", remove_item, (("m", "a"),)),
    ("missing", move_item, (("l",), 0, 9)),
    ("missing", move_item, (("l",), -1, 0)),
    ("missing", duplicate_item, (("l", 9),)),
    ("missing", duplicate_item, (("m", "a"),)),
    ("value", insert_item, (("l",), 0, {1})),
    ("value", insert_key, ((), "\ud800", 0)),
    ("merge", insert_key, (("merged",), "k", 1)),
    ("mismatch", remove_key, (("m",),)),
]


@pytest.mark.parametrize(("kind", "edit", "arguments"), REFUSED)
def test_refusals(kind: str, edit: Any, arguments: tuple[Value, ...]) -> None:
    page = front("l: [1, 2]\nm: &m {a: 1}\nmerged:\n  <<: *m\n  b: 2\n? |\n  block\n: 1\n")
    refused = refusal(edit, page, *arguments)
    assert refused.kind == kind
    assert "Nothing was changed." in str(refused)


def test_setting_whole_values_changes_only_what_differs() -> None:
    page = front("a: 1 # one\nb:\n  - x # first\n  - k: v # pair\n    l: w\n  - y # last\nc: 3\n")
    new = {"c": 3, "b": ["x", {"k": "v", "m": "i"}, "z", "y"], "d": 4}
    edited = set_value(page, (), new)
    assert list(edited.data) == ["c", "b", "d"]
    assert checked(edited) == (
        "c: 3\nb:\n  - x # first\n  - k: v # pair\n    m: i\n  - z\n  - y # last\nd: 4\n"
    )
    fewer = set_value(page, ("b",), ["y"])
    assert checked(fewer).startswith("a: 1 # one\nb:\n  - y # last\nc: 3")
    assert checked(set_value(page, ("b",), ["x", "z"])).startswith(
        "a: 1 # one\nb:\n  - x # first\n  - z\nc"
    )
    assert set_value(page, ("b", 1), {"o": 1}).data["b"][1] == {"o": 1}


def test_a_part_that_cannot_be_changed_is_replaced_as_a_whole() -> None:
    page = front("a: &m {x: 1, z: 2}\nb: *m\n")
    assert checked(set_value(page, ("b",), {"x": 1, "z": 3})) == (
        "a: &m {x: 1, z: 2}\nb:\n  x: 1\n  z: 3\n"
    )
    assert refusal(set_value, page, ("a",), {"x": 1, "z": 3}).kind == "anchor"


def test_comments_at_the_end_without_a_last_line_end() -> None:
    page = Page.from_bytes(b"---\r\nl:\r\n  - 1 # c\r\n---")
    edited = insert_item(page, ("l",), 1, {"k": "v", "w": "x\nz\n"})
    assert edited.to_bytes() == (
        b"---\r\nl:\r\n  - 1 # c\r\n  - k: v\r\n    w: |\r\n      x\r\n      z\r\n---"
    )


def test_comments_travel_with_their_item_in_files_of_windows_too() -> None:
    yaml = "l:\r\n  # one\r\n  - a\r\n  # two\r\n  - b\r\n"
    page = Page.from_bytes(f"---\r\n{yaml}---\r\n".encode())
    moved = move_item(page, ("l",), 0, 1).yaml
    assert moved == "l:\r\n  # two\r\n  - b\r\n  # one\r\n  - a\r\n"
    assert remove_item(page, ("l", 1)).yaml == "l:\r\n  # one\r\n  - a\r\n"
