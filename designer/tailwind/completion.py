"""Completion of classes while the user types."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from designer.tailwind.breakpoints import breakpoints
from designer.tailwind.css_values import resolve
from designer.tailwind.properties import COLORS, PROPERTIES
from designer.tailwind.property_choices import choices
from designer.tailwind.sheet import Sheet

_NONE: Final[Mapping[str, str]] = MappingProxyType({})
_UNUSED: Final[Mapping[str, int]] = MappingProxyType({})
_MAX_DECLARATIONS = 3


@dataclass(frozen=True)
class Completion:
    """A suggested word.

    Attributes:
        word: The word; a word that ends with a colon is a variant, to be followed by a class.
        css: Its first declarations.
        color: Its colour, or None.
    """

    word: str
    css: str = ""
    color: str | None = None


def completions(
    typed: str,
    sheet: Sheet,
    frequencies: Mapping[str, int] = _UNUSED,
    variables: Mapping[str, str] = _NONE,
    limit: int = 100,
) -> list[Completion]:
    """Return the words that match the typed text as a prefix, a substring or a subsequence.

    Each group is ordered by frequency on the site, then by length.

    Args:
        typed: The typed text; the part up to its last colon is kept as a variant.
        sheet: The site's Tailwind.
        frequencies: How often each word occurs on the site's pages.
        variables: CSS variables of the page, for colours.
        limit: The maximum number of words.
    """
    start, colon, wanted = typed.rpartition(":")
    start += colon
    ranked = []
    for name in {*_names(sheet), *_variants(sheet)}:
        fit = _fit(wanted, name)
        if fit is not None and _is_word(start + name, start, sheet):
            frequency = frequencies.get(start + name, 0) or frequencies.get(name, 0) / 1000
            ranked.append((fit, -frequency, len(name), name))
    found = [start + name for *_, name in sorted(ranked)[:limit]]
    values, shades = _choice_details(sheet, variables)
    return [_completion(word, sheet, variables, values, shades) for word in found]


def _fit(typed: str, name: str) -> int | None:
    """Return the quality of a match: 0 is best, None is no match."""
    if name.startswith(typed):
        return 0
    if typed in name:
        return 1
    letters = iter(name)
    return 2 if all(letter in letters for letter in typed) else None


def _names(sheet: Sheet) -> Iterator[str]:
    """Yield the names without a variant: those of the sheet, and further choices of controls."""
    yield from (name for name in sheet.classes if ":" not in name)
    for prop in PROPERTIES:
        yield from (choice.utility for choice in choices(sheet, prop))


def _variants(sheet: Sheet) -> set[str]:
    """Return single variants with their colon: breakpoints, and variants in the sheet."""
    known = {f"{name.partition(':')[0]}:" for name in sheet.classes if ":" in name}
    return known | {f"{point.name}:" for point in breakpoints(sheet) if point.name}


def _is_word(word: str, start: str, sheet: Sheet) -> bool:
    """Whether a word exists; a complete sheet contains all words."""
    if word.endswith(":"):
        return not start  # suggest a single variant only
    return not start or word in sheet.classes or sheet.requested is not None


def _choice_details(
    sheet: Sheet, variables: Mapping[str, str]
) -> tuple[dict[str, str], dict[str, str | None]]:
    """Return the declarations and the colours of the utilities that controls offer."""
    values, shades = {}, {}
    for prop in PROPERTIES:
        for choice in choices(sheet, prop, variables):
            values[choice.utility] = f"{prop}: {choice.value}"
            if prop in COLORS:
                shades[choice.utility] = choice.color
    return values, shades


def _completion(
    word: str,
    sheet: Sheet,
    variables: Mapping[str, str],
    values: Mapping[str, str],
    shades: Mapping[str, str | None],
) -> Completion:
    name = word.rpartition(":")[2]
    declared = [each for each in sheet.declares(name) if not each.context] if name else []
    plain = [f"{d.property}: {d.value}" for d in declared if not d.property.startswith("--")]
    css = "; ".join(plain[:_MAX_DECLARATIONS]) or values.get(name, "")
    return Completion(word, resolve(css, variables), shades.get(name))
