"""A generic rendering of blocks without a template: their content, styled by their slots."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from designer.families.class_rules import anchor_id
from designer.families.template_values import text
from designer.render.fallback.content import ContentReader, demote_headings
from designer.render.fallback.pieces import FallbackPiece, FallbackRow, Slots, in_rows
from designer.schema import type_key as key_of_type

_TEXTS = {"label", "heading", "subhead", "text", "line", "buttons"}


@dataclass(frozen=True)
class FallbackBlock:
    """The content of a block, extracted for the generic template.

    Attributes:
        name: The name of the block type.
        rows: The visible content, in the order of the file.
        anchor: The id of the section, or None.
        section: The utilities of the whole section.
        slot: The dotted path of the slot with these utilities.
        wrap: The utilities of the inner frame; '' for the default frame.
        fill: The utilities of the background.
        background_image: The address of the background image, or ''.
    """

    name: str
    rows: tuple[FallbackRow, ...]
    anchor: str | None = None
    section: str = ""
    slot: str = ""
    wrap: str = ""
    fill: str = ""
    background_image: str = ""

    @property
    def has_surface(self) -> bool:
        """Whether the block has the colours of the stand-in, since it says none of its own."""
        return not (self.section or self.fill or self.background_image)

    @property
    def is_veiled(self) -> bool:
        """Whether a surface lies between the background image and the texts on it."""
        return bool(self.background_image) and not (self.section or self.fill)


def fallback_block(
    block: Mapping[str, Any], name: str, type_key: str | None = None
) -> FallbackBlock:
    """Extract the content and the slots of a block of a type without a template.

    Args:
        block: The data of the block.
        name: The name of its type.
        type_key: The key that says the type, which is no content; '' if no key says it, None to
            find it in the block.
    """
    slots = Slots.of(block)
    section, slot = slots.for_part("section")
    wrap = [
        slots.known.get(f"style.{key}", "") for key in ("padding", "minHeight", "textAlignment")
    ]
    inner = slots.for_part("contentWrap", "wrap")[0] or " ".join(filter(None, wrap))
    ignored = {key_of_type(block) or "" if type_key is None else type_key}
    background = slots.first_filled("background.src")[0]
    pieces = demote_headings(ContentReader(slots).pieces(block, "", ignored))
    shown = (
        piece
        for piece in pieces
        if not (background and piece.kind == "image" and piece.value == background)
    )
    return FallbackBlock(
        name=name,
        rows=tuple(_rows(shown, is_laid_out=bool(inner))),
        anchor=anchor_id(text(block.get("navigationLabel"))),
        section=section,
        slot=slot,
        wrap=inner,
        fill=slots.first_filled("background.fillStyles")[0],
        background_image=background,
    )


def _rows(pieces: Iterable[FallbackPiece], *, is_laid_out: bool) -> Iterator[FallbackRow]:
    """Yield rows of pieces; a list is a row of its own.

    Args:
        pieces: The content of a block.
        is_laid_out: Whether the block's own classes lay its content out.
    """
    run: list[FallbackPiece] = []
    for piece in in_rows(pieces):
        if piece.kind == "items" and not is_laid_out:
            if run:
                yield _row(run)
            yield FallbackRow((piece,))
            run = []
        else:
            run.append(piece)
    if run:
        yield FallbackRow(tuple(run)) if is_laid_out else _row(run)


def _row(run: list[FallbackPiece]) -> FallbackRow:
    """Return the row of these pieces; the only image among texts stands beside them."""
    pictures = [index for index, piece in enumerate(run) if piece.kind == "image"]
    texts = [index for index, piece in enumerate(run) if piece.kind in _TEXTS]
    if len(pictures) != 1 or not texts or run[pictures[0]].classes or run[pictures[0]].small:
        return FallbackRow(tuple(run))
    (at,) = pictures
    rest = (*run[:at], *run[at + 1 :])
    return FallbackRow(rest, run[at], at < texts[0])
