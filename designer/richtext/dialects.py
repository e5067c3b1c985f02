"""The dialects of Markdown: how each is read, and what can be offered in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore

from designer.render import markdown_g1, markdown_g2
from designer.render.markdown import commonmark_parser
from designer.richtext.spanned import SpannedInline, SpannedState


@dataclass(frozen=True)
class Offer:
    """What a person can make in a dialect.

    Attributes:
        nodes: Types of blocks and of what stands in lines.
        marks: Types of marks.
        excluded: For a mark those that cannot stand with it.
        in_items: Types of blocks that a list item can hold.
        in_quotes: Types of blocks that a quotation can hold.
        titles: Whether the site shows titles of links.
        orders: Whether the site shows at which number a list begins.
    """

    nodes: tuple[str, ...]
    marks: tuple[str, ...]
    excluded: Mapping[str, tuple[str, ...]]
    in_items: tuple[str, ...]
    in_quotes: tuple[str, ...]
    titles: bool = False
    orders: bool = False


_LISTS = ("bullet_list", "ordered_list")
_BLOCKS = ("paragraph", "heading", *_LISTS, "blockquote", "code_block", "horizontal_rule")
_MARKS = ("link", "strong", "em", "code")

_G1: Final = Offer(
    nodes=(*_BLOCKS, "image"),
    marks=_MARKS,
    excluded={"code": ("strong", "em"), "strong": ("code",), "em": ("code",)},
    in_items=("paragraph", "heading", "blockquote", *_LISTS),
    in_quotes=_BLOCKS,
)
_G2: Final = Offer(
    nodes=(*_BLOCKS, "image", "hard_break"),
    marks=_MARKS,
    excluded={},
    in_items=("paragraph", "heading", "blockquote", *_LISTS),
    in_quotes=("paragraph", "heading"),
)
_COMMONMARK: Final = Offer(
    nodes=(*_BLOCKS, "image", "hard_break"),
    marks=(*_MARKS, "strike"),
    excluded={},
    in_items=_BLOCKS,
    in_quotes=_BLOCKS,
    titles=True,
    orders=True,
)
_OFFERS: Final = {"g1": _G1, "g2": _G2, "commonmark": _COMMONMARK, "github": _COMMONMARK}
_OF_RENDER: Final = ("text_join", "autolinks", "tasks", "linkify", "replacements", "smartquotes")


def offer(dialect: str) -> Offer:
    """What a person can make in a dialect."""
    return _OFFERS[dialect]


@cache
def parser(dialect: str) -> MarkdownIt:
    """The dialect's parser, whose inline tokens know their places and are not joined."""
    match dialect:
        case "g1":
            made = markdown_g1.make_parser()
        case "g2":
            made = markdown_g2.make_parser()
        case _:
            made = commonmark_parser(raw=dialect == "github")
    made.core.ruler.disable(_OF_RENDER, ignoreInvalid=True)
    made.core.ruler.at("inline", _inline)
    made.inline.ruler2.disable("fragments_join")
    made.inline = SpannedInline(made.inline)
    return made


def _inline(state: StateCore) -> None:
    """Read the text of each block, with places."""
    for token in state.tokens:
        if token.type == "inline":
            token.children = []
            inside = SpannedState(token.content, state.md, state.env, token.children)
            state.md.inline.tokenize(inside)
            for rule in state.md.inline.ruler2.getRules(""):
                rule(inside)
