"""The signs of the family g1."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from designer.bundled import folder
from designer.families.signs import Signs

_LIST_KEY = "blocks"
_TYPE_KEY = "_template"
_STYLE_KEYS = ("tailwind", "style")


def matches(signs: Signs) -> bool:
    """Whether a site belongs to the family g1.

    The global document of such a site contains the theme's colours. Without a global document the
    blocks of a page decide. A page without blocks counts as g1 if nothing speaks of another kind
    of site: it has a list for blocks, or it holds nothing at all.
    """
    if isinstance(signs.site.get("colors"), Mapping):
        return True
    blocks = signs.mappings
    if not blocks:
        keys = set(signs.page_keys)
        return not set(signs.types) - _type_names() and (not keys or _LIST_KEY in keys)
    return any(map(_has_family_form, blocks))


def _has_family_form(block: Mapping[str, Any]) -> bool:
    """Whether a block has the name and style keys of the family g1.

    The name alone is no evidence: other sites have a ``hero`` or a ``feature`` too.
    """
    named = block.get(_TYPE_KEY) in _type_names()
    return named and any(isinstance(block.get(key), Mapping) for key in _STYLE_KEYS)


@cache
def _type_names() -> frozenset[str]:
    return frozenset(each.name for each in (folder("templates") / "g1").iterdir())
