"""Where the family's Markdown parser differs from CommonMark: rules for markdown-it.

The sites read rich text with an MDX parser. For it an unescaped ``<`` starts an element and ``{``
an expression; indented text is never code; addresses in angle brackets are not links.
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline

LOST_REFERENCE = "\ue0ffreference"

_MODULE_LINE = re.compile(r"(import|export)[ \t]")
_MODULE_CODE = re.compile(
    r"""import\s+(['"{*]|\w+\s*,|\w+\s+from\b)|export\s+([{*]|(default|const|let|var|function|class|async)\b)"""
)


class CannotBuild(Exception):
    """The site's own parser refuses this text; the message says why, for the person."""


def make_parser() -> MarkdownIt:
    """A CommonMark parser with the MDX rules."""
    parser = MarkdownIt("commonmark", {"maxNesting": 100})
    parser.disable(["code", "html_block", "html_inline", "autolink"])
    parser.core.ruler.after("block", "lost_references", _lose_references)
    parser.block.ruler.before("paragraph", "module_code", _module_code)
    parser.block.ruler.before("paragraph", "expression", _block_expression)
    parser.inline.ruler.push("element", _element)
    parser.inline.ruler.push("expression", _inline_expression)
    parser.normalizeLink = _as_written  # type: ignore[method-assign] # the library's own way
    parser.validateLink = _always  # type: ignore[method-assign]
    return parser


def _as_written(url: str) -> str:
    return url


def _always(url: str) -> bool:
    return True


def _lose_references(state: StateCore) -> None:
    """Mark the definitions of reference links: the sites drop such links with their text."""
    for definition in state.env.get("references", {}).values():
        definition["href"] = LOST_REFERENCE


def _module_code(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """``import`` and ``export`` at the start of a line: code, which shows nothing."""
    line = state.src[state.bMarks[start] : state.eMarks[start]]
    if state.level or not _MODULE_LINE.match(line):
        return False
    if not _MODULE_CODE.match(line):
        raise CannotBuild("a paragraph may not begin with the word “import” or “export”")
    while start < end and not state.isEmpty(start):
        start += 1
    state.line = start
    return True


def _block_expression(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """An expression in braces that fills whole lines: it shows nothing."""
    begin = state.bMarks[start] + state.tShift[start]
    if not state.src.startswith("{", begin):
        return False
    close = _closing_brace(state.src, begin, state.eMarks[end - 1])
    line = next(n for n in range(start, end) if close <= state.eMarks[n])
    if state.src[close : state.eMarks[line]].strip():
        return False
    state.line = line + 1
    return True


def _element(state: StateInline, silent: bool) -> bool:
    """An unescaped ``<`` before anything but a space begins an element, which no page may have."""
    if state.src[state.pos] != "<":
        return False
    following = state.src[state.pos + 1 : state.pos + 2]
    if following in {" ", "\t", "\n"}:
        return False
    raise CannotBuild("HTML is not allowed in it (write \\< for a plain <)")


def _inline_expression(state: StateInline, silent: bool) -> bool:
    """An expression in braces within text: it shows nothing."""
    if state.src[state.pos] != "{":
        return False
    close = _closing_brace(state.src, state.pos, state.posMax)
    if not silent:
        state.push("expression", "", 0)
    state.pos = close
    return True


def _closing_brace(text: str, begin: int, end: int) -> int:
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
    raise CannotBuild("a brace is not closed (write \\{ for a plain {)")
