"""Rich text as the sites render it: Markdown in the dialect of a kind of site."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache

from markdown_it import MarkdownIt
from markupsafe import Markup

from designer.render import gfm, markdown_g1, markdown_g2
from designer.render.mdx import CannotBuild
from designer.render.raw import contained

# White space for Python, but not for Markdown: it must survive the parser's trimming of lines.
_KEPT_SPACES = (
    "\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006"
    "\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)
_LINE_EDGE = re.compile(r"(?m)^[^\S\n]+|[^\S\n]+$")
_ONE_KEPT = re.compile(f"[{_KEPT_SPACES}]")
_STANDING_IN = re.compile("\u2055([\ue000-\ue0a0])\u2055")


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
        return Markup(_restore_spaces(_DIALECTS[dialect](_keep_spaces(text))))  # noqa: S704 - texts are escaped, HTML is contained
    except CannotBuild as reason:
        return Markup(
            '<pre style="white-space:pre-wrap">{}</pre>'
            '<p style="font-size:12px;line-height:16px;opacity:.7">'
            "The site cannot build this text: {}.</p>"
        ).format(text, str(reason))


def _keep_spaces(text: str) -> str:
    """The text with stand-ins for odd spaces at the edges of lines, which parsers trim.

    A stand-in counts as punctuation for the rules of emphasis, so those see no difference.
    """

    def edge(match: re.Match[str]) -> str:
        return _ONE_KEPT.sub(stand_in, match[0])

    def stand_in(match: re.Match[str]) -> str:
        return f"\u2055{chr(0xE000 + _KEPT_SPACES.index(match[0]))}\u2055"

    return _LINE_EDGE.sub(edge, text.replace("\r\n", "\n").replace("\r", "\n"))


def _restore_spaces(html: str) -> str:
    """The odd spaces back in their places."""

    def one(match: re.Match[str]) -> str:
        index = ord(match[1]) - 0xE000
        return _KEPT_SPACES[index] if index < len(_KEPT_SPACES) else match[0]

    return _STANDING_IN.sub(one, html)


def _commonmark(*, raw: bool) -> Callable[[str], str]:
    """CommonMark with the extensions of GitHub; its HTML is passed on or shown as text."""
    parser = MarkdownIt("gfm-like", {"linkify": False, "html": raw, "maxNesting": 100})
    parser.options["strikethrough_single_tilde"] = True
    gfm.add_autolinks(parser)
    gfm.add_tasks(parser, shown=True)
    return (lambda text: contained(parser.render(text))) if raw else parser.render


_DIALECTS: Mapping[str, Callable[[str], str]] = {
    "g1": markdown_g1.html,
    "g2": markdown_g2.html,
    "commonmark": _commonmark(raw=False),
    "github": _commonmark(raw=True),
}
