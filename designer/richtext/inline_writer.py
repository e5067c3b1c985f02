"""Serializes the text of a block: unchanged letters keep their source."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from designer.richtext.rich_text import LINE_BREAK, Atom, Letter, Mark, MarkValue, PlacedLetter

PUNCTUATION: Final = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_ORDER: Final = ("link", "strong", "em", "strike", "code")


@dataclass(frozen=True)
class InlineStyle:
    """The delimiters and markers of new Markdown.

    Attributes:
        strong: The delimiter of bold text.
        em: The delimiter of italics.
        eol: The line ending.
        bullet: The bullet, with the space that follows it.
        number: The characters after a list number, with the space.
        flat: Whether the site flattens nested marks (``g1``).
        split_links: Whether a link is split where bold text starts or ends in it, not the text.
    """

    strong: str
    em: str
    eol: str
    bullet: str
    number: str
    flat: bool
    split_links: bool = False


@dataclass(frozen=True, eq=False)
class TargetLetter:
    """A letter to write.

    Attributes:
        number: The index of the letter among all letters of the new text.
        letter: The letter that a reader must get back.
        origin: The same letter in the old text, or None.
    """

    number: int
    letter: Letter
    origin: PlacedLetter | None


@dataclass(frozen=True)
class WritePosition:
    """The position at which a text is written.

    Attributes:
        prefix: The prefix of continuation lines.
        moved: Whether line breaks are rewritten, since the old ones contain another prefix.
        one_line: Whether the text cannot contain line breaks.
    """

    prefix: str = ""
    moved: bool = False
    one_line: bool = False


def verbatim(units: Sequence[PlacedLetter]) -> str:
    """Return the source of letters as it was read."""
    written, open_marks = list[str](), tuple[Mark, ...]()
    for unit in units:
        written += [*_delimiters(open_marks, unit.marks), unit.source]
        open_marks = unit.marks
    return "".join([*written, *_delimiters(open_marks, ())])


def write_line(
    slots: Sequence[TargetLetter],
    style: InlineStyle,
    place: WritePosition,
    escaped: Collection[int],
) -> str:
    """Serialize a text.

    Args:
        slots: The letters of the text.
        style: The delimiters of new text.
        place: The position at which the text is written.
        escaped: The numbers of the letters that are escaped.
    """
    marks = _nested(slots, _marks(slots, style), style)
    sources = [_source(slots, at, style, place, escaped) for at in range(len(slots))]
    written, open_marks = list[str](), tuple[Mark, ...]()
    for is_code, run in groupby(
        range(len(slots)), lambda at: next((m for m in marks[at] if m.shown.type == "code"), None)
    ):
        places = list(run)
        if is_code and any(
            _is_new(slots[at]) or not _keeps_delimiters(slots, places) for at in places
        ):
            again = _code_mark(is_code, "".join(slots[at].letter.text for at in places))
            for at in places:
                marks[at] = (*marks[at][:-1], again)
        for at in places:
            written += [*_delimiters(open_marks, marks[at]), sources[at]]
            open_marks = marks[at]
    return "".join([*written, *_delimiters(open_marks, ())])


def _keeps_delimiters(slots: Sequence[TargetLetter], places: Sequence[int]) -> bool:
    """Whether a run of code still starts and ends with old letters, so its delimiters can stay."""
    first, last = slots[places[0]].origin, slots[places[-1]].origin
    text = "".join(slots[at].letter.text for at in places)
    return bool(first and last) and "`" not in text and text == text.strip()


def _is_new(slot: TargetLetter) -> bool:
    return slot.origin is None or slot.origin.letter != slot.letter


def _delimiters(before: Sequence[Mark], after: Sequence[Mark]) -> list[str]:
    """Return the delimiters that close the marks that end and open the marks that start."""
    same = 0
    while same < min(len(before), len(after)) and before[same] is after[same]:
        same += 1
    ends = [mark.close for mark in reversed(before[same:])]
    return ends + [mark.open for mark in after[same:]]


# -- marks -----------------------------------------------------------------------------------------


def _marks(slots: Sequence[TargetLetter], style: InlineStyle) -> list[list[Mark]]:
    """Return the mark occurrences of each letter: its own, or compatible ones of its neighbours."""
    done: list[list[Mark] | None] = [
        list(slot.origin.marks)
        if slot.origin and slot.origin.letter.marks == slot.letter.marks
        else None
        for slot in slots
    ]
    for at, slot in enumerate(slots):
        if done[at] is not None:
            continue
        near = [
            mark
            for mark in (slot.origin.marks if slot.origin else ())
            if not style.flat or mark.shown.type == "link"
        ]
        if at and _may_share(slots[at - 1].letter, slot.letter, style):
            near += done[at - 1] or []
        right = _next_known(slots, done, at, style)
        near += done[right] or [] if right is not None else []
        done[at] = [_with_value(near, shown) or _new_mark(shown, style) for shown in _ordered(slot)]
    return [marks or [] for marks in done]


def _next_known(
    slots: Sequence[TargetLetter], done: Sequence[object], at: int, style: InlineStyle
) -> int | None:
    """Return the next letter with known marks, if one mark can span all letters up to it."""
    for place in range(at + 1, len(slots)):
        if not _may_share(slots[place].letter, slots[at].letter, style):
            return None
        if done[place] is not None:
            return place
    return None


def _ordered(slot: TargetLetter) -> list[MarkValue]:
    return sorted(slot.letter.marks, key=lambda shown: _ORDER.index(shown.type))


def _may_share(one: Letter, other: Letter, style: InlineStyle) -> bool:
    """Whether one occurrence of a mark can span two neighbouring letters."""
    return one.marks == other.marks if style.flat else bool(one.marks & other.marks)


def _with_value(near: Sequence[Mark], shown: MarkValue) -> Mark | None:
    return next((mark for mark in near if mark.shown == shown), None)


def _new_mark(shown: MarkValue, style: InlineStyle) -> Mark:
    match shown.type:
        case "link":
            attributes = dict(shown.attributes)
            title = _title(attributes.get("title", ""))
            return Mark(shown, "[", f"]({_address(attributes.get('href', ''))}{title})")
        case "code":
            return Mark(shown, "`", "`")
        case _:
            sign = {"strong": style.strong, "em": style.em, "strike": "~~"}[shown.type]
            return Mark(shown, sign, sign)


def _nested(
    slots: Sequence[TargetLetter], marks: list[list[Mark]], style: InlineStyle
) -> list[tuple[Mark, ...]]:
    """Order the marks of each letter, the outermost first; longer marks are outside."""
    reach: list[dict[Mark, int]] = [{} for _ in slots]
    for mark in {mark for each in marks for mark in each}:
        for has, run in groupby(range(len(slots)), lambda at, m=mark: m in marks[at]):  # type: ignore[misc]
            places = list(run)
            if has:
                for at in places:
                    reach[at][mark] = len(places)

    depth = {
        mark: level
        for slot in slots
        for level, mark in enumerate(slot.origin.marks if slot.origin else ())
    }

    def rank(at: int, mark: Mark) -> tuple[bool, bool, int, int]:
        kind = mark.shown.type
        inside = (style.flat and kind != "link") or (style.split_links and kind == "link")
        return kind == "code", inside, -reach[at][mark], depth.get(mark, len(_ORDER))

    return [
        tuple(sorted(each, key=lambda mark, at=at: rank(at, mark)))  # type: ignore[misc]
        for at, each in enumerate(marks)
    ]


def _code_mark(old: Mark, text: str) -> Mark:
    """Choose a run of backticks that the text does not contain, padded with a space if required."""
    runs = {len(run) for run in re.findall("`+", text)}
    count = len(old.open.strip()) or 1
    while count in runs:
        count += 1
    bare = text.strip(" ")
    room = " " if bare[:1] == "`" or bare[-1:] == "`" else ""
    if bare and text[0] == text[-1] == " ":
        room = " "
    return Mark(old.shown, "`" * count + room, room + "`" * count)


# -- letters ---------------------------------------------------------------------------------------


def _source(
    slots: Sequence[TargetLetter],
    at: int,
    style: InlineStyle,
    place: WritePosition,
    escaped: Collection[int],
) -> str:
    """Return the source of one letter."""
    slot = slots[at]
    letter, origin = slot.letter, slot.origin
    if letter.atom:
        is_break = letter.atom.type == LINE_BREAK
        is_old = origin is not None and origin.letter.atom == letter.atom
        if origin and is_old and not (is_break and place.moved):
            return origin.source
        return _atom_source(letter.atom, style, place)
    if MarkValue("code") in letter.marks:
        is_kept = origin is not None and origin.soft and not place.moved and not place.one_line
        return origin.source if origin and is_kept else letter.text
    if letter.text in {" ", "\t"} and _at_edge(slots, at):
        kept = origin.source if origin else ""
        return kept if kept.startswith("&") else f"&#x{ord(letter.text):X};"
    if slot.number in escaped:
        return escape(letter.text)
    return _letter_source(letter, origin, style, place)


def _letter_source(
    letter: Letter, origin: PlacedLetter | None, style: InlineStyle, place: WritePosition
) -> str:
    """Return the source of a letter that needs no new escape."""
    if origin is None or origin.source == "" or _is_code(origin):
        return letter.text
    if not origin.soft:
        return origin.source
    if place.one_line:
        return " "
    return style.eol + place.prefix if place.moved else origin.source


def _is_code(origin: PlacedLetter) -> bool:
    return MarkValue("code") in origin.letter.marks


def _at_edge(slots: Sequence[TargetLetter], at: int) -> bool:
    """Whether Markdown would trim white space here: at the edges of the text and of its lines."""
    before, after = at - 1, at + 1
    if before < 0 or after >= len(slots):
        return True
    return _ends_line(slots[before]) or _ends_line(slots[after])


def _ends_line(slot: TargetLetter) -> bool:
    is_break = slot.letter.atom is not None and slot.letter.atom.type == LINE_BREAK
    return is_break or bool(slot.origin and slot.origin.soft)


def escape(letter: str) -> str:
    """Escape a letter, so that it is read literally."""
    return f"\\{letter}" if letter in PUNCTUATION else f"&#x{ord(letter):X};"


def _atom_source(atom: Atom, style: InlineStyle, place: WritePosition) -> str:
    attributes = dict(atom.attributes)
    match atom.type:
        case "image":
            address, title = _address(attributes["src"]), _title(attributes.get("title", ""))
            return f"![{attributes.get('alt', '')}]({address}{title})"
        case "hard_break":
            return f"\\{style.eol}{place.prefix}"
        case _:
            return attributes.get("source", "")


def _address(address: str) -> str:
    if address and not re.search(r"[\s<>\\\x00-\x1f]", address) and _is_balanced(address):
        return address
    if not address or "\n" in address:
        return address.replace("\n", "%0A")
    return "<" + re.sub(r"[<>\\]", lambda match: f"\\{match[0]}", address) + ">"


def _is_balanced(address: str) -> bool:
    depth = 0
    for sign in address:
        depth += {"(": 1, ")": -1}.get(sign, 0)
        if depth < 0:
            return False
    return depth == 0


def _title(title: str) -> str:
    if not title:
        return ""
    text = re.sub(r'["\\]', lambda match: f"\\{match[0]}", title)
    return f' "{text}"'
