"""Edits as lines of JSON: all of them or none."""

from __future__ import annotations

import json

import pytest

from designer.document import apply_script
from designer.errors import EditRefused, SourceError
from tests.document.pages import front

PAGE = "title: x\nblocks:\n  - a: 1\n    l: [1, 2]\n  - a: 2\n    m: []\n"

EDITS = [
    {"op": "set", "path": ["title"], "value": "New"},
    {"op": "put", "path": ["meta", "k"], "value": 1},
    {"op": "insert_key", "path": ["blocks", 0], "key": "b", "value": {}, "before": "l"},
    {"op": "insert_key", "path": [], "key": "last", "value": None},
    {"op": "insert_key", "path": ["blocks", 1], "key": "z", "value": 0, "after": "a"},
    {"op": "remove_key", "path": ["blocks", 1, "a"]},
    {"op": "rename_key", "path": ["last"], "to": "end"},
    {"op": "insert_item", "path": ["blocks"], "index": 1, "value": {"c": 3}},
    {"op": "remove_item", "path": ["blocks", 0, "l", 0]},
    {"op": "move_item", "path": ["blocks"], "from": 0, "to": 2},
    {"op": "duplicate_item", "path": ["blocks", 0]},
    {
        "op": "move_between", "path": ["blocks", 3, "l"], "index": 0,
        "to": ["blocks", 2, "m"], "to_index": 0,
    },
]  # fmt: skip


def test_every_edit() -> None:
    script = "\n\n".join(json.dumps(edit) for edit in EDITS) + "\r\n"
    page = apply_script(front(PAGE), script)
    assert page.data == {
        "title": "New",
        "blocks": [{"c": 3}, {"c": 3}, {"z": 0, "m": [2]}, {"a": 1, "b": {}, "l": []}],
        "meta": {"k": 1},
        "end": None,
    }


def test_an_empty_script_changes_nothing() -> None:
    page = front(PAGE)
    assert apply_script(page, "\n  \n") is page


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("{", "it is not JSON"),
        ("[" * 100_000, "it is not JSON"),
        ("[]", "“op” must be one of set, put"),
        ('{"op": "paint"}', "“op” must be one of"),
        ('{"op": ["set"]}', "“op” must be one of"),
        ('{"op": "set", "path": ["a"]}', "“set” needs “value”"),
        ('{"op": "set", "path": ["a"], "value": 1, "extra": 1}', "“set” has no “extra”"),
        ('{"op": "set", "path": "a", "value": 1}', "“path” must be a list of keys and positions"),
        ('{"op": "set", "path": [1.5], "value": 1}', "“path” must be a list"),
        ('{"op": "set", "path": [true], "value": 1}', "“path” must be a list"),
        ('{"op": "rename_key", "path": ["a"], "to": 5}', "“to” must be a text"),
        ('{"op": "move_item", "path": [], "from": true, "to": 1}', "“from” must be a whole number"),
    ],
)  # fmt: skip
def test_lines_that_are_no_edits(line: str, words: str) -> None:
    script = f'{{"op": "set", "path": ["title"], "value": "New"}}\n\n{line}\n'
    with pytest.raises(SourceError, match="Line 3 of the edits is no edit") as caught:
        apply_script(front(PAGE), script)
    assert words in str(caught.value)
    assert caught.value.line == 3


def test_an_edit_that_is_refused_undoes_all() -> None:
    page = front(PAGE)
    script = '{"op": "set", "path": ["title"], "value": "y"}\n{"op": "remove_key", "path": ["no"]}'
    with pytest.raises(EditRefused, match="Edit in line 2: This change was not made") as caught:
        apply_script(page, script)
    assert (caught.value.line, caught.value.kind) == (2, "missing")
    assert page.yaml == PAGE
