"""Rich text of real pages is entered in the preview itself, and nothing of the page moves."""

import json

import pytest
from PySide6.QtTest import QTest

from designer.preview.input.rich_text_editor import load
from tests.corpus import MAIN_SITES, copy_of, name_of
from tests.dialects import new_session, options
from tests.preview.rich import LOOK

pytestmark = [pytest.mark.engine, pytest.mark.scenario]

SCRIPT = """(() => {
  const parse = html => {
    const template = document.createElement('template');
    template.innerHTML = html;
    return template.content;
  };
  globalThis.place = (root, path) =>
    document.querySelector(`[data-fp-root="${root}"] [data-fp-path="${path}"]`);
  globalThis.enter = (element, json, options) => {
    globalThis.handle = frontispieceRichText.open(element, json, {...options, parse}, {
      changed() {}, left() {}, undo() {}, redo() {},
    });
  };
  globalThis.boxes = element => {
    const around = element.closest('[data-fp-root]');
    return [around, ...around.querySelectorAll('*')]
      .filter(e => !/^ProseMirror-(trailingBreak|separator)$/.test(e.className))
      .filter(e => getComputedStyle(e).display !== 'contents')
      .map(e => [e.tagName, ...['x', 'width', 'height'].map(n => e.getBoundingClientRect()[n]),
        getComputedStyle(e).font, getComputedStyle(e).color]);
  };
  return true;
})()"""


def rich_texts(value, path=()):
    """The rich texts of a block's data, with their paths."""
    items = enumerate(value) if isinstance(value, list) else value.items()
    for key, each in items:
        if isinstance(each, dict | list):
            yield from rich_texts(each, (*path, key))
        elif key in {"body", "text"} and isinstance(each, str) and each.strip():
            yield ".".join(map(str, (*path, key))), each


TEXTS = {
    "g1": ("texts.md", "g1", 24),
    "event": ("index.md", "g1", 12),
    "g2": ("texts.md", "g2", 40),
    "bacalhau": ("seed.md", "g1", 2),
    "microgen": ("index.md", "g2", 19),
    "sustainable-blockchain-22": ("index.md", "g1", 3),
}


@pytest.mark.parametrize("site", MAIN_SITES, ids=name_of)
def test_nothing_moves_on_pages_of_sites(app, site, tmp_path):
    page, dialect, expected = TEXTS[site.name]
    program = app(copy_of(site, tmp_path)[0].with_name(page))
    load(program.program.preview.page)
    assert program.js(SCRIPT)
    done = 0
    for block in program.editor.page().blocks:
        for path, source in rich_texts(block.data):
            element = f"place('block:{block.id}', '{path}')"
            if not program.js(f"{element} !== null"):
                continue
            program.js(f"{element}.scrollIntoView()")
            before = at_rest(program, f"boxes({element})")
            html = program.js(f"{element}.outerHTML")
            session = new_session(source, dialect)
            chosen = json.dumps({**options(dialect), "look": LOOK})
            program.js(f"(enter({element}, {json.dumps(session.json)}, {chosen}), true)")
            assert program.js(f"boxes({element})") == before, source
            assert session.edit(program.js("handle.json()")) == source
            program.js("(handle.close(), true)")
            assert program.js(f"{element}.outerHTML") == html
            done += 1
    assert done == expected


def at_rest(program, code):
    """A value of the page once it stays the same: far blocks are laid out when they come near."""
    found = [program.js(code)]

    def stays():
        QTest.qWait(50)
        found.append(program.js(code))
        return len(found) > 4 and found[-1] == found[-2] == found[-3]

    program.until(stays, "the block has come to rest")
    return found[-1]
