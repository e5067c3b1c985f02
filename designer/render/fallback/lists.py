"""Chooses how the items of a list are laid out in the generic picture of a block."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from designer.render.fallback.pieces import FallbackGroup, FallbackPiece, Shape, in_rows
from designer.schema import humanise
from designer.schema.content_roles import is_number_like
from designer.schema.content_words import key_words, word_set

_MAX_CHIP = 24  # characters of a text that is shown as a chip
_MAX_SHORT = 60  # characters of a text that fits into a row or a cell
_LOGOS = word_set("logo logos brand brands partner partners client clients sponsor sponsors")
_TAGS = word_set("tag tags category categories topic topics keyword keywords skill skills")
_QUESTIONS = word_set("question q answer a")
_SHORT_KINDS = {"line", "fact", "label", "heading", "subhead", "figure", "text", "empty"}


@dataclass(frozen=True)
class ItemList:
    """A list of a block.

    Attributes:
        name: Its key.
        path: Its dotted path.
        groups: The pieces of its items; items without any are left out.
        items: The values of all items.
        classes: The utilities of the slot of all cards; '' without a slot.
        slot: The dotted path of this slot.
        in_card: Whether the list is part of an item of another list.
    """

    name: str
    path: str
    groups: Sequence[FallbackGroup]
    items: Sequence[Any]
    classes: str
    slot: str
    in_card: bool


def list_piece(found: ItemList) -> FallbackPiece:
    """Return the piece that shows a list, in the shape that suits its items."""
    found = replace(found, groups=_with_same_facts(found.groups))
    shape = _shape(found)
    groups = list(found.groups)
    heads: tuple[FallbackPiece, ...] = ()
    if shape == "figures":
        groups = [replace(group, pieces=_with_figure(group.pieces)) for group in groups]
    elif shape == "table":
        groups, heads = _as_table(groups)
    if shape != "table":
        groups = [replace(group, pieces=tuple(_without_empty(group.pieces))) for group in groups]
    return FallbackPiece(
        "items",
        found.path,
        classes=found.classes,
        slot=found.slot,
        items=tuple(groups),
        shape=shape,
        heads=heads,
    )


def _with_same_facts(groups: Sequence[FallbackGroup]) -> list[FallbackGroup]:
    """Show a short text as a fact where it is one in other items: *Author Ruth*."""
    facts = {
        piece.path.removeprefix(group.path): piece.words
        for group in groups
        for piece in group.pieces
        if piece.kind == "fact"
    }

    def same(group: FallbackGroup, piece: FallbackPiece) -> FallbackPiece:
        words = facts.get(piece.path.removeprefix(group.path))
        is_short = piece.kind == "text" and not piece.rich and len(piece.value) <= _MAX_SHORT
        return replace(piece, kind="fact", words=words) if words and is_short else piece

    return [replace(g, pieces=tuple(same(g, piece) for piece in g.pieces)) for g in groups]


def _without_empty(pieces: Sequence[FallbackPiece]) -> Iterator[FallbackPiece]:
    return in_rows(piece for piece in pieces if piece.kind != "empty")


def _shape(found: ItemList) -> Shape:
    groups = found.groups
    kinds = [[piece.kind for piece in group.pieces] for group in groups]
    if all(each == ["image"] for each in kinds):
        small = _LOGOS.intersection(key_words(found.name)) or groups[0].pieces[0].small
        return "logos" if small else "pictures"
    if not any(isinstance(item, dict | list) for item in found.items):
        texts = [piece.value for group in groups for piece in group.pieces]
        is_small = all(each == ["line"] for each in kinds) and max(map(len, texts)) <= _MAX_CHIP
        is_open = not found.in_card or bool(_TAGS.intersection(key_words(found.name)))
        return "chips" if is_small and is_open else "bullets"
    if all("input" in each for each in kinds):
        return "form"
    if all(_is_answer(group) for group in groups):
        return "questions"
    if all(isinstance(item, list) for item in found.items) and _is_table(found):
        return "table"
    if all(_figure_at(group.pieces) is not None for group in groups):
        return "figures"
    if all(_is_pair(group) for group in groups):
        return "table" if groups[0].pieces[0].kind == "fact" and _is_table(found) else "rows"
    return "table" if _is_table(found) else "cards"


def _is_pair(group: FallbackGroup) -> bool:
    """Whether an item is a short text with one short value."""
    return (
        len(group.pieces) == 2
        and group.pieces[1].kind in {"fact", "line", "subhead", "figure"}
        and _is_short(group)
    )


def _is_short(group: FallbackGroup) -> bool:
    return all(
        piece.kind in _SHORT_KINDS and len(piece.value) <= _MAX_SHORT and "\n" not in piece.value
        for piece in group.pieces
    )


def _is_answer(group: FallbackGroup) -> bool:
    """Whether an item is a question with its answer."""
    if len(group.pieces) != 2:
        return False
    first, second = group.pieces
    names = {piece.path.rpartition(".")[2].lower() for piece in group.pieces}
    asks = first.value.rstrip().endswith("?") and second.kind == "text"
    return asks or (bool(names & _QUESTIONS) and second.kind in {"text", "line", "fact"})


def _figure_at(pieces: Sequence[FallbackPiece]) -> int | None:
    """Return the index of the only number in an item of few short texts, else None."""
    texts = [piece for piece in pieces if piece.kind != "icon"]
    if not 1 < len(texts) <= 3 or any(piece.kind not in _SHORT_KINDS for piece in texts):
        return None
    if any(len(piece.value) > 2 * _MAX_SHORT for piece in texts):
        return None
    numbers = [
        index
        for index, piece in enumerate(pieces)
        if piece.kind == "figure" or is_number_like(piece.value)
    ]
    return numbers[0] if len(numbers) == 1 else None


def _with_figure(pieces: Sequence[FallbackPiece]) -> tuple[FallbackPiece, ...]:
    """Return the pieces of an item with its number as a figure."""
    at = _figure_at(pieces)
    return tuple(
        replace(piece, kind="figure", words="")
        if index == at
        else replace(piece, kind="line", words="")
        if piece.kind in {"fact", "heading"}
        else piece
        for index, piece in enumerate(pieces)
    )


def _is_table(found: ItemList) -> bool:
    """Whether all items are rows of short values: lists, or mappings with the same keys."""
    groups = found.groups
    if len(groups) < 2 or not all(_is_short(group) and group.pieces for group in groups):
        return False
    if all(isinstance(item, list) for item in found.items):
        return True
    columns = {_columns(group) for group in groups}
    plain = all(
        piece.kind in {"fact", "figure", "subhead"} or (index == 0 and piece.kind != "text")
        for group in groups
        for index, piece in enumerate(group.pieces)
    )
    return plain and len(columns) == 1 and len(next(iter(columns))) > 1


def _columns(group: FallbackGroup) -> tuple[str, ...]:
    return tuple(piece.path.removeprefix(f"{group.path}.") for piece in group.pieces)


def _as_table(
    groups: Sequence[FallbackGroup],
) -> tuple[list[FallbackGroup], tuple[FallbackPiece, ...]]:
    """Return the rows of a table and its first row, which names the columns."""
    rows = [
        replace(group, pieces=tuple(replace(p, kind="line", words="") for p in group.pieces))
        for group in groups
    ]
    heads = tuple(
        FallbackPiece("line", "", piece.words or _name(piece)) for piece in groups[0].pieces
    )
    is_named = all(head.value and not head.value.isdecimal() for head in heads)
    return rows, heads if is_named else ()


def _name(piece: FallbackPiece) -> str:
    return humanise(piece.path.rpartition(".")[2])
