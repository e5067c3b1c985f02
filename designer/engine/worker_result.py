"""What an engine's worker answered: a sheet, or why there is none.

Answers come from a place where foreign code has run, so nothing about them is certain.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence, Set

from designer.engine.sandbox_worker import LARGEST
from designer.errors import EngineError
from designer.tailwind.sheet import Sheet

_ON_THE_WEB = ("https://", "http://", "//")


def read_answer(words: str, asked: Set[str]) -> Sheet:
    """The sheet in an answer.

    Args:
        words: What the worker said.
        asked: The classes that it was asked for.

    Raises:
        EngineError: The answer says what is wrong with the site's sources, or is no answer.
    """
    kind, _, rest = words.partition(" ") if len(words) < LARGEST else ("", "", "")
    try:
        if kind == "sheet":
            found = checked(Sheet.from_json(rest))
            if not found.not_requested(asked):
                return found
        if kind == "error":
            raise _reason(json.loads(rest))
    except (ValueError, RecursionError):  # no JSON, or nested deeper than any sheet is
        pass
    raise EngineError("The site's Tailwind gave no styles.")


def _reason(error: object) -> EngineError:
    said = error if isinstance(error, dict) else {}
    message = str(said.get("message", "")).strip().rstrip(".")[:500] or "it gave no reason"
    file, line = said.get("file"), said.get("line")
    file = file if isinstance(file, str) else None
    line = line if type(line) is int and line > 0 else None
    places = ([file] if file else []) + ([f"line {line}"] if line else [])
    place = f"{', '.join(places)}: " if places else ""
    start = "The site's Tailwind cannot be used: "
    return EngineError(f"{start}{place}{message}.", file, line, f"{start}{message}.")


def checked(found: Sheet) -> Sheet:
    """The sheet, if its parts are what they have to be.

    Raises:
        EngineError: They are not.
    """
    units: Sequence[object] = found.units
    numbers: list[object] = [*found.always]
    numbers.extend(number for each in found.classes.values() for number in each)
    known = range(len(units))
    own: object = found.own
    if (
        _are_texts([found.engine, *units, *found.imports, *(found.requested or ())])
        and all(address.startswith(_ON_THE_WEB) for address in found.imports)
        and all(type(number) is int and number in known for number in numbers)
        and type(found.site_at) is int
        and found.site_at in range(len(units) + 1)
        and isinstance(own, bool)
        and _is_theme(found.theme)
    ):
        return found
    raise EngineError("The compiled styles cannot be read; build them again.")


def _are_texts(values: Iterable[object]) -> bool:
    return all(isinstance(value, str) for value in values)


def _is_theme(theme: object) -> bool:
    """Whether a theme is a mapping whose screens are pairs of a name and their limits."""
    screens = theme.get("screens", []) if isinstance(theme, dict) else None
    return isinstance(screens, list) and all(
        isinstance(screen, list)
        and len(screen) == 2
        and isinstance(screen[0], str)
        and isinstance(screen[1], dict)
        for screen in screens
    )
