"""The keyboard alone: a list grows and is sorted, a choice and a colour change, all is saved."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from tests.keys import Keys

pytestmark = [pytest.mark.engine, pytest.mark.scenario]

HEADLINES = '[data-fp-path^="items."][data-fp-path$=".headline"]'
TITLES = f"[...document.querySelectorAll('{HEADLINES}')].map(e => e.textContent)"


@pytest.fixture
def keys(app, sample):
    window = app(sample / "content" / "pages" / "index.md")
    person = Keys(window)
    person.go_to("Blocks")
    return person


def test_a_day_with_the_keyboard(keys, sample):
    page = sample / "content" / "pages" / "index.md"
    theme = sample / "content" / "global" / "index.json"
    page_before, theme_before = page.read_bytes(), theme.read_bytes()
    app = keys.app

    keys.choose_block("A day here")
    keys.go_to("Add to Cards: Card")
    keys.press("Space")
    assert keys.name == "Label"
    keys.go_to("Title")
    keys.press("Ctrl+A")
    keys.type("Supper")
    app.settle()
    assert app.js(TITLES) == ["Breakfast", "The cliff walk", "The reading room", "Supper"]

    keys.go_to("Supper, 4 of 4, open", "Shift+Tab")
    keys.press("Alt+Up")
    assert keys.name == "Supper, 3 of 4, open"
    keys.press("Ctrl+D")
    assert keys.name == "Supper · Card Subhead, 4 of 5, closed"  # two have the same title
    app.settle()
    assert app.js(TITLES)[2:] == ["Supper", "Supper", "The reading room"]
    keys.press("Delete")
    assert "Ctrl+Z" in app.window.bottom.hint.text()
    assert keys.name == "The reading room, 4 of 4, closed"
    keys.press("Ctrl+Z")
    app.settle()
    assert app.js(TITLES)[2:] == ["Supper", "Supper", "The reading room"]
    keys.press("Ctrl+Z")
    app.settle()
    assert app.js(TITLES)[2:] == ["Supper", "The reading room"]

    keys.choose_block("A small house at the edge of the sea")
    choice = keys.go_to("Part of the picture that stays in view")
    assert isinstance(choice, QComboBox)
    keys.press("Down")
    assert choice.currentText() == "Bottom"

    keys.choose_block("Theme")
    colour = keys.go_to("Main colour")
    assert isinstance(colour, QLineEdit)
    keys.press("Ctrl+A")
    keys.type("#0A5C66")
    app.settle()
    assert app.style('[data-fp-root^="block:"] h2', "color") == "rgb(10, 92, 102)"

    keys.press("Ctrl+S")
    card = (
        b"      - headline: Supper\n        subhead: Card Subhead\n        text: |\n"
        b"          This is a rich text component you can add hyperlinks, etc.\n"
    )
    after = b"      - image:\n          src: /img/library.svg"
    expected = page_before.replace(after, card + after)
    expected = expected.replace(b"position: object-right-bottom", b"position: object-bottom")
    assert page.read_bytes() == expected
    assert theme.read_bytes() == theme_before.replace(b'"#12343B"', b'"#0A5C66"')

    while app.editor.stack.canUndo():
        keys.press("Ctrl+Z")
    keys.press("Ctrl+S")
    assert (page.read_bytes(), theme.read_bytes()) == (page_before, theme_before)


def test_every_control_has_a_name(keys):
    app = keys.app
    for title in ("Header", "A day here", "Rooms that face the water", "Theme"):
        app.choose(title)
        inspector = app.window.inspector
        for tab in (inspector.content, inspector.page_form):
            inspector.tabs.setCurrentWidget(tab)
            for widget in tab.findChildren(QWidget):
                if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
                    own = widget.window() is app.window
                    assert widget.accessibleName() or not own, (title, widget)


def test_one_word_is_one_step(keys):
    app = keys.app
    keys.choose_block("A day here")
    keys.go_to("Headline")
    keys.press("End")
    keys.type(" and a night")
    assert app.editor.stack.count() == 1
    keys.press("Ctrl+Z")
    assert keys.focus.text() == "A day here"
    assert app.editor.stack.index() == 0
    keys.press("Ctrl+Shift+Z")
    assert keys.focus.text() == "A day here and a night"
