"""Recognises the family and the variant of a site by its files, never by its name.

Each family defines the signs of its sites. The variants of a family are data: each entry of
``resources/variants/NAME.yaml`` lists the signs of a variant and the axes that differ.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from designer.families.family import Family, Variant
from designer.families.registry import FAMILIES, variants_of
from designer.families.signs import Signs


def recognise(signs: Signs) -> Variant:
    """Return the variant whose signs match a site."""
    family = next(each for each in FAMILIES if each.matches(signs))
    rest = _last_variant(family)
    for entry in variants_of(family)[:-1]:
        match = entry["match"]
        if any(_matches(each, signs) for each in (match if isinstance(match, list) else [match])):
            return Variant(family, entry["name"], {**rest.axes, **entry["axes"]})
    return rest


def default_variant(name: str) -> Variant:
    """Return the variant of a family for a site without further signs.

    Args:
        name: The name of a registered family.

    Raises:
        LookupError: No family has this name.
    """
    for family in FAMILIES:
        if family.name == name:
            return _last_variant(family)
    raise LookupError(f"There is no family “{name}”.")


def _last_variant(family: Family) -> Variant:
    last = variants_of(family)[-1]
    return Variant(family, last["name"], last["axes"])


def _matches(match: Mapping[str, Any], signs: Signs) -> bool:
    """Whether a site has all the signs in an entry's ``match``."""

    def all_of(key: str, present: Collection[str]) -> bool:
        return set(match.get(key, ())) <= set(present)

    def any_of(key: str, present: Collection[str]) -> bool:
        return key not in match or not set(match[key]).isdisjoint(present)

    return (
        all_of("types", signs.types)
        and any_of("types_any", signs.types)
        and all_of("keys", signs.keys)
        and any_of("page", signs.page_keys)
        and all(_contains(signs.site, key) for key in match.get("site", ()))
        and not any(_contains(signs.site, key) for key in match.get("site_lacks", ()))
    )


def _contains(data: object, path: str) -> bool:
    """Whether a mapping contains a value at a dotted key."""
    for key in path.split("."):
        data = data.get(key) if isinstance(data, Mapping) else None
    return data is not None
