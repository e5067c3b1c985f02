"""Differences between two states of a page, by meaning and by lines."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from designer.document import (
    Diff,
    Hunk,
    LineChanges,
    Page,
    diff,
    duplicate_item,
    insert_item,
    insert_key,
    line_changes,
    move_item,
    remove_item,
    remove_key,
    set_value,
)
from designer.document.page_diff import differing, moved_ids
from tests.document.pages import front

FOUR = """\
title: x
blocks:
  - a: 1
    t:
      u: [1, 2]
  - a: 2
  - a: 3
  - a: 4
meta:
  k: v
"""


def test_nothing() -> None:
    page = front(FOUR)
    assert diff(page, page) == Diff()
    assert not diff(page, page)
    assert line_changes(page, page) == LineChanges(0, ())


def test_meaning() -> None:
    before = front(FOUR)
    one, two, three, four = (block.id for block in before.blocks)
    page = set_value(before, ("blocks", 0, "t", "u", 1), 5)
    page = set_value(page, ("blocks", 0, "a"), 7)
    page = insert_key(page, ("blocks", 1), "new", {})
    page = remove_item(page, ("blocks", 2))
    page = insert_item(page, ("blocks",), 0, {"b": 1})
    page = set_value(page, ("meta", "k"), ["w"])
    page = move_item(page, ("blocks",), 3, 1)
    found = diff(before, page)
    assert found == Diff(
        added=(page.blocks[0].id,),
        removed=(three,),
        moved=(four,),
        changed={one: (("a",), ("t", "u", 1)), two: (("new",),)},
        order=True,
        rest=(("meta", "k"),),
    )
    assert found
    assert diff(page, before).added == (three,)


def test_the_same_meaning_in_another_text_is_no_change() -> None:
    before = front(FOUR)
    typed = set_value(before, ("blocks", 0, "a"), 7)
    assert not diff(before, set_value(typed, ("blocks", 0, "a"), 1))


def test_other_changes() -> None:
    before = front(FOUR)
    assert diff(before, remove_key(before, ("meta",))).rest == (("meta",),)
    assert diff(before, set_value(before, (), {**before.data, "x": 1})).rest == (("x",),)
    assert diff(before, remove_key(before, ("blocks",))).removed
    plain = front("- 1\n- 2\n")
    assert diff(plain, set_value(plain, (1,), 3)).rest == ((1,),)
    assert list(differing({"a": 1, "b": 2}, {"b": 2, "a": 1})) == [()]
    assert list(differing([1, 2], [1])) == [()]
    assert list(differing({"a": [1, {"b": 1, "c": 2}]}, {"a": [1, {"c": 2, "b": 1}]})) == [("a", 1)]
    assert list(differing(1, True)) == [()]


@given(st.permutations(range(8)), st.sets(st.integers(0, 7)))
def test_the_fewest_blocks_are_said_to_have_moved(order: list[int], gone: set[int]) -> None:
    old = list(range(8))
    new = [number for number in order if number not in gone]
    moved = moved_ids(old, new)
    staying = [number for number in new if number not in moved]
    assert staying == sorted(staying)
    longest = max((len(rise) for rise in rising(new)), default=0)
    assert len(staying) == longest


def rising(numbers: list[int]) -> list[list[int]]:
    """Every rising subsequence; eight numbers have few enough."""
    found: list[list[int]] = [[]]
    for number in numbers:
        found += [[*rise, number] for rise in found if not rise or rise[-1] < number]
    return found


def test_lines() -> None:
    before = front(FOUR)
    page = set_value(before, ("blocks", 1, "a"), "two\nlines\n")
    assert line_changes(before, page) == LineChanges(
        3, (Hunk(7, ("  - a: 2\n",), 7, ("  - a: |\n", "      two\n", "      lines\n")),)
    )
    page = set_value(page, ("title",), "y z")
    page = duplicate_item(page, ("blocks", 2))
    page = remove_item(page, ("blocks", 0))
    found = line_changes(before, page)
    assert [(hunk.line_before, len(hunk.before)) for hunk in found.hunks] == [
        (2, 1), (4, 3), (7, 1), (9, 0),
    ]  # fmt: skip
    assert [(hunk.line_after, hunk.after) for hunk in found.hunks] == [
        (2, ("title: y z\n",)),
        (4, ()),
        (4, ("  - a: |\n", "      two\n", "      lines\n")),
        (8, ("  - a: 3\n",)),
    ]
    assert found.count == 1 + 3 + 3 + 1


def test_two_places_in_one_block() -> None:
    before = front("blocks:\n  - a: 1\n    b: 2\n    c: 3\n")
    after = set_value(before, ("blocks", 0), {"a": 5, "b": 2, "c": 6})
    assert [hunk.line_before for hunk in line_changes(before, after).hunks] == [3, 5]


def test_moved_blocks_are_lines_that_go_and_come() -> None:
    before = front(FOUR)
    found = line_changes(before, move_item(before, ("blocks",), 3, 1))
    assert [(hunk.before, hunk.after) for hunk in found.hunks] == [
        ((), ("  - a: 4\n",)),
        (("  - a: 4\n",), ()),
    ]


def test_lines_of_pages_that_are_not_cut() -> None:
    before = front("blocks:\n  - a: 1\n")
    empty = remove_item(before, ("blocks", 0))
    assert line_changes(before, empty).hunks == (
        Hunk(2, ("blocks:\n", "  - a: 1\n"), 2, ("blocks: []\n",)),
    )
    last = Page.from_bytes(b'{"a": 1}')
    assert line_changes(last, set_value(last, ("a",), 2)).hunks == (
        Hunk(1, ('{"a": 1}',), 1, ('{"a": 2}',)),
    )
    kept = Page.from_bytes(b"---\na: |+\n  x\n---")
    assert line_changes(kept, set_value(kept, ("a",), "x\n\n")).count == 2


def test_several_places_in_one_text() -> None:
    before = front("a: 1\nb: 2\nc: 3\nd: 4\ne: 5\n")
    after = front("a: 1\nx: 0\ny: 0\nb: 2\nc: 3\ne: 6\nf: 7\n")
    assert line_changes(before, after) == LineChanges(
        4,
        (
            Hunk(3, (), 3, ("x: 0\n", "y: 0\n")),
            Hunk(5, ("d: 4\n", "e: 5\n"), 7, ("e: 6\n", "f: 7\n")),
        ),
    )


def test_lines_above_and_below_the_change_are_counted_once() -> None:
    before = front("a: 1\na1: 1\na1x: 1\nb: 2\n")
    after = front("a: 1\na2: 1\nb: 2\n")
    assert line_changes(before, after) == LineChanges(
        2, (Hunk(3, ("a1: 1\n", "a1x: 1\n"), 3, ("a2: 1\n",)),)
    )
