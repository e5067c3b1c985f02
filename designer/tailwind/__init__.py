"""Utilities and the CSS that they make: pure data and functions."""

from designer.tailwind.presets import load_preset
from designer.tailwind.sheet import Sheet, classes_in

__all__ = ["Sheet", "classes_in", "load_preset"]
