"""The rules of markdown-it that the MDX dialects of the families share.

The sites parse rich text as MDX. In MDX an unescaped ``<`` starts an element and ``{`` an
expression; indented text is never code; addresses in angle brackets are not links. The
families g1 and g2 handle elements and expressions differently.
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

_MODULE_LINE = re.compile(r"(import|export)[ \t]")


class CannotBuild(Exception):
    """The site's own parser rejects this text; the message is shown to the user."""


DROPPED_REFERENCE = "\ue0ffreference"
"""The address that marks links and images which the site drops."""

NO_MODULES = "a paragraph may not begin with the word “import” or “export”"
UNCLOSED = "a brace is not closed (write \\{ for a plain {)"


def make_parser() -> MarkdownIt:
    """Create a CommonMark parser without rules that MDX lacks; addresses stay as written."""
    parser = MarkdownIt("commonmark", {"maxNesting": 100})
    parser.disable(["code", "html_block", "html_inline", "autolink"])
    parser.normalizeLink = _as_written  # type: ignore[method-assign] # the library's own way
    parser.validateLink = _accept_any  # type: ignore[method-assign]
    return parser


def _as_written(url: str) -> str:
    return url


def _accept_any(url: str) -> bool:
    return True


def line_of(state: StateBlock, number: int) -> str:
    """Return the text of a line without the prefix of the enclosing blocks."""
    return state.src[state.bMarks[number] + state.tShift[number] : state.eMarks[number]]


def is_module_line(state: StateBlock, number: int) -> bool:
    """Whether a line at the top level begins like module code."""
    line = state.src[state.bMarks[number] : state.eMarks[number]]
    return not state.level and bool(_MODULE_LINE.match(line))


def closing_brace(text: str, begin: int, end: int) -> int:
    """Return the offset after the brace that closes the one at ``begin``.

    Raises:
        CannotBuild: No brace before ``end`` closes it.
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
