"""Blocks on the clipboard: written as text for any editor, and read from text.

Blocks are stored as their sources, a YAML list with one block each (see ``insert_source``), so they
are inserted byte for byte.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import Final

from PySide6.QtCore import QMimeData

from designer.document import Page, Value, join_sources, list_in, list_sources
from designer.errors import DesignerError
from designer.schema import find_layout, type_key

FORMAT: Final = "application/x-frontispiece-sources"
"""The MIME type of blocks copied by this program: their exact sources as a JSON list."""

_FENCED = re.compile(
    r"(`{3,}|~{3,})\s*(?:ya?ml|json)?[ \t]*\n(.*)\n\1\s*", re.DOTALL | re.IGNORECASE
)
_TITLED = re.compile(r"#{1,6}[ \t]+(\S.*?)[ \t]*(?:[ \t]#+[ \t]*)?(?:\n(.*))?", re.DOTALL)


def blocks_to_mime(sources: Sequence[str]) -> QMimeData:
    """Return MIME data with the sources for this program, and one YAML list for others.

    Raises:
        EditRefused: The sources cannot be written as one list.
    """
    mime = QMimeData()
    mime.setText(join_sources(sources))
    mime.setData(FORMAT, json.dumps(list(sources)).encode())
    return mime


def blocks_from_mime(mime: QMimeData | None) -> Sequence[str]:
    """Return the sources of the blocks on the clipboard; empty if it contains no blocks."""
    if mime is None:
        return []
    try:
        sources = json.loads(bytes(mime.data(FORMAT).data()))
    except ValueError:  # copied by another program
        return blocks_from_text(mime.text())
    return [str(source) for source in sources]


def blocks_from_text(text: str) -> Sequence[str]:
    """Return the sources of the blocks in a page's Markdown, or in YAML or JSON.

    The text may be a list of blocks, one block, or a front matter, also inside a Markdown code
    fence. Other text returns an empty list.
    """
    text = _dedented(text.replace("\r\n", "\n").strip("\n"))
    if (fenced := _FENCED.fullmatch(text)) is not None:
        text = fenced[2]
    for candidate in _candidate_pages(f"{text}\n") if text else ():
        try:
            page = Page.from_bytes(candidate.encode())
            for found in find_layout(page.data).lists:
                if _are_blocks(list_in(page.data, found.path)):
                    return list_sources(page, found.path)
        except DesignerError:
            continue
    return []


def split_heading(text: str) -> tuple[str, str] | None:
    """Split a Markdown text into its heading, '' without one, and the text below.

    Returns None for a single line or paragraph, which is not pasted as a block.
    """
    text = text.replace("\r\n", "\n").strip()
    titled = _TITLED.fullmatch(text)
    if titled is not None:
        return titled[1], (titled[2] or "").strip()
    return ("", text) if "\n\n" in text else None


def _are_blocks(items: Sequence[Value]) -> bool:
    return bool(items) and all(isinstance(item, dict) and type_key(item) for item in items)


def _candidate_pages(text: str) -> Iterator[str]:
    """Yield candidate pages: the text as a page, a front matter, a list of blocks or one block."""
    yield text
    yield f"---\n{text}---\n"
    if text.startswith(("[", "{")):
        listed = text if text.startswith("[") else f"[{text}]\n"
        yield f'{{"blocks": {listed}}}'
        yield f"---\nblocks: {listed}---\n"
    else:
        yield f"---\nblocks:\n{text}---\n"
        below = "".join(f"  {line}" if line.strip() else line for line in text.splitlines(True))
        yield f"---\nblocks:\n- {below[2:]}---\n"


def _dedented(text: str) -> str:
    """Remove the white space with which all lines begin."""
    lines = text.split("\n")
    filled = [line for line in lines if line.strip()]
    leads = (line[: len(line) - len(line.lstrip(" \t"))] for line in filled)
    lead = min(leads, key=len, default="")
    if not all(line.startswith(lead) for line in filled):
        return text
    return "\n".join(line[len(lead) :] for line in lines)
