"""In the tree several blocks are selected, and dragged to another place."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from designer.editor import Address, Role

pytestmark = [pytest.mark.engine, pytest.mark.scenario]

HERO, ROOMS, DAY, BOAT = (
    "A small house at the edge of the sea",
    "Rooms that face the water",
    "A day here",
    "Out with Ida",
)
ROOTS = "[...document.querySelectorAll('[data-fp-root^=\"block:\"]')]"
HEADLINES = f"{ROOTS}.map(e => e.querySelector('h2')?.textContent ?? '')"
LEFT = Qt.MouseButton.LeftButton
NONE, SHIFT, CTRL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)


@pytest.fixture
def page(sample):
    return sample / "content" / "pages" / "index.md"


@pytest.fixture
def window(app, page):
    return app(page)


def tree(window):
    return window.window.left.blocks


def place(window, title):
    model = window.window.left.model
    return tree(window).visualRect(model.index(window.titles.index(title), 0)).center()


def click(window, title, modifier=NONE):
    QTest.mouseClick(tree(window).viewport(), LEFT, modifier, place(window, title))


def chosen(window):
    """The titles of the rows that are shown as selected, in their order."""
    rows = tree(window).selectionModel().selectedIndexes()
    return [index.data() for index in sorted(rows, key=lambda index: index.row())]


def blocks(window):
    return [t for t in window.titles if t not in ("Header", "Footer", "Theme")]


def hold(window, title, *targets):
    """Press a row, and move the mouse from place to place."""
    view = tree(window).viewport()
    start = place(window, title)
    QTest.mousePress(view, LEFT, pos=start)
    QTest.mouseMove(view, start + QPoint(0, 3))
    for target in targets:
        for y in (target.y() - 2, target.y()):
            QTest.mouseMove(view, QPoint(target.x(), y))


def release(window, target):
    QTest.mouseRelease(tree(window).viewport(), LEFT, pos=target)


def above(window, title):
    return place(window, title) - QPoint(0, 8)


def below(window, title):
    return place(window, title) + QPoint(0, 8)


def line(window):
    """How many pixels below the tree's upper edge the line stands, None where there is none."""
    picture = tree(window).viewport().grab().toImage()
    accent = window.window.tokens.accent
    x = tree(window).viewport().width() - 40
    rows = [y for y in range(picture.height()) if picture.pixelColor(x, y).name() == accent]
    return rows[0] if rows else None


def test_a_block_is_dragged(window, page):
    original = page.read_bytes()
    window.js(f"{ROOTS}[3].ours = 'same'")
    assert line(window) is None
    hold(window, BOAT, above(window, ROOMS))
    assert abs(line(window) - (place(window, ROOMS).y() - 14)) <= 2
    assert blocks(window) == [HERO, ROOMS, DAY, BOAT], "nothing moves before it is dropped"
    release(window, above(window, ROOMS))
    window.settle()
    assert line(window) is None
    assert blocks(window) == window.js(HEADLINES) == [HERO, BOAT, ROOMS, DAY]
    assert window.js(f"{ROOTS}[1].ours") == "same"
    assert chosen(window) == [BOAT]
    assert "Moved to 2 of 4" in window.window.bottom.hint.text()
    window.press("Ctrl+Z")
    window.settle()
    assert window.js(HEADLINES) == [HERO, ROOMS, DAY, BOAT]
    assert not window.editor.stack.canUndo(), "it was one step"
    window.window.save()
    assert page.read_bytes() == original


def test_a_drag_is_cancelled_with_escape(window):
    hold(window, BOAT, above(window, ROOMS))
    QTest.keyClick(tree(window), Qt.Key.Key_Escape)
    assert line(window) is None
    release(window, above(window, ROOMS))
    assert blocks(window) == [HERO, ROOMS, DAY, BOAT]


def test_where_nothing_would_move_there_is_no_line(window):
    for target in (below(window, DAY), above(window, DAY), above(window, BOAT)):
        hold(window, DAY, target)
        assert line(window) is None
        release(window, target)
    assert not window.editor.stack.canUndo()


def test_parts_of_the_site_stay_where_they_are(window):
    hold(window, "Header", below(window, DAY))
    assert line(window) is None
    release(window, below(window, DAY))
    hold(window, BOAT, place(window, "Header"))
    release(window, place(window, "Header"))
    assert window.titles[:2] == ["Header", BOAT], "a block never comes before the header"
    hold(window, BOAT, place(window, "Theme"))
    release(window, place(window, "Theme"))
    assert blocks(window) == [HERO, ROOMS, DAY, BOAT]


def test_past_an_open_block(window):
    model = window.window.left.model
    tree(window).expand(model.index(window.titles.index(ROOMS), 0))
    inner = model.index(1, 0, model.index(window.titles.index(ROOMS), 0))
    target = tree(window).visualRect(inner).center()
    hold(window, BOAT, target)
    release(window, target)
    assert blocks(window) == [HERO, BOAT, ROOMS, DAY], "the upper half of the open block"


def test_several_by_clicks(window):
    click(window, ROOMS)
    click(window, BOAT, SHIFT)
    assert chosen(window) == [ROOMS, DAY, BOAT]
    assert len(window.editor.selected_blocks) == 3
    click(window, DAY, CTRL)
    assert chosen(window) == [ROOMS, BOAT]
    click(window, HERO, CTRL)
    assert chosen(window) == [HERO, ROOMS, BOAT]
    click(window, DAY)
    assert chosen(window) == [DAY]


def test_several_by_keys(window):
    click(window, ROOMS)
    for _ in range(2):
        QTest.keyClick(tree(window), Qt.Key.Key_Down, SHIFT)
    assert chosen(window) == [ROOMS, DAY, BOAT]
    QTest.keyClick(tree(window), Qt.Key.Key_Up, SHIFT)
    assert chosen(window) == [ROOMS, DAY]
    QTest.keyClick(tree(window), Qt.Key.Key_Down)
    assert len(chosen(window)) == 1


def test_several_are_shown_as_the_editor_says(window):
    click(window, DAY)
    ids = [block.id for block in window.editor.page().blocks]
    window.editor.select(Address(Role.PAGE, ids[0]), [ids[0], ids[3]])
    assert chosen(window) == [HERO, BOAT]


def test_several_are_dragged(window):
    click(window, ROOMS)
    click(window, BOAT, CTRL)
    hold(window, BOAT, above(window, HERO))
    assert chosen(window) == [ROOMS, BOAT], "they stay selected"
    release(window, above(window, HERO))
    window.settle()
    assert blocks(window) == window.js(HEADLINES) == [ROOMS, BOAT, HERO, DAY]
    assert chosen(window) == [ROOMS, BOAT]
    window.press("Ctrl+Z")
    assert blocks(window) == [HERO, ROOMS, DAY, BOAT]


def test_one_of_several_is_clicked(window):
    click(window, ROOMS)
    click(window, BOAT, SHIFT)
    click(window, DAY)
    assert chosen(window) == [DAY]


def test_keys_do_it_with_all(window, page):
    original = page.read_bytes()
    click(window, ROOMS)
    click(window, DAY, SHIFT)
    window.press("Alt+Up", tree(window))
    assert blocks(window) == [ROOMS, DAY, HERO, BOAT]
    window.press("Alt+Down", tree(window))
    assert blocks(window) == [HERO, ROOMS, DAY, BOAT]
    window.press("Ctrl+D", tree(window))
    assert blocks(window) == [HERO, ROOMS, DAY, ROOMS, DAY, BOAT]
    assert chosen(window) == [ROOMS, DAY]
    QTest.keyClick(tree(window), Qt.Key.Key_Delete)
    assert blocks(window) == [HERO, ROOMS, DAY, BOAT]
    click(window, HERO)
    click(window, ROOMS, CTRL)
    window.press("Ctrl+X", tree(window))
    assert blocks(window) == [DAY, BOAT]
    click(window, BOAT)
    window.press("Ctrl+V", tree(window))
    assert blocks(window) == [DAY, BOAT, HERO, ROOMS]
    window.settle()
    assert window.js(HEADLINES) == blocks(window)
    while window.editor.stack.canUndo():
        window.press("Ctrl+Z")
    window.window.save()
    assert page.read_bytes() == original


def test_what_is_cut_and_pasted_at_its_place_keeps_its_bytes(app, page):
    """Folded by hand, in odd quotation marks, with comments: nothing of it is written anew."""
    text = page.read_text(encoding="utf-8")
    ours = (
        "  # about these\n  - headline:   'One'   # why\n"
        "    body: >-\n      folded by\n      hand\n"
        '    "_template": tailwindFeature\n\n  # --- loose ---\n\n'
        "  - {_template: tailwindFeature,  headline: Two}\n\n\n"
    )
    page.write_text(text.replace("meta:", ours + "meta:", 1), encoding="utf-8", newline="")
    original = page.read_bytes()
    window = app(page)
    before = window.editor.page()
    for first, last in (("One", "One"), ("Two", "Two"), (BOAT, "Two"), (HERO, "Two")):
        titles = blocks(window)
        click(window, first)
        click(window, last, SHIFT)
        window.press("Ctrl+X", tree(window))
        assert first not in blocks(window)
        place = titles.index(first)
        if place:
            click(window, titles[place - 1])
        window.press("Ctrl+V", tree(window))
        assert blocks(window) == titles
        assert window.editor.page().to_bytes() == original
        assert [b.id for b in window.editor.page().blocks] == [b.id for b in before.blocks]
    window.settle()
    assert window.js(HEADLINES) == blocks(window)
    click(window, "One")
    window.press("Ctrl+C", tree(window))
    click(window, ROOMS)
    window.press("Ctrl+V", tree(window))
    copied = ours[: ours.index("\n\n") + 1].encode()
    assert window.editor.page().to_bytes().count(copied) == 2


def test_it_scrolls_at_the_edge(app, page):
    text = page.read_text(encoding="utf-8")
    more = "".join(f"  - _template: tailwindFeature\n    headline: Number {n}\n" for n in range(40))
    page.write_text(text.replace("meta:", more + "meta:", 1), encoding="utf-8")
    window = app(page)
    bar = tree(window).verticalScrollBar()
    bar.setValue(0)
    edge = QPoint(60, tree(window).viewport().height() - 4)
    hold(window, HERO, edge)
    window.until(lambda: bar.value() > 5, "it scrolls")
    assert line(window) is not None
    QTest.keyClick(tree(window), Qt.Key.Key_Escape)
    now = bar.value()
    QTest.qWait(200)
    assert bar.value() == now
    QApplication.processEvents()
