"""Files on disk: conflicts, errors, leaving unsaved work."""

from __future__ import annotations

import pytest

from designer.window import UserAnswer
from tests.app import Answers

pytestmark = [pytest.mark.engine, pytest.mark.scenario]


def edit(window, words="Z"):
    window.choose("At the end of the wall")
    window.type_at(window.field("headline"), 0, words)
    window.settle()


@pytest.fixture
def page(sample):
    return sample / "content" / "pages" / "visit.md"


def change_behind(page):
    theirs = page.read_bytes().replace(b"label: Find us", b"label: Come by")
    page.write_bytes(theirs)
    return theirs


def test_conflict_decide_later_keeps_both(app, page):
    window = app(page)
    edit(window)
    theirs = change_behind(page)
    window.window.save_prompts.dialogs = Answers(UserAnswer.CANCEL)
    assert not window.window.save()
    assert window.window.save_prompts.dialogs.asked == ["visit.md"]
    assert page.read_bytes() == theirs
    assert window.editor.is_modified


def test_conflict_keep_mine(app, page):
    original = page.read_bytes()
    window = app(page)
    edit(window)
    change_behind(page)
    window.window.save_prompts.dialogs = Answers(UserAnswer.MINE)
    assert window.window.save()
    assert page.read_bytes() == original.replace(b"headline: At", b"headline: ZAt")


def test_conflict_take_theirs_can_be_undone(app, page):
    window = app(page)
    edit(window)
    theirs = change_behind(page)
    window.window.save_prompts.dialogs = Answers(UserAnswer.THEIRS)
    assert window.window.save()
    window.settle()
    assert page.read_bytes() == theirs
    assert window.text("h4") == "Come by"
    window.press("Ctrl+Z")
    window.settle()
    assert window.text("h2").startswith("ZAt")
    assert window.editor.is_modified


def test_closing_asks_in_words(app, page):
    window = app(page)
    edit(window)
    window.window.save_prompts.dialogs = Answers(UserAnswer.CANCEL, UserAnswer.DISCARD)
    assert not window.window.close()
    assert window.window.isVisible()
    assert window.window.close()
    assert window.window.save_prompts.dialogs.asked == ["Find us", "Find us"]


def test_switching_pages_with_unsaved_work_asks(app, page):
    original = page.read_bytes()
    window = app(page)
    edit(window)
    window.window.save_prompts.dialogs = Answers(UserAnswer.CANCEL, UserAnswer.SAVE)
    window.open_page("Rooms")
    assert window.text("h2").startswith("ZAt")
    window.open_page("Rooms")
    window.settle()
    assert window.titles[1] == "Seven doors along one corridor"
    assert page.read_bytes() == original.replace(b"headline: At", b"headline: ZAt")


def test_read_only_file(app, page):
    window = app(page)
    page.chmod(0o444)
    edit(window)
    window.window.save_prompts.dialogs = Answers(None)
    assert not window.window.save()
    assert "read-only" in window.window.save_prompts.dialogs.asked[0]


BROKEN = {
    "broken.md": (b"---\nblocks:\n  - a: [1\n---\n", "line"),
    "latin.md": (b"---\ntitle: caf\xe9\n---\n", "UTF-8"),
    "list.md": (b"---\n- a\n---\n", "names"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_page_that_cannot_be_read(app, page, name):
    data, word = BROKEN[name]
    bad = page.with_name(name)
    bad.write_bytes(data)
    window = app(page)
    window.window.page_requested.emit(bad)
    assert word in window.bar("error")
    assert name in window.bar("error")
    assert window.titles[1] == "At the end of the wall"
    window.answer("error", "Show its text")
    shown = window.window.error_page
    assert window.window.stack.currentWidget() is shown
    assert shown.source.toPlainText() == data.decode("utf-8", "replace")
    shown.back.click()
    assert window.window.stack.currentWidget() is window.window.splitter
    assert bad.read_bytes() == data


def test_missing_page(app, page):
    window = app(page)
    window.window.page_requested.emit(page.with_name("gone.md"))
    assert "gone.md" in window.bar("error")
