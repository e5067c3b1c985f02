"""Converts the inline tokens of one block to letters with source positions."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from markdown_it.token import Token
from markupsafe import escape

from designer.markdown.mdx import DROPPED_REFERENCE
from designer.markdown.odd_whitespace import PLACEHOLDER, kept_space
from designer.richtext.rich_text import LINE_BREAK, Atom, Letter, Mark, MarkValue, PlacedLetter
from designer.richtext.source_positions import PIECES, SPAN


class AmbiguousSource(Exception):
    """The letters of a text cannot be mapped to its source unambiguously; it becomes read-only."""


_MARKS = {"strong_open": "strong", "em_open": "em", "s_open": "strike"}
_CLOSERS = {"strong_close", "em_close", "s_close", "link_close"}

ParsedPiece = tuple[str, tuple[Mark, ...], int, int, Atom | None, bool, str]


class InlineReader:
    """Reads the inline tokens of one text.

    Args:
        content: The parsed text.
        slice_of: Returns the source between two offsets of the text.
        flat: Whether the site flattens nested marks (``g1``).
    """

    def __init__(self, content: str, slice_of: Callable[[int, int], str], *, flat: bool) -> None:
        self._content = content
        self._slice = slice_of
        self._flat = flat
        self._marks: list[Mark] = []
        self._pieces: list[ParsedPiece] = []

    def units(self, tokens: Sequence[Token]) -> tuple[PlacedLetter, ...]:
        """Return the letters of the tokens.

        Raises:
            AmbiguousSource: The letters cannot be mapped to the source.
        """
        at = 0
        while at < len(tokens):
            at = self._read(tokens, at)
        pieces = with_kept_spaces(self._pieces)
        shown = {piece[1]: self._shown(piece[1]) for piece in pieces}
        return tuple(self._unit(piece, shown[piece[1]]) for piece in pieces)

    def _read(self, tokens: Sequence[Token], at: int) -> int:
        """Read one token, or a group of tokens; returns the index of the next one."""
        token = tokens[at]
        match token.type:
            case "text" | "text_special":
                self._text(token)
            case "softbreak":
                self._break(token, None)
            case "hardbreak":
                self._break(token, Atom("opaque_inline") if self._flat else Atom(LINE_BREAK))
            case "code_inline":
                self._code(token)
            case "link_open" if _is_invisible_link(tokens, at):
                end = _closing(tokens, at)
                self._add_read_only(token.meta[SPAN][0], tokens[end].meta[SPAN][1], html="")
                return end + 1
            case "link_open" | "strong_open" | "em_open" | "s_open":
                self._open(tokens, at)
            case "autolink" | "element" | "image" | "expression":
                self._atom(token)
            case closer if closer in _CLOSERS:
                self._marks.pop()
            case _:
                raise AmbiguousSource
        return at + 1

    def _text(self, token: Token) -> None:
        if token.type == "text_special" and len(token.content) == 1:
            self._add(token.content, *token.meta[SPAN])
            return
        if token.type == "text_special" and token.content != token.markup:
            raise AmbiguousSource  # one entity that stands for two characters
        pieces = token.meta.get(PIECES)
        if pieces is None:
            pieces = [(token.content, token.meta[SPAN][0])]
        for text, start in pieces:
            for offset, letter in enumerate(text):
                self._add(letter, start + offset, start + offset + 1)

    def _break(self, token: Token, atom: Atom | None) -> None:
        start = self._pieces[-1][3] if self._pieces else token.meta[SPAN][0]
        before = self._content[start : token.meta[SPAN][0]]
        if before.strip(" "):  # a delimiter of a mark lies between the last letter and the break
            start = token.meta[SPAN][0] - (len(before) - len(before.rstrip(" ")))
        end = token.meta[SPAN][1]
        self._add("" if atom else " ", start, end, atom, soft=atom is None)

    def _code(self, token: Token) -> None:
        start, end = token.meta[SPAN]
        ticks = len(token.markup)
        inside = self._content[start + ticks : end - ticks]
        spare = (len(inside) - len(token.content)) // 2
        mark = Mark(
            MarkValue("code"),
            self._slice(start, start + ticks + spare),
            self._slice(end - ticks - spare, end),
        )
        if not token.content:
            raise AmbiguousSource
        self._marks.append(mark)
        for offset, letter in enumerate(token.content, start + ticks + spare):
            self._add(letter, offset, offset + 1, soft=self._content[offset] == "\n")
        self._marks.pop()

    def _open(self, tokens: Sequence[Token], at: int) -> None:
        token, closer = tokens[at], tokens[_closing(tokens, at)]
        (start, start_end), (end_start, end) = token.meta[SPAN], closer.meta[SPAN]
        if token.type == "strong_open":  # the second ``*`` is an empty text token before it
            start, end = start - 1, end + 1
        if token.type == "link_open":
            attributes = {name: token.attrs.get(name, "") for name in ("href", "title")}
            shown = MarkValue("link", tuple(sorted(_as_strings(attributes).items())))
        else:
            shown = MarkValue(_MARKS[token.type])
        self._marks.append(Mark(shown, self._slice(start, start_end), self._slice(end_start, end)))

    def _atom(self, token: Token) -> None:
        """Add an image, or a read-only atom."""
        start, end = token.meta[SPAN]
        html = ""
        match token.type:
            case "image" if token.attrs["src"] != DROPPED_REFERENCE:
                attributes = _as_strings({"src": token.attrs["src"], "alt": token.content})
                attributes["title"] = str(token.attrs.get("title", ""))
                self._add("", start, end, Atom("image", tuple(sorted(attributes.items()))))
                return
            case "element":
                html = str(escape(token.content))
            case "autolink":
                html = f"<a>{escape(self._content[start + 1 : end - 1])}</a>"
        self._add_read_only(start, end, html)

    def _add_read_only(self, start: int, end: int, html: str) -> None:
        """Add a read-only atom, which keeps its source."""
        self._add("", start, end, Atom("opaque_inline"), html=html)

    def _add(
        self,
        text: str,
        start: int,
        end: int,
        atom: Atom | None = None,
        *,
        soft: bool = False,
        html: str = "",
    ) -> None:
        if atom == Atom("opaque_inline"):
            atom = Atom("opaque_inline", (("source", self._slice(start, end)),))
        self._pieces.append((text, tuple(self._marks), start, end, atom, soft, html))

    def _shown(self, marks: tuple[Mark, ...]) -> frozenset[MarkValue]:
        return self._flattened(marks) if self._flat else frozenset(mark.shown for mark in marks)

    def _unit(self, piece: ParsedPiece, shown: frozenset[MarkValue]) -> PlacedLetter:
        text, marks, start, end, atom, soft, html = piece
        return PlacedLetter(Letter(text, shown, atom), marks, self._slice(start, end), soft, html)

    def _flattened(self, marks: tuple[Mark, ...]) -> frozenset[MarkValue]:
        """Return the marks that ``g1`` shows: strong inside emphasis makes all of it both."""
        links = {mark.shown for mark in marks if mark.shown.type == "link"}
        faces = [mark for mark in marks if mark.shown.type in {"strong", "em"}]
        code = {mark.shown for mark in marks if mark.shown.type == "code"}
        if not faces:
            return frozenset(links | code)
        if len(faces) > 2:
            raise AmbiguousSource
        outer = faces[0]
        types = {outer.shown}
        for _, others, *_ in self._pieces:
            inner = [mark for mark in others if mark.shown.type in {"strong", "em"}]
            if inner[:1] == [outer] and len(inner) > 1 and inner[1].shown.type == "strong":
                types.add(inner[1].shown)
        return frozenset(links | types)


def _as_strings(attributes: dict[str, str | int | float]) -> dict[str, str]:
    return {name: str(value) for name, value in attributes.items()}


def _closing(tokens: Sequence[Token], at: int) -> int:
    depth = 0
    for place in range(at, len(tokens)):
        depth += tokens[place].nesting
        if depth == 0:
            return place
    raise AmbiguousSource


def _is_invisible_link(tokens: Sequence[Token], at: int) -> bool:
    """Whether a link shows nothing clickable: it has no text, or the site drops it."""
    inside = tokens[at + 1 : _closing(tokens, at)]
    return tokens[at].attrs.get("href") == DROPPED_REFERENCE or not any(
        token.content or token.type == "image" for token in inside
    )


def with_kept_spaces(pieces: list[ParsedPiece]) -> list[ParsedPiece]:
    """Return the pieces with each placeholder replaced by the space that it represents."""
    text = "".join(piece[0] or "\x00" for piece in pieces)
    if not PLACEHOLDER.search(text):
        return pieces
    done, at = list[ParsedPiece](), 0
    for found in PLACEHOLDER.finditer(text):
        done += pieces[at : found.start()]
        space = kept_space(found)
        if space != found[0]:
            _, marks, start, *_ = pieces[found.start()]
            done.append((space, marks, start, pieces[found.end() - 1][3], None, False, ""))
        else:
            done += pieces[found.start() : found.end()]
        at = found.end()
    return done + pieces[at:]
