"""What a document says, without the differences that Markdown does not know."""

import pytest

from designer.richtext.editor_schema import from_json
from designer.richtext.rich_text import Atom, Letter, MarkValue, PlainBlock
from tests.dialects import normalize
from tests.richtext.texts import code, doc, h, link, ol, p, quote, text, ul

STRONG, EM, CODE = MarkValue("strong"), MarkValue("em"), MarkValue("code")
BREAK = {"type": "hard_break"}
IMAGE = {"type": "image", "attrs": {"src": "/a b", "alt": "", "title": ""}}
ALL = ("g1", "g2", "commonmark", "github")


def letters(words, *marks):
    return tuple(Letter(letter, frozenset(marks)) for letter in words)


def said(document, dialect):
    """The letters of the first block: each run with the types of its marks."""
    found, atom = [], None
    for letter in normalize(from_json(document), dialect)[0].letters:
        shown = letter.atom.type if letter.atom else letter.text
        marks = ",".join(sorted(mark.type for mark in letter.marks))
        if found and found[-1][1] == marks and not letter.atom and not atom:
            found[-1] = (found[-1][0] + shown, marks)
        else:
            found.append((shown, marks))
        atom = letter.atom
    return found


def test_a_document_as_nodes():
    document = doc(
        {"type": "heading", "attrs": {"level": 2, "html": "x"}, **_content(text("a", "em"))},
        {"type": "bullet_list", "attrs": {"tight": True}, "content": []},
        {"type": "ordered_list", "attrs": {"order": 3, "tight": False}},
        {"type": "paragraph", "content": [IMAGE | {"marks": [{"type": "strong"}]}]},
        {"type": "paragraph"},
        code("x"),
    )
    image = Atom("image", (("alt", ""), ("src", "/a b"), ("title", "")))
    assert from_json(document) == (
        PlainBlock("heading", (("level", "2"),), letters=letters("a", EM)),
        PlainBlock("bullet_list"),
        PlainBlock("ordered_list", (("order", "3"),)),
        PlainBlock("paragraph", letters=(Letter("", frozenset({STRONG}), image),)),
        PlainBlock("paragraph", letters=()),
        PlainBlock("code_block", (("params", ""),), letters=letters("x")),
    )
    assert from_json({"type": "doc"}) == ()


def _content(*pieces):
    return {"content": list(pieces)}


def test_marks_with_and_without_attributes():
    auto = {"type": "autolink", "attrs": {"href": "/y"}}
    pieces = [text("a", link("/x"), auto), text("b", {"type": "link", "attrs": {"href": None}})]
    (node,) = from_json(doc({"type": "paragraph", "content": pieces}))
    assert node.letters == (
        *letters("a", MarkValue("link", (("href", "/x"), ("title", "")))),
        *letters("b", MarkValue("link", (("href", ""),))),
    )


@pytest.mark.parametrize("ends", ["\r\n", "\n", "\r"])
def test_line_ends_in_a_text_are_spaces_but_not_in_code(ends):
    first, second = from_json(doc(p(f"a{ends}b"), code(f"a{ends}b")))
    assert first.letters == letters("a b")
    assert second.letters == letters(f"a{ends}b")


@pytest.mark.parametrize("dialect", ALL)
def test_what_nobody_sees(dialect):
    document = doc(p(), h(1), code(""), quote(p()), p(BREAK), p("a", BREAK, BREAK))
    found = normalize(from_json(document), dialect)
    assert [node.type for node in found] == ["heading", "code_block", "blockquote", "paragraph"]
    assert found[2].children == ()
    assert found[3].letters == letters("a")


@pytest.mark.parametrize("dialect", ALL)
def test_white_space_at_the_edges_of_bold_text_is_plain(dialect):
    document = doc(p("a", text(" \tb c ", "strong"), "d", text(" ", "em"), text("e", "code")))
    assert said(document, dialect) == [
        ("a \t", ""),
        ("b c", "strong"),
        (" d ", ""),
        ("e", "code"),
    ]


def test_a_break_at_the_edge_of_bold_text_is_plain():
    bold = BREAK | {"marks": [{"type": "strong"}]}
    document = doc(p("a", bold, text("b", "strong"), bold, text("c", "strong"), bold, "d"))
    assert said(document, "g2") == [
        ("a", ""),
        ("hard_break", ""),
        ("b", "strong"),
        ("hard_break", "strong"),
        ("c", "strong"),
        ("hard_break", ""),
        ("d", ""),
    ]


def test_marks_that_reach_over_others():
    document = doc(p(text("a ", "strong"), text(" b", "strong", "em"), text(" c ", "em")))
    assert said(document, "g2") == [
        ("a  ", "strong"),
        ("b", "em,strong"),
        (" c", "em"),
        (" ", ""),
    ]
    assert said(document, "g1") == [
        ("a", "strong"),
        ("  ", ""),
        ("b", "em,strong"),
        (" ", ""),
        ("c", "em"),
        (" ", ""),
    ]


def test_the_family_g1_has_no_bold_code_and_no_bold_pictures():
    picture = IMAGE | {"marks": [{"type": "em"}, link("/x")]}
    document = doc(p(text("a", "strong", "code", link("/x")), picture))
    assert said(document, "g1") == [("a", "code,link"), ("image", "link")]
    assert said(document, "g2") == [("a", "code,link,strong"), ("image", "em,link")]


@pytest.mark.parametrize("dialect", ALL)
def test_pictures_are_no_code(dialect):
    document = doc(p("a", IMAGE | {"marks": [{"type": "code"}]}, text("b", "code")))
    assert said(document, dialect) == [("a", ""), ("image", ""), ("b", "code")]


@pytest.mark.parametrize(("dialect", "orders"), [("g1", ()), ("g2", ()), ("commonmark", True)])
def test_where_a_list_begins(dialect, orders):
    (node,) = normalize(from_json(doc(ol("a", order=3))), dialect)
    assert node.attributes == ((("order", "3"),) if orders else ())
    assert node.children[0].children[0].letters == letters("a")


@pytest.mark.parametrize(
    ("dialect", "address"),
    [("g1", "/a b"), ("g2", "/a b"), ("commonmark", "/a%20b"), ("github", "/a%20b")],
)
def test_addresses_as_the_parser_reads_them(dialect, address):
    linked = text("x", link("/a b", "a b"), "strong")
    (node,) = normalize(from_json(doc(p(linked, IMAGE, "y"))), dialect)
    shown = MarkValue("link", (("href", address), ("title", "a b")))
    assert node.letters[0] == Letter("x", frozenset({shown, STRONG}))
    assert node.letters[1].atom == Atom("image", (("alt", ""), ("src", address), ("title", "")))
    assert node.letters[2] == Letter("y")


@pytest.mark.parametrize("dialect", ALL)
def test_code_keeps_its_spaces(dialect):
    (node,) = normalize(from_json(doc(code(" a "))), dialect)
    assert node.letters == letters(" a ")
    (item,) = normalize(from_json(doc(ul(" a"))), dialect)
    assert item.children[0].children[0].letters == letters(" a")
