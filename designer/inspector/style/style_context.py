"""State shared by all controls of the Style tab: the Tailwind build and the current slot."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from designer.tailwind import (
    Breakpoint,
    Choice,
    PropertyValue,
    Sheet,
    breakpoints,
    choices,
    declared_value,
    get_property,
    set_property,
)
from designer.tailwind.css_values import pixels, resolve


@dataclass
class StyleContext:
    """The slot, the breakpoint, and the Tailwind build that resolves both.

    Attributes:
        sheet: The site's Tailwind build; None before the first build.
        variables: The theme's CSS variables, used to resolve sizes and colours.
        slot: The string of utilities.
        breakpoint_name: The name of the breakpoint, '' for all sizes.
        kinds: The theme's kinds of text, which are classes: class → label.
        control: The name of the control that defines the slot's CMS choices, '' for none.
        word_counts: Returns the number of uses of each word in the site's pages.
    """

    sheet: Sheet | None = None
    variables: Mapping[str, str] = field(default_factory=dict)
    slot: str = ""
    breakpoint_name: str = ""
    kinds: Mapping[str, str] = field(default_factory=dict)
    control: str = ""
    word_counts: Callable[[], Mapping[str, int]] = dict
    _choices: dict[str, tuple[Choice, ...]] = field(default_factory=dict)

    def set_sheet(self, sheet: Sheet, variables: Mapping[str, str]) -> None:
        """Use another Tailwind build and other variables."""
        if sheet is not self.sheet or variables != self.variables:
            self.sheet, self.variables = sheet, variables
            self._choices.clear()

    def breakpoints(self) -> tuple[Breakpoint, ...]:
        """Return "all sizes", then the breakpoints of the site."""
        return breakpoints(self.sheet) if self.sheet else (Breakpoint("", None, None),)

    def choices(self, prop: str) -> tuple[Choice, ...]:
        """Return the choices for a property."""
        if self.sheet is None:
            return ()
        if prop not in self._choices:
            found = choices(self.sheet, prop, self.variables)
            self._choices[prop] = tuple(
                replace(choice, value=resolve(choice.value, self.variables)) for choice in found
            )
        return self._choices[prop]

    def setting(self, prop: str) -> PropertyValue:
        """Return the value of a property at this breakpoint."""
        if self.sheet is None or not self.slot:
            return PropertyValue(None, None, "")
        return get_property(self.slot, prop, self.breakpoint_name, self.sheet)

    def declared(self, prop: str, found: PropertyValue) -> str:
        """Return a property's value from a utility that also sets others, in pixels if possible."""
        if self.sheet is None or found.utility is None:
            return ""
        value = resolve(declared_value(self.sheet, prop, found), self.variables)
        length = pixels(value)
        return value if length is None else f"{length:g}"

    def with_property(self, prop: str, utility: str | None) -> str:
        """Return the slot with a property set or removed at this breakpoint."""
        if self.sheet is None:
            return self.slot
        return set_property(self.slot, prop, self.breakpoint_name, utility, self.sheet)
