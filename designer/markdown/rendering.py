"""Renders rich text: Markdown of a dialect to HTML."""

from __future__ import annotations

from functools import lru_cache

from markupsafe import Markup

from designer.markdown import odd_whitespace
from designer.markdown.dialect import Dialect
from designer.markdown.mdx import CannotBuild


@lru_cache(maxsize=4096)
def markdown(text: str, dialect: Dialect) -> str:
    """Return the HTML of a rich text.

    A text that the site could not build is shown as its source, with a hint.

    Args:
        text: Markdown.
        dialect: The dialect of the site.
    """
    try:
        return Markup(odd_whitespace.restore(dialect.to_html(odd_whitespace.keep(text))))  # noqa: S704 - texts are escaped, HTML is contained
    except CannotBuild as reason:
        return Markup(
            '<pre style="white-space:pre-wrap">{}</pre>'
            '<p style="font-size:12px;line-height:16px;opacity:.7">'
            "The site cannot build this text: {}.</p>"
        ).format(text, str(reason))


def check(text: str, dialect: Dialect) -> None:
    """Check that the site can build a rich text.

    Raises:
        CannotBuild: The site cannot build the text; the message says why.
    """
    dialect.to_html(odd_whitespace.keep(text))
