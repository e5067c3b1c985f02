"""The edits of the Markdown buttons, as pure functions on a text and a selection.

An edit changes only the selection and its lines. A new list uses the bullet of the first list in
the text, for example ``*   `` or ``- ``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

_BULLET = re.compile(r"^([ \t]*)([-*+][ \t]+)(?=\S)", re.MULTILINE)
_NUMBER = re.compile(r"^([ \t]*)(\d{1,9}[.)][ \t]+)", re.MULTILINE)
_HEADING = re.compile(r"^(#{1,6})[ \t]+")
_ITEM = re.compile(r"^([ \t]*)(?:([-*+])|(\d{1,9})([.)]))([ \t]+)(.*)$")
_ADDRESS = re.compile(r"(?:https?://|mailto:|/|#)\S+|www\.\S+")
_LINK = re.compile(r"\]\([^)\n]*\)")


class TextSelection(NamedTuple):
    """A text and the selection in it."""

    text: str
    start: int
    end: int


MarkdownEdit = Callable[[str, int, int], TextSelection]


def bold(text: str, start: int, end: int) -> TextSelection:
    """Toggle bold for the selection."""
    return _wrap(text, start, end, "**")


def italic(text: str, start: int, end: int) -> TextSelection:
    """Toggle italic for the selection."""
    return _wrap(text, start, end, "*")


def link(text: str, start: int, end: int) -> TextSelection:
    """Toggle a link for the selection; the caret moves to the missing part."""
    start, end = _words(text, start, end)
    chosen = text[start:end]
    behind = _LINK.match(text, end)
    if text[start - 1 : start] == "[" and behind:
        return TextSelection(text[: start - 1] + chosen + text[behind.end() :], start - 1, end - 1)
    if _ADDRESS.fullmatch(chosen):
        return TextSelection(f"{text[:start]}[]({chosen}){text[end:]}", start + 1, start + 1)
    caret = end + 3 if chosen else start + 1
    return TextSelection(f"{text[:start]}[{chosen}](){text[end:]}", caret, caret)


def bullets(text: str, start: int, end: int) -> TextSelection:
    """Toggle a bullet list for the lines of the selection."""
    found = _BULLET.search(text)
    mark = found[2] if found else "- "
    return _lines(text, start, end, _BULLET, lambda _number: mark)


def numbers(text: str, start: int, end: int) -> TextSelection:
    """Toggle a numbered list for the lines of the selection."""
    return _lines(text, start, end, _NUMBER, lambda number: f"{number}. ")


def heading(text: str, start: int, end: int) -> TextSelection:
    """Cycle the line through second-level heading, third-level heading and plain text."""
    first = text.rfind("\n", 0, start) + 1
    match = _HEADING.match(text[first:])
    old = match.group() if match else ""
    level = len(match[1]) if match else 0
    new = {0: "## ", 1: "## ", 2: "### "}.get(level, "")
    shift = len(new) - len(old)
    place = max(first, start + shift), max(first, end + shift)
    return TextSelection(text[:first] + new + text[first + len(old) :], *place)


def new_line(text: str, start: int, end: int) -> TextSelection | None:
    """Continue a list on the next line, or end it at an empty item; None outside of lists."""
    first = text.rfind("\n", 0, start) + 1
    match = _ITEM.match(text[first:start])
    if match is None or start != end:
        return None
    indent, bullet, number, dot, gap, words = match.groups()
    if not words.strip() and text[start : start + 1] in ("", "\n"):
        return TextSelection(text[:first] + text[start:], first, first)
    mark = bullet or f"{int(number) + 1}{dot}"
    new = f"\n{indent}{mark}{gap}"
    return TextSelection(text[:start] + new + text[start:], start + len(new), start + len(new))


def _wrap(text: str, start: int, end: int, mark: str) -> TextSelection:
    start, end = _words(text, start, end)
    size = len(mark)
    if _is_marked(text, start, end, mark):
        new = text[: start - size] + text[start:end] + text[end + size :]
        return TextSelection(new, start - size, end - size)
    inside = text[start:end]
    if _is_marked(text, start + size, end - size, mark) and end - start > 2 * size:
        new = text[:start] + inside[size:-size] + text[end:]
        return TextSelection(new, start, end - 2 * size)
    return TextSelection(text[:start] + mark + inside + mark + text[end:], start + size, end + size)


def _is_marked(text: str, start: int, end: int, mark: str) -> bool:
    """Whether a span has this delimiter around it; ``***`` counts as both ``**`` and ``*``."""
    if start < len(mark) or end < start:
        return False
    before = len(text[:start]) - len(text[:start].rstrip("*"))
    after = len(text[end:]) - len(text[end:].lstrip("*"))
    around = min(before, after)
    return around >= 3 or around == len(mark)


def _words(text: str, start: int, end: int) -> tuple[int, int]:
    """Trim white space from a selection: delimiters must touch words."""
    chosen = text[start:end]
    if not chosen.strip():
        return start, end
    return start + len(chosen) - len(chosen.lstrip()), end - len(chosen) + len(chosen.rstrip())


def _lines(
    text: str, start: int, end: int, form: re.Pattern[str], mark: Callable[[int], str]
) -> TextSelection:
    """Prefix every line of the selection, or remove the prefixes if all lines have one."""
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", max(start, end - 1) if end > start else end)
    last = len(text) if last < 0 else last
    lines = text[first:last].split("\n")
    filled = [line for line in lines if line.strip()] or lines[:1]
    matches = [form.match(line) for line in filled]
    if all(matches):
        new = [form.sub(r"\1", line) for line in lines]
    else:
        new, number = [], 0
        for line in lines:
            if not line.strip() and len(lines) > 1:
                new.append(line)
                continue
            number += 1
            bare = _NUMBER.sub(r"\1", _BULLET.sub(r"\1", line))
            indent = bare[: len(bare) - len(bare.lstrip())]
            new.append(indent + mark(number) + bare.lstrip())
    body = "\n".join(new)
    shift = len(body) - (last - first)
    if start == end:
        caret = max(first, start + shift)
        return TextSelection(text[:first] + body + text[last:], caret, caret)
    return TextSelection(text[:first] + body + text[last:], first, last + shift)
