"""What all controls of the Style tab share: the site's Tailwind, and the slot that is edited."""

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
    """The slot, the breakpoint, and the sheet by which both are understood.

    Attributes:
        sheet: The site's Tailwind; None before there is one.
        variables: The theme's CSS variables, by which sizes and colours are shown.
        slot: The string of utilities.
        at: The name of the breakpoint, '' for all sizes.
        kinds: The theme's kinds of text, which are classes: class → what it is called.
        control: The name of the slot's own choices, '' for none.
        used: Gives how often the site's pages have a word.
    """

    sheet: Sheet | None = None
    variables: Mapping[str, str] = field(default_factory=dict)
    slot: str = ""
    at: str = ""
    kinds: Mapping[str, str] = field(default_factory=dict)
    control: str = ""
    used: Callable[[], Mapping[str, int]] = dict
    _choices: dict[str, tuple[Choice, ...]] = field(default_factory=dict)

    def use(self, sheet: Sheet, variables: Mapping[str, str]) -> None:
        """Understand slots by another sheet."""
        if sheet is not self.sheet or variables != self.variables:
            self.sheet, self.variables = sheet, variables
            self._choices.clear()

    def breakpoints(self) -> tuple[Breakpoint, ...]:
        """All sizes, then the site's screens."""
        return breakpoints(self.sheet) if self.sheet else (Breakpoint("", None, None),)

    def choices(self, prop: str) -> tuple[Choice, ...]:
        """What can be chosen for a property."""
        if self.sheet is None:
            return ()
        if prop not in self._choices:
            found = choices(self.sheet, prop, self.variables)
            self._choices[prop] = tuple(
                replace(choice, value=resolve(choice.value, self.variables)) for choice in found
            )
        return self._choices[prop]

    def setting(self, prop: str) -> PropertyValue:
        """What the slot says about a property at this breakpoint."""
        if self.sheet is None or not self.slot:
            return PropertyValue(None, None, "")
        return get_property(self.slot, prop, self.at, self.sheet)

    def declared(self, prop: str, found: PropertyValue) -> str:
        """What a property comes to by a utility that is for more than it, in pixels if it can."""
        if self.sheet is None or found.utility is None:
            return ""
        value = resolve(declared_value(self.sheet, prop, found), self.variables)
        length = pixels(value)
        return value if length is None else f"{length:g}"

    def changed(self, prop: str, utility: str | None) -> str:
        """The slot with a utility for a property at this breakpoint, or without one."""
        if self.sheet is None:
            return self.slot
        return set_property(self.slot, prop, self.at, utility, self.sheet)
