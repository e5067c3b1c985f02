"""A rich text as values: letters with marks, blocks of them, and their places in the source."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, NamedTuple

Attributes = tuple[tuple[str, str], ...]
"""Names and values, sorted by name."""

LINE_BREAK: Final = "hard_break"


class MarkValue(NamedTuple):
    """A mark as the editor knows it, for instance ``strong``, or ``link`` with its address."""

    type: str
    attributes: Attributes = ()


class Atom(NamedTuple):
    """Something in a line that is no letter: a picture, a line break, or what is left alone."""

    type: str
    attributes: Attributes = ()


class Letter(NamedTuple):
    """One character or atom with its marks."""

    text: str
    marks: frozenset[MarkValue] = frozenset()
    atom: Atom | None = None


@dataclass(frozen=True, eq=False)
class Mark:
    """One occurrence of a mark in the source: what stands before and behind the marked text."""

    shown: MarkValue
    open: str
    close: str


@dataclass(frozen=True, eq=False)
class PlacedLetter:
    """A letter in its place.

    Attributes:
        letter: What is shown.
        marks: The occurrences that it stands in, from the outermost to the innermost.
        source: The letter as it is written.
        soft: Whether it is a line break of the source that shows as a space.
        html: What is shown of an atom that is left alone.
    """

    letter: Letter
    marks: tuple[Mark, ...]
    source: str
    soft: bool = False
    html: str = ""


@dataclass(frozen=True)
class PlainBlock:
    """A block as it is meant, without a place.

    Attributes:
        type: The type of the editor's schema.
        attributes: What the block has besides its content.
        children: The blocks in it.
        letters: Its text, or None if it has blocks or nothing.
    """

    type: str
    attributes: Attributes = ()
    children: tuple[PlainBlock, ...] = ()
    letters: tuple[Letter, ...] | None = None


@dataclass(frozen=True, eq=False)
class SourceBlock:
    """A block in its place.

    Attributes:
        type: The type of the editor's schema.
        attributes: What the block has besides its content.
        start: Where it begins in the source, without what belongs to the blocks around it.
        end: Where it ends, without the line break.
        children: The blocks in it.
        units: Its text, or None if it has blocks or nothing.
        text: Start and end of its text in the source.
        marker: What begins it: the bullet with the space behind it, a fence, a heading's signs.
        inner: What lines of its children begin with, except those that begin with a marker.
        html: What is shown of a block that is left alone.
        tight: Whether the items of a list have no blank lines between them.
    """

    type: str
    attributes: Attributes
    start: int
    end: int
    children: tuple[SourceBlock, ...] = ()
    units: tuple[PlacedLetter, ...] | None = None
    text: tuple[int, int] = (0, 0)
    marker: str = ""
    inner: str = ""
    html: str = ""
    tight: bool = False


def node_of(block: SourceBlock) -> PlainBlock:
    """What a block says, without its place."""
    letters = None if block.units is None else tuple(unit.letter for unit in block.units)
    children = tuple(node_of(child) for child in block.children)
    return PlainBlock(block.type, block.attributes, children, letters)
