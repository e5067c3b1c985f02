"""Every text of the real sites is entered on the page and left again: nothing changes."""

from __future__ import annotations

import os

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from designer.editor import Address, Role
from designer.schema import field_at, type_of
from tests.corpus import MAIN_FOLDERS, SITES, copy_of, name_of

pytestmark = [pytest.mark.engine, pytest.mark.scenario]

IS_LONG = bool(os.environ.get("FRONTISPIECE_LONG"))
SOME_PAGES = {"g1": "crossing.md", "bacalhau": "seed.md"}
LEAST = {"own": 60, "real": 100}

# What is shown, without what is laid out only when it comes near.
HTML = """(() => {
  const copy = document.body.cloneNode(true);
  for (const each of copy.querySelectorAll('[data-fp-root]')) {
    each.style.contentVisibility = each.style.containIntrinsicSize = '';
    if (!each.getAttribute('style')) each.removeAttribute('style');
  }
  return copy.innerHTML;
})()"""

# What is seen, by block and path, with its words; rich text has elements in it.
TEXTS = """[...document.querySelectorAll('[data-fp-root^="block:"] [data-fp-path]')]
  .filter(e => e.checkVisibility() && e.textContent.trim())
  .map(e => [Number(e.closest('[data-fp-root]').dataset.fpRoot.slice(6)), e.dataset.fpPath,
    e.firstElementChild ? null : e.textContent])"""

CHOSEN = """(b => ['left', 'top', 'width', 'height']
  .map(s => Math.round(b.getBoundingClientRect()[s])))
  (document.querySelector('frontispiece-outlines').shadowRoot.querySelector('.chosen:not(.also)'))"""

PLACE = """(e => ['left', 'top', 'width', 'height']
  .map(s => Math.round(e.getBoundingClientRect()[s])))
  (document.querySelector(`[data-fp-root="block:%d"] [data-fp-path="%s"]`))"""


def pages_of(corpus, folder):
    """The pages to look at, in copies of their sites."""
    for site in SITES:
        if site.parent == corpus:
            pages = copy_of(site, folder)
            some = pages[0].with_name(SOME_PAGES.get(site.name, "index.md"))
            yield from pages if IS_LONG else [some]


@pytest.mark.parametrize("corpus", MAIN_FOLDERS, indirect=True, ids=name_of)
def test_nothing_changes(app, corpus, tmp_path):
    visited = 0
    for page in pages_of(corpus, tmp_path):
        program = app(page)
        before = page.read_bytes()
        texts = [found[:2] for found in program.js(TEXTS) if is_text(program, *found)]
        html = program.js(HTML)
        visit(program, texts)
        assert program.editor.stack.count() == 0
        assert program.editor.page().to_bytes() == before
        program.settle()
        assert program.js(HTML) == html
        visited += len(texts)
        program.close()
    assert visited > LEAST[name_of(corpus)]


def is_text(program, block, path, shown):
    """Whether an element shows a field's words: not a time in other words, nor a choice."""
    data, keys = program.editor.block(block).data, keys_of(path)
    value = program.editor.value(Address(Role.PAGE, block, keys))
    kind = type_of(data, program.window.open_site.types)
    field = field_at(kind, keys) if kind is not None else None
    if not isinstance(value, str) or field is None:
        return False
    if field.type == "markdown":
        return True
    return field.type in ("string", "text") and value.split() == (shown or "").split()


def keys_of(path):
    return tuple(int(key) if key.isdecimal() else key for key in path.split("."))


def visit(program, texts):
    """Enter each text with the keyboard and leave it again."""
    view = program.window.canvas.view
    keys = view.focusProxy() or view
    view.setFocus()
    for block, path in texts:
        address = Address(Role.PAGE, block, keys_of(path))
        program.editor.select(address)
        program.settle()
        outlined = f"the text at {path} is selected"
        program.until(
            lambda at=(block, path): program.js(CHOSEN) == program.js(PLACE % at), outlined
        )
        QTest.keyClick(keys, Qt.Key.Key_Return)
        program.until(lambda: is_typing(program), f"{path} is entered")
        program.until(
            lambda: program.program.preview.page_input.inline_editing.root, f"{path} is known"
        )
        QTest.keyClick(keys, Qt.Key.Key_Escape)
        program.until(lambda: not is_typing(program), f"{path} is left")
        program.until(
            lambda: not program.program.preview.page_input.inline_editing.root, "Python knows"
        )


def is_typing(program):
    return program.js("document.activeElement.isContentEditable")
