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
    REMEMBERED,
    apply,
    block_region,
    check_room,
    refusal,
    run_whole,
    with_blocks,
)
from designer.document.page import Block, Page, PageFrame, RemovedBlock, new_id
from designer.document.reading import spans
from designer.document.text import lines_normal


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
    part = block_region(page, beside, _blank_beside(page, index))
    found = apply(page, beside, part, lambda draft: build(draft, place))
    tree = spans.tree(found.text)
    start, border = (entry_splices.unit_start(found.text, tree, number) for number in (0, 1))
    texts = [found.text[start:border], found.text[border:]]
    if (gone := _gone(page, index, texts[place])) is not None:
        return _restored(page, index, gone)
    own, _ = _parts(page.blocks[beside].source)
    old = _ended(page, beside, texts[1 - place].removeprefix(own))
    block = Block(new_id(), texts[place], found.data[place])
    page = _framed(page, page.frame.before + found.text[:start])
    return with_blocks(page, beside, beside + 1, [old, block] if place else [block, old])


def _gone(page: Page, index: int, text: str) -> RemovedBlock | None:
    """Return the record of a removed block that had this position and this text, if any."""
    own, _ = _parts(text)
    above = page.blocks[index - 1] if index else None
    for gone in reversed(page.gone):
        if gone.block.id in page.by_id or gone.above != (above.id if above else None):
            continue
        if above is None:
            fits = page.frame.before.endswith(gone.left)
        else:
            fits = _parts(above.source)[1] == gone.left
        if fits and lines_normal(_parts(gone.block.source)[0]) == lines_normal(own):
            return gone
    return None


def _restored(page: Page, index: int, gone: RemovedBlock) -> Page:
    """Return the page with a removed block restored at its old position."""
    if not index:
        page = _framed(page, page.frame.before.removesuffix(gone.left))
        return with_blocks(page, 0, 0, [gone.block])
    above = _ended(page, index - 1, gone.had)
    return with_blocks(page, index - 1, index, [above, gone.block])


def _framed(page: Page, before: str) -> Page:
    """Return the page with another text above its first block."""
    frame = page.frame
    return replace(
        page, frame=frame if frame.before == before else PageFrame(before, frame.after, frame.data)
    )


def _blank_beside(page: Page, index: int) -> str:
    """Return the blank lines between the blocks around a position, for use around a new block."""
    if len(page.blocks) < 2:
        return ""
    loose = _parts(page.blocks[min(max(index - 1, 0), len(page.blocks) - 2)].source)[1]
    return loose if not loose.strip() else ""


def _parts(source: str) -> tuple[str, str]:
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
    block = page.blocks[index]
    _, loose = _parts(block.source)
    if len(page.blocks) == 1:
        without = run_whole(page, (page.list_key, 0), structure.remove)
        gone = RemovedBlock(block, None, "", "")
    elif not index:
        left = loose if loose.strip() else ""
        without = with_blocks(_framed(page, page.frame.before + left), 0, 1, [])
        gone = RemovedBlock(block, None, "", left)
    else:
        above = page.blocks[index - 1]
        _, had = _parts(above.source)
        kept, left = had, loose
        if index == len(page.blocks) - 1:
            kept = had if had.strip() else ""
        elif had and not loose.strip():
            left = ""
        ended = _ended(page, index - 1, kept + left)
        without = with_blocks(page, index - 1, index + 1, [ended])
        gone = RemovedBlock(block, above.id, had, kept + left)
    return replace(without, gone=(*page.gone[1 - REMEMBERED :], gone))


def _ended(page: Page, index: int, loose: str) -> Block:
    """Replace the blank lines and loose comments below a block, and check the result by parsing it.

    The earlier texts of the block get the same ending, since these lines are not part of the block.
    """
    block = page.blocks[index]
    own, old = _parts(block.source)
    if loose == old:
        return block
    if not region.means(own + loose, [block.data]):
        raise refusal(page, "mismatch", "the lines below a block would become a part of it")
    earlier = tuple(
        (source.removesuffix(old) + loose, data)
        for source, data in block.earlier
        if source.endswith(old)
    )
    return Block(block.id, own + loose, block.data, earlier)


def move(page: Page, old: int, new: int) -> Page:
    """Move a block to another position.

    Raises:
        EditRefused: The block cannot be moved safely.
    """
    low, high = min(old, new), max(old, new) + 1
    order = list(range(low, high))
    order.insert(new - low, order.pop(old - low))
    ends = [_parts(block.source)[1] for block in page.blocks[low:high]]
    moved = [_ended(page, index, end) for index, end in zip(order, ends, strict=True)]
    return with_blocks(page, low, high, moved)


def duplicate(page: Page, index: int) -> Page:
    """Insert a copy of a block, with its comments, directly below it.

    Raises:
        EditRefused: The copy cannot be inserted safely.
    """
    own, loose = _parts(page.blocks[index].source)
    check_room(page, len(own))
    block = _ended(page, index, _blank_beside(page, index + 1))
    copy = Block(new_id(), own + loose, block.data)
    return with_blocks(page, index, index + 1, [block, copy])
