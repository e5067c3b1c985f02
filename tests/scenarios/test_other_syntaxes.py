"""A page with TOML or JSON front matter is edited in the window as a YAML page is."""

from __future__ import annotations

import pytest

from designer.command_list import CommandId
from designer.editor import Address, Role

pytestmark = [pytest.mark.engine, pytest.mark.scenario]

TOML = """\
+++
draft = false # not yet

[[blocks]]
_template = "tailwindFeature"
headline = 'At the end of the wall'
[blocks.tailwind]
headline = "text-3xl"

# The second one
[[blocks]]
_template = "embed"
markup = "<p>Sea</p>"
+++
"""
JSON = """\
{"draft": false,
 "blocks": [
   {"_template": "tailwindFeature", "headline": "At the end of the wall",
    "tailwind": {"headline": "text-3xl"}},
   {"_template": "embed", "markup": "<p>Sea</p>"}
 ]}

Body
"""


@pytest.mark.parametrize("text", [TOML, JSON], ids=["TOML", "JSON"])
def test_words_blocks_and_undo(app, sample, text):
    page = sample / "content" / "pages" / "visit.md"
    page.write_text(text, encoding="utf-8")
    window = app(page)
    window.choose("At the end of the wall")
    window.type_at(window.field("headline"), 0, "Z")
    window.editor.save()
    assert page.read_text("utf-8") == text.replace("At the end", "ZAt the end")
    first, second = window.editor.page().blocks
    assert "Sea" in window.text(f'[data-fp-root="block:{second.id}"]')
    window.editor.select(Address(Role.PAGE, second.id))
    window.window.commands.run(CommandId.COPY)
    window.editor.select(Address(Role.PAGE, first.id))
    window.window.commands.run(CommandId.PASTE)
    window.settle()
    blocks = window.editor.page().blocks
    assert [block.data["_template"] for block in blocks] == ["tailwindFeature", "embed", "embed"]
    assert blocks[0].id == first.id
    assert second.id in [block.id for block in blocks]
    window.editor.save()
    assert page.read_text("utf-8").count("<p>Sea</p>") == 2
    assert page.read_text("utf-8").count("# The second one") == 2 * text.count("# The second one")
    while window.editor.stack.canUndo():
        window.editor.stack.undo()
    window.editor.save()
    assert page.read_text("utf-8") == text
