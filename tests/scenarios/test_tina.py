"""Pages of the starters of TinaCMS are clicked and typed in as pages of the other families."""

from __future__ import annotations

import re
import shutil

import pytest
from PySide6.QtTest import QTest

from designer.commands.check import check
from designer.commands.render_html import static_html
from designer.project import PageLocation
from tests.app import line_diff
from tests.corpus import OWN
from tests.scenarios.hands import Hands

pytestmark = [pytest.mark.engine, pytest.mark.scenario]

PAGES = {
    "cloud": "content/pages/home.mdx",
    "classic": "content/pages/home.md",
    "astro": "src/content/page/home.mdx",
}
COLOURS = {"cloud": "rgb(122, 59, 18)", "astro": "rgb(15, 92, 110)"}
"""The colours of buttons, which only the site's own styles set: a page before them is laid out
otherwise, and a click would miss."""


def open_page(app, tmp_path, name):
    site = shutil.copytree(OWN / "tina" / name, tmp_path / name)
    page = Hands(app(site), site / PAGES[name])
    button = '[data-fp-path="actions.0"] a'
    if name in COLOURS:
        page.app.until(lambda: page.app.style(button, "backgroundColor") == COLOURS[name], "styles")
    page.app.until(lambda: page.app.js("[...document.images].every(i => i.complete)"), "pictures")
    return page


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize(
    ("selector", "before"),
    [
        ('[data-fp-path="headline"]', b"Bread from the wood oven"),
        ('[data-fp-path="items.0.title"]', b"Slow dough"),
        ('[data-fp-path="actions.1"]', b"How we bake"),
    ],
)
def test_a_text_is_typed_in_and_one_line_changes(app, tmp_path, name, selector, before):
    page = open_page(app, tmp_path, name)
    page.app.click(selector)
    page.until_typing()
    QTest.keyClicks(page.app.view.focusProxy(), "X")
    page.app.settle()
    ((old, new),) = line_diff(page.original, page.saved())
    assert before in old
    assert new.replace(b"X", b"", 1) == old


def test_a_figure_and_a_testimonial_are_typed_in(app, tmp_path):
    page = open_page(app, tmp_path, "cloud")
    for path in ("stats.0.type", "testimonials.1.quote"):
        page.app.click(f'[data-fp-path="{path}"]')
        page.until_typing()
        QTest.keyClicks(page.app.view.focusProxy(), "X")
        page.app.settle()
    assert len(line_diff(page.original, page.saved())) == 2


def test_the_name_of_the_site_is_typed_into_the_global_document(app, tmp_path):
    page = open_page(app, tmp_path, "cloud")
    file = tmp_path / "cloud" / "content" / "global" / "index.json"
    before = file.read_bytes()
    page.app.click('header [data-fp-path="header.name"]')
    page.until_typing()
    QTest.keyClicks(page.app.view.focusProxy(), "X")
    page.app.settle()
    page.app.window.save()
    ((old, new),) = line_diff(before, file.read_bytes())
    assert b"Wood oven" in old
    assert new.replace(b"X", b"", 1) == old


@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_found_wrong_with_a_page(tmp_path, name):
    site = shutil.copytree(OWN / "tina" / name, tmp_path / name)
    assert check(PageLocation.find(site), only_page=False) == []


def test_blocks_of_the_starter_are_offered(app, tmp_path):
    page = open_page(app, tmp_path, "cloud")
    assert {"Hero", "Features", "Figures", "Callout"} <= set(page.app.offered)


@pytest.mark.parametrize("name", ["cloud", "classic"])
def test_the_frame_is_that_of_the_global_document(name):
    html = static_html(PageLocation.find(OWN / "tina" / name))
    assert "Wood oven" in html
    assert 'href="/loaves">Loaves</a>' in html
    assert "data-fp-" not in html
    assert "<footer" in html


def test_the_classic_look_has_the_colour_and_font_of_the_theme():
    html = static_html(PageLocation.find(OWN / "tina" / "classic"))
    assert "from-teal-400 to-teal-600" in html
    assert ".from-teal-400" in html
    assert "font-family: Nunito" in html
    assert "family=Nunito" in html


def test_the_site_s_own_colours_win():
    html = static_html(PageLocation.find(OWN / "tina" / "cloud"))
    found = re.findall(r"--primary:\s*(#\w+)", html)
    assert found[0] == "#262626"
    assert found[-1] == "#7a3b12"
