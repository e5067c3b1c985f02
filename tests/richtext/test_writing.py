"""What is typed is written in the style of its neighbours, and all else keeps its bytes."""

import pytest

from designer.errors import DesignerError
from designer.richtext import CannotEdit, CannotWriteMarkdown
from tests.dialects import write
from tests.richtext.texts import code, doc, h, link, ol, p, quote, text, ul

RULE = {"type": "horizontal_rule"}
BOLD_LINK = text("c", link("/x"), "strong")
TASK = {"type": "opaque_inline", "attrs": {"source": "[ ] "}}
BREAK = {"type": "hard_break"}

ALIKE = {
    "split": ("hello world\n", doc(p("hello"), p("world")), "hello\n\nworld\n"),
    "split near the start": ("one two\n", doc(p("o"), p("ne two")), "o\n\nne two\n"),
    "lists beside each other": ("- a\n\n1. b\n", doc(ul("a"), ul("b")), "- a\n\n* b\n"),
    "list before a list": ("a\n\n- b\n", doc(ul("a"), ul("b")), "* a\n\n- b\n"),
    "list between lists": (
        "- a\n\nb\n\n* c\n",
        doc(ul("a"), ul("b"), ul("c")),
        "- a\n\n+ b\n\n* c\n",
    ),
    "lists meet": ("- a\n\nb\n\n- c\n", doc(ul("a"), ul("c")), "- a\n\n* c\n"),
    "three lists meet": (
        "- a\n\nb\n\n- c\n\n* d\n",
        doc(ul("a"), ul("c"), ul("d")),
        "- a\n\n+ c\n\n* d\n",
    ),
    "numbers meet": ("1. a\n\nb\n\n1. c\n", doc(ol("a"), ol("c")), "1. a\n\n1) c\n"),
    "numbers between numbers": (
        "1. a\n\nb\n\n1) c\n",
        doc(ol("a"), ol("b"), ol("c")),
        "1. a\n\n1) b\n\n1. c\n",
    ),
    "lists meet in an item": (
        "- a\n  - b\n\n  c\n\n  - d\n",
        doc(ul([p("a"), ul("b"), ul("d")])),
        "- a\n  - b\n\n  * d\n",
    ),
    "join": ("hello\n\nworld\n", doc(p("hello world")), "hello world\n"),
    "between": (
        "a\\_b c\n\nd\n",
        doc(p("a_b"), p("new"), p(" c"), p("d")),
        "a\\_b\n\nnew\n\n&#x20;c\n\nd\n",
    ),
    "bullet as its neighbours": (
        "*   one\n*   two\n",
        doc(ul("one", "x", "two")),
        "*   one\n*   x\n*   two\n",
    ),
    "empty item": ("*   one\n", doc(ul("one", "")), "*   one\n*\n"),
    "sink": ("*   a\n*   b\n", doc(ul([p("a"), ul("b")])), "*   a\n    *   b\n"),
    "lift": ("*   a\n    *   b\n", doc(ul("a", "b")), "*   a\n*   b\n"),
    "number": ("1.  a\n2.  b\n", doc(ol("a", "b", "c")), "1.  a\n2.  b\n3.  c\n"),
    "ten": ("8. a\n9. b\n", doc(ol("a", "b", "c", order=8)), "8. a\n9. b\n10. c\n"),
    "all one": ("1. a\n1. b", doc(ol("a", "b", "c")), "1. a\n1. b\n1. c"),
    "list ends": ("- a\n- b\n\nc\n", doc(p("a"), p("b"), p("c")), "a\n\nb\n\nc\n"),
    "list parted": ("- a\n- b\n- c\n", doc(ul("a"), p("b"), ul("c")), "- a\n\nb\n\n- c\n"),
    "loose list": ("* a\n\n* b\n", doc(ul("a", "b", "c")), "* a\n\n* b\n\n* c\n"),
    "second paragraph": ("*   a\n", doc(ul([p("a"), p("b")])), "*   a\n\n    b\n"),
    "list in a quote's neighbour": ("> a\n> b\n", doc(p("a b")), "a\nb\n"),
    "quote grows": ("> a\n> b\n", doc(quote(p("a b"), p("c"))), "> a\n> b\n>\n> c\n"),
    "heading": ("text\n", doc(h(2, "text")), "## text\n"),
    "heading's level": ("## a_b\n", doc(h(3, "a_b")), "### a_b\n"),
    "heading's end": ("## a ##\n\nx", doc(h(2, "a b"), p("x")), "## a b ##\n\nx"),
    "underlined": ("Set\n===\n", doc(h(1, "Set x")), "Set x\n===\n"),
    "heading of lines": ("a\nb *c*\n", doc(h(2, "a b ", text("c", "em"))), "## a b *c*\n"),
    "quoted lines": ("a\nb *c*\n", doc(quote(p("a b ", text("c", "em")))), "> a\n> b *c*\n"),
    "code": ("a\n", doc(p("a"), code("x\n y")), "a\n\n```\nx\n y\n```\n"),
    "code's line": ("~~~\nx\n~~~\n", doc(code("x\ny")), "~~~\nx\ny\n~~~\n"),
    "code with a fence": ("```\nx\n```\n", doc(code("x```")), "````\nx```\n````\n"),
    "code with odd spaces": (
        "a\n",
        doc(code("\u00a0a\u2028\n\u00a0")),
        "```\n\u00a0a\u2028\n\u00a0\n```\n",
    ),
    "code was empty": ("```\n```\n", doc(code("x")), "```\nx\n```\n"),
    "bold as nearby": (
        "__b__ x\n",
        doc(p(text("b", "strong"), " ", text("x", "strong"))),
        "__b__ __x__\n",
    ),
    "bold grows": ("__b__ x\n", doc(p(text("b x", "strong"))), "__b x__\n"),
    "bold goes": ("**b** x\n", doc(p("b x")), "b x\n"),
    "bold with a space": ("a b c\n", doc(p("a", text(" b ", "strong"), "c")), "a **b** c\n"),
    "bold before a letter": (
        "a.b\n",
        doc(p(text("a.", "strong"), "b")),
        "**a.**&#x62;\n",
    ),
    "link": ("a b c\n", doc(p("a ", text("b", link("/x")), " c")), "a [b](/x) c\n"),
    "address": ('[b](/x "t")\n', doc(p(text("b", link("/y")))), "[b](/y)\n"),
    "title": ("b\n", doc(p(text("b", link("/y", 'a "b"')))), '[b](/y "a \\"b\\"")\n'),
    "bold link": (
        "[b](/x) c\n",
        doc(p(text("b", link("/x"), "strong"), " c")),
        "[**b**](/x) c\n",
    ),
    "code in a line": ("a `b` c\n", doc(p("a ", text("b`", "code"), " c")), "a `` b` `` c\n"),
    "rule": ("a", doc(p("a"), RULE, p("b")), "a\n\n---\n\nb"),
    "rule goes": ("x\n\n***\n\ny\n", doc(p("x"), p("y")), "x\n\ny\n"),
    "line feeds": (
        "a\r\nb\r\n\r\nc\r\n",
        doc(p("a b!"), p("c"), p("d")),
        "a\r\nb!\r\n\r\nc\r\n\r\nd\r\n",
    ),
    "all goes": ("a\n", doc(p()), ""),
    "first": ("", doc(p("a")), "a\n"),
    "odd space": ("- \u00a0a\n", doc(ul("\u00a0ab")), "- \u00a0ab\n"),
    "hash": ("a\n", doc(p("# a")), "\\# a\n"),
    "one and dot": ("a\n", doc(p("1. a")), "1\\. a\n"),
    "minus": ("a\n", doc(p("- a")), "\\- a\n"),
    "greater": ("a\n", doc(p("> a")), "\\> a\n"),
    "stars": ("5*3\n", doc(p("5*3*")), "5*3\\*\n"),
    "no need": ("a_b\n", doc(p("a_b (c) - d. e! #f")), "a_b (c) - d. e! #f\n"),
    "space at the end": ("a\n", doc(p("a ")), "a&#x20;\n"),
    "space at the start": ("a\n", doc(p(" a")), "&#x20;a\n"),
    "kept entity": ("a&#x20;\n", doc(p("ab ")), "ab&#x20;\n"),
    "picture": (
        "a\n",
        doc(p("a"), p({"type": "image", "attrs": {"src": "/b_c", "alt": "x", "title": ""}})),
        "a\n\n![x](/b_c)\n",
    ),
}


@pytest.mark.parametrize("dialect", ["g1", "g2", "commonmark"])
@pytest.mark.parametrize("name", ALIKE)
def test_in_all_dialects(name, dialect):
    source, after, expected = ALIKE[name]
    assert write(source, after, dialect) == expected


@pytest.mark.parametrize(
    ("dialect", "source", "after", "expected"),
    [
        ("g1", "a\n\nb\\*\nc\n", doc(p("a"), ul("b* c")), "a\n\n*   b\\*\n    c\n"),
        ("g2", "a\n\nb\\*\nc\n", doc(p("a"), ul("b* c")), "a\n\n* b\\*\n  c\n"),
        ("g1", "a\n\nb\n", doc(ol("a", "b")), "1.  a\n2.  b\n"),
        ("g2", "a\n\nb\n", doc(ol("a", "b")), "1. a\n2. b\n"),
        ("g1", "a\n", doc(p("<b> {c}")), "\\<b> \\{c}\n"),
        ("g2", "a\n", doc(p("<b> {c}")), "\\<b> \\{c}\n"),
        ("commonmark", "a\n", doc(p("<b> {c}")), "<b> {c}\n"),
        ("github", "a\n", doc(p("<b> {c}")), "\\<b> {c}\n"),
        ("g1", "a\n", doc(p("import a")), "&#x69;mport a\n"),
        ("g2", "a\n", doc(p("a~~b~~")), "a\\~\\~b\\~\\~\n"),
        ("g2", "a b\n", doc(p("a", BREAK, "b")), "a\\\nb\n"),
        (
            "g1",
            "*a b c*\n",
            doc(p(text("a ", "em"), text("b", "em", "strong"), text(" c", "em"))),
            "*a* ***b*** *c*\n",
        ),
        (
            "g2",
            "*a b c*\n",
            doc(p(text("a ", "em"), text("b", "em", "strong"), text(" c", "em"))),
            "*a **b** c*\n",
        ),
        (
            "g2",
            "a b [cd](/x)\n",
            doc(p("a ", text("b ", "strong"), BOLD_LINK, text("d", link("/x")))),
            "a **b [c](/x)**[d](/x)\n",
        ),
        ("commonmark", "a b\n", doc(p("a ", text("b", "strike"))), "a ~~b~~\n"),
        ("g2", "- [ ] a\n", doc(ul([p(TASK, "ab")])), "- [ ] ab\n"),
    ],
)  # fmt: skip
def test_in_one_dialect(dialect, source, after, expected):
    assert write(source, after, dialect) == expected


@pytest.mark.parametrize(
    ("dialect", "after"),
    [
        ("g1", doc(p("a", BREAK, "b"))),
        ("g2", doc(p(text("a", "strike")))),
        ("g2", doc(quote(ul("a")))),
        ("g1", doc(ul([p("a"), code("b")]))),
        ("commonmark", doc(p(text("a", link("javascript:b"))))),
    ],
)
def test_what_the_site_cannot_build_is_refused(dialect, after):
    with pytest.raises(CannotWriteMarkdown) as caught:
        write("a b\n", after, dialect)
    assert isinstance(caught.value, DesignerError)


def test_text_that_the_site_cannot_build_is_not_opened():
    with pytest.raises(CannotEdit, match="HTML is not allowed"):
        write("a <b>\n", doc(p("a")), "g1")


def test_definitions_and_code_of_modules_survive_their_neighbours():
    source = "a\n\n[x]: /y\n\nb\n"
    hidden = {"type": "opaque", "attrs": {"source": "[x]: /y"}}
    assert write(source, doc(hidden, p("b")), "commonmark") == "[x]: /y\n\nb\n"
    assert write(source, doc(p("a"), hidden), "commonmark") == "a\n\n[x]: /y\n"
