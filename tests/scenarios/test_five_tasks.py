"""What a person who does not know Tailwind wants to do, and how many clicks it takes."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QTabBar

from designer.command_list import BLOCK_MENU, CommandId
from designer.inspector.style.choice_popup import ChoicePopup

BLOCK = '[data-fp-root^="block:"]'
MOST = 3


class Person:
    """Clicks, and counts it."""

    def __init__(self, window):
        self.window = window
        self.clicks = 0

    def page(self, selector):
        self.window.click(selector)
        self.window.until(lambda: self.window.editor.selection is not None)
        self.clicks += 1

    def widget(self, widget):
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        self.clicks += 1

    def tab(self, name):
        bar = self.window.window.inspector.tabs.findChild(QTabBar)
        number = next(n for n in range(bar.count()) if bar.tabText(n) == name)
        QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(number).center())
        self.clicks += 1

    def choose(self, button, words):
        """Open a list and click a row."""
        self.widget(button)
        popup = button.findChild(ChoicePopup)
        rows = [popup.list.item(n) for n in range(popup.list.count())]
        item = next(row for row in rows if row.text().startswith(words))
        popup.list.scrollToItem(item)
        place = popup.list.visualItemRect(item).center()
        QTest.mouseClick(popup.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
        self.clicks += 1

    def control(self, prop):
        """A control that can be seen without opening anything."""
        sections = self.window.window.inspector.style_form.sections
        return next(s.controls[prop] for s in sections if prop in s.controls)


@pytest.fixture
def person(app, sample):
    return Person(app(sample))


def block(person, number):
    return person.window.editor.page().data["blocks"][number]


def test_make_the_headline_red_and_bigger(person):
    person.page(f"{BLOCK} h2")
    person.tab("Style")
    person.widget(person.control("color").swatches["text-accent2"])
    assert person.clicks <= MOST
    assert "text-accent2" in block(person, 0)["tailwind"]["headline"]
    person.clicks = 0
    person.choose(person.control("font-size").button, "6xl")
    assert person.clicks <= MOST
    assert "text-6xl" in block(person, 0)["tailwind"]["headline"]


def test_more_space_above_this_section_on_phones(person):
    person.page(f"{BLOCK} + div section")
    person.tab("Style")
    tab = person.window.window.inspector.style_form
    person.widget(tab.switch.buttons["sm"])
    assert person.clicks <= MOST
    assert tab.chosen in {("tailwind", "section"), ("tailwind", "wrap")}
    slot = tab.chosen[1]
    before = block(person, 1)["tailwind"][slot]
    button = person.control("spacing").buttons["padding-top"]
    middle = button.rect().center()
    QTest.mousePress(button, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(button, middle + QPoint(40, 0))
    QTest.mouseRelease(button, Qt.MouseButton.LeftButton, pos=middle + QPoint(40, 0))
    after = block(person, 1)["tailwind"][slot]
    assert after != before
    assert any(word.startswith("sm:pt-") for word in after.split())


def test_swap_image_and_text(person):
    before = block(person, 1)["tailwind"]["wrap"]
    person.page(f"{BLOCK} + div h2")
    assert CommandId.SWAP_SIDES in BLOCK_MENU[0]  # in the menu of a row of the tree: two clicks
    person.window.window.commands.action(CommandId.SWAP_SIDES).trigger()
    person.clicks += 2
    assert person.clicks <= MOST
    after = block(person, 1)["tailwind"]["wrap"]
    assert ("flex-row-reverse" in after) != ("flex-row-reverse" in before)
    person.window.press("Ctrl+Z")
    assert block(person, 1)["tailwind"]["wrap"] == before


def test_change_where_the_button_leads(person):
    person.page(f"{BLOCK} a")
    path = person.window.editor.selection.path
    field = person.window.window.inspector.content.field((*path[:2], "link"))
    assert isinstance(field, QLineEdit)
    person.widget(field)
    assert person.clicks <= MOST
    field.selectAll()
    QTest.keyClicks(field, "/visit")
    assert block(person, 0)["buttons"][path[1]]["link"] == "/visit"


def test_make_the_cards_two_in_a_row(person):
    number = next(
        n for n, b in enumerate(person.window.editor.page().data["blocks"]) if "items" in b
    )
    root = f'[data-fp-blocks] > :nth-child({number + 1}) [data-fp-slot="tailwind.cardWrap"]'
    person.page(root)
    person.tab("Style")
    button = person.control("grid-template-columns").button
    person.choose(button, "2")
    assert person.clicks - 1 <= MOST  # the last click sets the value
    assert "grid-cols-2" in block(person, number)["tailwind"]["cardWrap"]
