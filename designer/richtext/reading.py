"""Markdown as blocks and letters with their exact places in the source."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import pairwise, takewhile
from typing import Literal

from markdown_it.token import Token

from designer.errors import DesignerError
from designer.render.gfm import TASK
from designer.render.markdown import check, markdown
from designer.render.mdx import CannotBuild
from designer.render.spaces import keep_with_places
from designer.richtext.dialects import offer, parser
from designer.richtext.inline_writing import verbatim
from designer.richtext.lines import Lines, Odd
from designer.richtext.model import Atom, Block, Letter, Unit

_MARKER = re.compile(r"(?:[-+*]|\d{1,9}[.)])")
_FRAMES = {"bullet_list_open", "ordered_list_open", "list_item_open", "blockquote_open"}


class CannotEdit(DesignerError):
    """A rich text cannot be edited in place; its source can."""


@dataclass(frozen=True, eq=False)
class Document:
    """A rich text, read.

    Attributes:
        source: The Markdown.
        dialect: How it was read.
        blocks: What it says, block by block.
    """

    source: str
    dialect: str
    blocks: tuple[Block, ...]


@lru_cache(maxsize=256)
def read(source: str, dialect: str) -> Document:
    """Read a rich text.

    Raises:
        CannotEdit: The site cannot build this text, so there is nothing to edit on the page.
    """
    try:
        check(source, dialect)
        return Document(source, dialect, _Reader(source, dialect).blocks())
    except CannotBuild as reason:
        raise CannotEdit(
            f"The site cannot build this text: {reason}. It is kept as it is; mend its source in"
            " the inspector."
        ) from reason


@dataclass
class _Frame:
    """A block that holds others, while it is read.

    Attributes:
        kind: Whether its lines begin with a sign, or with the room of a marker.
        first: The line in which it begins.
        begin: The place behind its marker in that line.
        prefix: What its further lines begin with.
    """

    kind: Literal["quote", "item"]
    first: int
    begin: int
    prefix: str


@dataclass
class _Reader:
    """Reads the tokens of one document."""

    source: str
    dialect: str
    text: str = ""
    _places: list[int] = field(default_factory=list)
    _lines: list[int] = field(default_factory=list)
    _frames: list[_Frame] = field(default_factory=list)

    def blocks(self) -> tuple[Block, ...]:
        """The outermost blocks."""
        self.text, self._places = keep_with_places(self.source)
        self._lines = [0, *(match.end() for match in re.finditer("\n", self.text))]
        self._lines.append(len(self.text) + 1)
        tokens = parser(self.dialect).parse(self.text)
        found = self._read(tokens, 0, len(self._lines) - 1)
        return tuple(self._in_source(block) for block in found)

    # -- blocks; their places are those in ``text`` until the end ----------------------------------

    def _read(self, tokens: Sequence[Token], first: int, last: int) -> list[Block]:
        """The blocks of some tokens, and what else stands between two lines."""
        done, at = list[Block](), 0
        while at < len(tokens):
            end = _end(tokens, at)
            done.append(self._block(tokens[at : end + 1]))
            at = end + 1
        return self._with_hidden(done, first, last)

    def _block(self, tokens: Sequence[Token]) -> Block:
        try:
            return self._known(tokens)
        except Odd:
            return self._opaque(*_map(tokens[0]))

    def _known(self, tokens: Sequence[Token]) -> Block:
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
                start = self._start(first)
                return Block("horizontal_rule", (), start, self._line_end(first))
            case _:
                return self._opaque(first, last)

    def _textblock(self, kind: str, attributes: tuple[tuple[str, str], ...], token: Token) -> Block:
        first, _ = _map(token)
        places = self._content_places(token, first)
        units = self._units(token, places)
        start, end = places[0], places[-1]
        return Block(kind, attributes, start, end, units=units, text=(start, end))

    def _units(self, token: Token, places: list[int]) -> tuple[Unit, ...]:
        def slice_of(begin: int, end: int) -> str:
            return self._source(places[begin], places[end])

        lines = Lines(token.content, slice_of, flat=self.dialect == "g1")
        units = lines.units(token.children or [])
        if verbatim(units) != self._source(places[0], places[-1]):
            raise Odd
        frame = self._frames[-1] if self._frames else None
        if frame and frame.begin == places[0] and frame.kind == "item" and self.dialect != "g1":
            return self._with_task(units)
        return units

    def _with_task(self, units: tuple[Unit, ...]) -> tuple[Unit, ...]:
        """The mark of a task as one piece, which the second generation does not show."""
        plain = list(takewhile(lambda unit: unit.letter.text and not unit.marks, units))
        mark = TASK.match("".join(unit.letter.text for unit in plain))
        if mark is None:
            return units
        source = "".join(unit.source for unit in plain[: mark.end()])
        checked = " checked" if mark[1] in "xX" else ""
        html = "" if self.dialect == "g2" else f'<input type="checkbox" disabled{checked}> '
        atom = Atom("opaque_inline", (("source", source),))
        return (Unit(Letter("", atom=atom), (), source, html=html), *units[mark.end() :])

    def _heading(self, tokens: Sequence[Token]) -> Block:
        first, last = _map(tokens[0])
        level = (("level", tokens[0].tag[1:]),)
        if not tokens[0].markup.startswith("#"):
            block = self._textblock("heading", level, tokens[1])
            return replace(block, end=self._line_end(last - 1), marker=tokens[0].markup)
        start = self.text.index("#", self._lines[first])
        begin = start + len(tokens[0].markup)
        while self.text[begin : begin + 1] in {" ", "\t"}:
            begin += 1
        content = tokens[1].content
        if not self.text.startswith(content, begin):
            raise Odd
        places = list(range(begin, begin + len(content) + 1))
        units = self._units(tokens[1], places)
        return Block(
            "heading",
            level,
            start,
            max(self._line_end(first), places[-1]),
            units=units,
            text=(begin, places[-1]),
            marker=tokens[0].markup,
        )

    def _list(self, tokens: Sequence[Token]) -> Block:
        attributes: tuple[tuple[str, str], ...] = ()
        if tokens[0].type == "ordered_list_open" and offer(self.dialect).orders:
            attributes = (("order", str(tokens[0].attrs.get("start", 1))),)
        items, at = list[Block](), 1
        while at < len(tokens) - 1:
            end = _end(tokens, at)
            items.append(self._item(tokens[at : end + 1]))
            at = end + 1
        kind, level = tokens[0].type.removesuffix("_open"), tokens[0].level + 2
        inside = [t.hidden for t in tokens if t.type == "paragraph_open" and t.level == level]
        return Block(
            kind, attributes, items[0].start, items[-1].end, tuple(items), tight=all(inside)
        )

    def _item(self, tokens: Sequence[Token]) -> Block:
        first, last = _map(tokens[0])
        start = self._start(first)
        mark = _MARKER.match(self.text, start)
        if mark is None:
            raise Odd
        begin = mark.end()
        while self.text[begin : begin + 1] in {" ", "\t"}:
            begin += 1
        if begin >= self._line_end(first):
            begin = min(mark.end() + 1, self._line_end(first))
        outer = self._frames[-1].prefix if self._frames else ""
        room = start - self._column(first) + max(begin - start, mark.end() - start + 1)
        self._frames.append(_Frame("item", first, begin, outer + " " * room))
        children = self._read(tokens[1:-1], first, last)
        inner = self._frames.pop().prefix
        end = children[-1].end if children else mark.end()
        marker = self.text[start:begin]
        return Block("list_item", (), start, end, tuple(children), marker=marker, inner=inner)

    def _column(self, line: int) -> int:
        """Where the lines of the innermost open frame begin in a line."""
        return self._begin(line)

    def _quote(self, tokens: Sequence[Token]) -> Block:
        first, last = _map(tokens[0])
        start = self._start(first)
        begin = start + 1 + (self.text[start + 1 : start + 2] == " ")
        outer = self._frames[-1].prefix if self._frames else ""
        self._frames.append(_Frame("quote", first, begin, f"{outer}> "))
        children = self._read(tokens[1:-1], first, last)
        inner = self._frames.pop().prefix
        end = children[-1].end if children else start + 1
        return Block("blockquote", (), start, end, tuple(children), marker="> ", inner=inner)

    def _fence(self, token: Token) -> Block:
        first, last = _map(token)
        start = self.text.index(token.markup, self._lines[first])
        content = token.content.removesuffix("\n")
        closed = last - first >= 2 and self._begins(last - 1, token.markup)
        end = self._line_end(last - 1)
        if not token.content:
            return Block(
                "code_block", _info(token), start, end, units=(), text=(end, end),
                marker=token.markup,
            )  # fmt: skip
        places = list[int]()
        for offset, line in enumerate(content.split("\n"), first + 1):
            stop = self._lines[offset + 1] - 1
            if not self.text[self._lines[offset] : stop].endswith(line):
                raise Odd
            places += range(stop - len(line), stop + 1)
        if not closed and last - first - 1 != content.count("\n") + 1:
            end = places[-1]
        units = tuple(
            Unit(Letter(letter), (), self._source(places[at], places[at + 1]))
            for at, letter in enumerate(content)
        )
        if self.text[self._lines[first] : places[-1]].find("\u2055") >= 0:
            raise Odd
        return Block(
            "code_block", _info(token), start, max(end, places[-1]), units=units,
            text=(places[0], places[-1]), marker=token.markup,
        )  # fmt: skip

    def _begins(self, line: int, markup: str) -> bool:
        start = self._start(line)
        rest = self.text[start : self._line_end(line)]
        return rest.startswith(markup) and not rest.strip(markup[0])

    def _opaque(self, first: int, last: int) -> Block:
        """Lines that are shown, but left alone."""
        while last > first + 1 and not self._rest(last - 1).strip():
            last -= 1
        start, end = self._start(first), self._line_end(last - 1)
        source = self._source(start, end)
        plain = "\n".join(self._rest(line) for line in range(first, last))
        html = markdown(plain, self.dialect)
        return Block("opaque", (("source", source),), start, end, html=html)

    def _with_hidden(self, blocks: list[Block], first: int, last: int) -> list[Block]:
        """The blocks, and among them the lines that show nothing: definitions, code of modules."""
        taken = set[int]()
        for block in blocks:
            taken.update(range(self._line_of(block.start), self._line_of(block.end) + 1))
        hidden = list[int]()
        for line in range(first, last):
            if line not in taken and self._rest(line).strip():
                hidden.append(line)
        groups = list[list[int]]()
        for line in hidden:
            if groups and groups[-1][-1] == line - 1:
                groups[-1].append(line)
            else:
                groups.append([line])
        for group in groups:
            start, end = self._start(group[0]), self._line_end(group[-1])
            source = self._source(start, end)
            blocks.append(Block("opaque", (("source", source),), start, end))
        blocks.sort(key=lambda block: block.start)
        if any(one.end > other.start for one, other in pairwise(blocks)):
            raise Odd
        return blocks

    # -- places ------------------------------------------------------------------------------------

    def _line_of(self, place: int) -> int:
        low, high = 0, len(self._lines) - 1
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if self._lines[middle] <= place else (low, middle)
        return low

    def _line_end(self, line: int) -> int:
        """The end of a line, without white space."""
        start = self._lines[line]
        return start + len(self.text[start : self._lines[line + 1] - 1].rstrip(" \t"))

    def _begin(self, line: int) -> int:
        """The place in a line behind what belongs to the open frames."""
        at, stop = self._lines[line], self._lines[line + 1] - 1
        for frame in self._frames:
            if frame.first == line:
                at = frame.begin
            elif frame.kind == "quote":
                signed = at + len(self.text[at:stop]) - len(self.text[at:stop].lstrip(" \t"))
                if self.text.startswith(">", signed):
                    at = signed + 1
                    at += self.text[at : at + 1] == " "
            else:
                room = len(frame.prefix) - (
                    frame.prefix.rfind(">") + 2 if ">" in frame.prefix else 0
                )
                white = len(self.text[at:stop]) - len(self.text[at:stop].lstrip(" \t"))
                at += min(room, white)
        return min(at, stop) if stop >= self._lines[line] else at

    def _start(self, line: int) -> int:
        """The first letter of a block that begins in a line."""
        at = self._begin(line)
        while self.text[at : at + 1] in {" ", "\t"}:
            at += 1
        return at

    def _rest(self, line: int) -> str:
        return self.text[self._begin(line) : max(self._line_end(line), self._begin(line))]

    def _content_places(self, token: Token, first: int) -> list[int]:
        """The place of every character of a text, and its end."""
        places = list[int]()
        for line, content in enumerate(token.content.split("\n"), first):
            stop = self._lines[line + 1] - 1
            whole = self.text[self._lines[line] : stop]
            bare = content.lstrip(" \t")
            if whole.endswith(bare):
                end = stop
            elif whole.rstrip(" \t").endswith(bare):
                end = self._line_end(line)
            else:
                raise Odd
            begin = end - len(bare)
            places += [max(begin, self._lines[line])] * (len(content) - len(bare))
            places += range(begin, end + 1)
        return places

    def _source(self, start: int, end: int) -> str:
        return self.source[self._places[start] : self._places[end]]

    def _in_source(self, block: Block) -> Block:
        """A block with its places in the source."""
        start, end = block.text
        return replace(
            block,
            start=self._places[block.start],
            end=self._places[block.end],
            text=(self._places[start], self._places[end]),
            children=tuple(self._in_source(child) for child in block.children),
        )


def _map(token: Token) -> tuple[int, int]:
    if token.map is None:
        raise Odd
    return token.map[0], token.map[1]


def _end(tokens: Sequence[Token], at: int) -> int:
    """The place of the token that ends the block which begins at ``at``."""
    depth = 0
    for place in range(at, len(tokens)):
        depth += tokens[place].nesting
        if depth == 0:
            return place
    raise Odd


def _info(token: Token) -> tuple[tuple[str, str], ...]:
    return (("params", token.info.strip()),)
