"""Families of sites: one record holds theme, dialects, class rules, frame and signs of a family.

A family is registered in ``registry.FAMILIES`` and must be complete; a missing part is an error
at start. Within a family, variants are data: ``resources/variants/NAME.yaml`` lists the signs of
each variant and the axes that differ. Templates and themes read the axes; no code knows a site by
its name.
"""

from designer.families.class_rules import is_marker
from designer.families.family import Family, Theme, Variant
from designer.families.recognition import default_variant, recognise
from designer.families.registry import FAMILIES, check_family, registered, rules_for
from designer.families.render_scope import Scope
from designer.families.signs import Signs, block_types
from designer.families.theme_values import INSTALLED, theme_fonts

__all__ = [
    "FAMILIES",
    "INSTALLED",
    "Family",
    "Scope",
    "Signs",
    "Theme",
    "Variant",
    "block_types",
    "check_family",
    "default_variant",
    "is_marker",
    "recognise",
    "registered",
    "rules_for",
    "theme_fonts",
]
