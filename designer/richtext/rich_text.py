"""Rich text as values: letters with marks, blocks of letters, and their source positions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, NamedTuple

Attributes = tuple[tuple[str, str], ...]
"""Names and values, sorted by name."""

LINE_BREAK: Final = "hard_break"


class MarkValue(NamedTuple):
    """A mark of the editor's schema, e.g. ``strong``, or ``link`` with its address."""

    type: str
    attributes: Attributes = ()


class Atom(NamedTuple):
    """An inline node that is not a character: an image, a line break or a read-only node."""

    type: str
    attributes: Attributes = ()


class Letter(NamedTuple):
    """One character or atom with its marks."""

    text: str
    marks: frozenset[MarkValue] = frozenset()
    atom: Atom | None = None


@dataclass(frozen=True, eq=False)
class Mark:
    """One occurrence of a mark in the source, with its opening and closing delimiters."""

    shown: MarkValue
    open: str
    close: str


@dataclass(frozen=True, eq=False)
class PlacedLetter:
    """A letter with its source.

    Attributes:
        letter: The visible letter.
        marks: The enclosing mark occurrences, from the outermost to the innermost.
        source: The letter as written.
        soft: Whether the letter is a line break of the source that renders as a space.
        html: The HTML that shows a read-only atom.
    """

    letter: Letter
    marks: tuple[Mark, ...]
    source: str
    soft: bool = False
    html: str = ""


@dataclass(frozen=True)
class PlainBlock:
    """A block without source positions.

    Attributes:
        type: The node type of the editor's schema.
        attributes: The attributes of the node.
        children: The child blocks.
        letters: The text; None for a block with child blocks or without content.
    """

    type: str
    attributes: Attributes = ()
    children: tuple[PlainBlock, ...] = ()
    letters: tuple[Letter, ...] | None = None


@dataclass(frozen=True, eq=False)
class SourceBlock:
    """A block with source positions.

    Attributes:
        type: The node type of the editor's schema.
        attributes: The attributes of the node.
        start: The offset of its start, after the prefix of the enclosing blocks.
        end: The offset of its end, before the line ending.
        children: The child blocks.
        units: The text; None for a block with child blocks or without content.
        text: The start and end offsets of the text.
        marker: The opening marker: a bullet with its space, a code fence, the ``#`` of a heading.
        inner: The line prefix of its children, on lines without a marker.
        html: The HTML that shows a read-only block.
        tight: Whether a list has no blank lines between its items.
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
    """Return a block without its source positions."""
    letters = None if block.units is None else tuple(unit.letter for unit in block.units)
    children = tuple(node_of(child) for child in block.children)
    return PlainBlock(block.type, block.attributes, children, letters)
