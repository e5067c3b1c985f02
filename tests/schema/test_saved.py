"""Saved blocks are files that are read, written and never overwritten."""

from __future__ import annotations

import pytest

from designer.errors import SaveError
from designer.schema import label_taken, load_saved, remove_saved, save_block, write_new

BLOCK = {"_template": "note", "words": "yes: 1", "items": [{"a": ""}], "on": True}


def test_what_is_saved_is_read_again(tmp_path):
    folder = tmp_path / "a" / "b"
    saved = save_block(folder, " Two   words ", BLOCK)
    assert saved.file == folder / "two-words.yaml"
    errors = []
    assert load_saved(folder, errors) == [saved]
    assert errors == []
    assert saved.label == "Two words"
    assert list(saved.block) == list(BLOCK)


@pytest.mark.parametrize(
    ("label", "name"),
    [("Über: uns!", "uber-uns"), ("日本", "block"), ("../x", "x"), ("a" * 90, "a" * 60)],
)
def test_names_of_files(tmp_path, label, name):
    assert save_block(tmp_path, label, BLOCK).file == tmp_path / f"{name}.yaml"


def test_nothing_is_overwritten(tmp_path):
    (tmp_path / "note.yaml").write_text("mine")
    assert save_block(tmp_path, "Note", BLOCK).file.name == "note-2.yaml"
    assert (tmp_path / "note.yaml").read_text() == "mine"
    assert not write_new(tmp_path / "note.yaml", b"other")
    assert (tmp_path / "note.yaml").read_text() == "mine"


def test_what_cannot_be_written_leaves_nothing(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(SaveError, match="could not be written"):
        save_block(tmp_path / "file", "Note", BLOCK)


def test_labels_that_read_the_same(tmp_path):
    saved = [save_block(tmp_path, "Two words", BLOCK)]
    assert label_taken("two  WORDS", saved)
    assert not label_taken("two", saved)


def test_removed_and_brought_back(tmp_path):
    saved = save_block(tmp_path, "Note", BLOCK)
    data = remove_saved(saved)
    assert load_saved(tmp_path, []) == []
    assert write_new(saved.file, data)
    assert load_saved(tmp_path, []) == [saved]
    saved.file.unlink()
    with pytest.raises(SaveError, match="could not be removed"):
        remove_saved(saved)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("label: [\n", "line 2"),
        ("- a\n", "must hold"),
        ("label: x\n", "must hold"),
        ("block: {a: 1}\n", "of which type"),
        ("block: {_template: a}\nlabel: [1]\n", "texts"),
        ("block: {_template: a}\nlable: x\n", "unknown key “lable”"),
        ("\xff", "UTF-8"),
    ],
)
def test_broken_files(tmp_path, text, reason):
    (tmp_path / "odd.yaml").write_bytes(text.encode("latin-1"))
    (tmp_path / "fine.yaml").write_text("block: {_template: note}\n")
    errors = []
    assert [each.label for each in load_saved(tmp_path, errors)] == ["Fine"]
    assert len(errors) == 1
    assert reason in str(errors[0])
    assert "odd.yaml" in str(errors[0])
