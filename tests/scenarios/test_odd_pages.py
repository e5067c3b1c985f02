"""Pages that nobody would write on purpose open, show what they can, and lose nothing."""

from __future__ import annotations

import pytest

from designer.editor import Address, Role

pytestmark = [pytest.mark.engine, pytest.mark.scenario]

ROOTS = '[data-fp-blocks] > [data-fp-root^="block:"]'

ITEMS = (
    "---\nblocks:\n  - 1\n  - null\n  - text\n  - [a, b]\n  - _template: odd\n    words: x\n---\n"
)


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
