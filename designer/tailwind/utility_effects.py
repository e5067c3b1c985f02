"""The effects of a class on its element, as required by controls and findings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from designer.tailwind.breakpoints import Breakpoint, width_limits
from designer.tailwind.declarations import declarations
from designer.tailwind.properties import COMPANIONS, PROPERTIES, PROPERTY_OF, longhands

_SUPPORTS = re.compile(r"@supports \((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)")
_HEAD = re.compile(r"(@media (?:\([^()]*\)(?: and )?)+)?\s*(.*)", re.DOTALL)
_LAYER = re.compile(r"@layer ([\w-]+)\{")
_DEFAULT_VALUE = re.compile(r"var\(--tw-[\w-]+,(?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)")
_IMPORTANT = re.compile(r"\s*!\s*important$", re.IGNORECASE)


class Rank(NamedTuple):
    """The precedence of a declaration among those of one longhand; the greatest rank wins.

    Attributes:
        is_important: Whether it is ``!important``.
        is_firm: Whether it is more than a default for a missing utility, such as the line height
            of a font size in Tailwind 4.
        layer: The index of its cascade layer. A declaration outside of layers is stronger than all
            layers, and with ``!important`` weaker.
        number: The number of its unit; a fraction for a class that is not compiled yet.
        place: Its index among the declarations of the unit.
    """

    is_important: bool
    is_firm: bool
    layer: float
    number: float
    place: int


class Effect(NamedTuple):
    """One value that a class sets on its element at a breakpoint.

    Attributes:
        longhand: The CSS property or custom property.
        breakpoint_name: The name of the breakpoint.
        rank: The precedence.
        value: The value as written.
    """

    longhand: str
    breakpoint_name: str
    rank: Rank
    value: str


@dataclass(frozen=True)
class UtilityEffects:
    """The effects of a class.

    Attributes:
        claims: The values that it sets on its element, independent of state.
        is_plain: Whether it has no other effects: none for a state, on other elements, or under
            other media queries.
        is_guess: Whether the class is not compiled yet, so its rank is an estimate.
        owned: The properties of which it declares all longhands, with the breakpoint.
        core: Its main properties, without the companions of a font size; None if it has other
            effects.
        ranks: Each owned property → breakpoints and ranks.
    """

    claims: tuple[Effect, ...] = ()
    is_plain: bool = False
    is_guess: bool = False
    owned: frozenset[tuple[str, str]] = field(init=False)
    core: frozenset[tuple[str, str]] | None = field(init=False)
    ranks: Mapping[str, tuple[tuple[str, Rank], ...]] = field(init=False)

    def __post_init__(self) -> None:
        claimed: dict[tuple[str, str], dict[str, Rank]] = {}
        for longhand, breakpoint_name, rank, _ in self.claims:
            if name := PROPERTY_OF.get(longhand):
                ranks = claimed.setdefault((name, breakpoint_name), {})
                ranks[longhand] = max(rank, ranks.get(longhand, rank))
        owned = {
            key: min(ranks.values())
            for key, ranks in claimed.items()
            if len(ranks) == len(PROPERTIES[key[0]].longhands)
        }
        by_name: dict[str, tuple[tuple[str, Rank], ...]] = {}
        for (name, breakpoint_name), rank in owned.items():
            by_name[name] = (*by_name.get(name, ()), (breakpoint_name, rank))
        object.__setattr__(self, "owned", frozenset(owned))
        object.__setattr__(self, "ranks", by_name)
        object.__setattr__(self, "core", self._core())

    def _core(self) -> frozenset[tuple[str, str]] | None:
        if not self.is_plain:
            return None
        companions = {each for name, _ in self.owned for each in COMPANIONS.get(name, ())}
        for longhand, breakpoint_name, _, _ in self.claims:
            is_known = (PROPERTY_OF.get(longhand), breakpoint_name) in self.owned
            if not (is_known or longhand in companions or longhand.startswith("-")):
                return None
        return frozenset(key for key in self.owned if key[0] not in companions)

    def values(self, breakpoint_name: str) -> dict[str, str]:
        """Return longhand → value at a breakpoint, without custom properties of Tailwind."""
        return {
            longhand: value
            for longhand, place, _, value in self.claims
            if place == breakpoint_name
            and (longhand in PROPERTY_OF or not longhand.startswith("-"))
        }


NO_EFFECTS = UtilityEffects()


def without_important(value: str) -> str:
    """Return a value without ``!important``."""
    return _IMPORTANT.sub("", value)


class EffectsReader:
    """Reads the effects of classes from the units of a sheet.

    Args:
        units: The units of the sheet.
        always: Numbers of the units without a class; they define the order of the layers.
        known: The breakpoints.
    """

    def __init__(
        self, units: tuple[str, ...], always: Iterable[int], known: Iterable[Breakpoint]
    ) -> None:
        self._units = units
        self._layers = _layers(units, always)
        self._names: dict[tuple[float | None, float | None], list[str]] = {}
        for each in known:
            self._names.setdefault((each.min, each.max), []).append(each.name)
        self._contexts: dict[str, list[str] | None] = {"": [""], "&": [""]}

    def effects(self, name: str, numbers: Iterable[int]) -> UtilityEffects:
        """Return the effects of a class with these units."""
        claims: list[Effect] = []
        is_plain = True
        for number in numbers:
            unit = self._units[number]
            layer = self._layer_of(unit)
            for place, (context, prop, value) in enumerate(declarations(unit, name)):
                breakpoint_name = self._breakpoint_of(context, name)
                if breakpoint_name is None:
                    is_plain = False
                    continue
                plain = without_important(value)
                rank = _rank(plain, layer, number, place, is_important=plain != value)
                claims += [
                    Effect(each, breakpoint_name, rank, value) for each in longhands(prop, plain)
                ]
        return UtilityEffects(tuple(claims), is_plain=is_plain)

    @property
    def layer(self) -> float:
        """The index of the layer of utilities."""
        return self._layers.get("utilities", len(self._layers))

    def _layer_of(self, unit: str) -> float:
        match = _LAYER.match(unit)
        none = len(self._layers)
        return self._layers.get(match[1], none - 0.5) if match else none

    def _breakpoint_of(self, context: str, name: str) -> str | None:
        """Return the breakpoint of a declaration; None for other conditions."""
        if context not in self._contexts:
            self._contexts[context] = self._names_of(context)
        names = self._contexts[context]
        if names is None:
            return None
        return next((each for each in names if name.startswith(f"{each}:")), names[0])

    def _names_of(self, context: str) -> list[str] | None:
        head = _HEAD.match(_SUPPORTS.sub("", context).strip())
        query, selector = head.groups("") if head else ("", context)
        if selector and "&" not in (each.strip() for each in selector.split(",")):
            return None
        if not query:
            return [""]
        span = width_limits(query)
        return self._names.get(span) if span else None


def _layers(units: tuple[str, ...], always: Iterable[int]) -> dict[str, int]:
    names: dict[str, int] = {}
    for number in always:
        unit = units[number]
        if unit.startswith("@layer "):
            head = re.split(r"[{;]", unit.removeprefix("@layer "), maxsplit=1)[0]
            for name in head.split(","):
                names.setdefault(name.strip(), len(names))
    return names


def _rank(value: str, layer: float, number: int, place: int, *, is_important: bool) -> Rank:
    is_firm = _DEFAULT_VALUE.fullmatch(value) is None
    return Rank(is_important, is_firm, -layer if is_important else layer, number, place)
