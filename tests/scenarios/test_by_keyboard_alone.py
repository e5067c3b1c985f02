"""The keyboard alone: a colour, space on phones, a card more and in its place, all saved."""

from __future__ import annotations

import pytest

from tests.keys import Keys

pytestmark = [pytest.mark.engine, pytest.mark.scenario]

PAGE = "content/pages/index.md"
HEADLINE = '[data-fp-root^="block:"] h2'
CARDS = '[data-fp-path^="items."][data-fp-path$=".headline"]'
TITLES = f"[...document.querySelectorAll('{CARDS}')].map(e => e.textContent)"


@pytest.fixture
def keys(app, sample):
    person = Keys(app(sample))
    person.go_to("Blocks")
    return person


def test_the_path_of_a_person_without_a_mouse(keys, sample):
    page = sample / PAGE
    before = page.read_bytes()
    app = keys.app

    # A headline's colour.
    keys.choose_block("A small house at the edge of the sea")
    keys.go_to("Inspector", "Shift+Tab")
    keys.press("Right")
    keys.go_to("Elements that can be styled")
    keys.press("H")
    assert keys.focus.currentItem().text() == "Headline"
    keys.go_to("Colour: primary")
    keys.press("Tab", "Tab")
    assert keys.name == "Colour: primary"  # the swatch that is pressed
    keys.press("Right", "Right")
    assert keys.name == "Colour: accent2"
    keys.press("Space")
    app.settle()
    assert app.style(HEADLINE, "color") == app.js(
        "(() => { const e = document.createElement('i'); e.style.color = 'var(--accent2-color)';"
        " document.body.append(e); const c = getComputedStyle(e).color; e.remove(); return c })()"
    )

    # Its padding on phones.
    keys.go_to("All sizes", "Shift+Tab")
    keys.press("Right", "Right", "Right", "Space")
    assert keys.name == "Phone, up to 700 px"
    app.until(lambda: abs(app.js("innerWidth") - 390) <= 2)
    assert app.style(HEADLINE, "paddingBottom") == "0px"
    keys.go_to("Space inside, bottom: –")
    keys.press("Down", "Down", "Down")
    app.settle()
    assert keys.name == "Space inside, bottom: 2"
    assert app.style(HEADLINE, "paddingBottom") == "2px"

    # A card more, and in its place.
    keys.press("F6")
    keys.choose_block("A day here")
    keys.go_to("Inspector", "Shift+Tab")
    keys.press("Left")
    keys.go_to("Add to Cards: Card")
    keys.press("Space")
    keys.go_to("Title")
    keys.press("Ctrl+A")
    keys.type("Supper")
    keys.go_to("Supper, 4 of 4, open", "Shift+Tab")
    keys.press("Alt+Up", "Alt+Up")
    app.settle()
    assert app.js(TITLES) == ["Breakfast", "Supper", "The cliff walk", "The reading room"]

    keys.press("Ctrl+S")
    assert not app.editor.is_modified
    card = (
        b"      - headline: Supper\n        subhead: Card Subhead\n        text: |\n"
        b"          This is a rich text component you can add hyperlinks, etc.\n"
    )
    walk = b"      - image:\n          src: /img/walk.svg"
    expected = before.replace(walk, card + walk)
    old = b"headline: 'text-primary font-1 text-5xl mb-6 sm:text-3xl'"
    new = b"headline: 'text-accent2 font-1 text-5xl mb-6 sm:text-3xl sm:pb-0.5'"
    assert page.read_bytes() == expected.replace(old, new)

    while app.editor.stack.canUndo():
        keys.press("Ctrl+Z")
    keys.press("Ctrl+S")
    assert page.read_bytes() == before


def test_from_part_to_part(keys):
    app = keys.app
    keys.choose_block("A day here")
    keys.go_to("Headline")
    keys.press("F6")
    assert keys.name == "Blocks"
    keys.press("F6")
    view = app.window.canvas.view
    assert view.isAncestorOf(keys.focus) or view is keys.focus
    keys.press("F6")
    assert keys.name == "Headline"
    keys.press("Shift+F6", "Shift+F6")
    assert keys.name == "Blocks"


def test_enter_and_escape_in_the_style_tab(keys):
    keys.choose_block("A day here")
    keys.go_to("Inspector", "Shift+Tab")
    keys.press("Right")
    keys.press("F6")
    keys.press("Return")
    assert keys.name == "Elements that can be styled"
    keys.go_to("Font: –")
    keys.press("Esc")
    assert keys.name == "Blocks"
