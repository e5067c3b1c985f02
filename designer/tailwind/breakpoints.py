"""The breakpoints of a site: names, width limits, and which of them apply together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from designer.tailwind.sheet import Sheet

_PIXELS = {"px": 1, "rem": 16, "em": 16}
_LENGTH = r"([\d.]+)(px|rem|em)"
_LIMITS = (
    (re.compile(rf"\(min-width:\s*{_LENGTH}\)|\(width\s*>=\s*{_LENGTH}\)"), "min"),
    (re.compile(rf"\(max-width:\s*{_LENGTH}\)|\(width\s*<=\s*{_LENGTH}\)"), "max"),
)
_PREFIX = r"[a-z]+:"  # the prefix of Tailwind 4, which precedes all variants


@dataclass(frozen=True)
class Breakpoint:
    """A breakpoint of the site's Tailwind.

    Attributes:
        name: The name of its variant; ``""`` for all sizes.
        min: The minimum window width in pixels, or None.
        max: The maximum window width in pixels, or None.
    """

    name: str
    min: float | None
    max: float | None

    def contains(self, width: float) -> bool:
        """Whether the breakpoint applies to a window of this width."""
        return (self.min is None or self.min <= width) and (self.max is None or width <= self.max)

    def covers(self, other: Breakpoint) -> bool:
        """Whether the breakpoint applies wherever the other one does."""
        above = self.min is None or (other.min is not None and self.min <= other.min)
        return above and (self.max is None or (other.max is not None and other.max <= self.max))


ALL = Breakpoint("", None, None)


def breakpoints(sheet: Sheet) -> tuple[Breakpoint, ...]:
    """Return all sizes, then the site's breakpoints in order of increasing precedence.

    A screen of the theme with more than one range of widths is omitted.
    """
    return from_screens(sheet.theme.get("screens", ()))


def from_screens(screens: Iterable[Sequence[object]]) -> tuple[Breakpoint, ...]:
    """Return the breakpoints for the ``screens`` of a theme."""
    found = [ALL]
    for name, limits in screens:
        if isinstance(name, str) and isinstance(limits, dict) and "raw" not in limits:
            found.append(Breakpoint(name, limits.get("min"), limits.get("max")))
    return tuple(found)


def window_width(known: Sequence[Breakpoint], breakpoint_name: str) -> float | None:
    """Choose a window width at a breakpoint to which as few other breakpoints as possible apply.

    Returns:
        Pixels; None for all sizes.

    Raises:
        KeyError: There is no such breakpoint.
    """
    if not breakpoint_name:
        return None
    wanted = {each.name: each for each in known}[breakpoint_name]
    edges = sorted({edge for each in known for edge in (each.min, each.max) if edge is not None})
    spans = zip([0.0, *edges], [*edges, edges[-1] + 640], strict=True)
    inside = [width for low, high in spans if wanted.contains(width := (low + high) / 2)]
    return min(inside, key=lambda width: sum(each.contains(width) for each in known))


def active_breakpoints(known: Sequence[Breakpoint], breakpoint_name: str) -> frozenset[str]:
    """Return the names of the breakpoints that apply in a window at a breakpoint, with ``""``.

    Raises:
        KeyError: There is no such breakpoint.
    """
    width = window_width(known, breakpoint_name)
    if width is None:
        return frozenset({""})
    return frozenset(each.name for each in known if each.contains(width))


def width_limits(media: str) -> tuple[float | None, float | None] | None:
    """Return minimum and maximum width of a media query; None for other conditions."""
    found: dict[str, float] = {}
    rest = media.removeprefix("@media ")
    for pattern, side in _LIMITS:
        if match := pattern.search(rest):
            number, unit = (part for part in match.groups() if part is not None)
            found[side] = float(number) * _PIXELS[unit]
            rest = rest.replace(match[0], "", 1)
    return (found.get("min"), found.get("max")) if found and rest.strip() in {"", "and"} else None


def with_variant(utility: str, breakpoint_name: str) -> str:
    """Add the variant of a breakpoint to a utility: ``sm:p-4``."""
    head = re.match(_PREFIX, utility)
    start = head.end() if head and breakpoint_name else 0
    return f"{utility[:start]}{breakpoint_name}:{utility[start:]}" if breakpoint_name else utility


def without_variant(word: str, breakpoint_name: str) -> str:
    """Remove the variant of a breakpoint from a word."""
    return (
        re.sub(rf"^({_PREFIX})?{re.escape(breakpoint_name)}:", r"\1", word)
        if breakpoint_name
        else word
    )
