"""Embeds the files that a page references in its HTML, so that the page is self-contained."""

from __future__ import annotations

import html
import re
from base64 import b64encode
from collections.abc import Callable, Iterable
from urllib.parse import urlsplit

from designer.markdown.html_tokens import ATTRIBUTE, TOKEN

Load = Callable[[str, int, int], tuple[str, bytes] | None]
"""Loads a file: address as written, and the requested width and height in pixels (0: unspecified)
→ media type and bytes; None keeps the address.
"""

_SIZE = re.compile(r"\d{1,6}", re.ASCII)
_FILE_ATTRIBUTES = {"src", "poster", "background"}
_LINK_ATTRIBUTES = {"href", "xlink:href"}
_SVG_IMAGES = {"image", "feimage"}  # SVG elements whose link is an image
_CANDIDATE = re.compile(r"([\s,]*)(\S*[^\s,])([^,]*)")

_STRING = r"""(?:"((?:[^"\\\n]|\\.)*+)"|'((?:[^'\\\n]|\\.)*+)')"""
_URL = rf"""(?<![\w-])url\(\s*(?:{_STRING}|((?:[^)"'\s\\]|\\.)*+))\s*\)"""
_PARENTHESES = rf"""\((?:[^()"']|{_STRING})*+\)"""
_CSS = re.compile(
    rf"""/\*.*?(?:\*/|\Z)|{_URL}"""
    rf"""|(?P<set>(?<!\w)image-set\()(?P<choices>(?:[^()"']|{_STRING}|{_PARENTHESES})*+)"""
    rf"""|{_STRING}""",
    re.IGNORECASE | re.DOTALL,
)
_CHOICE = re.compile(rf"{_URL}|type\([^)]*\)|{_STRING}", re.IGNORECASE | re.DOTALL)
_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|(.))", re.DOTALL)

_FRAME = re.compile(r"<iframe\b([^<>]*)>(?:[^<]*</iframe\s*>)?", re.IGNORECASE)
_PAIR = re.compile(r"""([\w:-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?""")
_BOX = (
    "display:flex;align-items:center;justify-content:center;background:#e6eaef;color:#4b5566;"
    "font:13px/1.4 system-ui, sans-serif;text-align:center;padding:8px;box-sizing:border-box;"
    "max-width:100%"
)


def replace_iframes(markup: str, label: str) -> str:
    """Replace iframes, which no file can contain, by the placeholder boxes of the preview.

    Args:
        markup: HTML of the exporter.
        label: The text of a box; ``%1`` is replaced by the host name of the embedded page.
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
        return f'<div{kept} style="{full}">{html.escape(label.replace("%1", host))}</div>'

    return _FRAME.sub(box, markup)


def _length(size: str) -> str:
    return f"{size}px" if size.isdecimal() else size


def embed_files(markup: str, load: Load) -> str:
    """Replace file addresses by ``data:`` URLs.

    Only attributes of tags and the text of ``<style>`` change; the rest stays byte for byte.

    Args:
        markup: HTML of the exporter.
        load: Loads the file of an address.
    """
    return TOKEN.sub(_Embedder(load).token, markup)


class _Embedder:
    """Rewrites the parts of a page that reference files."""

    def __init__(self, load: Load) -> None:
        self._load = load

    def token(self, match: re.Match[str]) -> str:
        """Rewrite a tag; other tokens between ``<`` and ``>`` are unchanged."""
        if raw := match["raw"]:
            text = self._css(match["text"]) if raw.lower() == "style" else match["text"]
            return f"<{raw}{self._attributes(raw, match['attributes'])}>{text}"
        if match["tag"] and match["cut"] is None:
            return f"<{match['tag']}{self._attributes(match['tag'], match['rest'])}>"
        return match[0]

    def _attributes(self, tag: str, source: str) -> str:
        """Rewrite the attributes of a tag."""
        if "=" not in source:
            return source
        files = _FILE_ATTRIBUTES | (_LINK_ATTRIBUTES if tag.lower() in _SVG_IMAGES else set())
        sizes = {
            name: int(found[0])
            for match in ATTRIBUTE.finditer(source)
            if (name := match[1].lower()) in {"width", "height"}
            and (found := _SIZE.match(_value(match[3] or "")))
        }

        def attribute(match: re.Match[str]) -> str:
            name, value = match[1].lower(), _value(match[3] or "")
            if name in files:
                new = self._data_url(value, sizes.get("width", 0), sizes.get("height", 0)) or value
            elif name == "srcset":
                new = _CANDIDATE.sub(lambda m: m[1] + (self._data_url(m[2]) or m[2]) + m[3], value)
            elif name == "style":
                new = self._css(value)
            else:
                return match[0]
            if new == value:
                return match[0]
            shown = html.escape(new, quote=False).replace('"', "&quot;")
            return f'{match[1]}{match[2]}"{shown}"'

        return ATTRIBUTE.sub(attribute, source)

    def _css(self, source: str) -> str:
        """Rewrite a style sheet or the value of a ``style`` attribute."""

        def one(match: re.Match[str]) -> str:
            if match["set"]:
                return match["set"] + _CHOICE.sub(choice, match["choices"])
            return self._css_url(match, match.groups()[:3])

        def choice(match: re.Match[str]) -> str:
            return self._css_url(match, match.groups())

        return _CSS.sub(one, source)

    def _css_url(self, match: re.Match[str], addresses: Iterable[str | None]) -> str:
        address = next((each for each in addresses if each is not None), "")
        data = self._data_url(_ESCAPE.sub(_escaped, address))
        return f"url({data})" if data else match[0]

    def _data_url(self, address: str, width: int = 0, height: int = 0) -> str | None:
        address = address.strip()
        if not address or address.startswith("#") or address[:5].lower() == "data:":
            return None
        file = self._load(address, width, height)
        return f"data:{file[0]};base64,{b64encode(file[1]).decode()}" if file else None


def _value(source: str) -> str:
    """Return the value of an attribute without quotes and character references."""
    return html.unescape(source[1:-1] if source[:1] in {'"', "'"} else source)


def _escaped(match: re.Match[str]) -> str:
    """Return the character that a CSS escape represents."""
    if match[1] is None:
        return match[2] if match[2] != "\n" else ""
    code = int(match[1], 16)
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"
