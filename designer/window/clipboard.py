"""Blocks on the clipboard: as text that any editor takes, and from texts that hold blocks."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QMimeData

from designer.document import Block, Page, Value
from designer.errors import DesignerError
from designer.schema import blocks_key, type_key

FORMAT: Final = "application/x-frontispiece-blocks"
"""Marks text that was copied here: YAML, a list of blocks."""


def blocks_to_mime(blocks: Sequence[Block]) -> QMimeData:
    """The exact text of blocks, as a list of YAML (or JSON) that can stand alone."""
    sources = [block.source.replace("\r\n", "\n").strip("\n") for block in blocks]
    text = textwrap.dedent("\n".join(sources)) + "\n"
    if len(blocks_from_text(text)) != len(blocks):  # items between brackets
        text = "[" + ", ".join(source.strip().rstrip(",") for source in sources) + "]\n"
    mime = QMimeData()
    mime.setText(text)
    mime.setData(FORMAT, text.encode())
    return mime


def blocks_from_mime(mime: QMimeData | None) -> Sequence[Value]:
    """The blocks that the clipboard holds; none when it holds something else."""
    if mime is None:
        return []
    if mime.hasFormat(FORMAT):
        return blocks_from_text(bytes(mime.data(FORMAT).data()).decode())
    return blocks_from_text(mime.text())


def blocks_from_text(text: str) -> Sequence[Value]:
    """The blocks in a page's Markdown, or in YAML: a list of blocks, one block, or a front matter.

    Text that is none of them gives none.
    """
    text = textwrap.dedent(text.replace("\r\n", "\n")).strip("\n")
    if not text:
        return []
    inside = textwrap.indent(text, "  ")
    sources = (text, f"---\n{text}\n---\n", f"---\nblocks:\n{inside}\n---\n")
    for source in sources:
        try:
            data = Page.from_bytes(source.encode()).data
        except DesignerError:
            continue
        if not isinstance(data, dict):
            continue
        key = blocks_key(data)
        found = data[key] if key is not None else [data]
        blocks = [block for block in found if isinstance(block, dict) and type_key(block)]
        if blocks and len(blocks) == len(found):
            return blocks
    return []
