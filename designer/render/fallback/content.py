"""Finds the visible content of a block without a template, in the order of the file."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from designer.document import Tagged
from designer.render.fallback.links import LinkPairs, button_of, link_key
from designer.render.fallback.lists import ItemList, list_piece
from designer.render.fallback.mappings import (
    Data,
    alt_of,
    captions_of,
    content_types,
    is_form_field,
    is_icon,
    is_keyed_list,
    is_styled,
    media_key,
    shown_text,
    type_keys,
    wrapped_text,
)
from designer.render.fallback.nodes import are_nodes, is_node, node_pieces
from designer.render.fallback.pieces import FallbackGroup, FallbackPiece, Kind, Slots
from designer.schema import humanise
from designer.schema.content_roles import (
    Role,
    is_clear_sentence,
    is_design,
    is_image_address,
    is_rich,
    is_video_address,
    role_of,
)
from designer.schema.content_words import RICH_TEXTS, SMALL_PICTURES, VIDEOS, key_words

MAX_DEPTH: Final = 12
"""How many mappings and lists are opened inside each other."""

_MAX_LABEL = 48  # characters of a line above a heading
_QUOTES = frozenset({"quote", "testimonial"})
_SLOT_NAMES: Final[Mapping[str, str]] = {
    "heading": "headline",
    "subhead": "subhead",
    "label": "label",
    "text": "text",
    "quote": "text",
}


@dataclass(frozen=True)
class ContentReader:
    """Reads the values of one block.

    Attributes:
        slots: The utility strings of the block.
        depth: How many mappings and lists are around.
        card: Whether the values belong to an item of a list.
        in_style: Whether the values are inside a group of design values.
        content_types: Type keys whose values are content, such as *Stars on GitHub*.
    """

    slots: Slots
    depth: int = 0
    card: bool = False
    in_style: bool = False
    content_types: frozenset[str] = frozenset()

    def pieces(
        self, data: Data, path: str, ignored: Collection[str] = ()
    ) -> Iterator[FallbackPiece]:
        """Yield the content of a mapping.

        Args:
            data: The mapping.
            path: Its dotted path, with a dot at the end unless it is empty.
            ignored: The keys to leave out.
        """
        if is_form_field(data):
            yield from self._form_field(data, path)
            return
        links, alike = LinkPairs.of(data), self._alike(data, ignored)
        roles = {str(key): role_of(str(key), value) for key, value in data.items()}
        has_picture = "image" in roles.values()
        for key, value in data.items():
            name = str(key)
            if name in ignored or name in links.used or name == "navigationLabel":
                continue
            if name in alike:
                if name == alike[0]:
                    yield from self._deeper().items("", [(k, data[k]) for k in alike], path[:-1])
            elif has_picture and roles[name] == "alt":
                continue  # it is the alt text of the picture
            elif (address := links.addresses.get(name)) is not None:
                yield self._button(f"{path}{name}", address, shown_text(value))
            else:
                alt = alt_of(data, name) if roles[name] == "image" else ""
                yield from self.value(name, value, f"{path}{name}", alt)

    def value(self, name: str, value: object, path: str, alt: str = "") -> Iterator[FallbackPiece]:
        """Yield the content under one key; ``alt`` is the alt text of a picture."""
        if isinstance(value, Tagged):
            value = value.value
        if isinstance(value, Mapping):
            yield from self._mapping(name, value, path)
        elif isinstance(value, list):
            yield from self._list(name, value, path)
        elif not self.in_style:
            yield from self._scalar(name, value, path, alt)
        elif isinstance(value, str) and is_clear_sentence(value):
            yield self._text("text", name, value, path)
        elif isinstance(value, str) and role_of(name, value) == "image":
            yield self._image(name, path, value, alt)

    def _deeper(self, *, in_style: bool = False) -> ContentReader:
        return replace(self, depth=self.depth + 1, in_style=self.in_style or in_style)

    # -- scalars -----------------------------------------------------------------------------------

    def _scalar(self, name: str, value: object, path: str, alt: str) -> Iterator[FallbackPiece]:
        """Yield the piece that shows a scalar, if it is content."""
        shown, is_content = shown_text(value), name in self.content_types
        role: Role = "fact" if is_content else role_of(name, value)
        if not shown or role == "none":
            return
        if role == "image":
            yield self._image(name, path, shown.strip(), alt)
        elif role in {"link", "button"}:
            yield self._link(role, name, shown, path)
        elif role == "fact":
            kind: Kind = "line" if is_content else "fact"
            words = "" if is_content else humanise(name)
            rich = isinstance(value, str) and is_rich(shown)
            yield FallbackPiece(kind, path, shown, words, rich=rich)
        elif role in {"icon", "video", "code", "figure"}:
            yield FallbackPiece(role, path, _shown_as(role, shown))
        else:
            yield self._text("text" if role == "alt" else role, name, shown, path)

    def _link(self, role: Role, name: str, shown: str, path: str) -> FallbackPiece:
        """Return a link with the words that a person sees: its label, its address or its key."""
        if role == "button":
            return self._button(path, "", shown)
        if link_key(name):
            return FallbackPiece("link", path, shown.strip())
        return self._button(path, shown.strip(), humanise(name))

    def _text(self, kind: Kind, name: str, value: str, path: str) -> FallbackPiece:
        last = ("", *key_words(name))[-1]
        if kind == "text" and last == "placeholder":
            return FallbackPiece("input", path, value)
        if kind == "label" and len(value) > _MAX_LABEL:
            kind = "subhead"  # too long for capitals
        if kind == "text" and last in _QUOTES:
            kind = "quote"
        is_long = kind == "quote" or (kind == "text" and last in RICH_TEXTS)
        classes, slot = self.slots.for_part(_SLOT_NAMES.get(kind, ""), name, card=self.card)
        return FallbackPiece(kind, path, value, "", classes, slot, rich=is_long or is_rich(value))

    def _button(self, path: str, address: str, words: str, note: str = "") -> FallbackPiece:
        classes, slot = self.slots.for_part("button", card=self.card)
        return FallbackPiece("button", path, address, words, classes, slot, note=note)

    def _image(self, name: str, path: str, source: str, alt: str) -> FallbackPiece:
        classes, slot = self.slots.for_part("image", card="." in path.removesuffix(".src"))
        small = bool(SMALL_PICTURES.intersection(key_words(name)))
        return FallbackPiece("image", path, source, alt, classes, slot, small=small)

    # -- mappings ----------------------------------------------------------------------------------

    def _mapping(self, name: str, value: Data, path: str) -> Iterator[FallbackPiece]:
        if (source := media_key(name, value)) is not None:
            yield self._media(name, value, path, source)
        elif is_icon(name, value):
            yield FallbackPiece("icon", path)
        elif (button := button_of(value)) is not None:
            marked = f"{path}.{button.key}" if button.has_own_mark else path
            yield self._button(marked, button.address, button.words, button.note)
        elif self.depth >= MAX_DEPTH:
            return
        elif not self.in_style and (wrapped := wrapped_text(name, value)) is not None:
            kind, key = wrapped
            yield self._text(kind, name, shown_text(value[key]), f"{path}.{key}")
        else:
            inner = self._deeper(in_style=is_styled(name))
            if is_keyed_list(value) and not inner.in_style:
                keyed = [(str(key), item) for key, item in value.items()]
                yield from inner.items(name, keyed, path)
            else:
                ignored = type_keys(value, self.content_types)
                yield from inner.pieces(value, f"{path}.", ignored)

    def _media(self, name: str, value: Data, path: str, source: str) -> FallbackPiece:
        """Return a picture or video that is a mapping, with its captions."""
        address = shown_text(value[source]).strip()
        marked = path if source == "src" else f"{path}.{source}"
        is_video = is_video_address(address) or bool(VIDEOS.intersection(key_words(name)))
        is_video = is_video and not is_image_address(address)
        captions = tuple(
            replace(self._text("text", key, value[key], f"{path}.{key}"), kind="line")
            for key in captions_of(value, is_video=is_video)
            if key != source
        )
        if is_video:
            return FallbackPiece("video", marked, address, captions=captions)
        return replace(self._image(name, marked, address, alt_of(value)), captions=captions)

    def _form_field(self, data: Data, path: str) -> Iterator[FallbackPiece]:
        """Yield the label of a form's field, its box, and its other texts."""
        has_box = False
        for key, value in data.items():
            name, place = str(key), f"{path}{key}"
            if name in {"label", "placeholder"} and shown_text(value):
                has_box = has_box or name == "placeholder"
                kind: Kind = "line" if name == "label" else "input"
                yield FallbackPiece(kind, place, shown_text(value))
            elif name != "name":
                yield from self.value(name, value, place)
        if not has_box:
            yield FallbackPiece("input", path.removesuffix("."))

    def _alike(self, data: Data, ignored: Collection[str]) -> list[str]:
        """Return the keys of several similar groups of content, such as two columns."""
        keys = [
            key
            for key, value in data.items()
            if isinstance(key, str) and key not in ignored and self._is_card(key, value)
        ]
        return keys if is_keyed_list({key: data[key] for key in keys}) else []

    def _is_card(self, name: str, value: object) -> bool:
        """Whether a value is a group of content with several pieces."""
        if not isinstance(value, Mapping) or self.in_style or self.depth >= MAX_DEPTH:
            return False
        if is_styled(name) or media_key(name, value) is not None or button_of(value) is not None:
            return False
        roles = [role_of(str(key), inner) for key, inner in value.items()]
        return sum(role in {"heading", "text", "image"} for role in roles) > 1

    # -- lists -------------------------------------------------------------------------------------

    def _list(self, name: str, items: list[Any], path: str) -> Iterator[FallbackPiece]:
        if self.depth >= MAX_DEPTH or (is_design(name, items) and not self.in_style):
            return
        inner, places = self._deeper(), [(str(n), item) for n, item in enumerate(items)]
        if not are_nodes(items):
            yield from inner.items(name, places, path)
            return
        for number, item in places:
            place = f"{path}.{number}"
            yield from node_pieces(item, place) if is_node(item) else inner.item(name, item, place)

    def items(self, name: str, items: list[tuple[str, Any]], path: str) -> Iterator[FallbackPiece]:
        """Yield the content of a list: a row of buttons, or a group for each item.

        Args:
            name: The key of the list.
            items: The key or index of every item, and the item.
            path: The dotted path of the list.
        """
        values = [item for _, item in items]
        reader = replace(self, card=True, content_types=content_types(values))
        places = [(f"{path}.{key}" if path else key, item) for key, item in items]
        groups = [
            FallbackGroup(place, tuple(reader.item(name, item, place))) for place, item in places
        ]
        filled = [group for group in groups if group.pieces]
        if filled and all(len(g.pieces) == 1 and g.pieces[0].kind == "button" for g in filled):
            yield from (group.pieces[0] for group in filled)
        elif filled:
            classes, slot = self.slots.for_part("wrap", card=True)
            found = ItemList(name, path, filled, values, classes, slot, in_card=self.card)
            yield list_piece(found)

    def item(self, name: str, item: object, path: str) -> Iterator[FallbackPiece]:
        """Yield the content of one item of a list."""
        if isinstance(item, Tagged):
            item = item.value
        if isinstance(item, Mapping):
            yield from demote_headings(self._mapping(name, item, path))
        elif isinstance(item, list):
            if self.depth < MAX_DEPTH:
                yield from self._deeper().cells(name, item, path)
        else:
            for piece in self.value(name, item, path):
                plain = piece.kind == "fact" or (piece.kind == "text" and not is_rich(piece.value))
                yield replace(piece, kind="line", words="", rich=False) if plain else piece

    def cells(self, name: str, items: list[Any], path: str) -> Iterator[FallbackPiece]:
        """Yield the content of a list in a list, which may be a row of a table."""
        for number, cell in enumerate(items):
            place = f"{path}.{number}"
            if cell is None or cell == "":
                yield FallbackPiece("empty", place)
            else:
                yield from self.item(name, cell, place)


def demote_headings(pieces: Iterable[FallbackPiece]) -> Iterator[FallbackPiece]:
    """Demote all headings but the first: a name can precede a title."""
    seen = False
    for piece in pieces:
        again = piece.kind == "heading" and seen
        seen = seen or piece.kind == "heading"
        yield replace(piece, kind="subhead") if again else piece


def _shown_as(role: Role, value: str) -> str:
    """Return what is shown of an icon, a video, a piece of code or a figure."""
    if role == "icon":
        return "" if value.isascii() else value.strip()  # the name of an icon says nothing
    return _source_in(value) if role == "code" else value.strip()


def _source_in(code: str) -> str:
    """Return the address that a piece of code embeds, or '' if it names none."""
    for quote in "\"'":
        _, found, rest = code.partition(f"src={quote}")
        if found:
            return rest.partition(quote)[0].strip()
    return ""
