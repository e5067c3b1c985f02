"""Finds problems of a slot; each has an optional fix."""

from __future__ import annotations

import math
import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

from designer.tailwind.breakpoints import with_variant
from designer.tailwind.class_list import LEFTOVERS, remove, replace_word, with_words, words
from designer.tailwind.css_values import color, resolve
from designer.tailwind.jit_index import index_of
from designer.tailwind.properties import COLORS, PROPERTIES
from designer.tailwind.property_choices import choices, css_color
from designer.tailwind.sheet import Sheet
from designer.tailwind.utility_effects import Effect, UtilityEffects, without_important
from designer.tailwind.utility_index import UtilityIndex

_VARIABLE = re.compile(r"var\(--(?!tw-)")
_MARKERS = re.compile(r"(group|peer)(/\S+)?")  # markers for other classes, without rules


@dataclass(frozen=True)
class SlotFinding:
    """A problem of one word of a slot.

    Attributes:
        kind: ``word`` (left over from a template), ``unknown``, ``repeated``, ``overridden`` or
            ``color`` (outside the theme).
        index: The index of the word.
        message: A sentence for the user.
        fixed: The slot after the suggested fix, or None.
    """

    kind: str
    index: int
    message: str
    fixed: str | None


def findings(slot: str, sheet: Sheet, known: Container[str] = ()) -> list[SlotFinding]:
    """Return the problems of a slot in word order, at most one for each word.

    Args:
        slot: The slot.
        sheet: The site's Tailwind.
        known: Classes that the site defines elsewhere.
    """
    index = index_of(sheet)
    names = words(slot)
    found = []
    for place, name in enumerate(names):
        kinds = (
            _leftover(slot, place, name, index),
            _unknown(slot, place, name, index, known),
            _repeated(slot, place, names),
            _overridden(slot, place, names, index),
            _color(slot, place, name, sheet),
        )
        found += [finding for finding in kinds if finding is not None][:1]
    return found


def sorted_slot(slot: str, sheet: Sheet) -> str:
    """Sort the words of a slot in source order, unknown ones first; white space is unchanged."""
    return with_words(slot, sorted(words(slot), key=index_of(sheet).number))


def _leftover(slot: str, place: int, name: str, index: UtilityIndex) -> SlotFinding | None:
    if name not in LEFTOVERS or index.is_known(name):
        return None
    message = f"“{name}” is left over from an empty choice and does nothing."
    return SlotFinding("word", place, message, remove(slot, place))


def _unknown(
    slot: str, place: int, name: str, index: UtilityIndex, known: Container[str]
) -> SlotFinding | None:
    if index.is_known(name) or index.may_exist(name) or name in known or _MARKERS.fullmatch(name):
        return None
    message = f"The site's Tailwind does not know “{name}”."
    return SlotFinding("unknown", place, message, remove(slot, place))


def _repeated(slot: str, place: int, names: Sequence[str]) -> SlotFinding | None:
    if names[place] not in names[:place]:
        return None
    message = f"“{names[place]}” is here already; once is enough."
    return SlotFinding("repeated", place, message, remove(slot, place))


def _overridden(
    slot: str, place: int, names: Sequence[str], index: UtilityIndex
) -> SlotFinding | None:
    effects = index.effects(names[place])
    if not effects.is_plain or effects.is_guess or not effects.claims:
        return None
    others = [(name, index.effects(name)) for name in dict.fromkeys(names) if name != names[place]]
    stronger = [next(_stronger(claim, others, index), None) for claim in effects.claims]
    winning = dict.fromkeys(each for each in stronger if each is not None)
    if None in stronger:
        return None
    winners = " and ".join(f"“{name}”" for name in winning)
    message = f"“{names[place]}” has no effect beside {winners}."
    return SlotFinding("overridden", place, message, remove(slot, place))


def _stronger(
    claim: Effect, others: Sequence[tuple[str, UtilityEffects]], index: UtilityIndex
) -> Iterator[str]:
    """Yield the words that always override an effect."""
    by_name = {each.name: each for each in index.breakpoints}
    for name, effects in others:
        for other in effects.claims if not effects.is_guess else ():
            is_same = other.longhand == claim.longhand and other.rank > claim.rank
            if is_same and by_name[other.breakpoint_name].covers(by_name[claim.breakpoint_name]):
                yield name


def _color(slot: str, place: int, name: str, sheet: Sheet) -> SlotFinding | None:
    """Report a colour in brackets outside the theme, and suggest the nearest theme colour."""
    index = index_of(sheet)
    effects = index.effects(name)
    marks = [mark for mark in effects.core or () if mark[0] in COLORS]
    if "[" not in name or len(marks) != 1:
        return None
    ((prop, breakpoint_name),) = marks
    value = without_important(effects.values(breakpoint_name)[min(PROPERTIES[prop].longhands)])
    if _VARIABLE.search(value) and any(step in value for step in index.theme_scale(prop).values()):
        return None
    message = f"The colour of “{name}” is none of the site's theme."
    nearest = _nearest(css_color(resolve(value, index.variables)), prop, sheet)
    if nearest is None:
        return SlotFinding("color", place, message, None)
    message = f"The colour of “{name}” is none of the site's theme; the nearest is “{nearest}”."
    return SlotFinding(
        "color", place, message, replace_word(slot, place, with_variant(nearest, breakpoint_name))
    )


def _nearest(wanted: str | None, prop: str, sheet: Sheet) -> str | None:
    """Return the utility with the most similar colour."""
    aim = color(wanted or "")
    if aim is None:
        return None
    found = [
        (math.dist(aim, shade), choice.utility)
        for choice in choices(sheet, prop)
        if (shade := color(choice.color or "")) is not None
    ]
    return min(found)[1] if found else None
