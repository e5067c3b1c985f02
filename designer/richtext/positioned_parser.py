"""A dialect's parser whose inline tokens have source positions."""

from __future__ import annotations

from functools import cache
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore

from designer.markdown import Dialect
from designer.richtext.source_positions import SpannedInline, SpannedState

_RENDER_RULES: Final = ("text_join", "autolinks", "tasks", "linkify", "replacements", "smartquotes")


@cache
def parser(dialect: Dialect) -> MarkdownIt:
    """Return the dialect's parser; inline tokens have positions, text tokens are not joined."""
    made = dialect.make_parser()
    made.core.ruler.disable(_RENDER_RULES, ignoreInvalid=True)
    made.core.ruler.at("inline", _inline)
    made.inline.ruler2.disable("fragments_join")
    made.inline = SpannedInline(made.inline)
    return made


def _inline(state: StateCore) -> None:
    """Tokenize the text of each block, with positions."""
    for token in state.tokens:
        if token.type == "inline":
            token.children = []
            inside = SpannedState(token.content, state.md, state.env, token.children)
            state.md.inline.tokenize(inside)
            for rule in state.md.inline.ruler2.getRules(""):
                rule(inside)
