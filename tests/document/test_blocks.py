"""Whole blocks: cutting a page, and putting its pieces into another order."""

from __future__ import annotations

import pytest

from designer.document import (
    Block,
    BlockLayout,
    BlockList,
    Page,
    diff,
    duplicate_item,
    insert_item,
    move_item,
    put_value,
    remove_item,
    remove_key,
    rename_key,
    set_value,
)
from designer.document.editing import region
from tests.document.pages import front, refusal

SECTIONS = BlockLayout((BlockList(("sections",)),))

THREE = """\
title: x
blocks:
  # one
  - a: 1

  # loose

  - a: 2
  - a: 3

# about more
more: y
"""


def checked(page: Page) -> str:
    again = Page.from_bytes(page.to_bytes())
    assert again.data == page.data
    assert [block.source for block in again.blocks] == [block.source for block in page.blocks]
    return page.yaml


def ids(page: Page) -> list[int]:
    return [block.id for block in page.blocks]


def test_where_a_page_is_cut() -> None:
    page = front(THREE)
    assert page.is_cut
    assert page.frame.before == "title: x\nblocks:\n"
    assert [block.source for block in page.blocks] == [
        "  # one\n  - a: 1\n\n  # loose\n\n", "  - a: 2\n", "  - a: 3\n\n",
    ]  # fmt: skip
    assert page.frame.after == "# about more\nmore: y\n"
    assert repr(page) == "<Page with 3 blocks>"


@pytest.mark.parametrize(
    "yaml",
    [
        "blocks:\n- a: 1\n- a: 2\n",
        "blocks:\n-\n  a: 1\n- # note\n  a: 2\n",
        "blocks:\n  - a: 1\n  -   a: 2\nend: 1\n",
        "x:\n  - 1\n'blocks':\n  - [1]\n  - {a: 2}\n...\n",
        "blocks:\n  - a: &x 1\n    b: *x\n  - &y\n    a: 2\n",
        "blocks: # note\n  # first\n  # second\n  - a: |+\n      x\n\n\n  - a: 2\n",
    ],
)
def test_pages_that_are_cut(yaml: str) -> None:
    page = front(yaml)
    assert page.is_cut
    assert len(page.blocks) == 2
    for index in (0, 1):
        edited = set_value(page, ("blocks", index), {"new": "x"})
        assert edited.data["blocks"][index] == {"new": "x"}
        assert edited.blocks[1 - index] is page.blocks[1 - index]
        assert ids(edited) == ids(page)
        checked(edited)


@pytest.mark.parametrize(
    "yaml",
    [
        "blocks: []\n",
        "blocks: [{a: 1}]\n",
        "blocks:\n  - text\n",
        "blocks:\n  - a: &x 1\n  - a: *x\n",
        "blocks:\n  - a: &x 1\nb: *x\n",
        "blocks: &list\n  - a: 1\n",
        "blocks: text\n",
        "? blocks\n: - a: 1\n",
        "--- # note\nblocks:\n  - a: 1\n",
        "blocks:\r  - a: 1\n",
        "- a\n",
        "{x: 1,\nblocks: [{a: 1}]}\n",
    ],
)
def test_pages_that_are_not_cut(yaml: str) -> None:
    page = front(yaml)
    assert not page.is_cut
    assert page.frame.before == page.yaml == yaml
    items = page.data.get("blocks") if isinstance(page.data, dict) else None
    assert [block.data for block in page.blocks] == (items if isinstance(items, list) else [])


def test_blocks_of_a_page_that_is_not_cut_are_views_and_keep_their_ids() -> None:
    page = front("blocks:\n  - a: &x 1\n  - a: *x\n  - a: 2\nb: *x\n")
    assert [block.source for block in page.blocks] == ["- a: &x 1", "- a: *x", "- a: 2"]
    edited = set_value(page, ("blocks", 2, "a"), 3)
    assert ids(edited) == ids(page)
    assert edited.blocks[0] is page.blocks[0]
    assert diff(page, edited).changed == {page.blocks[2].id: (("a",),)}
    assert set_value(edited, ("blocks", 2, "a"), 2).yaml == page.yaml
    more = insert_item(page, ("blocks",), 1, {"a": 9})
    assert [id_ for id_ in ids(more) if id_ in ids(page)] == ids(page)
    assert ids(move_item(page, ("blocks",), 2, 0)) == [ids(page)[2], *ids(page)[:2]]
    assert ids(remove_item(page, ("blocks", 1))) == [ids(page)[0], ids(page)[2]]
    copied = duplicate_item(page, ("blocks", 2))
    assert ids(copied)[:3] == ids(page)
    plain = set_value(set_value(page, ("b",), 7), ("blocks", 1, "a"), 7)
    assert plain.is_cut
    assert ids(plain) == ids(page)


def test_other_list_keys() -> None:
    page = Page.from_bytes(b"---\nsections:\n  - a: 1\n---\n", SECTIONS)
    assert page.is_cut
    assert remove_item(page, ("sections", 0)).text == "---\nsections: []\n---\n"


def test_moving() -> None:
    page = front(THREE)
    moved = move_item(page, ("blocks",), 2, 0)
    assert checked(moved) == THREE.replace(
        "  # one\n  - a: 1\n\n  # loose\n\n  - a: 2\n  - a: 3\n\n",
        "  - a: 3\n\n  # loose\n\n  # one\n  - a: 1\n  - a: 2\n\n",
    )
    assert ids(moved) == [ids(page)[2], *ids(page)[:2]]
    assert move_item(moved, ("blocks",), 0, 2).yaml == THREE
    tight = front("blocks:\n  - a: 1\n  - a: 2\n  - a: 3\n")
    swapped = move_item(tight, ("blocks",), 0, 2)
    assert swapped.blocks == (tight.blocks[1], tight.blocks[2], tight.blocks[0])


def test_what_is_below_a_block_is_not_its_history() -> None:
    page = front(THREE)
    typed = set_value(page, ("blocks", 0, "a"), 5)
    moved = move_item(typed, ("blocks",), 0, 2)
    back = set_value(moved, ("blocks", 2, "a"), 1)
    assert checked(back) == move_item(page, ("blocks",), 0, 2).yaml
    assert set_value(typed, ("blocks", 0, "a"), 1).yaml == THREE


def test_removing() -> None:
    page = front(THREE)
    assert checked(remove_item(page, ("blocks", 0))) == (
        "title: x\nblocks:\n\n  # loose\n\n  - a: 2\n  - a: 3\n\n# about more\nmore: y\n"
    )
    assert "  # loose\n\n  - a: 3\n" in checked(remove_item(page, ("blocks", 1)))
    assert "  - a: 2\n\n# about" in checked(remove_item(page, ("blocks", 2)))
    spaced = front("blocks:\n  - a: 1\n\n  - a: 2\n\n  - a: 3\n")
    assert checked(remove_item(spaced, ("blocks", 1))) == "blocks:\n  - a: 1\n\n  - a: 3\n"
    assert checked(remove_item(spaced, ("blocks", 2))) == "blocks:\n  - a: 1\n\n  - a: 2\n".replace(
        "\n\n  - a: 2\n", "\n\n  - a: 2\n"
    )
    assert checked(remove_item(spaced, ("blocks", 0))) == "blocks:\n  - a: 2\n\n  - a: 3\n"


def test_a_comment_that_stayed_is_not_lost_by_taking_a_title_back() -> None:
    page = set_value(front(THREE), ("title",), "z")
    page = remove_item(page, ("blocks", 0))
    page = set_value(page, ("title",), "x")
    assert "# loose" in checked(page)


def test_inserting() -> None:
    page = front("blocks:\n  - a: 1\n\n  - a: 2\n")
    for index, expected in [
        (0, "blocks:\n  - a: 0\n\n  - a: 1\n\n  - a: 2\n"),
        (1, "blocks:\n  - a: 1\n\n  - a: 0\n\n  - a: 2\n"),
        (2, "blocks:\n  - a: 1\n\n  - a: 2\n\n  - a: 0\n"),
    ]:
        more = insert_item(page, ("blocks",), index, {"a": 0})
        assert checked(more) == expected
        assert diff(page, more).added == (ids(more)[index],)
    one = front("blocks:\n  - a: 1\n")
    assert checked(insert_item(one, ("blocks",), 1, {"a": 0})) == "blocks:\n  - a: 1\n  - a: 0\n"
    assert checked(insert_item(front(THREE), ("blocks",), 1, [1])).count("# loose") == 1


def test_duplicating() -> None:
    page = front("blocks:\n  # note\n  - a: 1\n\n  - a: 2\n\nend: 1\n")
    copied = duplicate_item(page, ("blocks", 0))
    assert checked(copied) == (
        "blocks:\n  # note\n  - a: 1\n\n  # note\n  - a: 1\n\n  - a: 2\n\nend: 1\n"
    )
    assert ids(copied)[0] == ids(page)[0]
    assert len(set(ids(copied))) == 3
    last = duplicate_item(page, ("blocks", 1))
    assert checked(last).endswith("  - a: 2\n\n  - a: 2\n\nend: 1\n")


def test_the_lines_below_a_block_may_not_become_its_text() -> None:
    """A deep comment below one block would belong to the literal text of another."""
    yaml = "blocks:\n  - a: 1\n\n       # deep\n  - a: |\n      text\n"
    page = front(yaml)
    assert refusal(move_item, page, ("blocks",), 0, 1).kind == "mismatch"
    assert refusal(
        remove_item, front(yaml.replace("- a: 1", "- a: |\n      x")), ("blocks", 9)
    ).kind


def test_the_list_itself() -> None:
    page = front(THREE)
    gone = remove_key(page, ("blocks",))
    assert gone.data == {"title": "x", "more": "y"}
    assert gone.blocks == ()
    assert diff(page, gone).removed == tuple(ids(page))
    named = rename_key(page, ("blocks",), "parts")
    assert list(named.data) == ["title", "parts", "more"]
    assert named.blocks == ()
    text = set_value(page, ("blocks",), "none")
    assert text.data["blocks"] == "none"
    fewer = set_value(page, ("blocks",), [{"a": 3}])
    assert fewer.data["blocks"] == [{"a": 3}]
    empty = set_value(page, ("blocks",), [])
    assert checked(empty) == "title: x\nblocks: []\n# about more\nmore: y\n".replace(
        "[]\n#", "[]\n\n#"
    )


def test_around_the_blocks() -> None:
    page = front(THREE)
    edited = set_value(page, ("title",), "a longer title: here")
    assert edited.blocks == page.blocks
    assert checked(edited) == THREE.replace("title: x", "title: 'a longer title: here'")
    below = put_value(edited, ("more",), "z\nz\n")
    assert checked(below).endswith("# about more\nmore: |\n  z\n  z\n")
    assert set_value(set_value(below, ("title",), "x"), ("more",), "y").yaml == THREE
    added = put_value(page, ("meta", "image"), "/a.png")
    assert checked(added) == THREE + "meta:\n  image: /a.png\n"
    front_most = set_value(page, (), {"first": 1, **page.data})
    assert checked(front_most) == "first: 1\n" + THREE
    reordered = set_value(page, (), {"more": "y", "blocks": page.data["blocks"], "title": "x"})
    assert list(Page.from_bytes(reordered.to_bytes()).data) == ["more", "blocks", "title"]
    assert ids(reordered) == ids(page)


def test_lines_in_refusals_are_lines_of_the_file() -> None:
    page = front("x: !!set {a}\nblocks:\n  - a: 1\n  - a: !!set {b}\ny: !!set {c}\n")
    for path, line in [(("x", "a"), 2), (("blocks", 1, "a", "b"), 5), (("y", "c"), 6)]:
        error = refusal(set_value, page, path, 1)
        assert (error.line, error.kind) == (line, "tag")
    assert refusal(set_value, page, ("blocks", 7, "a"), 1).kind == "missing"
    assert refusal(set_value, page, ("blocks", "x", "a"), 1).kind == "missing"


def test_the_history_of_a_block_is_bounded_and_keeps_the_first_text() -> None:
    page = front("blocks:\n  - a:   odd # spacing\n")
    edited = page
    for number in range(40):
        edited = set_value(edited, ("blocks", 0, "a"), f"text {number}")
    assert len(edited.blocks[0].earlier) == 16
    assert set_value(edited, ("blocks", 0, "a"), "odd").yaml == page.yaml


def test_a_block_is_a_plain_value() -> None:
    block = Block(1, "- a\n", "a")
    assert block != Block(1, "- a\n", "a")
    assert "earlier" not in repr(block)


def test_what_a_region_must_be() -> None:
    assert region.reads_as("a: x\n", {"a": "x"})
    assert not region.reads_as("a: x", {"a": "x"})
    assert not region.reads_as("a: x\n---\n", {"a": "x"})
    assert not region.reads_as("a: [\n", {"a": "x"})
