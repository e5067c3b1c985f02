"""The choices of a control: the utilities of a property with their evaluated values."""

from __future__ import annotations

import re
import weakref
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from designer.tailwind import theme_scales
from designer.tailwind.css_values import color, hexadecimal, pixels, resolve
from designer.tailwind.jit_index import index_of
from designer.tailwind.properties import COLORS
from designer.tailwind.sheet import Sheet
from designer.tailwind.utility_index import UtilityIndex

_NO_LENGTHS: Final = COLORS | {"opacity", "order", "font-weight", "box-shadow"}
_POSITION = re.compile(r"\s+var\(--tw-gradient-[\w-]+\)$")
_DEPENDS_ON_ELEMENT = re.compile(r"currentcolor|inherit|initial|unset|.*var\(.*", re.IGNORECASE)


@dataclass(frozen=True)
class Choice:
    """One utility that a control offers.

    Attributes:
        utility: The utility without a variant.
        value: Its declared value, as written.
        pixels: Its absolute length; None for percentages and other values.
        color: Its colour in CSS, as ``#rrggbb`` or ``#rrggbbaa`` where it can be computed; None for
            no colour, and for a colour that depends on the element.
        name: The step of the scale: ``4``, ``primary``, ``3xl``, ``DEFAULT``; the utility itself
            if the utilities have no common prefix.
    """

    utility: str
    value: str
    pixels: float | None
    color: str | None
    name: str


_NONE: Final[Mapping[str, str]] = MappingProxyType({})
_cache: weakref.WeakKeyDictionary[
    UtilityIndex, dict[str, tuple[dict[str, str], tuple[Choice, ...]]]
] = weakref.WeakKeyDictionary()


def choices(sheet: Sheet, prop: str, variables: Mapping[str, str] = _NONE) -> tuple[Choice, ...]:
    """Return the utilities without a variant that set only this property.

    Lengths come first in ascending order, then the others in the order of the theme's scale. If a
    build contains only the requested classes, the scales of the theme complete the choices.

    Args:
        sheet: The site's Tailwind.
        prop: A name of ``PROPERTIES``.
        variables: CSS variables of the page, for evaluating values.

    Raises:
        EngineError: The program runs from a checkout that was not built.
    """
    index = index_of(sheet)
    of_sheet = _cache.setdefault(index, {})
    known = of_sheet.get(prop)
    if known is None or known[0] != variables:
        known = dict(variables), _choices(index, prop, {**index.variables, **variables})
        of_sheet[prop] = known
    return known[1]


def _choices(index: UtilityIndex, prop: str, variables: Mapping[str, str]) -> tuple[Choice, ...]:
    start = index.common_prefix(prop)
    places = {step: place for place, step in enumerate(index.theme_scale(prop))}
    found = [
        _choice(name, value, prop, theme_scales.step_of(name, start), variables)
        for name, value in index.utilities(prop).items()
    ]

    def order(choice: Choice) -> tuple[bool, float, int]:
        place = places.get(choice.name, len(places))
        return choice.pixels is None, choice.pixels or 0, place

    return tuple(sorted(found, key=order))


def _choice(utility: str, value: str, prop: str, name: str, variables: Mapping[str, str]) -> Choice:
    resolved = resolve(value, variables)
    length = None if prop in _NO_LENGTHS else pixels(resolved)
    shade = css_color(resolved) if prop in COLORS else None
    return Choice(utility, value, length, shade, name)


def css_color(resolved: str) -> str | None:
    """Return the colour of a resolved value; None if it depends on the element."""
    resolved = _POSITION.sub("", resolved)
    if (counted := color(resolved)) is not None:
        return hexadecimal(counted)
    return None if not resolved or _DEPENDS_ON_ELEMENT.fullmatch(resolved) else resolved
