"""Rich text as the first generation of the family renders it.

The site's CMS turns Markdown into a tree of its own and that into elements, with peculiarities:
the text of a list item is in a ``<div>``, titles of links are dropped, hard breaks get lost, marks
inside marks are flattened. BLOCKS of the family measured them; the fixtures of the tests list them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from markdown_it.tree import SyntaxTreeNode
from markupsafe import Markup, escape

from designer.render.mdx import LOST_REFERENCE, CannotBuild, make_parser

_PARSER = make_parser()

# White space for Python, but not for Markdown: it must survive the parser's trimming of lines.
_KEPT_SPACES = (
    "\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006"
    "\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)
_LINE_EDGE = re.compile(r"(?m)^[^\S\n]+|[^\S\n]+$")
_ONE_KEPT = re.compile(f"[{_KEPT_SPACES}]")
_STANDING_IN = re.compile("\u2055([\ue000-\ue0a0])\u2055")


@lru_cache(maxsize=4096)
def markdown(text: str) -> str:
    """The HTML of a rich text.

    A text which the site itself could not build is shown as it is written, with a hint.
    """
    try:
        tree = SyntaxTreeNode(_PARSER.parse(_keep_spaces(text)))
        return Markup(_restore_spaces(_blocks(tree.children, item=False)))  # noqa: S704 - every text in it is escaped
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


def _blocks(nodes: Iterable[SyntaxTreeNode], *, item: bool) -> str:
    """A run of blocks; ``item`` says that they are directly in a list item."""
    return "".join(_item_block(node) if item else _block(node) for node in nodes)


def _block(node: SyntaxTreeNode) -> str:
    """One block."""
    match node.type:
        case "paragraph":
            return f"<p>{_inline(node)}</p>"
        case "heading":
            return f"<{node.tag}>{_inline(node)}</{node.tag}>"
        case "bullet_list" | "ordered_list":
            items = "".join(f"<li>{_blocks(i.children, item=True)}</li>" for i in node.children)
            return f"<{node.tag}>{items}</{node.tag}>"
        case "blockquote":
            return f"<blockquote>{_blocks(node.children, item=False)}</blockquote>"
        case "fence":
            return f"<pre><code>{escape(node.content.removesuffix(chr(10)))}</code></pre>"
        case _:
            return "<hr>"


def _item_block(node: SyntaxTreeNode) -> str:
    """One block of a list item: whatever is not a list becomes a ``<div>``."""
    match node.type:
        case "bullet_list" | "ordered_list":
            return _block(node)
        case "paragraph" | "heading":
            return f"<div>{_inline(node)}</div>"
        case "blockquote":
            return f"<div>{_blocks(node.children, item=False)}</div>"
        case _:
            raise CannotBuild("code or a line cannot stand in a list")


def _inline(node: SyntaxTreeNode) -> str:
    """The text of a paragraph or heading."""
    return "".join(_phrase(child) for inline in node.children for child in inline.children)


def _phrase(node: SyntaxTreeNode) -> str:
    """One piece of text."""
    match node.type:
        case "text":
            return escape(node.content)
        case "softbreak":
            return "\n"
        case "code_inline":
            return f"<code>{escape(node.content)}</code>"
        case "strong" | "em":
            return _marked(node)
        case "link" if node.attrs["href"] != LOST_REFERENCE:
            return (
                f'<a href="{escape(node.attrs["href"])}">{"".join(map(_phrase, node.children))}</a>'
            )
        case "image" if node.attrs["src"] != LOST_REFERENCE:
            title = node.attrs.get("title")
            alt = f' alt="{escape(title)}"' if title else ""
            return f'<img src="{escape(node.attrs["src"])}"{alt}>'
        case _:  # hard breaks, expressions and reference links get lost
            return ""


def _marked(node: SyntaxTreeNode) -> str:
    """Bold or italic text; marks within it are flattened to one level.

    Strong inside emphasis makes the whole both; emphasis and code inside strong get lost.
    """
    bold, texts = node.type == "strong", []
    for child in node.children:
        match child.type:
            case "text" | "code_inline":
                texts.append(child.content)
            case "softbreak":
                texts.append("\n")
            case "strong" | "em":
                bold = bold or child.type == "strong"
                texts.extend(_literal(inner) for inner in child.children)
            case _:
                raise CannotBuild("a link, picture or break cannot stand in bold or italic text")
    html: str = escape("".join(texts))
    if node.type == "em":
        html = f"<em>{html}</em>"
    return f"<strong>{html}</strong>" if bold else html


def _literal(node: SyntaxTreeNode) -> str:
    """The text of a node that has one of its own."""
    if node.type == "softbreak":
        return "\n"
    return node.content if node.type in {"text", "code_inline"} else ""
