"""Where the family's Markdown parsers differ from CommonMark: pieces of rules for markdown-it.

The sites read rich text with an MDX parser. For it an unescaped ``<`` starts an element and ``{``
an expression; indented text is never code; addresses in angle brackets are not links. What becomes
of all that is different in the two generations.
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

_MODULE_LINE = re.compile(r"(import|export)[ \t]")


class CannotBuild(Exception):
    """The site's own parser refuses this text; the message says why, for the person."""


LOST_REFERENCE = "\ue0ffreference"
"""The address that stands for links and images which the site drops."""

NO_MODULES = "a paragraph may not begin with the word “import” or “export”"
UNCLOSED = "a brace is not closed (write \\{ for a plain {)"


def make_parser() -> MarkdownIt:
    """A CommonMark parser without the rules that MDX does not have, addresses left as written."""
    parser = MarkdownIt("commonmark", {"maxNesting": 100})
    parser.disable(["code", "html_block", "html_inline", "autolink"])
    parser.normalizeLink = _as_written  # type: ignore[method-assign] # the library's own way
    parser.validateLink = _always  # type: ignore[method-assign]
    return parser


def _as_written(url: str) -> str:
    return url


def _always(url: str) -> bool:
    return True


def line_of(state: StateBlock, number: int) -> str:
    """The text of a line, without what belongs to the blocks around it."""
    return state.src[state.bMarks[number] + state.tShift[number] : state.eMarks[number]]


def is_module_line(state: StateBlock, number: int) -> bool:
    """Whether a line at the outer level begins like code of a module."""
    line = state.src[state.bMarks[number] : state.eMarks[number]]
    return not state.level and bool(_MODULE_LINE.match(line))


def closing_brace(text: str, begin: int, end: int) -> int:
    """The place behind the brace that closes the one at ``begin``.

    Raises:
        CannotBuild: There is none before ``end``.
    """
    depth = 0
    for place in range(begin, end):
        if text[place] == "{":
            depth += 1
        elif text[place] == "}":
            depth -= 1
            if depth == 0:
                return place + 1
    raise CannotBuild(UNCLOSED)
