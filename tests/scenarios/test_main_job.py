"""Open a real page, see it as the site shows it, change a slot, save: one line differs."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton

from tests.app import line_diff

pytestmark = [pytest.mark.engine, pytest.mark.scenario]

HEADLINE = '[data-fp-slot="tailwind.headline"]'


def test_seed_slot_by_typing(app, seed):
    original = seed.read_bytes()
    window = app(seed)
    first, second = (block.data["headline"] for block in window.editor.page().blocks)
    assert window.titles[1:3] == [first, second]
    window.choose(first)
    assert window.style(HEADLINE, "fontSize") == "47px"

    slot = window.slot("tailwind", "headline")
    place = slot.toPlainText().index("text-3xl") + len("text-")
    window.type_at(slot, place, "4", erase=1)
    window.settle()
    assert window.style(HEADLINE, "fontSize") == "50px"
    assert window.window.isWindowModified()

    window.press("Ctrl+S")
    changed = line_diff(original, seed.read_bytes())
    assert [new for _, new in changed] == [
        b"      headline: text-primary font-1 text-4xl mb-8 font-bold"
    ]

    while window.editor.stack.canUndo():
        window.press("Ctrl+Z")
    window.settle()
    assert window.style(HEADLINE, "fontSize") == "47px"
    window.press("Ctrl+S")
    assert seed.read_bytes() == original


def test_unchanged_is_not_written(app, sample):
    page = sample / "content" / "pages" / "index.md"
    stamp = page.stat().st_mtime_ns
    window = app(page)
    window.window.save()
    assert page.stat().st_mtime_ns == stamp


def test_typed_and_taken_back_is_the_original(app, sample):
    page = sample / "content" / "pages" / "index.md"
    original = page.read_bytes()
    window = app(page)
    window.choose("Rooms that face the water")
    field = window.field("headline")
    window.type_at(field, 0, "X")
    window.settle()
    assert "XRooms" in window.text('[data-fp-root^="block:"] + div [data-fp-path="headline"]')
    window.press("Backspace", field)
    window.settle()
    assert not window.editor.is_modified
    window.window.save()
    assert page.read_bytes() == original


def test_status_counts_lines(app, sample):
    window = app(sample)
    assert window.window.bottom.lines.text() == "Nothing to save"
    window.choose("A day here")
    window.type_at(window.field("headline"), 0, "Z")
    window.until(lambda: window.window.bottom.lines.text() == "1 line will change")
    assert "ms" in window.window.bottom.time.text()


def test_what_will_be_saved_can_be_looked_at_and_saved(app, sample):
    page = sample / "content" / "pages" / "index.md"
    original = page.read_bytes()
    window = app(sample)
    assert not window.window.bottom.lines.isEnabled()
    window.choose("A day here")
    window.type_at(window.field("headline"), 0, "Z")
    window.until(window.window.bottom.lines.isEnabled)
    dialogs = window.window.save_prompts.dialogs
    dialogs.answers = [False, True]
    window.window.bottom.lines.click()
    assert page.read_bytes() == original
    window.press("Ctrl+Shift+S")
    assert len(line_diff(original, page.read_bytes())) == 1
    assert dialogs.asked == [[("index.md", 1), ("index.json", 0)]] * 2


def test_click_in_page_selects_everywhere(app, sample):
    window = app(sample)
    window.click('[data-fp-root^="block:"] h2')
    window.until(lambda: window.editor.selection is not None)
    address = window.editor.selection
    assert address.path == ("headline",)
    assert window.window.left.blocks.currentIndex().data() == "Headline"
    assert window.window.inspector.content.field(("headline",)) is not None


def test_device_widths(app, sample):
    window = app(sample)
    for name, width in (("Tablet", 768), ("Phone", 390), ("Desktop", 1440)):
        button = next(b for b in window.window.top.findChildren(QPushButton) if b.text() == name)
        button.click()
        window.until(lambda w=width: abs(window.js("innerWidth") - w) <= 2, f"{name} width")
