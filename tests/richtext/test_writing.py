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


def picture(address, words="x", title=""):
    return {"type": "image", "attrs": {"src": address, "alt": words, "title": title}}


def opaque(source):
    return {"type": "opaque", "attrs": {"source": source}}


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
    "underlined, other words": ("Set\n===\n", doc(h(1, "Cow")), "Cow\n===\n"),
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


EVERYWHERE = {
    "quote new": ("a\n", doc(p("a"), quote(p("b"), p("c"))), "a\n\n> b\n>\n> c\n"),
    "quote empty": ("a\n", doc(p("a"), quote()), "a\n\n>\n"),
    "code empty": ("a\n", doc(p("a"), code("")), "a\n\n```\n```\n"),
    "ol in item": (
        "1. a\n2. b\n",
        doc(ol([p("a"), ol("x", "y")], "b")),
        "1. a\n   1. x\n   2. y\n2. b\n",
    ),
    "h in item": ("- a\n", doc(ul([h(2, "a"), p("b")])), "- ## a\n\n  b\n"),
    "heading empty": ("a\n", doc(h(3)), "###\n"),
    "heading gets text": ("#\n", doc(h(1, "a")), "# a\n"),
    "address parens": ("a\n", doc(p(text("a", link("/x(1)")))), "[a](/x(1))\n"),
    "address open paren": ("a\n", doc(p(text("a", link("/x(1")))), "[a](</x(1>)\n"),
    "address close paren": ("a\n", doc(p(text("a", link("/x)1(")))), "[a](</x)1(>)\n"),
    "address empty": ("a\n", doc(p(text("a", link("")))), "[a]()\n"),
    "title back": ("a\n", doc(p(text("a", link("/x", "b\\")))), '[a](/x "b\\\\")\n'),
    "picture title": ("a\n", doc(p(picture("/x", "a b", "t"))), '![a b](/x "t")\n'),
    "picture in text": ("a b\n", doc(p("a ", picture("/x"), " b")), "a ![x](/x) b\n"),
    "code ticks": ("a\n", doc(p(text("b`` `c", "code"))), "```b`` `c```\n"),
    "code spaces": ("a\n", doc(p(text(" b ", "code"))), "`  b  `\n"),
    "code one tick": ("a\n", doc(p(text("`", "code"))), "`` ` ``\n"),
    "code grows": ("`a` b\n", doc(p(text("ax", "code"), " b")), "`ax` b\n"),
    "code grows tick": ("`a` b\n", doc(p(text("a`x", "code"), " b")), "``a`x`` b\n"),
    "code wide": ("``a`b`` c\n", doc(p(text("a`bx", "code"), " c")), "``a`bx`` c\n"),
    "link parted": (
        "[abc](/x)\n",
        doc(p(text("a", link("/x")), text("b", link("/x"), "strong"), text("c", link("/x")))),
        "[a**b**c](/x)\n",
    ),
    "two bolds join": ("**a** b **c**\n", doc(p(text("a b c", "strong"))), "**a b c**\n"),
    "bold shrinks": ("**abc**\n", doc(p(text("a", "strong"), " bc")), "**a** bc\n"),
    "mark moves": ("a **b** c\n", doc(p(text("a", "strong"), " b c")), "**a** b c\n"),
    "entity": ("a\n", doc(p("&amp; & b")), "\\&amp; & b\n"),
    "brackets": ("a\n", doc(p("[a] b [c")), "[a] b [c\n"),
    "bang": ("a\n", doc(p("![a] !b")), "![a] !b\n"),
    "backslash": ("a\n", doc(p("a\\b \\* c\\")), "a\\b \\\\* c\\\\\n"),
    "plus list": (
        "a\n",
        doc(p("+ a"), p("+a"), p("--- b"), p("=== c"), p("| d")),
        "\\+ a\n\n+a\n\n\\--- b\n\n\\=== c\n\n\\| d\n",
    ),
    "number": (
        "a\n",
        doc(p("12) a"), p("3.a"), p("1234567890. a")),
        "12\\) a\n\n3.a\n\n1234567890. a\n",
    ),
    "under": ("a\n", doc(p("_a_ b_c_d")), "\\_a\\_ b\\_c\\_d\n"),
    "hash late": ("a\n", doc(p("a # b"), p("#a"), p("####### b")), "a # b\n\n#a\n\n####### b\n"),
    "para after": ("a\n\nb\n", doc(p("a"), p("x"), p("y"), p("b")), "a\n\nx\n\ny\n\nb\n"),
    "para before": ("a\n", doc(p("x"), p("a")), "x\n\na\n"),
    "all new": ("a\n\nb\n", doc(p("x")), "x\n"),
    "delete first": ("a\n\nb\n\nc\n", doc(p("b"), p("c")), "b\n\nc\n"),
    "delete middle": ("a\n\nb\n\nc\n", doc(p("a"), p("c")), "a\n\nc\n"),
    "delete last": ("a\n\nb\n\nc\n", doc(p("a"), p("b")), "a\n\nb\n"),
    "swap": ("a one\n\nb two\n", doc(p("b two"), p("a one")), "b two\n\na one\n"),
    "item deleted": ("- a\n- b\n- c\n", doc(ul("a", "c")), "- a\n- c\n"),
    "item first": ("- b\n", doc(ul("a", "b")), "- a\n- b\n"),
    "item number first": ("1. b\n2. c\n", doc(ol("a", "b", "c")), "1. a\n1. b\n2. c\n"),
    "loose": ("- a\n\n- b\n", doc(ul("a", "x", "b")), "- a\n\n- x\n\n- b\n"),
    "loose inner": ("- a\n\n  b\n", doc(ul([p("a"), p("x"), p("b")])), "- a\n\n  x\n\n  b\n"),
    "tight inner para": ("- a\n- b\n", doc(ul([p("a"), p("x")], "b")), "- a\n\n  x\n- b\n"),
    "list to para": ("- a\n- b\n", doc(p("a"), p("b")), "a\n\nb\n"),
    "para to h": ("a *b*\n", doc(h(2, "a ", text("b", "em"))), "## a *b*\n"),
    "h to para": ("## a *b*\n", doc(p("a ", text("b", "em"))), "a *b*\n"),
    "soft": ("a\nb\nc\n", doc(p("a b c d")), "a\nb\nc d\n"),
    "soft in middle": ("a\nb\n", doc(p("a x b")), "a\nx b\n"),
    "soft in quote": ("> a\n> b\n", doc(quote(p("a b c"))), "> a\n> b c\n"),
    "space end": ("a\nb\n", doc(p("a  b")), "a\n&#x20;b\n"),
    "rule new first": ("a\n", doc(RULE, p("a")), "---\n\na\n"),
    "crlf code": ("a\r\n", doc(p("a"), code("x\ny")), "a\r\n\r\n```\r\nx\r\ny\r\n```\r\n"),
    "crlf list": ("- a\r\n- b\r\n", doc(ul("a", "b", "c")), "- a\r\n- b\r\n- c\r\n"),
    "no eol": ("a", doc(p("a"), p("b")), "a\n\nb"),
    "code lang": (
        "```js\na\n```\n",
        doc({"type": "code_block", "attrs": {"params": "py"}, "content": [text("a")]}),
        "```py\na\n```\n",
    ),
    "code text": (
        "```js\na\n```\n",
        doc({"type": "code_block", "attrs": {"params": "js"}, "content": [text("a\nb")]}),
        "```js\na\nb\n```\n",
    ),
    "tabs": ("a\n", doc(p("\ta\tb\t")), "&#x9;a\tb&#x9;\n"),
    "number up": ("9. a\n", doc(ol("a", "b", order=9)), "9. a\n10. b\n"),
    "number wide": ("9.  a\n", doc(ol("a", "b", order=9)), "9.  a\n10. b\n"),
    "zero": ("0. a\n", doc(ol("a", "b", order=0)), "0. a\n1. b\n"),
    "tab marker": ("-\ta\n", doc(ul("a", "b")), "-\ta\n-\tb\n"),
    "em style": ("_a_ b\n", doc(p(text("a", "em"), " ", text("b", "em"))), "_a_ _b_\n"),
    "lists of kinds": ("- a\n\n1. b\n", doc(ul("a"), ol("b", "c")), "- a\n\n1. b\n2. c\n"),
    "quote two": ("> a\n\nb\n", doc(quote(p("a")), quote(p("b"))), "> a\n\n> b\n"),
    "item para del": ("- a\n\n  b\n\n  c\n", doc(ul([p("a"), p("c")])), "- a\n\n  c\n"),
}

EVERYWHERE |= {
    "white space at the end": ("# ", doc(RULE, h(1)), "---\n\n# "),
    "code behind white space": ("  ```\n", doc(code("#")), "  ```\n#\n```\n"),
    "tab as nearby": ("-\ta\n\np\n", doc(ul("a"), p("p"), ul("b")), "-\ta\n\np\n\n- b\n"),
    "behind an empty item": ("*\n", doc(ul("", "a")), "*\n* a\n"),
    "code that is open": ("```\na\n", doc(code("a\nb")), "```\na\nb\n"),
    "code that seems closed": (
        "```\na\n```x\n",
        doc(code("a\n```xy")),
        "````\na\n```xy\n````\n",
    ),
    "kinds change places": ("Set\n===\n\nb\n", doc(p("Set"), h(1, "b")), "Set\n\n# b\n"),
    "two links to one address": (
        "[a](/x)[b](/x)\n",
        doc(p(text("ac", link("/x")), text("b", link("/x")))),
        "[ac](/x)[b](/x)\n",
    ),
    "between links": (
        "[a](/x) [b](/y)\n",
        doc(p(text("a", link("/x")), text("zb", link("/y")))),
        "[a](/x)[zb](/y)\n",
    ),
    "bold beside italics": (
        "**a**_b_ c\n",
        doc(p(text("ax", "strong"), text("b", "em"), " c")),
        "**ax**_b_ c\n",
    ),
    "code over two lines": ("`a\nb` c\n", doc(p(text("a b", "code"), " cd")), "`a\nb` cd\n"),
    "code over two lines grows": (
        "`a\nb` c\n",
        doc(p(text("a bx", "code"), " c")),
        "`a\nbx` c\n",
    ),
    "quote takes a text in": ("> a\n\nb\n", doc(quote(p("a"), p("b"))), "> a\n>\n> b\n"),
    "loose numbers": ("1. a\n\n2. b\n", doc(ol("a", "b", "c")), "1. a\n\n2. b\n\n3. c\n"),
    "inner item goes": (
        "- a\n  - b\n  - c\n- d\n",
        doc(ul([p("a"), ul("c")], "d")),
        "- a\n  - c\n- d\n",
    ),
    "inner item moves out": ("- a\n  - b\n- d\n", doc(ul("a", "b", "d")), "- a\n- b\n- d\n"),
    "quote in an item": (
        "- a\n",
        doc(ul([p("a"), quote(p("b"), p("c"))])),
        "- a\n\n  > b\n  >\n  > c\n",
    ),
}

EVERYWHERE |= {
    "two new items": ("- a\n- d\n", doc(ul("a", "b", "c", "d")), "- a\n- b\n- c\n- d\n"),
    "two new numbers": ("1. a\n2. d\n", doc(ol("a", "d", "e", "f")), "1. a\n2. d\n3. e\n4. f\n"),
    "no free line beside a heading": ("a\n# h\n", doc(p("_a_"), h(1, "h")), "\\_a\\_\n# h\n"),
    "code has other line ends": (
        "```\na\nb\n```\n\nx\r\n",
        doc(code("a\nb\nc"), p("x")),
        "```\na\nb\nc\n```\n\nx\r\n",
    ),
}


@pytest.mark.parametrize("dialect", ["g2", "commonmark"])
def test_what_moves_up_keeps_its_form(dialect):
    source, after = "a\n\nb\n\nc  \nd\n", doc(p("a"), p("c", BREAK, "d"))
    assert write(source, after, dialect) == "a\n\nc  \nd\n"


def test_a_new_block_in_an_item_leaves_what_is_above():
    source = "Set\n===\n\n- a\n\n  b\n"
    after = doc(h(1, "Set"), ul([p("a"), quote(p("b"), p("c"))]))
    assert write(source, after, "commonmark") == "Set\n===\n\n- a\n\n  > b\n  >\n  > c\n"


def test_what_is_left_alone_can_be_put_in():
    address = {"type": "opaque_inline", "attrs": {"source": "<http://x.y>"}}
    after = doc(p("a ", address, " b ", address), opaque("[x]: /y"))
    written = "a <http://x.y> b <http://x.y>\n\n[x]: /y\n"
    assert write("a <http://x.y>\n", after, "commonmark") == written


def test_a_list_begins_at_its_number():
    assert write("a\n", doc(ol("a", "b", order=3)), "commonmark") == "3. a\n4. b\n"


@pytest.mark.parametrize("dialect", ["g2", "commonmark"])
def test_a_break_keeps_its_form_beside_a_new_one(dialect):
    after = doc(p("a", BREAK, "b", BREAK, "c"))
    assert write("a  \nb c\n", after, dialect) == "a  \nb\\\nc\n"


@pytest.mark.parametrize("dialect", ["g1", "g2", "commonmark"])
@pytest.mark.parametrize(
    "piece", [text("a", {"type": "link"}), {"type": "image", "attrs": {"src": "/x"}}]
)
def test_what_lacks_a_part_is_refused(dialect, piece):
    with pytest.raises(CannotWriteMarkdown):
        write("a\n", doc(p(piece)), dialect)


@pytest.mark.parametrize("dialect", ["g1", "g2", "commonmark"])
@pytest.mark.parametrize("name", EVERYWHERE)
def test_everywhere_alike(name, dialect):
    source, after, expected = EVERYWHERE[name]
    assert write(source, after, dialect) == expected


@pytest.mark.parametrize(
    ("dialect", "source", "after", "expected"),
    [
        ("commonmark", "- a\n", doc(ul([p("a"), code("x\ny")])), "- a\n\n  ```\n  x\n  y\n  ```\n"),
        (
            "g1",
            "a\n",
            doc(ul([p("a"), ul([p("b"), ol("c", "d")]), p("e")])),
            "*   a\n    *   b\n        1.  c\n        2.  d\n\n    e\n",
        ),
        (
            "g2",
            "a\n",
            doc(ul([p("a"), ul([p("b"), ol("c", "d")]), p("e")])),
            "* a\n  * b\n    1. c\n    2. d\n\n  e\n",
        ),
        (
            "commonmark",
            "a\n",
            doc(ul([p("a"), ul([p("b"), ol("c", "d")]), p("e")])),
            "* a\n  * b\n    1. c\n    2. d\n\n  e\n",
        ),
        (
            "g1",
            "a\n",
            doc(ol(*"abcdefghijk")),
            "1.  a\n2.  b\n3.  c\n4.  d\n5.  e\n6.  f\n7.  g\n8.  h\n9.  i\n10. j\n11. k\n",
        ),
        (
            "g2",
            "a\n",
            doc(ol(*"abcdefghijk")),
            "1. a\n2. b\n3. c\n4. d\n5. e\n6. f\n7. g\n8. h\n9. i\n10. j\n11. k\n",
        ),
        (
            "commonmark",
            "a\n",
            doc(ol(*"abcdefghijk")),
            "1. a\n2. b\n3. c\n4. d\n5. e\n6. f\n7. g\n8. h\n9. i\n10. j\n11. k\n",
        ),
        ("g1", "a\n", doc(ul([ul("a")])), "*   *   a\n"),
        ("g2", "a\n", doc(ul([ul("a")])), "* * a\n"),
        ("commonmark", "a\n", doc(ul([ul("a")])), "* * a\n"),
        ("g1", "a\n", doc(p(text("a", link("/x y")))), "[a](</x y>)\n"),
        ("g2", "a\n", doc(p(text("a", link("/x y")))), "[a](</x y>)\n"),
        ("commonmark", "a\n", doc(p(text("a", link("/x y")))), "[a](/x%20y)\n"),
        ("g1", "a\n", doc(p(text("a", link("/x<y>")))), "[a](</x\\<y\\>>)\n"),
        ("g2", "a\n", doc(p(text("a", link("/x<y>")))), "[a](</x\\<y\\>>)\n"),
        ("commonmark", "a\n", doc(p(text("a", link("/x<y>")))), "[a](/x%3Cy%3E)\n"),
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
            "commonmark",
            "*a b c*\n",
            doc(p(text("a ", "em"), text("b", "em", "strong"), text(" c", "em"))),
            "*a **b** c*\n",
        ),
        ("g1", "a\n", doc(p(text("a", "strong"), text("b", "strong", "em"))), "**a*****b***\n"),
        ("g2", "a\n", doc(p(text("a", "strong"), text("b", "strong", "em"))), "**a*b***\n"),
        ("commonmark", "a\n", doc(p(text("a", "strong"), text("b", "strong", "em"))), "**a*b***\n"),
        (
            "g1",
            "**a b c**\n",
            doc(p(text("a ", "strong"), text("b", link("/x"), "strong"), text(" c", "strong"))),
            "**a** [**b**](/x) **c**\n",
        ),
        (
            "g2",
            "**a b c**\n",
            doc(p(text("a ", "strong"), text("b", link("/x"), "strong"), text(" c", "strong"))),
            "**a [b](/x) c**\n",
        ),
        (
            "commonmark",
            "**a b c**\n",
            doc(p(text("a ", "strong"), text("b", link("/x"), "strong"), text(" c", "strong"))),
            "**a [b](/x) c**\n",
        ),
        ("g1", "a\n", doc(p("a < b <c")), "a < b \\<c\n"),
        ("g2", "a\n", doc(p("a < b <c")), "a < b \\<c\n"),
        ("commonmark", "a\n", doc(p("a < b <c")), "a < b <c\n"),
        ("g1", "a\n", doc(p("~a~ ~")), "~a~ ~\n"),
        ("g2", "a\n", doc(p("~a~ ~")), "~a~ ~\n"),
        ("commonmark", "a\n", doc(p("~a~ ~")), "\\~a\\~ \\~\n"),
        ("g1", "a\n\nb\n", doc(ul("a", "b")), "*   a\n*   b\n"),
        ("g2", "a\n\nb\n", doc(ul("a", "b")), "* a\n* b\n"),
        ("commonmark", "a\n\nb\n", doc(ul("a", "b")), "* a\n* b\n"),
        (
            "g2",
            "a\n\n| a |\n|---|\n\nb\n",
            doc(p("a"), opaque("| a |\n|---|"), p("bc")),
            "a\n\n| a |\n|---|\n\nbc\n",
        ),
        (
            "commonmark",
            "a\n\n| a |\n|---|\n\nb\n",
            doc(p("a"), opaque("| a |\n|---|"), p("bc")),
            "a\n\n| a |\n|---|\n\nbc\n",
        ),
        ("commonmark", "- ```\n  a\n  ```\n", doc(ul([code("a\nb")])), "- ```\n  a\n  b\n  ```\n"),
        ("g2", "a b\n", doc(p("a", BREAK, " b")), "a\\\n&#x20;b\n"),
        ("commonmark", "a b\n", doc(p("a", BREAK, " b")), "a\\\n&#x20;b\n"),
        ("g2", "- a\n", doc(ul([p("a", BREAK, "b")])), "- a\\\n  b\n"),
        ("commonmark", "- a\n", doc(ul([p("a", BREAK, "b")])), "- a\\\n  b\n"),
        ("g1", "a\n", doc(p("import x"), p("export y")), "&#x69;mport x\n\n&#x65;xport y\n"),
        ("g2", "a\n", doc(p("import x"), p("export y")), "&#x69;mport x\n\n&#x65;xport y\n"),
        ("commonmark", "a\n", doc(p("import x"), p("export y")), "import x\n\nexport y\n"),
        ("g1", "+ a\n\np\n", doc(ul("a"), p("p"), ol("x")), "+ a\n\np\n\n1.  x\n"),
        ("g2", "+ a\n\np\n", doc(ul("a"), p("p"), ol("x")), "+ a\n\np\n\n1. x\n"),
        ("commonmark", "+ a\n\np\n", doc(ul("a"), p("p"), ol("x")), "+ a\n\np\n\n1. x\n"),
        ("g1", "> - a\n", doc(quote(ul("a", "b"))), "> - a\n> - b\n"),
        ("commonmark", "> - a\n", doc(quote(ul("a", "b"))), "> - a\n> - b\n"),
    ],
)
def test_by_dialect(dialect, source, after, expected):
    assert write(source, after, dialect) == expected


@pytest.mark.parametrize(
    ("dialect", "source", "after"),
    [
        ("g1", "- a\n", doc(ul([p("a"), code("x\ny")]))),
        ("g2", "- a\n", doc(ul([p("a"), code("x\ny")]))),
        ("g1", "a\n\n| a |\n|---|\n\nb\n", doc(p("a"), opaque("| a |\n|---|"), p("bc"))),
        ("g1", "- a\n", doc(ul([p("a"), opaque("| a |\n|---|")]))),
        ("g2", "- a\n", doc(ul([p("a"), opaque("| a |\n|---|")]))),
        ("commonmark", "- a\n", doc(ul([p("a"), opaque("| a |\n|---|")]))),
        ("g1", "a b\n", doc(p("a", BREAK, " b"))),
        ("g1", "- a\n", doc(ul([p("a", BREAK, "b")]))),
    ],
)
def test_what_no_attempt_can_say(dialect, source, after):
    with pytest.raises(CannotWriteMarkdown, match="the last change was taken back"):
        write(source, after, dialect)
