"""The buttons above a Markdown text change the selection and its lines, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton

from designer.inspector.entries.entry import FormEntry
from designer.inspector.fields import MarkdownField, field_for
from designer.inspector.fields.markdown_edits import (
    bold,
    bullets,
    heading,
    italic,
    link,
    new_line,
    numbers,
)
from designer.look import LIGHT


def made(edit, marked):
    """The result of an edit; ``[`` and ``]`` in the text mark the selection, ``|`` a caret."""
    if "|" in marked:
        start = end = marked.index("|")
        text = marked.replace("|", "")
    else:
        start, end = marked.index("‹"), marked.index("›") - 1
        text = marked.replace("‹", "").replace("›", "")
    done = edit(text, start, end)
    if done is None:
        return None
    new, start, end = done
    if start == end:
        return f"{new[:start]}|{new[start:]}"
    return f"{new[:start]}‹{new[start:end]}›{new[end:]}"


@pytest.mark.parametrize(
    ("edit", "before", "after"),
    [
        (bold, "a ‹word› b", "a **‹word›** b"),
        (bold, "a **‹word›** b", "a ‹word› b"),
        (bold, "a ‹**word**› b", "a ‹word› b"),
        (bold, "a ‹word ›b", "a **‹word›** b"),
        (bold, "a | b", "a **|** b"),
        (bold, "a **|** b", "a | b"),
        (bold, "*‹word›*", "***‹word›***"),
        (italic, "a ‹word› b", "a *‹word›* b"),
        (italic, "**‹word›**", "***‹word›***"),
        (italic, "***‹word›***", "**‹word›**"),
        (italic, "*‹word›*", "‹word›"),
        (link, "a ‹word› b", "a [word](|) b"),
        (link, "a ‹https://x.org› b", "a [|](https://x.org) b"),
        (link, "a [‹word›](/x) b", "a ‹word› b"),
        (link, "a | b", "a [|]() b"),
        (bullets, "‹one\ntwo›", "‹- one\n- two›"),
        (bullets, "‹- one\n- two›", "‹one\ntwo›"),
        (bullets, "*   old\n\nne|w", "*   old\n\n*   ne|w"),
        (bullets, "‹1. one\n2. two›", "‹- one\n- two›"),
        (bullets, "‹one\n\ntwo›", "‹- one\n\n- two›"),
        (numbers, "‹one\ntwo\n›three", "‹1. one\n2. two›\nthree"),
        (numbers, "‹- one\n- two›", "‹1. one\n2. two›"),
        (numbers, "‹1. one›", "‹one›"),
        (heading, "x\nti|tle\ny", "x\n## ti|tle\ny"),
        (heading, "## ti|tle", "### ti|tle"),
        (heading, "### ti|tle", "ti|tle"),
        (heading, "# |", "## |"),
        (new_line, "- one|", "- one\n- |"),
        (new_line, "*   one|", "*   one\n*   |"),
        (new_line, "  9) one|", "  9) one\n  10) |"),
        (new_line, "- one\n- |", "- one\n|"),
        (new_line, "words|", None),
        (new_line, "- ‹one›", None),
    ],
)
def test_edits(edit, before, after):
    assert made(edit, before) == after


@given(
    st.sampled_from([bold, italic, link, bullets, numbers, heading]),
    st.text("ab *_-[]()#1. \n", max_size=40),
    st.integers(0, 40),
    st.integers(0, 40),
)
def test_words_are_never_lost(edit, text, one, other):
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    new, first, last = edit(text, start, end)
    assert 0 <= first <= last <= len(new)
    letters = [c for c in text if c in "ab"]
    kept = [c for c in new if c in "ab"]
    assert kept == letters or (edit is link and len(kept) <= len(letters))


@pytest.fixture
def field(qtbot):
    field = field_for(FormEntry(("x",), "markdown", "Text", "One 😀 two\u00a0three"))
    assert isinstance(field, MarkdownField)
    field.set_tokens(LIGHT)
    qtbot.addWidget(field)
    field.resize(300, 120)
    field.show()
    field.text.setFocus()
    qtbot.waitUntil(field.text.hasFocus)
    return field


def choose(field, word):
    """Select a word, counting as Qt does."""
    text = field.text.document().toRawText()
    start = len(text[: text.index(word)].encode("utf-16-le")) // 2
    cursor = field.text.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(start + len(word), cursor.MoveMode.KeepAnchor)
    field.text.setTextCursor(cursor)


def test_keys_and_buttons_do_the_same(field):
    heard = []
    field.edited.connect(heard.append)
    choose(field, "two")
    QTest.keySequence(field.text, "Ctrl+B")
    assert heard == ["One 😀 **two**\u00a0three"]
    assert field.text.textCursor().selectedText() == "two"
    bold_button = next(b for b in field.findChildren(QToolButton) if b.accessibleName() == "Bold")
    QTest.mouseClick(bold_button, Qt.MouseButton.LeftButton)
    assert heard[-1] == "One 😀 two\u00a0three"
    assert field.text.hasFocus()


def test_each_edit_is_a_step_of_its_own(field):
    told = []
    field.edited.connect(lambda _text: told.append("edit"))
    field.editing_finished.connect(lambda: told.append("end"))
    choose(field, "two")
    QTest.keySequence(field.text, "Ctrl+I")
    assert told.count("edit") == 1
    assert (told[0], told[-1]) == ("end", "end")


def test_a_list_goes_on_with_the_next_line(field):
    field.show_value("- one")
    heard = []
    field.edited.connect(heard.append)
    field.text.caret = 5
    QTest.keyClicks(field.text, "\rtwo")
    assert heard[-1] == "- one\n- two"


def test_every_button_has_a_name_and_shows_its_key(field):
    for button in field.findChildren(QToolButton):
        assert button.accessibleName()
        assert "Ctrl" in button.toolTip()


def test_marks_are_shown_by_what_they_mean(field):
    field.show_value("a **bold** word")
    formats = field.text.document().firstBlock().layout().formats()
    strong = [f for f in formats if f.format.fontWeight() == QFont.Weight.Bold]
    assert [(f.start, f.length) for f in strong] == [(4, 4)]
