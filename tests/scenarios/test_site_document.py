"""Header, navigation, footer and theme belong to the whole site, and have their own document."""

from __future__ import annotations

import json

import pytest

from designer.document import put_value
from designer.editor import Role

pytestmark = [pytest.mark.engine, pytest.mark.scenario]


def test_header_is_selected_and_edited(app, sample):
    page = sample / "content" / "pages" / "index.md"
    theme = sample / "content" / "global" / "index.json"
    page_bytes, theme_bytes = page.read_bytes(), theme.read_bytes()
    window = app(page)
    window.choose("Header")
    assert "whole site" in window.window.bottom.hint.text()
    field = window.field("nav", "navItems", 1, "label")
    window.type_at(field, 0, "Our ")
    window.settle()
    assert "Our Rooms" in window.text('[data-fp-root="header"]')

    window.choose("A day here")
    window.type_at(window.field("headline"), 0, "B")
    window.settle()
    window.window.save()
    assert theme.read_bytes() == theme_bytes.replace(b'"label": "Rooms"', b'"label": "Our Rooms"')
    assert page.read_bytes() == page_bytes.replace(b"headline: A day", b"headline: BA day")

    while window.editor.stack.canUndo():
        window.press("Ctrl+Z")
    window.settle()
    window.window.save()
    assert (page.read_bytes(), theme.read_bytes()) == (page_bytes, theme_bytes)


def test_click_on_footer(app, sample):
    window = app(sample)
    window.click('[data-fp-root="footer:0"]')
    window.until(lambda: window.editor.selection is not None)
    assert window.editor.selection.path[:2] == ("blocks", 0)
    assert window.window.left.blocks.currentIndex().data() in ("Footer", "Markup")
    field = window.field("blocks", 0, "markup")
    assert "Tern House" in field.toPlainText()


def test_theme_colour_follows(app, sample):
    window = app(sample)
    theme = window.editor.page("site").data
    assert theme["colors"]["primary"] == "#12343B"
    window.editor.apply("x", Role.SITE, put_value, ("colors", "primary"), "#FF0000")
    window.settle()
    assert window.style('[data-fp-root^="block:"] h2', "color") == "rgb(255, 0, 0)"
    window.editor.stack.undo()
    window.settle()
    assert window.style('[data-fp-root^="block:"] h2', "color") == "rgb(18, 52, 59)"


def test_page_settings(app, sample):
    page = sample / "content" / "pages" / "index.md"
    original = page.read_bytes()
    window = app(page)
    window.type_at(window.field("meta", "pageTitle", tab="page"), 0, "The ")
    window.window.save()
    assert page.read_bytes() == original.replace(b"pageTitle: Tern", b"pageTitle: The Tern")


def test_page_without_site_gets_the_default_theme(app, tmp_path, sample):
    lonely = tmp_path / "alone" / "page.md"
    lonely.parent.mkdir()
    lonely.write_bytes((sample / "content" / "pages" / "visit.md").read_bytes())
    window = app(lonely)
    assert window.editor.page("site") is None
    assert window.window.left.pages.model().index(0, 0).data() == "Page"
    assert window.text('[data-fp-root^="block:"] h2') == "At the end of the wall"
    assert json.loads(json.dumps(window.js("!!document.querySelector('[data-fp-root=header]')")))
