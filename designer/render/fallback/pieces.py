"""The pieces of which the generic picture of a block consists, and the slots that style them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any, Literal

from designer.schema import STYLE_GROUPS

Kind = Literal[
    "label", "heading", "subhead", "text", "quote", "line", "fact", "figure", "image", "video",
    "code", "icon", "button", "link", "input", "items", "buttons", "facts", "empty",
]  # fmt: skip
"""What a piece is; ``buttons`` and ``facts`` are several in a row, ``empty`` is a cell."""

Shape = Literal[
    "", "cards", "rows", "questions", "figures", "table", "form", "pictures", "logos", "chips",
    "bullets",
]  # fmt: skip
"""How the items of a list are laid out."""

# Objects whose strings style the block as a whole; strings of ``cardStyle`` style its items.
_GROUPS = tuple(group for group in STYLE_GROUPS if group != "cardStyle")


@dataclass(frozen=True)
class FallbackPiece:
    """One piece of visible content.

    Attributes:
        kind: What it is.
        path: The dotted path of the field.
        value: The text, or the address of the image, video, button or link.
        words: The label of a button, the alt text of an image, or the name of a fact.
        classes: The utilities of its slot; '' without a slot.
        slot: The dotted path of its slot; '' without a slot.
        note: The alt text of a button.
        rich: Whether the text is rendered as Markdown.
        small: Whether an image is a logo, an icon or a portrait.
        captions: The texts that belong to an image or video.
        items: The groups of a list.
        shape: How these groups are laid out.
        heads: The first row of a table.
    """

    kind: Kind
    path: str
    value: str = ""
    words: str = ""
    classes: str = ""
    slot: str = ""
    note: str = ""
    rich: bool = False
    small: bool = False
    captions: tuple[FallbackPiece, ...] = ()
    items: tuple[FallbackGroup, ...] = ()
    shape: Shape = ""
    heads: tuple[FallbackPiece, ...] = ()


@dataclass(frozen=True)
class FallbackGroup:
    """The pieces of a list item."""

    path: str
    pieces: tuple[FallbackPiece, ...]


def in_rows(pieces: Iterable[FallbackPiece]) -> Iterator[FallbackPiece]:
    """Join buttons that follow each other into one piece, and so facts."""
    for kind, run in groupby(pieces, key=lambda piece: piece.kind):
        together = tuple(run)
        if kind in ("button", "fact"):
            joined: Kind = "buttons" if kind == "button" else "facts"
            yield FallbackPiece(joined, "", items=(FallbackGroup("", together),))
        else:
            yield from together


@dataclass(frozen=True)
class FallbackRow:
    """Pieces that are laid out together: one below the other, or beside a picture.

    Attributes:
        pieces: The pieces below each other.
        picture: The image or video beside them, or None.
        picture_first: Whether the picture precedes the other pieces in the file.
    """

    pieces: tuple[FallbackPiece, ...]
    picture: FallbackPiece | None = None
    picture_first: bool = False


@dataclass
class Slots:
    """The utility strings of a block by dotted path."""

    known: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, block: Mapping[str, Any]) -> Slots:
        """Collect the strings of the style groups and of the background of a block."""
        found: dict[str, str] = {}
        for group in (*STYLE_GROUPS, "background"):
            inner = block.get(group)
            if isinstance(inner, Mapping):
                found |= {
                    f"{group}.{key}": text for key, text in inner.items() if isinstance(text, str)
                }
        return cls(found)

    def for_part(self, *names: str, card: bool = False) -> tuple[str, str]:
        """Return utilities and path of the slot of a block part (of an item part for ``card``)."""
        paths = [
            f"{group}.card{name[0].upper()}{name[1:]}" if card else f"{group}.{name}"
            for name in names
            if name
            for group in _GROUPS
        ]
        if card:
            paths += [f"cardStyle.{name}" for name in names]
        return self.first_filled(*(f"{path}{end}" for end in ("", "Styles") for path in paths))

    def first_filled(self, *paths: str) -> tuple[str, str]:
        """Return the first of these slots that has utilities, as (utilities, path)."""
        return next(((self.known[p], p) for p in paths if self.known.get(p)), ("", ""))
