"""A new block of a type that only pages show: a copy of a typical one without its content."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from designer.schema.block_type import DISCRIMINANTS, STYLE_GROUPS
from designer.schema.content_roles import role_of
from designer.schema.content_words import IDENTITIES, key_words


def typical_block(blocks: Sequence[Mapping[str, Any]]) -> Mapping[str, Any]:
    """Return the block whose keys most blocks share; of equal ones the first.

    Args:
        blocks: Blocks of one type, at least one.
    """
    counts = Counter(key for block in blocks for key in block)
    usual = {key for key, count in counts.items() if 2 * count > len(blocks)}
    return max(blocks, key=lambda block: -len(usual.symmetric_difference(block)))


def emptied(block: Mapping[str, Any]) -> dict[str, Any]:
    """Return a copy of a block with empty texts; design values and the shape of lists stay.

    A list of mappings keeps one item, a list of texts becomes empty.
    """
    return {key: _emptied(str(key), value) for key, value in block.items()}


def _emptied(key: str, value: Any) -> Any:
    if isinstance(value, Mapping):
        return dict(value) if key in STYLE_GROUPS else emptied(value)
    if isinstance(value, list):
        first = value[0] if value else None
        return [emptied(first)] if isinstance(first, Mapping) else []
    if isinstance(value, str):
        return value if _says_how(key, value) else ""
    return value


def _says_how(key: str, value: str) -> bool:
    """Return whether a text is design or a type name, not content or the identity of a block."""
    if key in DISCRIMINANTS:
        return True
    return role_of(key, value) in {"none", "icon"} and not IDENTITIES.intersection(key_words(key))
