"""In browse mode links and menus work; in edit mode they stand still and a click selects."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QPushButton

from designer.commands.render_html import static_html
from designer.project import PageLocation
from tests.variants import SIGNS, write_site

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
    browsing.program._follow_link("https://example.org/a")
    browsing.program._follow_link("mailto:a@example.org")
    browsing.program._follow_link("javascript:alert(1)")
    browsing.program._follow_link("/nowhere")
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
    second.press("Ctrl+E")
    second.settle()
    second.click('[data-fp-act="accordion"]')
    second.until(lambda: second.style(ANSWER, "display") == "block")
    background = second.style('[data-fp-act="accordion"]', "backgroundColor")
    assert background == "rgb(238, 238, 238)"
    second.click('[data-fp-act="accordion"]')
    second.until(lambda: second.style(ANSWER, "display") == "none")
    second.click('[data-fp-act="accordion"]')
    second.until(lambda: second.style(ANSWER, "display") == "block")
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


ENTRIES = {
    "navBackgroundColor": "bg-primary",
    "navItems": [
        {"label": "Home", "link": "/"},
        {"label": "Past", "subNavItems": [{"label": "2022", "link": "/2022"}]},
        {"label": "Next", "subNavItems": [{"label": "2024", "link": "/2024"}]},
    ],
}
LIST = "ul[data-fp-closed]"
SUB = "li > [data-fp-closed]"
LANGUAGES = '[data-fp-act="toggle"]'


def seen(window, selector):
    """How much is seen of an element: the product of all opacities from there upwards."""
    return window.js(
        f"(() => {{ let seen = 1; for (let e = document.querySelector('{selector}'); e;"
        " e = e.parentElement) seen *= getComputedStyle(e).opacity; return seen; })()"
    )


@pytest.fixture
def first(app, tmp_path, monkeypatch):
    def opened(name):
        site = {**SIGNS[name].site, "nav": ENTRIES}
        monkeypatch.setitem(SIGNS, name, replace(SIGNS[name], site=site))
        page = {"blocks": [{"_template": "banner", "headline": "Come"}], "language": "en"}
        window = app(write_site(tmp_path / "first", name, index=page))
        window.press("Ctrl+E")
        window.settle()
        return window

    return opened


@pytest.mark.parametrize(
    "name", ["connectivity", "orbit", "pl-summit", "sustainable-blockchain-22"]
)
def test_menus_on_phones_and_the_menus_in_them(first, name):
    window = first(name)
    width(window, "Phone")
    assert seen(window, LIST) == 0
    window.click(BURGER)
    window.until(lambda: seen(window, LIST) == 1)
    assert seen(window, SUB) == 0
    window.click('[data-fp-act="panel"]')
    window.until(lambda: seen(window, SUB) == 1)
    window.click(f'{SUB} [data-fp-act="panel"]')
    window.until(lambda: seen(window, SUB) == 0)
    window.click('[data-fp-act="panel"]')
    window.until(lambda: seen(window, SUB) == 1)
    window.js(f"document.querySelector('{BURGER}').click()")
    window.until(lambda: window.style(SUB, "pointerEvents") == "none" and not seen(window, LIST))


@pytest.mark.parametrize(
    "name", ["connectivity", "orbit", "pl-summit", "sustainable-blockchain-22"]
)
def test_menus_of_the_bar(first, name):
    window = first(name)
    opened = '[data-fp-act="dropdown"] + ul'
    assert window.text(opened) == ""
    window.click('li:nth-of-type(3) [data-fp-act="dropdown"]')
    window.until(lambda: window.text(opened) == "2024")
    window.click('li:nth-of-type(3) [data-fp-act="dropdown"]')
    window.until(lambda: window.text(opened) == "")
    window.click('li:nth-of-type(3) [data-fp-act="dropdown"]')
    window.until(lambda: window.text(opened) == "2024")
    window.press("Ctrl+E")
    window.until(lambda: window.text(opened) == "")


def test_the_choice_of_languages(first):
    window = first("sustainable-blockchain-22")
    window.click(LANGUAGES)
    window.until(lambda: window.style(f"{LANGUAGES} + div", "display") == "block")
    window.click(LANGUAGES)
    window.until(lambda: window.style(f"{LANGUAGES} + div", "display") == "none")


def test_what_is_exported_has_no_marks(first, tmp_path):
    first("sustainable-blockchain-22")
    assert "data-fp" not in static_html(PageLocation.find(tmp_path / "first"))
