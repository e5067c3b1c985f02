"""Utilities and the CSS that they make, and slots, which are lists of them: data and functions."""

from designer.tailwind.breakpoints import Breakpoint, breakpoints
from designer.tailwind.choices import Choice, choices
from designer.tailwind.class_list import (
    Token,
    insert,
    join,
    move,
    parse,
    put,
    remove,
    tidied,
    words,
)
from designer.tailwind.completion import Completion, completions
from designer.tailwind.findings import Finding, findings, sorted_slot
from designer.tailwind.fonts import font_families_of
from designer.tailwind.presets import load_preset
from designer.tailwind.properties import PROPERTIES, Property
from designer.tailwind.setting import Setting, declared, owns, set_property, setting
from designer.tailwind.sheet import Sheet, classes_in
from designer.tailwind.sides import swapped
from designer.tailwind.word_parts import choose, chosen

__all__ = [
    "PROPERTIES",
    "Breakpoint",
    "Choice",
    "Completion",
    "Finding",
    "Property",
    "Setting",
    "Sheet",
    "Token",
    "breakpoints",
    "choices",
    "choose",
    "chosen",
    "classes_in",
    "completions",
    "declared",
    "findings",
    "font_families_of",
    "insert",
    "join",
    "load_preset",
    "move",
    "owns",
    "parse",
    "put",
    "remove",
    "set_property",
    "setting",
    "sorted_slot",
    "swapped",
    "tidied",
    "words",
]
