"""Finds a date in a text and replaces it; the rest of the text stays unchanged."""

from __future__ import annotations

import re
from datetime import date

_FORMS = (
    re.compile(r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})"),
    re.compile(r"(?P<y>\d{4})/(?P<m>\d{1,2})/(?P<d>\d{1,2})"),
    re.compile(r"(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>\d{4})"),
    re.compile(r"(?P<m>\d{1,2})/(?P<d>\d{1,2})/(?P<y>\d{4})"),
)
"""Year first, as in YAML; then day first with dots, and month first with slashes."""

_REST = re.compile(r"(?:[T ]+[\d:.,]+ *(?:Z|[+-]\d{1,2}(?::?\d{2})?)?)?\s*$", re.IGNORECASE)


def read_date(text: str) -> date | None:
    """Parse the date of a text, with or without a time after it; None if it is no date."""
    match = _match(text)
    return None if match is None else _day(match)


def with_date(text: str, day: date) -> str:
    """Replace the date of a text; returns an ISO date if the text contains none.

    Month and day keep their number of digits.
    """
    match = _match(text)
    if match is None or _day(match) is None:
        return day.isoformat()
    values = {"y": f"{day.year:04d}", "m": str(day.month), "d": str(day.day)}
    padded = len(match["m"]) == 2 and len(match["d"]) == 2
    if padded:
        values |= {name: values[name].zfill(2) for name in ("m", "d")}
    written = match.group()
    for name in sorted("ymd", key=match.start, reverse=True):
        start, end = match.start(name) - match.start(), match.end(name) - match.start()
        written = written[:start] + values[name] + written[end:]
    return text[: match.start()] + written + text[match.end() :]


def _match(text: str) -> re.Match[str] | None:
    start = len(text) - len(text.lstrip())
    for form in _FORMS:
        match = form.match(text, start)
        if match and _REST.match(text, match.end()):
            return match
    return None


def _day(match: re.Match[str]) -> date | None:
    try:
        return date(int(match["y"]), int(match["m"]), int(match["d"]))
    except ValueError:
        return None
