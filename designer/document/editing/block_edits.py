"""Edits of the blocks of a page by their index, whichever list, section or body they are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from designer.document.block_layout import BODY, HEAD_TYPE
from designer.document.editing import bulk_edits, edits, item_sources
from designer.document.editing.body_edits import set_body
from designer.document.editing.edit_scope import refusal, with_old_ids
from designer.document.editing.lookup import list_at
from designer.document.editing.move_between_lists import move_between
from designer.document.page import Page
from designer.document.values import Path, Value


def insert_blocks(page: Page, index: int, values: Sequence[Value]) -> Page:
    """Insert blocks above the block with an index.

    Raises:
        EditRefused: The page has no list of blocks, or the edit is not safe.
    """
    path, place = _gap(page, index)
    return bulk_edits.insert_items(page, path, place, values)


def insert_block_sources(page: Page, index: int, sources: Sequence[str]) -> Page:
    """Insert blocks above the block with an index, as they are written in their sources.

    Raises:
        EditRefused: The page has no list of blocks, or the edit is not safe.
    """
    path, place = _gap(page, index)
    return bulk_edits.insert_sources(page, path, place, sources)


def remove_blocks(page: Page, indexes: Iterable[int]) -> Page:
    """Remove blocks: items of lists, whole sections, or the body.

    Raises:
        EditRefused: The edit is not safe.
    """
    for index in sorted(set(indexes), reverse=True):
        path = page.path_at(index)
        if path == (BODY,):
            emptied = set_body(page, path, "")
            page = with_old_ids(page, emptied.with_others(emptied.slices))
        elif page.blocks[index].type == HEAD_TYPE:
            raise refusal(page, "fixed", "the title of a page belongs to the page itself")
        elif page.place_of(index) is not None:
            page = edits.remove_item(page, path)
        else:
            page = edits.remove_key(page, path or (page.blocks[index].type,))
    return page


def move_blocks(page: Page, indexes: Iterable[int], gap: int) -> Page:
    """Move blocks together, in their present order, above the block with the index ``gap``.

    Raises:
        EditRefused: A block has a fixed place, or the edit is not safe.
    """
    chosen = sorted(set(indexes))
    places = [_place(page, index) for index in chosen]
    path, place = _gap(page, gap)
    if {each[0] for each in places} <= {path}:
        return bulk_edits.move_items(page, path, [each[1] for each in places], place)
    numbers = {page.path_at(index): block.id for index, block in enumerate(page.blocks)}
    ids = [page.blocks[index].id for index in chosen]
    below = (numbers[(*path, at)] for at in range(place, len(list_at(page, path))))
    anchor = next((each for each in below if each not in ids), None)
    for block in ids:
        page = _move_before(page, block, path, anchor)
    return page


def _move_before(page: Page, block: int, path: Path, anchor: int | None) -> Page:
    """Move a block into the list at a path, above another block of it, or to its end."""
    order = [each.id for each in page.blocks]
    old_path, old = _place(page, order.index(block))
    place = len(list_at(page, path))
    if anchor is not None:
        place = _place(page, order.index(anchor))[1]
    if old_path == path:
        moved = bulk_edits.move_items(page, path, [old], place)
    else:
        moved = move_between(page, old_path, old, path, place)
    return with_old_ids(page, moved)


def duplicate_blocks(page: Page, indexes: Iterable[int]) -> Page:
    """Insert copies of blocks below the last of them.

    Raises:
        EditRefused: A block is no item of a list, the blocks are in several lists, or the edit is
            not safe.
    """
    places = [_place(page, index) for index in sorted(set(indexes))]
    if not places:
        return page
    paths = {path for path, _ in places}
    if len(paths) > 1:
        raise refusal(page, "fixed", "the blocks are in several lists; copy those of one list")
    return bulk_edits.duplicate_items(page, paths.pop(), [place for _, place in places])


def block_source(page: Page, index: int) -> str:
    """Return the source of the block with an index, a YAML list with this one item.

    Raises:
        EditRefused: The block is no item of a list, or cannot be written.
    """
    path, place = _place(page, index)
    return item_sources.item_source(page, (*path, place))


def _gap(page: Page, index: int) -> tuple[Path, int]:
    """Return the list and the position for a new block."""
    found = page.gap_at(index)
    if found is None:
        raise refusal(page, "fixed", "this page has no list of blocks, so none can be added")
    return found


def _place(page: Page, index: int) -> tuple[Path, int]:
    """Return the list and the position of a block."""
    found = page.place_of(index)
    if found is None:
        raise refusal(page, "fixed", "the site's own template decides where this part stands")
    return found
