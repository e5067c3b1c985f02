from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QVBoxLayout, QWidget

from designer.command_list import ROW_MENU, CommandId, command_specs
from designer.inspector.entries.entry import FormEntry
from designer.inspector.entries.entry_builder import document_entries
from designer.inspector.form.form import Form
from designer.inspector.form.row_menu import row_menu
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


def test_tab_follows_rows_that_come_in_another_order(qtbot):
    form = Form(LIGHT, "")
    qtbot.addWidget(form)
    form.show()
    for order in ("abc", "cab", "b", "bca", "ac"):
        form.show_entries(document_entries(dict.fromkeys(order, "x"), order))
        form.setFocus()
        qtbot.waitUntil(form.hasFocus)
        seen = ""
        for _ in order:
            QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
            seen += QApplication.focusWidget().accessibleName().lower()
        assert seen == order


def test_what_differs_is_painted(qtbot):
    """Rows and body paint only what differs; a picture that is painted anew must be the same."""
    form = Form(LIGHT, "")
    qtbot.addWidget(form)
    form.resize(320, 700)
    form.show()
    texts = FormEntry(("x",), "markdown", "Text", "*   **one**\n*   two")
    shown = [
        [
            FormEntry(("a",), "string", "Name", "x"),
            FormEntry(("b",), "string", "A much longer label", "y"),
        ],
        [FormEntry(("a",), "string", "Name", "z"), FormEntry(("b",), "string", "B", "y"), texts],
        [FormEntry(("a",), "string", "Title", "z", limit=60), texts],
        [FormEntry(("a",), "string", "Title", "z" * 61, limit=60), texts],
        [
            FormEntry(("l",), "list", "Items", 2, item_kind="Item"),
            FormEntry(("l", 0), "item", "First", depth=1, is_open=True, place=(1, 2)),
            FormEntry(("l", 0, "a"), "link", "Link", " /x", depth=2),
            FormEntry(("l", 1), "item", "Second", depth=1, is_open=False, place=(2, 2)),
            FormEntry(("h",), "heading", "More", is_open=False),
        ],
        [
            FormEntry(("l",), "list", "Items", 1, item_kind="Item"),
            FormEntry(("l", 0), "item", "Other", depth=1, is_open=False, place=(1, 1)),
            FormEntry(("h",), "heading", "More", is_open=True),
            FormEntry(("h", "i"), "image", "Picture", "/a.png", depth=1),
        ],
        [FormEntry(("i",), "image", "Picture", "/b.png"), FormEntry(("h",), "heading", "Less")],
    ]
    for number in (0, 1, 0, 1, 2, 3, 2, 4, 5, 4, 6, 5, 6, 0, 4, 2):
        form.show_entries(shown[number], number % 2)
        form.reveal(shown[number][-1].path if number == 5 else ())
        QApplication.processEvents()
        seen = form.screen().grabWindow(form.winId()).toImage()
        assert not seen.isNull()
        assert form.grab().toImage().convertToFormat(seen.format()) == seen, number


def test_a_choice_takes_its_place_among_the_rows(qtbot):
    form = Form(LIGHT, "")
    qtbot.addWidget(form)
    options = (Option("left", "Left"), Option("right", "Right"))
    form.show_entries([FormEntry(("x",), "select", "X", "left", options=options)])
    assert form.field(("x",)).window() is form


# -- rows -----------------------------------------------------------------------------------------


class Document:
    """A form on a value, which is changed as the form asks."""

    def __init__(self, qtbot, data):
        self.data = data
        self.form = Form(LIGHT, "Nothing here.", self.change)
        qtbot.addWidget(self.form)
        self.form.resize(320, 600)
        self.asked = []
        self.form.edited.connect(self.write)
        self.form.show()
        self.show()

    def show(self, owner="one"):
        self.form.show_entries(document_entries(self.data, self.data), owner)

    def write(self, path, _label, value):
        holder = self.data
        for step in path[:-1]:
            holder = holder[step]
        holder[path[-1]] = value
        self.show()

    def change(self, command, path, value):
        self.asked.append((command, path))
        items = self.data[path[0]]
        before = list(items)
        if command is CommandId.ADD_ITEM:
            items.append(value)
        elif command is CommandId.DELETE:
            del items[path[1]]
        elif command in (CommandId.MOVE_UP, CommandId.MOVE_DOWN):
            target = path[1] + (1 if command is CommandId.MOVE_DOWN else -1)
            if 0 <= target < len(items):
                items.insert(target, items.pop(path[1]))
        self.show()
        return items != before

    @property
    def focus(self):
        return self.form.window().focusWidget()


def test_rows_are_shown_again_for_another_owner(qtbot):
    document = Document(qtbot, {"a": "one", "b": "words " * 20, "c": {"d": True}})
    before = {id(row) for row in document.form.widget().rows}
    widgets = len(document.form.findChildren(QWidget))
    document.data = {"x": "two", "y": "other " * 20, "z": {"w": False}}
    document.show("two")
    assert {id(row) for row in document.form.widget().rows} == before
    assert len(document.form.findChildren(QWidget)) == widgets
    assert document.form.field(("x",)).text() == "two"
    assert document.form.field(("a",)) is None


def test_what_was_typed_and_not_written_stays_with_its_owner(qtbot):
    document = Document(qtbot, {"n": 7})
    QTest.keyClicks(document.form.field(("n",)), "x")
    assert document.form.row(("n",)).note
    document.show("two")
    assert document.form.field(("n",)).text() == "7"
    assert document.form.row(("n",)).note == ""


def test_a_list_of_values_is_edited_in_its_rows(qtbot):
    document = Document(qtbot, {"tags": ["one", "two"]})
    form = document.form
    QTest.mouseClick(form.row(("tags",)).add_button, Qt.MouseButton.LeftButton)
    assert document.focus is form.field(("tags", 2))
    QTest.keyClicks(document.focus, "new")
    assert document.data["tags"] == ["one", "two", "new"]
    QTest.keyClick(document.focus, Qt.Key.Key_Tab)
    assert document.focus.accessibleName() == "Move Item 3; 3 of 3"
    QTest.keySequence(document.focus, "Alt+Up")
    assert document.data["tags"] == ["one", "new", "two"]
    assert document.focus is form.field(("tags", 1))
    QTest.keyClick(document.focus, Qt.Key.Key_Tab)
    QTest.keyClick(document.focus, Qt.Key.Key_Delete)
    assert document.data["tags"] == ["one", "two"]
    assert document.focus is form.field(("tags", 1))
    assert form.field(("tags", 1)).text() == "two"


def test_the_last_item_gives_the_focus_to_the_list(qtbot):
    document = Document(qtbot, {"tags": ["one"]})
    document.form.focus(("tags", 0))
    document.form.row(("tags", 0)).request(CommandId.DELETE)
    assert document.data["tags"] == []
    assert document.focus is document.form.row(("tags",)).add_button


def test_a_row_asks_by_the_id_of_a_command(qtbot):
    document = Document(qtbot, {"tags": ["one"], "a": {"b": "x"}})
    row, seen = document.form.row(("tags", 0)), []
    row.requested.connect(seen.append)
    row._trash.click()
    assert seen == [CommandId.DELETE]
    assert isinstance(seen[0], CommandId)
    expanded = []
    document.form.fold_requested.connect(lambda path, is_open: expanded.append((path, is_open)))
    heading = document.form.row(("a",))
    heading.click()
    assert expanded == [(("a",), not heading.entry.is_open)]


def test_the_menu_of_a_row_is_made_from_the_command_list(qtbot):
    document = Document(qtbot, {})
    document.form.show_entries(
        [
            FormEntry(("a",), "string", "Name", "x"),
            FormEntry(("b",), "string", "Title", None),
            FormEntry(("c",), "list", "Notes", 2, can_be_blocks=True),
        ]
    )
    texts = [command_specs()[command].text for group in ROW_MENU for command in group]
    keys = [list(command_specs()[command].keys) for group in ROW_MENU for command in group]
    seen = []
    for path in (("a",), ("b",), ("c",)):
        entry = document.form.row(path).entry
        menu = row_menu(entry, seen.append, LIGHT, document.form)
        actions = menu.actions()
        shown = texts if path == ("c",) else texts[:1]
        assert [each.text() for each in actions] == [t.replace("%1", entry.label) for t in shown]
        found = [[k.toString() for k in each.shortcuts()] for each in actions]
        assert found == keys[: len(shown)]
        assert actions[0].isEnabled() is (path != ("b",))
        actions[-1].trigger()
    assert seen == [CommandId.REMOVE_KEY, CommandId.SHOW_AS_BLOCKS]


def test_an_unknown_request_is_an_error(qtbot):
    document = Document(qtbot, {"a": "x"})
    with pytest.raises(AssertionError):
        document.form._handle_request(document.form.row(("a",)), "explode")


def test_a_long_label_stands_above_its_field(qtbot):
    document = Document(qtbot, {"short": "x", "a name that needs much room": "y"})
    short, long = (document.form.field((key,)) for key in document.data)
    assert (short.x(), short.y()) == (84, 0)
    assert long.x() == 0
    assert long.y() > 0
    assert long.width() > short.width()


def test_a_text_grows_and_what_follows_moves(qtbot):
    document = Document(qtbot, {"words": "one\ntwo\nthree", "rest": "x"})
    below = document.form.row(("rest",))
    before = below.y()
    field = document.form.field(("words",))
    field.caret = len("one\ntwo\nthree")
    QTest.keyClicks(field, "\rfour\rfive")
    assert below.y() > before
    assert not field.verticalScrollBar().isVisible()


def test_nothing_to_show_is_said(qtbot):
    document = Document(qtbot, {})
    label = document.form.findChild(QLabel)
    assert label.isVisible()
    assert label.text() == "Nothing here."
    assert label.height() >= label.sizeHint().height()
    document.data = {"a": "x"}
    document.show()
    assert not label.isVisible()


def test_refreshing_does_not_scroll(qtbot):
    document = Document(qtbot, {f"k{n}": "x" for n in range(60)})
    bar = document.form.verticalScrollBar()
    bar.setValue(400)
    document.data["k0"] = "another"
    document.show()
    document.data["more"] = "x"
    document.show()
    assert bar.value() == 400
