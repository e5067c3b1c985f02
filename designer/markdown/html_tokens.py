"""What a browser takes for tags in a piece of HTML, without building a tree."""

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
"""A comment, the end of an element (``end``: its name), an element whose inside is text and not
markup (``raw``, ``attributes``, ``text``), or the beginning of any other one (``tag``, ``rest``;
``cut`` where it never ends)."""

ATTRIBUTE: Final = re.compile(r"""([^\s/>=]+)(?:(\s*=\s*)("[^"]*"|'[^']*'|[^\s>]+))?""")

VOID: Final = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
})  # fmt: skip
"""Elements that have no inside and no end (HTML standard, 13.1.2)."""
