"""Edit the Markdown below the front matter; only the lines that differ are replaced."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import takewhile
from operator import add

from designer.document.block_layout import BODY, BODY_FIELD
from designer.document.editing.edit_scope import (
    MAX_EARLIER,
    check_room,
    eol_of,
    refusal,
    with_old_ids,
)
from designer.document.editing.lookup import normalized_or_refused
from designer.document.page import Block, Page
from designer.document.reading import front_matter
from designer.document.reading.fence import FileParts
from designer.document.text import normalize_newlines
from designer.document.values import Path, Value
from designer.errors import SourceError

_BREAK = re.compile(r"(\r\n|\n|\r)")


def set_body(page: Page, path: Path, value: Value) -> Page:
    """Replace the Markdown body; blank lines around it stay, and so do the ends of equal lines.

    Args:
        page: The page.
        path: The path of the body's block, or of the text in it.
        value: The new value at this path; line ends are LF.

    Raises:
        EditRefused: The value is no text, or the page would be too large.
    """
    text = value.get(BODY_FIELD, "") if isinstance(value, dict) else value
    if path not in ((BODY,), (BODY, BODY_FIELD)) or not isinstance(text, str):
        raise refusal(page, "value", "the body of a page is one text")
    text = normalize_newlines(str(normalized_or_refused(page, text))).strip("\n")
    if page.is_whole or "\0" in text:
        raise refusal(page, "value", "a file of data has no text, and no text has this character")
    if text == page.body:
        return page
    start = page.body_offset
    before, after = page.tail[:start], page.tail[start:]
    new = _earlier(page, text) or _spliced(after, text, eol_of(page))
    check_room(page, len(new) - len(after))
    changed = replace(page, tail=_below_fence(page, before) + new)
    _check_front_matter(changed)
    return _with_body(page, changed, text)


def _earlier(page: Page, text: str) -> str:
    """Return the bytes that the body had when it was this text; '' if it never was."""
    block = _block_of(page)
    known = reversed(block.earlier) if block is not None else ()
    return next((raw for raw, data in known if data == {BODY_FIELD: text}), "")


def _block_of(page: Page) -> Block | None:
    return dict(zip(page.other_paths, page.others, strict=True)).get((BODY,))


def _check_front_matter(page: Page) -> None:
    """Make sure that the start of a body without front matter is not read as front matter.

    Raises:
        EditRefused: It would be, or the file could not be read any more.
    """
    try:
        parts = front_matter.split(page.text).parts
    except SourceError:
        parts = None
    if parts != FileParts(page.head, page.yaml, page.tail):
        words = "a text that begins so would be read as settings of the page"
        raise refusal(page, "value", f"{words}; begin it with another line")


def _below_fence(page: Page, before: str) -> str:
    """Return the text above the body; a closing fence in the last line gets a line end."""
    ended = not before or before.endswith("\n") or not page.head
    return before if ended else before + eol_of(page)


def _with_body(before: Page, page: Page, text: str) -> Page:
    """Return the page with its blocks; the body keeps its id, even while it is empty."""
    old = _block_of(before)
    if old is None:
        return with_old_ids(before, page.with_others(page.slices))
    raw = before.tail[before.body_offset :]
    earlier = (*old.earlier[-MAX_EARLIER:], (raw, old.data))
    body = replace(old, source=text, data={BODY_FIELD: text}, earlier=earlier)
    return replace(page, others=tuple(body if each is old else each for each in page.others))


def _spliced(raw: str, new: str, eol: str) -> str:
    """Replace a text in a file; equal lines at its start and end keep their line ends.

    Args:
        raw: The text with its own line ends and the blank lines around it.
        new: The new text.
        eol: The line end of new lines.
    """
    inner = raw.strip("\r\n")
    lead, _, trail = raw.partition(inner) if inner else (raw or eol, "", eol)
    pieces = _BREAK.split(inner)
    olds, breaks, news = pieces[::2], pieces[1::2], new.split("\n")
    start = _shared(olds, news)
    end = min(_shared(olds[::-1], news[::-1]), min(len(olds), len(news)) - start)
    between = len(news) - 1
    above = breaks[: min(start, between)]
    below = breaks[len(breaks) - min(end, between - len(above)) :]
    ends = [*above, *[eol] * (between - len(above) - len(below)), *below, ""]
    return lead + "".join(map(add, news, ends)) + trail


def _shared(olds: list[str], news: list[str]) -> int:
    """Return the number of lines at the start of both lists that are equal."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(olds, news, strict=False)))
