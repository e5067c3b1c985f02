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


SECOND = """\
---
blocks:
  - _template: accordion
    headline: Questions
    style: {padding: pt-32 pb-8}
    cardStyle: {fillStyles: bg-white, fillStylesActive: bg-gray-light, borderStyles: border-1}
    items:
      - {headline: When?, text: At eight.}
      - {headline: Where?, text: At the pier.}
  - _template: carousel
    style: {slides: w-1/2, gap: '4', showArrows: true, loop: true, arrowInset: '4'}
    items:
      - {headline: One}
      - {headline: Two}
      - {headline: Three}
      - {headline: Four}
meta: {title: T}
---
"""
ANSWER = '[data-fp-act="accordion"] + div'
TRACK = "[data-fp-track]"


@pytest.fixture
def second(app, tmp_path):
    pages = tmp_path / "second/content/pages"
    pages.mkdir(parents=True)
    (pages / "index.md").write_text(SECOND, encoding="utf-8")
    (tmp_path / "second/content/themes").mkdir()
    (tmp_path / "second/content/themes/a.md").write_text(
        "---\nname: A\ncolors: {grayLight: '#eeeeee', white: '#ffffff'}\n"
        "buttons:\n  - {label: Primary, fill: bg-white, iconSize: 20px, typography: '{}'}\n"
        "---\n",
        encoding="utf-8",
    )
    (tmp_path / "second/content/global").mkdir()
    (tmp_path / "second/content/global/index.json").write_text(
        '{"theme": "content/themes/a.md"}', encoding="utf-8"
    )
    return app(tmp_path / "second")


def test_an_accordion_opens_and_closes(second):
    assert second.style(ANSWER, "display") == "none"
    second.click('[data-fp-act="accordion"]')
    second.settle()
    assert second.style(ANSWER, "display") == "none"
    second.press("Ctrl+E")
    second.settle()
    second.click('[data-fp-act="accordion"]')
    second.until(lambda: second.style(ANSWER, "display") == "block")
    background = second.style('[data-fp-act="accordion"]', "backgroundColor")
    assert background == "rgb(238, 238, 238)"
    second.click('[data-fp-act="accordion"]')
    second.until(lambda: second.style(ANSWER, "display") == "none")
    second.click('[data-fp-act="accordion"]')
    second.press("Ctrl+E")
    second.until(lambda: second.style(ANSWER, "display") == "none")


def test_a_carousel_moves_and_begins_anew(second):
    second.press("Ctrl+E")
    second.settle()
    place = f"document.querySelector('{TRACK}').dataset.fpAt ?? '0'"
    for at in ("1", "2", "0"):
        second.click('[data-fp-act="next"]')
        second.until(lambda wanted=at: second.js(place) == wanted)
    second.click('[data-fp-act="previous"]')
    second.until(lambda: second.js(place) == "2")
    second.press("Ctrl+E")
    second.until(lambda: second.js(place) == "0")
    assert second.style(TRACK, "transform") == "none"
