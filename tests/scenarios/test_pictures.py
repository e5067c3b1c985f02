"""Pictures of the page are replaced on the page itself, and described."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QImage,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from designer.project import PageLocation
from designer.site import Site
from tests.app import Answers

pytestmark = [pytest.mark.engine, pytest.mark.scenario]

PICTURE = '[data-fp-blocks] > :nth-child(2) img[data-fp-path="image"]'
CARD = "[data-fp-blocks] > :nth-child(3) img"
ROOMS = "Rooms that face the water"


@pytest.fixture
def page(sample):
    return sample / "content" / "pages" / "index.md"


@pytest.fixture
def window(app, page):
    return app(page)


@pytest.fixture
def outside(tmp_path):
    """A picture that does not belong to the site."""
    file = tmp_path / "my holiday.png"
    image().save(str(file))
    return file


def image(colour="#c0392b"):
    made = QImage(40, 30, QImage.Format.Format_RGB32)
    made.fill(QColor(colour))
    return made


def files(*paths):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def place_of(window, selector):
    x, y = window._steady_place(selector)
    zoom = window.view.zoomFactor()
    return window.view.mapTo(window.window, QPoint(round(x * zoom), round(y * zoom)))


def over(window, mime, place):
    """Hold something over the window, until the page has said whether it can be taken."""
    handle = window.window.windowHandle()
    copy, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    left = Qt.MouseButton.LeftButton
    QApplication.sendEvent(handle, QDragEnterEvent(place, copy, mime, left, none))
    taken = []
    for _ in range(8):
        event = QDragMoveEvent(place, copy, mime, left, none)
        QApplication.sendEvent(handle, event)
        taken.append(event.isAccepted())
        QTest.qWait(40)
    return taken[-1]


def colour(window, place):
    return window.window.grab().toImage().pixelColor(place)


def resting_colour(window, place):
    """The colour of a pixel as soon as the picture is painted, which can take a few frames."""
    window.until(lambda: window.js(f"document.querySelector({PICTURE!r}).complete"))
    seen = []

    def rests():
        QTest.qWait(50)
        seen.append(colour(window, place).name())
        return len(seen) >= 5 and len(set(seen[-5:])) == 1

    window.until(rests)
    return colour(window, place)


def drop(window, mime, place):
    copy, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    event = QDropEvent(QPointF(place), copy, mime, Qt.MouseButton.LeftButton, none)
    QApplication.sendEvent(window.window.windowHandle(), event)


def source(window, selector):
    return window.js(f"document.querySelector({selector!r})?.getAttribute('src')")


def question(window):
    return next(f for f in window.window.bars.findChildren(QLineEdit) if f.isVisible())


def test_a_file_of_the_site_is_dropped(window, page, sample):
    before = page.read_bytes()
    place = place_of(window, PICTURE)
    mime = files(sample / "public" / "img" / "map.svg")
    plain = resting_colour(window, place)
    assert over(window, mime, place)
    held = colour(window, place)
    assert held != plain, "the picture that would be replaced is shown"
    drop(window, mime, place)
    window.until(lambda: source(window, PICTURE) == "/img/map.svg")
    window.settle()
    assert window.editor.selection.path == ("image",)
    window.until(lambda: colour(window, place) != held)
    window.window.save()
    assert page.read_bytes() == before.replace(b"src: /img/room.svg", b"src: /img/map.svg")
    window.press("Ctrl+Z")
    window.settle()
    assert source(window, PICTURE) == "/img/room.svg"
    assert not window.editor.stack.canUndo()


def test_a_file_from_elsewhere_is_copied_after_asking(window, sample, outside):
    window.window.save_prompts.dialogs = Answers(True)
    mime = files(outside)
    place = place_of(window, CARD)
    over(window, mime, place)
    drop(window, mime, place)
    window.until(lambda: source(window, CARD) == "/img/my-holiday.png")
    assert window.window.save_prompts.dialogs.asked == [("my holiday.png", "public/img")]
    assert (sample / "public" / "img" / "my-holiday.png").read_bytes() == outside.read_bytes()


def test_beside_pictures_nothing_is_taken(window, outside):
    place = place_of(window, "[data-fp-blocks] > :nth-child(2) h2")
    mime = files(outside)
    assert not over(window, mime, place)
    drop(window, mime, place)
    window.until(lambda: "Drop the picture on one" in window.window.bottom.hint.text())
    assert not window.editor.stack.canUndo()


def test_what_is_dragged_away_again_leaves_nothing(window, outside):
    place = place_of(window, PICTURE)
    plain = resting_colour(window, place)
    over(window, files(outside), place)
    assert colour(window, place) != plain
    QApplication.sendEvent(window.window.windowHandle(), QDragLeaveEvent())
    window.until(lambda: colour(window, place) == plain)


def test_a_file_that_is_no_picture_is_not_taken(window, page):
    place = place_of(window, PICTURE)
    mime = files(page)
    over(window, mime, place)
    drop(window, mime, place)
    QTest.qWait(100)
    assert source(window, PICTURE) == "/img/room.svg"
    assert window.js("location.href") == "frontispiece://site/"


def test_a_picture_is_pasted(window, page, sample):
    QApplication.clipboard().setImage(image())
    window.choose(ROOMS)
    window.press("Ctrl+V", window.window.left.blocks)
    assert "Select a picture" in window.window.bottom.hint.text()
    window.click(PICTURE)
    window.until(lambda: getattr(window.editor.selection, "path", ()) == ("image",))
    window.press("Ctrl+V", window.window.canvas)
    window.until(lambda: source(window, PICTURE) == "/img/index-picture.png")
    saved = QImage(str(sample / "public" / "img" / "index-picture.png"))
    assert saved.pixelColor(5, 5) == QColor("#c0392b")
    window.press("Ctrl+V", window.window.canvas)
    window.until(lambda: source(window, PICTURE) == "/img/index-picture-2.png")
    window.press("Ctrl+Z")
    window.press("Ctrl+Z")
    window.settle()
    assert source(window, PICTURE) == "/img/room.svg"
    window.window.save()
    assert b"/img/room.svg" in page.read_bytes()


def test_blocks_are_pasted_still(window):
    window.choose(ROOMS)
    window.press("Ctrl+C", window.window.canvas)
    count = len(window.titles)
    window.press("Ctrl+V", window.window.canvas)
    assert len(window.titles) == count + 1


def test_words_are_asked_for_once(window, page, sample):
    """The picture of the block has words; without them they are asked for, and only once."""
    window.click(PICTURE)
    window.until(lambda: getattr(window.editor.selection, "path", ()) == ("image",))
    words = window.field("image", "alt")
    words.selectAll()
    QTest.keyClick(words, Qt.Key.Key_Delete)
    before = window.editor.stack.index()
    location = PageLocation(page, Site.open(sample))
    window.window.image_import.show_site(replace(window.window.open_site, location=location))
    QApplication.clipboard().setMimeData(files(sample / "public" / "img" / "map.svg"))
    window.press("Ctrl+V", window.window.canvas)
    window.settle()
    assert "What does the picture show?" in window.bar("describe")
    assert not question(window).hasFocus(), "nothing is interrupted"
    QTest.keyClicks(question(window), "The way to the house")
    QTest.keyClick(question(window), Qt.Key.Key_Return)
    window.settle()
    assert window.bar("describe") == ""
    assert window.js(f"document.querySelector({PICTURE!r}).alt") == "The way to the house"
    assert window.editor.stack.index() == before + 2
    window.press("Ctrl+Z")
    window.settle()
    assert window.js(f"document.querySelector({PICTURE!r}).alt") == ""
    assert source(window, PICTURE) == "/img/map.svg"
    window.press("Ctrl+Z")
    window.press("Ctrl+V", window.window.canvas)
    window.settle()
    assert source(window, PICTURE) == "/img/map.svg"
    assert window.bar("describe") == "", "it was asked for this picture already"


def test_the_question_is_put_away(window, sample):
    window.click(PICTURE)
    window.until(lambda: getattr(window.editor.selection, "path", ()) == ("image",))
    words = window.field("image", "alt")
    words.selectAll()
    QTest.keyClick(words, Qt.Key.Key_Delete)
    for name, away in (
        ("map.svg", lambda: window.answer("describe", "Not now")),
        ("walk.svg", lambda: QTest.keyClick(question(window), Qt.Key.Key_Escape)),
        ("boat.svg", lambda: window.press("Ctrl+Z")),
    ):
        QApplication.clipboard().setMimeData(files(sample / "public" / "img" / name))
        window.press("Ctrl+V", window.window.canvas)
        assert window.bar("describe") != ""
        away()
        assert window.bar("describe") == "", name


def test_the_toolbar_replaces_and_describes(window, page, sample):
    window.window.set_appearance("dark")
    before = page.read_bytes()
    window.click(PICTURE)
    window.until(lambda: window.editor.selection is not None)
    window.until(lambda: window.toolbar().width() > 200, "the toolbar is there")
    window.window.save_prompts.dialogs = Answers(sample / "public" / "img" / "map.svg")
    window.press_tool(0)
    window.until(lambda: source(window, PICTURE) == "/img/map.svg")
    window.settle()
    assert window.bar("describe") == "", "it has words"
    window.press_tool(1)
    window.until(lambda: window.bar("describe") != "")
    assert question(window).hasFocus()
    assert question(window).text().startswith("A bed")
    QTest.keyClicks(question(window), "A map")
    QTest.mouseClick(
        next(b for b in window.window.bars.findChildren(QPushButton) if b.text() == "Add"),
        Qt.MouseButton.LeftButton,
    )
    window.settle()
    window.window.save()
    after = page.read_bytes()
    assert b"alt: A map\n" in after
    assert after.count(b"\n") == before.count(b"\n")


def test_the_logo_of_the_site(window, sample):
    window.window.set_appearance("dark")
    window.click('[data-fp-root="header"] img')
    window.until(lambda: window.editor.selection is not None)
    window.until(lambda: 20 < window.toolbar().width() < 60, "only what a picture needs")
    window.window.save_prompts.dialogs = Answers(sample / "public" / "img" / "map.svg")
    window.press_tool(0)
    window.until(lambda: source(window, '[data-fp-root="header"] img') == "/img/map.svg")


def test_a_file_is_dropped_on_the_second_page(window, sample):
    window.press("Ctrl+4")
    other = window.beside()
    other.settle()
    mime = files(sample / "public" / "img" / "map.svg")
    place = place_of(other, PICTURE)
    assert over(other, mime, place)
    drop(other, mime, place)
    for each in (window, other):
        each.until(lambda e=each: source(e, PICTURE) == "/img/map.svg")
