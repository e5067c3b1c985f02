"""Blocks anywhere in a page, tried in the window: several lists, sections, and the body."""

import json

import pytest
from PySide6.QtCore import Qt

from designer.command_list import CommandId
from designer.document import BODY_TYPE, HEAD_TYPE
from designer.editor import Address, Role
from tests.scenarios.hands import Hands
from tests.scenarios.test_rich_typing import Rich

pytestmark = [pytest.mark.engine, pytest.mark.scenario]

PAGE = """---
title: Home
params:
  components:
    - template: opening
      title: Fresh bread
    - template: words
      text: We bake at night.
aside:
  parts:
    - template: note
      title: Closed on Monday
notes:
  - label: One
  - label: Two
---

Some *words* below.
"""
ARTICLE = "---\ntitle: A walk\ntags: [a]\n---\n\nFirst words.\n"


def write(folder, text, name="index.md", root="package.json"):
    file = folder / "content" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    (folder / root).write_text("{}", encoding="utf-8")
    return file


def types(program):
    return [block.type for block in program.editor.page().blocks]


def shown(program, text):
    return program.js(f"document.body.textContent.includes({json.dumps(text)})")


def test_all_blocks_are_shown_listed_and_edited(app, tmp_path):
    file = write(tmp_path, PAGE)
    program = app(file)
    assert types(program) == [HEAD_TYPE, "opening", "words", "note", "notes", BODY_TYPE]
    for text in (
        "Fresh bread",
        "We bake at night.",
        "Closed on Monday",
        "Two",
        "Some words below.",
    ):
        assert shown(program, text)
    model = program.window.left.model
    names = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert names == ["Home", "Fresh bread", "Words", "Closed on Monday", "Notes", "Text"]
    note = program.editor.page().blocks[3].id
    assert program.editor.write(Address(Role.PAGE, note, ("title",)), "Open again", "Edit")
    program.settle()
    assert shown(program, "Open again")
    program.window.commands.run(CommandId.SAVE)
    assert file.read_text("utf-8") == PAGE.replace("Closed on Monday", "Open again")


def test_blocks_move_from_list_to_list(app, tmp_path):
    program = app(write(tmp_path, PAGE))
    editor = program.editor
    editor.select(Address(Role.PAGE, editor.page().blocks[3].id))
    program.window.commands.run(CommandId.MOVE_UP)
    assert types(program) == [HEAD_TYPE, "opening", "note", "words", "notes", BODY_TYPE]
    program.window.commands.run(CommandId.UNDO)
    assert editor.page().text == PAGE
    editor.select(Address(Role.PAGE, editor.page().blocks[4].id))
    program.window.commands.run(CommandId.MOVE_UP)
    assert editor.page().text == PAGE
    assert "template decides" in program.window.bottom.hint.text()


def test_a_person_says_what_is_a_list_of_blocks(app, tmp_path):
    file = write(tmp_path, PAGE)
    program = app(file)
    path = ("notes",)
    assert program.window.commands.run(CommandId.SHOW_AS_BLOCKS, Address(Role.PAGE, None, path))
    assert types(program) == [HEAD_TYPE, "opening", "words", "note", "", "", BODY_TYPE]
    program.settle()
    assert shown(program, "Two")
    program.close()
    again = app(file)
    assert types(again) == [HEAD_TYPE, "opening", "words", "note", "", "", BODY_TYPE]
    again.editor.select(Address(Role.PAGE, again.editor.page().blocks[4].id))
    assert again.window.commands.run(CommandId.SHOW_AS_SETTING)
    assert types(again) == [HEAD_TYPE, "opening", "words", "note", BODY_TYPE]
    assert again.editor.page().text == PAGE
    assert file.read_text("utf-8") == PAGE


def test_an_article_is_its_title_and_its_body(app, tmp_path):
    file = write(tmp_path, ARTICLE)
    program = app(file)
    assert types(program) == [HEAD_TYPE, BODY_TYPE]
    assert shown(program, "A walk")
    assert shown(program, "First words.")
    body = program.editor.page().blocks[1].id
    assert program.editor.write(Address(Role.PAGE, body, ("body",)), "Other *words*.", "Edit")
    program.settle()
    assert program.js("document.querySelector('em').textContent") == "words"
    program.window.commands.run(CommandId.SAVE)
    assert file.read_text("utf-8") == ARTICLE.replace("First words.", "Other *words*.")


def test_the_body_is_typed_in_place_as_rich_text(app, tmp_path):
    file = write(tmp_path, ARTICLE)
    rich = Rich(app(file), file)
    rich.enter(1)
    rich.type("Now: ")
    rich.app.until(lambda: rich.source(1) == "Now: First words.", "it is there")
    rich.leave()
    assert rich.saved() == ARTICLE.replace("First words.", "Now: First words.").encode()


def test_the_title_of_an_article_is_typed_in_place(app, tmp_path):
    file = write(tmp_path, ARTICLE)
    hands = Hands(app(file), file)
    hands.app.click('[data-fp-path="title"]')
    hands.until_typing()
    hands.press(Qt.Key.Key_End)
    hands.type(" home")
    title = Address(Role.PAGE, hands.app.editor.page().blocks[0].id, ("title",))
    hands.app.until(lambda: hands.app.editor.value(title) == "A walk home", "it is there")
    assert hands.saved() == ARTICLE.replace("A walk", "A walk home").encode()


def test_a_block_is_offered_where_only_the_title_is_shown(app, tmp_path):
    program = app(write(tmp_path, "---\ntitle: A\nblocks: []\n---\n"))
    assert types(program) == [HEAD_TYPE]
    assert "no blocks yet" in program.bar("empty")


def test_nothing_is_offered_where_the_site_has_no_list(app, tmp_path):
    program = app(write(tmp_path, "---\nlayout: home\n---\n"))
    assert types(program) == [HEAD_TYPE]
    assert program.bar("empty") == ""
    assert not program.window.commands.action(CommandId.ADD_BLOCK).isEnabled()
