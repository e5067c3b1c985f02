"""Classes that a person may mean while typing."""

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
_MOST_DECLARED = 3


@dataclass(frozen=True)
class Completion:
    """A word that may be meant.

    Attributes:
        word: The word; one that ends with a colon is a variant, after which a class follows.
        css: What it declares, in short.
        color: The colour that it gives, None for none.
    """

    word: str
    css: str = ""
    color: str | None = None


def completions(
    typed: str,
    sheet: Sheet,
    used: Mapping[str, int] = _UNUSED,
    variables: Mapping[str, str] = _NONE,
    most: int = 100,
) -> list[Completion]:
    """The words that fit what is typed: begin so, hold it, or have its letters in this order.

    Of each kind those come first that the site uses most, then the shorter ones.

    Args:
        typed: What is typed; up to its last colon it is kept as a variant.
        sheet: The site's Tailwind.
        used: How often the site's pages have a word.
        variables: CSS variables of the page, for colours.
        most: How many there are at most.
    """
    start, colon, wanted = typed.rpartition(":")
    start += colon
    ranked = []
    for name in {*_names(sheet), *_variants(sheet)}:
        fit = _fit(wanted, name)
        if fit is not None and _is_word(start + name, start, sheet):
            often = used.get(start + name, 0) or used.get(name, 0) / 1000
            ranked.append((fit, -often, len(name), name))
    found = [start + name for *_, name in sorted(ranked)[:most]]
    values, shades = _offered(sheet, variables)
    return [_completion(word, sheet, variables, values, shades) for word in found]


def _fit(typed: str, name: str) -> int | None:
    """How well a name fits: 0 best, None for not at all."""
    if name.startswith(typed):
        return 0
    if typed in name:
        return 1
    letters = iter(name)
    return 2 if all(letter in letters for letter in typed) else None


def _names(sheet: Sheet) -> Iterator[str]:
    """The names without a variant: those of the sheet, and those that controls offer besides."""
    yield from (name for name in sheet.classes if ":" not in name)
    for prop in PROPERTIES:
        yield from (choice.utility for choice in choices(sheet, prop))


def _variants(sheet: Sheet) -> set[str]:
    """Variants with one colon: the screens, and those of the classes that the sheet has."""
    known = {f"{name.partition(':')[0]}:" for name in sheet.classes if ":" in name}
    return known | {f"{point.name}:" for point in breakpoints(sheet) if point.name}


def _is_word(word: str, start: str, sheet: Sheet) -> bool:
    """Whether there is such a word; a sheet that was built whole knows all of them."""
    if word.endswith(":"):
        return not start  # one variant before a class is enough to be offered
    return not start or word in sheet.classes or sheet.asked is not None


def _offered(
    sheet: Sheet, variables: Mapping[str, str]
) -> tuple[dict[str, str], dict[str, str | None]]:
    """Of the utilities that controls offer: what they declare, and the colour that they give."""
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
    css = "; ".join(plain[:_MOST_DECLARED]) or values.get(name, "")
    return Completion(word, resolve(css, variables), shades.get(name))
