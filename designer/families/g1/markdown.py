"""Rich text as sites of the family g1 render it.

The site's CMS converts Markdown to its own tree and that tree to elements, with peculiarities: the
text of a list item is in a ``<div>``; titles of links, hard breaks and everything that MDX would
execute are dropped; nested marks are flattened. The fixtures of the tests list these cases as
measured on the sites.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.tree import SyntaxTreeNode
from markupsafe import escape

from designer.markdown import mdx
from designer.markdown.dialect import BLOCKS, LISTS, MARKS, Dialect, EditorSchema
from designer.markdown.mdx import DROPPED_REFERENCE, CannotBuild

_MODULE_CODE = re.compile(
    r"""import\s+(['"{*]|\w+\s*,|\w+\s+from\b)|export\s+([{*]|(default|const|let|var|function|class|async)\b)"""
)


def html(text: str) -> str:
    """Return the HTML of a rich text.

    Raises:
        CannotBuild: The site could not build the text.
    """
    return _blocks(SyntaxTreeNode(_PARSER.parse(text)).children, item=False)


def make_parser() -> MarkdownIt:
    """Create a parser that produces the tokens of this family's renderer."""
    parser = mdx.make_parser()
    parser.core.ruler.after("block", "lost_references", _drop_references)
    parser.block.ruler.before("paragraph", "module_code", _module_code)
    parser.block.ruler.before("paragraph", "expression", _block_expression)
    parser.inline.ruler.push("element", _element)
    parser.inline.ruler.push("expression", _inline_expression)
    return parser


def _drop_references(state: StateCore) -> None:
    """Mark the definitions of reference links: the sites drop such links with their text."""
    for definition in state.env.get("references", {}).values():
        definition["href"] = DROPPED_REFERENCE


def _module_code(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Parse ``import`` or ``export`` at the start of a line: module code, not rendered."""
    if not mdx.is_module_line(state, start):
        return False
    if not _MODULE_CODE.match(state.src[state.bMarks[start] : state.eMarks[start]]):
        raise CannotBuild(mdx.NO_MODULES)
    while start < end and not state.isEmpty(start):
        start += 1
    state.line = start
    return True


def _block_expression(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Parse an expression in braces that fills whole lines: it renders nothing."""
    begin = state.bMarks[start] + state.tShift[start]
    if not state.src.startswith("{", begin):
        return False
    close = mdx.closing_brace(state.src, begin, state.eMarks[end - 1])
    line = next(n for n in range(start, end) if close <= state.eMarks[n])
    if state.src[close : state.eMarks[line]].strip():
        return False
    state.line = line + 1
    return True


def _element(state: StateInline, silent: bool) -> bool:
    """Refuse an unescaped ``<`` before a non-space character: it starts an element."""
    if state.src[state.pos] != "<":
        return False
    following = state.src[state.pos + 1 : state.pos + 2]
    if following in {" ", "\t", "\n"}:
        return False
    raise CannotBuild("HTML is not allowed in it (write \\< for a plain <)")


def _inline_expression(state: StateInline, silent: bool) -> bool:
    """Parse an expression in braces within text: it renders nothing."""
    if state.src[state.pos] != "{":
        return False
    close = mdx.closing_brace(state.src, state.pos, state.posMax)
    if not silent:
        state.push("expression", "", 0)
    state.pos = close
    return True


def _blocks(nodes: Iterable[SyntaxTreeNode], *, item: bool) -> str:
    """Render blocks; ``item`` means that they are direct children of a list item."""
    return "".join(_item_block(node) if item else _block(node) for node in nodes)


def _block(node: SyntaxTreeNode) -> str:
    """Render one block."""
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
    """Render one block of a list item: everything but lists becomes a ``<div>``."""
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
    """Render the text of a paragraph or heading."""
    return "".join(_inline_node(child) for inline in node.children for child in inline.children)


def _inline_node(node: SyntaxTreeNode) -> str:
    """Render one inline node."""
    match node.type:
        case "text":
            return escape(node.content)
        case "softbreak":
            return "\n"
        case "code_inline":
            return f"<code>{escape(node.content)}</code>"
        case "strong" | "em":
            return _marked(node)
        case "link" if node.attrs["href"] != DROPPED_REFERENCE:
            inner = "".join(map(_inline_node, node.children))
            return f'<a href="{escape(node.attrs["href"])}">{inner}</a>'
        case "image" if node.attrs["src"] != DROPPED_REFERENCE:
            title = node.attrs.get("title")
            alt = f' alt="{escape(title)}"' if title else ""
            return f'<img src="{escape(node.attrs["src"])}"{alt}>'
        case _:  # hard breaks, expressions and reference links are dropped
            return ""


def _marked(node: SyntaxTreeNode) -> str:
    """Render bold or italic text; nested marks are flattened to one level.

    Strong inside emphasis makes the whole text both; emphasis and code inside strong are dropped.
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
                texts.extend(_leaf_text(inner) for inner in child.children)
            case _:
                raise CannotBuild("a link, picture or break cannot stand in bold or italic text")
    html: str = escape("".join(texts))
    if node.type == "em":
        html = f"<em>{html}</em>"
    return f"<strong>{html}</strong>" if bold else html


def _leaf_text(node: SyntaxTreeNode) -> str:
    """Return the text of a leaf node."""
    if node.type == "softbreak":
        return "\n"
    return node.content if node.type in {"text", "code_inline"} else ""


_PARSER = make_parser()

DIALECT: Final = Dialect(
    name="g1",
    to_html=html,
    make_parser=make_parser,
    schema=EditorSchema(
        nodes=(*BLOCKS, "image"),
        marks=MARKS,
        excluded={"code": ("strong", "em"), "strong": ("code",), "em": ("code",)},
        in_items=("paragraph", "heading", "blockquote", *LISTS),
        in_quotes=BLOCKS,
    ),
    mdx=True,
    flat_marks=True,
    bullet="*   ",
    number=".  ",
    autolinks=False,
    shows_tight_lists=False,
    normalizes_addresses=False,
    tasks="text",
    wraps_items=True,
    wraps_quotes=False,
    title_is_alt=True,
)
"""The Markdown of the family g1."""
