"""A new block of a type that only pages show: a copy of a typical one without its content."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, Final

from designer.schema.block_type import DISCRIMINANTS, STYLE_GROUPS

# Keys whose texts say how a block looks, not what it says. They match a whole word of the key.
_DESIGN: Final = re.compile(
    r"align|alignment|animation|aspect|bg|class|classes|classname|col|cols|color|colors|colour"
    r"|columns|css|direction|gap|height|icon|kind|layout|margin|orientation|padding|position"
    r"|ratio|scheme|shape|side|size|spacing|style|styles|theme|tone|variant|width"
)
_WORD: Final = re.compile(r"[A-Z]?[a-z]+|[A-Z]+|\d+")
_MAX_TOKEN = 40  # characters of a text that can name a look


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
    """Return whether a text is design or a type name, by its key; a sentence never is."""
    if key in DISCRIMINANTS:
        return True
    if len(value) > _MAX_TOKEN or "/" in value or value.rstrip().endswith((".", "!", "?")):
        return False
    return any(_DESIGN.fullmatch(word.lower()) for word in _WORD.findall(key))
