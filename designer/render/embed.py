"""Puts the files that a page names inside its HTML, so that it needs nothing else."""

from __future__ import annotations

import html
import re
from base64 import b64encode
from collections.abc import Callable

Load = Callable[[str, int, int], tuple[str, bytes] | None]
"""Address as the page names it, and the width and height that its element asks for in pixels (0:
none) → media type and bytes, or None to leave the address as it is."""

_TAG = re.compile(r"<[a-zA-Z][^<>]*\s(?:src|poster)\s*=[^<>]*>")
_ATTRIBUTE = re.compile(r'(\s(?:src|poster)\s*=\s*)("([^"]*)"|\'([^\']*)\')', re.IGNORECASE)
_SIZE = re.compile(r"""\s(width|height)\s*=\s*["']?(\d+)""", re.IGNORECASE)
_STYLE = re.compile(r"""url\(\s*(?:"([^"]*)"|'([^']*)'|&quot;(.*?)&quot;|([^)"'\s]*))\s*\)""")


def embed_files(markup: str, load: Load) -> str:
    """Replace addresses of files by ``data:`` addresses.

    Args:
        markup: HTML as the exporter writes it.
        load: Gives the file of an address.
    """

    def inside(address: str, width: int = 0, height: int = 0) -> str | None:
        if not address or address.startswith(("data:", "#")):
            return None
        file = load(address, width, height)
        return f"data:{file[0]};base64,{b64encode(file[1]).decode()}" if file else None

    def tag(found: re.Match[str]) -> str:
        sizes = {name.lower(): int(size) for name, size in _SIZE.findall(found[0])}

        def attribute(match: re.Match[str]) -> str:
            address = html.unescape(match[3] if match[3] is not None else match[4])
            data = inside(address, sizes.get("width", 0), sizes.get("height", 0))
            return f'{match[1]}"{data}"' if data else match[0]

        return _ATTRIBUTE.sub(attribute, found[0])

    def style(match: re.Match[str]) -> str:
        address = html.unescape(next((g for g in match.groups() if g is not None), ""))
        data = inside(address)
        return f"url({data})" if data else match[0]

    return _STYLE.sub(style, _TAG.sub(tag, markup))
