from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from designer.document import BlockLayout, BlockList, put_value, set_value
from designer.editor import Address, BlockEditor, Editor, OpenDocument, Role
from designer.editor.undo_step import MAX_GROUP_GROWTH
from designer.errors import SaveConflict

PAGE = b"""---
blocks:
  - headline: One
    tailwind:
      headline: 'text-3xl  font-bold'   # odd spaces stay
    _template: tailwindFeature
  - headline: Two
    _template: tailwindFeature
meta:
  pageTitle: Title
---
"""
SITE = b'{\n  "nav": {\n    "padding": "pt-1"\n  }\n}\n'


@pytest.fixture
def files(tmp_path):
    page, site = tmp_path / "page.md", tmp_path / "index.json"
    page.write_bytes(PAGE)
    site.write_bytes(SITE)
    return page, site


@pytest.fixture
def editor(qapp, files):
    made = Editor()
    made.open(OpenDocument.read(files[0]), OpenDocument.read(files[1]))
    return made


def first(editor):
    return editor.page().blocks[0].id


def test_one_change_is_told_once(editor):
    heard = []
    editor.changed.connect(heard.append)
    assert editor.write(Address(Role.PAGE, first(editor), ("headline",)), "New", "Edit headline")
    assert [c.role for c in heard] == [Role.PAGE]
    assert list(heard[0].diff.changed) == [first(editor)]
    assert heard[0].after is editor.page()
    assert editor.stack.undoText() == "Edit headline"


def test_equal_content_is_no_step(editor):
    assert not editor.write(Address(Role.PAGE, first(editor), ("headline",)), "One", "x")
    assert editor.stack.count() == 0


def test_refused_edit_changes_nothing(editor):
    told = []
    editor.refused.connect(told.append)
    before = editor.page()
    assert not editor.apply("x", Role.PAGE, set_value, ("nowhere", "at", "all"), 1)
    assert editor.page() is before
    assert len(told) == 1
    assert editor.stack.count() == 0


def test_undo_gives_back_the_same_object(editor):
    before = editor.page()
    editor.write(Address(Role.PAGE, first(editor), ("headline",)), "New", "x")
    editor.write(Address(Role.SITE, None, ("nav", "padding")), "pt-2", "x")
    editor.stack.undo()
    editor.stack.undo()
    assert editor.page() is before
    assert not editor.is_modified


def typed(editor, words, path=("headline",)):
    address = Address(Role.PAGE, first(editor), path)
    for length in range(1, len(words) + 1):
        editor.write(address, words[:length], "Edit")


def test_keystrokes_at_one_place_merge(editor):
    typed(editor, "Hello")
    assert editor.stack.count() == 1
    editor.end_undo_group()
    typed(editor, "Hello there")
    assert editor.stack.count() == 2
    typed(editor, "p-4", ("tailwind", "headline"))
    assert editor.stack.count() == 3


def test_a_run_has_an_end(editor):
    typed(editor, "x" * (MAX_GROUP_GROWTH * 2 + 5))
    assert editor.stack.count() == 3


def test_a_drag_is_one_step_whatever_its_length(editor):
    address = Address(Role.PAGE, first(editor), ("headline",))
    for number in range(MAX_GROUP_GROWTH * 3):
        editor.write(address, f"#{number:06x}", "Edit")
    assert editor.stack.count() == 1


def test_a_run_back_to_its_start_is_no_step(editor):
    before = editor.page()
    address = Address(Role.PAGE, first(editor), ("headline",))
    for words in ("On", "One!", "One"):
        editor.write(address, words, "Edit")
    assert editor.page().text == before.text
    assert not editor.is_modified


def test_merging_stops_at_the_clean_mark(editor, files):
    typed(editor, "AB")
    editor.save()
    typed(editor, "ABC")
    editor.stack.undo()
    assert not editor.is_modified
    assert editor.page().to_bytes() == files[0].read_bytes()


def test_save_writes_only_what_differs(editor, files):
    stamps = [file.stat().st_mtime_ns for file in files]
    assert editor.save() == []
    editor.write(Address(Role.PAGE, first(editor), ("headline",)), "New", "x")
    assert editor.save() == [files[0]]
    assert files[0].read_bytes() == PAGE.replace(b"headline: One", b"headline: New")
    assert files[1].stat().st_mtime_ns == stamps[1]
    assert editor.save() == []


def test_conflict_writes_nothing(editor, files):
    editor.write(Address(Role.PAGE, first(editor), ("headline",)), "Mine", "x")
    theirs = PAGE.replace(b"Two", b"Theirs")
    files[0].write_bytes(theirs)
    with pytest.raises(SaveConflict):
        editor.save()
    assert files[0].read_bytes() == theirs
    assert editor.changed_on_disk() == [Role.PAGE]
    assert editor.is_modified


def test_take_theirs_keeps_mine_in_the_history(editor, files):
    editor.write(Address(Role.PAGE, first(editor), ("headline",)), "Mine", "x")
    files[0].write_bytes(PAGE.replace(b"Two", b"Theirs"))
    editor.reload_from_disk()
    assert editor.page().blocks[1].data["headline"] == "Theirs"
    assert not editor.is_modified
    editor.stack.undo()
    assert editor.page().blocks[0].data["headline"] == "Mine"
    assert editor.is_modified
    editor.save()
    assert b"Mine" in files[0].read_bytes()


def test_selection_follows_blocks(editor):
    heard, blocks = [], BlockEditor(editor)
    editor.selection_changed.connect(heard.append)
    one, two = (b.id for b in editor.page().blocks)
    editor.select(Address(Role.PAGE, two))
    editor.select(Address(Role.PAGE, two))
    blocks.move([two], 0, "x")
    assert editor.selection == Address(Role.PAGE, two)
    blocks.remove([two], "x")
    assert editor.selection == Address(Role.PAGE, one)
    assert len(heard) == 2
    blocks.remove([one], "x")
    assert editor.selection is None
    assert editor.page().blocks == ()


def test_insert_and_duplicate_select_the_new_block(editor):
    blocks = BlockEditor(editor)
    blocks.insert(1, [{"headline": "Mid", "_template": "x"}], "x")
    assert [b.data["headline"] for b in editor.page().blocks] == ["One", "Mid", "Two"]
    assert editor.selection.block == editor.page().blocks[1].id
    blocks.duplicate([first(editor)], "x")
    assert editor.selection.block == editor.page().blocks[1].id
    assert editor.page().blocks[1].data == editor.page().blocks[0].data


def test_a_missing_key_is_added(editor):
    address = Address(Role.PAGE, editor.page().blocks[1].id, ("tailwind", "text"))
    assert editor.write(address, "p-4", "x")
    assert editor.page().blocks[1].data["tailwind"] == {"text": "p-4"}


actions = st.lists(
    st.tuples(
        st.sampled_from(["set", "put", "move", "duplicate", "remove", "insert", "site", "undo"]),
        st.integers(0, 5),
        st.integers(0, 5),
        st.sampled_from(["", "x", "a: b", "two\nlines\n", "yes", " lead"]),
    ),
    max_size=25,
)


def act(editor, name, a, b, text):
    """One action of a person, as far as it makes sense now."""
    blocks = editor.page().blocks
    anywhere = {
        "undo": editor.stack.undo,
        "site": lambda: editor.write(Address(Role.SITE, None, ("nav", "padding")), text, "x"),
        "put": lambda: editor.apply("x", Role.PAGE, put_value, ("meta", "extra"), text),
        "insert": lambda: BlockEditor(editor).insert(
            a % (len(blocks) + 1), [{"headline": text, "_template": "t"}], "x"
        ),
    }
    if name in anywhere:
        anywhere[name]()
    elif blocks:
        number = blocks[a % len(blocks)].id
        {
            "set": lambda: editor.write(Address(Role.PAGE, number, ("headline",)), text, "x"),
            "move": lambda: BlockEditor(editor).move([number], b % (len(blocks) + 1), "x"),
            "duplicate": lambda: BlockEditor(editor).duplicate([number], "x"),
            "remove": lambda: BlockEditor(editor).remove([number], "x"),
        }[name]()


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(actions)
def test_undo_all_is_the_beginning(qapp, tmp_path, steps):
    page, site = tmp_path / "page.md", tmp_path / "index.json"
    page.write_bytes(PAGE)
    site.write_bytes(SITE)
    editor = Editor()
    editor.open(OpenDocument.read(page), OpenDocument.read(site))
    start = (editor.page(), editor.page(Role.SITE))
    for step in steps:
        act(editor, *step)
        for document in editor.documents.values():
            again = type(document.page).from_bytes(document.page.to_bytes())
            assert again.data == document.page.data
    while editor.stack.canUndo():
        editor.stack.undo()
    assert editor.page() is start[0]
    assert editor.page(Role.SITE) is start[1]


def test_a_new_block_in_any_list_is_selected(qapp, tmp_path):
    file = tmp_path / "page.md"
    file.write_text("---\nup:\n  - type: a\nown:\n  title: X\ndown:\n  - type: b\n---\n")
    lists = (BlockList(("up",), ("type",)), BlockList(("down",), ("type",)))
    editor = Editor()
    editor.open(OpenDocument.read(file, lambda _data, _body: BlockLayout(lists, ("own",))), None)
    blocks = BlockEditor(editor)
    for index, name in ((3, "c"), (0, "d")):
        blocks.insert(index, [{"type": name}], "x")
        selected = editor.page().by_id[editor.selection.block]
        assert selected.type == name
    assert editor.page().data["down"] == [{"type": "b"}, {"type": "c"}]
