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
from designer.tailwind.breakpoints import without_variant
from designer.tailwind.presets import load_preset
from designer.tailwind.properties import PROPERTIES
from designer.tailwind.sheet import Sheet
from designer.tailwind.utility_effects import NO_EFFECTS, Effect, Rank, UtilityEffects
from designer.tailwind.utility_index import UtilityIndex

_VERSION = re.compile(r"\b(\d+)\.")
_JUST_IN_TIME = 3  # the first major version that always builds only the requested classes

_indexes: dict[int, UtilityIndex] = {}


def index_of(sheet: Sheet) -> UtilityIndex:
    """Return the index of a sheet; it lives as long as the sheet."""
    found = _indexes.get(id(sheet))
    if found is None:
        version = _VERSION.search(sheet.engine)
        major = int(version[1]) if version else 0
        is_partial = major >= _JUST_IN_TIME or (major > 0 and sheet.requested is not None)
        found = JitIndex(sheet, major) if is_partial else UtilityIndex(sheet)
        _indexes[id(sheet)] = found
        weakref.finalize(sheet, _indexes.pop, id(sheet), None)
    return found


class JitIndex(UtilityIndex):
    """The index of a sheet of Tailwind 3 or 4, or of Tailwind 2 in its just-in-time mode.

    The classes beyond those in the build follow from the site's theme and from the preset of this
    major version, which contains the common ones. The preset defines their names, those that are
    independent of the theme, and their order.
    """

    def __init__(self, sheet: Sheet, major: int) -> None:
        super().__init__(sheet)
        self._requested = sheet.requested
        self._major = major

    @override
    def may_exist(self, name: str) -> bool:
        return name not in self._classes and (
            self._requested is None or name not in self._requested
        )

    @override
    def utilities(self, prop: str) -> dict[str, str]:
        return super().utilities(prop) | self._uncompiled[prop]

    @override
    def common_prefix(self, prop: str) -> str:
        return theme_scales.common_prefix(self._preset_utilities(prop))

    @override
    def _estimate(self, name: str) -> UtilityEffects:
        if not self.may_exist(name):
            return NO_EFFECTS
        breakpoint_name = self._breakpoint_of(name)
        utility = without_variant(name, breakpoint_name)
        values: dict[str, str] = {}
        prop = self._property_of_uncompiled.get(utility)
        if prop is not None:
            value = self._uncompiled[prop][utility]
            values = dict.fromkeys(PROPERTIES[prop].longhands, value)
        elif breakpoint_name and (core := self.effects(utility).core):
            prop, _ = min(core)
            values = self.effects(utility).values("")
        if prop is None:
            return NO_EFFECTS
        number = self._estimated_number(utility, prop, breakpoint_name)
        rank = Rank(False, True, self._reader.layer, number, 0)
        claims = tuple(
            Effect(longhand, breakpoint_name, rank, value) for longhand, value in values.items()
        )
        return UtilityEffects(claims, is_plain=True, is_guess=True)

    @cached_property
    def _preset_index(self) -> UtilityIndex:
        """The index of the preset."""
        preset = load_preset(f"v{self._major}")
        return self if preset.units is self._units else index_of(preset)

    def _preset_utilities(self, prop: str) -> dict[str, str]:
        """Return the utilities of the preset for a property, with this site's prefix."""
        found = UtilityIndex.utilities(self._preset_index, prop)
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
        for name, _ in self._plain_utilities:
            cuts = (0, *(match.end() for match in re.finditer("[-:]", name)))
            known = (name[:cut] for cut in cuts if self._preset_index.is_known(name[cut:]))
            counts.update(islice(known, 1))
        return counts.most_common(1)[0][0] if counts else ""

    @cached_property
    def _uncompiled(self) -> dict[str, dict[str, str]]:
        """Property → utilities that the theme allows but that are not compiled yet, with values."""
        found = {}
        for prop in PROPERTIES:
            preset_names = self._preset_utilities(prop)
            names = theme_scales.utilities_for(
                prop, self._theme, preset_names, self._preset_index.theme_scale(prop)
            )
            found[prop] = {
                name: value
                for name, value in names.items()
                if self.may_exist(name)
                and (name in preset_names or not self._preset_index.is_known(name))
            }
        return found

    @cached_property
    def _property_of_uncompiled(self) -> dict[str, str]:
        return {name: prop for prop, names in self._uncompiled.items() for name in names}

    def _breakpoint_of(self, name: str) -> str:
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
        found: dict[str, list[tuple[int, int]]] = {
            breakpoint_name: [] for breakpoint_name in self._names
        }
        for name in self._classes:
            breakpoint_name = self._breakpoint_of(name)
            preset_name = without_variant(name, breakpoint_name).replace(self._prefix, "", 1)
            if self._preset_index.is_known(preset_name):
                found[breakpoint_name].append(
                    (self._preset_index.number(preset_name), self.number(name))
                )
        return {breakpoint_name: sorted(group) for breakpoint_name, group in found.items()}

    def _estimated_number(self, utility: str, prop: str, breakpoint_name: str) -> float:
        """Estimate the number of an uncompiled class: after its predecessors in the preset."""
        name = utility.replace(self._prefix, "", 1)
        if not self._preset_index.is_known(name):
            usual = list(UtilityIndex.utilities(self._preset_index, prop))
            if not usual:  # the preset has no utility of this property: the class comes last
                level = self._names.index(breakpoint_name) + 1
                return len(self._units) + level / (len(self._names) + 1)
            name = usual[-1]
        before = bisect(self._order[breakpoint_name], (self._preset_index.number(name) + 1, -1))
        same = self._order[breakpoint_name][:before]
        level = self._names.index(breakpoint_name)
        groups = [same] if same else [self._order[each] for each in self._names[:level]]
        start = max((number for group in groups for _, number in group), default=-1)
        return start + (level + self._preset_index.relative_number(name)) / len(self._names)
