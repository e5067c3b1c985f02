"""Rich text as sites of the family g2 render it.

As in the family g1, the text of a list item is in a ``<div>`` and titles of links are
dropped. Bold, italics and code are marks of each piece of text, so a link in bold text contains the
bold element. HTML is shown as text, and the CMS refuses many constructs that the parser reads. The
fixtures of the tests list these cases as measured on the sites.
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

from designer.markdown import gfm, mdx
from designer.markdown.dialect import BLOCKS, LISTS, MARKS, Dialect, EditorSchema
from designer.markdown.mdx import CannotBuild

MarkSet = frozenset[str]

_NAME = r"[A-Za-z_$][\w$-]*(?:[.:][A-Za-z_$][\w$-]*)*"
_ATTRIBUTE = rf"""\s+(?:{_NAME}(?:\s*=\s*(?:"[^"]*"|'[^']*'|\{{[^{{}}]*\}}))?|\{{[^{{}}]*\}})"""
_TAG = re.compile(rf"<(?P<end>/?)(?P<name>{_NAME})?(?P<more>(?:{_ATTRIBUTE})*)\s*(?P<single>/?)>")
_SKIPPED = re.compile(r"\\.|(?P<ticks>`+)(?:(?!`).)+?(?P=ticks)(?!`)", re.DOTALL)
_FOOTNOTE = re.compile(r"\[\^[^\]]+\]:")
_CELL = "border:1px solid #EDECF3;padding:0.25rem"

_NO_ELEMENT = "a tag is not closed or not one at all (write \\< for a plain <)"


def html(text: str) -> str:
    """Return the HTML of a rich text.

    Raises:
        CannotBuild: The site would show an error instead of the text.
    """
    return "".join(map(_block, SyntaxTreeNode(_PARSER.parse(text)).children))


# -- reading --------------------------------------------------------------------------------------


def make_parser() -> MarkdownIt:
    """Create a parser that produces the tokens of this family's renderer."""
    parser = mdx.make_parser()
    parser.enable(["table", "strikethrough"])
    parser.core.ruler.after("block", "references", _refuse_references)
    parser.block.ruler.before("reference", "refused", _refuse_lines)
    parser.block.ruler.before("paragraph", "element", _block_element)
    parser.inline.ruler.push("element", _inline_element)
    parser.inline.ruler.push("expression", _refuse_expressions)
    gfm.add_autolinks(parser)
    gfm.add_tasks(parser, shown=False)
    return parser


def _refuse_references(state: StateCore) -> None:
    if state.env.get("references"):
        raise CannotBuild("a link needs its address beside it: [text](address)")


def _refuse_lines(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Refuse a line that begins a module statement or a footnote."""
    line = mdx.line_of(state, start)
    if mdx.is_module_line(state, start):
        raise CannotBuild(mdx.NO_MODULES)
    if _FOOTNOTE.match(line):
        raise CannotBuild("footnotes are not allowed in it")
    return False


def _refuse_expressions(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] != "{":
        return False
    raise CannotBuild("braces are not allowed in it (write \\{ for a plain {)")


def _block_element(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Parse an element whose tags have their own lines: it is shown as text."""
    begin, last = state.bMarks[start] + state.tShift[start], state.eMarks[end - 1]
    tag = _TAG.match(state.src, begin, last)
    if tag is None or state.src[tag.end() : state.eMarks[start]].strip():
        return False
    close = _element_end(state.src, begin, last)
    line = next(n for n in range(start, end) if close <= state.eMarks[n])
    if state.src[close : state.eMarks[line]].strip():
        return False
    token = state.push("element", "", 0)
    token.content, token.map = _normalize_tags(state.src[begin:close]), [start, line + 1]
    state.line = line + 1
    return True


def _inline_element(state: StateInline, silent: bool) -> bool:
    """Parse an unescaped ``<`` before a non-space character: an element, shown as text."""
    if state.src[state.pos] != "<":
        return False
    if state.src[state.pos + 1 : state.pos + 2] in {" ", "\t", "\n"}:
        return False
    close = _element_end(state.src, state.pos, state.posMax)
    if not silent:
        state.push("element", "", 0).content = _normalize_tags(state.src[state.pos : close])
    state.pos = close
    return True


def _element_end(text: str, begin: int, end: int) -> int:
    """Return the offset after the element that begins at ``begin``.

    Raises:
        CannotBuild: The text is not a tag, or the tag is not closed before ``end``.
    """
    names: list[str | None] = []
    place = begin
    while place < end:
        if text[place] == "<" and not text.startswith(("< ", "<\t", "<\n"), place):
            tag = _TAG.match(text, place, end)
            if tag is None or (tag["end"] and (not names or names.pop() != tag["name"])):
                raise CannotBuild(_NO_ELEMENT)
            if not tag["end"] and not tag["single"]:
                names.append(tag["name"])
            place = tag.end()
            if not names:
                return place
        else:
            skipped = _SKIPPED.match(text, place, end)
            place = skipped.end() if skipped else place + 1
    raise CannotBuild(_NO_ELEMENT)


def _normalize_tags(element: str) -> str:
    """Normalize the tags of an element as the CMS does: single spaces, double quotes."""

    def tag(match: re.Match[str]) -> str:
        more = re.sub(r"""\s+|\s*=\s*'([^'"]*)'""", _attribute, match["more"])
        return f"<{match['end']}{match['name'] or ''}{more}{' /' if match['single'] else ''}>"

    return _TAG.sub(tag, element)


def _attribute(match: re.Match[str]) -> str:
    return " " if match[1] is None else f'="{match[1]}"'


# -- writing --------------------------------------------------------------------------------------


def _block(node: SyntaxTreeNode) -> str:
    """Render one block."""
    match node.type:
        case "paragraph":
            pieces = _pieces(node)
            alone = len(pieces) == 1 and pieces[0].type == "element"
            return _text(pieces) if alone else f"<p>{_text(pieces)}</p>"
        case "heading":
            return f"<{node.tag}>{_text(_pieces(node))}</{node.tag}>"
        case "bullet_list" | "ordered_list":
            items = "".join(f"<li>{''.join(map(_item, i.children))}</li>" for i in node.children)
            return f"<{node.tag}>{items}</{node.tag}>"
        case "blockquote":
            return f"<blockquote>{_quoted(node)}</blockquote>"
        case "fence":
            return f"<pre><code>{escape(node.content.removesuffix(chr(10)))}</code></pre>"
        case "table":
            rows = "".join(map(_row, (row for part in node.children for row in part.children)))
            return f'<table style="border:1px solid #EDECF3"><tbody>{rows}</tbody></table>'
        case "element":
            return escape(node.content)
        case _:
            return "<hr>"


def _item(node: SyntaxTreeNode) -> str:
    """Render one block of a list item: everything but lists becomes a ``<div>``."""
    match node.type:
        case "bullet_list" | "ordered_list":
            return _block(node)
        case "paragraph" | "heading":
            return f"<div>{_text(_pieces(node))}</div>"
        case "blockquote":
            return f"<div>{_quoted(node)}</div>"
        case "element":
            return f"<div>{escape(node.content)}</div>"
        case _:
            raise CannotBuild("code, a line or a table cannot stand in a list")


def _quoted(quote: SyntaxTreeNode) -> str:
    """Render the text of a quotation: its paragraphs are concatenated."""
    if any(node.type not in {"paragraph", "heading"} for node in quote.children):
        raise CannotBuild("a quotation holds text only")
    return "".join(_text(_pieces(node)) for node in quote.children)


def _row(row: SyntaxTreeNode) -> str:
    """Render a row of a table; the header row is a normal row."""
    cells = []
    for cell in row.children:
        align = str(cell.attrs.get("style", "")).removeprefix("text-align:")
        side = (
            f' align="{align}" style="text-align:{align};{_CELL}"' if align else f' style="{_CELL}"'
        )
        cells.append(f"<td{side}>{_text(_pieces(cell))}</td>")
    return f"<tr>{''.join(cells)}</tr>"


def _pieces(node: SyntaxTreeNode) -> list[SyntaxTreeNode]:
    """Return the inline nodes of a paragraph, heading or cell."""
    return [piece for inline in node.children for piece in inline.children]


def _text(pieces: Iterable[SyntaxTreeNode], marks: MarkSet = frozenset()) -> str:
    """Render inline nodes, each with its enclosing marks."""
    done, plain = [], ""
    for piece in pieces:
        if piece.type in {"text", "softbreak"}:
            plain += "\n" if piece.type == "softbreak" else piece.content
            continue
        done += [_marked(plain, marks), _inline_node(piece, marks)]
        plain = ""
    return "".join([*done, _marked(plain, marks)])


def _inline_node(piece: SyntaxTreeNode, marks: MarkSet) -> str:
    """Render one inline node other than plain text."""
    match piece.type:
        case "strong" | "em":
            return _text(piece.children, marks | {piece.type})
        case "code_inline":
            return _marked(piece.content, marks | {"code"})
        case "hardbreak":
            return "<br>"
        case "link":
            return f'<a href="{escape(piece.attrs["href"])}">{_text(piece.children, marks)}</a>'
        case "image":
            title = piece.attrs.get("title")
            alt = f' alt="{escape(title)}"' if title else ""
            return f'<img src="{escape(piece.attrs["src"])}"{alt}>'
        case "element" if not marks:
            return escape(piece.content)
        case "element":
            raise CannotBuild("HTML cannot stand in bold or italic text")
        case _:
            raise CannotBuild("text cannot be crossed out in it (write \\~ for a plain ~)")


def _marked(text: str, marks: MarkSet) -> str:
    """Render a text with its marks, bold outermost and code innermost."""
    html: str = escape(text)
    for mark in ("code", "em", "strong"):
        if mark in marks and html:
            html = f"<{mark}>{html}</{mark}>"
    return html


_PARSER = make_parser()

DIALECT: Final = Dialect(
    name="g2",
    to_html=html,
    make_parser=make_parser,
    schema=EditorSchema(
        nodes=(*BLOCKS, "image", "hard_break"),
        marks=MARKS,
        excluded={},
        in_items=("paragraph", "heading", "blockquote", *LISTS),
        in_quotes=("paragraph", "heading"),
    ),
    mdx=True,
    flat_marks=False,
    bullet="* ",
    number=". ",
    autolinks=True,
    shows_tight_lists=False,
    normalizes_addresses=False,
    tasks="hidden",
    wraps_items=True,
    wraps_quotes=True,
    title_is_alt=True,
)
"""The Markdown of the family g2."""
