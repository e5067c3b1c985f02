"""In browse mode links and menus work; in edit mode they stand still and a click selects."""

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QPushButton

BURGER = '[data-fp-act="menu"]'
MENU = '[data-fp-root="header"] ul[data-fp-closed]'
OPACITY = f"getComputedStyle(document.querySelector('{MENU}')).opacity"


@pytest.fixture
def browsing(app, sample):
    window = app(sample)
    button = next(b for b in window.window.top.findChildren(QPushButton) if b.text() == "Browse")
    button.click()
    return window


def width(window, name):
    next(b for b in window.window.top.findChildren(QPushButton) if b.text() == name).click()
    window.until(lambda: window.js("innerWidth") < 800)


def test_a_link_opens_the_page_that_it_leads_to(browsing, sample):
    browsing.click('[data-fp-root="header"] a[href="/rooms"]')
    browsing.until(lambda: browsing.program.editor.documents["page"].file.name == "rooms.md")


def test_a_link_to_the_web_is_the_browsers(browsing, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    browsing.program._follow("https://example.org/a")
    browsing.program._follow("mailto:a@example.org")
    browsing.program._follow("javascript:alert(1)")
    browsing.program._follow("/nowhere")
    assert opened == ["https://example.org/a", "mailto:a@example.org"]
    assert "is no page of this site" in browsing.window.bottom.hint.text()


def test_the_menu_on_phones_opens_and_is_closed_again_in_edit_mode(browsing):
    width(browsing, "Phone")
    assert browsing.js(OPACITY) == "0"
    browsing.click(BURGER)
    browsing.until(lambda: browsing.js(OPACITY) == "1")
    browsing.press("Ctrl+E")
    browsing.until(lambda: browsing.js(OPACITY) == "0")


def test_edit_mode_selects_and_nothing_moves(app, sample):
    window = app(sample)
    width(window, "Phone")
    window.click(BURGER)
    window.until(lambda: window.editor.selection is not None)
    assert window.js(OPACITY) == "0"


def test_browsing_selects_nothing_and_shows_no_outline(browsing):
    browsing.click('[data-fp-root^="block:"] h2')
    browsing.settle()
    assert browsing.editor.selection is None
