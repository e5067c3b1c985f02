"""markdown-it's reading of text, with the place of every token."""

from __future__ import annotations

from typing import Literal

from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from typing_extensions import override

SPAN = "span"
"""In a token's ``meta``: its start and end in the text."""

PIECES = "pieces"
"""In a text's ``meta``: its parts, each with the place where it begins."""


class SpannedState(StateInline):
    """Notes from where the text comes that no rule has claimed yet."""

    pieces: list[tuple[str, int]]

    @override
    def append_pending(self, text: str) -> None:
        self.__dict__.setdefault("pieces", []).append((text, self.pos))
        super().append_pending(text)

    @override
    def pushPending(self) -> Token:
        token = super().pushPending()
        token.meta[PIECES] = _cut(self.__dict__.pop("pieces", []), len(token.content))
        return token

    @override
    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        if not self.pending:
            self.__dict__.pop("pieces", None)  # all of it was white space before a line break
        return super().push(ttype, tag, nesting)


def _cut(pieces: list[tuple[str, int]], length: int) -> list[tuple[str, int]]:
    """The pieces without the white space that a rule took off their end."""
    done = []
    for text, start in pieces:
        if length > 0:
            done.append((text[:length], start))
        length -= len(text)
    return done


class SpannedInline(ParserInline):
    """Reads with the rules of another parser, and gives the tokens their places."""

    def __init__(self, rules: ParserInline) -> None:
        super().__init__()
        self.ruler = rules.ruler
        self.ruler2 = rules.ruler2

    @override
    def tokenize(self, state: StateInline) -> None:
        if not isinstance(state, SpannedState):  # the words of a picture
            super().tokenize(state)
            return
        rules = self.ruler.getRules("")
        limit, end = state.md.options["maxNesting"], state.posMax
        while state.pos < end:
            start, known = state.pos, len(state.tokens)
            if state.level < limit and any(rule(state, False) for rule in rules):
                _place(state, known, start)
            else:
                state.append_pending(state.src[state.pos])
                state.pos += 1
        if state.pending:
            state.pushPending()


def _place(state: SpannedState, known: int, start: int) -> None:
    """Give the tokens that a rule has pushed the places that they do not have yet."""
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
    """Where the text of a link ends, before the bracket."""
    last = state.tokens[-2]
    if last is link:
        return start + 1
    if PIECES in last.meta:
        text, at = last.meta[PIECES][-1]
        return int(at) + len(text)
    return int(last.meta[SPAN][1])
