"""Conversion between addresses and the ``data-fp-*`` marks of elements; labels of elements."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication

from designer.editor import Address, Role
from designer.schema import BlockType, Field

_TEXT_TYPES = ("string", "text")
_LABEL_FIELDS = ("label", "logoType", "headline", "title", "name", "text")
"""The fields by which an element shows an object: a button, for example, shows its label."""

_HTML_TEXT = re.compile(r"\.#(\d+)$", re.ASCII)


def block_root(number: int) -> str:
    """Return the root mark of a block's outermost element."""
    return f"block:{number}"


def address_of(root: str, path: str, slot: str = "") -> Address:
    """Return the address for an element's marks; a text in HTML has the address of its field."""
    kind, _, number = root.partition(":")
    path = _HTML_TEXT.sub("", path)
    inside = tuple(int(w) if w.isdecimal() else w for w in (path or slot).split(".") if w)
    if kind == "block" and number.isdecimal():
        return Address(Role.PAGE, int(number), inside)
    if kind == "footer" and number.isdecimal():
        return Address(Role.SITE, None, ("blocks", int(number), *inside))
    return Address(Role.SITE, None, inside)


def html_text_index(path: str) -> int | None:
    """Return the index of a text inside an HTML field from a mark's path; None without index."""
    match = _HTML_TEXT.search(path)
    return None if match is None else int(match[1])


def mark_of(address: Address | None) -> dict[str, str] | None:
    """Return the marks of the element at an address; None if no element shows the address."""
    if address is None:
        return None
    path = address.path
    if address.block is not None:
        root = block_root(address.block)
    elif address.role is Role.SITE and path[:1] == ("blocks",) and len(path) > 1:
        root, path = f"footer:{path[1]}", path[2:]
    elif address.role is Role.SITE:
        root = "header"
    else:
        return None
    dotted = ".".join(map(str, path))
    return {"root": root, "path": dotted, "slot": dotted}


def enclosing_item(address: Address) -> Address | None:
    """Return the innermost list item that an address means or lies in; None outside of lists."""
    mark = mark_of(address)
    keys = mark["path"].split(".") if mark else []
    inner = [place for place, key in enumerate(keys) if place and key.isdecimal()]
    if mark is None or not inner:
        return None
    return address_of(mark["root"], ".".join(keys[: inner[-1] + 1]))


def element_labels(types: Mapping[str, BlockType], frame: BlockType) -> dict[str, Any]:
    """Return labels and content kinds of all elements, as the page's script expects them.

    Args:
        types: The block types by name.
        frame: The type that describes header and footer.
    """
    labels: dict[str, str] = {}
    items: dict[str, str] = {}
    for block_type in (frame, *types.values()):
        labels |= {slot.path[-1]: slot.label for slot in block_type.slots}
        labels |= _field_labels(block_type.fields)
        items |= _item_labels(block_type.fields)
    return {
        "types": {name: block_type.label for name, block_type in types.items()},
        "parts": {
            "header": _tr("Whole site · Header"),
            "footer": _tr("Whole site · Footer"),
            "block": _tr("Block"),
        },
        "words": labels,
        "items": items,
        "frame": embed_placeholder(),
        "kinds": {
            "frame": _kinds(frame.fields),
            **{name: _kinds(block_type.fields) for name, block_type in types.items()},
        },
    }


def _tr(text: str) -> str:
    return QCoreApplication.translate("Preview", text)


def embed_placeholder() -> str:
    """Return the placeholder text for an embedded page; ``%1`` is the name of its host."""
    return _tr("Embedded page %1 (not loaded in the preview)")


def _field_labels(fields: Sequence[Field]) -> dict[str, str]:
    """Return the labels of fields and nested fields by name; outer fields take precedence."""
    labels: dict[str, str] = {}
    for field in fields:
        labels = _field_labels(field.fields) | labels
    return labels | {field.name: field.label for field in fields}


def _item_labels(fields: Sequence[Field]) -> dict[str, str]:
    """Return the labels of list items by the name of the list; outer lists take precedence."""
    items: dict[str, str] = {}
    for field in fields:
        items = _item_labels(field.fields) | items
    return items | {field.name: field.item_label for field in fields if field.item_label}


def _kinds(fields: Sequence[Field], before: str = "") -> dict[str, tuple[str, str]]:
    """Return the content kind of each element by the path of its mark, with ``*`` for list indexes.

    The kind is ``text``, ``rich``, ``html`` or ``image``. The second string is the suffix that
    turns the mark's path into the path of the value.
    """
    kinds: dict[str, tuple[str, str]] = {}
    for field in fields:
        path = before + field.name
        if field.type in _TEXT_TYPES:
            kinds[path] = ("text", "")
        elif field.type == "markdown":
            kinds[path] = ("rich", "")
        elif field.type in ("html", "image"):
            kinds[path] = (field.type, "")
        elif field.type == "list" and not field.fields:
            kinds[f"{path}.*"] = ("text", "")
        elif field.fields:
            path += ".*" if field.type == "list" else ""
            own = {each.name for each in field.fields if each.type in _TEXT_TYPES}
            word = next((name for name in _LABEL_FIELDS if name in own), None)
            if any(each.name == "src" for each in field.fields):
                kinds[path] = ("image", ".src")
            elif word is not None:
                kinds[path] = ("text", f".{word}")
            kinds |= _kinds(field.fields, f"{path}.")
    return kinds
