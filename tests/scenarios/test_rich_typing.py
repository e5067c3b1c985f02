"""Rich text typed on the page: only what was typed is changed in the file."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from designer.editor import Address, Role
from designer.richtext import CannotWriteMarkdown, editing_session
from tests.scenarios.hands import CONTROL, Hands, picture_on_the_clipboard

pytestmark = [pytest.mark.engine, pytest.mark.scenario]

BODY = '[data-fp-path="body"]'
TEXT = "The ferry stops at the end of our wall."


class Rich(Hands):
    """The first rich text of the page under a person's hands."""

    def enter(self, place=0):
        """Click the text of a block, with the caret at its beginning."""
        root = f'[data-fp-root="block:{self.app.editor.page().blocks[place].id}"]'
        self.app.click(f"{root} {BODY}")
        self.until_typing()
        self.app.until(self._goes_to_the_start, "the caret is at the start")

    def _goes_to_the_start(self):
        """Keys that move the caret do so once the engine knows that somebody types."""
        self.press(Qt.Key.Key_Home, CONTROL)
        QTest.qWait(150)  # the editor hears of it a moment later
        at = "(s => s.focusOffset === 0 && s.focusNode.nodeType === 3)(getSelection())"
        return self.app.js(at)

    def source(self, place=0):
        return self.app.editor.value(self.address(place))

    def address(self, place=0):
        return Address(Role.PAGE, self.app.editor.page().blocks[place].id, ("body",))

    def until_source(self, condition, what):
        self.app.until(lambda: condition(self.source()), what)

    def leave(self):
        self.press(Qt.Key.Key_Escape)
        self.app.until(lambda: not self.is_typing, "it has ended")
        self.app.settle()


@pytest.fixture
def rich(app, sample):
    path = sample / "content" / "pages" / "index.md"
    return Rich(app(path), path)


def test_only_what_was_typed_is_changed(rich):
    before = rich.app.js(f"document.querySelector('{BODY}').outerHTML")
    rich.enter()
    rich.type("Hello. ")
    rich.until_source(lambda text: text.startswith("Hello. The ferry"), "it is there")
    assert rich.app.field("body").toPlainText().startswith("Hello. The ferry")
    rich.leave()
    assert rich.app.text(BODY).startswith("Hello. The ferry")
    assert rich.saved() == rich.original.replace(TEXT.encode(), b"Hello. " + TEXT.encode())
    rich.press(Qt.Key.Key_Z, CONTROL)
    rich.app.until(lambda: rich.source().startswith(TEXT), "undone")
    rich.app.settle()
    assert rich.app.js(f"document.querySelector('{BODY}').outerHTML") == before
    assert rich.saved() == rich.original


def test_looking_changes_nothing(rich):
    before = rich.app.js(f"document.querySelector('{BODY}').outerHTML")
    rich.enter()
    rich.leave()
    assert rich.app.editor.stack.count() == 0
    assert rich.app.js(f"document.querySelector('{BODY}').outerHTML") == before
    assert rich.app.editor.selection == rich.address()


def test_bold_and_undo_inside(rich):
    rich.enter()
    for _ in range(len("The ferry")):
        rich.press(Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    rich.app.until(lambda: rich.app.js("getSelection().toString()") == "The ferry", "selected")
    QTest.qWait(80)
    rich.press(Qt.Key.Key_B, CONTROL)
    rich.until_source(lambda text: text.startswith("**The ferry** stops"), "it is bold")
    rich.press(Qt.Key.Key_Z, CONTROL)
    rich.until_source(lambda text: text.startswith(TEXT), "undone")
    assert rich.is_typing
    rich.app.until(lambda: not rich.app.js("!!document.querySelector('.ProseMirror strong')"))
    rich.press(Qt.Key.Key_Z, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    rich.until_source(lambda text: text.startswith("**The ferry**"), "redone")
    rich.app.until(lambda: rich.app.text(".ProseMirror strong") == "The ferry", "the page shows it")
    rich.press(Qt.Key.Key_B, CONTROL)
    rich.until_source(lambda text: text.startswith(TEXT), "it is as it was")
    rich.leave()
    assert rich.saved() == rich.original


def test_other_edits_do_not_disturb(rich):
    rich.enter()
    rich.type("x")
    rich.until_source(lambda text: text.startswith("xThe"), "it is there")
    first = rich.app.editor.page().blocks[0].id
    rich.app.editor.write(Address(Role.PAGE, first, ("headline",)), "Another", "x")
    rich.app.settle()
    assert rich.app.text('[data-fp-path="headline"]') == "Another"
    rich.type("y")
    rich.until_source(lambda text: text.startswith("xyThe"), "typing goes on")


def test_tab_comes_and_goes(rich):
    rich.app.click('[data-fp-path="subhead"]')
    rich.until_typing()
    rich.press(Qt.Key.Key_Tab)
    rich.app.until(lambda: rich.app.editor.selection == rich.address(), "the text")
    rich.app.until(lambda: rich.app.js("!!document.querySelector('.ProseMirror')"), "rich text")
    rich.type("!")
    rich.until_source(lambda text: text.rstrip().endswith("!"), "at its end")
    rich.press(Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    rich.app.until(lambda: not rich.app.js("!!document.querySelector('.ProseMirror')"), "left")


def test_no_key_is_lost_on_the_way_in(rich):
    rich.app.click('[data-fp-path="subhead"]')
    rich.until_typing()
    rich.press(Qt.Key.Key_Tab)
    rich.type(" And more words")
    rich.until_source(lambda text: text.rstrip().endswith("is on. And more words"), "all are there")


def test_keys_on_the_way_in_are_saved(rich):
    rich.app.click(f"{BODY}")
    rich.type("Hm")
    saved = rich.saved()
    assert b"Hm" in saved
    assert saved.replace(b"Hm", b"") == rich.original


def test_keys_on_the_way_in_do_what_they_mean(rich):
    """The editor comes late: each key waits for it, and none of them is about the block."""
    before = rich.source().rstrip()
    rich.app.js(
        "(globalThis.enter = frontispiece.openRichText,"
        " frontispiece.openRichText = text => { globalThis.late = text }, 1)"
    )
    rich.app.click(BODY)
    rich.app.until(lambda: rich.app.js("globalThis.late !== undefined"), "it is on its way")
    rich.press(Qt.Key.Key_End, CONTROL)
    rich.type("xy")
    rich.press(Qt.Key.Key_Backspace)
    rich.press(Qt.Key.Key_Return)
    rich.type("End")
    rich.press(Qt.Key.Key_Left, CONTROL)
    rich.press(Qt.Key.Key_Delete)
    rich.press(Qt.Key.Key_Home, CONTROL)
    rich.press(Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    rich.type("t")
    assert rich.app.js("document.querySelector('.ProseMirror') === null")
    rich.app.js("(enter(late), 1)")
    rich.until_source(lambda text: text.startswith("the ferry"), "they are typed")
    assert rich.source().rstrip() == f"t{before[1:]}x\n\nnd"
    assert rich.app.editor.selection == rich.address()


def test_typing_goes_on_while_the_block_moves(rich):
    rich.enter(1)
    rich.type("A ")
    rich.app.until(lambda: rich.source(1).startswith("A Each"), "it is there")
    rich.press(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    rich.app.until(lambda: rich.source(0).startswith("A Each"), "it has moved")
    rich.app.settle()
    rich.type("B ")
    rich.until_source(lambda text: text.startswith("A B Each"), "typing goes on")


def test_a_click_elsewhere_ends_it(rich):
    rich.enter()
    rich.type("x")
    rich.app.click('[data-fp-path="headline"]')
    rich.app.until(lambda: not rich.app.js("!!document.querySelector('.ProseMirror')"), "left")
    rich.until_source(lambda text: text.startswith("xThe"), "it is there")
    rich.app.until(lambda: rich.is_typing, "the headline can be typed")


def test_what_cannot_be_written_is_taken_back_at_once(rich, monkeypatch):
    write = editing_session.write

    def refused(source, after, dialect):
        if "§" in str(after):
            raise CannotWriteMarkdown("This cannot be said.")
        return write(source, after, dialect)

    monkeypatch.setattr(editing_session, "write", refused)
    told = []
    rich.app.window.preview.page_input.hint_requested.connect(told.append)
    rich.enter()
    rich.type("x")
    rich.until_source(lambda text: text.startswith("xThe"), "it is there")
    rich.type("§")
    rich.app.until(lambda: told, "the person is told")
    rich.app.until(lambda: rich.app.text(".ProseMirror").startswith("xThe"), "it is taken back")
    rich.type("y")
    rich.until_source(lambda text: text.startswith("xyThe"), "what is typed then is written")
    assert told == ["This cannot be said."]


def test_a_picture_is_not_pasted_into_text(rich):
    told = []
    rich.app.window.preview.page_input.hint_requested.connect(told.append)
    rich.enter()
    picture_on_the_clipboard()
    rich.press(Qt.Key.Key_V, CONTROL)
    rich.app.until(lambda: told, "the person is told")
    QTest.qWait(150)  # the editor would have looked for what was pasted
    rich.type("Hm")
    rich.until_source(lambda text: text.startswith("HmThe"), "typing goes on")
    assert len(told) == 1
    assert "picture" in told[0]
    saved = rich.saved()
    assert saved == rich.original.replace(TEXT.encode(), b"Hm" + TEXT.encode())


def test_tab_walks_through_a_list_and_changes_nothing(app, sample):
    path = sample / "content" / "pages" / "index.md"
    source = path.read_text("utf-8").replace(TEXT, f"- One\n      - {TEXT}")
    path.write_text(source, "utf-8")
    rich = Rich(app(path), path)
    assert rich.source().startswith("- One\n- The ferry")
    rich.app.click('[data-fp-path="subhead"]')
    rich.until_typing()
    rich.press(Qt.Key.Key_Tab)
    rich.app.until(lambda: rich.app.js("!!document.querySelector('.ProseMirror')"), "rich text")
    rich.press(Qt.Key.Key_Tab)
    rich.app.until(lambda: rich.app.editor.selection.path[0] == "buttons", "the text after it")
    rich.press(Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    rich.app.until(lambda: rich.app.js("!!document.querySelector('.ProseMirror')"), "it is back")
    rich.press(Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    rich.app.until(lambda: rich.app.editor.selection.path == ("subhead",), "the text before it")
    assert rich.app.editor.stack.count() == 0
    assert rich.saved() == rich.original
