"""Tells what a mapping in a block without a template is: a picture, a field of a form, a list."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from designer.families.template_values import text
from designer.render.fallback.pieces import Kind
from designer.schema import STYLE_GROUPS
from designer.schema.content_roles import (
    is_clear_sentence,
    is_common_type_name,
    is_design,
    is_image_address,
    is_type_key,
    is_type_name,
    is_video_address,
    role_of,
    role_of_key,
)
from designer.schema.content_words import (
    ALTS,
    CLASS_KEYS,
    ICONS,
    PICTURES,
    VIDEOS,
    key_words,
    word_set,
)

Data = Mapping[Any, Any]

_STYLE_WORDS = CLASS_KEYS | word_set(
    "style styles styling colors colours color colour theme typography padding margin"
    " spacing background animation appearance sizes font fonts border"
)
_SOURCES = word_set("src url path file filename image img asset href source")
_CAPTIONS = word_set("caption title description credit name label text")
_INPUTS = word_set("text textarea email tel phone number date select checkbox radio url")
_TEXT_KEYS = word_set("text content value label title body html name heading")
_MOST_KEYS_OF_FIGURE = 3


def shown_text(value: object) -> str:
    """Return a scalar as it is shown; '' for nothing."""
    if isinstance(value, bool):
        return "✓" if value else "✕"
    return text(value) or ""


def has_sentence(value: object) -> bool:
    """Whether a value contains a sentence at any depth."""
    if isinstance(value, Mapping):
        return any(has_sentence(inner) for inner in value.values())
    if isinstance(value, list):
        return any(has_sentence(inner) for inner in value)
    return isinstance(value, str) and is_clear_sentence(value)


def is_styled(name: str) -> bool:
    """Whether the mapping under a key holds design values."""
    words = key_words(name)
    return name in STYLE_GROUPS or bool(words and words[-1] in _STYLE_WORDS)


def is_icon(name: str, value: Data) -> bool:
    """Whether the mapping under a key names an icon of a library, and has no other content."""
    words = key_words(name)
    return (
        bool(words)
        and (words[-1] in ICONS or words[0] in ICONS)
        and not has_sentence(value)
        and not any(isinstance(inner, Mapping | list) for inner in value.values())
        and not any(role_of(str(key), inner) == "image" for key, inner in value.items())
    )


def alt_of(data: Data, name: str = "") -> str:
    """Return the alt text of the picture under a key of a mapping, or ''."""
    words = set(key_words(name))
    alts = [key for key, value in data.items() if role_of(str(key), value) == "alt"]
    best = max(alts, key=lambda key: len(words & set(key_words(str(key)))), default=None)
    return "" if best is None else shown_text(data[best])


def media_key(name: str, value: Data) -> str | None:
    """Return the key of the address in a mapping that is only a picture or a video, else None."""
    said = str(value.get("type", value.get("_type", ""))).lower()
    is_media = bool(set(key_words(name)) & (PICTURES | VIDEOS)) or any(
        kind in said for kind in ("image", "picture", "photo", "video")
    )
    source = None
    for key, inner in value.items():
        if source is None and _is_source(str(key), inner, is_media=is_media):
            source = str(key)
        elif isinstance(inner, Mapping | list):
            if inner and (not is_design(str(key), inner) or has_sentence(inner)):
                return None
        elif not _is_caption(str(key), inner):
            return None
    return source


def captions_of(value: Data, *, is_video: bool) -> list[str]:
    """Return the keys of the texts below a picture or a video, which has no alt text."""
    names = _CAPTIONS | ALTS if is_video else _CAPTIONS
    others = {"image", "video"} if is_video else {"alt", "image", "video"}
    return [
        str(key)
        for key, inner in value.items()
        if isinstance(inner, str)
        and inner.strip()
        and _last_word(str(key)) in names
        and role_of(str(key), inner) not in others
    ]


def is_form_field(data: Data) -> bool:
    """Whether a mapping describes a field of a form."""
    said = data.get("type", data.get("_type"))
    named = isinstance(data.get("name"), str) and is_type_name(str(data["name"]))
    kind = said.lower() if isinstance(said, str) else ""
    is_input = kind.endswith(("formcontrol", "field", "input")) or kind in _INPUTS
    return named and is_input and isinstance(data.get("label", data.get("placeholder")), str)


def wrapped_text(name: str, value: Data) -> tuple[Kind, str] | None:
    """Return the kind and the key of the only text of a mapping, if its own key says what it is.

    ``title: {type: TitleBlock, text: Hello}`` is a heading.
    """
    role = role_of_key(name)
    if role not in {"heading", "subhead", "label", "text"}:
        return None
    found = [
        str(key)
        for key, inner in value.items()
        if not isinstance(inner, Mapping | list) and role_of(str(key), inner) != "none"
    ]
    groups = [(key, inner) for key, inner in value.items() if isinstance(inner, Mapping | list)]
    plain = all(is_styled(str(key)) and not has_sentence(inner) for key, inner in groups)
    if len(found) != 1 or not plain or _last_word(found[0]) not in _TEXT_KEYS:
        return None
    return role, found[0]


def type_keys(data: Data, content: frozenset[str]) -> list[str]:
    """Return the keys that name the type of a mapping inside a block.

    Args:
        data: The mapping.
        content: The type keys whose values are content.
    """
    return [
        str(key)
        for key, value in data.items()
        if isinstance(value, str)
        and is_type_key(str(key))
        and is_type_name(value)
        and str(key) not in content
    ]


def content_types(items: Iterable[object]) -> frozenset[str]:
    """Return the type keys of small items that tell the items apart, so they are content.

    ``{stat: 12K, type: Stars}`` is such an item, ``{type: Button, label: Go, url: /}`` is not.
    """
    found: dict[str, list[str]] = {}
    count = 0
    for item in items:
        if not isinstance(item, Mapping) or len(item) > _MOST_KEYS_OF_FIGURE:
            return frozenset()
        count += 1
        for key, value in item.items():
            if isinstance(value, str) and is_type_key(str(key)):
                found.setdefault(str(key), []).append(value)
    return frozenset(
        key
        for key, values in found.items()
        if len(values) == count > 1
        and len(set(values)) == count
        and not any(is_common_type_name(value) for value in values)
    )


def is_keyed_list(value: Data) -> bool:
    """Whether a mapping is a list of similar mappings under names."""
    items = list(value.values())
    if len(items) < 2 or not all(isinstance(item, Mapping) and item for item in items):
        return False
    first = set(items[0])
    return all(len(first & set(item)) * 2 >= len(first | set(item)) for item in items[1:])


def _is_source(name: str, value: object, *, is_media: bool) -> bool:
    """Whether a value is the address of a picture or a video."""
    last = _last_word(name)
    if last not in _SOURCES or not isinstance(value, str) or not value.strip():
        return False
    address = value.strip()
    sure = is_image_address(address) or is_video_address(address)
    return sure or ((is_media or last == "src") and " " not in address)


def _is_caption(name: str, value: object) -> bool:
    return _last_word(name) in _CAPTIONS | ALTS or role_of(name, value) in {"none", "alt"}


def _last_word(name: str) -> str:
    words = key_words(name)
    return words[-1] if words else ""
