"""The signs by which the family of a site is recognised."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from designer.schema import type_name


@dataclass(frozen=True)
class Signs:
    """The signs of a family in the files of a site.

    Attributes:
        site: The data of its global document; empty without one.
        types: The names of its block types: those of its schema, else those of its pages.
        page_keys: The keys of the front matter of its pages.
        keys: All keys in its front matter, including those of blocks and items.
        blocks: The blocks of a page, for a site without a global document.
    """

    site: Mapping[str, Any]
    types: Collection[str] = ()
    page_keys: Collection[str] = ()
    keys: Collection[str] = ()
    blocks: Sequence[object] = ()

    @property
    def mappings(self) -> list[Mapping[str, Any]]:
        """The blocks that are mappings."""
        return [block for block in self.blocks if isinstance(block, Mapping)]


def block_types(blocks: object) -> set[str]:
    """Return the names of the types in a list of blocks."""
    listed = blocks if isinstance(blocks, list) else []
    names = (type_name(block) for block in listed if isinstance(block, Mapping))
    return {name for name in names if name is not None}
