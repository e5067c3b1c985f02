"""Saved blocks are files that are read, written and never overwritten."""

from __future__ import annotations

import pytest

from designer.errors import SaveError
from designer.schema import (
    SavedBlock,
    label_taken,
    load_saved,
    remove_saved,
    save_block,
    write_new,
)

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


def test_a_file_is_written_as_people_write_it(tmp_path):
    saved = save_block(tmp_path, "Note", {"_template": "note", "a": "x"})
    text = saved.file.read_text("utf-8")
    assert text == "label: Note\nblock:\n  _template: note\n  a: x\n"
    assert saved == SavedBlock("Note", {"_template": "note", "a": "x"}, saved.file, "")
    assert [save_block(tmp_path, "Note", BLOCK).file.name for _ in range(2)] == [
        "note-2.yaml",
        "note-3.yaml",
    ]


def test_what_a_file_says(tmp_path):
    block = "block: {_template: a}\n"
    texts = {
        "b.yaml": "label: beta\nhelp: For the top.\n" + block,
        "C.yaml": "label: Alpha\n" + block,
        "a.yaml": "label: Gamma\nhelp:\n" + block,
        "some-words.yaml": "label: ''\n" + block,
        "other.txt": block,
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text)
    errors = []
    found = load_saved(tmp_path, errors)
    assert [(each.label, each.help, each.file.name) for each in found] == [
        ("Alpha", "", "C.yaml"),
        ("beta", "For the top.", "b.yaml"),
        ("Gamma", "", "a.yaml"),
        ("Some words", "", "some-words.yaml"),
    ]
    assert all(each.block == {"_template": "a"} for each in found)
    assert errors == []
    assert load_saved(tmp_path / "missing", errors) == []


def test_reasons_name_folder_file_and_place(tmp_path):
    (tmp_path / "_saved").mkdir()
    (tmp_path / "_saved" / "odd.yaml").write_text("label: x\nblock: [\n")
    (tmp_path / "_saved" / "new.yaml").write_text("block: {_template: a}\nlable: x\n")
    (tmp_path / "_saved" / "text.yaml").write_text("block: {_template: a}\nhelp: 1\n")
    errors = []
    load_saved(tmp_path / "_saved", errors)
    new, odd, text = map(str, errors)
    assert new == "_saved/new.yaml: has the unknown key “lable” (known: label, help, block)."
    assert odd.startswith("_saved/odd.yaml: cannot be read: line 3, column 1: ")
    assert text == "_saved/text.yaml: “label” and “help” must be texts."


@pytest.mark.parametrize("label", ["Two words", "  two\tWORDS ", "TWO WORDS"])
def test_a_label_is_the_same_in_other_letters(tmp_path, label):
    others = [SavedBlock("other", {}, tmp_path), SavedBlock("two  Words", {}, tmp_path)]
    assert label_taken(label, others)
    assert not label_taken(label, others[:1])


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("A1 -- b_C!", "a1-b-c"),
        ("a" * 59 + " b", "a" * 59),  # no dash at the end
        ("a" * 58 + " b", "a" * 58 + "-b"),
        ("-x-", "x"),
    ],
)
def test_more_names_of_files(tmp_path, label, name):
    assert save_block(tmp_path, label, BLOCK).file == tmp_path / f"{name}.yaml"


def test_what_cannot_be_saved_is_told(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(SaveError) as caught:
        write_new(tmp_path / "file" / "note.yaml", b"")
    assert f"“note.yaml” could not be written into “{tmp_path / 'file'}” (" in str(caught.value)
    gone = SavedBlock("Note", BLOCK, tmp_path / "gone.yaml")
    with pytest.raises(SaveError, match="“Note” could not be removed: "):
        remove_saved(gone)
