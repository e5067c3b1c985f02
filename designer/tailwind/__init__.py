"""Tailwind utilities, their CSS, and slots (lists of utilities) as data and functions.

A ``Sheet`` is a build cut into units, one rule with its media query each, and indexed by class.
What a class does is read from its units (``utility_effects``): longhands, breakpoint, and a rank
that orders declarations as the browser does. No class is known by its name, so custom themes and
all three engines work alike.

``property_edit`` reads and writes one property of a slot; all other words and their spaces stay.
``property_choices`` lists the utilities that a control offers, ``slot_findings`` what is odd
about a slot. A sheet of Tailwind 3 or 4, or of Tailwind 2 in its just-in-time mode, holds only
requested classes; ``jit_index`` estimates the others from the theme and the preset until they are
built. ``style_gaps`` says what a build lacks.
"""

from designer.tailwind.breakpoints import Breakpoint, breakpoints
from designer.tailwind.class_list import (
    Token,
    insert,
    join,
    move,
    parse,
    remove,
    replace_word,
    tidy,
    words,
)
from designer.tailwind.cms_words import choose, chosen
from designer.tailwind.completion import Completion, completions
from designer.tailwind.font_families import font_families_of
from designer.tailwind.presets import load_preset
from designer.tailwind.properties import PROPERTIES, Property
from designer.tailwind.property_choices import Choice, choices
from designer.tailwind.property_edit import (
    PropertyValue,
    declared_properties,
    declared_value,
    get_property,
    set_property,
)
from designer.tailwind.sheet import Sheet, classes_in
from designer.tailwind.slot_findings import SlotFinding, findings, sorted_slot
from designer.tailwind.style_gaps import StyleGap, sentence_of
from designer.tailwind.swap_sides import swapped

__all__ = [
    "PROPERTIES",
    "Breakpoint",
    "Choice",
    "Completion",
    "Property",
    "PropertyValue",
    "Sheet",
    "SlotFinding",
    "StyleGap",
    "Token",
    "breakpoints",
    "choices",
    "choose",
    "chosen",
    "classes_in",
    "completions",
    "declared_properties",
    "declared_value",
    "findings",
    "font_families_of",
    "get_property",
    "insert",
    "join",
    "load_preset",
    "move",
    "parse",
    "remove",
    "replace_word",
    "sentence_of",
    "set_property",
    "sorted_slot",
    "swapped",
    "tidy",
    "words",
]
