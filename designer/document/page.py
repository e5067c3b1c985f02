"""A page as an immutable value: its exact text, cut into blocks and the text around them."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Final

from typing_extensions import override

from designer.document.block_layout import (
    BODY,
    BODY_FIELD,
    BlockLayout,
    found_blocks,
    list_in,
)
from designer.document.reading import fence, front_matter, yaml_reader
from designer.document.reading.block_slices import cut
from designer.document.reading.fence import FileParts
from designer.document.reading.parse_errors import ReadProblem
from designer.document.reading.syntax import YAML, Syntax
from designer.document.text import normalize_newlines
from designer.document.values import Path, Value, get, updated_at
from designer.errors import SourceError

_ids = itertools.count(1)

STUB: Final = "stub"
"""The value that stands for all blocks when the rest of a page is parsed without them."""


def new_id() -> int:
    """Return an id that no block has had in this session."""
    return next(_ids)


@dataclass(frozen=True, eq=False)
class Block:
    """A block of a page: an item of a list of blocks, a section, or the Markdown body.

    Attributes:
        id: The identity for this session; it survives edits and moves.
        source: The exact text in the file, with its comments and the blank lines below it. For a
            block that is no slice, the text of its value; may be empty.
        data: The parsed value.
        type: The name of its type; '' for a block without one.
        earlier: The earlier texts with their data.
    """

    id: int
    source: str
    data: Value
    type: str = ""
    earlier: tuple[tuple[str, Value], ...] = field(default=(), repr=False)


@dataclass(frozen=True, eq=False)
class PageFrame:
    """The text around a page's blocks: the rest of the front matter, or all of it.

    Attributes:
        before: The text above the first block.
        after: The text below the last block.
        data: The parsed value of both; the list of blocks contains only the stub.
        earlier: The earlier texts (above and below) with their data.
    """

    before: str
    after: str
    data: Value
    earlier: tuple[tuple[str, str, Value], ...] = field(default=(), repr=False)


@dataclass(frozen=True)
class RemovedBlock:
    """A removed block; inserted at the same position it becomes the same block again.

    Attributes:
        block: The removed block.
        above: The id of the block above it; None for the first block.
        gap_before: The blank lines and loose comments between the two.
        gap_after: The comments left after the preceding block; for the first block, those added to
            the end of the text above all blocks.
    """

    block: Block
    above: int | None
    gap_before: str
    gap_after: str


@dataclass(frozen=True, eq=False, repr=False)
class Page:
    """A page, or a whole file of data: its text and its data. Immutable.

    Attributes:
        head: Byte order mark and opening fence; empty without front matter.
        frame: The text around the slices; the whole front matter of a page that is not cut.
        slices: The blocks of a page that is cut into slices of its text.
        tail: The closing fence and everything below it.
        layout: Where the blocks are.
        is_cut: Whether the items of the only list of blocks are slices of the text (only in YAML).
        syntax: The syntax of the front matter.
        is_whole: Whether the file is all data, without a body.
        removed: The blocks that were removed last.
        others: The blocks that are no slices; they follow the slices.
        other_paths: The path of each of them.
    """

    head: str
    frame: PageFrame
    slices: tuple[Block, ...]
    tail: str
    layout: BlockLayout = field(default_factory=BlockLayout)
    is_cut: bool = False
    syntax: Syntax = YAML
    is_whole: bool = False
    removed: tuple[RemovedBlock, ...] = ()
    others: tuple[Block, ...] = ()
    other_paths: tuple[Path, ...] = ()

    @classmethod
    def from_bytes(cls, data: bytes, layout: BlockLayout | None = None, name: str = "") -> Page:
        """Parse a file with front matter in YAML, TOML or JSON, or a whole file of data.

        Args:
            data: The bytes of the file.
            layout: Where the blocks are; by default in the list ``blocks``.
            name: The name of the file; the ending of whole files of data tells their syntax.

        Raises:
            SourceError: The file cannot be parsed; the message says why and where.
        """
        found = front_matter.split(fence.decode(data), name)
        try:
            return from_parts(
                found.parts, layout or BlockLayout(), found.syntax, is_whole=found.is_whole
            )
        except ReadProblem as problem:
            raise source_error(problem, found.parts.head) from problem

    @override
    def __repr__(self) -> str:
        return f"<Page with {len(self.blocks)} blocks>"

    @cached_property
    def data(self) -> Value:
        """The front matter as plain Python values, as js-yaml interprets them.

        Usually a mapping; a list or a scalar when the front matter is one. Must not be modified.
        """
        if not self.is_cut:
            return self.frame.data
        items = [block.data for block in self.slices]
        return updated_at(self.frame.data, self.list_path, lambda _stub: items)

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """All blocks, in the order of the page."""
        return (*self.slices, *self.others) if self.others else self.slices

    @property
    def list_path(self) -> Path:
        """The path of the list whose items are the slices of a page that is cut."""
        return self.layout.cut_path

    def path_at(self, index: int) -> Path:
        """Return the path at which the paths inside the block with an index begin."""
        if index < len(self.slices):
            return (*self.list_path, index)
        return self.other_paths[index - len(self.slices)]

    def place_of(self, index: int) -> tuple[Path, int] | None:
        """Return the list and the position in it of the block with an index.

        Returns:
            None for a block that is no item of a list: a section, or the body.
        """
        path = self.path_at(index)
        if path and isinstance(path[-1], int):
            return path[:-1], path[-1]
        return None

    def gap_at(self, index: int) -> tuple[Path, int] | None:
        """Return the list and the position for a new block above the block with an index.

        Between two lists it is the end of the first one.

        Returns:
            None for a page without a list of blocks.
        """
        above = self.place_of(index - 1) if index else None
        below = self.place_of(index) if index < len(self.blocks) else None
        if below is not None and (above is None or below[1] > 0):
            return below
        if above is not None:
            return above[0], above[1] + 1
        later = (self.place_of(each) for each in range(index, len(self.blocks)))
        if (found := next(filter(None, later), None)) is not None:
            return found
        earlier = (self.place_of(each) for each in range(index - 1, -1, -1))
        if (found := next(filter(None, earlier), None)) is not None:
            return found[0], found[1] + 1
        if not self.layout.lists:
            return None
        last = self.layout.lists[-1].path
        return last, len(list_in(self.data, last))

    def with_others(self, slices: tuple[Block, ...]) -> Page:
        """Return the page with these slices, and with the blocks that are no slices found anew."""
        others = [] if self.is_cut else _list_blocks(self)
        body = self.body
        if self.layout.has_body and body.strip():
            block = Block(new_id(), body, {BODY_FIELD: body}, self.layout.body_type)
            others.append(((BODY,), block))
        return replace(
            self,
            slices=slices,
            others=tuple(block for _, block in others),
            other_paths=tuple(path for path, _ in others),
        )

    def with_layout(self, layout: BlockLayout) -> Page:
        """Return the page, just read, with another layout that has no other slices."""
        if not self.is_cut:
            return replace(self, layout=layout).with_others(())
        if layout.cut_path != self.list_path:
            frame = PageFrame(self.yaml, "", self.data)
            uncut = replace(self, frame=frame, layout=layout, slices=(), is_cut=False)
            return uncut.with_others(())
        kind = layout.lists[0].type_of
        slices = tuple(replace(block, type=kind(block.data)) for block in self.slices)
        return replace(self, layout=layout).with_others(slices)

    @property
    def body(self) -> str:
        """The text below the front matter, without blank lines around it and with LF line ends."""
        return normalize_newlines(self.tail[self.body_offset :]).strip("\n")

    @property
    def body_offset(self) -> int:
        """The offset in ``tail`` of the text below the closing fence."""
        if self.head.removeprefix(fence.BOM):
            return fence.body_start(self.tail)
        return len(fence.BOM) if self.tail.startswith(fence.BOM) else 0

    @property
    def yaml(self) -> str:
        """The text of the front matter (of a whole file of data: all of it), in any syntax."""
        middle = "".join([block.source for block in self.slices])
        return self.frame.before + middle + self.frame.after

    @cached_property
    def by_id(self) -> dict[int, Block]:
        """The blocks by their ids."""
        return {block.id: block for block in self.blocks}

    @cached_property
    def text(self) -> str:
        """The whole text of the file."""
        return front_matter.join(self.syntax, FileParts(self.head, self.yaml, self.tail))

    @property
    def below(self) -> str:
        """The text below the last block of a page that is cut: more keys, the fence, the body."""
        last = self.slices[-1].source
        return fence.join(FileParts("", last + self.frame.after, self.tail))[len(last) :]

    def to_bytes(self) -> bytes:
        """Return the bytes of a save; of an unchanged page exactly the bytes that were read."""
        return self.text.encode("utf-8")


def from_parts(
    parts: FileParts, layout: BlockLayout, syntax: Syntax = YAML, *, is_whole: bool = False
) -> Page:
    """Return the page of a text that is already split.

    Raises:
        ReadProblem: The front matter cannot be parsed.
    """
    if syntax is not YAML:
        return uncut_page(parts, syntax.load(parts.yaml), layout, syntax, is_whole=is_whole)
    path = layout.cut_path if parts.yaml.endswith("\n") else ()
    parsed = yaml_reader.load(parts.yaml, path)
    borders = cut(parts.yaml, parsed, path)
    if borders is None:
        return uncut_page(parts, parsed.data, layout, is_whole=is_whole)
    items = get(parsed.data, path)
    kind = layout.lists[0].type_of
    slices = tuple(
        Block(new_id(), parts.yaml[start:end], item, kind(item))
        for start, end, item in zip(borders, borders[1:], items, strict=False)
    )
    frame = PageFrame(
        parts.yaml[: borders[0]],
        parts.yaml[borders[-1] :],
        updated_at(parsed.data, path, lambda _items: [STUB]),
    )
    page = Page(parts.head, frame, (), parts.tail, layout, is_cut=True, is_whole=is_whole)
    return page.with_others(slices)


def uncut_page(
    parts: FileParts,
    data: Value,
    layout: BlockLayout,
    syntax: Syntax = YAML,
    *,
    is_whole: bool = False,
) -> Page:
    """Return a page that is not cut into blocks, from its text and its data."""
    frame = PageFrame(parts.yaml, "", data)
    page = Page(parts.head, frame, (), parts.tail, layout, syntax=syntax, is_whole=is_whole)
    return page.with_others(())


def _list_blocks(page: Page) -> list[tuple[Path, Block]]:
    """Return the blocks of a page that is not cut, without the body, each with its path."""
    text, text_at = page.yaml, page.syntax.text_at
    return [
        (
            each.path,
            Block(
                new_id(),
                text_at(text, each.path or (each.key,)) if each.path or each.key else "",
                each.data,
                each.type,
            ),
        )
        for each in found_blocks(page.frame.data, page.layout)
    ]


def source_error(problem: ReadProblem, before: str) -> SourceError:
    """Return the error message for a problem in a text that follows other text."""
    line = before.count("\n") + problem.line + 1
    column = problem.column + 1
    return SourceError(
        f"Line {line}, column {column}: {problem}. Nothing was changed.", line, column
    )
