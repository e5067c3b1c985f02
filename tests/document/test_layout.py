"""Blocks anywhere: nested lists, several lists, sections of the front matter, and the body."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from designer.document import (
    BODY,
    BODY_FIELD,
    BODY_TYPE,
    HEAD_TYPE,
    HTML_BODY_TYPE,
    BlockLayout,
    BlockList,
    Page,
    diff,
    duplicate_blocks,
    insert_block_sources,
    insert_blocks,
    move_blocks,
    parse_page,
    put_value,
    read_page,
    relayout,
    remove_blocks,
    remove_item,
    set_value,
    without_blocks,
)
from designer.document.block_layout import list_in
from designer.document.editing.block_edits import block_source
from designer.document.editing.lookup import value_at
from designer.errors import EditRefused

TWO_LISTS = """---
title: Home
params:
  components:
    - type: hero  # first
      title: Hello

    - type: text
      title: Words
en:
  parts:
    - type: note
      title: Hi
---

Some *words* here.

The end.
"""
LAYOUT = BlockLayout(
    (BlockList(("params", "components"), ("type",)), BlockList(("en", "parts"), ("type",))),
    has_body=True,
)
SECTION_LIST = BlockList(("sections",), ("type",))
SECTIONS = "---\ntitle: A\nbanner:\n  title: B\nfeatures:\n  - title: One\n  - title: Two\n---\n"


def page_of(text=TWO_LISTS, layout=LAYOUT):
    return Page.from_bytes(text.encode(), layout)


def types(page):
    return [block.type for block in page.blocks]


def ids(page):
    return [block.id for block in page.blocks]


def test_blocks_of_all_lists_and_the_body():
    page = page_of()
    assert types(page) == ["hero", "text", "note", BODY_TYPE]
    assert page.blocks[3].data == {"body": "Some *words* here.\n\nThe end."}
    assert [page.path_at(index) for index in range(4)] == [
        ("params", "components", 0), ("params", "components", 1), ("en", "parts", 0), (BODY,),
    ]  # fmt: skip
    assert page.to_bytes() == TWO_LISTS.encode()
    assert page.blocks[0].source == "- type: hero  # first\n      title: Hello"


def test_an_edit_in_a_nested_list_changes_its_line_only():
    page = page_of()
    changed = put_value(page, (*page.path_at(2), "title"), "Ho")
    assert changed.text == TWO_LISTS.replace("title: Hi", "title: Ho")
    assert ids(changed) == ids(page)
    assert diff(page, changed).changed == {page.blocks[2].id: (("title",),)}
    assert not diff(page, changed).rest
    assert put_value(changed, (*page.path_at(2), "title"), "Hi").text == TWO_LISTS


def test_what_is_around_the_blocks():
    page = page_of()
    assert without_blocks(page) == {"title": "Home", "params": {}, "en": {}}
    assert diff(page, put_value(page, ("title",), "B")).rest == (("title",),)
    assert without_blocks(page_of(SECTIONS, BlockLayout((), ("banner",)))).keys() == {
        "title", "features",
    }  # fmt: skip
    rows = page_of(
        "---\nrows:\n  - parts:\n      - a: 1\n---\n",
        BlockLayout((BlockList(("rows", 0, "parts")),)),
    )
    assert without_blocks(rows) == {"rows": [{}]}


def test_a_list_of_lists_has_an_empty_place():
    page = page_of("---\nrows:\n  - - a: 1\n---\n", BlockLayout((BlockList(("rows", 0)),)))
    assert without_blocks(page) == {"rows": [None]}


def test_blocks_are_inserted_where_the_gap_is():
    page = page_of()
    at_end = insert_blocks(page, 2, [{"type": "new", "title": "N"}])
    assert types(at_end) == ["hero", "text", "new", "note", BODY_TYPE]
    assert at_end.path_at(2) == ("params", "components", 2)
    first = insert_blocks(page, 0, [{"type": "new"}])
    assert first.path_at(0) == ("params", "components", 0)
    assert types(first)[0] == "new"
    last = insert_block_sources(page, 4, ["- type: new\n"])
    assert last.path_at(3) == ("en", "parts", 1)


def test_blocks_are_moved_within_and_between_lists():
    page = page_of()
    moved = move_blocks(page, [1], 0)
    assert types(moved) == ["text", "hero", "note", BODY_TYPE]
    assert sorted(ids(moved)) == sorted(ids(page))
    across = move_blocks(page, [2], 1)
    assert types(across) == ["hero", "note", "text", BODY_TYPE]
    assert across.place_of(1) == (("params", "components"), 1)
    both = move_blocks(page, [0, 2], 2)
    assert types(both) == ["text", "hero", "note", BODY_TYPE]


@pytest.mark.parametrize(
    ("indexes", "gap", "result"),
    [
        ([1, 2], 0, ["text", "note", "hero"]),
        ([0, 2], 1, ["hero", "note", "text"]),
        ([0, 1, 2], 1, ["hero", "text", "note"]),
        ([0, 2], 3, ["text", "hero", "note"]),
    ],
)
def test_several_blocks_of_several_lists_keep_their_order(indexes, gap, result):
    page = page_of()
    moved = move_blocks(page, indexes, gap)
    assert types(moved)[:3] == result
    assert sorted(ids(moved)) == sorted(ids(page))
    data = {block.id: block.data for block in page.blocks}
    assert all(data[block.id] == block.data for block in moved.blocks)


def test_a_gap_above_the_title_is_in_the_first_list():
    layout = BlockLayout(LAYOUT.lists, head=("title",), has_body=True)
    page = page_of(layout=layout)
    assert page.gap_at(0) == (("params", "components"), 0)
    assert types(insert_blocks(page, 0, [{"type": "new"}]))[1:3] == ["new", "hero"]
    empty = page_of(
        "---\ntitle: A\nsections: []\n---\nWords\n", replace(layout, lists=(SECTION_LIST,))
    )
    assert [empty.gap_at(index) for index in range(3)] == [(("sections",), 0)] * 3
    assert types(insert_blocks(empty, 0, [{"type": "new"}])) == ["~head", "new", BODY_TYPE]


def test_blocks_are_removed_and_duplicated():
    page = page_of()
    assert types(remove_blocks(page, [0, 2])) == ["text", BODY_TYPE]
    assert types(remove_blocks(page, [3])) == ["hero", "text", "note"]
    assert types(duplicate_blocks(page, [0])) == ["hero", "hero", "text", "note", BODY_TYPE]
    with pytest.raises(EditRefused, match="several lists"):
        duplicate_blocks(page, [0, 2])
    assert duplicate_blocks(page, []) is page
    assert ids(remove_blocks(page, [3])) == ids(page)[:3]
    assert block_source(page, 2) == "    - type: note\n      title: Hi\n"


def test_a_body_has_a_fixed_place():
    page = page_of()
    for edit in (lambda: move_blocks(page, [3], 0), lambda: duplicate_blocks(page, [3])):
        with pytest.raises(EditRefused, match="template decides"):
            edit()


def test_sections_are_blocks():
    page = page_of(SECTIONS, BlockLayout((), ("banner", "features", "none")))
    assert [(b.type, b.data) for b in page.blocks] == [
        ("banner", {"title": "B"}),
        ("features", {"features": [{"title": "One"}, {"title": "Two"}]}),
    ]
    path = (*page.path_at(1), "features", 1, "title")
    assert put_value(page, path, "Zwei").text == SECTIONS.replace("Two", "Zwei")
    assert remove_blocks(page, [0]).text == SECTIONS.replace("banner:\n  title: B\n", "")
    assert types(remove_blocks(page, [1])) == ["banner"]
    with pytest.raises(EditRefused, match="no list of blocks"):
        insert_blocks(page, 1, [{"a": 1}])


def test_a_page_that_is_only_markdown():
    page = Page.from_bytes("\ufeff# Title\n\nWords\n".encode(), BlockLayout((), has_body=True))
    assert [block.data for block in page.blocks] == [{"body": "# Title\n\nWords"}]
    assert page.data == {}
    changed = put_value(page, (BODY, BODY_FIELD), "# Title\n\nOther")
    assert changed.text == "\ufeff# Title\n\nOther\n"
    assert put_value(page, ("title",), "T").text == "\ufeff---\ntitle: T\n---\n# Title\n\nWords\n"


@pytest.mark.parametrize(
    ("tail", "new", "result"),
    [
        ("---\n", "Words", "---\n\nWords\n"),
        ("---", "Words", "---\n\nWords\n"),
        ("---\n\n\nA\n\n\n", "B", "---\n\n\nB\n\n\n"),
        ("---\nA\r\nB\r\nC", "A\nX\nC", "---\nA\r\nX\r\nC"),
        ("---\nA\nB", "A", "---\nA"),
        ("---\nA\rB\r\nC", "A\nX\nB\nC", "---\nA\rX\rB\r\nC"),
        ("---\nA", "A\nB", "---\nA\nB"),
        ("---\n\nA\nB\n", "", "---\n\n\n"),
    ],
)
def test_only_changed_lines_of_the_body_are_written(tail, new, result):
    page = page_of(f"---\na: 1\n{tail}", BlockLayout((), has_body=True))
    changed = set_value(page, (BODY, BODY_FIELD), new)
    assert changed.text == f"---\na: 1\n{result}"
    assert changed.body == new.strip("\n")


LINES = st.lists(st.sampled_from(["", "a", "b b", "---", "  x", "# h"]), max_size=6)


@given(lines=LINES, new=LINES, eol=st.sampled_from(["\n", "\r\n"]), end=st.sampled_from(["", "\n"]))
def test_the_body_reads_back_and_undo_is_exact(lines, new, eol, end):
    text = "---\na: 1\n---\n" + (eol.join(lines) + end.replace("\n", eol))
    page = page_of(text.replace("---\n", f"---{eol}", 1), BlockLayout((), has_body=True))
    wanted = "\n".join(new).strip("\n")
    changed = put_value(page, (BODY,), {"body": wanted})
    assert changed.body == wanted
    assert changed.head == page.head
    assert changed.yaml == page.yaml
    again = put_value(changed, (BODY, BODY_FIELD), page.body)
    assert again.body == page.body
    if page.body and wanted:
        assert again.text == page.text


def test_the_body_keeps_its_block_while_it_is_empty():
    page = page_of()
    emptied = put_value(page, (BODY, BODY_FIELD), "")
    assert ids(emptied) == ids(page)
    filled = put_value(emptied, (BODY, BODY_FIELD), "New")
    assert ids(filled) == ids(page)
    assert filled.blocks[3].data == {"body": "New"}


def test_the_body_gets_its_earlier_bytes_back():
    page = page_of("---\na: 1\n---\nA\rB\r\n\r\nC", BlockLayout((), has_body=True))
    emptied = put_value(page, (BODY, BODY_FIELD), "")
    assert put_value(emptied, (BODY, BODY_FIELD), page.body).text == page.text


@pytest.mark.parametrize(
    "start", ["---\na: 1\n---\n", "+++\na = 1\n+++\n", "---\n- - :\n---\n", "---\n"]
)
def test_a_body_is_never_read_as_front_matter(start):
    page = Page.from_bytes(b"Words\n", BlockLayout((), has_body=True))
    with pytest.raises(EditRefused, match="settings of the page"):
        put_value(page, (BODY, BODY_FIELD), f"{start}Words")


def test_line_endings_of_a_new_body_are_those_of_the_file():
    page = page_of("---\r\na: 1\r\n---\r\nA\r\n", BlockLayout((), has_body=True))
    changed = put_value(page, (BODY, BODY_FIELD), "A\r\nB\rC")
    assert changed.body == "A\nB\nC"
    assert changed.text.endswith("A\r\nB\r\nC\r\n")


def test_a_new_body_becomes_a_block():
    cut = Page.from_bytes(b"---\nblocks:\n  - a: 1\n---\n", BlockLayout(has_body=True))
    assert [block.type for block in put_value(cut, (BODY,), "New").blocks] == ["", BODY_TYPE]


def test_what_no_body_can_be():
    page = page_of()
    for path, value in (((BODY, "x"), "a"), ((BODY, BODY_FIELD), 1)):
        with pytest.raises(EditRefused, match="one text"):
            put_value(page, path, value)
    with pytest.raises(EditRefused, match="this character"):
        put_value(page, (BODY, BODY_FIELD), "a\0")
    with pytest.raises(EditRefused, match="larger"):
        put_value(page, (BODY, BODY_FIELD), "a" * 17_000_000)


def test_a_whole_yaml_file(tmp_path):
    file = tmp_path / "home.yml"
    file.write_bytes(b"\xef\xbb\xbfblocks:\n  - _template: a\n    x: 1\n")
    page, _ = read_page(file)
    assert page.is_cut
    assert types(page) == ["a"]
    changed = put_value(page, ("blocks", 0, "x"), 2)
    assert changed.to_bytes() == file.read_bytes().replace(b"1", b"2")
    open_end = parse_page(b"blocks:\n  - _template: a\n    x: 1", file, lambda *_: LAYOUT)
    assert open_end.text.endswith("x: 1")
    short = Page.from_bytes(b"blocks:\n  - _template: a\n    x: 1", name="a.yml")
    assert put_value(short, ("blocks", 0, "x"), 2).text.endswith("x: 2")
    assert types(remove_item(page, ("blocks", 0))) == []


def test_another_layout_of_a_page_just_read(tmp_path):
    file = tmp_path / "a.md"
    file.write_text("---\nblocks:\n  - {kind: a, _template: b}\nparts:\n  - {kind: c}\n---\n")
    both = BlockLayout((BlockList(("blocks",), ("kind",)), BlockList(("parts",), ("kind",))))
    assert types(read_page(file, lambda *_: both)[0]) == ["a", "c"]
    one = BlockLayout((BlockList(("blocks",), ("kind",)),))
    assert types(read_page(file, lambda *_: one)[0]) == ["a"]
    other = BlockLayout((BlockList(("parts",), ("kind",)),))
    assert types(read_page(file, lambda *_: other)[0]) == ["c"]
    assert read_page(file, lambda *_: other)[0].is_cut


@pytest.mark.parametrize(
    "front", ["+++\na = 1\n[[parts]]\nkind = 'b'\n+++\n", '{"a": 1, "parts": [{"kind": "b"}]}\n']
)
def test_the_body_below_other_front_matter(front):
    layout = BlockLayout((BlockList(("parts",), ("kind",)),), has_body=True)
    page = page_of(f"{front}\nWords\n", layout)
    assert types(page) == ["b", BODY_TYPE]
    assert put_value(page, (BODY, BODY_FIELD), "Other").text == f"{front}\nOther\n"
    assert put_value(page, ("a",), 2).body == "Words"


def test_json_pages_have_blocks():
    page = Page.from_bytes(b'{"blocks": [{"_template": "a", "x": 1}, {"_template": "b"}]}')
    assert types(page) == ["a", "b"]
    changed = put_value(page, ("blocks", 0, "x"), 2)
    assert (changed.text, ids(changed)) == (page.text.replace("1", "2"), ids(page))


def test_lists_in_data():
    assert list_in({"a": [1]}, ("a",)) == [1]
    assert list_in({"a": 1}, ("a",)) == list_in({}, ("a",)) == []


HEAD = BlockLayout((), head=("title", "none"), has_body=True)


def test_the_head_of_an_article_is_a_block():
    page = page_of("---\ntitle: A\ndate: 2020\n---\nWords\n", HEAD)
    assert [block.data for block in page.blocks] == [{"title": "A"}, {"body": "Words"}]
    assert put_value(page, (*page.path_at(0), "title"), "B").text == page.text.replace("A", "B")
    with pytest.raises(EditRefused, match="belongs to the page"):
        remove_blocks(page, [0])


def test_the_same_text_with_other_blocks():
    page = page_of("---\nblocks:\n  - a: 1\nparts:\n  - b: 1\n---\n", BlockLayout())
    both = relayout(page, BlockLayout((BlockList(("blocks",)), BlockList(("parts",)))))
    assert [block.data for block in both.blocks] == [{"a": 1}, {"b": 1}]
    assert both.text == page.text
    assert both.blocks[0].id == page.blocks[0].id


def test_the_value_of_the_body():
    page = page_of()
    assert value_at(page, (BODY, BODY_FIELD)) == page.body
    with pytest.raises(EditRefused, match="no"):
        value_at(page, (BODY, "none"))


def test_paths_of_slices():
    page = page_of("---\nblocks:\n  - a: 1\n  - a: 2\n---\n", BlockLayout())
    assert page.is_cut
    assert [page.path_at(index) for index in (0, 1)] == [("blocks", 0), ("blocks", 1)]


NESTED = """---
title: A
params:
  # about the list
  parts:
    - kind: a
      x: 1

    # about the second
    - kind: b
      x: 2
  after: 3
end: 4
---
Body
"""
IN_PARAMS = BlockLayout((BlockList(("params", "parts"), ("kind",)),), has_body=True)


def test_a_nested_list_is_cut_into_slices():
    page = page_of(NESTED, IN_PARAMS)
    assert page.is_cut
    assert types(page) == ["a", "b", BODY_TYPE]
    assert page.data["params"] == {
        "parts": [{"kind": "a", "x": 1}, {"kind": "b", "x": 2}],
        "after": 3,
    }
    assert page.text == NESTED
    assert put_value(page, ("params", "parts", 1, "x"), 5).text == NESTED.replace("x: 2", "x: 5")
    assert put_value(page, ("params", "after"), 5).text == NESTED.replace("after: 3", "after: 5")
    assert put_value(page, ("end",), 5).text == NESTED.replace("end: 4", "end: 5")
    assert move_blocks(move_blocks(page, [1], 0), [1], 0).text == NESTED
    emptied = remove_blocks(page, [0, 1])
    assert emptied.data["params"] == {"parts": [], "after": 3}
    added = insert_blocks(page, 1, [{"kind": "c"}])
    assert types(added) == ["a", "c", "b", BODY_TYPE]
    assert Page.from_bytes(added.to_bytes(), IN_PARAMS).data == added.data
    for index in (0, 1):
        changed = insert_blocks(remove_blocks(page, [index]), index, [page.blocks[index].data])
        assert changed.data == page.data


def test_a_nested_list_in_a_mapping_that_is_repeated_is_not_cut():
    text = NESTED.replace("params:", "params: &p").replace("end: 4", "end: *p")
    assert not page_of(text, IN_PARAMS).is_cut


def test_the_body_of_a_page_of_html(tmp_path):
    file = tmp_path / "index.html"
    file.write_text("---\ntitle: A\n---\n<p>{{ page.title }}</p>\n", encoding="utf-8")
    page = read_page(file, lambda _data, _body: BlockLayout((), has_body=True))[0]
    assert types(page) == [HTML_BODY_TYPE]
    changed = put_value(page, (BODY, BODY_FIELD), "<p>A</p>")
    assert changed.text == "---\ntitle: A\n---\n<p>A</p>\n"


def test_lists_and_sections_are_in_the_order_of_the_file():
    text = "---\nhero:\n  title: A\nrows:\n  - type: x\nend:\n  title: B\ntitle: C\n---\n"
    lists = (BlockList(("rows",), ("type",)),)
    page = page_of(text, BlockLayout(lists, ("end", "hero", "none"), ("title",)))
    assert types(page) == [HEAD_TYPE, "hero", "x", "end"]
    changed = insert_blocks(page, 3, [{"type": "z"}])
    assert types(changed) == [HEAD_TYPE, "hero", "x", "z", "end"]
    assert changed.text == text.replace("type: x\n", "type: x\n  - type: z\n")
    assert types(page_of("---\n- a\n---\n", BlockLayout(lists, ("end",)))) == []
