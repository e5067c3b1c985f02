"""The lookups of controls in a complete sheet."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from itertools import combinations

from designer.tailwind import theme_scales
from designer.tailwind.breakpoints import active_breakpoints, from_screens
from designer.tailwind.properties import PROPERTIES
from designer.tailwind.sheet import Sheet
from designer.tailwind.utility_effects import (
    NO_EFFECTS,
    EffectsReader,
    UtilityEffects,
    without_important,
)

_BARE = re.compile(r"(?:@layer [\w-]+\{)?\.(?:\\.|[\w-])+\{")
_NOT_A_STEP = re.compile(r"[\[(!]")  # values in brackets and similar forms are not steps of a scale
_CONTAINER = "container"  # a component; without theme options it sets only a width
_ROOT = re.compile(r"(?:@layer [\w-]+\{)?:root[^{}]*\{([^{}]*)\}")


class UtilityIndex:
    """The index of one sheet; each part is built on demand.

    Attributes:
        breakpoints: All sizes and the site's breakpoints.
    """

    def __init__(self, sheet: Sheet) -> None:
        # The index does not reference the sheet, since it must not keep the sheet alive.
        self._units = sheet.units
        self._always = sheet.always
        self._classes = sheet.classes
        self._theme = sheet.theme
        self.breakpoints = from_screens(sheet.theme.get("screens", ()))
        self._reader = EffectsReader(sheet.units, sheet.always, self.breakpoints)
        self._facts: dict[str, UtilityEffects] = {}
        self._active: dict[str, frozenset[str]] = {}

    def effects(self, name: str) -> UtilityEffects:
        """Return the effects of a class."""
        found = self._facts.get(name)
        if found is None:
            numbers = self._classes.get(name)
            found = self._estimate(name) if numbers is None else self._reader.effects(name, numbers)
            self._facts[name] = found
        return found

    def is_known(self, name: str) -> bool:
        """Whether the sheet contains a class."""
        return name in self._classes

    def may_exist(self, name: str) -> bool:
        """Whether the existence of a class is unknown, since it was not requested."""
        return False

    def number(self, name: str) -> int:
        """Return the number of the class's first unit; -1 for unknown classes."""
        return min(self._classes.get(name, ()), default=-1)

    def relative_number(self, name: str) -> float:
        """Return the number of the class's first unit as a share of all units, below 1."""
        return max(self.number(name), 0) / max(len(self._units), 1)

    def active_breakpoints(self, breakpoint_name: str) -> frozenset[str]:
        """Return the breakpoints that apply in a window at a breakpoint, with ``""``.

        Raises:
            KeyError: There is no such breakpoint.
        """
        if breakpoint_name not in self._active:
            self._active[breakpoint_name] = active_breakpoints(self.breakpoints, breakpoint_name)
        return self._active[breakpoint_name]

    def utilities(self, prop: str) -> dict[str, str]:
        """Return the utilities that set only one property, with their values."""
        longhand = min(PROPERTIES[prop].longhands)
        names = self._by_property.get(prop, ())
        return {name: without_important(self.effects(name).values("")[longhand]) for name in names}

    def theme_scale(self, prop: str) -> dict[str, str]:
        """Return the theme's scale of a property: step → value."""
        return theme_scales.scale(self._theme, prop)

    def common_prefix(self, prop: str) -> str:
        """Return the common prefix of a property's utilities."""
        return theme_scales.common_prefix(self._by_property.get(prop, ()))

    @cached_property
    def variables(self) -> Mapping[str, str]:
        """The custom properties that the sheet sets on the whole page."""
        found = {}
        for number in self._always:
            if match := _ROOT.match(self._units[number]):
                for words in match[1].split(";"):
                    name, colon, value = words.partition(":")
                    if colon and name.strip().startswith("--"):
                        found[name.strip()] = value.strip()
        return found

    def fewest_utilities(self, values: Mapping[str, str], like: str) -> list[str] | None:
        """Return the fewest utilities that declare exactly these values.

        Args:
            values: Longhand → value.
            like: A utility; utilities of the same scale are preferred.

        Returns:
            Utilities in source order; None if some value has no utility.
        """
        left, found = set(values.items()), []
        for size in range(len(left), 0, -1):
            for part in combinations(sorted(left), size):
                names = self._by_values.get(frozenset(part)) if left.issuperset(part) else None
                if names:
                    found.append(
                        max(names, key=lambda name: (_common_suffix_length(name, like), -len(name)))
                    )
                    left.difference_update(part)
        return None if left else sorted(found, key=self.number)

    def _estimate(self, name: str) -> UtilityEffects:
        """Estimate the effects of a class that is not in the sheet."""
        return NO_EFFECTS

    @cached_property
    def _plain_utilities(self) -> list[tuple[str, UtilityEffects]]:
        """The utilities without a variant, in source order."""
        found = []
        for name, numbers in self._classes.items():
            is_step = name != _CONTAINER and not _NOT_A_STEP.search(name)
            if numbers and is_step and _BARE.match(self._units[numbers[0]]):
                found.append((numbers[0], name, self.effects(name)))
        return [(name, effects) for _, name, effects in sorted(found, key=lambda each: each[0])]

    @cached_property
    def _by_property(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for name, effects in self._plain_utilities:
            if effects.core and len(effects.core) == 1:
                ((prop, breakpoint_name),) = effects.core
                if not breakpoint_name:
                    found.setdefault(prop, []).append(name)
        return found

    @cached_property
    def _by_values(self) -> dict[frozenset[tuple[str, str]], list[str]]:
        found: dict[frozenset[tuple[str, str]], list[str]] = {}
        for name, effects in self._plain_utilities:
            if effects.core:
                found.setdefault(frozenset(effects.values("").items()), []).append(name)
        return found


def _common_suffix_length(name: str, like: str) -> int:
    """Return the length of the common suffix of two names."""
    ends = enumerate(zip(reversed(name), reversed(like), strict=False))
    return next(
        (breakpoint_name for breakpoint_name, (one, other) in ends if one != other),
        min(len(name), len(like)),
    )
