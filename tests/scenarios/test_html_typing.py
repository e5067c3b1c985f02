"""Texts in a page's own HTML are typed on the page; all other HTML keeps its bytes."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import Qt

from designer.editor import Address, Role
from tests.scenarios.test_typing import CONTROL, Page

pytestmark = [pytest.mark.engine, pytest.mark.scenario]

FOOTER = '[data-fp-root="footer:0"]'
HOUSE = f"{FOOTER} p"
MARKUP = (
    '<p id="a" class="text-sm">\n   © 2024 <a id="b" href="/">Tern &amp; Co</a>. All\n'
    '   rights reserved.<br>\n   <b id="c">Line</b> two</p>\n<div id="d">x</div>tail\n'
)


@pytest.fixture
def page(app, sample):
    path = sample / "content" / "pages" / "index.md"
    return Page(app(path), path)


@pytest.fixture
def embed(app, sample):
    """A page with a piece of HTML."""
    path = sample / "content" / "pages" / "html.md"
    text = "".join(f"      {line}\n" for line in MARKUP.splitlines())
    before = "blocks:\n  - _template: embed\n    style:\n      padding: pt-40\n    markup: |\n"
    path.write_text(f"---\n{before}{text}---\n")
    return Page(app(path), path)


def changed(page, old, new):
    """The page's bytes with one change."""
    assert page.original.count(old.encode()) == 1
    return page.original.replace(old.encode(), new.encode())


class TestFooter:
    def test_its_texts_are_typed_into_the_document_of_the_site(self, page, sample):
        file = sample / "content" / "global" / "index.json"
        before = file.read_bytes()
        page.app.js(f"document.querySelector('{FOOTER}').scrollIntoView()")
        page.click(HOUSE)
        assert "whole site" in page.app.window.bottom.hint.text()
        page.type("Now ")
        field = Address(Role.SITE, None, ("blocks", 0, "markup"))
        page.app.until(lambda: "<p>Now Seven rooms" in page.app.editor.value(field), "typed")
        assert "<p>Now Seven rooms" in page.app.field("blocks", 0, "markup").toPlainText()
        page.press(Qt.Key.Key_Tab)
        page.app.until(lambda: page.app.js("document.activeElement.textContent") == "House", "next")
        page.type("The ")
        page.press(Qt.Key.Key_Return)
        page.app.until(lambda: not page.is_typing, "Enter ends it")
        page.app.settle()
        assert page.saved() == page.original
        after = before.replace(b"Seven rooms", b"Now Seven rooms", 1)
        assert file.read_bytes() == after.replace(b">House<", b">HouseThe<")

    def test_a_text_that_is_entered_and_left_is_as_it_was(self, page):
        html = f"document.querySelector('{FOOTER}').outerHTML"
        page.app.js(f"document.querySelector('{FOOTER}').scrollIntoView()")
        before = page.app.js(html)
        page.click(HOUSE)
        page.press(Qt.Key.Key_Escape)
        page.app.until(lambda: not page.is_typing, "it is left")
        page.app.settle()
        assert page.app.js(html) == before
        assert page.app.editor.stack.count() == 0


class TestWordsAmongElements:
    def test_what_stands_among_the_words_stays(self, embed):
        embed.click("#a")
        embed.type("(c) ")
        embed.press(Qt.Key.Key_End, CONTROL)
        embed.type("!")
        embed.press(Qt.Key.Key_Return)
        embed.app.settle()
        assert embed.saved() == changed(embed, "   © 2024 ", "   (c) © 2024 ").replace(
            b"two</p>", b"two!</p>"
        )

    def test_an_element_cannot_be_deleted_with_the_words_around_it(self, embed):
        embed.click("#a")
        embed.press(Qt.Key.Key_A, CONTROL)
        embed.press(Qt.Key.Key_Delete)
        hint = embed.app.window.bottom.hint
        embed.app.until(lambda: "stays" in hint.text(), "it is said")
        assert not embed.app.editor.is_modified
        embed.press(Qt.Key.Key_Home, CONTROL)
        for _ in "© 2024 ":
            embed.press(Qt.Key.Key_Delete)
        embed.press(Qt.Key.Key_Delete)
        embed.type("By ")
        embed.press(Qt.Key.Key_Return)
        embed.app.settle()
        assert embed.saved() == changed(embed, "© 2024 <a", "By <a")

    def test_a_link_among_words_is_a_text_of_its_own(self, embed):
        embed.click("#b")
        embed.type("The ")
        embed.press(Qt.Key.Key_Return)
        embed.app.settle()
        assert embed.saved() == changed(embed, ">Tern &amp; Co<", ">The Tern &amp; Co<")
        assert (
            embed.app.js("document.querySelector('#a').innerHTML.includes('contenteditable')")
            is False
        )

    def test_a_text_beside_elements(self, embed):
        embed.app.js("getSelection().removeAllRanges()")
        embed.app.editor.select(embed.first("markup"))
        embed.app.settle()
        embed.app.window.canvas.view.setFocus()
        embed.press(Qt.Key.Key_Return)
        embed.app.until(lambda: embed.is_typing, "the first text is entered")
        embed.type(" end")
        embed.app.settle()
        embed.press(Qt.Key.Key_Return)
        embed.app.settle()
        assert embed.saved() == changed(embed, "</div>tail", "</div>tail end")

    def test_keys_come_before_it_is_known_how_the_text_is_written(self, embed):
        """The source has line ends around these words, and the answer about them is late."""
        embed.app.js("frontispiece.setEditedText = late => { globalThis.late = late }, 1")
        embed.app.js("getSelection().removeAllRanges()")
        embed.app.editor.select(embed.first("markup"))
        embed.app.settle()
        embed.app.window.canvas.view.setFocus()
        embed.press(Qt.Key.Key_Return)
        embed.app.until(lambda: embed.is_typing, "the first text is entered")
        embed.type(" end")
        embed.app.settle()
        after = changed(embed, "</div>tail", "</div>tail end")
        assert embed.saved() == after
        embed.press(Qt.Key.Key_Return)
        embed.app.settle()
        assert embed.saved() == after

    def test_undo_while_typing(self, embed):
        embed.click("#a")
        embed.type("Oh ")
        embed.press(Qt.Key.Key_Z, CONTROL)
        embed.app.until(lambda: not embed.app.editor.is_modified, "it is undone")
        embed.app.until(
            lambda: embed.app.js("document.querySelector('#a').textContent").startswith("©")
        )
        embed.app.settle()
        assert embed.is_typing
        assert embed.caret == 0
        assert embed.saved() == embed.original

    def test_escape_restores(self, embed):
        embed.click("#c")
        embed.type("A & B < C ")
        embed.app.until(lambda: embed.app.editor.is_modified, "typed")
        embed.press(Qt.Key.Key_Escape)
        embed.app.until(lambda: not embed.app.editor.is_modified, "it is as before")
        assert embed.saved() == embed.original


def test_other_documents_stay_json(page, sample):
    """The footer's HTML is a string of JSON: signs that mean something there are written so."""
    page.app.js(f"document.querySelector('{FOOTER}').scrollIntoView()")
    page.click(HOUSE)
    page.type('"R&D" \\ ')
    page.app.settle()
    page.saved()
    held = json.loads((sample / "content/global/index.json").read_text("utf-8"))
    assert '<p>"R&amp;D" \\ Seven' in held["blocks"][0]["markup"]
