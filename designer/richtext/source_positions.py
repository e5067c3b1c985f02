"""Subclasses of markdown-it's inline parser that add source positions to every token."""

from __future__ import annotations

from typing import Literal

from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from typing_extensions import override

SPAN = "span"
"""Key in a token's ``meta``: its start and end offsets in the text."""

PIECES = "pieces"
"""Key in a text token's ``meta``: its parts, each with its start offset."""


class SpannedState(StateInline):
    """Records the positions of text that no rule has consumed yet."""

    pieces: list[tuple[str, int]]

    @override
    def append_pending(self, text: str) -> None:
        self.__dict__.setdefault("pieces", []).append((text, self.pos))
        super().append_pending(text)

    @override
    def pushPending(self) -> Token:
        token = super().pushPending()
        token.meta[PIECES] = _truncate(self.__dict__.pop("pieces", []), len(token.content))
        return token

    @override
    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        if not self.pending:
            self.__dict__.pop("pieces", None)  # only white space before a line break
        return super().push(ttype, tag, nesting)


def _truncate(pieces: list[tuple[str, int]], length: int) -> list[tuple[str, int]]:
    """Truncate pieces to a length: a rule has removed trailing white space."""
    done = []
    for text, start in pieces:
        if length > 0:
            done.append((text[:length], start))
        length -= len(text)
    return done


class SpannedInline(ParserInline):
    """Tokenizes with the rules of another parser, and adds positions to the tokens."""

    def __init__(self, rules: ParserInline) -> None:
        super().__init__()
        self.ruler = rules.ruler
        self.ruler2 = rules.ruler2

    @override
    def tokenize(self, state: StateInline) -> None:
        if not isinstance(state, SpannedState):  # the alt text of an image
            super().tokenize(state)
            return
        rules = self.ruler.getRules("")
        limit, end = state.md.options["maxNesting"], state.posMax
        while state.pos < end:
            start, known = state.pos, len(state.tokens)
            if state.level < limit and any(rule(state, False) for rule in rules):
                _set_spans(state, known, start)
            else:
                state.append_pending(state.src[state.pos])
                state.pos += 1
        if state.pending:
            state.pushPending()


def _set_spans(state: SpannedState, known: int, start: int) -> None:
    """Set the missing positions of the tokens that a rule has pushed."""
    fresh = [t for t in state.tokens[known:] if SPAN not in t.meta and PIECES not in t.meta]
    if not fresh:
        return
    if fresh[0].markup == "autolink":
        text = fresh[0].content or state.src[start : state.pos]
        del state.tokens[state.tokens.index(fresh[0]) :]
        token = Token("autolink", "", 0, content=text, attrs=fresh[0].attrs)
        token.meta[SPAN] = (start, state.pos)
        state.tokens.append(token)
    elif fresh[0].type == "link_open":
        label_end = _label_end(state, fresh[0], start)
        fresh[0].meta[SPAN] = (start, start + 1)
        fresh[-1].meta[SPAN] = (label_end, state.pos)
    else:
        at = start
        for token in fresh:
            length = len(token.content) if token.type == "text" else state.pos - at
            token.meta[SPAN] = (at, at + length)
            at += length


def _label_end(state: SpannedState, link: Token, start: int) -> int:
    """Return the offset of the end of a link's text, before the bracket."""
    last = state.tokens[-2]
    if last is link:
        return start + 1
    if PIECES in last.meta:
        text, at = last.meta[PIECES][-1]
        return int(at) + len(text)
    return int(last.meta[SPAN][1])
