"""Finds and replaces the texts in a piece of HTML.

An element has a *text* if words are its direct children. Child elements are not part of the text:
each is represented by one ``OBJECT`` character, a ``<br>`` by a line feed, and they stay unchanged.
White space is collapsed and trimmed, as a browser renders it.

A text is identified by the number of its element's tag; 0 is the piece of HTML itself. A browser
may build another tree from the same tags (HTML standard, 13.2.6), so a caller that edits a text has
to compare the text with that of the page.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from designer.markdown.html_tokens import TOKEN, VOID

OBJECT: Final = "\ufffc"
"""Represents a child element in a text."""

_BREAK = "\n"
_SPACES = " \t\n\r\f"
_PIECE = re.compile(
    rf"&(?:#\d+|#[xX][0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]*);?|[{_SPACES}]+|.", re.DOTALL
)

# These elements are closed implicitly by the next start tag of the same name.
_ENDED_BY_NEXT = {"li", "p", "dt", "dd", "td", "th", "tr"}

# A browser renders the text of these elements differently, or does not allow typing in them.
_NOT_EDITABLE = {
    "style", "script", "title", "textarea", "xmp", "iframe", "noembed", "noframes", "noscript",
    "button", "select", "summary", "svg", "math", "pre", "object", "video", "audio", "template",
}  # fmt: skip


@dataclass(frozen=True)
class _Piece:
    """The visible text of a piece, and its source."""

    shown: str
    source: str


@dataclass
class _Element:
    """An element and its direct content.

    Attributes:
        number: The number of its tag.
        start: The offset of its tag.
        content_start: The offset of its content.
        is_editable: Whether its text can be edited in a browser.
        content: The source of text, and pieces that are not text.
    """

    name: str
    number: int = 0
    start: int = 0
    content_start: int = 0
    is_editable: bool = True
    content: list[str | _Piece] = field(default_factory=list)

    @property
    def has_text(self) -> bool:
        """Whether the element has text as a direct child."""
        return any(isinstance(each, str) and html.unescape(each).strip() for each in self.content)

    @property
    def pieces(self) -> list[_Piece]:
        """The direct content, one piece for each character."""
        pieces: list[_Piece] = []
        for each in self.content:
            pieces += _pieces(each) if isinstance(each, str) else (each,)
        return _collapse(pieces)

    @property
    def text(self) -> str:
        """The text of the element."""
        return "".join(piece.shown for piece in self.pieces)


def mark_texts(markup: str, mark: Callable[[int], str]) -> str:
    """Insert attributes into the tags of all elements that have a text.

    Args:
        markup: HTML.
        mark: Returns the attributes to insert after the tag name, given the number of the tag.
    """
    found = [e for e in _elements(markup) if e.number and e.is_editable and e.has_text]
    pieces, done = [], 0
    for element in sorted(found, key=lambda each: each.number):
        at = element.start + 1 + len(element.name)
        pieces += [markup[done:at], mark(element.number)]
        done = at
    return "".join((*pieces, markup[done:]))


def text_at(markup: str, number: int) -> str | None:
    """Return the text of an element by number; None where no text is editable."""
    element = _element(markup, number)
    return None if element is None else element.text


def with_text(markup: str, number: int, text: str) -> str | None:
    """Replace the text of an element; unchanged parts keep their bytes.

    Returns:
        The new HTML; None where no text is editable, or if the text drops a child element or a line
        break.
    """
    element = _element(markup, number)
    if element is None:
        return None
    wanted = "".join(piece.shown for piece in _collapse(_letters(text)))
    pieces = element.pieces
    old = list(_runs(pieces))
    new = re.split(f"[{OBJECT}{_BREAK}]", wanted)
    if len(old) != len(new):
        return None
    end = element.content_start + len(_source(pieces))
    for write in (_write_difference, _write_all):
        runs = [write(run, words) for (run, _), words in zip(old, new, strict=True)]
        content = "".join(run + after for run, (_, after) in zip(runs, old, strict=True))
        result = markup[: element.content_start] + content + markup[end:]
        if text_at(result, number) == wanted:
            return result
    return None


def _element(markup: str, number: int) -> _Element | None:
    return next((e for e in _elements(markup) if e.number == number and e.is_editable), None)


def _elements(markup: str) -> Iterator[_Element]:
    """Yield the elements of a piece of HTML; the piece itself is the last one."""
    open_elements, number, done = [_Element("")], 0, 0

    def close(end: int) -> _Element:
        element = open_elements.pop()
        open_elements[-1].content.append(_Piece(OBJECT, markup[element.start : end]))
        return element

    for match in TOKEN.finditer(markup):
        around = open_elements[-1]
        around.content.append(markup[done : match.start()])
        done = match.end()
        name = (match["tag"] or match["raw"] or match["end"] or "").lower()
        if match["end"]:
            is_open = any(each.name.lower() == name for each in open_elements)
            while is_open and open_elements[-1].name.lower() != name:
                yield close(match.start())
            if is_open:
                yield close(done)
            else:
                around.content.append(_Piece("", match[0]))
        elif not name or match["cut"] is not None:
            around.content.append(_Piece("", match[0]))
        elif name in VOID:
            number += 1
            around.content.append(_Piece(_BREAK if name == "br" else OBJECT, match[0]))
        else:
            if name in _ENDED_BY_NEXT and name == around.name.lower():
                yield close(match.start())
                around = open_elements[-1]
            number += 1
            is_editable = around.is_editable and name not in _NOT_EDITABLE
            written = match["tag"] or match["raw"]
            element = _Element(written, number, match.start(), done, is_editable)
            open_elements.append(element)
    open_elements[-1].content.append(markup[done:])
    while len(open_elements) > 1:
        yield close(len(markup))
    yield open_elements[0]


def _pieces(source: str) -> Iterator[_Piece]:
    """Split HTML text into pieces."""
    for match in _PIECE.finditer(source):
        shown = " " if match[0][0] in _SPACES else html.unescape(match[0])
        yield _Piece(shown, match[0])


def _letters(text: str) -> Iterator[_Piece]:
    """Split typed text into pieces."""
    for letter in text:
        yield _Piece(" " if letter in " \t\r\f" else letter, letter)


def _collapse(pieces: Iterable[_Piece]) -> list[_Piece]:
    """Hide the white space that a browser collapses."""
    tidy: list[_Piece] = []
    last = -1  # index of the last visible piece
    for piece in pieces:
        before = tidy[last].shown if last >= 0 else _BREAK
        if piece.shown == " " and before in (" ", _BREAK):
            piece = replace(piece, shown="")  # noqa: PLW2901 - the same place, not shown
        elif piece.shown == _BREAK and before == " ":
            tidy[last] = replace(tidy[last], shown="")
        if piece.shown:
            last = len(tidy)
        tidy.append(piece)
    if last >= 0 and tidy[last].shown == " ":
        tidy[last] = replace(tidy[last], shown="")
    return tidy


def _runs(pieces: Sequence[_Piece]) -> Iterator[tuple[list[_Piece], str]]:
    """Split the pieces of a text at its child elements and line breaks.

    Yields:
        The pieces between two of them (a run), and the source of the element or line break that
        follows; '' after the last run.
    """
    run: list[_Piece] = []
    for piece in pieces:
        if piece.shown in (OBJECT, _BREAK):
            yield run, piece.source
            run = []
        else:
            run.append(piece)
    yield run, ""


def _write_difference(run: Sequence[_Piece], words: str) -> str:
    """Return the source of a run with another text; the common prefix and suffix keep their source.

    Args:
        run: The pieces of a text between two child elements.
        words: The new text.
    """
    first, start = 0, 0
    while first < len(run) and words.startswith(run[first].shown, start):
        start += len(run[first].shown)
        first += 1
    while first and not run[first - 1].shown and any(piece.shown for piece in run[:first]):
        first -= 1  # typed text is inserted before the hidden white space of a line end
    last, end = len(run), len(words)
    while last > first and words.endswith(run[last - 1].shown, start, end):
        last -= 1
        end -= len(run[last].shown)
    before, after = run[:first], run[last:]
    return _source(before) + _write_all((), words[start:end]) + _source(after)


def _write_all(_run: Sequence[_Piece], words: str) -> str:
    return html.escape(words, quote=False).replace("\xa0", "&nbsp;")


def _source(pieces: Iterable[_Piece]) -> str:
    return "".join(piece.source for piece in pieces)
