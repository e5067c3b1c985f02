"""Rich text becomes what the family's first generation makes of it."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from designer.render import markdown

FIXTURES = Path(__file__).parent / "fixtures"
PIECES = [
    "a", "b ", " ", "\n", "\n\n", "*", "**", "_", "`", "```\n", "> ", "- ", "1. ", "    ", "# ",
    "[", "](", "](/x \"t\")", "![", "]", ")", "<", "<a>", "{", "}", "\\", "&nbsp;", "\u00a0",
    "\u2028", "---\n", "[x]: /y\n", "import ", "\ue000", "\u2055", "\x00", "\r\n", "é", "💡",
]  # fmt: skip


def cases(name):
    """The cases of a fixture file: title, input and expected text, each ended by a dot.

    ``⍽`` stands for a non-breaking space and ``␠`` for a space at the end of a line.
    """
    text = (FIXTURES / name).read_text(encoding="utf-8")
    text = text.replace("⍽", "\u00a0").replace("␠", " ")
    found = re.findall(r"(?ms)^([^\n]+)\n\.\n(.*?)\n\.\n(.*?)\n\.$", text)
    return [pytest.param(source, expected, id=title) for title, source, expected in found]


@pytest.mark.parametrize(("source", "expected"), cases("markdown.txt"))
def test_html(source, expected):
    assert markdown(source) == expected


@pytest.mark.parametrize(("source", "reason"), cases("unbuildable.txt"))
def test_text_that_the_site_cannot_build_is_shown_as_written_with_the_reason(source, reason):
    shown = markdown(source)
    assert shown.startswith(f'<pre style="white-space:pre-wrap">{escape(source)}</pre>')
    assert reason in shown


@pytest.mark.parametrize("name", ["markdown.txt", "unbuildable.txt"])
def test_no_case_is_overlooked(name):
    lines = (FIXTURES / name).read_text(encoding="utf-8").splitlines()
    assert len(cases(name)) == lines.count(".") / 3


def test_no_text_no_element():
    assert markdown("") == markdown("\n \n") == ""


def test_carriage_returns_are_line_breaks():
    assert markdown("a\r\nb\rc") == "<p>a\nb\nc</p>"


def test_private_characters_stay():
    assert markdown("\u2055\ue07f\u2055") == "<p>\u2055\ue07f\u2055</p>"


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_never_fails_on_pieces_of_markdown(source):
    markdown(source)


@given(st.text(max_size=200))
def test_never_fails_on_any_text(source):
    markdown(source)


@given(st.text(alphabet="<>&\"'abc \n*_`[]()", max_size=60))
def test_no_text_becomes_an_element(source):
    tags = set(re.findall(r"<\s*/?\s*([^\s>]*)", markdown(source)))
    allowed = {"p", "em", "strong", "code", "a", "img", "pre", "h1", "ul", "ol", "li", "div", "hr"}
    assert tags <= allowed | {"blockquote", "h2"}


@pytest.mark.parametrize(
    "text", ["[" * 2000, "*a **b " * 500, "> " * 500 + "a", "- " * 300 + "a", "{" * 5000]
)
def test_deep_nesting_is_survived(text):
    assert markdown(text)
