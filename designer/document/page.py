"""A page as an immutable value: its exact text, cut into blocks and the text around them."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from typing_extensions import override

from designer.document.reading import fence, front_matter, yaml_reader
from designer.document.reading.block_slices import cut
from designer.document.reading.fence import FileParts
from designer.document.reading.parse_errors import ReadProblem
from designer.document.reading.syntax import YAML, Syntax
from designer.document.values import Value
from designer.errors import SourceError

_ids = itertools.count(1)

STUB: Final = "stub"
"""The value that stands for all blocks when the rest of a page is parsed without them."""


def new_id() -> int:
    """Return an id that no block has had in this session."""
    return next(_ids)


@dataclass(frozen=True, eq=False)
class Block:
    """An item of a page's list of blocks.

    Attributes:
        id: The identity for this session; it survives edits and moves.
        source: The exact text in the file, with its comments and the blank lines below it. In a
            page that is not cut into blocks, the text of the item.
        data: The parsed value.
        earlier: The earlier texts with their data.
    """

    id: int
    source: str
    data: Value
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
        head: Byte order mark and opening fence.
        frame: The text around the blocks.
        blocks: The blocks.
        tail: The closing fence and everything below it.
        list_key: The key of the root mapping that holds the blocks.
        is_cut: Whether the blocks are slices of the text (only in YAML); otherwise ``frame`` holds
            all of it.
        syntax: The syntax of the front matter.
        removed: The blocks that were removed last.
    """

    head: str
    frame: PageFrame
    blocks: tuple[Block, ...]
    tail: str
    list_key: str = "blocks"
    is_cut: bool = False
    syntax: Syntax = YAML
    removed: tuple[RemovedBlock, ...] = ()

    @classmethod
    def from_bytes(cls, data: bytes, list_key: str = "blocks", name: str = "") -> Page:
        """Parse a file with front matter in YAML, TOML or JSON, or a whole file of data.

        Args:
            data: The bytes of the file.
            list_key: The key of the list of blocks.
            name: The name of the file; the ending of whole TOML and JSON files tells their syntax.

        Raises:
            SourceError: The file cannot be parsed; the message says why and where.
        """
        syntax, parts = front_matter.split(fence.decode(data), name)
        try:
            return from_parts(parts, list_key, syntax)
        except ReadProblem as problem:
            raise source_error(problem, parts.head) from problem

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
        return {**self.frame.data, self.list_key: [block.data for block in self.blocks]}

    @property
    def yaml(self) -> str:
        """The text of the front matter (of a whole file of data: all of it), in any syntax."""
        middle = "".join([block.source for block in self.blocks]) if self.is_cut else ""
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
        last = self.blocks[-1].source
        return fence.join(FileParts("", last + self.frame.after, self.tail))[len(last) :]

    def to_bytes(self) -> bytes:
        """Return the bytes of a save; of an unchanged page exactly the bytes that were read."""
        return self.text.encode("utf-8")


def from_parts(parts: FileParts, list_key: str, syntax: Syntax = YAML) -> Page:
    """Return the page of a text that is already split.

    Raises:
        ReadProblem: The front matter cannot be parsed.
    """
    if syntax is not YAML:
        return uncut_page(parts, syntax.load(parts.yaml), list_key, syntax)
    parsed = yaml_reader.load(parts.yaml, watch=list_key)
    borders = cut(parts.yaml, parsed, list_key)
    if borders is None:
        return uncut_page(parts, parsed.data, list_key)
    items = parsed.data[list_key]
    blocks = tuple(
        Block(new_id(), parts.yaml[start:end], item)
        for start, end, item in zip(borders, borders[1:], items, strict=False)
    )
    frame = PageFrame(
        parts.yaml[: borders[0]], parts.yaml[borders[-1] :], {**parsed.data, list_key: [STUB]}
    )
    return Page(parts.head, frame, blocks, parts.tail, list_key, is_cut=True)


def uncut_page(parts: FileParts, data: Value, list_key: str, syntax: Syntax = YAML) -> Page:
    """Return a page that is not cut into blocks, from its text and its data."""
    blocks = uncut_blocks(data, list_key, parts.yaml, syntax)
    frame = PageFrame(parts.yaml, "", data)
    return Page(parts.head, frame, blocks, parts.tail, list_key, syntax=syntax)


def uncut_blocks(data: Value, list_key: str, text: str, syntax: Syntax) -> tuple[Block, ...]:
    """Return the blocks of a page that is not cut; each has the text of its item."""
    items = data.get(list_key) if isinstance(data, dict) else None
    if not isinstance(items, list):
        return ()
    return tuple(
        Block(new_id(), syntax.text_at(text, (list_key, index)), item)
        for index, item in enumerate(items)
    )


def source_error(problem: ReadProblem, before: str) -> SourceError:
    """Return the error message for a problem in a text that follows other text."""
    line = before.count("\n") + problem.line + 1
    column = problem.column + 1
    return SourceError(
        f"Line {line}, column {column}: {problem}. Nothing was changed.", line, column
    )
