"""The texts in a piece of HTML: which elements hold words, and writing other words there.

An element has a *text* when words stand right in it. The elements among these words are not part
of the text: each stands in it as one ``OBJECT``, a ``<br>`` as a line feed, and they stay as they
are. A text is what a browser shows: runs of white space are one space, and at its ends is none.

Texts are known by the number of their element's tag; 0 is the piece of HTML itself. A browser may
make another tree of the same tags (HTML standard, 13.2.6), so whoever edits a text has to compare
it with what the page shows.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from designer.markdown.html_tokens import TOKEN, VOID

OBJECT: Final = "\ufffc"
"""Stands in a text for an element among its words."""

_BREAK = "\n"
_SPACES = " \t\n\r\f"
_PIECE = re.compile(
    rf"&(?:#\d+|#[xX][0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]*);?|[{_SPACES}]+|.", re.DOTALL
)

# An element of these ends where the next one of its kind begins.
_ENDED_BY_NEXT = {"li", "p", "dt", "dd", "td", "th", "tr"}

# Here a browser shows words in another way, or lets nobody type.
_UNTYPED = {
    "style", "script", "title", "textarea", "xmp", "iframe", "noembed", "noframes", "noscript",
    "button", "select", "summary", "svg", "math", "pre", "object", "video", "audio", "template",
}  # fmt: skip


@dataclass(frozen=True)
class _Piece:
    """What is shown, and the source that says it."""

    shown: str
    source: str


@dataclass
class _Element:
    """An element, and what stands right in it.

    Attributes:
        number: The number of its tag.
        start: Where its tag begins.
        first: Where its inside begins.
        is_typed: Whether a browser lets somebody type in it.
        inside: The source of words, and pieces that are no words.
    """

    name: str
    number: int = 0
    start: int = 0
    first: int = 0
    is_typed: bool = True
    inside: list[str | _Piece] = field(default_factory=list)

    @property
    def has_words(self) -> bool:
        """Whether there is anything to be read right in it."""
        return any(isinstance(each, str) and html.unescape(each).strip() for each in self.inside)

    @property
    def pieces(self) -> list[_Piece]:
        """What stands right in it, letter by letter."""
        pieces: list[_Piece] = []
        for each in self.inside:
            pieces += _pieces(each) if isinstance(each, str) else (each,)
        return _tidy(pieces)

    @property
    def text(self) -> str:
        """Its text."""
        return "".join(piece.shown for piece in self.pieces)


def mark_texts(markup: str, mark: Callable[[int], str]) -> str:
    """The same HTML with something more in the tags of all elements that have a text.

    Args:
        markup: HTML.
        mark: Gives what is put behind the name of a tag, by its number.
    """
    found = [e for e in _elements(markup) if e.number and e.is_typed and e.has_words]
    pieces, done = [], 0
    for element in sorted(found, key=lambda each: each.number):
        at = element.start + 1 + len(element.name)
        pieces += [markup[done:at], mark(element.number)]
        done = at
    return "".join((*pieces, markup[done:]))


def text_at(markup: str, number: int) -> str | None:
    """The text of the element with this number; None where nobody can type."""
    element = _element(markup, number)
    return None if element is None else element.text


def with_text(markup: str, number: int, text: str) -> str | None:
    """The same HTML with another text in an element; what is not changed keeps its bytes.

    Returns:
        None where nobody can type, and for a text in which an element or a line's end is missing.
    """
    element = _element(markup, number)
    if element is None:
        return None
    wanted = "".join(piece.shown for piece in _tidy(_letters(text)))
    pieces = element.pieces
    old = list(_runs(pieces))
    new = re.split(f"[{OBJECT}{_BREAK}]", wanted)
    if len(old) != len(new):
        return None
    end = element.first + len(_source(pieces))
    for write in (_changed, _anew):
        runs = [write(run, words) for (run, _), words in zip(old, new, strict=True)]
        inside = "".join(run + after for run, (_, after) in zip(runs, old, strict=True))
        whole = markup[: element.first] + inside + markup[end:]
        if text_at(whole, number) == wanted:
            return whole
    return None


def _element(markup: str, number: int) -> _Element | None:
    return next((e for e in _elements(markup) if e.number == number and e.is_typed), None)


def _elements(markup: str) -> Iterator[_Element]:
    """The elements of a piece of HTML, the piece itself last."""
    open_elements, number, done = [_Element("")], 0, 0

    def close(end: int) -> _Element:
        element = open_elements.pop()
        open_elements[-1].inside.append(_Piece(OBJECT, markup[element.start : end]))
        return element

    for match in TOKEN.finditer(markup):
        around = open_elements[-1]
        around.inside.append(markup[done : match.start()])
        done = match.end()
        name = (match["tag"] or match["raw"] or match["end"] or "").lower()
        if match["end"]:
            is_open = any(each.name.lower() == name for each in open_elements)
            while is_open and open_elements[-1].name.lower() != name:
                yield close(match.start())
            if is_open:
                yield close(done)
            else:
                around.inside.append(_Piece("", match[0]))
        elif not name or match["cut"] is not None:
            around.inside.append(_Piece("", match[0]))
        elif name in VOID:
            number += 1
            around.inside.append(_Piece(_BREAK if name == "br" else OBJECT, match[0]))
        else:
            if name in _ENDED_BY_NEXT and name == around.name.lower():
                yield close(match.start())
                around = open_elements[-1]
            number += 1
            is_typed = around.is_typed and name not in _UNTYPED
            written = match["tag"] or match["raw"]
            element = _Element(written, number, match.start(), done, is_typed)
            open_elements.append(element)
    open_elements[-1].inside.append(markup[done:])
    while len(open_elements) > 1:
        yield close(len(markup))
    yield open_elements[0]


def _pieces(source: str) -> Iterator[_Piece]:
    """Words of HTML."""
    for match in _PIECE.finditer(source):
        shown = " " if match[0][0] in _SPACES else html.unescape(match[0])
        yield _Piece(shown, match[0])


def _letters(text: str) -> Iterator[_Piece]:
    """Words as they are typed."""
    for letter in text:
        yield _Piece(" " if letter in " \t\r\f" else letter, letter)


def _tidy(pieces: Iterable[_Piece]) -> list[_Piece]:
    """The same without the spaces that a browser does not show."""
    tidy: list[_Piece] = []
    last = -1  # the last one that is shown
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
    """The words between elements, each with the source of the element behind them."""
    run: list[_Piece] = []
    for piece in pieces:
        if piece.shown in (OBJECT, _BREAK):
            yield run, piece.source
            run = []
        else:
            run.append(piece)
    yield run, ""


def _changed(run: Sequence[_Piece], words: str) -> str:
    """A run that says other words: what they have in common at both ends is kept."""
    first, start = 0, 0
    while first < len(run) and words.startswith(run[first].shown, start):
        start += len(run[first].shown)
        first += 1
    while first and not run[first - 1].shown and any(piece.shown for piece in run[:first]):
        first -= 1  # what is typed at the end stands before the end of the line
    last, end = len(run), len(words)
    while last > first and words.endswith(run[last - 1].shown, start, end):
        last -= 1
        end -= len(run[last].shown)
    before, after = run[:first], run[last:]
    return _source(before) + _anew((), words[start:end]) + _source(after)


def _anew(_run: Sequence[_Piece], words: str) -> str:
    return html.escape(words, quote=False).replace("\xa0", "&nbsp;")


def _source(pieces: Iterable[_Piece]) -> str:
    return "".join(piece.source for piece in pieces)
