"""Blocks without a template: what they are is said once, they can be read, clicked and typed in."""

from __future__ import annotations

import json
import shutil

import pytest
from PySide6.QtTest import QTest

from tests.corpus import OWN
from tests.scenarios.hands import Hands

pytestmark = [pytest.mark.engine, pytest.mark.scenario]

STAND_INS = "[...document.querySelectorAll('[data-standin]')]"
NOTES = f"{STAND_INS}.map(e => getComputedStyle(e, '::after').content).filter(c => c !== 'none')"
DARK = "@tailwind base;\n@tailwind utilities;\nbody { background: #111 }\n"
UNREADABLE = """(() => {
  const channel = c => { c /= 255; return c <= .03928 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4; };
  const light = color => {
    const [r, g, b] = color.match(/[\\d.]+/g).map(Number);
    return .2126 * channel(r) + .7152 * channel(g) + .0722 * channel(b);
  };
  const results = [...document.querySelectorAll('[data-standin] [data-fp-path]')].map(element => {
    const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
    const paint = color => { canvas.fillStyle = color; canvas.fillRect(0, 0, 1, 1); };
    paint('white');
    const around = [];
    const colour = each => getComputedStyle(each).backgroundColor;
    for (let e = element; e; e = e.parentElement) around.unshift(colour(e));
    around.forEach(paint);
    const below = light([...canvas.getImageData(0, 0, 1, 1).data].join());
    paint(getComputedStyle(element).color);
    const text = light([...canvas.getImageData(0, 0, 1, 1).data].join());
    const contrast = (Math.max(below, text) + .05) / (Math.min(below, text) + .05);
    return [contrast, element.dataset.fpPath];
  });
  return results.filter(([contrast]) => contrast < 4.5);
})()"""
SURFACE = "getComputedStyle(document.documentElement).getPropertyValue('--standin-surface')"


@pytest.fixture
def site(tmp_path):
    return shutil.copytree(OWN / "standin" / "light", tmp_path / "site")


def open_page(app, site, name):
    path = site / "content" / "pages" / f"{name}.md"
    page = Hands(app(path), path)
    page.app.until(lambda: not page.app.program.styles.is_busy, "the site's own styles are built")
    page.app.settle()
    return page


def value(page, number, *path):
    data = page.app.editor.page().blocks[number].data
    for key in path:
        data = data[key]
    return data


def selected(page):
    selection = page.app.editor.selection
    return None if selection is None else selection.path


def test_it_is_said_once_what_they_are(app, site):
    page = open_page(app, site, "hugo")
    (note,) = page.app.js(NOTES)
    assert "Frontispiece" in note
    assert page.app.js(f"{STAND_INS}.length") == 5
    assert "Frontispiece" in page.app.js(f"getComputedStyle({STAND_INS}[0], '::after').content")


@pytest.mark.parametrize("name", ["hugo", "stackbit", "next-decap"])
@pytest.mark.parametrize(
    ("style", "surface"),
    [
        ("", "#fbf7ef"),
        (DARK, "#111111"),
        ("@tailwind base; body { background: #c8b68f; color: #eee }", "#c8b68f"),
    ],
)
def test_every_text_can_be_read_on_every_page(app, site, name, style, surface):
    if style:
        (site / "styles" / "main.css").write_text(style, encoding="utf-8")
    page = open_page(app, site, name)
    page.app.until(lambda: page.app.js(SURFACE) == surface, "the site's styles are there")
    assert page.app.js(UNREADABLE) == []


def test_a_figure_is_typed_in(app, site):
    page = open_page(app, site, "hugo")
    page.app.click('[data-fp-path="counters.0.number"]')
    page.until_typing()
    QTest.keyClicks(page.app.view.focusProxy(), "9")
    page.app.settle()
    assert "9" in value(page, 1, "counters", 0, "number").replace("500+", "")
    assert selected(page) == ("counters", 0, "number")


@pytest.mark.parametrize(
    ("block", "path", "before"),
    [
        (1, ("counters", 2, "number"), 38),
        (2, ("items", 0, "days"), 2),
        (2, ("items", 0, "start"), "2027-05-04"),
        (2, ("items", 0, "certificate"), True),
    ],
)
def test_a_number_is_selected_and_stays_a_number(app, site, block, path, before):
    page = open_page(app, site, "hugo")
    file = site / "content" / "pages" / "hugo.md"
    bytes_before = file.read_bytes()
    root = f"block:{page.app.editor.page().blocks[block].id}"
    page.app.click(f'[data-fp-root="{root}"] [data-fp-path="{".".join(map(str, path))}"]')
    page.app.until(lambda: selected(page) == path, "the field is selected")
    QTest.keyClicks(page.app.view.focusProxy(), "9")
    page.app.settle()
    assert value(page, block, *path) == before
    assert type(value(page, block, *path)) is not str
    page.app.window.save()
    assert file.read_bytes() == bytes_before


def test_numbers_and_dates_in_a_plain_list_stay_what_they_are(app, site):
    file = site / "content" / "pages" / "hugo.md"
    file.write_text("---\nblocks:\n  - block: x\n    years: [1999, 2027-05-04, ten]\n---\n")
    page = open_page(app, site, "hugo")
    for number in (0, 1):
        page.app.click(f'[data-fp-path="years.{number}"]')
        page.app.until(lambda number=number: selected(page) == ("years", number), "it is selected")
        QTest.keyClicks(page.app.view.focusProxy(), "9")
        page.app.settle()
    assert json.dumps(value(page, 0, "years"), default=str) == '[1999, "2027-05-04", "ten"]'
    page.app.click('[data-fp-path="years.2"]')
    page.until_typing()
    QTest.keyClicks(page.app.view.focusProxy(), "9")
    page.app.settle()
    assert "9" in value(page, 0, "years")[2]


def test_a_rich_text_is_edited_on_the_page(app, site):
    page = open_page(app, site, "hugo")
    page.app.click('[data-fp-path="content"] strong')
    page.app.until(lambda: page.app.js("!!document.querySelector('.ProseMirror')"), "it is open")


def test_names_tell_blocks_and_items_apart(app, site):
    page = open_page(app, site, "stackbit")
    assert page.app.titles[:2] == ["The sky over the village", "What you can see"]
    page = open_page(app, site, "cloudcannon")
    page.app.click('[data-fp-path="stats.0.stat"]')
    page.app.until(
        lambda: any(
            e.label == "12K Wheels trued" for e in page.app.window.inspector.content.entries
        ),
        "the item is named",
    )
