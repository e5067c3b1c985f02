"""Real pages: unchanged they are the same bytes, and real edits give the real next version."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from designer.document import (
    Page,
    Value,
    insert_item,
    insert_key,
    line_changes,
    move_item,
    remove_item,
    remove_key,
    set_value,
)
from designer.document.reading import spans
from designer.document.values import get
from tests.corpus import REAL


def pages(corpus: Path) -> list[Path]:
    patterns = ("*/content/**/*.md", "replay/blobs/*.md", "seed/*.md", "*/content/**/*.json")
    return [file for pattern in patterns for file in corpus.glob(pattern)]


def rows(real: Path, name: str) -> list[dict[str, Value]]:
    lines = (real / "replay" / name).read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def versions(real: Path, row: dict[str, Value]) -> tuple[Page, Page]:
    folder = real / "replay" / "blobs"
    before, after = (
        Page.from_bytes((folder / row[name]).read_bytes()) for name in ("before", "after")
    )
    return before, after


def lines_of(page: Page, path: Path) -> tuple[int, int]:
    """The first and the last line of a value, in the file."""
    node = spans.tree(page.yaml)
    for step in path:
        wanted = (e for i, e in enumerate(node.entries) if step in (e.name, i))
        node = next(wanted).node
    return tuple(page.yaml.count("\n", 0, at) + 2 for at in (node.start, node.end))


def test_every_page_opens_and_is_written_as_it_was(corpus: Path) -> None:
    files = pages(corpus)
    assert len(files) > (380 if corpus == REAL else 10)
    for file in files:
        data = file.read_bytes()
        assert Page.from_bytes(data).to_bytes() == data, file


def test_real_edits_of_one_value(real: Path) -> None:
    edits = rows(real, "edits.jsonl")
    assert len(edits) == 156
    by_others = {True: 0, False: 0}
    for row in edits:
        before, after = versions(real, row)
        path = tuple(row["path"])
        edited = set_value(before, path, row["new"])
        assert edited.data == after.data
        identical = edited.yaml == after.yaml
        assert identical or not row["tina_form"], row
        if not row["tina_form"]:
            by_others[identical] += 1
        first, last = lines_of(before, path)
        for hunk in line_changes(before, edited).hunks:
            assert first <= hunk.line_before
            assert hunk.line_before + len(hunk.before) - 1 <= last
        assert set_value(edited, path, row["old"]).to_bytes() == before.to_bytes()
    study = [row for row in edits if not row["tina_form"]]
    assert by_others[True] >= sum(row["front_matter_identical_in_study"] for row in study)


def structural(before: Page, after: Page, row: dict[str, Value]) -> Page:
    path, index = tuple(row["path"]), row["index"]
    match row["op"]:
        case "additem":
            return insert_item(before, path, index, get(after.data, path)[index])
        case "delitem":
            return remove_item(before, (*path, index))
        case "delkey":
            return remove_key(before, path)
        case "addkey":
            mapping = get(after.data, path[:-1])
            keys = list(mapping)
            place = keys.index(path[-1])
            beside = {"after": keys[place - 1]} if place else {"before": keys[1]}
            return insert_key(before, path[:-1], str(path[-1]), mapping[path[-1]], **beside)
    items = get(before.data, path)
    rest = [*items[:index], *items[index + 1 :]]
    target = get(after.data, path)
    new = next(n for n in range(len(items)) if [*rest[:n], items[index], *rest[n:]] == target)
    return move_item(before, path, index, new)


def test_real_structural_edits(real: Path) -> None:
    edits = rows(real, "structural.jsonl")
    assert len(edits) == 113
    for row in edits:
        before, after = versions(real, row)
        edited = structural(before, after, row)
        assert edited.data == after.data
        assert edited.yaml == after.yaml or not row["tina_form"], row


@pytest.mark.parametrize("name", ["edits.jsonl", "structural.jsonl"])
def test_setting_everything_finds_the_same_edits(real: Path, name: str) -> None:
    """Setting the whole front matter to the next version's data is the same small change."""
    for row in rows(real, name)[::7]:
        before, after = versions(real, row)
        edited = set_value(before, (), after.data)
        assert edited.data == after.data
        assert edited.yaml == after.yaml or not row["tina_form"], row
