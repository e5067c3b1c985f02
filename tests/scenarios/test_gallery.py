"""Blocks are added from a gallery of pictures, and saved for the site, by mouse and by keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from designer.command_list import CommandId
from designer.document import Page
from designer.window.dialogs.name_dialog import NameDialog
from designer.window.gallery.gallery_cards import Card
from tests.app import Answers
from tests.variants import write_site

pytestmark = [pytest.mark.engine, pytest.mark.scenario]

HERO = "A small house at the edge of the sea"
ROOMS, DAY = "Rooms that face the water", "A day here"
SAVED = "designer/templates/_saved"


def focus():
    return QApplication.focusWidget()


def pictures(window):
    gallery = window.window.gallery
    window.press("Ctrl+Shift+A")
    window.until(lambda: all(card.has_image for card in gallery.grid.cards), "pictures")
    return {card.item.label: card.image for card in gallery.grid.cards}


def colours(image: QImage) -> set[str]:
    return {
        image.pixelColor(x, y).name()
        for x in range(0, image.width(), 3)
        for y in range(0, image.height(), 3)
    }


def test_by_keyboard_alone(app, sample):
    page = sample / "content/pages/index.md"
    before = page.read_text(encoding="utf-8")
    window = app(page)
    gallery = window.window.gallery
    window.choose(ROOMS)
    window.press("Ctrl+Shift+A")
    assert gallery.isVisible()
    assert focus() is gallery.search
    QTest.keyClicks(focus(), "cards")
    assert [card.item.label for card in gallery.grid.cards] == [
        "Photo cards",
        "Tailwind cards",
        "Text cards",
    ]
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Right):
        QTest.keyClick(focus(), key)
    assert focus() is window.card("Text cards")
    QTest.keyClick(focus(), Qt.Key.Key_Left)
    QTest.keyClick(focus(), Qt.Key.Key_Return)
    window.settle()
    assert not gallery.isVisible()
    kinds = [block.data["_template"] for block in window.editor.page().blocks]
    assert kinds[2] == "tailwindCards"
    window.window.save()
    after = page.read_text(encoding="utf-8")
    added = window.editor.page().blocks[2].source
    assert after.replace(added, "", 1) == before


def test_the_first_that_fits_is_added_by_enter(app, sample):
    window = app(sample)
    window.choose(HERO)
    window.press("Ctrl+Shift+A")
    QTest.keyClicks(focus(), "bann")
    QTest.keyClick(focus(), Qt.Key.Key_Return)
    assert window.editor.page().blocks[1].data["_template"] == "banner"
    assert window.editor.selection.block == window.editor.page().blocks[1].id


@pytest.mark.parametrize("where", ["tree", "field", "page"])
def test_escape_gives_the_focus_back(app, sample, where):
    window = app(sample)
    window.choose(ROOMS)
    if where == "tree":
        window.window.left.blocks.setFocus()
    elif where == "field":
        window.field("headline").setFocus()
    else:
        window.click("[data-fp-root^='block:'] h2")
    held, page = focus(), window.editor.page()
    assert held is not None
    window.press("Ctrl+Shift+A", held)
    assert focus() is window.window.gallery.search
    QTest.keyClick(focus(), Qt.Key.Key_Down)
    assert isinstance(focus(), Card)
    QTest.keyClick(focus(), Qt.Key.Key_Escape)
    assert focus() is held
    assert window.editor.page() is page


def test_the_windows_keys_do_nothing_below_it(app, sample):
    window = app(sample)
    window.choose(ROOMS)
    page = window.editor.page()
    window.press("Ctrl+Shift+A")
    for keys in ("Alt+Up", "Ctrl+Delete", "Ctrl+D"):
        window.press(keys, focus())
    assert window.editor.page() is page
    for _ in range(8):
        QTest.keyClick(focus(), Qt.Key.Key_Tab)
        assert window.window.gallery.isAncestorOf(focus())


def test_above_from_the_pages_toolbar(app, sample):
    window = app(sample)
    window.choose(DAY)
    place = window.editor.index_of(window.editor.selection.block)
    window.window.add_block.choose(True)
    assert f"above “{DAY}”" in window.window.gallery.panel.place.text()
    QTest.keyClicks(focus(), "banner")
    QTest.keyClick(focus(), Qt.Key.Key_Return)
    page = window.editor.page()
    assert page.blocks[place].data["_template"] == "banner"
    assert page.blocks[place + 1].data["headline"] == DAY


def test_reading_from_the_right(app, sample):
    window = app(sample)
    gallery = window.window.gallery
    gallery.grid.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    window.press("Ctrl+Shift+A")
    first, second = gallery.grid.cards[:2]
    assert first.x() > second.x()
    QTest.keyClick(focus(), Qt.Key.Key_Down)
    QTest.keyClick(focus(), Qt.Key.Key_Left)
    assert focus() is second


def test_nothing_fits(app, sample):
    window = app(sample)
    gallery = window.window.gallery
    page = window.editor.page()
    window.press("Ctrl+Shift+A")
    QTest.keyClicks(focus(), "zebra")
    assert "zebra" in gallery.panel.nothing.text()
    assert gallery.panel.nothing.isVisible()
    QTest.keyClick(focus(), Qt.Key.Key_Return)
    assert window.editor.page() is page
    QTest.mouseClick(gallery.panel.show_all, Qt.MouseButton.LeftButton)
    assert len(gallery.grid.cards) == len(gallery.items)
    assert focus() is gallery.search


def test_categories(app, sample):
    window = app(sample)
    gallery = window.window.gallery
    window.press("Ctrl+Shift+A")
    QTest.keyClick(focus(), Qt.Key.Key_Tab)
    assert focus() is gallery.rail
    QTest.keyClick(focus(), Qt.Key.Key_Down)
    assert gallery.rail.currentItem().text() == "Cards"
    assert {card.item.category for card in gallery.grid.cards} == {"Cards"}
    QTest.keyClick(focus(), Qt.Key.Key_Right)
    assert focus() is gallery.grid.cards[0]
    QTest.keyClicks(focus(), "banner")
    assert focus() is gallery.search
    assert gallery.search.text() == "banner"
    assert gallery.rail.currentRow() == 0


def test_pictures_differ_and_show_the_theme(app, sample):
    window = app(sample)
    revision = window.program.preview.revision
    found = pictures(window)
    assert focus() is window.window.gallery.search
    assert window.program.preview.revision == revision
    data = {(image.width(), image.height(), bytes(image.constBits())) for image in found.values()}
    assert len(data) == len(found) >= 7
    theme = window.js(
        "getComputedStyle(document.documentElement).getPropertyValue('--primary-color')"
    )
    assert theme.strip().lower() in colours(found["Tailwind feature"])


def test_pictures_follow_the_theme(app, sample):
    window = app(sample)
    first = pictures(window)
    QTest.keyClick(focus(), Qt.Key.Key_Escape)
    file = sample / "content/global/index.json"
    text = file.read_text(encoding="utf-8")
    colour = window.js(
        "getComputedStyle(document.documentElement).getPropertyValue('--primary-color')"
    ).strip()
    assert colour in text
    file.write_text(text.replace(colour, "#c01234"), encoding="utf-8")
    variable = "getComputedStyle(document.documentElement).getPropertyValue('--primary-color')"
    window.until(lambda: window.js(variable).strip() == "#c01234")
    window.press("Ctrl+Shift+A")
    card = window.card("Tailwind feature")
    assert card.image == first["Tailwind feature"]
    window.until(lambda: "#c01234" in colours(card.image), "the new colour")


def test_a_picture_that_is_known_is_there_at_once(app, sample):
    window = app(sample)
    pictures(window)
    QTest.keyClick(focus(), Qt.Key.Key_Escape)
    window.press("Ctrl+Shift+A")
    assert all(card.has_image for card in window.window.gallery.grid.cards)


def test_a_later_tailwind_builds_what_samples_need(app, tmp_path):
    (tmp_path / "content/pages").mkdir(parents=True)
    (tmp_path / "package.json").write_text('{"devDependencies": {"tailwindcss": "4.0.0"}}')
    page = tmp_path / "content/pages/index.md"
    page.write_text("---\nblocks:\n  - _template: note\n    words: Hello\n---\n")
    note = tmp_path / "designer/templates/note"
    note.mkdir(parents=True)
    (note / "template.html").write_text(
        '<section class="h-64 {{ block.tone }}">{{ block.words }}</section>'
    )
    (note / "block.yaml").write_text(
        "label: Note\nfields:\n  words: {type: string, label: Words}\n"
        "  tone: {type: string, label: Tone}\n"
        "sample: {words: Hi, tone: 'bg-[#3366cc]'}\n"
    )
    window = app(tmp_path)
    window.press("Ctrl+Shift+A")
    card = window.card("Note")
    window.until(lambda: card.has_image and "#3366cc" in colours(card.image), "its colour")


# -- templates of the site --------------------------------------------------------------------


def save(window, *answers):
    window.window.save_prompts.dialogs = Answers(*answers)
    window.window.commands.action(CommandId.SAVE_BLOCK).trigger()
    return window.window.save_prompts.dialogs.asked


def test_a_block_is_saved_offered_and_added(app, sample):
    page = sample / "content/pages/index.md"
    original = page.read_bytes()
    window = app(page)
    window.choose(ROOMS)
    held = window.editor.block(window.editor.selection.block)
    assert save(window, "Rooms, with a picture") == [ROOMS]
    file = sample / SAVED / "rooms-with-a-picture.yaml"
    text = file.read_text(encoding="utf-8")
    assert text.startswith("label: 'Rooms, with a picture'\nblock:\n  tailwind:\n")
    assert Page.from_bytes(f"---\n{text}---\n".encode()).data["block"] == held.data
    assert "Rooms, with a picture" in window.window.bottom.hint.text()
    window.choose(HERO)
    window.press("Ctrl+Shift+A")
    first = window.window.gallery.grid.cards[0]
    assert first.item.label == "Rooms, with a picture"
    window.until(lambda: first.has_image, "its picture")
    QTest.keyClick(focus(), Qt.Key.Key_Down)
    QTest.keyClick(focus(), Qt.Key.Key_Return)
    blocks = window.editor.page().blocks
    assert blocks[1].data == held.data
    assert blocks[1].id != held.id
    window.press("Ctrl+Z")
    window.window.save()
    assert page.read_bytes() == original


def test_the_file_of_a_saved_block(app, tmp_path):
    block = {"_template": "banner", "headline": "Here: now", "body": "One\n\nTwo\n", "buttons": []}
    site = write_site(tmp_path, "bacalhau", index={"blocks": [block]})
    window = app(site)
    window.choose("Here: now")
    save(window, "  Opening   with words ")
    assert (site / SAVED / "opening-with-words.yaml").read_bytes() == (
        b"label: Opening with words\nblock:\n  _template: banner\n  headline: 'Here: now'\n"
        b"  body: |\n    One\n\n    Two\n  buttons: []\n"
    )


def test_no_template_is_overwritten(app, sample):
    window = app(sample)
    window.choose(ROOMS)
    save(window, "Rooms")
    text = (sample / SAVED / "rooms.yaml").read_bytes()
    window.choose(DAY)
    taken = window.window.saved_blocks._is_taken
    dialog = NameDialog("rooms ", taken, window.window)
    assert not dialog.save.isEnabled()
    assert "already" in dialog.note.text()
    dialog.name.setText("Röoms")
    assert dialog.save.isEnabled()
    save(window, "Röoms")
    assert (sample / SAVED / "rooms.yaml").read_bytes() == text
    assert (sample / SAVED / "rooms-2.yaml").exists()
    window.choose(ROOMS)
    assert save(window, None) == [ROOMS]
    assert len(list((sample / SAVED).iterdir())) == 2


def test_removing_and_bringing_back(app, sample):
    window = app(sample)
    window.choose(ROOMS)
    save(window, "Rooms")
    file = sample / SAVED / "rooms.yaml"
    data = file.read_bytes()
    gallery = window.window.gallery
    window.press("Ctrl+Shift+A")
    QTest.keyClick(focus(), Qt.Key.Key_Down)
    QTest.keyClick(focus(), Qt.Key.Key_Delete)
    assert not file.exists()
    assert "Rooms" not in window.offered
    assert isinstance(focus(), Card)
    assert "removed" in gallery.panel.note.text()
    QTest.mouseClick(gallery.panel.undo_button, Qt.MouseButton.LeftButton)
    assert file.read_bytes() == data
    assert window.offered[0] == "Rooms"


def test_a_folder_that_cannot_be_written_is_said(app, sample):
    (sample / "designer").write_text("a file where the folder would be")
    window = app(sample)
    window.choose(ROOMS)
    save(window, "Rooms")
    assert "could not be written" in window.window.bottom.hint.text()
    assert "Rooms" not in window.offered


def test_broken_templates_are_told_and_files_are_followed(app, sample):
    folder = sample / SAVED
    folder.mkdir(parents=True)
    (folder / "odd.yaml").write_text("label: Odd\nblock: [\n")
    window = app(sample)
    assert "_saved/odd.yaml" in window.bar("types")
    assert "line 3" in window.bar("types")
    (folder / "odd.yaml").write_text("label: Odd\nblock: {_template: banner, headline: Hi}\n")
    window.until(lambda: "Odd" in window.offered)
    assert window.bar("types") == ""


def test_a_page_without_a_site_has_nowhere_to_save(app, tmp_path):
    page = tmp_path / "page.md"
    page.write_text("---\nblocks:\n  - _template: banner\n    headline: Hi\n---\n")
    window = app(page)
    window.choose("Hi")
    action = window.window.commands.action(CommandId.SAVE_BLOCK)
    assert not action.isEnabled()
    assert "no site" in action.text()


def test_a_site_of_another_kind_offers_its_own(app, tmp_path):
    block = {"_template": "banner", "headline": "Here"}
    window = app(write_site(tmp_path, "pl-summit", index={"blocks": [block]}))
    window.press("Ctrl+Shift+A")
    accordian = window.card("Accordian")
    assert not accordian.has_image
    assert accordian.accessibleName() == "Accordian"
