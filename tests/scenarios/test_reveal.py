"""What is selected can be seen and typed, also where visitors have to open something first."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import Qt

from designer.editor import Address, Role
from tests.scenarios.test_browse import ANSWER, BURGER, LIST, SUB, TRACK, first, second, seen, width
from tests.scenarios.test_typing import CONTROL, Page

__all__ = ["first", "second"]  # fixtures
pytestmark = [pytest.mark.engine, pytest.mark.scenario]

HEADERS = '[data-fp-act="accordion"]'
BODY = "document.body.innerHTML"
DROPDOWN = '[data-fp-act="dropdown"]'


@pytest.fixture
def accordion(second):
    """A page with an accordion and a carousel under a person's hands."""
    return Page(second, second.editor.documents["page"].file)


def opened(page, number):
    """Whether the answer to a question is seen."""
    answers = f"[...document.querySelectorAll('{ANSWER}')][{number}]"
    return page.app.js(f"getComputedStyle({answers}).display") == "block"


class TestAccordion:
    def test_the_answer_is_typed_where_it_stands(self, accordion):
        page = accordion
        html = page.app.js(BODY)
        page.click(f"{HEADERS} h3")
        page.app.until(lambda: opened(page, 0), "it is open")
        assert not opened(page, 1)
        page.press(Qt.Key.Key_Tab)
        page.app.until(lambda: page.app.js("document.activeElement.textContent") == "At eight.")
        page.app.settle()
        page.press(Qt.Key.Key_Home, CONTROL)
        page.type("Oh: ")
        page.holds("Oh: At eight.", "items", 0, "text")
        page.press(Qt.Key.Key_Escape)
        page.app.until(lambda: not page.is_typing, "it is left")
        page.app.settle()
        assert opened(page, 0), "it stays open after it was drawn anew"
        page.app.editor.stack.undo()
        page.app.settle()
        page.app.editor.select(None)
        page.app.until(lambda: not opened(page, 0), "it closes")
        assert page.app.js(BODY) == html

    def test_nothing_moves_under_the_hand(self, accordion):
        page = accordion
        page.app.editor.select(page.first("items", 0, "text"))
        page.app.until(lambda: opened(page, 0), "it is open")
        page.app.editor.select(page.first("items", 1, "headline"))
        page.app.until(lambda: opened(page, 1), "the other one is open")
        assert opened(page, 0), "that above it stays"
        carousel = page.app.editor.page().blocks[1].id
        page.app.editor.select(Address(Role.PAGE, carousel))
        page.app.until(lambda: not opened(page, 0) and not opened(page, 1), "both close")


def test_a_slide_is_shown(accordion):
    page = accordion
    html = page.app.js(BODY)
    carousel = page.app.editor.page().blocks[1].id
    third = "[...document.querySelectorAll('[data-fp-track] > *')][3].getBoundingClientRect()"
    assert page.app.js(f"{third}.left >= innerWidth")
    page.app.editor.select(Address(Role.PAGE, carousel, ("items", 3, "headline")))
    page.app.until(lambda: page.app.js(f"{third}.right <= innerWidth"), "it is in view")
    page.app.editor.select(None)
    page.app.until(lambda: page.app.style(TRACK, "transform") == "none", "it is where it was")
    page.app.settle()
    assert page.app.js(BODY) == html


class TestMenus:
    @pytest.fixture
    def header(self, first):
        window = first("sustainable-blockchain-22")
        window.press("Ctrl+E")
        window.settle()
        return Page(window, window.editor.documents["page"].file)

    def label(self, page, *path):
        return page.app.editor.value(Address(Role.SITE, None, ("nav", "navItems", *path, "label")))

    def test_an_entry_and_those_below_it_are_typed(self, header):
        page = header
        html = page.app.js(BODY)
        page.click(DROPDOWN)
        page.type("Our ")
        page.app.until(lambda: self.label(page, 1) == "Our Past", "it is in the document")
        page.press(Qt.Key.Key_Return)
        below = f"{DROPDOWN} + ul a"
        page.app.until(lambda: page.app.text(below) == "2022", "its menu is open")
        page.app.settle()
        page.click(below)
        page.type("In ")
        page.app.until(lambda: self.label(page, 1, "subNavItems", 0) == "In 2022", "and below it")
        page.press(Qt.Key.Key_Return)
        page.app.until(lambda: not page.is_typing, "Enter ends it")
        page.app.settle()
        assert page.app.text(below) == "In 2022"
        file = page.path.parents[1] / "global/index.json"
        before = file.read_bytes()
        page.saved()
        after = before.replace(b'"Past"', b'"Our Past"').replace(b'"2022"', b'"In 2022"')
        assert json.loads(file.read_bytes()) == json.loads(after)
        while page.app.editor.stack.canUndo():
            page.app.editor.stack.undo()
        page.app.editor.select(None)
        page.app.settle()
        assert page.app.js(BODY) == html

    def test_on_phones(self, header):
        page = header
        width(page.app, "Phone")
        below = Address(Role.SITE, None, ("nav", "navItems", 1, "subNavItems", 0, "label"))
        page.app.editor.select(below)
        page.app.until(lambda: seen(page.app, LIST) == 1 and seen(page.app, SUB) == 1, "it is open")
        page.app.editor.select(Address(Role.SITE, None, ("nav", "navItems", 0)))
        page.app.until(lambda: seen(page.app, SUB) == 0, "the panel closes")
        assert seen(page.app, LIST) == 1
        page.app.editor.select(None)
        page.app.until(lambda: seen(page.app, LIST) == 0, "all is closed")
        page.app.click(BURGER)
        colour = Address(Role.SITE, None, ("nav", "navBackgroundColor"))
        page.app.until(lambda: page.app.editor.selection == colour, "in edit mode a click selects")
        page.app.settle()
        closed = "[...document.querySelectorAll('[data-fp-closed=\"opacity-0\"]')]"
        assert page.app.js(f"{closed}.every(part => part.classList.contains('opacity-0'))")
