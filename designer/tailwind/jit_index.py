"""The index of a sheet, including sheets that contain only the requested classes."""

from __future__ import annotations

import re
import weakref
from bisect import bisect
from collections import Counter
from functools import cached_property
from itertools import islice

from typing_extensions import override

from designer.tailwind import theme_scales
from designer.tailwind.breakpoints import base
from designer.tailwind.presets import load_preset
from designer.tailwind.properties import PROPERTIES
from designer.tailwind.sheet import Sheet
from designer.tailwind.utility_effects import NOTHING, Effect, Rank, UtilityEffects
from designer.tailwind.utility_index import UtilityIndex

_VERSION = re.compile(r"\b(\d+)\.")
_JUST_IN_TIME = 3  # the first major version that builds only the requested classes

_indexes: dict[int, UtilityIndex] = {}


def index_of(sheet: Sheet) -> UtilityIndex:
    """Return the index of a sheet; it lives as long as the sheet."""
    found = _indexes.get(id(sheet))
    if found is None:
        version = _VERSION.search(sheet.engine)
        major = int(version[1]) if version else 0
        later = major >= _JUST_IN_TIME
        found = JitIndex(sheet, major) if later else UtilityIndex(sheet)
        _indexes[id(sheet)] = found
        weakref.finalize(sheet, _indexes.pop, id(sheet), None)
    return found


class JitIndex(UtilityIndex):
    """The index of a sheet of Tailwind 3 or 4.

    The classes beyond those in the build follow from the site's theme and from the preset of this
    major version, which contains the common ones. The preset defines their names, those that are
    independent of the theme, and their order.
    """

    def __init__(self, sheet: Sheet, major: int) -> None:
        super().__init__(sheet)
        self._asked = sheet.asked
        self._major = major

    @override
    def is_unseen(self, name: str) -> bool:
        return name not in self._classes and (self._asked is None or name not in self._asked)

    @override
    def utilities(self, prop: str) -> dict[str, str]:
        return super().utilities(prop) | self._missing[prop]

    @override
    def stem(self, prop: str) -> str:
        return theme_scales.stem(self._usual_names(prop))

    @override
    def _guess(self, name: str) -> UtilityEffects:
        if not self.is_unseen(name):
            return NOTHING
        at = self._at(name)
        utility = base(name, at)
        values: dict[str, str] = {}
        prop = self._property_of_missing.get(utility)
        if prop is not None:
            value = self._missing[prop][utility]
            values = dict.fromkeys(PROPERTIES[prop].longhands, value)
        elif at and (core := self.facts(utility).core):
            prop, _ = min(core)
            values = self.facts(utility).values("")
        if prop is None:
            return NOTHING
        number = self._number_of_guess(utility, prop, at)
        rank = Rank(False, True, self._reader.layer, number, 0)
        claims = tuple(Effect(longhand, at, rank, value) for longhand, value in values.items())
        return UtilityEffects(claims, is_plain=True, is_guess=True)

    @cached_property
    def _usual(self) -> UtilityIndex:
        """The index of the preset."""
        preset = load_preset(f"v{self._major}")
        return self if preset.units is self._units else index_of(preset)

    def _usual_names(self, prop: str) -> dict[str, str]:
        """Return the utilities of the preset for a property, with this site's prefix."""
        found = UtilityIndex.utilities(self._usual, prop)
        start = self._prefix
        if start.endswith(":"):
            return {start + name: value for name, value in found.items() if name[0] != "-"}
        return {
            f"-{start}{name[1:]}" if name[0] == "-" else start + name: value
            for name, value in found.items()
        }

    @cached_property
    def _prefix(self) -> str:
        """The prefix of the site's utilities (``tw-``), inferred from those in the build."""
        counts = Counter[str]()
        for name, _ in self._bare:
            cuts = (0, *(match.end() for match in re.finditer("[-:]", name)))
            known = (name[:cut] for cut in cuts if self._usual.is_known(name[cut:]))
            counts.update(islice(known, 1))
        return counts.most_common(1)[0][0] if counts else ""

    @cached_property
    def _missing(self) -> dict[str, dict[str, str]]:
        """Property → utilities that the theme allows but that are not compiled yet, with values."""
        found = {}
        for prop in PROPERTIES:
            usual = self._usual_names(prop)
            names = theme_scales.candidates(prop, self._theme, usual, self._usual.steps(prop))
            found[prop] = {
                name: value
                for name, value in names.items()
                if self.is_unseen(name) and (name in usual or not self._usual.is_known(name))
            }
        return found

    @cached_property
    def _property_of_missing(self) -> dict[str, str]:
        return {name: prop for prop, names in self._missing.items() for name in names}

    def _at(self, name: str) -> str:
        """Return the breakpoint of a word."""
        first, colon, rest = name.partition(":")
        if colon and f"{first}:" == self._prefix:
            first, colon, _ = rest.partition(":")
        return first if colon and first in self._names else ""

    @cached_property
    def _names(self) -> list[str]:
        return [each.name for each in self.breakpoints]

    @cached_property
    def _order(self) -> dict[str, list[tuple[int, int]]]:
        """Breakpoint → numbers of its utilities in the preset and in this sheet; sorted."""
        found: dict[str, list[tuple[int, int]]] = {at: [] for at in self._names}
        for name in self._classes:
            at = self._at(name)
            usual = base(name, at).replace(self._prefix, "", 1)
            if self._usual.is_known(usual):
                found[at].append((self._usual.number(usual), self.number(name)))
        return {at: sorted(group) for at, group in found.items()}

    def _number_of_guess(self, utility: str, prop: str, at: str) -> float:
        """Estimate the number of an uncompiled class: after its predecessors in the preset."""
        name = utility.replace(self._prefix, "", 1)
        if not self._usual.is_known(name):
            *_, name = UtilityIndex.utilities(self._usual, prop)
        before = bisect(self._order[at], (self._usual.number(name) + 1, -1))
        same = self._order[at][:before]
        level = self._names.index(at)
        groups = [same] if same else [self._order[each] for each in self._names[:level]]
        start = max((number for group in groups for _, number in group), default=-1)
        return start + (level + self._usual.share(name)) / len(self._names)
