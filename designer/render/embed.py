"""Puts the files that a page names inside its HTML, so that it needs nothing else."""

from __future__ import annotations

import html
import re
from base64 import b64encode
from collections.abc import Callable
from urllib.parse import urlsplit

Load = Callable[[str, int, int], tuple[str, bytes] | None]
"""Address as the page names it, and the width and height that its element asks for in pixels (0:
none) → media type and bytes, or None to leave the address as it is."""

_TAG = re.compile(r"<[a-zA-Z][^<>]*\s(?:src|poster)\s*=[^<>]*>")
_ATTRIBUTE = re.compile(r'(\s(?:src|poster)\s*=\s*)("([^"]*)"|\'([^\']*)\')', re.IGNORECASE)
_SIZE = re.compile(r"""\s(width|height)\s*=\s*["']?(\d+)""", re.IGNORECASE)
_STYLE = re.compile(r"""url\(\s*(?:"([^"]*)"|'([^']*)'|&quot;(.*?)&quot;|([^)"'\s]*))\s*\)""")


_FRAME = re.compile(r"<iframe\b([^<>]*)>(?:[^<]*</iframe\s*>)?", re.IGNORECASE)
_PAIR = re.compile(r"""([\w:-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?""")
_BOX = (
    "display:flex;align-items:center;justify-content:center;background:#e6eaef;color:#4b5566;"
    "font:13px/1.4 system-ui, sans-serif;text-align:center;padding:8px;box-sizing:border-box;"
    "max-width:100%"
)


def boxes_for_frames(markup: str, words: str) -> str:
    """Replace embedded pages, which no file can hold, by the boxes that the preview shows.

    Args:
        markup: HTML as the exporter writes it.
        words: What a box says; ``%1`` stands for the name of the page's host.
    """

    def box(found: re.Match[str]) -> str:
        values = {m[1].lower(): m[2] or m[3] or m[4] or "" for m in _PAIR.finditer(found[1])}
        style = html.unescape(values.get("style", "")).rstrip("; ")
        named = {part.partition(":")[0].strip() for part in style.split(";")}
        sizes = [
            f"{side}:{_length(values.get(side) or default)}"
            for side, default in (("width", "300"), ("height", "150"))
            if side not in named
        ]
        full = html.escape(";".join(filter(None, [style, *sizes, _BOX])))
        kept = "".join(f' {n}="{values[n]}"' for n in ("class", "id") if n in values)
        host = urlsplit(html.unescape(values.get("src", ""))).hostname or ""
        return f'<div{kept} style="{full}">{html.escape(words.replace("%1", host))}</div>'

    return _FRAME.sub(box, markup)


def _length(size: str) -> str:
    return f"{size}px" if size.isdecimal() else size


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
