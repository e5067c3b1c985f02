"""Tokenizes HTML as a browser does, without building a tree."""

from __future__ import annotations

import re
from typing import Final

_VALUE = r"""=\s*+(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z))"""
_INSIDE = rf"""(?:{_VALUE}|[^>])*+"""

TOKEN: Final = re.compile(
    rf"""<!--(?:-?>|.*?(?:--!?>|\Z))|<[!?][^>]*+>?|</(?P<end>[^\s/>]*+)[^>]*+>?"""
    rf"""|<(?P<raw>style|script|title|textarea|xmp|iframe|noembed|noframes)(?=[\s/>])"""
    rf"""(?P<attributes>{_INSIDE})>(?P<text>.*?)(?=</(?P=raw)[\s/>]|\Z)"""
    rf"""|<(?P<tag>[a-z][^\s/>]*+)(?P<rest>{_INSIDE})(?:>|(?P<cut>\Z))""",
    re.IGNORECASE | re.DOTALL,
)
"""One token: a comment, an end tag (``end``: its name), an element with text content only (``raw``,
``attributes``, ``text``), or any other start tag (``tag``, ``rest``; ``cut`` if it is not closed).
"""

ATTRIBUTE: Final = re.compile(r"""([^\s/>=]+)(?:(\s*=\s*)("[^"]*"|'[^']*'|[^\s>]+))?""")

VOID: Final = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
})  # fmt: skip
"""Elements without content and end tag (HTML standard, 13.1.2)."""
