"""Blocks on the clipboard, and texts that hold blocks."""

from __future__ import annotations

import json
import textwrap

import pytest
from PySide6.QtCore import QMimeData

from designer.document import Page
from designer.window.clipboard import FORMAT, blocks_from_mime, blocks_from_text, blocks_to_mime

ONE = {"_template": "hero", "headline": "One"}
TWO = {"_template": "cards", "items": [{"headline": "x: y"}]}
TEXT = """\
---
title: A page
blocks:
  - _template: hero   # the first
    headline: One

  - _template: cards
    items:
      - headline: 'x: y'
---
Words
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (TEXT, [ONE, TWO]),
        ("\n\n" + TEXT, [ONE, TWO]),
        (textwrap.indent(TEXT, "    "), [ONE, TWO]),
        (textwrap.indent(TEXT, "    ").replace("\n", "\r\n"), [ONE, TWO]),
        ("- _template: hero\n  headline: One\n", [ONE]),
        ("    - _template: hero\n      headline: One\n", [ONE]),
        ("_template: hero\nheadline: One", [ONE]),
        ("blocks:\n  - _template: hero\n    headline: One\n", [ONE]),
        ("- _template: hero\r\n  headline: One\r\n", [ONE]),
        (json.dumps([ONE, TWO]), [ONE, TWO]),
        (json.dumps(ONE), [ONE]),
        ("", []),
        ("Just words", []),
        ("- a\n- b\n", []),
        ("- _template: hero\n- words\n", []),
        ("key: value", []),
        ("- _template: [unclosed\n", []),
    ],
)
def test_texts_that_hold_blocks(text, expected):
    assert list(blocks_from_text(text)) == expected


@pytest.mark.parametrize("eol", ["\n", "\r\n"])
def test_what_is_copied_is_what_is_pasted(qapp, eol):
    page = Page.from_bytes(TEXT.replace("\n", eol).encode())
    mime = blocks_to_mime(page.blocks)
    assert mime.text().startswith("- _template: hero   # the first\n  headline: One\n")
    assert list(blocks_from_mime(mime)) == [ONE, TWO]
    plain = QMimeData()
    plain.setText(mime.text())
    assert list(blocks_from_mime(plain)) == [ONE, TWO]


def test_the_text_of_a_block_is_nothing_but_its_lines(qapp):
    first, _ = Page.from_bytes(TEXT.encode()).blocks  # an empty line is behind it
    text = blocks_to_mime([first]).text()
    assert text == "- _template: hero   # the first\n  headline: One\n"


@pytest.mark.parametrize("chosen", [[ONE], [TWO], [ONE, TWO], [ONE, TWO, ONE]])
def test_blocks_between_brackets(qapp, chosen):
    text = json.dumps([ONE, *chosen, TWO])
    page = Page.from_bytes(f"---\nblocks: {text}\n---\n".encode())
    assert list(blocks_from_mime(blocks_to_mime(page.blocks[1:-1]))) == chosen


def test_what_was_copied_here_counts_more_than_its_text(qapp):
    mime = blocks_to_mime(Page.from_bytes(TEXT.encode()).blocks)
    assert mime.data(FORMAT).data() == mime.text().encode()
    mime.setText("- _template: another\n")
    assert list(blocks_from_mime(mime)) == [ONE, TWO]


def test_nothing_on_the_clipboard(qapp):
    assert list(blocks_from_mime(None)) == []
    assert list(blocks_from_mime(QMimeData())) == []
