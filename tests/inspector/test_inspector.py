"""The inspector follows the editor, and does nothing for what it does not show."""

from __future__ import annotations

import pytest

from designer.editor import Address, Editor, OpenDocument, Role
from designer.families import default_variant
from designer.inspector import Inspector
from designer.look import LIGHT
from tests.open_sites import open_site

PAGE = b"""\
---
draft: false
blocks:
  - headline: One
    _template: a
  - headline: Two
    _template: a
meta:
  pageTitle: T
---
"""


@pytest.fixture
def editor(qapp, tmp_path):
    file = tmp_path / "page.md"
    file.write_bytes(PAGE)
    made = Editor()
    made.open(OpenDocument.read(file), None)
    return made


@pytest.fixture
def inspector(qtbot, editor, tmp_path):
    made = Inspector(editor, LIGHT)
    qtbot.addWidget(made)
    shown = open_site(tmp_path / "page.md", types={}, variant=default_variant("g1"))
    made.show_site(shown)
    editor.changed.connect(lambda _change: made.refresh())
    editor.selection_changed.connect(made.show_selection)
    editor.select(Address(Role.PAGE, editor.page().blocks[0].id))
    return made


def write(editor, place, value):
    block = editor.page().blocks[place]
    editor.write(Address(Role.PAGE, block.id, ("headline",)), value, "Edit")


@pytest.mark.parametrize("tab", [0, 1, 2])
def test_an_edit_elsewhere_makes_no_form_again(editor, inspector, monkeypatch, tab):
    inspector.tabs.setCurrentIndex(tab)
    form = inspector.tabs.currentWidget()

    def shown(*_arguments):
        raise AssertionError("the form was made again")

    monkeypatch.setattr(form, "show_entries", shown)
    write(editor, 1, "Other")
    assert editor.page().blocks[1].data["headline"] == "Other"


def test_an_edit_of_what_is_shown_is_shown(editor, inspector):
    write(editor, 0, "New")
    assert inspector.content.field(("headline",)).text() == "New"
    editor.stack.undo()
    assert inspector.content.field(("headline",)).text() == "One"


def test_a_tab_is_brought_up_to_date_when_it_is_seen(editor, inspector):
    inspector.tabs.setCurrentWidget(inspector.page_form)
    editor.select(Address(Role.PAGE, editor.page().blocks[1].id))
    write(editor, 1, "Changed")
    inspector.tabs.setCurrentWidget(inspector.content)
    assert inspector.content.field(("headline",)).text() == "Changed"


def test_what_it_asks_for_names_the_block(editor, inspector):
    asked = []
    inspector.edit_requested.connect(lambda address, *_: asked.append(address))
    inspector.content.field(("headline",)).edited.emit("x")
    inspector.tabs.setCurrentWidget(inspector.page_form)
    inspector.page_form.field(("meta", "pageTitle")).edited.emit("x")
    block = editor.page().blocks[0].id
    assert asked == [
        Address(Role.PAGE, block, ("headline",)),
        Address(Role.PAGE, None, ("meta", "pageTitle")),
    ]
