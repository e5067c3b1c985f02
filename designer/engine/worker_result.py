"""Validate a worker's answer: a sheet, or an error.

Answers are untrusted, since foreign code runs in the worker.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence, Set

from designer.errors import EngineError
from designer.tailwind.sheet import Sheet
from designer.tailwind.style_gaps import StyleGap

MAX_ANSWER = 50_000_000
"""Maximum length of an answer in characters; longer answers are truncated."""

_MAX_GAPS = 100
_MAX_GAP_TEXT = 5000  # characters
_WEB_PREFIXES = ("https://", "http://", "//")


def read_answer(answer: str, asked: Set[str]) -> Sheet:
    """Parse and validate the sheet in an answer.

    Args:
        answer: The answer of the worker.
        asked: The requested classes.

    Raises:
        EngineError: The answer reports an error in the site's sources, or is invalid.
    """
    kind, _, rest = answer.partition(" ") if len(answer) < MAX_ANSWER else ("", "", "")
    try:
        if kind == "sheet":
            found = validated(Sheet.from_json(rest))
            if not found.not_requested(asked):
                return found
        if kind == "error":
            raise _reason(json.loads(rest))
    except (ValueError, RecursionError):  # invalid JSON, or nested deeper than a sheet
        pass
    raise EngineError("The site's Tailwind gave no styles.")


def _reason(error: object) -> EngineError:
    report = error if isinstance(error, dict) else {}
    message = str(report.get("message", "")).strip().rstrip(".")[:500] or "it gave no reason"
    file, line = report.get("file"), report.get("line")
    file = file if isinstance(file, str) else None
    line = line if type(line) is int and line > 0 else None
    places = ([file] if file else []) + ([f"line {line}"] if line else [])
    place = f"{', '.join(places)}: " if places else ""
    start = "The site's Tailwind cannot be used: "
    return EngineError(f"{start}{place}{message}.", file, line, f"{start}{message}.")


def validated(found: Sheet) -> Sheet:
    """Return the sheet if all its parts have valid types and ranges.

    Raises:
        EngineError: The sheet is invalid.
    """
    units: Sequence[object] = found.units
    numbers: list[object] = [*found.always]
    numbers.extend(number for each in found.classes.values() for number in each)
    known = range(len(units))
    own: object = found.own
    if (
        _are_texts([found.engine, *units, *found.imports, *(found.requested or ())])
        and all(address.startswith(_WEB_PREFIXES) for address in found.imports)
        and all(type(number) is int and number in known for number in numbers)
        and type(found.site_at) is int
        and found.site_at in range(len(units) + 1)
        and isinstance(own, bool)
        and len(found.gaps) <= _MAX_GAPS
        and all(map(_is_gap, found.gaps))
        and _is_theme(found.theme)
    ):
        return found
    raise EngineError("The compiled styles cannot be read; build them again.")


def _are_texts(values: Iterable[object]) -> bool:
    return all(isinstance(value, str) for value in values)


def _is_gap(gap: StyleGap) -> bool:
    texts: tuple[object, ...] = (gap.package, gap.file, gap.message)
    line: object = gap.line
    is_text = all(
        text is None or (isinstance(text, str) and len(text) <= _MAX_GAP_TEXT) for text in texts
    )
    return is_text and (line is None or (type(line) is int and line > 0))


def _is_theme(theme: object) -> bool:
    """Return whether a theme is a mapping whose screens are pairs of name and limits."""
    screens = theme.get("screens", []) if isinstance(theme, dict) else None
    return isinstance(screens, list) and all(
        isinstance(screen, list)
        and len(screen) == 2
        and isinstance(screen[0], str)
        and isinstance(screen[1], dict)
        for screen in screens
    )
