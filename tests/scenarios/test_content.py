"""The Content and Page tabs in the whole window: pictures, items, the theme, the page itself."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit

from designer.command_list import CommandId
from designer.editor import Role
from tests.app import line_diff

pytestmark = [pytest.mark.engine, pytest.mark.scenario]

ROOMS, DAY, BOAT = "Rooms that face the water", "A day here", "Out with Ida"


def content(window):
    return window.window.inspector.content


# -- pictures -------------------------------------------------------------------------------------


def test_a_picture_of_the_site_is_written_as_its_address(app, sample):
    page = sample / "content" / "pages" / "index.md"
    original = page.read_bytes()
    window = app(page)
    window.choose(ROOMS)
    dialogs = window.window.save_prompts.dialogs
    dialogs.answers = [sample / "public" / "img" / "map.svg"]
    window.field("image", "src")
    content(window).field(("image", "src")).button.click()
    assert dialogs.asked == [sample / "public" / "img"]
    window.window.save()
    assert line_diff(original, page.read_bytes()) == [
        (b"      src: /img/room.svg", b"      src: /img/map.svg")
    ]


def test_the_row_of_a_picture_runs_the_command(app, sample, monkeypatch):
    window = app(sample)
    window.choose(ROOMS)
    seen = []
    images = window.window.image_commands
    monkeypatch.setattr(images._images, "choose", lambda *what: seen.append(what) is None)
    inspector = window.window.inspector
    run, asked = inspector._run, []
    inspector._run = lambda command, *what: asked.append(command) or run(command, *what)
    window.field("image", "src")
    content(window).field(("image", "src")).button.click()
    assert asked == [CommandId.REPLACE_IMAGE]
    [(address, label)] = seen
    assert address.path == ("image", "src")
    assert label == content(window).row(("image", "src")).entry.label


def test_a_picture_from_elsewhere_is_copied_after_asking(app, sample, tmp_path):
    elsewhere = tmp_path / "boat.svg"
    elsewhere.write_bytes(b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>")
    taken = (sample / "public" / "img" / "boat.svg").read_bytes()
    window = app(sample)
    window.choose(ROOMS)
    window.field("image", "src")
    field = content(window).field(("image", "src"))
    dialogs = window.window.save_prompts.dialogs
    dialogs.answers = [False, True]
    field.file_dropped.emit(str(elsewhere))
    assert field.text.text() == "/img/room.svg"
    assert not window.editor.is_modified
    field.file_dropped.emit(str(elsewhere))
    assert dialogs.asked == [("boat.svg", "public/img")] * 2
    assert field.text.text() == "/img/boat-2.svg"
    assert (sample / "public" / "img" / "boat-2.svg").read_bytes() == elsewhere.read_bytes()
    assert (sample / "public" / "img" / "boat.svg").read_bytes() == taken
    assert window.editor.stack.count() == 1


def test_without_a_site_a_picture_is_only_spoken_of(app, tmp_path, sample):
    lonely = tmp_path / "alone" / "page.md"
    lonely.parent.mkdir()
    lonely.write_bytes((sample / "content" / "pages" / "visit.md").read_bytes())
    window = app(lonely)
    window.choose("At the end of the wall")
    window.field("image", "src")
    content(window).field(("image", "src")).file_dropped.emit(str(tmp_path / "x.png"))
    assert "no site" in window.window.bottom.hint.text()
    assert not window.editor.is_modified


# -- items ----------------------------------------------------------------------------------------


def test_a_drag_is_one_step_and_moves_whole_items(app, sample):
    page = sample / "content" / "pages" / "index.md"
    original = page.read_bytes()
    window = app(page)
    window.choose(DAY)
    form = content(window)
    first, last = form.row(("items", 0)), form.row(("items", 2))
    start = QPoint(12, 16)
    end = first.mapFromGlobal(last.mapToGlobal(QPoint(12, 30)))
    QTest.mousePress(first, Qt.MouseButton.LeftButton, pos=start)
    for step in (0.2, 0.6, 1.0):
        QTest.mouseMove(first, start + (end - start) * step)
    assert form.widget().drop_line is not None
    QTest.mouseRelease(first, Qt.MouseButton.LeftButton, pos=end)
    assert form.widget().drop_line is None
    names = [entry.label for entry in form.entries if entry.kind == "item"]
    assert names == ["The cliff walk", "The reading room", "Breakfast"]
    assert window.editor.stack.count() == 1
    assert window.window.focusWidget() is form.row(("items", 2))
    window.window.save()
    after = page.read_bytes()
    assert sorted(after.split(b"\n")) == sorted(original.split(b"\n"))
    window.press("Ctrl+Z")
    window.window.save()
    assert page.read_bytes() == original


def test_what_is_open_stays_with_its_item(app, sample):
    window = app(sample)
    window.choose(DAY)
    window.field("items", 1, "headline")
    form = content(window)
    form._run(CommandId.MOVE_UP, ("items", 1), None)
    assert [e.label for e in form.entries if e.kind == "item" and e.is_open] == ["The cliff walk"]
    assert form.field(("items", 0, "headline")).text() == "The cliff walk"
    window.press("Ctrl+Z")
    assert form.field(("items", 1, "headline")).text() == "The cliff walk"


def test_switching_blocks_keeps_tab_and_scroll(app, sample):
    window = app(sample, size=(1024, 640))
    inspector = window.window.inspector
    window.choose(DAY)
    window.field("items", 0, "headline")
    bar = content(window).verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    seen = bar.value()
    assert seen > 0
    window.choose(ROOMS)
    window.choose(DAY)
    assert bar.value() == seen
    inspector.tabs.setCurrentWidget(inspector.page_form)
    window.choose(ROOMS)
    assert inspector.tabs.currentWidget() is inspector.page_form


def test_a_click_on_a_card_in_the_page_opens_it(app, sample):
    window = app(sample)
    window.click('[data-fp-path="items.1.headline"]')
    window.until(lambda: window.editor.selection is not None)
    assert window.editor.selection.path == ("items", 1, "headline")
    assert content(window).field(("items", 1, "headline")).text() == "The cliff walk"


def test_showing_blocks_writes_nothing(app, sample):
    window = app(sample)
    for title in (*window.titles, *reversed(window.titles)):
        window.choose(title)
        for tab in range(3):
            window.window.inspector.tabs.setCurrentIndex(tab)
            form = window.window.inspector.tabs.currentWidget()
            for entry in form.entries:
                if entry.is_group and not entry.is_open:
                    form.fold_requested.emit(entry.path, True)
    assert window.editor.stack.count() == 0


def test_an_absent_field_is_added_when_it_is_filled(app, sample):
    page = sample / "content" / "pages" / "index.md"
    original = page.read_bytes()
    window = app(page)
    window.choose(DAY)
    window.type_at(window.field("subhead"), 0, "Quiet")
    window.window.save()
    assert page.read_bytes().replace(b"    subhead: Quiet\n", b"", 1) == original


# -- the whole site -------------------------------------------------------------------------------


def test_the_theme_of_a_g2_site(app, tmp_path):
    theme = "---\ncolors:\n  primary: '#112233'\nbuttons:\n  - label: Loud\n---\n"
    page = "---\nblocks:\n  - headline: Here\n    _template: feature\nmeta:\n  title: T\n---\n"
    site = '{"theme": "content/themes/own.md", "nav": {}, "footerNav": "true"}'
    for name, text in (
        ("themes/own.md", theme),
        ("pages/index.md", page),
        ("global/index.json", site),
    ):
        (tmp_path / "content" / name).parent.mkdir(parents=True)
        (tmp_path / "content" / name).write_text(text, encoding="utf-8")
    file = tmp_path / "content" / "themes" / "own.md"
    window = app(tmp_path)
    window.choose("Theme")
    assert "whole site" in window.window.bottom.hint.text()
    assert {e.path for e in content(window).entries} >= {("colors",), ("typo",), ("buttons",)}
    field = window.field("colors", "primary")
    window.type_at(field, 1, "33", erase=2)
    window.window.save()
    assert file.read_text(encoding="utf-8") == theme.replace("#112233", "#332233")
    window.choose("Header")
    assert {("footerNav",), ("siteUrl",)} <= {e.path for e in content(window).entries}
    inspector = window.window.inspector
    inspector.tabs.setCurrentWidget(inspector.page_form)
    assert ("background",) in {e.path for e in inspector.page_form.entries}


def test_the_theme_of_a_g1_site_lies_in_the_global_document(app, sample):
    document = sample / "content" / "global" / "index.json"
    original = document.read_bytes()
    window = app(sample)
    window.choose("Header")
    window.choose("Theme")
    paths = {entry.path[0] for entry in content(window).entries}
    assert paths == {"colors", "fonts", "sizeLeading", "desktopWidth", "links"}
    window.type_at(window.field("fonts", "font2"), 0, "Old ")
    slot = window.slot("buttons", "primaryRounded")
    assert slot.toPlainText() == "rounded-full"
    window.window.save()
    assert line_diff(original, document.read_bytes()) == [
        (b'    "font2": "Helvetica",', b'    "font2": "Old Helvetica",')
    ]
    assert window.editor.page(Role.THEME) is None


# -- the page -------------------------------------------------------------------------------------


def test_draft_and_description_of_a_page(app, sample):
    page = sample / "content" / "pages" / "index.md"
    original = page.read_bytes()
    window = app(page)
    window.field("draft", tab="page").click()
    words = window.field("meta", "pageDescription", tab="page")
    assert isinstance(words, QPlainTextEdit)
    window.type_at(words, 0, "Seven rooms. ")
    search = next(e for e in window.window.inspector.page_form.entries if e.kind == "search")
    assert search.value == (
        "Tern House",
        "ternhouse.example/",
        "Seven rooms. A small house at the edge of the sea",
    )
    window.window.save()
    assert line_diff(original, page.read_bytes()) == [
        (b"draft: false", b"draft: true"),
        (
            b"  pageDescription: A small house at the edge of the sea",
            b"  pageDescription: Seven rooms. A small house at the edge of the sea",
        ),
    ]


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_hint_stands_at_the_field_and_blocks_nothing(app, sample):
    window = app(sample)
    window.choose(BOAT)
    field = window.field("buttons", 0, "link")
    row = content(window).row(("buttons", 0, "link"))
    assert row.note == ""
    height = row.height()
    window.type_at(field, len("/sailing"), " ")
    assert "stray space" in row.note
    assert row.height() > height
    assert row.note in field.accessibleDescription()
    assert window.editor.is_modified
    window.press("Backspace", field)
    assert (row.note, row.height()) == ("", height)
