"""A key can be taken out of the file, and one added that was never there, by mouse and by keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from tests.keys import Keys

pytestmark = [pytest.mark.engine, pytest.mark.scenario]

PAGE = "content/pages/index.md"


@pytest.fixture
def keys(app, sample):
    return Keys(app(sample))


def test_a_key_goes_with_keys_and_comes_back(keys, sample):
    before = (sample / PAGE).read_bytes()
    keys.app.choose("A day here")
    keys.app.field("headline").setFocus()
    keys.press("Ctrl+Shift+Del")
    assert "headline" not in keys.app.editor.page().blocks[2].data
    assert "Ctrl+Z" in keys.app.window.bottom.hint.text()
    keys.press("Ctrl+S")
    assert (sample / PAGE).read_bytes() == before.replace(b"    headline: A day here\n", b"")
    keys.press("Ctrl+Shift+Del")  # there is nothing more to take
    assert keys.app.editor.stack.count() == 1
    keys.press("Ctrl+Z", "Ctrl+S")
    assert (sample / PAGE).read_bytes() == before


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_key_goes_with_the_mouse(keys):
    app = keys.app
    app.choose("A day here")
    app.field("headline")
    form = app.window.inspector.content
    for path, enabled in ((("headline",), True), (("navigationLabel",), False)):
        row = form.row(path)
        place = row.mapToGlobal(QPoint(4, 4))
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(4, 4), place)
        QApplication.sendEvent(row, event)
        menu = form.findChildren(QMenu)[-1]
        (action,) = menu.actions()
        assert action.isEnabled() is enabled
        action.trigger()
        menu.close()
    assert "headline" not in app.editor.page().blocks[2].data
    assert app.editor.stack.count() == 1


def test_a_new_key_of_the_page_by_keyboard(keys, sample):
    app = keys.app
    before = (sample / PAGE).read_bytes()
    app.window.inspector.tabs.setCurrentWidget(app.window.inspector.page_form)
    app.window.inspector.page_form.row(("",)).name.setFocus()
    keys.type("author")
    keys.press("Return")
    assert keys.name == "Author"
    keys.type("Ida")
    keys.go_to("Add a setting")
    keys.type("pinned")
    keys.press("Tab")
    keys.press("Down", "Tab", "Space")
    assert app.editor.page().data["pinned"] is False
    assert keys.name == "Pinned"
    keys.press("Space")
    keys.press("Ctrl+S")
    after = (sample / PAGE).read_bytes()
    assert b"\nauthor: Ida\n" in after
    assert b"\npinned: true\n" in after
    assert after.replace(b"author: Ida\n", b"").replace(b"pinned: true\n", b"") == before


def test_a_name_that_is_there_goes_to_its_field(keys):
    app = keys.app
    app.window.inspector.tabs.setCurrentWidget(app.window.inspector.page_form)
    row = app.window.inspector.page_form.row(("",))
    row.name.setFocus()
    keys.type("draft")
    QTest.keyClick(row.name, Qt.Key.Key_Return)
    is_there = "draft" in app.editor.page().data
    assert keys.name == "Draft"
    assert is_there
