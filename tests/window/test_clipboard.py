"""Blocks on the clipboard, and texts that hold blocks."""

from __future__ import annotations

import json
import textwrap

import pytest
from PySide6.QtCore import QMimeData

from designer.document import Page, insert_sources, item_source
from designer.window.commands.block_clipboard import (
    FORMAT,
    blocks_from_mime,
    blocks_from_text,
    blocks_to_mime,
    split_heading,
)

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


def page_of(sources):
    """What is pasted into a page that is empty."""
    page = insert_sources(Page.from_bytes(b"---\n---\n"), ("blocks",), 0, sources)
    assert Page.from_bytes(page.to_bytes()).data == page.data
    return page


def values(sources):
    return page_of(sources).data["blocks"] if sources else []


def sources_of(page):
    return [item_source(page, ("blocks", place)) for place in range(len(page.blocks))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (TEXT, [ONE, TWO]),
        ("\n\n" + TEXT, [ONE, TWO]),
        (textwrap.indent(TEXT, "    "), [ONE, TWO]),
        (textwrap.indent(TEXT, "    ").replace("\n", "\r\n"), [ONE, TWO]),
        ("- _template: hero\n  headline: One\n", [ONE]),
        ("```yaml\n- _template: hero\n  headline: One\n```\n", [ONE]),
        ("~~~\n_template: hero\nheadline: One\n~~~", [ONE]),
        ("    - _template: hero\n      headline: One\n", [ONE]),
        ("\t- _template: hero\n\t  headline: One\n", [ONE]),
        ("_template: hero\nheadline: One", [ONE]),
        ("  _template: hero\n  headline: One", [ONE]),
        ("blocks:\n  - _template: hero\n    headline: One\n", [ONE]),
        ("sections:\n- _template: hero\n  headline: One\n", [ONE]),
        ("- _template: hero\r\n  headline: One\r\n", [ONE]),
        (json.dumps([ONE, TWO]), [ONE, TWO]),
        (json.dumps([ONE, TWO], indent=2), [ONE, TWO]),
        (
            json.dumps([{**ONE, "headline": "😀/"}]).replace("/", "\\/"),
            [{**ONE, "headline": "😀/"}],
        ),
        (json.dumps(ONE), [ONE]),
        ("{_template: hero, headline: One}", [ONE]),
        ("[{_template: hero, headline: One}]", [ONE]),
        ("", []),
        ("Just words", []),
        ("- a\n- b\n", []),
        ("- _template: hero\n- words\n", []),
        ("key: value", []),
        ("- _template: [unclosed\n", []),
        ("blocks: []\n", []),
    ],
)
def test_texts_that_hold_blocks(text, expected):
    assert values(blocks_from_text(text)) == expected


@pytest.mark.parametrize("eol", ["\n", "\r\n"])
def test_what_is_copied_is_what_is_pasted(qapp, eol):
    page = Page.from_bytes(TEXT.replace("\n", eol).encode())
    sources = sources_of(page)
    mime = blocks_to_mime(sources)
    assert blocks_from_mime(mime) == sources
    written = "- _template: hero   # the first\n  headline: One\n- _template: cards\n"
    assert mime.text().startswith(written)
    plain = QMimeData()
    plain.setText(mime.text())
    assert not plain.hasFormat(FORMAT)
    for found in (mime, plain):
        pasted = page_of(blocks_from_mime(found))
        assert pasted.yaml == TEXT[18:-10].replace("One\n\n", "One\n")


def test_the_text_of_a_block_is_nothing_but_its_lines(qapp):
    first, _ = sources_of(Page.from_bytes(TEXT.encode()))  # an empty line is behind it
    text = blocks_to_mime([first]).text()
    assert text == "- _template: hero   # the first\n  headline: One\n"


@pytest.mark.parametrize("chosen", [[ONE], [TWO], [ONE, TWO], [ONE, TWO, ONE]])
def test_blocks_between_brackets(qapp, chosen):
    text = json.dumps([ONE, *chosen, TWO])
    page = Page.from_bytes(f"---\nblocks: {text}\n---\n".encode())
    mime = blocks_to_mime(sources_of(page)[1:-1])
    assert values(blocks_from_mime(mime)) == chosen
    assert values(blocks_from_text(mime.text())) == chosen


def test_what_was_copied_here_counts_more_than_its_text(qapp):
    mime = blocks_to_mime(sources_of(Page.from_bytes(TEXT.encode())))
    mime.setText("- _template: another\n")
    assert values(blocks_from_mime(mime)) == [ONE, TWO]


@pytest.mark.parametrize("pad", ["", "    "])
@pytest.mark.parametrize(
    "text",
    [
        "# own\n- _template:   'hero'  # why\n  text: |\n    a\n      \n    b\n",
        '- _template: "hero"\n\n# --- second ---\n\n- {_template: cards,  n: 1}\n',
    ],
)
def test_text_from_elsewhere_stays_as_it_is_written(text, pad):
    indented = "".join(pad + line if line.strip("\n") else line for line in text.splitlines(True))
    expected = "".join("  " + line if line.strip("\n") else line for line in text.splitlines(True))
    pasted = page_of(blocks_from_text(indented)).yaml
    assert pasted == "blocks:\n" + expected.replace("\n\n  #", "\n  #")


def test_one_block_from_elsewhere_stays_as_it_is_written():
    text = "# own\n_template:   'hero'\ntext: >-\n  folded\n  by hand\n"
    assert page_of(blocks_from_text(text)).yaml == (
        "blocks:\n  - # own\n    _template:   'hero'\n    text: >-\n      folded\n      by hand\n"
    )


def test_nothing_on_the_clipboard(qapp):
    assert list(blocks_from_mime(None)) == []
    assert list(blocks_from_mime(QMimeData())) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "# Hello\n\nSome **words**.\n\n- one\n- two\n",
            ("Hello", "Some **words**.\n\n- one\n- two"),
        ),
        ("\r\n### Hello ###\r\nSome words.\r\n", ("Hello", "Some words.")),
        ("# C#\n", ("C#", "")),
        ("One.\n\nTwo.", ("", "One.\n\nTwo.")),
        ("A line", None),
        ("Two\nlines", None),
        ("#tag", None),
        ("", None),
    ],
)
def test_words_of_a_text(text, words):
    assert split_heading(text) == words
