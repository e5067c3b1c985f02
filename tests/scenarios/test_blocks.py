"""Blocks are added, moved, duplicated and deleted; the page follows, and undo brings all back."""

from __future__ import annotations

import pytest

from designer.command_list import CommandId

pytestmark = [pytest.mark.engine, pytest.mark.scenario]

ROOTS = "[...document.querySelectorAll('[data-fp-root^=\"block:\"]')]"
HEADLINES = f"{ROOTS}.map(e => e.querySelector('h2')?.textContent ?? '')"

HERO = "A small house at the edge of the sea"
ROOMS, DAY, BOAT = "Rooms that face the water", "A day here", "Out with Ida"


def test_move_keeps_the_node(app, sample):
    page = sample / "content" / "pages" / "index.md"
    original = page.read_bytes()
    window = app(page)
    window.choose(DAY)
    window.js(f"{ROOTS}[2].ours = 'same'")
    window.press("Alt+Up")
    window.settle()
    assert window.js(HEADLINES) == [HERO, DAY, ROOMS, BOAT]
    assert window.js(f"{ROOTS}[1].ours") == "same"
    assert window.titles[1:5] == [HERO, DAY, ROOMS, BOAT]
    assert window.window.left.blocks.currentIndex().data() == DAY
    window.press("Alt+Down")
    window.press("Alt+Down")
    window.settle()
    assert window.js(HEADLINES) == [HERO, ROOMS, BOAT, DAY]
    while window.editor.stack.canUndo():
        window.press("Ctrl+Z")
    window.settle()
    assert window.js(HEADLINES) == [HERO, ROOMS, DAY, BOAT]
    window.window.save()
    assert page.read_bytes() == original


def test_move_writes_only_whole_blocks(app, sample):
    page = sample / "content" / "pages" / "index.md"
    original = page.read_bytes()
    window = app(page)
    window.choose(BOAT)
    window.press("Alt+Up")
    window.window.save()
    after = page.read_bytes()
    assert after != original
    assert sorted(after.split(b"\n")) == sorted(original.split(b"\n"))


def test_duplicate_and_delete(app, sample):
    page = sample / "content" / "pages" / "index.md"
    original = page.read_bytes()
    window = app(page)
    window.choose(ROOMS)
    window.press("Ctrl+D")
    window.settle()
    assert window.js(HEADLINES) == [HERO, ROOMS, ROOMS, DAY, BOAT]
    window.press("Ctrl+Delete")
    window.settle()
    assert window.js(HEADLINES) == [HERO, ROOMS, DAY, BOAT]
    window.window.save()
    assert page.read_bytes() == original


def test_add_from_the_gallery(app, sample):
    page = sample / "content" / "pages" / "visit.md"
    window = app(page)
    window.choose("At the end of the wall")
    window.add("Tailwind feature")
    window.settle()
    assert window.js(HEADLINES) == ["At the end of the wall", "This is the main headline"]
    assert window.window.left.blocks.currentIndex().data() == "This is the main headline"
    window.window.save()
    text = page.read_text(encoding="utf-8")
    assert text.count("_template: tailwindFeature") == 2
    assert "    headline: This is the main headline\n" in text


def test_list_items(app, sample):
    window = app(sample / "content" / "pages" / "visit.md")
    window.choose("At the end of the wall")
    inspector = window.window.inspector
    run = inspector.content._run
    assert run(CommandId.ADD_ITEM, ("buttons",), {"label": "New", "link": "/new"})
    window.settle()
    links = f"[...{ROOTS}[0].querySelectorAll('a')].map(a => a.textContent)"
    assert window.js(links) == ["Write to us", "New"]
    assert run(CommandId.MOVE_UP, ("buttons", 1), None)
    window.settle()
    assert window.js(links) == ["New", "Write to us"]
    assert run(CommandId.DELETE, ("buttons", 0), None)
    window.settle()
    assert window.js(links) == ["Write to us"]


def test_several_changes_in_one_turn_are_one_message(app, sample):
    window = app(sample)
    window.choose(ROOMS)
    revision = window.program.preview.revision
    field = window.field("headline")
    window.type_at(field, 0, "")
    field.edited.emit("One")
    field.edited.emit("Two")
    field.edited.emit("Three")
    window.settle()
    assert window.js(HEADLINES)[1] == "Three"
    assert window.program.preview.revision == revision + 1


def test_unknown_type_is_shown_and_kept(app, sample):
    page = sample / "content" / "pages" / "visit.md"
    text = page.read_text(encoding="utf-8")
    block = (
        "  - _template: weatherBox\n    headline: Wind today\n    note: From the west\n"
        "    items:\n      - label: Morning\n        text: Calm\n"
    )
    page.write_text(text.replace("meta:", block + "meta:"), encoding="utf-8")
    original = page.read_bytes()
    window = app(page)
    shown = window.js(f"{ROOTS}[1].textContent")
    for words in ("Wind today", "Calm"):
        assert words in shown
    window.choose("Wind today")
    window.type_at(window.field("note"), 0, "N")
    window.window.save()
    assert page.read_bytes() == original.replace(b"note: From", b"note: NFrom")


def test_a_page_without_blocks_says_so(app, sample):
    page = sample / "content" / "pages" / "visit.md"
    page.write_text("---\nblocks: []\nmeta:\n  pageTitle: New\n---\n", encoding="utf-8")
    window = app(page)
    assert "no blocks" in window.bar("empty")
    window.add("Tailwind feature")
    window.settle()
    assert window.bar("empty") == ""
    assert window.js(HEADLINES) == ["This is the main headline"]
    window.press("Ctrl+Z")
    window.settle()
    assert "no blocks" in window.bar("empty")
