"""Font and sizes which the family g2 keeps as one string of JSON in its theme."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.app import line_diff
from tests.corpus import OWN, copy_of

pytestmark = [pytest.mark.engine, pytest.mark.scenario]


@pytest.fixture
def theme(app, tmp_path):
    pages = copy_of(OWN / "g2", tmp_path)
    window = app(pages[-1])
    window.choose("Theme")
    return window, pages[0].parent.parent / "themes" / "orchard.md"


def type_over(field, words):
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, words)


def test_showing_changes_nothing(theme):
    window, file = theme
    before = file.read_bytes()
    window.editor.page("theme")
    for kind, size in (("typo", 7), ("buttons", 3)):
        for number in range(size):
            assert window.field(kind, number, "typography").isVisible()
    window.window.save()
    assert file.read_bytes() == before
    assert not window.editor.stack.count()


def test_each_control_writes_its_part(theme):
    window, file = theme
    before = file.read_bytes()
    window.field("typo", 6, "typography")
    field = window.window.inspector.content.field(("typo", 6, "typography"))
    assert field.family.text() == "Courier Prime"
    assert field.weight.currentText() == "Bold"
    assert (field.sizes["size"].text(), field.sizes["smSize"].text()) == ("40", "36")
    assert field.color.isHidden()
    assert not field.sizes["margin"].isHidden()
    type_over(field.sizes["size"], "44")
    QTest.keyClick(field.sizes["smSize"], Qt.Key.Key_Down)
    window.settle()
    window.press("Ctrl+S")
    changed = line_diff(before, file.read_bytes())
    ((old, new),) = changed
    expected = old.replace(b'"size":"40"', b'"size":"44"').replace(
        b'"smSize":"36"', b'"smSize":"35"'
    )
    assert new == expected
    type_over(field.sizes["size"], "40")
    QTest.keyClick(field.sizes["smSize"], Qt.Key.Key_Up)
    window.press("Ctrl+S")
    assert file.read_bytes() == before


def test_the_weight_is_a_part_of_the_font(theme):
    window, _ = theme
    window.field("buttons", 1, "typography")
    field = window.window.inspector.content.field(("buttons", 1, "typography"))
    assert field.color.currentText() == "White"
    assert field.sizes["margin"].isHidden()
    text = window.editor.page("theme").data["buttons"][1]["typography"]
    field.weight.setFocus()
    QTest.keyClick(field.weight, Qt.Key.Key_Up)
    field.style_.setFocus()
    QTest.keyClick(field.style_, Qt.Key.Key_Down)
    after = window.editor.page("theme").data["buttons"][1]["typography"]
    assert after == text.replace("Courier Prime:wght@700", "Courier Prime:wght@600:style@italic")
    QTest.keyClick(field.style_, Qt.Key.Key_Up)
    QTest.keyClick(field.weight, Qt.Key.Key_Down)
    assert window.editor.page("theme").data["buttons"][1]["typography"] == text


def test_what_is_no_object_is_a_text(theme):
    window, file = theme
    source = file.read_text(encoding="utf-8").replace('{"family":"Arial","size":"0"', "Arial 0", 1)
    file.write_text(source, encoding="utf-8")
    window.program.open(window.program._open.location)
    window.choose("Theme")
    field = window.field("typo", 1, "typography")
    assert "Arial 0" in field.toPlainText()
    assert not window.editor.stack.count()


def test_a_button_is_chosen_from_those_of_the_theme(app, tmp_path):
    window = app(copy_of(OWN / "g2", tmp_path)[0].with_name("index.md"))
    window.choose("Apples with names")
    field = window.field("buttons", 0, "buttonStyle")
    assert [field.itemText(n) for n in range(3)] == ["Icon", "Outline", "Primary"]
    before = window.editor.page().blocks[0].data["buttons"][0]["buttonStyle"]
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert window.editor.page().blocks[0].data["buttons"][0]["buttonStyle"] != before
