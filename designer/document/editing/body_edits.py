"""Edit the Markdown below the front matter; only the lines that differ are replaced."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import takewhile
from operator import add

from designer.document.block_layout import BODY, BODY_FIELD
from designer.document.editing.edit_scope import check_room, eol_of, refusal
from designer.document.page import Page
from designer.document.values import Path, Value

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
    text = text.strip("\n")
    if text == page.body:
        return page
    start = page.body_offset
    before, after = page.tail[:start], page.tail[start:]
    new = _spliced(after, text, eol_of(page))
    check_room(page, len(new) - len(after))
    return _with_body(replace(page, tail=_below_fence(page, before) + new), text)


def _below_fence(page: Page, before: str) -> str:
    """Return the text above the body; a closing fence in the last line gets a line end."""
    ended = not before or before.endswith("\n") or not page.head
    return before if ended else before + eol_of(page)


def _with_body(page: Page, text: str) -> Page:
    """Return the page with its blocks; the body keeps its id, even while it is empty."""
    old = dict(zip(page.other_paths, page.others, strict=True)).get((BODY,))
    if old is None:
        return page.with_others(page.slices) if page.is_cut else page
    body = replace(old, source=text, data={BODY_FIELD: text})
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
