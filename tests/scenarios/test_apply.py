"""Edits from the command line, without a window and without Qt."""

from __future__ import annotations

import json

import pytest

from tests.process import run

PAGE = b"---\ntitle: 'Old'   # kept\nblocks:\n  - headline: One\n  - headline: Two\n---\nBody\n"
EDITS = [
    {"op": "set", "path": ["title"], "value": "New"},
    {"op": "move_item", "path": ["blocks"], "from": 1, "to": 0},
]
AFTER = b"---\ntitle: 'New'   # kept\nblocks:\n  - headline: Two\n  - headline: One\n---\nBody\n"


@pytest.fixture
def page(tmp_path):
    file = tmp_path / "page.md"
    file.write_bytes(PAGE)
    return file


def script(tmp_path, *edits):
    file = tmp_path / "edits.jsonl"
    file.write_text("".join(json.dumps(edit) + "\n" for edit in edits), encoding="utf-8")
    return file


def test_edits_are_made_in_place(page, tmp_path):
    assert run("apply", page, script(tmp_path, *EDITS)).returncode == 0
    assert page.read_bytes() == AFTER


def test_out_leaves_the_page(page, tmp_path):
    out = tmp_path / "out.md"
    assert run("apply", page, script(tmp_path, *EDITS), "--out", out).returncode == 0
    assert (page.read_bytes(), out.read_bytes()) == (PAGE, AFTER)


def test_diff_only_tells(page, tmp_path):
    done = run("apply", page, script(tmp_path, EDITS[0]), "--diff")
    assert done.returncode == 0
    assert "-title: 'Old'   # kept\n+title: 'New'   # kept\n" in done.stdout
    assert page.read_bytes() == PAGE


def test_what_was_done_as_json(page, tmp_path):
    edits = script(tmp_path, *EDITS)
    diff = json.loads(run("apply", page, edits, "--json", "--diff").stdout)
    assert (diff["written"], diff["warnings"]) == ([], [])
    assert "-title: 'Old'   # kept\n+title: 'New'   # kept\n" in diff["diff"]
    assert page.read_bytes() == PAGE
    done = json.loads(run("apply", page, edits, "--json", "--quiet").stdout)
    assert done == {"written": [str(page)], "warnings": [], "diff": ""}
    same = script(tmp_path, EDITS[0])
    assert json.loads(run("apply", page, same, "--json").stdout)["written"] == []


def test_all_or_nothing(page, tmp_path):
    refused = {"op": "set", "path": ["blocks", 9, "headline"], "value": "x"}
    done = run("apply", page, script(tmp_path, EDITS[0], refused))
    assert done.returncode == 2
    assert "line 2" in done.stderr
    assert page.read_bytes() == PAGE


def test_standard_input(page):
    done = run("apply", page, "-", stdin=json.dumps(EDITS[0]))
    assert done.returncode == 0, done.stderr
    assert page.read_bytes() == PAGE.replace(b"Old", b"New")


def test_it_does_not_load_qt(page, tmp_path):
    done = run("apply", page, script(tmp_path, *EDITS), options=["-X", "importtime"])
    assert done.returncode == 0
    assert "designer.document" in done.stderr
    assert "PySide6" not in done.stderr
