"""Sites that do not belong to the family are shown fairly and edited all the same."""

import json

import pytest
from PySide6.QtWidgets import QPushButton

from designer.commands.render_html import static_html
from designer.project import PageLocation

PAGE = """\
---
title: About
sections:
  - _type: intro
    heading: Who we are
    body: "Some **words**, ~~old~~ and <b>raw</b>.\\n"
  - _type: intro
    heading: Again
    image: {src: /a.png, alt: A}
  - _type: numbers
    items:
      - {title: Boats, text: Seven of them}
---
"""


@pytest.fixture
def site(tmp_path):
    root = tmp_path / "plain"
    pages = root / "content/pages"
    pages.mkdir(parents=True)
    (root / "package.json").write_text('{"devDependencies": {"tailwindcss": "^2.2.19"}}')
    (pages / "index.md").write_text(PAGE, encoding="utf-8")
    return root


def test_blocks_under_another_key_are_blocks(app, site):
    window = app(site)
    assert window.titles == ["Who we are", "Again", "Numbers"]
    window.choose("Again")
    window.type_at(window.field("heading"), 0, "X")
    window.settle()
    assert "XAgain" in window.text("body")
    window.window.save()
    text = (site / "content/pages/index.md").read_text(encoding="utf-8")
    assert text == PAGE.replace("heading: Again", "heading: XAgain")


def test_what_other_blocks_of_a_type_have_can_be_added(app, site):
    window = app(site)
    window.choose("Who we are")
    assert window.field("image", "src") is not None
    assert window.field("body") is not None


def test_a_new_block_is_named_as_the_others_are(app, site):
    window = app(site)
    window.choose("Again")
    window.add(next(label for label in window.offered if "Intro" in label))
    assert window.editor.page().data["sections"][2]["_type"] == "intro"


def test_the_frame_has_nothing_of_the_family(site):
    html = static_html(PageLocation.find(site))
    assert "Who we are" in html
    assert "min-h-screen" not in html
    assert "--primary-color" not in html


def test_the_sites_own_schema_names_the_fields(app, site):
    folder = site / "tina"
    folder.mkdir()
    (folder / "tina-lock.json").write_text(
        '{"schema": {"collections": [{"fields": [{"name": "sections", "type": "object", "list": '
        'true, "templates": [{"name": "intro", "label": "Opening", "fields": [{"name": "heading", '
        '"type": "string", "label": "Great words"}]}]}]}]}}'
    )
    window = app(site)
    window.choose("Again")
    entry = next(e for e in window.window.inspector.content.entries if e.path == ("heading",))
    assert entry.label == "Great words"


@pytest.mark.parametrize("tailwind", ["^2.2.19", "^3.4.0"])
def test_a_fallback_has_columns_where_there_is_room(app, site, tailwind):
    (site / "package.json").write_text(
        json.dumps({"devDependencies": {"tailwindcss": tailwind}}), encoding="utf-8"
    )
    page = "---\nsections:\n- _type: numbers\n  items: [{title: A}, {title: B}, {title: C}]\n---\n"
    (site / "content/pages/index.md").write_text(page, encoding="utf-8")
    window = app(site)
    rows = "new Set([...document.querySelectorAll('h2')].map(h => h.offsetTop)).size"
    sizes = {"Desktop": 1, "Phone": 3}
    for name, expected in sizes.items():
        bar = window.window.top.findChildren(QPushButton)
        next(button for button in bar if button.text() == name).click()
        window.until(lambda name=name: (window.js("innerWidth") < 800) == (name == "Phone"))
        window.until(lambda expected=expected: window.js(rows) == expected)
