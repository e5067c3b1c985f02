"""Texts in HTML: they are read as a browser shows them, and only what was typed changes."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from designer.render import text_at, with_text
from designer.render.html_texts import OBJECT, mark_texts
from tests.corpus import REAL

FOOTER = (
    '<p class="a">\n  © 2024 <a href="/lab?a&b">Lab &amp; Co</a>. All&nbsp;rights\n'
    "   reserved.<br>\n  Line two </p>and a tail"
)

WORDS = st.text("ab &<;\xa0é\n", min_size=1, max_size=6).map(lambda text: text.replace("<", "&lt;"))
ALONE = ["<br>", "<img src=x>", "<!-- c -->", "&copy;", "&copy"]


def pieces(names, alone):
    """Pieces of HTML with elements of these names."""
    return st.lists(
        st.recursive(
            WORDS | st.sampled_from(alone),
            lambda inner: st.builds(
                lambda name, more, inside: f"<{name}{more}>{''.join(inside)}</{name}>",
                st.sampled_from(names),
                st.sampled_from(["", ' title="<p>"', " x='>'", ' class="a b"\n ']),
                st.lists(inner, max_size=3),
            ),
            max_leaves=8,
        ),
        max_size=4,
    ).map("".join)


MARKUP = pieces(["u", "b", "a", "div", "svg", "button", "script"], ALONE)
WILD = pieces(
    ["p", "b", "li", "div", "svg", "button", "script"], [*ALONE, "</p>", "<p>", "<b", "<!"]
)


def texts(markup):
    """The texts of a piece of HTML by their numbers."""
    numbers = range(markup.count("<") + 1)
    return {n: text for n in numbers if (text := text_at(markup, n)) is not None}


class TestReading:
    def test_what_a_browser_shows(self):
        assert texts(FOOTER) == {
            0: f"{OBJECT}and a tail",
            1: f"© 2024 {OBJECT}. All\xa0rights reserved.\nLine two",
            2: "Lab & Co",
        }

    def test_where_nobody_can_type(self):
        markup = "<svg><text>a</text></svg><button>b</button><style>c</style><p>d</p>"
        assert texts(markup) == {0: OBJECT * 4, 5: "d"}

    def test_an_element_ends_where_the_next_of_its_kind_begins(self):
        assert texts("<ul><li>a<li>b</ul>") == {0: OBJECT, 1: OBJECT * 2, 2: "a", 3: "b"}

    def test_tags_in_values_and_comments_are_none(self):
        assert texts('<p title="<b>x</b>">a<!-- <b>y</b> -->b</p>') == {0: OBJECT, 1: "ab"}

    def test_marks(self):
        markup = '<div class="x">\n <P>a</P> <b></b> <i>&nbsp;</i> <u>b <s>c</s></u></div>'
        assert mark_texts(markup, lambda number: f" m={number}") == (
            '<div class="x">\n <P m=2>a</P> <b></b> <i>&nbsp;</i> <u m=5>b <s m=6>c</s></u></div>'
        )


class TestWriting:
    @pytest.mark.parametrize(
        ("number", "text", "old", "new"),
        [
            (2, "Lab & Coop", "&amp; Co<", "&amp; Coop<"),
            (2, "Lab", "Lab &amp; Co", "Lab"),
            (2, "R&D <3", "Lab &amp; Co", "R&amp;D &lt;3"),
            (2, "", "Lab &amp; Co", ""),
            (1, f"© 2025 {OBJECT}. All\xa0rights reserved.\nLine two", "2024", "2025"),
            (1, f"{OBJECT}. All\xa0rights reserved.\nLine two", "© 2024 ", ""),
            (1, f"© 2024 {OBJECT}. All\xa0our rights reserved.\nLine two", ";r", ";our r"),
            (1, f"© 2024 {OBJECT}.\nLine two ", ". All&nbsp;rights\n   reserved.", "."),
            (
                1,
                f"© 2024 {OBJECT}. All\xa0rights reserved.\nAt\xa0last",
                "Line two",
                "At&nbsp;last",
            ),
            (0, f"{OBJECT}and  a tail, ", "tail", "tail,"),
        ],
    )
    def test_only_that_changes(self, number, text, old, new):
        assert with_text(FOOTER, number, text) == FOOTER.replace(old, new, 1)

    @pytest.mark.parametrize("text", ["© 2024", f"{OBJECT}{OBJECT}", f"a{OBJECT}b"])
    def test_elements_among_the_words_stay(self, text):
        assert with_text(FOOTER, 1, text) is None

    def test_words_that_would_make_another_sign_with_what_stands_there(self):
        assert with_text("<p>x &</p>", 1, "x &amp;") == "<p>x &amp;amp;</p>"

    def test_where_nobody_can_type(self):
        assert with_text("<svg><text>a</text></svg>", 2, "b") is None
        assert with_text("<p>a</p>", 7, "b") is None


class TestLaws:
    @given(WILD)
    def test_the_same_text_is_the_same_html(self, markup):
        for number, text in texts(markup).items():
            assert with_text(markup, number, text) == markup

    @given(MARKUP, st.data())
    def test_what_is_typed_and_taken_back_leaves_nothing(self, markup, data):
        found = texts(markup)
        number = data.draw(st.sampled_from(sorted(found)))
        text, at = found[number], data.draw(st.integers(0, len(found[number])))
        longer = with_text(markup, number, text[:at] + data.draw(st.sampled_from("xü")) + text[at:])
        assert longer is not None
        assert with_text(longer, number, text) == markup

    @given(MARKUP, st.data(), st.text("ab &<;>é", max_size=5))
    def test_the_other_texts_stay(self, markup, data, words):
        found = texts(markup)
        number = data.draw(st.sampled_from(sorted(found)))
        among = re.sub(f"[^{OBJECT}\n]", "", found[number])
        other = with_text(markup, number, words + among)
        assert other is not None
        assert {**texts(other), number: ""} == {**found, number: ""}

    @given(WILD)
    def test_marks_change_no_text(self, markup):
        assert texts(mark_texts(markup, lambda number: f' m="{number}"')) == texts(markup)


def test_a_real_footer(corpus):
    visited = 0
    site, texts_there = ("bacalhau", 9) if corpus == REAL else ("g1", 6)
    data = json.loads((corpus / site / "content/global/index.json").read_text("utf-8"))
    markup = data["blocks"][0]["markup"]
    for number, text in texts(markup).items():
        if not text.replace(OBJECT, "").strip():
            continue
        visited += 1
        for at in (0, len(text) // 2, len(text)):
            longer = with_text(markup, number, f"{text[:at]}x{text[at:]}")
            assert longer is not None
            assert len(longer) == len(markup) + 1
            assert with_text(longer, number, text) == markup
    assert visited == texts_there
