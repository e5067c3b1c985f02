"""Change a text that was folded by hand without refolding all of it.

A folded text is written in paragraphs: adjacent lines that a YAML reader joins with spaces.
Existing line breaks are kept, except in the lines whose words change; only these are folded, at the
width of the others.
"""

from __future__ import annotations

from dataclasses import dataclass

from designer.document.writing.scalar_writer import fold_line

_MIN_WIDTH = 40
_NO_LIMIT = 1 << 30


@dataclass(frozen=True)
class Paragraph:
    """One line of a text's value, and the source lines that it is written in."""

    value: str
    lines: tuple[str, ...]


def paragraphs(lines: list[str], *, indented: bool) -> tuple[list[Paragraph], str]:
    """Parse folded lines.

    Args:
        lines: The lines without their common indentation.
        indented: Whether lines that begin with a space or tab are not joined, and the line breaks
            beside them are kept (as in ``>``; not between quotation marks).

    Returns:
        The non-empty paragraphs, and the value of all lines together.
    """
    found: list[Paragraph] = []
    value, blanks, alone = "", 0, False
    for line in lines:
        if not line:
            blanks += 1
            continue
        was_alone, alone = alone, indented and line[0] in " \t"
        if not found:
            value += "\n" * blanks
        elif was_alone or alone:
            value += "\n" * (blanks + 1)
        else:
            value += "\n" * blanks or " "
        if found and not (blanks or alone or was_alone):
            last = found.pop()
            found.append(Paragraph(f"{last.value} {line}", (*last.lines, line)))
        else:
            found.append(Paragraph(line, (line,)))
        value, blanks = value + line, 0
    return found, value


def refolded(old: list[Paragraph], new: str, width: int, *, indented: bool) -> list[str]:
    """Return the lines of a new value, with as many of the old lines as possible.

    Args:
        old: The old paragraphs.
        new: The new value, without line breaks at its end.
        width: The fold width.
        indented: As in ``paragraphs``.
    """
    values = new.split("\n")
    written = dict(_paragraph_lines([value for value in values if value], old, width))
    lines: list[str] = []
    above: str | None = None  # the previous non-empty line of the value
    for value in values:
        if not value:
            lines.append("")
            continue
        alone = indented and (value[0] in " \t" or (above is not None and above[0] in " \t"))
        if above is not None and not alone:
            lines.append("")
        lines += written[value]
        above = value
    return lines


def _paragraph_lines(
    values: list[str], old: list[Paragraph], width: int
) -> list[tuple[str, tuple[str, ...]]]:
    """Return every new paragraph with its lines: unchanged, partly changed or newly folded."""
    start = 0
    while start < min(len(values), len(old)) and values[start] == old[start].value:
        start += 1
    at_end = 0
    shorter = min(len(values), len(old)) - start
    while at_end < shorter and values[-1 - at_end] == old[-1 - at_end].value:
        at_end += 1
    before, changed = old[start : len(old) - at_end], values[start : len(values) - at_end]
    result = [(paragraph.value, paragraph.lines) for paragraph in old]
    for place, value in enumerate(changed):
        lines = before[place].lines if len(before) == len(changed) else ()
        result.append((value, _changed_lines(lines, value, width)))
    return result


def _changed_lines(lines: tuple[str, ...], value: str, width: int) -> tuple[str, ...]:
    """Return the lines of a changed paragraph; the lines before and after the change stay."""
    first = 0
    while first < len(lines) and value.startswith(" ".join(lines[: first + 1]) + " "):
        first += 1
    last = len(lines)
    head = " ".join(lines[:first]) + " " if first else ""
    while last > first and _ends_with_tail(value, head, " " + " ".join(lines[last - 1 :])):
        last -= 1
    tail = " " + " ".join(lines[last:]) if last < len(lines) else ""
    middle = value[len(head) : len(value) - len(tail)]
    above = list(lines[:first])
    if first:  # no line may begin with a space
        above[-1] += " " * (len(middle) - len(middle.lstrip(" ")))
        middle = middle.lstrip(" ")
    new = fold_line(middle, width).split("\n") if middle else []
    return (*above, *new, *lines[last:])


def _ends_with_tail(value: str, head: str, tail: str) -> bool:
    return len(head) + len(tail) < len(value) and value.endswith(tail)


def observed_width(old: list[Paragraph], default: int) -> int:
    """Return the fold width: the longest line, but a minimum; a default of -1 means no limit."""
    if not old:
        return default if default > 0 else _NO_LIMIT
    return max(_MIN_WIDTH, *(len(line) for paragraph in old for line in paragraph.lines))
