"""Insert, remove and move whole blocks by rearranging slices of the text, without parsing it again.

When blocks move, the blank lines and loose comments below a block stay in place, as in any other
list. A page remembers the blocks removed last and the lines that separated them. Inserting such a
block at its old position restores the original bytes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from designer.document.editing import entry_splices, region, structure
from designer.document.editing.edit_context import EditContext, TextChange
from designer.document.editing.edit_scope import (
    MAX_EARLIER,
    apply,
    block_region,
    check_room,
    refusal,
    run_on_page,
    with_slices,
)
from designer.document.page import Block, Page, PageFrame, RemovedBlock, new_id
from designer.document.reading import spans
from designer.document.text import normalize_newlines


def insert(page: Page, index: int, build: Callable[[EditContext, int], TextChange]) -> Page:
    """Insert a new block into a page that is cut into blocks.

    Args:
        page: The page.
        index: The new block's position.
        build: Inserts the block into a list that holds only the adjacent block, at a position.

    Raises:
        EditRefused: The block cannot be written safely.
    """
    beside, place = (index - 1, 1) if index else (0, 0)
    part = block_region(page, beside, _blank_lines_beside(page, index))
    result = apply(page, beside, part, lambda context: build(context, place))
    tree = spans.tree(result.text)
    start, border = (entry_splices.unit_start(result.text, tree, number) for number in (0, 1))
    texts = [result.text[start:border], result.text[border:]]
    if (removed := _find_removed(page, index, texts[place])) is not None:
        return _restore(page, index, removed)
    own, _ = _split_trailing(page.slices[beside].source)
    old = _with_trailing(page, beside, texts[1 - place].removeprefix(own))
    item = result.data[place]
    block = Block(new_id(), texts[place], item, page.layout.lists[0].type_of(item))
    page = _with_text_above(page, page.frame.before + result.text[:start])
    return with_slices(page, beside, beside + 1, [old, block] if place else [block, old])


def _find_removed(page: Page, index: int, text: str) -> RemovedBlock | None:
    """Return the record of a removed block that had this position and this text, if any."""
    own, _ = _split_trailing(text)
    above = page.slices[index - 1] if index else None
    for removed in reversed(page.removed):
        if removed.block.id in page.by_id or removed.above != (above.id if above else None):
            continue
        if above is None:
            fits = page.frame.before.endswith(removed.gap_after)
        else:
            fits = _split_trailing(above.source)[1] == removed.gap_after
        if fits and normalize_newlines(
            _split_trailing(removed.block.source)[0]
        ) == normalize_newlines(own):
            return removed
    return None


def _restore(page: Page, index: int, removed: RemovedBlock) -> Page:
    """Return the page with a removed block restored at its old position."""
    if not index:
        page = _with_text_above(page, page.frame.before.removesuffix(removed.gap_after))
        return with_slices(page, 0, 0, [removed.block])
    above = _with_trailing(page, index - 1, removed.gap_before)
    return with_slices(page, index - 1, index, [above, removed.block])


def _with_text_above(page: Page, before: str) -> Page:
    """Return the page with another text above its first block."""
    frame = page.frame
    return replace(
        page, frame=frame if frame.before == before else PageFrame(before, frame.after, frame.data)
    )


def _blank_lines_beside(page: Page, index: int) -> str:
    """Return the blank lines between the blocks around a position, for use around a new block."""
    if len(page.slices) < 2:
        return ""
    loose = _split_trailing(page.slices[min(max(index - 1, 0), len(page.slices) - 2)].source)[1]
    return loose if not loose.strip() else ""


def _split_trailing(source: str) -> tuple[str, str]:
    """Split a block's source into its own text and the blank lines and loose comments below it."""
    last_line = source[source.rfind("\n", 0, -1) + 1 :].strip()
    if last_line and not last_line.startswith("#"):
        return source, ""
    end = entry_splices.unit_end(source, spans.tree(source), 0)
    return source[:end], source[end:]


def remove(page: Page, index: int) -> Page:
    """Remove a block from a page that is cut; loose comments below it stay.

    Raises:
        EditRefused: The block cannot be removed safely.
    """
    block = page.slices[index]
    _, loose = _split_trailing(block.source)
    if len(page.slices) == 1:
        without = run_on_page(page, (*page.list_path, 0), structure.remove)
        removed = RemovedBlock(block, None, "", "")
    elif not index:
        gap_after = loose if loose.strip() else ""
        without = with_slices(_with_text_above(page, page.frame.before + gap_after), 0, 1, [])
        removed = RemovedBlock(block, None, "", gap_after)
    else:
        above = page.slices[index - 1]
        _, gap_before = _split_trailing(above.source)
        gap_kept, gap_after = gap_before, loose
        if index == len(page.slices) - 1:
            gap_kept = gap_before if gap_before.strip() else ""
        elif gap_before and not loose.strip():
            gap_after = ""
        ended = _with_trailing(page, index - 1, gap_kept + gap_after)
        without = with_slices(page, index - 1, index + 1, [ended])
        removed = RemovedBlock(block, above.id, gap_before, gap_kept + gap_after)
    return replace(without, removed=(*page.removed[1 - MAX_EARLIER :], removed))


def _with_trailing(page: Page, index: int, loose: str) -> Block:
    """Replace the blank lines and loose comments below a block, and check the result by parsing it.

    The earlier texts of the block get the same ending, since these lines are not part of the block.
    """
    block = page.slices[index]
    own, old = _split_trailing(block.source)
    if loose == old:
        return block
    if not region.reads_as(own + loose, [block.data]):
        raise refusal(page, "mismatch", "the lines below a block would become a part of it")
    earlier = tuple(
        (source.removesuffix(old) + loose, data)
        for source, data in block.earlier
        if source.endswith(old)
    )
    return Block(block.id, own + loose, block.data, block.type, earlier)


def move(page: Page, old: int, new: int) -> Page:
    """Move a block to another position.

    Raises:
        EditRefused: The block cannot be moved safely.
    """
    low, high = min(old, new), max(old, new) + 1
    order = list(range(low, high))
    order.insert(new - low, order.pop(old - low))
    ends = [_split_trailing(block.source)[1] for block in page.slices[low:high]]
    moved = [_with_trailing(page, index, end) for index, end in zip(order, ends, strict=True)]
    return with_slices(page, low, high, moved)


def duplicate(page: Page, index: int) -> Page:
    """Insert a copy of a block, with its comments, directly below it.

    Raises:
        EditRefused: The copy cannot be inserted safely.
    """
    own, loose = _split_trailing(page.slices[index].source)
    check_room(page, len(own))
    block = _with_trailing(page, index, _blank_lines_beside(page, index + 1))
    copy = Block(new_id(), own + loose, block.data, block.type)
    return with_slices(page, index, index + 1, [block, copy])
