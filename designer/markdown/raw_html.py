"""Sanitizes the HTML in Markdown and closes its elements, so that it stays inside its text."""

from __future__ import annotations

import html
import re
from collections import Counter

_VALUE = r"""=\s*+(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z))"""
_TAG = re.compile(
    rf"""<!--(?:-?>|.*?(?:--!?>|(?P<open>\Z)))|<[!?][^>]*+(?:>|(?P<odd>\Z))"""
    rf"""|<(?P<end>/?)(?P<name>[a-z][^\s/>]*+)(?P<rest>(?:{_VALUE}|[^>])*+)(?:>|(?P<cut>\Z))""",
    re.IGNORECASE | re.DOTALL,
)
_ATTRIBUTE = re.compile(r"""[\s/]*([^\s/>=]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s>]+))?""")
_SCRIPT = re.compile(r"[\x00-\x20]*(javascript|vbscript)[\x00-\x20]*:", re.IGNORECASE)
_BREAKS = re.compile(r"[\t\r\n]")

# Shown as text, since a browser parses the content that follows these tags differently.
_SHOWN_AS_TEXT = {
    "title", "textarea", "style", "xmp", "iframe", "noembed", "noframes", "script", "plaintext",
    "noscript",
}  # fmt: skip
_DROPPED = {
    "html", "head", "body", "base", "meta", "link", "object", "embed", "applet", "frameset",
    "frame", "portal", "template",
}  # fmt: skip
_VOID = {
    "area", "br", "col", "hr", "img", "input", "param", "source", "track", "wbr",
}  # fmt: skip
_ENDED_BY_PARENT = {"p", "li", "dt", "dd", "option", "optgroup", "rb", "rt", "rp"}


def sanitize(markup: str) -> str:
    """Return sanitized HTML in which all elements are closed."""
    elements = _Elements()
    return _TAG.sub(elements.tag, markup) + elements.end_inside(None)


class _Elements:
    """The stack of open elements at a position in a text."""

    def __init__(self) -> None:
        self._open: list[str] = []
        self._count: Counter[str] = Counter()

    def tag(self, match: re.Match[str]) -> str:
        """Sanitize a tag or comment."""
        name = (match["name"] or "").lower()
        if any(match[group] is not None for group in ("open", "odd", "cut")):
            return html.escape(match[0], quote=False)
        if name in _SHOWN_AS_TEXT:
            return f"&lt;{match[0][1:]}"
        if not name or name in _DROPPED:
            return "" if name else match[0]
        return self._end(match["name"]) if match["end"] else self._start(match)

    def _start(self, match: re.Match[str]) -> str:
        name, rest = match["name"].lower(), match["rest"]
        drawn = self._count["svg"] or self._count["math"]
        if name not in _VOID and not (drawn and rest.endswith("/")):
            rest = rest.removesuffix("/")  # a trailing slash has no meaning here
            self._open.append(name)
            self._count[name] += 1
        return f"<{match['name']}{_ATTRIBUTE.sub(_safe_attribute, rest)}>"

    def _end(self, written: str) -> str:
        name = written.lower()
        if not self._count[name]:
            return ""
        ends = self.end_inside(name)
        self._count[self._open.pop()] -= 1
        return f"{ends}</{written}>"

    def end_inside(self, name: str | None) -> str:
        """Close all elements that are open inside the last element called ``name``."""
        ends = []
        while self._open and self._open[-1] != name:
            last = self._open.pop()
            self._count[last] -= 1
            if last not in _ENDED_BY_PARENT:
                ends.append(f"</{last}>")
        return "".join(ends)


def _safe_attribute(match: re.Match[str]) -> str:
    """Drop an attribute that is an event handler, a script URL or a ``data-fp-*`` mark."""
    name = match[1].lower()
    value = _BREAKS.sub("", html.unescape((match[2] or "").strip("\"'")))
    bad = name.startswith(("on", "data-fp-")) or name == "srcdoc" or _SCRIPT.match(value)
    return "" if bad else match[0]
