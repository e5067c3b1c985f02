"""A text while somebody types in it: earlier states have their bytes again."""

import pytest

from designer.richtext import CannotWriteMarkdown
from tests.dialects import new_session
from tests.richtext.texts import doc, p, text, ul


def test_a_sentence_has_no_traces_of_its_typing():
    session = new_session("a\n", "g1")
    written = [session.edit(doc(p("a b *c* d"[:end]))) for end in range(2, 10)]
    assert written[0] == "a&#x20;\n"
    assert written[-1] == "a b \\*c\\* d\n"


@pytest.mark.parametrize("source", ["", "\n", "*   a\\_b&#x20;\n\n\n", "__a__  \n"])
def test_what_is_taken_back_has_its_bytes_again(source):
    session = new_session(source, "g1")
    first = session.json
    session.edit(doc(p("something"), ul("else")))
    assert session.edit(first) == source


def test_undo_from_outside_is_followed():
    session = new_session("a\n", "g1")
    session.edit(doc(p("a"), p("b")))
    assert session.follow("a\n") == doc(p("a"))
    assert session.edit(doc(p("a"), p("b"))) == "a\n\nb\n"
    assert session.follow("other\n") == doc(p("other"))
    assert session.edit(doc(p("others"))) == "others\n"


def test_what_cannot_be_written_leaves_the_source():
    session = new_session("a\n", "g2")
    session.edit(doc(p("ab")))
    with pytest.raises(CannotWriteMarkdown):
        session.edit(doc(p(text("ab", "strike"))))
    assert session.source == "ab\n"


@pytest.mark.parametrize(
    ("dialect", "source"),
    [
        ("g1", "3. a\n"),
        ("g1", "**a `b`**\n"),
        ("g2", "a **b** www.x.y\n"),
        ("commonmark", "3. [a](</ä b>)\n"),
    ],
)
def test_a_first_state_has_its_bytes_again(dialect, source):
    session = new_session(source, dialect)
    first = session.json
    assert session.edit(doc(p("q"))) == "q\n"
    assert (session.edit(first), session.source) == (source, source)
    assert session.json == first


def test_what_the_first_text_cannot_become_is_tried_from_the_last():
    session = new_session("a\n", "commonmark")
    assert session.follow("a\n\n| b |\n|---|\n") != doc(p("a"))
    table = session.json["content"][1]
    assert session.edit(doc(p("ab"), table)) == "ab\n\n| b |\n|---|\n"
    assert session.follow("ab\n\n| b |\n|---|\n") == session.json
    assert session.edit(doc(p("a"), table)) == "a\n\n| b |\n|---|\n"


def test_states_are_remembered_after_undo():
    session = new_session("__a__\n", "g2")
    first = session.json
    assert session.edit(doc(p("b"))) == "b\n"
    session.follow("b\n")
    assert session.edit(first) == "__a__\n"
    session.follow("other\n")
    assert session.edit(first) != "__a__\n"
