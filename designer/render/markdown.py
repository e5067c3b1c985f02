"""Rich text as the sites render it: Markdown in the dialect of a kind of site."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache

from markdown_it import MarkdownIt
from markupsafe import Markup

from designer.render import gfm, markdown_g1, markdown_g2, spaces
from designer.render.mdx import CannotBuild
from designer.render.raw import contained


@lru_cache(maxsize=4096)
def markdown(text: str, dialect: str = "g1") -> str:
    """The HTML of a rich text.

    A text which the site itself could not build is shown as it is written, with a hint.

    Args:
        text: Markdown.
        dialect: ``g1`` or ``g2``, as the generations of the family render it, or ``commonmark``:
            CommonMark with the extensions of GitHub, HTML shown as text, or ``github``, in which
            HTML that does no harm is passed on.
    """
    try:
        return Markup(spaces.restore(_DIALECTS[dialect](spaces.keep(text))))  # noqa: S704 - texts are escaped, HTML is contained
    except CannotBuild as reason:
        return Markup(
            '<pre style="white-space:pre-wrap">{}</pre>'
            '<p style="font-size:12px;line-height:16px;opacity:.7">'
            "The site cannot build this text: {}.</p>"
        ).format(text, str(reason))


def check(text: str, dialect: str) -> None:
    """Find out whether the site can build a rich text.

    Raises:
        CannotBuild: It cannot; the message says why.
    """
    _DIALECTS[dialect](spaces.keep(text))


def commonmark_parser(*, raw: bool) -> MarkdownIt:
    """A parser of CommonMark with the extensions of GitHub; ``raw`` HTML is passed on."""
    parser = MarkdownIt("gfm-like", {"linkify": False, "html": raw, "maxNesting": 100})
    parser.options["strikethrough_single_tilde"] = True
    gfm.add_autolinks(parser)
    gfm.add_tasks(parser, shown=True)
    return parser


def _commonmark(*, raw: bool) -> Callable[[str], str]:
    """CommonMark with the extensions of GitHub; its HTML is passed on or shown as text."""
    parser = commonmark_parser(raw=raw)
    return (lambda text: contained(parser.render(text))) if raw else parser.render


_DIALECTS: Mapping[str, Callable[[str], str]] = {
    "g1": markdown_g1.html,
    "g2": markdown_g2.html,
    "commonmark": _commonmark(raw=False),
    "github": _commonmark(raw=True),
}
