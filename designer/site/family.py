"""Telling the sites of the family apart: by what they hold, never by their names.

Two generations of sites share the form of their pages, and within a generation sites differ in
details of their DOM. The details are data, ``resources/variants/*.yaml``: each entry says by which
signs a site is recognised and what is different there. The rules are those of the sites' own code
(BLOCKS, "telling sites apart").
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

import yaml

from designer.bundled import folder
from designer.schema import type_name

PLAIN: Final = "plain"
"""The generation of sites that do not belong to the family."""


_NAMED_BY = "_template"
_STYLED_BY = ("tailwind", "style")


@dataclass(frozen=True)
class Family:
    """To which kind of site a site belongs.

    Attributes:
        generation: ``g1`` or ``g2`` of the family, or ``plain`` for a site of another kind.
        name: The name of its variant in the data.
        axes: What is different from variant to variant, for templates and styles.
    """

    generation: str
    name: str
    axes: Mapping[str, Any]


@dataclass(frozen=True)
class Signs:
    """What a site shows of itself.

    Attributes:
        site: The data of its global document; empty when there is none.
        types: The names of its block types: those of its schema, else of its pages.
        page_keys: The keys of its pages' front matter.
        keys: The keys that occur anywhere in its pages, those of blocks and their items too.
        blocks: The blocks of a page, for a site without a global document.
    """

    site: Mapping[str, Any]
    types: Collection[str] = ()
    page_keys: Collection[str] = ()
    keys: Collection[str] = ()
    blocks: Sequence[object] = ()


def family_of(signs: Signs) -> Family:
    """The kind of site that shows these signs."""
    return _variant(_generation(signs), signs)


def default_family(generation: str = "g1") -> Family:
    """The variant of a generation that a site without further signs belongs to."""
    last = _variants(generation)[-1]
    return Family(generation, last["name"], last["axes"])


def block_types(blocks: object) -> set[str]:
    """The names of the types of a list of blocks."""
    listed = blocks if isinstance(blocks, list) else []
    names = (type_name(block) for block in listed if isinstance(block, Mapping))
    return {name for name in names if name is not None}


def _generation(signs: Signs) -> str:
    if isinstance(signs.site.get("theme"), str):
        return "g2"
    if isinstance(signs.site.get("colors"), Mapping):
        return "g1"
    blocks = [block for block in signs.blocks if isinstance(block, Mapping)]
    if any(_of_second_generation(block) for block in blocks):
        return "g2"
    return "g1" if not blocks or any(map(_of_first_generation, blocks)) else PLAIN


def _of_first_generation(block: Mapping[str, Any]) -> bool:
    """Whether a block is called and styled as those of the first generation.

    The name alone says little: other sites have a ``hero`` or a ``feature`` too.
    """
    named = block.get(_NAMED_BY) in _first_generation()
    return named and any(isinstance(block.get(key), Mapping) for key in _STYLED_BY)


@cache
def _first_generation() -> frozenset[str]:
    """The names of the first generation's block types."""
    return frozenset(each.name for each in (folder("templates") / "g1").iterdir())


def _of_second_generation(block: Mapping[str, Any]) -> bool:
    """Whether a block's strings are written as the controls of the second generation do."""
    style, buttons = block.get("style"), block.get("buttons")
    style = style if isinstance(style, Mapping) else {}
    words = " ".join(str(value) for value in style.values()).split()
    if any(word.startswith("mg-") for word in words) or "buttonsLayout" in style:
        return True
    buttons = buttons if isinstance(buttons, list) else []
    return any(isinstance(button, Mapping) and "buttonStyle" in button for button in buttons)


def _variant(generation: str, signs: Signs) -> Family:
    rest = default_family(generation)
    for entry in _variants(generation)[:-1]:
        ways = entry["match"]
        if any(_fits(way, signs) for way in (ways if isinstance(ways, list) else [ways])):
            return Family(generation, entry["name"], {**rest.axes, **entry["axes"]})
    return rest


def _fits(match: Mapping[str, Any], signs: Signs) -> bool:
    """Whether all that a way of matching asks for is there."""

    def all_of(key: str, there: Collection[str]) -> bool:
        return set(match.get(key, ())) <= set(there)

    def any_of(key: str, there: Collection[str]) -> bool:
        return key not in match or not set(match[key]).isdisjoint(there)

    return (
        all_of("types", signs.types)
        and any_of("types_any", signs.types)
        and all_of("keys", signs.keys)
        and any_of("page", signs.page_keys)
        and all(_has(signs.site, key) for key in match.get("site", ()))
        and not any(_has(signs.site, key) for key in match.get("site_lacks", ()))
    )


def _has(data: object, path: str) -> bool:
    """Whether a mapping holds something under a dotted key."""
    for key in path.split("."):
        data = data.get(key) if isinstance(data, Mapping) else None
    return data is not None


@cache
def _variants(generation: str) -> list[dict[str, Any]]:
    file = folder("resources") / "variants" / f"{generation}.yaml"
    entries: list[dict[str, Any]] = yaml.safe_load(file.read_text(encoding="utf-8"))
    return entries
