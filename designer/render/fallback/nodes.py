"""Rich text that is kept as a tree of nodes: by ProseMirror, Slate and editors like them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from designer.render.fallback.pieces import FallbackGroup, FallbackPiece, Kind
from designer.schema.content_words import word_set

_BORDER = re.compile(r"(?<=[a-z])(?=[A-Z])|[-_ ]")
_BLOCKS = word_set(
    "paragraph p heading h1 h2 h3 h4 h5 h6 blockquote quote code codeblock pre block"
    " bulletlist bulletedlist orderedlist numberedlist ul ol table horizontalrule hr"
    " listitem li tablerow"
)
_LISTS = word_set("bulletlist bulletedlist orderedlist numberedlist ul ol")
_BREAKS = frozenset({"hardbreak", "break", "br"})
_INNER = ("content", "children")
_MAX_DEPTH = 40


def are_nodes(items: list[Any]) -> bool:
    """Whether a list is a rich text: all its items name a kind of node, and some hold others."""
    kinds = [_kind(item) for item in items]
    known = sum(kind in _BLOCKS for kind in kinds)
    holds = any(_inner(item) for item in items if isinstance(item, Mapping))
    return bool(items) and holds and 2 * known > len(items) and all(kinds)


def is_node(item: object) -> bool:
    """Whether an item of a rich text is a node of text, not a block that the site defines."""
    return _kind(item) in _BLOCKS


def node_pieces(item: Mapping[Any, Any], path: str) -> Iterator[FallbackPiece]:
    """Yield the text of one node, or a list of its items."""
    kind = _kind(item)
    if kind in _LISTS:
        inner = _inner(item)
        groups = [
            FallbackGroup(place, (FallbackPiece("line", place, words),))
            for number, each in enumerate(inner)
            for place in [f"{path}.{_inner_key(item)}.{number}"]
            if (words := _text_of(each))
        ]
        if groups:
            yield FallbackPiece("items", path, items=tuple(groups), shape="bullets")
        return
    words = _text_of(item)
    if words:
        yield FallbackPiece(_piece_kind(kind), path, words)


def _piece_kind(kind: str) -> Kind:
    if kind.startswith("h") and kind not in {"hr", "horizontalrule"}:
        return "heading"
    return "quote" if kind in {"blockquote", "quote"} else "text"


def _kind(item: object) -> str:
    if not isinstance(item, Mapping):
        return ""
    said = item.get("type", item.get("_type"))
    return _BORDER.sub("", said).lower() if isinstance(said, str) else ""


def _inner_key(item: Mapping[Any, Any]) -> str:
    return next((key for key in _INNER if isinstance(item.get(key), list)), _INNER[0])


def _inner(item: Mapping[Any, Any]) -> list[Any]:
    found = item.get(_inner_key(item))
    return found if isinstance(found, list) else []


def _text_of(item: object, depth: int = 0) -> str:
    """Return the words of a node and of all nodes in it; blocks are set apart by a space."""
    if not isinstance(item, Mapping) or depth > _MAX_DEPTH:
        return ""
    said = item.get("text")
    if isinstance(said, str):
        return said
    kind = _kind(item)
    if kind in _BREAKS:
        return " "
    parts = [_text_of(each, depth + 1) for each in _inner(item)]
    between = " " if any(_kind(each) in _BLOCKS for each in _inner(item)) else ""
    return between.join(filter(None, parts)).strip() if between else "".join(parts)
