"""The page at any width and any zoom, and at two widths side by side."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from shiboken6 import isValid

from designer.command_list import CommandId
from designer.editor import Address, Role

pytestmark = [pytest.mark.engine, pytest.mark.scenario]

BOAT = "document.querySelectorAll('[data-fp-root^=\"block:\"]')[3]"
H2 = '[data-fp-root^="block:"] h2'
DAY = "A day here"


@pytest.fixture
def window(app, sample):
    return app(sample / "content" / "pages" / "index.md")


def canvas(window):
    return window.window.canvas


def wide(window, width):
    """Wait until the page is laid out so wide."""
    window.until(lambda: window.js("innerWidth") == width, f"the page is {width} px wide")
    assert canvas(window).first.page_width == width


def measure(window):
    return window.window.top.findChild(QLineEdit)


def turn(view, angle, modifiers=Qt.KeyboardModifier.NoModifier):
    target = view.focusProxy() or view
    place = QPointF(60, 60)
    event = QWheelEvent(
        place,
        QPointF(target.mapToGlobal(place.toPoint())),
        *(QPoint(0, 0), QPoint(0, angle), Qt.MouseButton.NoButton, modifiers),
        *(Qt.ScrollPhase.NoScrollPhase, False),
    )
    QApplication.sendEvent(target, event)


def drag_edge(edge, distance, *, steps=8, drop=True):
    start = edge.rect().center()
    QTest.mousePress(edge, Qt.MouseButton.LeftButton, pos=start)
    origin = edge.mapToGlobal(start)
    for step in range(1, steps + 1):
        QTest.mouseMove(edge, edge.mapFromGlobal(origin + QPoint(distance * step // steps, 0)))
    if drop:
        QTest.mouseRelease(edge, Qt.MouseButton.LeftButton, pos=edge.mapFromGlobal(origin))


def test_the_edge_is_dragged_and_the_width_is_shown(window):
    canvas(window).set_device_width(600)
    wide(window, 600)
    edge = canvas(window).first.handles[1]
    drag_edge(edge, 30, drop=False)
    wide(window, 660)
    assert measure(window).text() == "660 px"
    # the page stays in the middle, so the edge is still under the mouse
    assert canvas(window).first.zoom == 1
    QTest.mouseRelease(edge, Qt.MouseButton.LeftButton)
    drag_edge(canvas(window).first.handles[0], 100)
    wide(window, 460)


def test_a_dragged_edge_keeps_to_a_breakpoint(window):
    narrowest = canvas(window).first.ruler.widths[0]
    canvas(window).set_device_width(600)
    drag_edge(canvas(window).first.handles[1], (narrowest - 600) // 2 - 3)
    wide(window, narrowest)


def test_a_wide_page_is_dragged_narrower(window):
    before = canvas(window).first
    width, zoom = before.page_width, before.zoom
    assert zoom < 1
    drag_edge(before.handles[1], -37, drop=False)
    wide(window, width - round(2 * 37 / zoom))
    assert before.zoom == pytest.approx(zoom, rel=0.002), "nothing jumps while the edge is dragged"
    QTest.mouseRelease(before.handles[1], Qt.MouseButton.LeftButton)
    assert before.zoom > zoom


def test_the_edge_by_keyboard(window):
    canvas(window).set_device_width(600)
    edge = canvas(window).first.handles[1]
    edge.setFocus()
    assert edge.focusPolicy() & Qt.FocusPolicy.TabFocus
    for key, modifier, width in (
        (Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier, 610),
        (Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier, 611),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.NoModifier, 601),
    ):
        QTest.keyClick(edge, key, modifier)
        wide(window, width)
    spoken = QAccessible.queryAccessibleInterface(edge)
    assert spoken.text(QAccessible.Text.Name) == "Width of the page"
    assert spoken.role() == QAccessible.Role.Slider
    assert spoken.valueInterface().currentValue() == 601


def test_a_width_is_typed(window):
    field = measure(window)
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "777")
    assert canvas(window).first.page_width != 777
    QTest.keyClick(field, Qt.Key.Key_Return)
    wide(window, 777)
    field.selectAll()
    QTest.keyClicks(field, "888")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == "777 px"
    assert canvas(window).first.page_width == 777
    chosen = [b for b in window.window.top.findChildren(QPushButton) if b.isChecked()]
    assert [b.text() for b in chosen] == ["Edit"], "no device is 777 px wide"


def test_breakpoints_are_marked_and_clicked(window):
    canvas(window).set_device_width(690)
    edge = canvas(window).first.ruler.widths[0]
    marks = canvas(window).first.ruler.findChildren(QPushButton)
    mark = next(b for b in marks if str(edge) in b.accessibleName())
    assert mark.isVisible()
    left = canvas(window).first.view.geometry()
    QTest.mouseClick(mark, Qt.MouseButton.LeftButton)
    wide(window, edge)
    middle = mark.geometry().center().x()
    right = canvas(window).first.view.geometry().right()
    assert abs(middle - right) <= 2, "the mark stands where the edge comes to stand"
    assert canvas(window).first.view.geometry() != left


@pytest.mark.parametrize("width", [390, 767, 1023, 1440])
def test_zoom_never_changes_the_layout(window, width):
    canvas(window).set_device_width(width)
    wide(window, width)
    boxes = "[...document.querySelectorAll('[data-fp-path]')].map(e => e.offsetWidth)"
    before = window.js(boxes)
    assert max(before) > 100
    for zoom in (0.5, 0.67, 1.1, 2.0, None):
        canvas(window).set_zoom(zoom)
        window.until(lambda: abs(window.js("devicePixelRatio") - canvas(window).first.zoom) < 0.01)
        wide(window, width)
        now = window.js(boxes)
        assert all(abs(a - b) <= 1 for a, b in zip(before, now, strict=True))


def test_zoom_by_keys_and_wheel(window):
    first = canvas(window).first
    canvas(window).set_device_width(600)
    window.press("Ctrl++")
    assert first.zoom == pytest.approx(1.1, rel=0.01)
    window.press("Ctrl+-")
    window.press("Ctrl+-")
    assert first.zoom == pytest.approx(0.9, rel=0.01)
    turn(first.view, 120, Qt.KeyboardModifier.ControlModifier)
    assert first.zoom == pytest.approx(1.0, rel=0.01)
    for _ in range(12):
        turn(first.view, 120, Qt.KeyboardModifier.ControlModifier)
    assert first.zoom == 2
    wide(window, 600)
    window.press("Ctrl+0")
    assert first.zoom == 1
    assert canvas(window).requested_zoom is None


def test_a_page_wider_than_the_room_is_scrolled(window):
    first = canvas(window).first
    canvas(window).set_zoom(1.5)
    assert first.view.width() > first.width()
    assert first._horizontal_bar.isVisible()
    left = first.view.x()
    first._horizontal_bar.setValue(first._horizontal_bar.maximum())
    assert first.view.x() < left
    assert first.view.geometry().right() < first.width()
    assert first.handles[1].geometry().right() <= first.width()
    wide(window, first.page_width)


def test_the_wheel_scrolls_across(window):
    first = canvas(window).first
    canvas(window).set_zoom(1.5)
    left = first.view.x()
    turn(first.view, -120, Qt.KeyboardModifier.ShiftModifier)
    assert first.view.x() == left - 120
    assert window.js("scrollY") == 0
    turn(first.view, 120, Qt.KeyboardModifier.ShiftModifier)
    assert first.view.x() == left


def test_what_is_selected_is_brought_into_view_across(window):
    first = canvas(window).first
    canvas(window).set_zoom(2.0)
    window.choose(DAY)
    window.settle()
    wide(window, first.page_width)
    assert first._horizontal_bar.value() == 0
    block = window.editor.selection.block
    window.editor.select(Address(Role.PAGE, block, ("items", 2)))
    box = "[...document.querySelectorAll('[data-fp-path=\"items.2\"]')].at(-1)"
    assert window.js(f"{box} !== undefined")
    window.until(lambda: first._horizontal_bar.value() > 300, "it is scrolled across")


# -- two widths

WORDS = f"[...document.querySelectorAll({H2!r})].map(e => e.textContent)"
TOP = "frontispiece.scrollAnchor()"


@pytest.fixture
def both(window):
    """The first page, and the second beside it."""
    window.press("Ctrl+4")
    other = window.beside()
    other.settle()
    return window, other


def test_there_is_one_page_until_two_are_wanted(window):
    assert window.window.split_preview.second is None
    assert canvas(window).second is None


def test_two_widths_show_every_edit(both):
    first, other = both
    assert other.js("innerWidth") == 390
    assert other.js(WORDS) == first.js(WORDS) != []
    first.choose(DAY)
    first.type_at(first.field("headline"), 0, "Such ")
    first.press("Alt+Up")
    for window in both:
        window.settle()
        assert window.js(WORDS)[1] == f"Such {DAY}"
    assert other.js(WORDS) == first.js(WORDS)


def test_typing_and_clicking_works_in_the_second_page(both, sample):
    first, other = both
    page = sample / "content" / "pages" / "index.md"
    before = page.read_bytes()
    headline = "[data-fp-blocks] > :nth-child(2) h2"
    other.click(headline)
    other.until(lambda: other.preview.page_input.inline_editing.root != "")
    first.until(lambda: first.editor.selection is not None)
    assert first.editor.selection.path == ("headline",)
    target = other.view.focusProxy()
    QTest.keyClick(target, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(target, "Oh ")
    first.until(lambda: first.text(headline).startswith("Oh Rooms"), "the first page follows")
    QTest.keyClick(target, Qt.Key.Key_Return)
    first.until(lambda: other.preview.page_input.inline_editing.root == "")
    first.window.save()
    assert page.read_bytes() == before.replace(b"headline: Rooms", b"headline: Oh Rooms")
    first.press("Ctrl+Z")
    other.settle()
    assert other.text(headline).startswith("Rooms")


def test_what_was_used_last_has_the_width(both):
    first, other = both
    pane = canvas(first).second
    assert measure(first).text() == f"{canvas(first).first.page_width} px"
    QTest.mouseClick(other.view.focusProxy(), Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert measure(first).text() == "390 px"
    tablet = next(b for b in first.window.top.findChildren(QPushButton) if b.text() == "Tablet")
    tablet.click()
    assert pane.page_width == 768
    other.until(lambda: other.js("innerWidth") == 768)
    assert canvas(first).first.page_width != 768


def test_both_scroll_together(both):
    first, other = both

    def together():
        one, two = first.js(TOP), other.js(TOP)
        return one["root"] == two["root"] != "" and abs(one["part"] - two["part"]) < 0.05

    for leader, angle in ((first, -240), (first, -240), (other, 120), (other, -120)):
        before = first.js("scrollY"), other.js("scrollY")
        turn(leader.view, angle)
        for window, old in zip(both, before, strict=True):
            window.until(lambda w=window, o=old: abs(w.js("scrollY") - o) > 20, "it is scrolled")
        first.until(together, "the same block is at the top")


def test_what_is_selected_is_seen_in_both(both):
    first, _ = both
    turn(first.view, -240)
    first.choose("Out with Ida")
    for window in both:
        seen = f"(b => b.bottom > 0 && b.top < innerHeight)({BOAT}.getBoundingClientRect())"
        window.until(lambda w=window, s=seen: w.js(s), "the selected block is in view")


def test_another_page_and_browsing_in_both(both):
    first, other = both
    first.open_page("Rooms")
    for window in both:
        window.settle()
    assert other.js(WORDS) == first.js(WORDS) != []
    first.press("Ctrl+E")
    other.until(lambda: other.js("document.documentElement.hasAttribute('data-fp-browsing')"))


def test_closing_takes_the_second_page_down(both):
    first, other = both
    page, view = other.preview.page, other.view
    first.press("Ctrl+4")
    assert first.window.split_preview.second is None
    assert not isValid(page)
    assert not isValid(view)
    first.choose(DAY)
    first.type_at(first.field("headline"), 0, "X")
    first.press("Ctrl+E")
    first.settle()
    first.press("Ctrl+4")
    other.settle()
    assert f"X{DAY}" in other.js(WORDS)
    assert other.js("document.documentElement.hasAttribute('data-fp-browsing')")


def test_frames_zoom_and_the_second_width_are_remembered(app, sample):
    window = app(sample)
    width = canvas(window).first.page_width
    window.window.commands.action(CommandId.DEVICE_FRAMES).trigger()
    wide(window, width)
    canvas(window).set_zoom(0.75)
    window.press("Ctrl+4")
    canvas(window).second.set_width(500)
    window.window.close()
    again = app(sample)
    assert again.window.commands.action(CommandId.DEVICE_FRAMES).isChecked()
    assert canvas(again).first.framed
    assert canvas(again).requested_zoom == 0.75
    assert again.window.split_preview.second is None
    again.press("Ctrl+4")
    assert canvas(again).second.page_width == 500


def test_the_toolbar_is_seen_on_a_page_that_is_too_wide(window):
    first = canvas(window).first
    window.window.set_appearance("dark")  # the toolbar is dark, the page is not
    canvas(window).set_zoom(2.0)
    window.choose("Rooms that face the water")
    window.settle()
    window.until(lambda: window.toolbar().width() > 150, "the toolbar is seen")
    before = window.toolbar()
    first._horizontal_bar.setValue(first._horizontal_bar.maximum())
    window.until(lambda: window.toolbar() != before and window.toolbar().width() > 150)
