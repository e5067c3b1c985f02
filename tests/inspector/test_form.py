from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from designer.inspector.entries import document_entries
from designer.inspector.entry import Entry
from designer.inspector.form import Form
from designer.look import LIGHT
from designer.schema import Option


def test_a_line_that_grows_into_a_text_keeps_the_caret(qtbot):
    data = {"words": "a" * 59 + "z"}
    form = Form(LIGHT, "")
    qtbot.addWidget(form)
    form.edited.connect(lambda path, _label, value: data.update({path[0]: value}))
    form.edited.connect(lambda *_: form.show_entries(document_entries(data, data)))
    form.show_entries(document_entries(data, data))
    form.show()
    form.field(("words",)).setFocus()
    qtbot.waitUntil(form.field(("words",)).hasFocus)
    form.field(("words",)).caret = 59
    for key in "bcd":
        QTest.keyClicks(form.field(("words",)), key)
    assert data["words"] == "a" * 59 + "bcdz"
    assert form.field(("words",)).hasFocus()


def test_tab_goes_through_the_rows_before_what_follows(qtbot):
    window, form, later = QWidget(), Form(LIGHT, ""), QLineEdit()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
    column.addWidget(form)
    column.addWidget(later)
    form.show_entries(document_entries({"one": "x"}, ["one"]))
    window.show()
    form.show_entries(document_entries({"a": "x", "b": "y", "c": ["z"]}, "abc"))
    form.setFocus()
    qtbot.waitUntil(form.hasFocus)
    seen = []
    while QApplication.focusWidget() is not later and len(seen) < 10:
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget().accessibleName())
    assert seen[:3] == ["A", "B", "Add to C: Item"]
    assert seen[-1] == later.accessibleName()
    assert len(seen) < 10


def test_a_choice_takes_its_place_among_the_rows(qtbot):
    form = Form(LIGHT, "")
    qtbot.addWidget(form)
    options = (Option("left", "Left"), Option("right", "Right"))
    form.show_entries([Entry(("x",), "select", "X", "left", options=options)])
    assert form.field(("x",)).window() is form
