"""The Style tab: visual controls that read and write the classes of one element."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from designer.command_list import CommandId
from designer.inspector.style.choice_popup import ChoicePopup

PAGE = "content/pages/index.md"
BLOCK = '[data-fp-root^="block:"]'
HEADLINE = f"{BLOCK} h2"


@pytest.fixture
def styling(app, sample):
    window = app(sample)
    tab = window.window.inspector.style_form
    window.window.inspector.tabs.setCurrentWidget(tab)
    window.click(HEADLINE)
    window.until(lambda: tab.chosen == ("tailwind", "headline"))
    return window


def tab_of(window):
    return window.window.inspector.style_form


def control(window, prop):
    for section in tab_of(window).sections:
        section.heading.setChecked(True)
        if prop in section.controls:
            return section.controls[prop]
    raise AssertionError(prop)


def slot(window):
    block = window.editor.page().data["blocks"][0]
    return block["tailwind"]["headline"]


def click(widget):
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def test_clicking_an_element_chooses_its_slot_and_a_slot_lights_its_element(styling):
    tab = tab_of(styling)
    rows = [tab.slots.item(n).text() for n in range(tab.slots.count())]
    assert tab.slots.currentItem().text() == "Headline"
    tab.slots.setCurrentRow(rows.index("Label"))
    assert styling.editor.selection.path == ("tailwind", "label")
    assert tab.chosen == ("tailwind", "label")


def test_showing_changes_nothing(styling, sample):
    before = (sample / PAGE).read_bytes()
    tab = tab_of(styling)
    for row in range(tab.slots.count()):
        tab.slots.setCurrentRow(row)
        for section in tab.sections:
            section.heading.setChecked(True)
    styling.window.save()
    assert not styling.editor.is_modified
    assert (sample / PAGE).read_bytes() == before


def test_a_colour_is_one_click(styling):
    before = slot(styling)
    swatch = control(styling, "color").swatches["text-accent2"]
    click(swatch)
    styling.settle()
    assert slot(styling) == before.replace("text-primary", "text-accent2")
    accent = styling.editor.page("site").data["colors"]["accent2"]
    red, green, blue = (int(accent[n : n + 2], 16) for n in (1, 3, 5))
    assert styling.style(HEADLINE, "color") == f"rgb({red}, {green}, {blue})"
    assert swatch.isChecked()
    styling.press("Ctrl+Z")
    assert slot(styling) == before


def test_a_size_is_chosen_from_the_sites_scale(styling):
    before = slot(styling)
    button = control(styling, "font-size").button
    assert button.text() == "5xl · 66 px"
    click(button)
    popup = button.findChild(ChoicePopup)
    texts = [popup.list.item(n).text() for n in range(popup.list.count())]
    popup.list.setCurrentRow(next(n for n, t in enumerate(texts) if t.startswith("6xl")))
    QTest.keyClick(popup.list, Qt.Key.Key_Return)
    styling.settle()
    assert slot(styling) == before.replace("text-5xl", "text-6xl")


def test_space_on_phones_by_the_keyboard_alone(styling):
    before = slot(styling)
    tab = tab_of(styling)
    phone = tab.switch.buttons["sm"]
    phone.setFocus()
    QTest.keyClick(phone, Qt.Key.Key_Space)
    styling.until(lambda: abs(styling.js("innerWidth") - 390) <= 2)
    button = control(styling, "spacing").buttons["padding-top"]
    button.setFocus()
    for _ in range(3):
        QTest.keyClick(button, Qt.Key.Key_Down)
    styling.settle()
    added = set(slot(styling).split()) - set(before.split())
    assert len(added) == 1
    assert next(iter(added)).startswith("sm:pt-")
    assert styling.style(HEADLINE, "paddingTop") == f"{button.text()}px"
    QTest.keyClick(button, Qt.Key.Key_Delete)
    assert slot(styling) == before


def test_a_drag_is_one_step(styling):
    before = slot(styling)
    button = control(styling, "spacing").buttons["margin-bottom"]
    assert button.text() == "24"
    middle = button.rect().center()
    QTest.mousePress(button, Qt.MouseButton.LeftButton, pos=middle)
    for moved in range(4, 60, 4):
        QTest.mouseMove(button, middle + QPoint(moved, 0))
        QApplication.processEvents()
    QTest.mouseRelease(button, Qt.MouseButton.LeftButton, pos=middle + QPoint(60, 0))
    styling.settle()
    assert slot(styling) != before
    assert int(button.text()) > 24
    styling.press("Ctrl+Z")
    assert slot(styling) == before


def test_linked_sides_change_together(styling):
    box = control(styling, "spacing")
    box.links["padding"].setChecked(True)
    button = box.buttons["padding-left"]
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Down)
    QTest.keyClick(button, Qt.Key.Key_Down)
    styling.settle()
    assert {box.buttons[f"padding-{side}"].text() for side in ("top", "right", "left")} == {
        button.text()
    }
    assert styling.style(HEADLINE, "paddingTop") == styling.style(HEADLINE, "paddingLeft") != "0px"


def test_chips_show_problems_and_are_taken_away(styling):
    tab = tab_of(styling)
    before = slot(styling)
    tab.chips.line.setFocus()
    QTest.keyClicks(tab.chips.line, "no-such-class")
    QTest.keyClick(tab.chips.line, Qt.Key.Key_Return)
    assert slot(styling) == f"{before} no-such-class"
    chip = tab.chips.chips[-1]
    assert chip.property("state") == "problem"
    assert "no-such-class" in chip.toolTip()
    chip.setFocus()
    QTest.keyClick(chip, Qt.Key.Key_Delete)
    assert slot(styling) == before


def test_classes_are_offered_while_typing(styling):
    tab, before = tab_of(styling), slot(styling)
    line = tab.chips.line
    line.setFocus()
    QTest.keyClicks(line, "txac2")
    assert line.suggestions[0] == "text-accent2"
    QTest.keyClick(line, Qt.Key.Key_Backspace)
    line.clear()
    QTest.keyClicks(line, "sm:unde")
    line.completer().activated.emit("sm:underline")
    styling.until(lambda: slot(styling) == f"{before} sm:underline")
    assert line.text() == ""
    QTest.keyClicks(line, "text-")
    used = line.suggestions
    assert used.index("text-primary") < used.index("text-accent4")  # the site has it more often
    line.completer().activated.emit("sm:")
    styling.until(lambda: line.text() == "sm:")
    assert slot(styling) == f"{before} sm:underline"


def test_chips_change_places(styling):
    tab, before = tab_of(styling), slot(styling)
    first = tab.chips.chips[0]
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    words = before.split()
    assert slot(styling).split() == [words[1], words[0], *words[2:]]
    moved = tab.chips.chips[1]
    assert (moved.hasFocus(), moved.text()) == (True, words[0])
    QTest.keyClick(moved, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert slot(styling) == before
    QTest.keyClick(tab.chips.chips[0], Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert slot(styling) == before
    styling.settle()
    last = tab.chips.chips[-1]
    data = QMimeData()
    data.setData("application/x-frontispiece-chip", b"0")
    place = QPointF(last.geometry().right() - 2, last.geometry().center().y())
    move = Qt.DropAction.MoveAction
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    tab.chips.dropEvent(QDropEvent(place, move, data, left, none))
    assert slot(styling).split() == [*words[1:], words[0]]


def test_a_style_is_copied_with_keys(styling):
    tab = tab_of(styling)
    copied = slot(styling)
    tab.slots.setFocus()
    styling.press("Ctrl+Shift+C", tab.slots)
    rows = [tab.slots.item(n).text() for n in range(tab.slots.count())]
    tab.slots.setCurrentRow(rows.index("Second headline"))
    styling.press("Ctrl+Shift+V", tab.slots)
    assert styling.editor.page().data["blocks"][0]["tailwind"]["subhead"] == copied


def test_a_hidden_tab_copies_and_pastes_no_style(styling):
    run, tab = styling.window.commands.run, tab_of(styling)
    assert tab.copy.toolTip() == "Copy style (Ctrl+Shift+C)"
    assert tab.paste.toolTip() == "Paste style (Ctrl+Shift+V)"
    assert run(CommandId.COPY_STYLE) is True
    assert run(CommandId.PASTE_STYLE) is False, "it has these classes already"
    QApplication.clipboard().setText("mt-1")
    styling.window.inspector.tabs.setCurrentIndex(0)
    assert run(CommandId.COPY_STYLE) is False
    assert run(CommandId.PASTE_STYLE) is False
    assert QApplication.clipboard().text() == "mt-1"
    assert not styling.editor.is_modified


def test_a_style_is_copied_onto_another_element(styling):
    tab = tab_of(styling)
    click(tab.copy)
    copied = slot(styling)
    styling.click(f"{BLOCK} h3")
    styling.until(lambda: tab.chosen == ("tailwind", "subhead"))
    click(tab.paste)
    block = styling.editor.page().data["blocks"][0]
    assert block["tailwind"]["subhead"] == copied


def test_choices_of_the_sites_own_editor(app, sample):
    page = sample / PAGE
    text = page.read_text(encoding="utf-8").replace(
        "blocks:\n",
        "blocks:\n  - _template: feature\n    headline: Hi\n    style:\n"
        "      alignment: 'flex-row-reverse  text-left items-center odd'\n",
        1,
    )
    page.write_text(text, encoding="utf-8")
    window = app(sample)
    window.choose("Hi")
    tab = tab_of(window)
    window.window.inspector.tabs.setCurrentWidget(tab)
    tab.reveal(("style", "alignment"))
    picture = tab.choices.fields[0]
    assert picture.currentText() == "On the right"
    picture.setFocus()
    QTest.keyClick(picture, Qt.Key.Key_Up)
    window.settle()
    window.window.save()
    changed = page.read_text(encoding="utf-8")
    assert changed == text.replace("flex-row-reverse  text-left", "flex-row  text-left")
