"""Editors of numbers, colours, dates, links and pictures write what the person means, no more."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QDate, QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCalendarWidget

from designer.document import Timestamp
from designer.inspector.entries.entry import FormEntry
from designer.inspector.entries.site_context import SiteContext
from designer.inspector.fields import field_for
from designer.look import LIGHT


def made(qtbot, kind, value, around=None, **more):
    """A field that is seen, and what it says."""
    field = field_for(FormEntry(("x",), kind, "X", value, **more))
    qtbot.addWidget(field)
    field.set_tokens(LIGHT)
    if around is not None:
        field.set_site_context(around)
    field.resize(280, field.height_for(280))
    field.show()
    heard = []
    field.edited.connect(heard.append)
    return field, heard


def type_over(field, words):
    target = field.focusProxy() or field
    target.setFocus()
    target.selectAll()
    QTest.keyClicks(target, words)


# -- numbers --------------------------------------------------------------------------------------


def test_number_keys(qtbot):
    field, heard = made(qtbot, "number", 9)
    QTest.keyClick(field, Qt.Key.Key_Up)
    QTest.keyClick(field, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert heard == [10, 0]
    assert all(isinstance(value, int) for value in heard)


def test_a_number_kept_as_text_stays_text(qtbot):
    field, heard = made(qtbot, "number", "12")
    type_over(field, "13")
    assert heard == ["1", "13"]


@pytest.mark.parametrize("words", ["", "-", "1_0", "nan", "1e", "0x1"])
def test_what_is_no_number_is_said_and_not_written(qtbot, words):
    field, heard = made(qtbot, "number", 7)
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    QTest.keyClicks(field, words)
    assert all(isinstance(value, int) for value in heard)
    assert "no number" in field.draft_note


@pytest.mark.qt_log_ignore("Keyboard event not accepted")
def test_undo_of_what_is_not_written_stays_in_the_field(qtbot):
    field, heard = made(qtbot, "number", 7)
    field.setFocus()
    field.setCursorPosition(1)
    QTest.keyClicks(field, "x")
    assert (field.text(), heard) == ("7x", [])
    QTest.keySequence(field, "Ctrl+Z")
    assert field.text() == "7"
    assert field.draft_note == ""


def test_a_field_for_another_entry_forgets_what_was_typed(qtbot):
    field, _ = made(qtbot, "number", 7)
    QTest.keyClicks(field, "x")
    field.show_value(7)
    assert "x" in field.text()
    field.show_entry(FormEntry(("y",), "number", "Y", 7))
    assert field.text() == "7"


# -- colours --------------------------------------------------------------------------------------


def test_a_colour_is_written_when_it_is_one(qtbot):
    field, heard = made(qtbot, "color", "#12343B")
    type_over(field, "#abcdef")
    assert heard == ["#abc", "#abcd", "#abcdef"]
    assert field.swatch.colour == QColor("#abcdef")


def test_what_is_no_colour_is_written_when_the_person_leaves(qtbot):
    field, heard = made(qtbot, "color", "#12343B")
    type_over(field, "var(--ink)")
    assert heard == []
    assert "no colour" in field.draft_note
    QTest.keyClick(field.text, Qt.Key.Key_Return)
    assert heard == ["var(--ink)"]


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_picker_keeps_the_form_and_ends_with_the_mouse(qtbot):
    field, heard = made(qtbot, "color", "#ABCDEF")
    ends = []
    field.editing_finished.connect(lambda: ends.append(len(heard)))
    field.pick()
    picker = QApplication.activePopupWidget()
    area = picker.findChildren(type(picker._shades))[0]
    QTest.mousePress(area, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    for x in (40, 60, 80):
        QTest.mouseMove(area, QPoint(x, 30))
    assert ends == []
    QTest.mouseRelease(area, Qt.MouseButton.LeftButton, pos=QPoint(80, 30))
    assert ends == [len(heard)]
    assert heard
    assert all(text == text.upper() and len(text) == 7 for text in heard)
    assert field.text.text() == heard[-1]
    QTest.keyClick(area, Qt.Key.Key_Left)
    assert len(heard) == ends[0] + 1
    QTest.keyClick(area, Qt.Key.Key_Return)
    assert not picker.isVisible()


# -- dates ----------------------------------------------------------------------------------------


def test_a_timestamp_stays_one(qtbot):
    field, heard = made(qtbot, "date", Timestamp("2024-03-01"))
    type_over(field, "2024-04-02")
    assert heard == [Timestamp("2024-04-02")]
    assert isinstance(heard[0], Timestamp)


def test_a_date_as_text_stays_text(qtbot):
    field, heard = made(qtbot, "date", "01.03.2024")
    QTest.keyClick(field.text, Qt.Key.Key_End)
    QTest.keyClick(field.text, Qt.Key.Key_Backspace)
    assert heard == ["01.03.202"]
    assert type(heard[0]) is str


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_calendar_changes_only_the_day(qtbot):
    field, heard = made(qtbot, "date", Timestamp("2024-03-01T10:30:00.000Z"))
    field.pick()
    calendar = QApplication.activePopupWidget().findChild(QCalendarWidget)
    assert calendar.selectedDate() == QDate(2024, 3, 1)
    calendar.clicked.emit(QDate(2024, 3, 9))
    assert heard == [Timestamp("2024-03-09T10:30:00.000Z")]
    assert isinstance(heard[0], Timestamp)


# -- links ----------------------------------------------------------------------------------------

SITE = SiteContext(
    pages=(("/", "Home"), ("/rooms", "Rooms")), anchors=lambda: ["boats"], has_site=True
)


def offered(field):
    completer = field.completer()
    model = completer.completionModel()
    return [completer.pathFromIndex(model.index(row, 0)) for row in range(model.rowCount())]


def focused_link(qtbot, value):
    field, heard = made(qtbot, "link", value, SITE)
    QApplication.sendEvent(field, QFocusEvent(QEvent.Type.FocusIn))
    return field, heard


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_pages_and_anchors_are_offered(qtbot):
    field, heard = focused_link(qtbot, "/x")
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert offered(field) == ["/", "/rooms", "#boats"]
    field.completer().setCompletionPrefix("room")
    assert offered(field) == ["/rooms"]
    field.completer().activated.emit("/rooms")
    assert heard == ["/rooms"]
    field.completer().popup().hide()


def test_stray_spaces_are_marked(qtbot):
    clean, _ = made(qtbot, "link", "/rooms", SITE)
    stray, _ = made(qtbot, "link", "/rooms ", SITE)
    colours = [
        {field.grab().toImage().pixelColor(x, y).name() for x in range(280) for y in range(28)}
        for field in (clean, stray)
    ]
    assert LIGHT.warning not in colours[0]
    assert LIGHT.warning in colours[1]


# -- pictures -------------------------------------------------------------------------------------


@pytest.fixture
def pictures(tmp_path):
    (tmp_path / "bay.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="200">'
        '<rect width="300" height="200" fill="#c8553d"/></svg>'
    )
    return SiteContext(
        file=lambda address: tmp_path / "bay.svg" if address == "/bay.svg" else None,
        cached=lambda address: (tmp_path / "bay.svg").read_bytes() if "kept" in address else None,
        has_site=True,
    )


def colour_in_the_middle(field):
    return field.grab().toImage().pixelColor(32, 32).name()


def test_a_picture_is_seen(qtbot, pictures):
    field, _ = made(qtbot, "image", "/bay.svg", pictures)
    qtbot.waitUntil(lambda: colour_in_the_middle(field) == "#c8553d")
    assert field.info == "300 × 200"
    field.show_value("/missing.png")
    assert colour_in_the_middle(field) != "#c8553d"
    field.show_value("/bay.svg")
    assert colour_in_the_middle(field) == "#c8553d", "what was read once is there at once"


def test_a_picture_of_another_site_is_seen_when_it_is_kept(qtbot, pictures):
    field, _ = made(qtbot, "image", "https://x.org/kept.png", pictures)
    assert field.info == "From the web"
    qtbot.waitUntil(lambda: colour_in_the_middle(field) == "#c8553d")


def drop(field, *urls):
    data = QMimeData()
    data.setUrls([QUrl(url) for url in urls])
    action, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(9, 9), action, data, left, none)
    QApplication.sendEvent(field, enter)
    if enter.isAccepted():
        QApplication.sendEvent(field, QDropEvent(QPointF(9, 9), action, data, left, none))
    return enter.isAccepted()


def test_a_dropped_file_is_handed_on(qtbot, pictures, tmp_path):
    field, heard = made(qtbot, "image", "", pictures)
    given = []
    field.file_dropped.connect(given.append)
    assert drop(field, QUrl.fromLocalFile(str(tmp_path / "a b.PNG")))
    assert given == [str(tmp_path / "a b.PNG")]
    assert not drop(field, QUrl.fromLocalFile(str(tmp_path / "words.txt")))
    assert heard == []


def test_a_dropped_address_is_written(qtbot, pictures):
    field, heard = made(qtbot, "image", "", pictures)
    assert drop(field, "https://x.org/a b.png")
    assert heard == ["https://x.org/a%20b.png"]


def test_an_ornament_s_words(qtbot):
    field = field_for(
        FormEntry(("x",), "words", "X", "w-300px  odd sm:w-50% object-top", control="g2-ornament")
    )
    qtbot.addWidget(field)
    heard = []
    field.edited.connect(heard.append)
    texts = [part.text() if hasattr(part, "text") else part.currentText() for part in field.stops]
    assert texts == ["300px", "", "Top", "50%", "", "Not set"]
    assert heard == []
    height = field.stops[1]
    QTest.keyClicks(height, "auto")
    assert heard[-1] == "w-300px h-auto  odd sm:w-50% object-top"
    height.selectAll()
    QTest.keyClick(height, Qt.Key.Key_Delete)
    assert heard[-1] == "w-300px  odd sm:w-50% object-top"


def test_a_theme_button_s_words(qtbot):
    """Each choice changes its own word; the same field shows other strings."""
    field = field_for(
        FormEntry(("x",), "words", "X", "border-primary border-b-2", control="border")
    )
    qtbot.addWidget(field)
    heard = []
    field.edited.connect(heard.append)
    assert [part.currentText() for part in field.stops] == ["Main colour", "Below, 2 px"]
    width = field.stops[1]
    width.setCurrentIndex(width.findData("border-4"))
    width.activated.emit(width.currentIndex())
    assert heard == ["border-primary border-4"]
    field.show_entry(FormEntry(("x",), "words", "X", "pt-2.5 pb-2.5 pr-9 pl-9", control="padding"))
    texts = [part.currentText() for part in field.stops]
    assert texts == ["10 px", "10 px", "36 px", "36 px"]
    assert len(heard) == 1
