"""An edit of a list loads no picture that was there before: its element is kept."""

from __future__ import annotations

import pytest

from designer.document import duplicate_item, insert_item, move_item, remove_item
from designer.editor import Role

pytestmark = pytest.mark.engine

BREAKFAST, WALK, LIBRARY, MAP = (
    f"/img/{name}.svg" for name in ("breakfast", "walk", "library", "map")
)
IMAGES = "[...document.querySelectorAll('[data-fp-path^=\"items.\"] img')]"
SOURCES = f"{IMAGES}.map(image => image.getAttribute('src'))"
WATCH = f"""(() => {{
  for (const image of {IMAGES}) image.scrollIntoView();
  globalThis.written = [];
  globalThis.loaded = [];
  globalThis.known = {IMAGES};
  const source = image => image.getAttribute('src');
  new MutationObserver(records => written.push(...records.map(({{target}}) => source(target))))
    .observe(document.body, {{subtree: true, attributeFilter: ['src']}});
  document.addEventListener('load', ({{target}}) => loaded.push(source(target)), true);
  return true;
}})()"""
COMPLETE = f"{IMAGES}.every(image => image.complete && image.naturalWidth)"
NEW = f"{IMAGES}.filter(image => !known.includes(image)).map(image => image.getAttribute('src'))"


@pytest.fixture
def cards(app, sample):
    """The sample's home page, whose cards have loaded their pictures."""
    window = app(sample / "content" / "pages" / "index.md")
    window.until(lambda: window.js(COMPLETE), "the pictures are there")
    assert window.js(SOURCES) == [BREAKFAST, WALK, LIBRARY]
    assert window.js(WATCH)
    return window


CARDS = ("blocks", 2, "items")
CARD = {"headline": "The map", "image": {"src": MAP, "alt": ""}}


@pytest.mark.parametrize(
    ("change", "arguments", "after", "new"),
    [
        (insert_item, (CARDS, 0, CARD), [MAP, BREAKFAST, WALK, LIBRARY], [MAP]),
        (insert_item, (CARDS, 2, CARD), [BREAKFAST, WALK, MAP, LIBRARY], [MAP]),
        (duplicate_item, ((*CARDS, 0),), [BREAKFAST, BREAKFAST, WALK, LIBRARY], [BREAKFAST]),
        (remove_item, ((*CARDS, 0),), [WALK, LIBRARY], []),
        (move_item, (CARDS, 0, 2), [WALK, LIBRARY, BREAKFAST], []),
        (move_item, (CARDS, 2, 0), [LIBRARY, BREAKFAST, WALK], []),
    ],
)
def test_a_change_of_the_list_loads_only_new_pictures(cards, change, arguments, after, new):
    assert cards.editor.apply("x", Role.PAGE, change, *arguments)
    cards.settle()
    cards.until(lambda: cards.js(COMPLETE), "the pictures are there")
    assert cards.js(SOURCES) == after
    assert cards.js("written") == []
    assert cards.js(NEW) == new
    cards.until(lambda: cards.js("loaded") == new, "nothing else is loaded")
