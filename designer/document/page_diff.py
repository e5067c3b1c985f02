"""The difference between two states of a page, by the identity of its blocks."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import pairwise

from designer.document.block_layout import list_in
from designer.document.page import Page
from designer.document.values import Path, Value, same, updated_at


@dataclass(frozen=True)
class Diff:
    """The changes from one page to another.

    Attributes:
        added: Ids of new blocks.
        removed: Ids of removed blocks.
        moved: Ids of the smallest set of blocks whose move explains the new order.
        changed: Id of a block → the paths in it whose values differ; () is the block itself.
        order: Whether the blocks of both pages are in another order.
        rest: The changed paths outside the blocks.
    """

    added: tuple[int, ...] = ()
    removed: tuple[int, ...] = ()
    moved: tuple[int, ...] = ()
    changed: dict[int, tuple[Path, ...]] = field(default_factory=dict)
    order: bool = False
    rest: tuple[Path, ...] = ()

    def __bool__(self) -> bool:
        """Whether any data differs."""
        return bool(self.added or self.removed or self.moved or self.changed or self.rest)


def diff(before: Page, after: Page) -> Diff:
    """Compare two states of one page; unchanged parts are recognized by identity."""
    start, at_end = shared_ends(before.blocks, after.blocks)
    old = {block.id: block for block in before.blocks[start : len(before.blocks) - at_end]}
    new = {block.id: block for block in after.blocks[start : len(after.blocks) - at_end]}
    changed: dict[int, tuple[Path, ...]] = {}
    for id_, block in new.items():
        twin = old.get(id_)
        if twin is not None and twin.data is not block.data:
            paths = tuple(differing(twin.data, block.data))
            if paths:
                changed[id_] = paths
    moved = moved_ids(list(old), list(new))
    return Diff(
        added=tuple(id_ for id_ in new if id_ not in old),
        removed=tuple(id_ for id_ in old if id_ not in new),
        moved=moved,
        changed=changed,
        order=bool(moved),
        rest=tuple(differing(without_blocks(before), without_blocks(after))),
    )


def shared_ends(old: Sequence[object], new: Sequence[object]) -> tuple[int, int]:
    """Return the number of identical objects at the start, and of further ones at the end."""
    shorter = min(len(old), len(new))
    start = 0
    while start < shorter and old[start] is new[start]:
        start += 1
    at_end = 0
    while at_end < shorter - start and old[-1 - at_end] is new[-1 - at_end]:
        at_end += 1
    return start, at_end


def without_blocks(page: Page) -> Value:
    """Return the front matter without the lists and sections that hold its blocks."""
    data = page.frame.data
    lists = [each.path for each in page.layout.lists if list_in(data, each.path)]
    for path in (*lists, *((key,) for key in page.layout.sections if key in data)):
        data = updated_at(data, path[:-1], partial(_without, key=path[-1]))
    return data


def _without(data: Value, key: str | int) -> Value:
    """Return a mapping without a key, or a list with nothing at a position."""
    if isinstance(data, dict):
        return {name: value for name, value in data.items() if name != key}
    return [None if place == key else value for place, value in enumerate(data)]


def differing(old: Value, new: Value, path: Path = ()) -> Iterator[Path]:
    """Yield the paths at which two values differ, as deep as possible."""
    if same(old, new):
        return
    if isinstance(old, dict) and isinstance(new, dict):
        paths = [*old, *(key for key in new if key not in old)]
        deeper = False
        for key in paths:
            if key in old and key in new:
                found = list(differing(old[key], new[key], (*path, key)))
            else:
                found = [(*path, key)]
            deeper = deeper or bool(found)
            yield from found
        if not deeper:
            yield path  # only the order of the keys differs
    elif isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        for index, (one, other) in enumerate(zip(old, new, strict=True)):
            yield from differing(one, other, (*path, index))
    else:
        yield path


def moved_ids(old: Sequence[int], new: Sequence[int]) -> tuple[int, ...]:
    """Return the smallest set of common ids whose move turns one order into the other."""
    places = {id_: place for place, id_ in enumerate(old)}
    common = [id_ for id_ in new if id_ in places]
    if all(places[one] < places[other] for one, other in pairwise(common)):
        return ()
    staying = _longest_rising([places[id_] for id_ in common])
    return tuple(id_ for index, id_ in enumerate(common) if index not in staying)


def _longest_rising(numbers: list[int]) -> set[int]:
    """Return the indices of a longest rising subsequence."""
    ends: list[int] = []  # the smallest last number of a subsequence of each length
    holders: list[int] = []  # the index of that number
    before: list[int] = []  # for each index the preceding index of its subsequence
    for index, number in enumerate(numbers):
        length = bisect_left(ends, number)
        before.append(holders[length - 1] if length else -1)
        ends[length : length + 1] = [number]
        holders[length : length + 1] = [index]
    chosen: set[int] = set()
    index = holders[-1]
    while index >= 0:
        chosen.add(index)
        index = before[index]
    return chosen
