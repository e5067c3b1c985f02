"""Several items of a list at once: the same as one by one, and one value of a page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from designer.document import Page, duplicate_items, insert_items, move_items, remove_items
from designer.errors import EditRefused

NAMES = "abcdefg"
TEXT = "---\nblocks:\n" + "".join(f"  - name: {name}  # {name}\n" for name in NAMES) + "---\n"
PAGE = Page.from_bytes(TEXT.encode())
LIST = ("blocks",)

chosen = st.sets(st.integers(0, len(NAMES) - 1), min_size=1)


def names(page: Page) -> str:
    return "".join(block.data["name"] for block in page.blocks)


def lines(page: Page) -> list[str]:
    return [line for line in page.text.splitlines() if "name" in line]


@given(chosen, st.integers(0, len(NAMES)))
def test_move_brings_them_together_in_their_order(indexes, gap):
    after = move_items(PAGE, LIST, indexes, gap)
    moved = "".join(NAMES[i] for i in sorted(indexes))
    before = "".join(NAMES[i] for i in range(gap) if i not in indexes)
    behind = "".join(NAMES[i] for i in range(gap, len(NAMES)) if i not in indexes)
    assert names(after) == before + moved + behind
    assert sorted(lines(after)) == sorted(lines(PAGE))
    ids = {block.data["name"]: block.id for block in PAGE.blocks}
    assert all(ids[block.data["name"]] == block.id for block in after.blocks)


@given(chosen)
def test_remove(indexes):
    after = remove_items(PAGE, LIST, indexes)
    assert names(after) == "".join(n for i, n in enumerate(NAMES) if i not in indexes)


@given(chosen)
def test_duplicate_puts_the_copies_below_the_last_one(indexes):
    after = duplicate_items(PAGE, LIST, indexes)
    copies = "".join(NAMES[i] for i in sorted(indexes))
    last = max(indexes) + 1
    assert names(after) == NAMES[:last] + copies + NAMES[last:]


@given(st.lists(st.integers(0, len(NAMES) - 1), min_size=1, max_size=9), st.integers(0, len(NAMES)))
def test_neither_order_nor_repetition_matters(indexes, gap):
    once = sorted(set(indexes))
    assert names(move_items(PAGE, LIST, indexes, gap)) == names(move_items(PAGE, LIST, once, gap))
    assert names(remove_items(PAGE, LIST, indexes)) == names(remove_items(PAGE, LIST, once))
    assert names(duplicate_items(PAGE, LIST, indexes)) == names(duplicate_items(PAGE, LIST, once))


def test_insert():
    after = insert_items(PAGE, LIST, 2, [{"name": "x"}, {"name": "y"}])
    assert names(after) == "abxycdefg"


def test_nothing_is_nothing():
    assert duplicate_items(PAGE, LIST, []) is PAGE
    assert move_items(PAGE, LIST, [], 0) is PAGE
    assert remove_items(PAGE, LIST, []) is PAGE


def test_no_such_place():
    with pytest.raises(EditRefused):
        move_items(PAGE, LIST, [0], 9)
    with pytest.raises(EditRefused):
        remove_items(PAGE, LIST, [9])


def test_blocks_are_found_by_their_ids():
    after = move_items(PAGE, LIST, [0], 3)
    assert list(after.by_id.values()) == list(after.blocks)
    assert after.by_id[PAGE.blocks[0].id].data["name"] == "a"
