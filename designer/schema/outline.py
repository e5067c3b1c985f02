"""Labels of blocks and their parts in lists."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from designer.schema.block_type import DISCRIMINANTS, STYLE_GROUPS, BlockType
from designer.schema.content_roles import is_image_address, role_of
from designer.schema.naming import TITLES, humanise

_ICONS = {"image": "image", "list": "list", "object": "block", "html": "code", "markdown": "text"}
_ICONS_BY_NAME = {"image": "image", "buttons": "button", "markup": "code"}
_INNER_TITLES = ("headline", "heading", "title")
_WRAPPED = ("text", "title", "content", "value")
_CONTENT_GROUPS = ("value", "content", "fields", "props")  # they hold all content of a block
_HIDDEN = {*DISCRIMINANTS, *STYLE_GROUPS, "background", "navigationLabel"}


@dataclass(frozen=True)
class Element:
    """A part of a block, shown below it in a list.

    Attributes:
        path: The path of its field inside the block.
        label: The label.
        icon: The name of its icon.
        detail: A short text to its right, for instance the number of list items.
    """

    path: tuple[str | int, ...]
    label: str
    icon: str
    detail: str = ""


def type_label(name: str, block_type: BlockType | None) -> str:
    """Return the label of a block's type.

    Args:
        name: The name of the type; '' for a block without one.
        block_type: The type, if it is known.
    """
    if block_type is not None:
        return block_type.label
    return humanise(name) if name else "Block"


def title(data: Mapping[str, Any], label: str) -> str:
    """Return a block's title in a list: its first title field, else the label of its type.

    A title field is one of ``TITLES``, any other field whose key says that it is a heading, or one
    of these in a group of the block, such as ``title: {text: Hello}``.
    """
    return own_title(data) or label


def own_title(data: Mapping[str, Any]) -> str:
    """Return the title in the data of a block or list item; '' without one."""
    for key in TITLES:
        if text := _line(data.get(key)):
            return text
    for key, value in data.items():
        if (text := _line(value)) and role_of(str(key), value) == "heading":
            return text
    for key, value in data.items():
        if not isinstance(value, Mapping) or key in _HIDDEN:
            continue
        if key in _CONTENT_GROUPS or not _is_picture(value):
            names = _WRAPPED if key in TITLES else _INNER_TITLES
            if text := next(filter(None, (_line(value.get(name)) for name in names)), ""):
                return text
    return ""


def _line(value: object) -> str:
    """Return a text on one line; '' for anything else."""
    return " ".join(value.split()) if isinstance(value, str) else ""


def _is_picture(value: Mapping[str, Any]) -> bool:
    """Whether a group holds the address of a picture."""
    return any(isinstance(text, str) and is_image_address(text) for text in value.values())


def elements(
    data: Mapping[str, Any], block_type: BlockType | None, name: str = ""
) -> tuple[Element, ...]:
    """Return the non-empty parts of a block, in the order of its type's fields.

    Args:
        data: The block.
        block_type: Its type, if it is known.
        name: The name of its type; a key with this value is no part.
    """
    if block_type is not None:
        fields = [(f.name, f.label, f.type) for f in block_type.fields]
    else:
        fields = [(key, humanise(key), _guess(value)) for key, value in data.items()]
    found = []
    for key, label, kind in fields:
        value = data.get(key)
        if key in _HIDDEN or value in (None, "", [], {}) or (name and value == name):
            continue
        detail = str(len(value)) if isinstance(value, list) else ""
        icon = _ICONS_BY_NAME.get(key) or _ICONS.get(kind, "text")
        found.append(Element((key,), label, icon, detail))
    return tuple(found)


def _guess(value: Any) -> str:
    if isinstance(value, list):
        return "list"
    if isinstance(value, dict):
        return "image" if "src" in value or _is_picture(value) else "object"
    return "string"
