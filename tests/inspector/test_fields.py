from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from designer.inspector.entries.entry import FormEntry
from designer.inspector.fields import ChoiceField, MultiLineField, field_for
from designer.schema import Option


def made(qtbot, kind, value, **more):
    field = field_for(FormEntry(("x",), kind, "X", value, **more))
    qtbot.addWidget(field)
    heard = []
    field.edited.connect(heard.append)
    return field, heard


@pytest.mark.parametrize("kind", ["string", "text", "markdown", "slot"])
def test_showing_is_not_editing_typing_is(qtbot, kind):
    field, heard = made(qtbot, kind, "one")
    field.show_value("two")
    field.show_value(None)
    field.show_value("three")
    assert heard == []
    QTest.keyClicks(field.focusProxy() or field, "!")
    assert len(heard) == 1
    assert "!" in heard[0]


def test_caret_stays_when_the_shown_value_comes_back(qtbot):
    field, _ = made(qtbot, "text", "a long text")
    cursor = field.textCursor()
    cursor.setPosition(5)
    field.setTextCursor(cursor)
    field.show_value("a long text")
    assert field.textCursor().position() == 5


def test_a_slot_stays_on_one_line(qtbot):
    field, heard = made(qtbot, "slot", "p-1")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert heard == []
    assert isinstance(field, MultiLineField)


def test_number_writes_numbers_only(qtbot):
    field, heard = made(qtbot, "number", 1)
    field.selectAll()
    QTest.keyClicks(field, "2x")
    assert heard == [2]
    field.selectAll()
    QTest.keyClicks(field, "2.5")
    assert heard[-1] == 2.5


def test_boolean(qtbot):
    field, heard = made(qtbot, "boolean", True)
    field.show_value(False)
    field.click()
    assert heard == [True]


def test_choice_keeps_a_value_that_is_no_choice(qtbot):
    options = (Option("a", "First"), Option("b", "Second"))
    field, heard = made(qtbot, "select", "odd", options=options)
    assert isinstance(field, ChoiceField)
    assert field.currentText() == "odd"
    field.show_value("b")
    assert field.currentText() == "Second"
    assert heard == []
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert heard == ["a"]


@pytest.mark.qt_log_ignore("Keyboard event not accepted")
def test_undo_keys_are_left_to_the_window(qtbot):
    for kind in ("string", "text"):
        field, heard = made(qtbot, kind, "one")
        QTest.keyClicks(field, "X")
        QTest.keySequence(field, "Ctrl+Z")
        assert len(heard) == 1


AWKWARD = ["no\u00a0break", "two\r\nlines", "line\u2028separator", "narrow\u202fspace", "a\tb"]


@pytest.mark.parametrize("kind", ["string", "text", "slot"])
@pytest.mark.parametrize("value", AWKWARD)
def test_showing_an_awkward_text_is_not_editing(qtbot, kind, value):
    field, heard = made(qtbot, kind, "one")
    field.show_value(value)
    assert heard == []


@pytest.mark.parametrize("kind", ["string", "text"])
def test_typing_keeps_the_characters_beside_it(qtbot, kind):
    field, heard = made(qtbot, kind, "10\u00a0km \u202fand\u2028more")
    field.caret = 0
    QTest.keyClicks(field, "x")
    assert heard == ["x10\u00a0km \u202fand\u2028more"]


@pytest.mark.parametrize("kind", ["string", "text"])
def test_after_undo_the_caret_is_where_the_text_changed(qtbot, kind):
    field, _ = made(qtbot, kind, "One two")
    field.show()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    field.caret = 3
    QTest.keyClicks(field, " and 😀"[:5])
    field.show_value("One two")
    assert field.caret == 3


@pytest.mark.parametrize("kind", ["string", "text"])
def test_a_run_ends_where_the_caret_jumps(qtbot, kind):
    field, _ = made(qtbot, kind, "one two three")
    ends = []
    field.editing_finished.connect(lambda: ends.append(1))
    field.caret = 3
    QTest.keyClicks(field, "abc")
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    assert ends == []
    field.caret = 10
    QTest.keyClicks(field, "x")
    assert len(ends) == 1


@pytest.mark.parametrize("kind", ["string", "text"])
def test_a_paste_is_a_run_of_its_own(qtbot, qapp, kind):
    field, _ = made(qtbot, kind, "")
    told = []
    field.editing_finished.connect(lambda: told.append("end"))
    field.edited.connect(told.append)
    QTest.keyClicks(field, "a")
    qapp.clipboard().setText("pasted")
    field.paste()
    assert told == ["a", "end", "apasted", "end"]


def test_a_run_ends_with_a_line(qtbot):
    field, _ = made(qtbot, "text", "")
    told = []
    field.editing_finished.connect(lambda: told.append("end"))
    field.edited.connect(told.append)
    QTest.keyClicks(field, "a\rb")
    assert told == ["a", "a\n", "end", "a\nb"]


def test_a_text_that_fits_only_without_its_scroll_bar(qtbot):
    field, _ = made(qtbot, "text", "")
    field.show()
    bars = set()
    for words in range(10, 90, 3):
        field.show_value(("a word " * 7 + "\n") * (words // 7))
        for width in range(120, 300, 4):
            field.resize(width, field.height_for(width))
            bars.add(field.verticalScrollBar().isVisible())
    assert bars == {True, False}
