"""CommonMark with GitHub's extensions, for sites that belong to no known family."""

from __future__ import annotations

from functools import partial
from typing import Final

from markdown_it import MarkdownIt

from designer.markdown.dialect import BLOCKS, MARKS, Dialect, EditorSchema
from designer.markdown.gfm import add_autolinks, add_tasks
from designer.markdown.raw_html import sanitize

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
    return parser


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
