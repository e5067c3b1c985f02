"""Find the part of a page that an edit concerns, and replace this part in the page."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Final, TypeAlias

from designer.document.block_layout import list_in
from designer.document.editing import region
from designer.document.editing.edit_context import EditContext, Refused, TextChange
from designer.document.editing.region import TextRegion
from designer.document.limits import MAX_BYTES
from designer.document.page import STUB, Block, Page, PageFrame, from_parts, uncut_page
from designer.document.reading import front_matter
from designer.document.reading.fence import BOM, FileParts
from designer.document.reading.parse_errors import line_and_column
from designer.document.reading.syntax import JSON, YAML
from designer.document.values import Path, Value, same
from designer.errors import EditRefused

Build: TypeAlias = Callable[[EditContext, Path], TextChange]

_MIN_CHECKED_GROWTH: Final = 1000  # smaller growth of a text, in characters, is not checked
MAX_EARLIER: Final = 16  # maximum number of earlier texts per block; the first one is always kept


def run(page: Page, path: Path, build: Build) -> Page:
    """Apply a change at a path.

    Args:
        page: The page.
        path: The path of the change.
        build: Builds the change; its path is relative to the data of the context that it receives.

    Raises:
        EditRefused: The change is not safe.
    """
    if not page.is_cut:
        return run_on_page(page, path, build)
    depth = len(page.list_path)
    index = path[depth] if len(path) > depth and path[:depth] == page.list_path else None
    if isinstance(index, int):
        return _edit_block(page, index, path[depth + 1 :], build)
    return _edit_frame(page, path, build)


def _edit_block(page: Page, index: int, rest: Path, build: Build) -> Page:
    block = page.slices[index]
    part = block_region(page, index)
    result = apply(page, index, part, lambda context: build(context, (0, *rest)))
    if result.data is part.data:
        return page
    item = result.data[0]
    kind = page.layout.lists[0].type_of(item)
    new = Block(block.id, result.text, item, kind, remember(block))
    return with_slices(page, index, index + 1, [new])


def with_slices(page: Page, start: int, end: int, new: list[Block]) -> Page:
    """Return the page with a range of its slices replaced."""
    return replace(page, slices=(*page.slices[:start], *new, *page.slices[end:]))


def remember(block: Block) -> tuple[tuple[str, Value], ...]:
    """Return the earlier texts of a block, with its present text as the last one.

    The changed block keeps them: an edit that leads back to earlier data restores the bytes of
    the earlier text.
    """
    earlier = (*block.earlier, (block.source, block.data))
    return earlier if len(earlier) <= MAX_EARLIER else (earlier[0], *earlier[2:])


def block_region(page: Page, index: int, blank: str = "") -> TextRegion:
    """Return a block as a region that is parsed on its own."""
    block = page.slices[index]
    near = page.slices[max(index - 1, 0) : index] + page.slices[index + 1 : index + 3]
    return TextRegion(
        block.source,
        [block.data],
        eol_of(page),
        blank=blank,
        earlier=[(source, [data]) for source, data in reversed(block.earlier)],
        neighbours=tuple(other.source for other in near),
    )


def eol_of(page: Page) -> str:
    """Return the line break of the opening fence; without one the first line break."""
    match = re.search(r"\r?\n", page.head.removeprefix(BOM) or page.frame.before or page.tail)
    return match[0] if match else "\n"


def apply(
    page: Page, block_index: int | None, part: TextRegion, build: region.Build
) -> region.ChangedRegion:
    """Change a part of a page; see ``region.apply``.

    Args:
        page: The page.
        block_index: The index of the block that the part is; None for the whole front matter.
        part: The part.
        build: Builds the change.

    Raises:
        EditRefused: The change is not safe.
    """
    try:
        result = region.apply(part, build)
    except Refused as refused:
        above = page.head
        if block_index is not None:
            blocks = page.slices[:block_index]
            above += page.frame.before + "".join([block.source for block in blocks])
        raise _with_line(refused, above + part.text[: refused.offset]) from refused
    check_room(page, len(result.text) - len(part.text))
    return result


def check_room(page: Page, growth: int) -> None:
    """Make sure that a growing page stays below the size limit for opening files.

    Raises:
        EditRefused: The page would be too large.
    """
    if growth > _MIN_CHECKED_GROWTH and len(page.text.encode()) + 4 * growth > MAX_BYTES:
        raise refusal(page, "size", f"the page would be larger than {MAX_BYTES // 2**20} MB")


def _with_line(refused: Refused, before: str) -> EditRefused:
    line, column = line_and_column(before, len(before))
    return EditRefused(
        f"This change was not made (line {line + 1}): {refused}. Nothing was changed.",
        line + 1,
        column + 1,
        kind=refused.kind,
    )


def refusal(page: Page, kind: str, words: str) -> EditRefused:
    """Return the error for an edit that is refused before its text is examined."""
    line = page.head.count("\n") + 1
    return EditRefused(
        f"This change was not made: {words}. Nothing was changed.", line, 1, kind=kind
    )


def _edit_frame(page: Page, path: Path, build: Build) -> Page:
    """Change the front matter around the blocks; a stub stands for the blocks when it is parsed."""
    frame = page.frame
    stub = _stub(page)
    start, end = len(frame.before), len(frame.before) + len(stub)
    part = TextRegion(
        frame.before + stub + frame.after,
        frame.data,
        eol_of(page),
        earlier=[(before + stub + after, data) for before, after, data in reversed(frame.earlier)],
        neighbours=tuple(block.source for block in page.slices[:3]),
    )
    try:
        result = region.apply(part, lambda context: build(context, path))
    except Refused as refused:
        above = page.head + part.text[: refused.offset]
        if refused.offset >= end:
            above = page.head + page.yaml[: len(page.yaml) - len(part.text) + refused.offset]
        raise _with_line(refused, above) from refused
    if result.data is part.data:
        return page
    check_room(page, len(result.text) - len(part.text))
    if list_in(result.data, page.list_path) != [STUB]:
        return run_on_page(page, path, build)
    if result.change is None:
        pairs = ((before, after) for before, after, _ in reversed(frame.earlier))
        before, after = next(pair for pair in pairs if stub.join(pair) == result.text)
    else:
        splices = result.change.splices
        if any(splice.start < end and splice.end > start for splice in splices):
            return run_on_page(page, path, build)
        grown = sum(len(s.new) - (s.end - s.start) for s in splices if s.end <= start)
        before, after = result.text[: start + grown], result.text[end + grown :]
    earlier = (*frame.earlier[-MAX_EARLIER:], (frame.before, frame.after, frame.data))
    return replace(page, frame=PageFrame(before, after, result.data, earlier))


def _stub(page: Page) -> str:
    """Return the line that stands for all blocks."""
    first = page.slices[0].source
    return " " * (len(first) - len(first.lstrip(" "))) + f"- {STUB}{eol_of(page)}"


def run_on_page(page: Page, path: Path, build: Build) -> Page:
    """Change a page whose change is not limited to one part; all of it is parsed again.

    Raises:
        EditRefused: The change is not safe.
    """
    known = () if page.is_cut else page.frame.earlier
    delimiter = front_matter.delimiter_of(page.head) or _new_delimiter(page)
    part = TextRegion(
        page.yaml,
        page.data,
        eol_of(page),
        page.syntax,
        delimiter,
        earlier=[(text, data) for text, _, data in reversed(known)],
    )
    result = apply(page, None, part, lambda context: build(context, path))
    if result.data is part.data:
        return page
    if page.tail and page.syntax is JSON and not delimiter and not isinstance(result.data, dict):
        raise refusal(page, "value", "a JSON front matter must be an object")
    parts = _fenced(page, result.text)
    if page.syntax is YAML:
        new = from_parts(parts, page.layout, is_whole=page.is_whole)
    else:
        new = uncut_page(parts, result.data, page.layout, page.syntax, is_whole=page.is_whole)
    if not new.is_cut:
        earlier = (*known[-MAX_EARLIER:], (page.yaml, "", page.data))
        new = replace(new, frame=PageFrame(result.text, "", result.data, earlier))
    return replace(with_old_ids(page, new), removed=page.removed)


def _new_delimiter(page: Page) -> str:
    """Return the fence that a page without front matter gets; empty for other pages."""
    return "---" if page.syntax is YAML and not page.is_whole else ""


def _fenced(page: Page, yaml: str) -> FileParts:
    """Return the parts of a page with this YAML; a page without front matter gets fences."""
    if page.head.removeprefix(BOM) or not _new_delimiter(page) or not yaml:
        return FileParts(page.head, yaml, page.tail)
    eol = eol_of(page)
    start = page.body_offset
    return FileParts(f"{page.tail[:start]}---{eol}", yaml, f"---{eol}{page.tail[start:]}")


def with_old_ids(old: Page, new: Page) -> Page:
    """Return the new page with the ids of the old blocks that its blocks equal or come from."""
    blocks = _same_ids(old, new.blocks)
    count = len(new.slices)
    return replace(new, slices=blocks[:count], others=blocks[count:])


def _same_ids(page: Page, new: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return the new blocks with the ids of the old blocks that they are equal to or derived from.

    Equal blocks keep their id; this includes removed blocks, the one removed last first. The
    remaining blocks on both sides are paired in their order.
    """
    old = page.blocks
    removed = {item.block.id: item.block for item in reversed(page.removed)}
    unmatched: dict[str, list[Block]] = {}
    for block in (*old, *(block for block in removed.values() if block.id not in page.by_id)):
        unmatched.setdefault(repr(block.data), []).append(block)
    known: list[Block | None] = []
    for block in new:
        candidates = unmatched.get(repr(block.data))
        known.append(candidates.pop(0) if candidates else None)
    remaining = [
        block for block in old if any(block is other for other in unmatched[repr(block.data)])
    ]
    result: list[Block] = []
    for block, twin in zip(new, known, strict=True):
        origin = twin or (remaining.pop(0) if remaining else None)
        result.append(_with_old_id(origin, block) if origin else block)
    return tuple(result)


def _with_old_id(old: Block, new: Block) -> Block:
    """Return a changed block under the id of its predecessor."""
    if old.source == new.source and same(old.data, new.data):
        return old
    return Block(old.id, new.source, new.data, new.type, remember(old))
