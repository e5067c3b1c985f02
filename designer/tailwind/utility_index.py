"""What controls look up in a sheet that has all its classes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from itertools import combinations

from designer.tailwind import theme_scales
from designer.tailwind.breakpoints import from_screens, holding
from designer.tailwind.properties import PROPERTIES
from designer.tailwind.sheet import Sheet
from designer.tailwind.utility_effects import NOTHING, EffectsReader, UtilityEffects, bare

_BARE = re.compile(r"(?:@layer [\w-]+\{)?\.(?:\\.|[\w-])+\{")
_FREE = re.compile(r"[\[(!]")  # values in brackets and the like are no steps of a scale
_CONTAINER = "container"  # a component that only has a width in a theme without its options
_ROOT = re.compile(r"(?:@layer [\w-]+\{)?:root[^{}]*\{([^{}]*)\}")


class UtilityIndex:
    """The look-ups of one sheet; each part is made when it is needed.

    Attributes:
        breakpoints: All sizes and the site's screens.
    """

    def __init__(self, sheet: Sheet) -> None:
        # The sheet itself is not kept, since its index lives as long as it does.
        self._units = sheet.units
        self._always = sheet.always
        self._classes = sheet.classes
        self._theme = sheet.theme
        self.breakpoints = from_screens(sheet.theme.get("screens", ()))
        self._reader = EffectsReader(sheet.units, sheet.always, self.breakpoints)
        self._facts: dict[str, UtilityEffects] = {}
        self._holding: dict[str, frozenset[str]] = {}

    def facts(self, name: str) -> UtilityEffects:
        """What a class does."""
        found = self._facts.get(name)
        if found is None:
            numbers = self._classes.get(name)
            found = self._guess(name) if numbers is None else self._reader.facts(name, numbers)
            self._facts[name] = found
        return found

    def is_known(self, name: str) -> bool:
        """Whether it is a class of this sheet."""
        return name in self._classes

    def is_unseen(self, name: str) -> bool:
        """Whether the sheet does not know if there is such a class."""
        return False

    def number(self, name: str) -> int:
        """Where the class's first rule stands; unknown classes stand before all others."""
        return min(self._classes.get(name, ()), default=-1)

    def share(self, name: str) -> float:
        """The same as a part of the whole sheet, from 0 to less than 1."""
        return max(self.number(name), 0) / max(len(self._units), 1)

    def holding(self, at: str) -> frozenset[str]:
        """The breakpoints that hold in a window at this one, ``""`` among them.

        Raises:
            KeyError: There is no such breakpoint.
        """
        if at not in self._holding:
            self._holding[at] = holding(self.breakpoints, at)
        return self._holding[at]

    def utilities(self, prop: str) -> dict[str, str]:
        """The utilities that are for a property and nothing else, with what they declare."""
        longhand = min(PROPERTIES[prop].longhands)
        names = self._by_property.get(prop, ())
        return {name: bare(self.facts(name).values("")[longhand]) for name in names}

    def steps(self, prop: str) -> dict[str, str]:
        """The theme's scale of a property: key → value."""
        return theme_scales.scale(self._theme, prop)

    def stem(self, prop: str) -> str:
        """How the utilities of a property begin."""
        return theme_scales.stem(self._by_property.get(prop, ()))

    @cached_property
    def variables(self) -> Mapping[str, str]:
        """The custom properties that the sheet gives to the whole page."""
        found = {}
        for number in self._always:
            if match := _ROOT.match(self._units[number]):
                for words in match[1].split(";"):
                    name, colon, value = words.partition(":")
                    if colon and name.strip().startswith("--"):
                        found[name.strip()] = value.strip()
        return found

    def together(self, values: Mapping[str, str], like: str) -> list[str] | None:
        """The fewest utilities that declare exactly these values.

        Args:
            values: Longhand → value.
            like: A utility whose scale is preferred.

        Returns:
            Utilities in source order; None if there are none for some value.
        """
        left, found = set(values.items()), []
        for size in range(len(left), 0, -1):
            for part in combinations(sorted(left), size):
                names = self._by_values.get(frozenset(part)) if left.issuperset(part) else None
                if names:
                    found.append(max(names, key=lambda name: (_likeness(name, like), -len(name))))
                    left.difference_update(part)
        return None if left else sorted(found, key=self.number)

    def _guess(self, name: str) -> UtilityEffects:
        """What a class would do that is not in the sheet."""
        return NOTHING

    @cached_property
    def _bare(self) -> list[tuple[str, UtilityEffects]]:
        """The utilities without variant, in source order."""
        found = []
        for name, numbers in self._classes.items():
            is_step = name != _CONTAINER and not _FREE.search(name)
            if numbers and is_step and _BARE.match(self._units[numbers[0]]):
                found.append((numbers[0], name, self.facts(name)))
        return [(name, facts) for _, name, facts in sorted(found, key=lambda each: each[0])]

    @cached_property
    def _by_property(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for name, facts in self._bare:
            if facts.core and len(facts.core) == 1:
                ((prop, at),) = facts.core
                if not at:
                    found.setdefault(prop, []).append(name)
        return found

    @cached_property
    def _by_values(self) -> dict[frozenset[tuple[str, str]], list[str]]:
        found: dict[frozenset[tuple[str, str]], list[str]] = {}
        for name, facts in self._bare:
            if facts.core:
                found.setdefault(frozenset(facts.values("").items()), []).append(name)
        return found


def _likeness(name: str, like: str) -> int:
    """How many letters two names have in common at their ends."""
    ends = enumerate(zip(reversed(name), reversed(like), strict=False))
    return next((at for at, (one, other) in ends if one != other), min(len(name), len(like)))
