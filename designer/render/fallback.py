"""A generic rendering of blocks without a template: their content, styled by their slots."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from designer.families.class_rules import anchor_id
from designer.families.template_values import text
from designer.schema import DISCRIMINANTS, STYLE_GROUPS

_LABELS = {"label", "eyebrow", "kicker", "tagline", "overline"}
_HEADINGS = {"headline", "title", "heading", "name", "speaker", "question"}
_SUBHEADS = {"subhead", "subtitle", "subheading", "subheadline", "role", "company", "time"}
_TEXTS = {"body", "text", "content", "description", "answer", "quote", "summary", "copy"}
_LINKS = ("link", "href", "url", "to")
_LABEL_KEYS = ("label", "title", "text")
_BUTTON_LABEL = "buttonLabel"
_IMAGE_FILE = re.compile(r"\.(png|jpe?g|gif|svg|webp|avif|ico)([?#].*)?$", re.IGNORECASE)
_IMAGE_KEY = re.compile(r"(image|img|photo|picture|logo|avatar|icon|src)", re.IGNORECASE)
_NOT_CONTENT = {
    *STYLE_GROUPS, "background", "className", "alt", "navigationLabel", *_LINKS,
}  # fmt: skip
# Objects whose strings style the block as a whole; strings of ``cardStyle`` style its items.
_GROUPS = tuple(group for group in STYLE_GROUPS if group != "cardStyle")
_UTILITY = re.compile(r"([a-z]+:)*-?[a-z]+(-[\w./%]+)*")
_MAX_DEPTH = 6


@dataclass(frozen=True)
class FallbackPiece:
    """One piece of visible content.

    Attributes:
        kind: ``label``, ``heading``, ``subhead``, ``text``, ``image``, ``button`` or ``items``.
        path: The dotted path of the field.
        value: The text, the rich text, or the address of the image or link.
        words: The label of a button or the alt text of an image.
        classes: The utilities of its slot; '' without a slot.
        slot: The dotted path of its slot; '' without a slot.
        items: The groups of a list.
    """

    kind: str
    path: str
    value: str = ""
    words: str = ""
    classes: str = ""
    slot: str = ""
    items: tuple[FallbackGroup, ...] = ()


@dataclass(frozen=True)
class FallbackGroup:
    """The pieces of a block or of one list item."""

    path: str
    pieces: tuple[FallbackPiece, ...]


@dataclass(frozen=True)
class FallbackBlock:
    """The content of a block, extracted for the generic template.

    Attributes:
        name: The name of the block type.
        pieces: The visible content, in the order of the file.
        anchor: The id of the section, or None.
        section: The utilities of the whole section.
        slot: The dotted path of the slot with these utilities.
        wrap: The utilities of the inner frame; '' for the default frame.
        fill: The utilities of the background.
        background_image: The address of the background image, or ''.
    """

    name: str
    pieces: tuple[FallbackPiece, ...]
    anchor: str | None = None
    section: str = ""
    slot: str = ""
    wrap: str = ""
    fill: str = ""
    background_image: str = ""


@dataclass
class _Slots:
    """The utility strings of a block by dotted path."""

    known: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, block: Mapping[str, Any]) -> _Slots:
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
            for group in _GROUPS
        ]
        if card:
            paths += [f"cardStyle.{name}" for name in names]
        return self.first_filled(*(f"{path}{end}" for end in ("", "Styles") for path in paths))

    def first_filled(self, *paths: str) -> tuple[str, str]:
        """Return the first of these slots that has utilities, as (utilities, path)."""
        return next(((self.known[p], p) for p in paths if self.known.get(p)), ("", ""))


def fallback_block(block: Mapping[str, Any], name: str) -> FallbackBlock:
    """Extract the content and the slots of a block of the unknown type ``name``."""
    slots = _Slots.of(block)
    section, slot = slots.for_part("section")
    wrap = [
        slots.known.get(f"style.{key}", "") for key in ("padding", "minHeight", "textAlignment")
    ]
    return FallbackBlock(
        name=name,
        pieces=tuple(_pieces(block, "", slots, 0)),
        anchor=anchor_id(text(block.get("navigationLabel"))),
        section=section,
        slot=slot,
        wrap=slots.for_part("contentWrap", "wrap")[0] or " ".join(filter(None, wrap)),
        fill=slots.first_filled("background.fillStyles")[0],
        background_image=slots.first_filled("background.src")[0],
    )


def _pieces(
    data: Mapping[str, Any], path: str, slots: _Slots, depth: int
) -> Iterator[FallbackPiece]:
    """Yield the content of a mapping, in the order of the file."""
    link = _link(data)
    if path and link and _is_button(data):
        words = next((data[key] for key in _LABEL_KEYS if text(data.get(key))), link)
        yield _button(path.removesuffix("."), link, text(words) or link, slots, card=False)
        return
    for key, value in data.items():
        name = str(key)
        if name == _BUTTON_LABEL and link and text(value):
            yield _button(f"{path}{name}", link, text(value) or "", slots, card=depth > 0)
        elif name not in _NOT_CONTENT and name not in DISCRIMINANTS:
            yield from _piece(name, value, f"{path}{name}", slots, depth)


def _piece(
    name: str, value: object, path: str, slots: _Slots, depth: int
) -> Iterator[FallbackPiece]:
    """Yield the content under one key."""
    if isinstance(value, Mapping):
        source = text(value.get("src") or value.get("url"))
        if source and not _is_button(value):
            yield _image(path, source, text(value.get("alt")) or "", slots)
        elif depth < _MAX_DEPTH:
            yield from _pieces(value, f"{path}.", slots, depth + 1)
    elif isinstance(value, list):
        if depth < _MAX_DEPTH:
            yield from _list(value, path, slots, depth + 1)
    elif isinstance(value, str) and value.strip():
        yield from _text(name, value, path, slots, card=depth > 0)


def _list(items: list[Any], path: str, slots: _Slots, depth: int) -> Iterator[FallbackPiece]:
    """Yield the content of a list: a row of buttons, or a group for each item."""
    groups = []
    for number, item in enumerate(items):
        place = f"{path}.{number}"
        if isinstance(item, Mapping):
            pieces = tuple(_demote_headings(_pieces(item, f"{place}.", slots, depth)))
        else:
            words = text(item) or ""
            if _is_image_address(words):
                pieces = (_image(place, words, "", slots),)
            else:
                pieces = (FallbackPiece("text", place, words),) if words else ()
        groups.append(FallbackGroup(place, pieces))
    if groups and all(len(g.pieces) == 1 and g.pieces[0].kind == "button" for g in groups):
        yield from (group.pieces[0] for group in groups)
    elif groups:
        classes, slot = slots.for_part("wrap", card=True)
        yield FallbackPiece("items", path, classes=classes, slot=slot, items=tuple(groups))


def _demote_headings(pieces: Iterator[FallbackPiece]) -> Iterator[FallbackPiece]:
    """Demote all headings of an item but the first: a name can precede a title."""
    seen = False
    for piece in pieces:
        again = piece.kind == "heading" and seen
        seen = seen or piece.kind == "heading"
        yield replace(piece, kind="subhead") if again else piece


def _link(data: Mapping[str, Any]) -> str:
    """Return the link of a mapping, or ''."""
    return next((found for key in _LINKS if (found := text(data.get(key)))), "")


def _is_button(data: Mapping[str, Any]) -> bool:
    """Whether a mapping with a link has at most one label and no other content."""
    words = [key for key in _LABEL_KEYS if data.get(key)]
    shown = {*data} - {*_LINKS, *_LABEL_KEYS}
    return len(words) <= 1 and not shown & (_HEADINGS | _SUBHEADS | _TEXTS | {"image", "src"})


def _button(path: str, link: str, words: str, slots: _Slots, *, card: bool) -> FallbackPiece:
    """Return a link with a label."""
    classes, slot = slots.for_part("button", card=card)
    return FallbackPiece("button", path, link, words, classes, slot)


def _image(path: str, source: str, words: str, slots: _Slots) -> FallbackPiece:
    """Return an image."""
    classes, slot = slots.for_part("image", card="." in path.removesuffix(".src"))
    return FallbackPiece("image", path, source, words, classes, slot)


def _is_image_address(value: str) -> bool:
    """Whether a text in a list is an image address; a sentence may end with one."""
    path = value.startswith(("/", "./", "../", "http://", "https://"))
    return bool(_IMAGE_FILE.search(value)) and (path or " " not in value)


def _looks_like_utilities(value: str) -> bool:
    """Whether a text looks like utilities: every word can be one, and half of them must be."""
    words = value.split()
    sure = sum("-" in word or ":" in word for word in words)
    return all(_UTILITY.fullmatch(word) for word in words) and 2 * sure >= len(words)


def _text(
    name: str, value: str, path: str, slots: _Slots, *, card: bool
) -> Iterator[FallbackPiece]:
    """Yield a string as a heading, a rich text, an image, or nothing."""
    kinds = (("label", _LABELS), ("heading", _HEADINGS), ("subhead", _SUBHEADS), ("text", _TEXTS))
    kind = next((kind for kind, names in kinds if name in names), "")
    if not kind and _IMAGE_FILE.search(value) and _IMAGE_KEY.search(name):
        yield _image(path, value, "", slots)
        return
    if not kind and " " in value.strip() and not _looks_like_utilities(value):
        kind = "text"
    if not kind:
        return
    key = {"heading": "headline", "subhead": "subhead", "label": "label", "text": "text"}[kind]
    classes, slot = slots.for_part(key, name, card=card)
    yield FallbackPiece(kind, path, value, "", classes, slot)
