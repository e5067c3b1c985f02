"""The list of lines that a save would change."""

import pytest
from PySide6.QtWidgets import QDialog, QWidget

from designer.document import Page, line_changes, set_value
from designer.look.tokens import LIGHT
from designer.window.dialogs.changes_view import ChangesView

PAGE = Page.from_bytes(b"---\r\na: one\r\nb: 2\nc: 3\n---\n")


@pytest.fixture
def view(qapp, qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)

    def make(*files):
        return ChangesView(files, LIGHT, parent)

    return make


def test_old_and_new_lines_with_their_numbers(view):
    after = set_value(set_value(PAGE, ("a",), "other"), ("c",), 4)
    shown = view(("a.md", line_changes(PAGE, after)), ("b.json", line_changes(PAGE, PAGE)))
    assert shown.text.toPlainText().split("\n") == [
        "a.md",
        "2  −  a: one␍",
        "2  +  a: other␍",
        "4  −  c: 3",
        "4  +  c: 4",
        "",
    ]
    document = shown.text.document()
    old, new = (document.findBlockByNumber(n).blockFormat().background() for n in (1, 2))
    assert old.color().name() == LIGHT.error_soft
    assert new.color().name() == LIGHT.accent_soft


def test_saving_is_one_click_away(view, qtbot):
    after = set_value(PAGE, ("a",), "other")
    shown = view(("a.md", line_changes(PAGE, after)))
    shown.save.click()
    assert shown.result() == QDialog.DialogCode.Accepted


def test_nothing_to_save(view):
    shown = view(("a.md", line_changes(PAGE, PAGE)))
    assert shown.text.toPlainText() == "There is nothing to save."
    assert not shown.save.isEnabled()


def test_a_long_list_is_cut(view):
    before = Page.from_bytes(b"---\na: |\n  x\n---\n")
    after = set_value(before, ("a",), "y\n" * 5_000)
    text = view(("a.md", line_changes(before, after))).text.toPlainText()
    assert text.count("\n") == 2_000
    assert text.endswith("… and 3003 more lines")
