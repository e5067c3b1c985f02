"""Pages that nobody would write on purpose open, show what they can, and lose nothing."""

from __future__ import annotations

import json

import pytest

from designer.editor import Address, Role
from designer.project import PageLocation

pytestmark = [pytest.mark.engine, pytest.mark.scenario]

ROOTS = '[data-fp-blocks] > [data-fp-root^="block:"]'

ITEMS = (
    "---\nblocks:\n  - 1\n  - null\n  - text\n  - [a, b]\n  - _template: odd\n    words: x\n---\n"
)

OPEN_ENDED = [
    "<plaintext>", "<!-- ", "<textarea>", "<style>p{", "<script>", "<title>", "<xmp>", "<iframe>",
    "<select><option>", "<table><tr><td>", "<template><p>", "<svg><desc>", '<div title="',
    "</div></div></div></div></div>",
]  # fmt: skip


def test_blocks_that_are_no_mappings(app, sample):
    page = sample / "content" / "pages" / "visit.md"
    page.write_text(ITEMS, encoding="utf-8")
    window = app(page)
    for block in window.editor.page().blocks:
        window.editor.select(Address(Role.PAGE, block.id))
        window.settle()
    assert window.js(f"document.querySelectorAll('{ROOTS}').length") == 5
    window.editor.select(Address(Role.PAGE, window.editor.page().blocks[2].id))
    window.type_at(window.field(), 4, "s")
    window.editor.save()
    assert page.read_text(encoding="utf-8") == ITEMS.replace("text", "texts")


def test_what_a_block_leaves_open_ends_with_it(app, sample):
    page = sample / "content" / "pages" / "visit.md"
    window = app(sample)
    for markup in OPEN_ENDED:
        page.write_text(
            f"---\nblocks:\n  - _template: embed\n    markup: {json.dumps(markup)}\n"
            "  - _template: tailwindFeature\n    headline: After\n---\n",
            encoding="utf-8",
        )
        window.program.open(PageLocation.find(sample / "content" / "pages" / "index.md"))
        window.program.open(PageLocation.find(page))
        window.settle()
        assert window.js(f"document.querySelectorAll('{ROOTS}').length") == 2, markup
        assert window.js("document.querySelectorAll('[data-fp-root^=\"footer:\"]').length") == 1
        last = window.editor.page().blocks[1].id
        window.editor.write(Address(Role.PAGE, last, ("headline",)), "Changed", "Edit")
        window.settle()
        assert "Changed" in window.text(f'[data-fp-root="block:{last}"]'), markup
