"""A page as an immutable value: its exact text, cut into its blocks and what is around them."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from typing_extensions import override

from designer.document.reading import fence, json_reader, other_front_matter, spans, yaml_reader
from designer.document.reading.block_slices import cut
from designer.document.reading.fence import FileParts
from designer.document.reading.parse_errors import ReadProblem
from designer.document.reading.spans import SpanNode
from designer.document.values import Value
from designer.errors import SourceError

_ids = itertools.count(1)

STUB: Final = "stub"
"""Stands for all blocks where the rest of a page is read without them."""


def new_id() -> int:
    """An id that no block has had in this session."""
    return next(_ids)


@dataclass(frozen=True, eq=False)
class Block:
    """An item of a page's list of blocks.

    Attributes:
        id: Its name for this session; it survives edits and moves.
        source: Its exact text in the file, with its comments and the blank lines below it. Of a
            page that is not cut into blocks, its item's text.
        data: What it means.
        earlier: Texts that it had before, each with its meaning.
    """

    id: int
    source: str
    data: Value
    earlier: tuple[tuple[str, Value], ...] = field(default=(), repr=False)


@dataclass(frozen=True, eq=False)
class PageFrame:
    """What is around a page's blocks: the rest of the front matter, or all of it.

    Attributes:
        before: The text above the first block.
        after: The text below the last one.
        data: What both mean; in the place of the blocks stands a list with the stub.
        earlier: Texts (above and below) that were there before, with their meaning.
    """

    before: str
    after: str
    data: Value
    earlier: tuple[tuple[str, str, Value], ...] = field(default=(), repr=False)


@dataclass(frozen=True)
class RemovedBlock:
    """A block that was taken out of a page; put in at the same place it is the same block again.

    Attributes:
        block: The block as it was.
        above: The id of the block above it; None of the first one.
        had: The blank lines and loose comments between the two.
        left: Those that were left there: what now stands below the one above, or of the first
            block's at the end of what is above all blocks.
    """

    block: Block
    above: int | None
    had: str
    left: str


@dataclass(frozen=True, eq=False, repr=False)
class Page:
    """A page, or a JSON document: its text, and what it means. It never changes.

    Attributes:
        head: Byte order mark and opening fence.
        frame: What is around the blocks.
        blocks: The blocks. Of a JSON document: none.
        tail: The closing fence and all that is below it.
        list_key: The key of the root mapping that holds the blocks.
        is_cut: True when the blocks are pieces of the text; otherwise ``frame`` holds all of it.
        is_json: True for a JSON document.
        read_only: Why the page cannot be changed, as a sentence; None when it can.
        gone: The blocks that were taken out last.
    """

    head: str
    frame: PageFrame
    blocks: tuple[Block, ...]
    tail: str
    list_key: str = "blocks"
    is_cut: bool = False
    is_json: bool = False
    read_only: str | None = None
    gone: tuple[RemovedBlock, ...] = ()

    @classmethod
    def from_bytes(cls, data: bytes, list_key: str = "blocks") -> Page:
        """Read a Markdown file with front matter, or a JSON document.

        Raises:
            SourceError: It cannot be read; the sentence says why and where.
        """
        text = fence.decode(data)
        bare = text.removeprefix(fence.BOM)
        if bare.lstrip()[:1] in ("{", "["):
            page = _json_page(text, list_key)
            if page is not None:
                return page
        if other_front_matter.is_other(bare):
            front = other_front_matter.read(bare)
            frame = PageFrame(text, "", front.data)
            blocks = views(front.data, list_key, "")
            return cls("", frame, blocks, "", list_key, read_only=front.sentence)
        parts = fence.split(text)
        try:
            return from_parts(parts, list_key)
        except ReadProblem as problem:
            raise source_error(problem, parts.head) from problem

    @override
    def __repr__(self) -> str:
        return f"<Page with {len(self.blocks)} blocks>"

    @cached_property
    def data(self) -> Value:
        """The front matter as plain Python, with the meaning that js-yaml gives it.

        Usually a mapping; a list or a scalar when the front matter is one. Not to be changed.
        """
        if not self.is_cut:
            return self.frame.data
        return {**self.frame.data, self.list_key: [block.data for block in self.blocks]}

    @property
    def yaml(self) -> str:
        """The front matter's text (of a JSON document: all of it)."""
        middle = "".join([block.source for block in self.blocks]) if self.is_cut else ""
        return self.frame.before + middle + self.frame.after

    @cached_property
    def by_id(self) -> dict[int, Block]:
        """The blocks by their ids."""
        return {block.id: block for block in self.blocks}

    @cached_property
    def text(self) -> str:
        """The whole text of the file."""
        if self.is_json or self.read_only:
            return self.head + self.yaml
        return fence.join(FileParts(self.head, self.yaml, self.tail))

    @property
    def below(self) -> str:
        """The text below the last block of a page that is cut: more keys, the fence, the body."""
        last = self.blocks[-1].source
        return fence.join(FileParts("", last + self.frame.after, self.tail))[len(last) :]

    def to_bytes(self) -> bytes:
        """What a save writes; of an unchanged page exactly what was read."""
        return self.text.encode("utf-8")


def from_parts(parts: FileParts, list_key: str) -> Page:
    """The page of a text that is split already.

    Raises:
        ReadProblem: The YAML cannot be read.
    """
    found = yaml_reader.load(parts.yaml, watch=list_key)
    borders = cut(parts.yaml, found, list_key)
    if borders is None:
        frame = PageFrame(parts.yaml, "", found.data)
        return Page(
            parts.head, frame, views(found.data, list_key, parts.yaml), parts.tail, list_key
        )
    items = found.data[list_key]
    blocks = tuple(
        Block(new_id(), parts.yaml[start:end], item)
        for start, end, item in zip(borders, borders[1:], items, strict=False)
    )
    frame = PageFrame(
        parts.yaml[: borders[0]], parts.yaml[borders[-1] :], {**found.data, list_key: [STUB]}
    )
    return Page(parts.head, frame, blocks, parts.tail, list_key, is_cut=True)


def views(data: Value, list_key: str, yaml: str) -> tuple[Block, ...]:
    """The blocks of a page that is not cut: each shows its item's text."""
    items = data.get(list_key) if isinstance(data, dict) else None
    if not isinstance(items, list):
        return ()
    sources = _sources(yaml, spans.tree(yaml), list_key) if yaml else []
    sources = sources if len(sources) == len(items) else [""] * len(items)
    return tuple(Block(new_id(), source, item) for source, item in zip(sources, items, strict=True))


def _sources(yaml: str, root: SpanNode, list_key: str) -> list[str]:
    """The texts of the items of a list in the root mapping."""
    lists = [entry.node for entry in root.entries if entry.name == list_key]
    return [yaml[entry.start : entry.end] for node in lists for entry in node.entries]


def _json_page(text: str, list_key: str) -> Page | None:
    """The page of a JSON document; None when JSON is only its front matter."""
    bare = text.removeprefix(fence.BOM)
    head = text[: len(text) - len(bare)]
    try:
        return Page(
            head, PageFrame(bare, "", json_reader.load(bare)), (), "", list_key, is_json=True
        )
    except ReadProblem as problem:
        end = json_reader.end_of_object(bare)
        if end and bare[end:].strip():
            return None
        raise source_error(problem, "") from problem


def source_error(problem: ReadProblem, before: str) -> SourceError:
    """The error for a person: a problem in a text with other text before it."""
    line = before.count("\n") + problem.line + 1
    column = problem.column + 1
    return SourceError(
        f"Line {line}, column {column}: {problem}. Nothing was changed.", line, column
    )
