"""CommonMark with GitHub's extensions, for sites that belong to no known family.

Module code of MDX (``import`` and ``export`` statements at the top level) is not shown, nor are
blocks of scripts and styles where HTML passes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererProtocol
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from designer.markdown.dialect import BLOCKS, MARKS, Dialect, EditorSchema
from designer.markdown.gfm import add_autolinks, add_tasks
from designer.markdown.raw_html import sanitize

# Whole statements only, so that a sentence which begins with “import” stays a sentence.
_MODULE: Final = re.compile(
    r"""import\s+(?:[\w$*{,}\s]+?\bfrom\s*)?(?:"[^"\s]+"|'[^'\s]+')\s*;?\s*$"""
    r"""|import\s*\{[\w$,\s]*$"""
    r"""|export\s+(?:(?:const|let|var)\s+[\w$]+\s*=|(?:async\s+)?function\b|class\s+[\w$]+"""
    r"""|default\s+(?:function|class|async|\(|\{|[\w$]+\s*;?\s*$)|[*{])"""
)

_HIDDEN: Final = re.compile(r"\s*<(script|style)\b", re.IGNORECASE)
_MAX_STATEMENT: Final = 500  # characters of a line that are looked at

_SCHEMA: Final = EditorSchema(
    nodes=(*BLOCKS, "image", "hard_break"),
    marks=(*MARKS, "strike"),
    excluded={},
    in_items=BLOCKS,
    in_quotes=BLOCKS,
    titles=True,
    orders=True,
)


def make_parser(*, raw: bool) -> MarkdownIt:
    """Create a parser of CommonMark with GitHub's extensions; ``raw`` passes HTML through."""
    parser = MarkdownIt("gfm-like", {"linkify": False, "html": raw, "maxNesting": 100})
    parser.options["strikethrough_single_tilde"] = True
    add_autolinks(parser)
    add_tasks(parser, shown=True)
    parser.block.ruler.before("paragraph", "module", _module)
    parser.add_render_rule("module", _draw_nothing)
    parser.add_render_rule("html_block", _draw_html)
    return parser


def _module(state: StateBlock, first: int, _last: int, silent: bool) -> bool:
    """Parse module code of MDX: from its first line to the next blank one."""
    start = state.bMarks[first]
    line = state.src[start : min(state.eMarks[first], start + _MAX_STATEMENT)]
    if silent or state.level or not _MODULE.match(line):
        return False
    end = first + 1
    while end < state.lineMax and not state.isEmpty(end):
        end += 1
    token = state.push("module", "", 0)
    token.map = [first, end]
    state.line = end
    return True


def _draw_html(renderer: RendererProtocol, tokens: Sequence[Token], index: int, *_: object) -> str:
    """Return a block of HTML; scripts and styles, which a browser does not show, are left out."""
    html = tokens[index].content
    match = _HIDDEN.match(html)
    if match is None:
        return html
    close = html.lower().find(f"</{match[1].lower()}", match.end())
    return html if close < 0 else html[html.find(">", close) + 1 or len(html) :]


def _draw_nothing(*_: object) -> str:
    return ""


def _dialect(name: str, *, raw: bool) -> Dialect:
    parser = make_parser(raw=raw)

    def to_html(text: str) -> str:
        html = str(parser.render(text))
        return sanitize(html) if raw else html

    return Dialect(
        name=name,
        to_html=to_html,
        make_parser=partial(make_parser, raw=raw),
        schema=_SCHEMA,
        mdx=False,
        flat_marks=False,
        bullet="* ",
        number=". ",
        autolinks=True,
        shows_tight_lists=True,
        normalizes_addresses=True,
        tasks="checkbox",
        wraps_items=False,
        wraps_quotes=False,
        title_is_alt=False,
    )


COMMONMARK: Final = _dialect("commonmark", raw=False)
"""CommonMark that shows HTML as text."""

GITHUB: Final = _dialect("github", raw=True)
"""CommonMark that passes sanitized HTML through."""
