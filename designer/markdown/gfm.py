"""GitHub's extensions of CommonMark: autolinks of bare addresses, and task list items."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

# An address ends at white space and at `<`; U+2055 delimits the placeholder of odd white space.
_ADDRESS = re.compile(
    r"""(?P<web>(?<![A-Za-z])https?://|(?<![^\s(*_~\[\]])www\.)(?P<domain>[\w.-]+)[^\s<\u2055]*"""
    r"""|(?<![\w.+/-])[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[A-Za-z][\w-]*(?<![_-])""",
    re.IGNORECASE,
)
_TRAILING = re.compile(r"""(?:[?!.,:*_~'"\]]|&\w+;)+$""")
_LINK_TAG = re.compile(r"<(/?)a[\s>]", re.IGNORECASE)
TASK = re.compile(r"\[([ \txX])\][ \t\n]+(?=\S)")
"""The marker of a task at the start of a list item."""


def add_autolinks(parser: MarkdownIt) -> None:
    """Turn bare web and mail addresses into links."""
    parser.core.ruler.push("autolinks", _autolinks)


def add_tasks(parser: MarkdownIt, *, shown: bool) -> None:
    """Read ``[x]`` at the start of a list item as a task marker: show a checkbox, or drop it."""

    def tasks(state: StateCore) -> None:
        for before, _, inline in zip(
            state.tokens, state.tokens[1:], state.tokens[2:], strict=False
        ):
            if before.type == "list_item_open" and inline.children:
                _mark_task(inline.children, shown=shown)

    parser.core.ruler.push("tasks", tasks)


def _autolinks(state: StateCore) -> None:
    for token in state.tokens:
        if not token.children:
            continue
        inside, done = 0, list[Token]()
        for child in token.children:
            inside += child.nesting if child.type in {"link_open", "link_close"} else 0
            if child.type == "html_inline" and (tag := _LINK_TAG.match(child.content)):
                inside = max(0, inside + (-1 if tag[1] else 1))
            done += _linked(child) if child.type == "text" and not inside else [child]
        token.children = done


def addresses(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the bare addresses in a text: start, end and link target."""
    for match in _ADDRESS.finditer(text):
        shown = _trimmed(match[0])
        if match["web"] and not _is_domain(match["web"], match["domain"]):
            continue
        scheme = "mailto:" if not match["web"] else "http://" if match["web"][0] in "wW" else ""
        yield match.start(), match.start() + len(shown), scheme + shown


def _linked(text: Token) -> Iterator[Token]:
    """Split a text token into text and links."""
    rest, level = 0, text.level
    for start, end, address in addresses(text.content):
        yield Token("text", "", 0, content=text.content[rest:start], level=level)
        yield Token("link_open", "a", 1, attrs={"href": address}, level=level)
        yield Token("text", "", 0, content=text.content[start:end], level=level + 1)
        yield Token("link_close", "a", -1, level=level)
        rest = end
    if rest < len(text.content) or not rest:
        yield Token("text", "", 0, content=text.content[rest:], level=level)


def _trimmed(address: str) -> str:
    """Strip the punctuation that ends the surrounding sentence from an address."""
    while True:
        shorter = _TRAILING.sub("", address)
        if shorter.endswith(")") and shorter.count(")") > shorter.count("("):
            shorter = shorter[:-1]
        if shorter == address:
            return address
        address = shorter


def _is_domain(start: str, domain: str) -> bool:
    """Whether a name can be a domain: not empty, and no ``_`` in its last two labels."""
    parts = domain.strip(".").split(".")
    return bool(parts[-1]) and not any("_" in part for part in parts[-2:])


def _mark_task(children: list[Token], *, shown: bool) -> None:
    first = children[0]
    match = TASK.match(first.content) if first.type == "text" else None
    if match is None:
        return
    first.content = first.content[match.end() :]
    if shown:
        checked = ' checked=""' if match[1] in "xX" else ""
        box = f'<input{checked} disabled="" type="checkbox"> '
        children.insert(0, Token("html_inline", "", 0, content=box))
