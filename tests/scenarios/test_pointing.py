"""Choosing, moving and copying on the page itself, with the mouse and with the keyboard alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from designer.command_list import CommandId
from designer.editor import Address, Role

pytestmark = [pytest.mark.engine, pytest.mark.scenario]

NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton

HERO = "A small house at the edge of the sea"
ROOMS, DAY, BOAT = "Rooms that face the water", "A day here", "Out with Ida"
LAYER = "document.querySelector('frontispiece-outlines').shadowRoot"
ROOTS = "[...document.querySelectorAll('[data-fp-root^=\"block:\"]')]"
CARDS = '[data-fp-path^="items."][data-fp-path$=".headline"]'
ITEMS = f"[...document.querySelectorAll('{CARDS}')].map(e => e.textContent)"


class Canvas:
    """The page under a person's hands."""

    def __init__(self, app, path):
        self.app = app
        self.path = path
        self.original = path.read_bytes()
        self.view = app.window.canvas.view
        self.target = self.view.focusProxy() or self.view
        self.announced = []
        app.window.announcer.announced.connect(self.announced.append)

    @property
    def ids(self):
        return [block.id for block in self.app.editor.page().blocks]

    @property
    def titles(self):
        return [block.data["headline"] for block in self.app.editor.page().blocks]

    def press(self, key, modifiers=NONE):
        QTest.keyClick(self.target, key, modifiers)

    def root(self, place):
        return f'[data-fp-root="block:{self.ids[place]}"]'

    def spot(self, find):
        """Where an element is, in the view's pixels; ``find`` is an expression."""
        x, y = self.app.js(
            f"(e => {{ const r = e.getBoundingClientRect();"
            f" return [r.x + r.width / 2, r.y + r.height / 2] }})({find})"
        )
        zoom = self.view.zoomFactor()
        return QPoint(round(x * zoom), round(y * zoom))

    def hover(self, find):
        QTest.mouseMove(self.target, self.spot(find))

    def click(self, find, modifiers=NONE):
        QTest.mouseClick(self.target, LEFT, modifiers, self.spot(find))

    def tool(self, name):
        return f"{LAYER}.querySelector(`[data-tool='{name}']`)"

    def until_selected(self, address):
        self.app.until(lambda: self.app.editor.selection == address, f"{address} is selected")
        self.app.settle()

    def until_chosen(self, *ids):
        self.app.until(lambda: self.app.editor.selected_blocks == ids, f"{ids} are selected")
        self.app.settle()

    def block(self, place, *path):
        return Address(Role.PAGE, self.ids[place], path)

    def box(self, name):
        """The box of that class: whether it is there, its words, and its place in the view."""
        return self.app.js(
            f"(b => [b.classList.contains('on'), b.textContent, ['left', 'top', 'right', 'bottom']"
            ".map(s => Math.round(b.getBoundingClientRect()[s]))])"
            f"({LAYER}.querySelector('.{name}:not(.also)'))"
        )

    def bounds(self, selector):
        return self.app.js(
            "['left', 'top', 'right', 'bottom'].map(s =>"
            f" Math.round(document.querySelector('{selector}').getBoundingClientRect()[s]))"
        )

    def is_outlined(self, place):
        """Whether the outline is around a block."""
        there, _, bounds = self.box("chosen")
        return there and bounds == self.bounds(self.root(place))

    def saved(self):
        self.app.window.save()
        return self.path.read_bytes()


@pytest.fixture
def canvas(app, sample):
    path = sample / "content" / "pages" / "index.md"
    return Canvas(app(path), path)


def clip(text):
    """Have a text on the clipboard."""
    mime = QMimeData()
    mime.setText(text)
    QGuiApplication.clipboard().setMimeData(mime)


def choose(canvas, place):
    """Select a block by its margin."""
    canvas.app.editor.select(canvas.block(place))
    canvas.view.setFocus()
    canvas.app.settle()
    canvas.app.until(lambda: canvas.is_outlined(place), "the outline is there")


# -- hover, click, keys --------------------------------------------------------------------------


def test_hover_outlines_and_names(canvas):
    canvas.hover("document.querySelector('[data-fp-path=headline]')")
    canvas.app.until(lambda: canvas.box("hover")[0], "it is outlined")
    _, name, place = canvas.box("hover")
    assert name == "Tailwind feature · Headline"
    assert place == canvas.bounds("[data-fp-path=headline]")
    assert canvas.app.editor.selection is None


def test_click_selects_everywhere(canvas):
    canvas.click("document.querySelector('[data-fp-path=headline]')")
    canvas.until_selected(canvas.block(0, "headline"))
    assert canvas.app.window.left.blocks.currentIndex().data() == "Headline"
    assert canvas.app.field("headline").text() == HERO
    canvas.app.until(lambda: canvas.box("chosen")[2] == canvas.bounds("[data-fp-path=headline]"))
    assert canvas.announced == ["Headline, block 1 of 4"]


def test_keys_go_up_into_and_along(canvas):
    canvas.click("document.querySelector('[data-fp-path=headline]')")
    canvas.until_selected(canvas.block(0, "headline"))
    canvas.press(Qt.Key.Key_Escape)
    canvas.app.until(lambda: not canvas.app.js("document.activeElement.isContentEditable"))
    canvas.press(Qt.Key.Key_Down)
    canvas.until_selected(canvas.block(0, "subhead"))
    canvas.press(Qt.Key.Key_Up)
    canvas.until_selected(canvas.block(0, "headline"))
    while canvas.app.editor.selection.path:
        before = canvas.app.editor.selection
        canvas.press(Qt.Key.Key_Escape)
        canvas.app.until(lambda was=before: canvas.app.editor.selection != was)
        canvas.app.settle()
    assert canvas.app.editor.selection == canvas.block(0)
    canvas.press(Qt.Key.Key_Down)
    canvas.until_selected(canvas.block(1))
    canvas.press(Qt.Key.Key_Return)
    canvas.app.until(lambda: canvas.app.js("document.activeElement.isContentEditable"), "typing")
    canvas.until_selected(canvas.block(1, "label"))
    canvas.press(Qt.Key.Key_Escape)
    canvas.app.until(lambda: not canvas.app.js("document.activeElement.isContentEditable"))
    choose(canvas, 1)
    canvas.press(Qt.Key.Key_Escape)
    canvas.until_selected(None)
    assert canvas.saved() == canvas.original


def test_each_card_is_itself(canvas):
    third = f"[...document.querySelectorAll('{CARDS}')][2]"
    canvas.app.js(f"{third}.scrollIntoView({{block: 'center'}})")
    QTest.qWait(100)
    canvas.click(third)
    canvas.until_selected(canvas.block(2, "items", 2, "headline"))
    canvas.press(Qt.Key.Key_Escape)
    canvas.app.until(lambda: not canvas.app.js("document.activeElement.isContentEditable"))
    for _ in range(8):
        if canvas.app.editor.selection.path == ("items", 2):
            break
        before = canvas.app.editor.selection
        canvas.press(Qt.Key.Key_Escape)
        canvas.app.until(lambda was=before: canvas.app.editor.selection != was)
    assert canvas.app.editor.selection == canvas.block(2, "items", 2)
    canvas.app.until(lambda: canvas.box("tools")[0], "the toolbar is there")
    canvas.press(Qt.Key.Key_Delete)
    canvas.app.until(lambda: canvas.app.js(ITEMS) == ["Breakfast", "The cliff walk"], "it is gone")


def test_a_part_is_not_the_whole(canvas):
    """Delete at a headline or at a card's words first says what it would delete."""
    for part, whole in (
        (canvas.block(0, "headline"), canvas.block(0)),
        (canvas.block(2, "items", 0, "headline"), canvas.block(2, "items", 0)),
    ):
        canvas.app.editor.select(part)
        canvas.view.setFocus()
        canvas.app.settle()
        canvas.press(Qt.Key.Key_Delete)
        canvas.until_selected(whole)
        assert "Delete once more" in canvas.app.window.bottom.hint.text()
    assert not canvas.app.editor.is_modified


def test_keys_mean_the_item_as_the_toolbar_does(canvas):
    canvas.app.editor.select(canvas.block(2, "items", 1, "headline"))
    canvas.view.setFocus()
    canvas.app.settle()
    items = canvas.app.js(ITEMS)
    canvas.press(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    moved = [items[1], items[0], *items[2:]]
    canvas.app.until(lambda: canvas.app.js(ITEMS) == moved, "it is the first")
    canvas.app.settle()
    canvas.press(Qt.Key.Key_D, CONTROL)
    canvas.app.until(lambda: canvas.app.js(ITEMS) == [moved[0], *moved], "there are two")
    canvas.press(Qt.Key.Key_X, CONTROL)
    canvas.app.until(lambda: "whole blocks" in canvas.app.window.bottom.hint.text(), "it is said")
    assert len(canvas.ids) == 4


def test_keys_begin_where_nothing_is_selected(canvas):
    canvas.view.setFocus()
    for key, place in ((Qt.Key.Key_Down, 0), (Qt.Key.Key_Up, 3), (Qt.Key.Key_Return, 0)):
        canvas.app.editor.select(None)
        canvas.app.settle()
        canvas.press(key)
        canvas.until_selected(canvas.block(place))
        top, bottom = canvas.bounds(canvas.root(place))[1::2]
        assert bottom > 0
        assert top < canvas.app.js("innerHeight")


def test_what_was_said_of_a_step_goes_with_it(canvas):
    hint = canvas.app.window.bottom.hint
    choose(canvas, 0)
    canvas.press(Qt.Key.Key_X, CONTROL)
    canvas.app.until(lambda: hint.text().startswith("Block cut."), "it is said")
    canvas.press(Qt.Key.Key_V, CONTROL)
    canvas.app.until(lambda: hint.text() == "Pasted.", "so is this")
    canvas.press(Qt.Key.Key_Z, CONTROL)
    canvas.app.until(lambda: hint.text() == "", "it is not true any more")


def test_typing_on_a_selected_text_begins_there(canvas):
    choose(canvas, 0)
    canvas.app.editor.select(canvas.block(0, "headline"))
    place = canvas.bounds("[data-fp-path=headline]")
    canvas.app.until(lambda: canvas.box("chosen")[2] == place, "it is outlined")
    QTest.keyClicks(canvas.target, "!")
    canvas.app.until(lambda: canvas.titles[0] == HERO + "!", "the key is there")


def test_outlines_follow_scrolling_and_layout(canvas):
    choose(canvas, 1)
    canvas.app.js("scrollTo({top: 300, behavior: 'instant'})")
    canvas.app.until(lambda: canvas.is_outlined(1), "it followed")
    canvas.app.editor.write(canvas.block(0, "headline"), "Long words " * 60, "x")
    canvas.app.settle()
    canvas.app.until(lambda: canvas.is_outlined(1), "it followed")


def test_overlays_change_nothing(canvas):
    whole = "document.documentElement.scrollHeight + document.body.innerHTML"
    pictures = "[...document.images].every(each => each.complete && each.naturalWidth)"
    canvas.app.until(lambda: canvas.app.js(pictures), "the pictures have come, with their heights")
    before = canvas.app.js(whole)
    choose(canvas, 3)
    canvas.hover("document.querySelector('[data-fp-path=headline]')")
    assert (
        canvas.app.js("document.querySelector('frontispiece-outlines').parentNode.tagName")
        == "HTML"
    )
    canvas.app.editor.select(None)
    canvas.app.settle()
    assert canvas.app.js(whole) == before


def test_a_header_that_lies_over_the_page_is_seen_through(canvas):
    canvas.app.window.canvas.set_device_width(390)
    QTest.qWait(200)
    headline = "document.querySelector('[data-fp-path=headline]')"
    top = f"document.elementFromPoint(...(r => [r.x + 40, r.y + 20])({headline}"
    over = f"{top}.getBoundingClientRect())).closest('[data-fp-root]').dataset.fpRoot"
    canvas.app.until(lambda: canvas.app.js(over) == "header", "the header lies over it")
    canvas.hover(headline)
    canvas.app.until(lambda: canvas.box("hover")[1].endswith("Headline"), "it is named")
    canvas.click(headline)
    canvas.until_selected(canvas.block(0, "headline"))
    QTest.keyClicks(canvas.target, "!")
    canvas.app.until(lambda: canvas.titles[0] == HERO + "!", "and typed in")


# -- the toolbar ---------------------------------------------------------------------------------


def test_the_toolbar_moves_copies_and_deletes(canvas):
    choose(canvas, 1)
    canvas.app.js(f"{ROOTS}[1].ours = 'same'")
    canvas.app.until(lambda: canvas.box("tools")[0], "the toolbar is there")
    canvas.click(canvas.tool(CommandId.MOVE_UP))
    canvas.app.until(lambda: canvas.titles == [ROOMS, HERO, DAY, BOAT], "it is first")
    canvas.app.settle()
    assert canvas.app.js(f"{ROOTS}[0].ours") == "same"
    assert canvas.app.js(f"{canvas.tool(CommandId.MOVE_UP)}.disabled")
    assert canvas.announced[-1] == "Moved to 1 of 4."
    canvas.app.until(lambda: canvas.is_outlined(0), "the outline followed")
    canvas.click(canvas.tool(CommandId.DUPLICATE))
    canvas.app.until(lambda: canvas.titles == [ROOMS, ROOMS, HERO, DAY, BOAT], "there are two")
    canvas.app.settle()
    canvas.app.until(lambda: canvas.is_outlined(1), "the outline followed")
    canvas.click(canvas.tool(CommandId.DELETE))
    canvas.app.until(lambda: canvas.titles == [ROOMS, HERO, DAY, BOAT], "one is gone")
    assert "Ctrl+Z" in canvas.app.window.bottom.hint.text()
    for _ in range(3):
        canvas.press(Qt.Key.Key_Z, CONTROL)
    assert canvas.saved() == canvas.original


def test_the_toolbar_of_a_card(canvas):
    canvas.app.editor.select(canvas.block(2, "items", 0, "headline"))
    canvas.app.settle()
    canvas.app.until(lambda: canvas.box("tools")[0], "the toolbar is there")
    canvas.click(canvas.tool(CommandId.MOVE_DOWN))
    canvas.until_selected(canvas.block(2, "items", 1, "headline"))
    assert canvas.app.js(ITEMS)[:2] == ["The cliff walk", "Breakfast"]
    canvas.click(canvas.tool(CommandId.INSERT_AFTER))
    canvas.until_selected(canvas.block(2, "items", 2))
    assert len(canvas.app.js(ITEMS)) == 4
    canvas.press(Qt.Key.Key_Delete)
    canvas.app.until(lambda: len(canvas.app.js(ITEMS)) == 3, "it is gone")
    while canvas.app.editor.stack.canUndo():
        canvas.press(Qt.Key.Key_Z, CONTROL)
    assert canvas.saved() == canvas.original


def test_at_the_top_the_toolbar_covers_no_entry_of_the_menu(canvas):
    entries = (
        "[...document.querySelectorAll('[data-fp-root=header] [data-fp-path^=\"nav.navItems.\"]')]"
        ".filter(each => each.checkVisibility()).map(each => each.getBoundingClientRect().bottom)"
    )
    canvas.app.editor.select(Address(Role.SITE, None, ("nav", "navItems", 1)))
    canvas.app.settle()
    canvas.app.until(lambda: canvas.box("tools")[0], "the toolbar is there")
    top = canvas.box("tools")[2][1]
    name = f"{LAYER}.querySelector('.chosen > .name').getBoundingClientRect().bottom"
    assert top > max(*canvas.app.js(entries), canvas.app.js(name))


# -- dragging ------------------------------------------------------------------------------------


def drag(canvas, path, *, drop=True):
    """Take the handle and go along these places of the view."""
    canvas.app.until(lambda: canvas.box("tools")[0], "the toolbar is there")
    start = canvas.spot(canvas.tool(CommandId.MOVE_TO))
    QTest.mousePress(canvas.target, LEFT, NONE, start)
    for place in path:
        QTest.mouseMove(canvas.target, place)
        QTest.qWait(60)
    if drop:
        QTest.mouseRelease(canvas.target, LEFT, NONE, path[-1])


def test_a_block_is_dragged(canvas):
    choose(canvas, 0)
    canvas.app.js(f"{ROOTS}[0].ours = 'same'")
    middle = canvas.spot(f"document.querySelector('{canvas.root(1)}')")
    drag(canvas, [middle, middle + QPoint(0, 60)], drop=False)
    canvas.app.until(lambda: canvas.box("line")[0], "a line shows where it lands")
    assert canvas.titles == [HERO, ROOMS, DAY, BOAT]
    QTest.mouseRelease(canvas.target, LEFT, NONE, middle + QPoint(0, 60))
    canvas.app.until(lambda: canvas.titles == [ROOMS, HERO, DAY, BOAT], "it has moved")
    canvas.app.settle()
    assert canvas.app.js(f"{ROOTS}[1].ours") == "same"
    assert canvas.app.editor.selection == canvas.block(1)
    assert canvas.app.editor.stack.count() == 1
    assert not canvas.box("line")[0]


def test_escape_ends_a_drag(canvas):
    choose(canvas, 0)
    middle = canvas.spot(f"document.querySelector('{canvas.root(1)}')")
    drag(canvas, [middle, middle + QPoint(0, 60)], drop=False)
    canvas.app.until(lambda: canvas.box("line")[0], "a line shows where it lands")
    canvas.press(Qt.Key.Key_Escape)
    canvas.app.until(lambda: not canvas.box("line")[0], "it has ended")
    QTest.mouseRelease(canvas.target, LEFT, NONE, middle + QPoint(0, 60))
    QTest.qWait(100)
    assert canvas.titles == [HERO, ROOMS, DAY, BOAT]


def test_the_page_scrolls_at_its_edge(canvas):
    choose(canvas, 0)
    edge = QPoint(300, canvas.target.height() - 4)
    drag(canvas, [edge, edge + QPoint(0, 1)], drop=False)
    canvas.app.until(
        lambda: canvas.app.js("scrollY + innerHeight >= document.documentElement.scrollHeight - 2")
    )
    QTest.mouseRelease(canvas.target, LEFT, NONE, edge)
    canvas.app.until(lambda: canvas.titles[-1] == HERO, "it is the last")


def test_a_card_is_dragged_within_its_list(canvas):
    canvas.app.editor.select(canvas.block(2, "items", 0))
    canvas.app.settle()
    last = canvas.spot(f"[...document.querySelectorAll('{CARDS}')][2]")
    drag(canvas, [last, last + QPoint(90, 0)])
    canvas.app.until(lambda: canvas.app.js(ITEMS)[2] == "Breakfast", "it is the last")
    canvas.until_selected(canvas.block(2, "items", 2))
    assert canvas.app.editor.stack.count() == 1


# -- several, and the clipboard ------------------------------------------------------------------


def test_several_blocks(canvas):
    choose(canvas, 0)
    first, second, third, fourth = canvas.ids
    canvas.press(Qt.Key.Key_Down, SHIFT)
    canvas.until_chosen(first, second)
    assert canvas.announced[-1] == "2 blocks selected"
    canvas.press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    canvas.app.until(lambda: canvas.ids == [third, first, second, fourth], "both have moved")
    canvas.until_chosen(first, second)
    canvas.press(Qt.Key.Key_D, CONTROL)
    canvas.app.until(lambda: canvas.titles == [DAY, HERO, ROOMS, HERO, ROOMS, BOAT], "copies")
    canvas.app.until(lambda: canvas.is_outlined(3), "the copies are selected")
    canvas.press(Qt.Key.Key_Delete)
    canvas.app.until(lambda: canvas.titles == [DAY, HERO, ROOMS, BOAT], "both are gone")
    assert canvas.app.editor.stack.count() == 3
    for _ in range(3):
        canvas.press(Qt.Key.Key_Z, CONTROL)
    assert canvas.saved() == canvas.original


def test_shift_and_control_with_the_mouse(canvas):
    canvas.app.window.canvas.set_device_width(3000)  # all are in view
    QTest.qWait(200)
    canvas.app.settle()
    first, second, third, fourth = canvas.ids

    def click(place, how):
        canvas.click(f"document.querySelector('{canvas.root(place)} h2')", how)

    click(0, NONE)
    canvas.until_selected(canvas.block(0, "headline"))
    click(1, SHIFT)
    canvas.until_chosen(first, second)
    click(0, CONTROL)
    canvas.until_chosen(second)
    click(2, CONTROL)
    canvas.until_chosen(second, third)
    canvas.press(Qt.Key.Key_A, CONTROL)
    canvas.until_chosen(first, second, third, fourth)


def test_copy_to_another_page(canvas, sample):
    choose(canvas, 2)
    canvas.press(Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text().startswith("- ")
    canvas.app.open_page("Rooms")
    canvas.app.settle()
    file = sample / "content" / "pages" / "rooms.md"
    before = file.read_bytes()
    choose(canvas, 0)
    canvas.press(Qt.Key.Key_V, CONTROL)
    canvas.app.until(lambda: canvas.titles[1] == DAY, "it is there")
    canvas.until_selected(canvas.block(1))
    canvas.app.window.save()
    after = file.read_bytes()
    lines = after.splitlines(keepends=True)
    assert [line for line in before.splitlines(keepends=True) if line not in lines] == []


def test_a_text_becomes_a_block(canvas):
    clip("## From a mail\n\nSome **good** words.\n\n- one\n- two\n")
    choose(canvas, 1)
    canvas.press(Qt.Key.Key_V, CONTROL)
    canvas.app.until(lambda: canvas.titles == [HERO, ROOMS, "From a mail", DAY, BOAT], "below it")
    data = canvas.app.editor.page().blocks[2].data
    assert data["_template"] == canvas.app.editor.page().blocks[1].data["_template"]
    assert data["body"] == "Some **good** words.\n\n- one\n- two\n"
    canvas.app.settle()
    shown = f"document.querySelector('{canvas.root(2)}').textContent"
    assert "".join(canvas.app.js(shown).split()) == "FromamailSomegoodwords.onetwo"
    canvas.press(Qt.Key.Key_Z, CONTROL)
    assert canvas.saved() == canvas.original


@pytest.mark.parametrize("text", ["- _template: embed\n", "# A heading\n"])
def test_what_is_refused_was_not_pasted(app, sample, text):
    path = sample / "content" / "pages" / "shared.md"
    path.write_text("---\nshared: &x\n  - _template: embed\nblocks: *x\n---\n")
    window = app(path).window
    clip(text)
    window.commands.run(CommandId.PASTE)
    assert window.bottom.hint.property("kind") == "error"
    assert "pasted" not in window.bottom.hint.text().lower()


def test_cut_and_paste(canvas):
    choose(canvas, 0)
    canvas.press(Qt.Key.Key_X, CONTROL)
    canvas.app.until(lambda: canvas.titles == [ROOMS, DAY, BOAT], "it is gone")
    choose(canvas, 2)
    canvas.press(Qt.Key.Key_V, CONTROL)
    canvas.app.until(lambda: canvas.titles == [ROOMS, DAY, BOAT, HERO], "it is the last")


def test_blocks_from_text(canvas):
    clip("- _template: tailwindFeature\n  headline: From a mail\n")
    choose(canvas, 0)
    canvas.press(Qt.Key.Key_V, CONTROL)
    canvas.app.until(lambda: canvas.titles[1] == "From a mail", "it is there")
    clip("Just words")
    canvas.press(Qt.Key.Key_V, CONTROL)
    canvas.app.until(lambda: "no blocks" in canvas.app.window.bottom.hint.text(), "it says so")


def test_tab_goes_on_through_the_window(canvas):
    choose(canvas, 0)
    canvas.press(Qt.Key.Key_Tab)
    inspector = canvas.app.window.inspector
    focus = canvas.app.window.focusWidget
    canvas.app.until(lambda: inspector.isAncestorOf(focus()), "the inspector")
    canvas.view.setFocus()
    canvas.press(Qt.Key.Key_Tab, SHIFT)
    canvas.app.until(canvas.app.window.left.blocks.hasFocus, "the tree")
