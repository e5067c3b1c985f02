"""Utilities and the CSS that they make: pure data and functions."""

from designer.tailwind.fonts import font_families_of
from designer.tailwind.presets import load_preset
from designer.tailwind.sheet import Sheet, classes_in

__all__ = ["Sheet", "classes_in", "font_families_of", "load_preset"]
