"""Reads Markdown as blocks and letters with exact source positions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise, takewhile

from markdown_it.token import Token

from designer.errors import DesignerError
from designer.markdown import Dialect, check, markdown
from designer.markdown.gfm import TASK
from designer.markdown.mdx import CannotBuild
from designer.richtext.inline_reader import (
    AmbiguousSource,
    InlineReader,
    ParsedPiece,
    with_kept_spaces,
)
from designer.richtext.inline_writer import verbatim
from designer.richtext.positioned_parser import parser
from designer.richtext.rich_text import Atom, Letter, PlacedLetter, SourceBlock
from designer.richtext.source_lines import Container, SourceLines

_MARKER = re.compile(r"(?:[-+*]|\d{1,9}[.)])")


class CannotEdit(DesignerError):
    """A rich text cannot be edited on the page; only its source can be edited."""


@dataclass(frozen=True, eq=False)
class RichText:
    """A parsed rich text.

    Attributes:
        source: The Markdown.
        dialect: The dialect of the source.
        blocks: The top-level blocks.
    """

    source: str
    dialect: Dialect
    blocks: tuple[SourceBlock, ...]


@lru_cache(maxsize=8)
def read(source: str, dialect: Dialect) -> RichText:
    """Parse a rich text.

    Raises:
        CannotEdit: The site cannot build this text, so it cannot be edited on the page.
    """
    try:
        check(source, dialect)
        return RichText(source, dialect, _TokenReader(source, dialect).blocks())
    except CannotBuild as reason:
        raise CannotEdit(
            f"The site cannot build this text: {reason}. It is kept as it is; mend its source in"
            " the inspector."
        ) from reason


class _TokenReader:
    """Reads the tokens of one document."""

    def __init__(self, source: str, dialect: Dialect) -> None:
        self._dialect = dialect
        self._places = SourceLines(source)
        self._text = self._places.text

    def blocks(self) -> tuple[SourceBlock, ...]:
        """Return the top-level blocks."""
        tokens = parser(self._dialect).parse(self._text)
        found = self._read(tokens, 0, self._places.line_count)
        return tuple(self._to_source(block) for block in found)

    # -- blocks; positions are offsets in ``text`` until ``_to_source`` ----------------------------

    def _read(self, tokens: Sequence[Token], first: int, last: int) -> list[SourceBlock]:
        """Return the blocks of some tokens, and the invisible lines between two line numbers."""
        done, at = list[SourceBlock](), 0
        while at < len(tokens):
            end = _end(tokens, at)
            done.append(self._block(tokens[at : end + 1]))
            at = end + 1
        return self._with_invisible(done, first, last)

    def _block(self, tokens: Sequence[Token]) -> SourceBlock:
        try:
            return self._editable_block(tokens)
        except AmbiguousSource:
            return self._opaque(*_map(tokens[0]))

    def _editable_block(self, tokens: Sequence[Token]) -> SourceBlock:
        token = tokens[0]
        first, last = _map(token)
        match token.type:
            case "paragraph_open":
                return self._textblock("paragraph", (), tokens[1])
            case "heading_open":
                return self._heading(tokens)
            case "bullet_list_open" | "ordered_list_open":
                return self._list(tokens)
            case "blockquote_open":
                return self._quote(tokens)
            case "fence":
                return self._fence(token)
            case "hr":
                start = self._places.start(first)
                return SourceBlock("horizontal_rule", (), start, self._places.line_end(first))
            case _:
                return self._opaque(first, last)

    def _textblock(
        self, kind: str, attributes: tuple[tuple[str, str], ...], token: Token
    ) -> SourceBlock:
        first, _ = _map(token)
        places = self._places.content_offsets(token.content, first)
        units = self._units(token, places)
        start, end = places[0], places[-1]
        return SourceBlock(kind, attributes, start, end, units=units, text=(start, end))

    def _units(self, token: Token, places: list[int]) -> tuple[PlacedLetter, ...]:
        def slice_of(begin: int, end: int) -> str:
            return self._places.source(places[begin], places[end])

        lines = InlineReader(token.content, slice_of, flat=self._dialect.flat_marks)
        units = lines.units(token.children or [])
        if verbatim(units) != self._places.source(places[0], places[-1]):
            raise AmbiguousSource
        frame = self._places.containers[-1] if self._places.containers else None
        if (
            frame
            and frame.begin == places[0]
            and frame.kind == "item"
            and self._dialect.tasks != "text"
        ):
            return self._with_task(units)
        return units

    def _with_task(self, units: tuple[PlacedLetter, ...]) -> tuple[PlacedLetter, ...]:
        """Replace the ``[x]`` of a task by one inline node, which some dialects hide."""
        plain = list(takewhile(lambda unit: unit.letter.text and not unit.marks, units))
        mark = TASK.match("".join(unit.letter.text for unit in plain))
        if mark is None:
            return units
        source = "".join(unit.source for unit in plain[: mark.end()])
        checked = " checked" if mark[1] in "xX" else ""
        html = (
            "" if self._dialect.tasks == "hidden" else f'<input type="checkbox" disabled{checked}> '
        )
        atom = Atom("opaque_inline", (("source", source),))
        return (PlacedLetter(Letter("", atom=atom), (), source, html=html), *units[mark.end() :])

    def _heading(self, tokens: Sequence[Token]) -> SourceBlock:
        first, last = _map(tokens[0])
        level = (("level", tokens[0].tag[1:]),)
        if not tokens[0].markup.startswith("#"):
            block = self._textblock("heading", level, tokens[1])
            return replace(block, end=self._places.line_end(last - 1), marker=tokens[0].markup)
        start = self._text.index("#", self._places.line_start(first))
        begin = self._places.skip_white(start + len(tokens[0].markup))
        content = tokens[1].content
        if not self._text.startswith(content, begin):
            raise AmbiguousSource
        places = list(range(begin, begin + len(content) + 1))
        units = self._units(tokens[1], places)
        return SourceBlock(
            "heading",
            level,
            start,
            max(self._places.line_end(first), places[-1]),
            units=units,
            text=(begin, places[-1]),
            marker=tokens[0].markup,
        )

    def _list(self, tokens: Sequence[Token]) -> SourceBlock:
        attributes: tuple[tuple[str, str], ...] = ()
        if tokens[0].type == "ordered_list_open" and self._dialect.schema.orders:
            attributes = (("order", str(tokens[0].attrs.get("start", 1))),)
        items, at = list[SourceBlock](), 1
        while at < len(tokens) - 1:
            end = _end(tokens, at)
            items.append(self._item(tokens[at : end + 1]))
            at = end + 1
        kind, level = tokens[0].type.removesuffix("_open"), tokens[0].level + 2
        inside = [t.hidden for t in tokens if t.type == "paragraph_open" and t.level == level]
        return SourceBlock(
            kind, attributes, items[0].start, items[-1].end, tuple(items), tight=all(inside)
        )

    def _item(self, tokens: Sequence[Token]) -> SourceBlock:
        first, last = _map(tokens[0])
        start = self._places.start(first)
        mark = _MARKER.match(self._text, start)
        if mark is None:
            raise AmbiguousSource
        begin = self._places.skip_white(mark.end())
        if begin >= self._places.line_end(first):
            begin = min(mark.end() + 1, self._places.line_end(first))
        room = start - self._places.begin(first) + max(begin - start, mark.end() - start + 1)
        self._places.containers.append(
            Container("item", first, begin, self._places.prefix + " " * room)
        )
        children = self._read(tokens[1:-1], first, last)
        inner = self._places.containers.pop().prefix
        end = children[-1].end if children else mark.end()
        marker = self._text[start:begin]
        return SourceBlock("list_item", (), start, end, tuple(children), marker=marker, inner=inner)

    def _quote(self, tokens: Sequence[Token]) -> SourceBlock:
        first, last = _map(tokens[0])
        start = self._places.start(first)
        begin = start + 1 + (self._text[start + 1 : start + 2] == " ")
        self._places.containers.append(Container("quote", first, begin, f"{self._places.prefix}> "))
        children = self._read(tokens[1:-1], first, last)
        inner = self._places.containers.pop().prefix
        end = children[-1].end if children else start + 1
        return SourceBlock("blockquote", (), start, end, tuple(children), marker="> ", inner=inner)

    def _fence(self, token: Token) -> SourceBlock:
        first, last = _map(token)
        start = self._text.index(token.markup, self._places.line_start(first))
        content = token.content.removesuffix("\n")
        closed = last - first >= 2 and self._begins(last - 1, token.markup)
        end = self._places.line_end(last - 1)
        if not token.content:
            return SourceBlock(
                "code_block", _info(token), start, end, units=(), text=(end, end),
                marker=token.markup,
            )  # fmt: skip
        places = list[int]()
        for offset, line in enumerate(content.split("\n"), first + 1):
            stop = self._places.line_stop(offset)
            if not self._text[self._places.line_start(offset) : stop].endswith(line):
                raise AmbiguousSource
            places += range(stop - len(line), stop + 1)
        if not closed and last - first - 1 != content.count("\n") + 1:
            end = places[-1]
        pieces: list[ParsedPiece] = [
            (letter, (), places[at], places[at + 1], None, False, "")
            for at, letter in enumerate(content)
        ]
        units = tuple(
            PlacedLetter(Letter(piece[0]), (), self._places.source(piece[2], piece[3]))
            for piece in with_kept_spaces(pieces)
        )
        return SourceBlock(
            "code_block", _info(token), start, max(end, places[-1]), units=units,
            text=(places[0], places[-1]), marker=token.markup,
        )  # fmt: skip

    def _begins(self, line: int, markup: str) -> bool:
        start = self._places.start(line)
        rest = self._text[start : self._places.line_end(line)]
        return rest.startswith(markup) and not rest.strip(markup[0])

    def _opaque(self, first: int, last: int) -> SourceBlock:
        """Return a read-only block for lines that are shown but not editable."""
        while last > first + 1 and not self._places.line_content(last - 1).strip():
            last -= 1
        start, end = self._places.start(first), self._places.line_end(last - 1)
        source = self._places.source(start, end)
        plain = "\n".join(self._places.line_content(line) for line in range(first, last))
        html = markdown(plain, self._dialect)
        return SourceBlock("opaque", (("source", source),), start, end, html=html)

    def _with_invisible(
        self, blocks: list[SourceBlock], first: int, last: int
    ) -> list[SourceBlock]:
        """Add read-only blocks for lines that render nothing: link definitions and module code."""
        taken = set[int]()
        for block in blocks:
            taken.update(
                range(self._places.line_of(block.start), self._places.line_of(block.end) + 1)
            )
        hidden = list[int]()
        for line in range(first, last):
            if line not in taken and self._places.line_content(line).strip():
                hidden.append(line)
        groups = list[list[int]]()
        for line in hidden:
            if groups and groups[-1][-1] == line - 1:
                groups[-1].append(line)
            else:
                groups.append([line])
        for group in groups:
            start, end = self._places.start(group[0]), self._places.line_end(group[-1])
            source = self._places.source(start, end)
            blocks.append(SourceBlock("opaque", (("source", source),), start, end))
        blocks.sort(key=lambda block: block.start)
        if any(one.end > other.start for one, other in pairwise(blocks)):
            raise AmbiguousSource
        return blocks

    def _to_source(self, block: SourceBlock) -> SourceBlock:
        """Convert the offsets of a block from the parsed text to the source."""
        start, end = block.text
        return replace(
            block,
            start=self._places.to_source(block.start),
            end=self._places.to_source(block.end),
            text=(self._places.to_source(start), self._places.to_source(end)),
            children=tuple(self._to_source(child) for child in block.children),
        )


def _map(token: Token) -> tuple[int, int]:
    if token.map is None:
        raise AmbiguousSource
    return token.map[0], token.map[1]


def _end(tokens: Sequence[Token], at: int) -> int:
    """Return the index of the token that closes the block opened at ``at``."""
    depth = 0
    for place in range(at, len(tokens)):
        depth += tokens[place].nesting
        if depth == 0:
            return place
    raise AmbiguousSource


def _info(token: Token) -> tuple[tuple[str, str], ...]:
    return (("params", token.info.strip()),)
