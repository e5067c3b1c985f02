"""Typing on the page: every key is in the document, in the inspector and in the file."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from designer.editor import Address, Role
from tests.corpus import OWN, copy_of
from tests.scenarios.hands import CONTROL, Hands, picture_on_the_clipboard

pytestmark = [pytest.mark.engine, pytest.mark.scenario]

HEADLINE = '[data-fp-path="headline"]'
TITLE = "A small house at the edge of the sea"
CARDS = '[data-fp-path^="items."][data-fp-path$=".headline"]'


class Page(Hands):
    """The page under a person's hands."""

    def click(self, selector):
        """Click a text, with the caret at its beginning."""
        self.app.click(selector)
        self.until_typing()
        self.press(Qt.Key.Key_Home, CONTROL)

    @property
    def caret(self):
        return self.app.js("getSelection().focusOffset")

    def shows(self, text, selector=HEADLINE):
        self.app.until(lambda: self.app.text(selector) == text, f"the page shows {text!r}")
        self.app.settle()

    def holds(self, text, *path):
        self.app.until(lambda: self.app.editor.value(self.first(*path)) == text, f"it is {text!r}")

    def first(self, *path):
        return Address(Role.PAGE, self.app.editor.page().blocks[0].id, path or ("headline",))


@pytest.fixture
def page(app, sample):
    path = sample / "content" / "pages" / "index.md"
    return Page(app(path), path)


def test_every_key_is_in_the_document_and_the_inspector(page):
    page.click(HEADLINE)
    for count, key in enumerate("Look: ", 1):
        page.type(key)
        page.holds("Look: "[:count] + TITLE)
        assert page.app.field("headline").text() == "Look: "[:count] + TITLE
        assert page.caret == count
    page.shows("Look: " + TITLE)
    assert page.app.window.left.blocks.currentIndex().data() == "Headline"
    page.press(Qt.Key.Key_Return)
    page.app.until(lambda: not page.is_typing, "Enter ends it")
    assert page.app.js(f"document.querySelector('{HEADLINE}').getAttributeNames()") == [
        *("class", "data-fp-slot", "data-fp-path")
    ]
    expected = f"headline: 'Look: {TITLE}'".encode()
    assert page.saved() == page.original.replace(f"headline: {TITLE}".encode(), expected)
    assert page.app.editor.stack.count() == 1


def test_the_last_key_before_saving_is_saved(page):
    page.click(HEADLINE)
    page.type("Last words ")
    page.press(Qt.Key.Key_S, CONTROL)
    assert page.path.read_bytes() == page.original.replace(
        f"headline: {TITLE}".encode(), f"headline: Last words {TITLE}".encode()
    )


def test_keys_are_saved_however_long_the_page_takes_for_each(page):
    page.click(HEADLINE)
    page.app.js(
        "document.addEventListener('beforeinput', () => { const start = performance.now();"
        " while (performance.now() - start < 250); })"
    )
    page.type("Last ")
    assert page.saved() == page.original.replace(
        f"headline: {TITLE}".encode(), f"headline: Last {TITLE}".encode()
    )


def test_toolbar_and_name_make_room_for_the_words(page):
    layer = "document.querySelector('frontispiece-outlines').shadowRoot"

    def are_seen():
        parts = f"[...{layer}.querySelectorAll('.chosen > .name, .tools')]"
        return page.app.js(f"{parts}.map(part => part.checkVisibility())")

    page.click(HEADLINE)
    page.app.until(lambda: are_seen() == [True, True], "they are there")
    page.type("x")
    page.app.until(lambda: are_seen() == [False, False], "one types")
    QTest.mouseMove(page.keys, page.keys.rect().center())
    QTest.mouseMove(page.keys, page.keys.rect().center() + QPoint(5, 5))
    page.app.until(lambda: are_seen() == [True, True], "the hand is at the mouse again")


def test_escape_restores(page):
    page.click(HEADLINE)
    page.type("x y")
    page.holds("x y" + TITLE)
    page.press(Qt.Key.Key_Escape)
    page.holds(TITLE)
    page.shows(TITLE)
    assert not page.is_typing
    assert page.saved() == page.original


def test_escape_after_a_long_paste_leaves_nothing_to_undo(page):
    mime = QMimeData()
    mime.setText("many words " * 8)
    QGuiApplication.clipboard().setMimeData(mime)
    page.click(HEADLINE)
    page.press(Qt.Key.Key_V, CONTROL)
    page.app.until(lambda: page.app.editor.is_modified, "it is pasted")
    page.press(Qt.Key.Key_Escape)
    page.holds(TITLE)
    assert not page.app.editor.is_modified


def test_undo_while_typing_keeps_the_caret(page):
    page.click(HEADLINE)
    page.press(Qt.Key.Key_End, CONTROL)
    page.type(" tonight")
    page.holds(TITLE + " tonight")
    page.press(Qt.Key.Key_Z, CONTROL)
    page.holds(TITLE)
    page.shows(TITLE)
    assert page.is_typing
    assert page.caret == len(TITLE)
    page.press(Qt.Key.Key_Z, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    page.shows(TITLE + " tonight")
    assert page.is_typing
    page.type("!")
    page.holds(TITLE + " tonight!")


def test_tab_goes_through_the_texts(page):
    page.click('[data-fp-path="label"]')
    page.press(Qt.Key.Key_Tab)
    page.app.until(lambda: page.app.editor.selection == page.first("headline"), "the headline")
    page.type("A")
    page.holds(TITLE + "A")
    page.press(Qt.Key.Key_Tab)
    page.app.until(lambda: page.app.editor.selection == page.first("subhead"), "the next one")
    page.press(Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    page.type("B")
    page.holds(TITLE + "AB")


def test_the_next_text_comes_into_view(page):
    page.app.window.canvas.set_zoom(1.25)
    page.app.settle()
    page.click(HEADLINE)
    seen = (
        "(r => r.top >= 0 && r.bottom <= innerHeight)"
        "(document.activeElement.getBoundingClientRect())"
    )
    for _ in range(5):
        before = page.app.editor.selection
        page.press(Qt.Key.Key_Tab)
        page.app.until(lambda was=before: page.app.editor.selection != was, "the next one")
        page.app.settle()
        page.app.until(lambda: page.app.js(seen), "it is seen")


def test_undoing_what_belongs_to_the_site_while_one_types_in_the_page(page):
    entry = '[data-fp-root="header"] [data-fp-path="nav.navItems.1"]'
    label = Address(Role.SITE, None, ("nav", "navItems", 1, "label"))
    page.click(entry)
    page.type("A")
    page.app.until(lambda: page.app.editor.value(label) == "ARooms", "it is typed")
    page.press(Qt.Key.Key_Return)
    page.click(HEADLINE)
    page.press(Qt.Key.Key_Z, CONTROL)
    page.type("C")
    page.app.until(lambda: "A" not in page.app.editor.value(label), "it is undone")
    page.app.settle()
    page.app.until(lambda: "A" not in page.app.text(entry), "the page shows it")
    page.app.settle()
    assert "A" not in page.app.editor.value(label)


def test_plain_words_only(page):
    mime = QMimeData()
    mime.setHtml("<b>Two</b><br>lines")
    mime.setText("Two\nlines ")
    QGuiApplication.clipboard().setMimeData(mime)
    page.click(HEADLINE)
    page.press(Qt.Key.Key_V, CONTROL)
    page.holds("Two lines" + TITLE)
    assert page.app.js(f"document.querySelector('{HEADLINE}').childElementCount") == 0


def test_words_without_a_plain_form(page):
    mime = QMimeData()
    mime.setHtml("<p>Two <b>bold</b></p> <p>words</p>")
    QGuiApplication.clipboard().setMimeData(mime)
    page.click(HEADLINE)
    page.press(Qt.Key.Key_V, CONTROL)
    page.holds("Two bold words" + TITLE)


def test_typing_goes_on_while_the_block_moves(page):
    page.click(HEADLINE)
    page.type("AA ")
    page.holds("AA " + TITLE)
    page.press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    page.app.until(lambda: page.app.editor.page().blocks[1].data["headline"] == "AA " + TITLE)
    page.app.settle()
    page.press(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    page.app.until(lambda: page.app.editor.page().blocks[0].data["headline"] == "AA " + TITLE)
    page.app.settle()
    assert page.is_typing
    page.type("BB ")
    page.holds("AA BB " + TITLE)


def test_fast_keys_on_a_slow_page(page):
    """Answers to several keys wait together for one frame: only the last one counts."""
    page.click(HEADLINE)
    page.app.js(
        "requestAnimationFrame(function slow() { const start = performance.now();"
        " while (performance.now() - start < 60); requestAnimationFrame(slow); })"
    )
    page.type("AA bb ")
    page.holds("AA bb " + TITLE)
    page.app.settle()
    assert page.caret == len("AA bb ")
    page.type("CC ")
    page.holds("AA bb CC " + TITLE)


def test_a_long_word_breaks_no_other_way_while_one_types(page):
    page.app.editor.write(page.first(), "x" * 120, "x")
    page.app.settle()
    height = f"document.querySelector('{HEADLINE}').getBoundingClientRect().height"
    before = page.app.js(height)
    page.click(HEADLINE)
    assert page.app.js(height) == before


def test_an_emptied_text_is_in_the_inspector(page):
    page.click(HEADLINE)
    page.press(Qt.Key.Key_A, CONTROL)
    page.press(Qt.Key.Key_Delete)
    page.holds("")
    page.press(Qt.Key.Key_Return)
    page.app.until(lambda: not page.is_typing, "it has ended")
    page.app.settle()
    page.press(Qt.Key.Key_Return)
    inspector = page.app.window.inspector
    focus = page.app.window.focusWidget
    page.app.until(lambda: inspector.isAncestorOf(focus()), "the inspector")
    assert page.app.editor.selection == page.first()


def test_odd_spaces_are_shown_and_kept(page):
    page.app.editor.write(page.first(), "A\u00a0b  c ", "x")
    page.app.settle()
    page.click(HEADLINE)
    page.shows("A\u00a0b  c ")
    page.press(Qt.Key.Key_End, CONTROL)
    page.type(" d ")
    page.holds("A\u00a0b  c  d ")
    page.press(Qt.Key.Key_Return)
    page.app.until(lambda: not page.is_typing, "it has ended")
    assert page.app.editor.value(page.first()) == "A\u00a0b  c  d "


def test_input_methods(page):
    page.click(HEADLINE)
    QApplication.sendEvent(page.keys, QInputMethodEvent("に", []))
    QTest.qWait(50)
    assert page.app.editor.value(page.first()) == TITLE  # while it is being composed
    done = QInputMethodEvent()
    done.setCommitString("日本 🎉")
    QApplication.sendEvent(page.keys, done)
    page.holds("日本 🎉" + TITLE)
    page.shows("日本 🎉" + TITLE)


def test_all_can_be_deleted_and_typed_anew(page):
    page.click(HEADLINE)
    page.press(Qt.Key.Key_A, CONTROL)
    page.press(Qt.Key.Key_Delete)
    page.holds("")
    assert page.is_typing
    page.type("New")
    page.holds("New")
    page.press(Qt.Key.Key_Return)
    page.shows("New")


def test_the_node_in_which_one_types_stays(page):
    page.click(HEADLINE)
    page.app.js(f"document.querySelector('{HEADLINE}').ours = 'same'")
    page.type("x")
    page.holds("x" + TITLE)
    page.app.editor.write(page.first("tailwind", "headline"), "text-5xl", "x")
    page.app.editor.write(page.first("label"), "Another", "x")
    page.app.settle()
    assert page.app.js(f"document.querySelector('{HEADLINE}').ours") == "same"
    assert page.is_typing
    assert page.app.text('[data-fp-path="label"]') == "Another"
    page.press(Qt.Key.Key_Return)
    page.app.until(
        lambda: page.app.js(f"document.querySelector('{HEADLINE}').className") == "text-5xl"
    )


def test_what_another_hand_writes_is_shown(page):
    page.click(HEADLINE)
    page.type("x")
    page.holds("x" + TITLE)
    page.app.editor.write(page.first(), "Other words", "x")
    page.shows("Other words")
    page.type("y")
    page.app.until(lambda: "y" in page.app.editor.value(page.first()))


def test_a_button_and_a_card(page):
    page.click('[data-fp-path="buttons.0"]')
    page.press(Qt.Key.Key_End, CONTROL)
    page.type("!")
    page.holds("See the rooms!", "buttons", 0, "label")
    page.click(CARDS)
    page.type("1. ")
    day = page.app.editor.page().blocks[2].id
    address = Address(Role.PAGE, day, ("items", 0, "headline"))
    page.app.until(lambda: page.app.editor.value(address) == "1. Breakfast")
    changed = page.saved()
    assert changed == page.original.replace(b"See the rooms", b"See the rooms!").replace(
        b"headline: Breakfast", b"headline: 1. Breakfast"
    )


def test_the_header_is_typed_into_its_own_document(page, sample):
    file = sample / "content" / "global" / "index.json"
    before = file.read_bytes()
    page.click('[data-fp-root="header"] [data-fp-path="nav.navItems.0"]')
    assert "whole site" in page.app.window.bottom.hint.text()
    page.type("All ")
    item = Address(Role.SITE, None, ("nav", "navItems", 0, "label"))
    page.app.until(lambda: page.app.editor.value(item) == "All Home")
    page.press(Qt.Key.Key_Return)
    page.app.settle()
    assert page.saved() == page.original
    assert file.read_bytes() == before.replace(b'"label": "Home"', b'"label": "All Home"', 1)


def test_an_icon_beside_the_words_stays(app, tmp_path):
    file = copy_of(OWN / "g2", tmp_path)[0].with_name("index.md")
    window = app(file)
    page = Page(window, file)
    button = "[data-fp-path='buttons.0']"
    assert window.js(f'document.querySelector("{button}").querySelectorAll("svg").length') == 1
    page.click(button)
    page.press(Qt.Key.Key_End, CONTROL)
    page.type(" now")
    page.app.until(lambda: b"Get started now" in window.editor.page().to_bytes(), "it is there")
    page.press(Qt.Key.Key_Return)
    window.settle()
    assert window.js(f'document.querySelector("{button}").querySelectorAll("svg").length') == 1
    assert page.saved() == page.original.replace(
        b"label: Get started", b"label: Get started now", 1
    )


def test_a_picture_is_not_pasted_into_words(page):
    told = []
    page.app.window.preview.page_input.hint_requested.connect(told.append)
    page.click(HEADLINE)
    picture_on_the_clipboard()
    page.press(Qt.Key.Key_V, CONTROL)
    page.app.until(lambda: told, "the person is told")
    page.type("Hm")
    page.holds("Hm" + TITLE)
    assert len(told) == 1
    assert "picture" in told[0]
