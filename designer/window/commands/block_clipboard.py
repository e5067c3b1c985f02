"""Blocks on the clipboard: as text that any editor takes, and from texts that hold blocks.

Blocks travel as their sources, a list of YAML with one block each (see ``insert_source``), so they
are put in as they are written.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import Final

from PySide6.QtCore import QMimeData

from designer.document import Page, Value, join_sources, list_sources
from designer.errors import DesignerError
from designer.schema import blocks_key, type_key

FORMAT: Final = "application/x-frontispiece-sources"
"""Marks what was copied here: the exact sources of blocks, as a list of JSON."""

_FENCED = re.compile(
    r"(`{3,}|~{3,})\s*(?:ya?ml|json)?[ \t]*\n(.*)\n\1\s*", re.DOTALL | re.IGNORECASE
)
_TITLED = re.compile(r"#{1,6}[ \t]+(\S.*?)[ \t]*(?:[ \t]#+[ \t]*)?(?:\n(.*))?", re.DOTALL)


def blocks_to_mime(sources: Sequence[str]) -> QMimeData:
    """The sources of blocks for this program, and one list of YAML for all others.

    Raises:
        EditRefused: They cannot be written as one list.
    """
    mime = QMimeData()
    mime.setText(join_sources(sources))
    mime.setData(FORMAT, json.dumps(list(sources)).encode())
    return mime


def blocks_from_mime(mime: QMimeData | None) -> Sequence[str]:
    """The sources of the blocks that the clipboard holds; none when it holds something else."""
    if mime is None:
        return []
    try:
        sources = json.loads(bytes(mime.data(FORMAT).data()))
    except ValueError:  # it was copied elsewhere
        return blocks_from_text(mime.text())
    return [str(source) for source in sources]


def blocks_from_text(text: str) -> Sequence[str]:
    """The sources of the blocks in a page's Markdown, or in YAML or JSON.

    The text may be a list of blocks, one block, or a front matter, also in the fence of a Markdown
    text. Text that is none of them gives none.
    """
    text = _dedented(text.replace("\r\n", "\n").strip("\n"))
    if (fenced := _FENCED.fullmatch(text)) is not None:
        text = fenced[2]
    for candidate in _as_pages(f"{text}\n") if text else ():
        try:
            page = Page.from_bytes(candidate.encode())
            key = blocks_key(page.data)
            if key is not None and _are_blocks(page.data[key]):
                return list_sources(page, (key,))
        except DesignerError:
            continue
    return []


def words_in(text: str) -> tuple[str, str] | None:
    """The heading of a Markdown text, '' if it has none, and what stands below it.

    None for what is not more than a line: that is no block of its own.
    """
    text = text.replace("\r\n", "\n").strip()
    titled = _TITLED.fullmatch(text)
    if titled is not None:
        return titled[1], (titled[2] or "").strip()
    return ("", text) if "\n\n" in text else None


def _are_blocks(items: Sequence[Value]) -> bool:
    return bool(items) and all(isinstance(item, dict) and type_key(item) for item in items)


def _as_pages(text: str) -> Iterator[str]:
    """Pages of which a text may be the whole, the front matter, the blocks or a block."""
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
    """A text without the white space that all its lines begin with."""
    lines = text.split("\n")
    filled = [line for line in lines if line.strip()]
    leads = (line[: len(line) - len(line.lstrip(" \t"))] for line in filled)
    lead = min(leads, key=len, default="")
    if not all(line.startswith(lead) for line in filled):
        return text
    return "\n".join(line[len(lead) :] for line in lines)
