"""Rich text becomes what the families g1 and g2, and other sites, make of it."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from tests.dialects import markdown
from tests.render.nodes import parse

FIXTURES = Path(__file__).parent / "fixtures"
PIECES = [
    "a", "b ", " ", "\n", "\n\n", "*", "**", "_", "`", "```\n", "> ", "- ", "1. ", "    ", "# ",
    "[", "](", "](/x \"t\")", "![", "]", ")", "<", "<a>", "{", "}", "\\", "&nbsp;", "\u00a0",
    "\u2028", "---\n", "[x]: /y\n", "import ", "\ue000", "\u2055", "\x00", "\r\n", "é", "💡",
    "</a>", "<b/>", "|", "|-|\n", "~~", "[ ] ", "http://x.y", "www.", "a@b.c", "[^1]: ",
]  # fmt: skip
DIALECTS = st.sampled_from(["g1", "g2", "commonmark", "github"])


def cases(name, *more):
    """The cases of a fixture file: title, input and expected text, each ended by a dot.

    ``⍽`` stands for a non-breaking space and ``␠`` for a space at the end of a line.
    """
    text = (FIXTURES / name).read_text(encoding="utf-8")
    text = text.replace("⍽", "\u00a0").replace("␠", " ")
    found = re.findall(r"(?ms)^([^\n]+)\n\.\n(.*?)\n\.\n(.*?)\n\.$", text)
    return [pytest.param(*more, source, expected, id=title) for title, source, expected in found]


@pytest.mark.parametrize(
    ("dialect", "source", "expected"),
    [*cases("markdown.txt", "g1"), *cases("markdown_g2.txt", "g2")],
)
def test_html(dialect, source, expected):
    assert markdown(source, dialect) == expected


@pytest.mark.parametrize(
    ("dialect", "source", "reason"),
    [*cases("unbuildable.txt", "g1"), *cases("unbuildable_g2.txt", "g2")],
)
def test_text_that_the_site_cannot_build_is_shown_as_written_with_the_reason(
    dialect, source, reason
):
    shown = markdown(source, dialect)
    assert shown.startswith(f'<pre style="white-space:pre-wrap">{escape(source)}</pre>')
    assert reason in shown


@pytest.mark.parametrize(
    "name", ["markdown.txt", "unbuildable.txt", "markdown_g2.txt", "unbuildable_g2.txt"]
)
def test_no_case_is_overlooked(name):
    lines = (FIXTURES / name).read_text(encoding="utf-8").splitlines()
    assert len(cases(name)) == lines.count(".") / 3


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("- a\n\n  b", "<ul>\n<li>\n<p>a</p>\n<p>b</p>\n</li>\n</ul>\n"),
        ("[a][b]\n\n[b]: /c 'd'", '<p><a href="/c" title="d">a</a></p>\n'),
        ("~~a~~ {b}", "<p><s>a</s> {b}</p>\n"),
        ("www.a.org", '<p><a href="http://www.a.org">www.a.org</a></p>\n'),
        (
            "- [x] a",
            '<ul>\n<li><input checked="" disabled="" type="checkbox"> a</li>\n</ul>\n',
        ),
        ("|a|\n|-|", "<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n</table>\n"),
        ("    a", "<pre><code>a\n</code></pre>\n"),
        ("a <b>c</b>\n\n<div>", "<p>a &lt;b&gt;c&lt;/b&gt;</p>\n<p>&lt;div&gt;</p>\n"),
        ("[a](javascript:b)", "<p>[a](javascript:b)</p>\n"),
    ],
)
def test_sites_of_other_kinds_have_commonmark_with_githubs_extensions(source, expected):
    assert markdown(source, "commonmark") == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a <b>c</b> ~one~ ~~two~~", "<p>a <b>c</b> <s>one</s> <s>two</s></p>\n"),
        ("<div class='x'>\n\n*a*\n\n</div>", "<div class='x'>\n<p><em>a</em></p>\n</div>"),
        ("a<br>b <img src=/a.png>", "<p>a<br>b <img src=/a.png></p>\n"),
        ("a <script>b</script>", "<p>a &lt;script>b&lt;/script></p>\n"),
        ('<b onclick="c" class="d" data-fp-root=e>f</b>', '<p><b class="d">f</b></p>\n'),
        ('<a href=" java&#10;script:b">c</a>', "<p><a>c</a></p>\n"),
        ("<a href=/b>www.a.org</a>", "<p><a href=/b>www.a.org</a></p>\n"),
        ("</div></section>\n", "\n"),
        ("a <b>c <i>d</b>", "<p>a <b>c <i>d</i></b></p>\n"),
        ("a <!--><b onclick=c>d</b>-->", "<p>a <!--><b>d</b>--&gt;</p>\n"),
        ("<div><img/onerror=a><b/></div>", "<div><img><b></b></div>"),
        ("<div>\n<!-- a", "<div>\n&lt;!-- a</div>"),
        ("<div class='a", "&lt;div class='a"),
        ("`<b>`", "<p><code>&lt;b&gt;</code></p>\n"),
    ],
)
def test_html_in_markdown_is_passed_on_and_kept_inside(source, expected):
    assert markdown(source, "github") == expected


@pytest.mark.parametrize("dialect", ["g1", "g2", "commonmark", "github"])
def test_no_text_no_element(dialect):
    assert markdown("", dialect) == markdown("\n \n", dialect) == ""


def test_carriage_returns_are_line_breaks():
    assert markdown("a\r\nb\rc") == "<p>a\nb\nc</p>"


def test_private_characters_stay():
    assert markdown("\u2055\ue07f\u2055") == "<p>\u2055\ue07f\u2055</p>"


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join), DIALECTS)
def test_never_fails_on_pieces_of_markdown(source, dialect):
    parse(markdown(source, dialect))


@given(st.text(max_size=200), DIALECTS)
def test_never_fails_on_any_text(source, dialect):
    parse(markdown(source, dialect))


@given(st.text(alphabet="<>&\"'abc \n*_`[]()/@.", max_size=60), DIALECTS)
def test_no_text_becomes_an_element(source, dialect):
    tags = set(re.findall(r"<\s*/?\s*([^\s>]*)", markdown(source, dialect)))
    allowed = {"p", "em", "strong", "code", "a", "img", "pre", "h1", "ul", "ol", "li", "div", "hr"}
    assert tags <= allowed | {"blockquote", "h2", "br"}


@pytest.mark.parametrize("dialect", ["g1", "g2", "commonmark", "github"])
@pytest.mark.parametrize(
    "text",
    [
        *("[" * 2000, "*a **b " * 500, "> " * 500 + "a", "- " * 300 + "a", "{" * 5000),
        *("<a>" * 2000, "<a>" * 500 + "</a>" * 500, "http://" * 1000),
    ],
)
def test_deep_nesting_is_survived(text, dialect):
    assert markdown(text, dialect)


@pytest.mark.parametrize("dialect", ["commonmark", "github"])
@pytest.mark.parametrize(
    "code",
    [
        "import Card from '../Card.astro'", 'import "./a.css";', "import * as A from 'a'",
        "import A, { b } from 'c';", "import {\n  a,\n} from 'b'", "export const a = {\n  b: 1 }",
        "export default function A() {\n  return 1\n}", "export default A;", "export * from 'a'",
        "export { a }", "export async function a() {}",
    ],
)  # fmt: skip
def test_module_code_is_not_shown(dialect, code):
    assert markdown(f"{code}\n\nWords\n", dialect) == "<p>Words</p>\n"
    assert "Words" in markdown(f"Words\n{code}\n", dialect)


@pytest.mark.parametrize(
    "text",
    [
        "import duties from here", "import 'quoted' words", "export const laws", "export defaults",
        "imports from 'a'", "export " + "a " * 9000, "import " + " " * 90000 + "x",
    ],
)  # fmt: skip
def test_a_sentence_is_no_module_code(text):
    assert markdown(text, "commonmark").startswith(f"<p>{text[:6]}")


@pytest.mark.parametrize("code", ["<script>let a</script>", "<style>\na { b: c }\n\n</style>"])
def test_scripts_and_styles_of_a_body_are_not_shown(code):
    assert markdown(f"{code}\n\nWords\n", "github").strip() == "<p>Words</p>"
    assert markdown(f"{code} Words\n", "github").strip() == "Words"
    assert "&lt;" in markdown("<script>let a", "github")
    assert "&lt;" in markdown(f"{code}\n", "commonmark")
