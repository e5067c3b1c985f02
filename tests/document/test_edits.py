"""The edits on small pages of our own."""

from __future__ import annotations

import pytest

from designer.document import (
    Page,
    diff,
    duplicate_item,
    insert_item,
    insert_key,
    line_changes,
    move_item,
    put_value,
    remove_item,
    remove_key,
    rename_key,
    set_value,
)
from designer.errors import EditRefused

PAGE = """---
title: Home
blocks:
  # The opening
  - tailwind:
      headline: text-3xl
    headline: Hello
    _template: tailwindFeature

  - headline: Second # keep it short
    buttons:
      - label: More
        link: 'https://example.org'
    _template: tailwindFeature
  - body: |
      Text

      below
    _template: textCards
meta:
  description: ''
---

Body text
"""


def page(text: str = PAGE) -> Page:
    return Page.from_bytes(text.encode())


def changed_lines(before: Page, after: Page) -> list[str]:
    return [line for hunk in line_changes(before, after).hunks for line in hunk.after]


def test_a_page_is_cut_into_its_blocks() -> None:
    it = page()
    assert [block.data["_template"] for block in it.blocks] == [
        "tailwindFeature", "tailwindFeature", "textCards",
    ]  # fmt: skip
    assert it.blocks[0].source.startswith("  # The opening\n  - tailwind:")
    assert it.data["meta"] == {"description": ""}
    assert it.text == PAGE


def test_setting_a_slot_changes_one_line() -> None:
    before = page()
    after = set_value(before, ("blocks", 0, "tailwind", "headline"), "text-4xl")
    assert changed_lines(before, after) == ["      headline: text-4xl\n"]
    assert diff(before, after).changed == {before.blocks[0].id: (("tailwind", "headline"),)}
    assert after.blocks[1] is before.blocks[1]
    assert set_value(after, ("blocks", 0, "tailwind", "headline"), "text-3xl").text == PAGE


def test_a_comment_stays_behind_its_value() -> None:
    after = set_value(page(), ("blocks", 1, "headline"), "word " * 20 + "end")
    assert "  - headline: >- # keep it short\n" in after.text
    assert set_value(after, ("blocks", 1, "headline"), "Second").text == PAGE


def test_an_edit_that_changes_nothing_gives_the_same_page() -> None:
    it = page()
    assert set_value(it, ("title",), "Home") is it
    assert set_value(it, (), it.data) is it
    assert put_value(it, ("meta", "description"), "") is it
    assert move_item(it, ("blocks",), 1, 1) is it
    assert rename_key(it, ("title",), "title") is it


def test_blocks_are_inserted_moved_copied_and_removed() -> None:
    start = page()
    ids = [block.id for block in start.blocks]
    added = insert_item(start, ("blocks",), 1, {"headline": "New", "_template": "banner"})
    assert diff(start, added).added == (added.blocks[1].id,)
    assert [block.id for block in added.blocks if block.id in ids] == ids
    assert "  - headline: New\n    _template: banner\n" in added.text
    moved = move_item(added, ("blocks",), 1, 3)
    assert diff(added, moved).moved == (added.blocks[1].id,)
    copied = duplicate_item(moved, ("blocks", 3))
    assert copied.data["blocks"][3] == copied.data["blocks"][4]
    gone = remove_item(remove_item(copied, ("blocks", 4)), ("blocks", 3))
    assert gone.data == start.data


def test_the_last_block_goes_and_comes() -> None:
    it = page("---\nblocks:\n  - a: 1\n---\n")
    empty = remove_item(it, ("blocks", 0))
    assert empty.text == "---\nblocks: []\n---\n"
    again = insert_item(empty, ("blocks",), 0, {"a": 1})
    assert again.text == it.text


def test_items_and_keys_inside_a_block() -> None:
    it = page()
    path = ("blocks", 1, "buttons")
    more = insert_item(it, path, 0, {"label": "First", "link": "/a"})
    assert (
        "    buttons:\n      - label: First\n        link: /a\n      - label: More\n" in more.text
    )
    assert remove_item(more, (*path, 0)).text == PAGE
    empty = remove_item(it, (*path, 0))
    assert "    buttons: []\n" in empty.text
    keyed = insert_key(it, ("blocks", 1), "subhead", "x", after="headline")
    assert "keep it short\n    subhead: x\n    buttons:" in keyed.text
    assert remove_key(keyed, ("blocks", 1, "subhead")).text == PAGE
    renamed = rename_key(it, ("blocks", 1, "buttons"), "links")
    assert list(renamed.data["blocks"][1]) == ["headline", "links", "_template"]


def test_missing_keys_and_mappings_are_put_in() -> None:
    it = put_value(page(), ("meta", "image", "src"), "/a.png")
    assert it.text.endswith(
        "meta:\n  description: ''\n  image:\n    src: /a.png\n---\n\nBody text\n"
    )


@pytest.mark.parametrize(
    ("path", "words"),
    [(("blocks", 9), "blocks[9]"), (("nothing",), "nothing"), (("title", "x"), "title.x")],
)
def test_what_is_not_there_is_refused_in_words(path: tuple[str | int, ...], words: str) -> None:
    with pytest.raises(EditRefused, match="Nothing was changed") as caught:
        set_value(page(), path, "x")
    assert words in str(caught.value)
    assert caught.value.kind == "missing"


JSON = """{
  "colors": {
    "primary": "#04206F"
  },
  "nav": [
    {
      "label": "A"
    }
  ]
}"""


def test_a_json_document_keeps_its_layout() -> None:
    it = page(JSON)
    assert it.blocks == ()
    red = set_value(it, ("colors", "primary"), "red")
    assert red.text == JSON.replace("#04206F", "red")
    more = insert_item(it, ("nav",), 1, {"label": "B", "sub": [1]})
    assert more.text == JSON.replace(
        '"A"\n    }\n',
        '"A"\n    },\n    {\n      "label": "B",\n      "sub": [\n        1\n      ]\n    }\n',
    )
    assert remove_item(more, ("nav", 1)).text == JSON
    keyed = put_value(it, ("colors", "accent"), "ü")
    assert '"#04206F",\n    "accent": "ü"\n  }' in keyed.text
