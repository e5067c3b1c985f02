"""Adding, removing and moving whole blocks: pieces of a page change places, nothing is read twice.

The blank lines and loose comments below a block stay in their place when blocks move, as they do
in any other list.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from designer.document import entries, region, spans
from designer.document.draft import Change, Draft
from designer.document.page import Block, Frame, Page, new_id
from designer.document.routes import apply, block_region, check_room, refusal, with_blocks


def insert(page: Page, index: int, build: Callable[[Draft, int], Change]) -> Page:
    """Put a new block into a page that is cut into blocks.

    Args:
        page: The page.
        index: The new block's position.
        build: Puts it into a list that holds the block beside it, at a position.

    Raises:
        EditRefused: It cannot be written safely.
    """
    beside, place = (index - 1, 1) if index else (0, 0)
    part = block_region(page, beside, _blank_beside(page, index))
    found = apply(page, beside, part, lambda draft: build(draft, place))
    border = entries.unit_start(found.text, spans.tree(found.text), 1)
    texts = [found.text[:border], found.text[border:]]
    own, _ = _parts(page.blocks[beside])
    old = _ended(page, beside, texts[1 - place].removeprefix(own))
    block = Block(new_id(), texts[place], found.data[place])
    return with_blocks(page, beside, beside + 1, [old, block] if place else [block, old])


def _blank_beside(page: Page, index: int) -> str:
    """The blank lines between the blocks beside a place, to be put beside a new one as well."""
    if len(page.blocks) < 2:
        return ""
    loose = _parts(page.blocks[min(max(index - 1, 0), len(page.blocks) - 2)])[1]
    return loose if not loose.strip() else ""


def _parts(block: Block) -> tuple[str, str]:
    """A block's own text, and the blank lines and loose comments below it."""
    source = block.source
    last_line = source[source.rfind("\n", 0, -1) + 1 :].strip()
    if last_line and not last_line.startswith("#"):
        return source, ""
    end = entries.unit_end(source, spans.tree(source), 0)
    return source[:end], source[end:]


def remove(page: Page, index: int) -> Page:
    """Take a block out of a page that has more; loose comments below it stay.

    Raises:
        EditRefused: It cannot be done safely.
    """
    _, loose = _parts(page.blocks[index])
    if not index:
        without = with_blocks(page, 0, 1, [])
        if not loose.strip():
            return without
        frame = page.frame
        return replace(without, frame=Frame(frame.before + loose, frame.after, frame.data))
    _, above = _parts(page.blocks[index - 1])
    if index == len(page.blocks) - 1:
        above = "" if not above.strip() else above
    elif above and not loose.strip():
        loose = ""
    return with_blocks(page, index - 1, index + 1, [_ended(page, index - 1, above + loose)])


def _ended(page: Page, index: int, loose: str) -> Block:
    """A block with other blank lines and comments below it, read again.

    Its earlier texts get the same end: what stands below a block is not the block's own.
    """
    block = page.blocks[index]
    own, old = _parts(block)
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
        EditRefused: It cannot be done safely.
    """
    low, high = min(old, new), max(old, new) + 1
    order = list(range(low, high))
    order.insert(new - low, order.pop(old - low))
    ends = [_parts(block)[1] for block in page.blocks[low:high]]
    moved = [_ended(page, index, end) for index, end in zip(order, ends, strict=True)]
    return with_blocks(page, low, high, moved)


def duplicate(page: Page, index: int) -> Page:
    """Put a copy of a block, text and comments alike, directly below it.

    Raises:
        EditRefused: It cannot be done safely.
    """
    own, loose = _parts(page.blocks[index])
    check_room(page, len(own))
    block = _ended(page, index, _blank_beside(page, index + 1))
    copy = Block(new_id(), own + loose, block.data)
    return with_blocks(page, index, index + 1, [block, copy])
