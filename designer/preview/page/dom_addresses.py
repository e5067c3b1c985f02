"""The marks by which the page's script and Python name an element, and the words for it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication

from designer.editor import Address, Role
from designer.schema import BlockType, Field

_TEXTS = ("string", "text")
_OWN_WORDS = ("label", "logoType", "headline", "title", "name", "text")
"""The fields that an element shows which stands for a whole object: a button shows its label."""

_HTML_TEXT = re.compile(r"\.#(\d+)$", re.ASCII)


def block_root(number: int) -> str:
    """The mark of a block's outermost element."""
    return f"block:{number}"


def address_of(root: str, path: str, slot: str = "") -> Address:
    """The address that an element's marks stand for: of a text in HTML, that of the field."""
    kind, _, number = root.partition(":")
    path = _HTML_TEXT.sub("", path)
    inside = tuple(int(w) if w.isdecimal() else w for w in (path or slot).split(".") if w)
    if kind == "block" and number.isdecimal():
        return Address(Role.PAGE, int(number), inside)
    if kind == "footer" and number.isdecimal():
        return Address(Role.SITE, None, ("blocks", int(number), *inside))
    return Address(Role.SITE, None, inside)


def html_text(path: str) -> int | None:
    """Which text of a piece of HTML a mark's path means, None if it means a whole field."""
    match = _HTML_TEXT.search(path)
    return None if match is None else int(match[1])


def mark_of(address: Address | None) -> dict[str, str] | None:
    """The marks of the element that an address stands for, or None."""
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


def item_around(address: Address) -> Address | None:
    """The item of a list that an address means or lies in, of nested ones the innermost."""
    mark = mark_of(address)
    keys = mark["path"].split(".") if mark else []
    inner = [place for place, key in enumerate(keys) if place and key.isdecimal()]
    if mark is None or not inner:
        return None
    return address_of(mark["root"], ".".join(keys[: inner[-1] + 1]))


def names(types: Mapping[str, BlockType], frame: BlockType) -> dict[str, Any]:
    """What the page's script has to say about elements, and what kind of content they hold.

    Args:
        types: The block types by name.
        frame: What describes header and footer.
    """
    words: dict[str, str] = {}
    items: dict[str, str] = {}
    for block_type in (frame, *types.values()):
        words |= {slot.path[-1]: slot.label for slot in block_type.slots}
        words |= _words(block_type.fields)
        items |= _items(block_type.fields)
    return {
        "types": {name: block_type.label for name, block_type in types.items()},
        "parts": {
            "header": _tr("Whole site · Header"),
            "footer": _tr("Whole site · Footer"),
            "block": _tr("Block"),
        },
        "words": words,
        "items": items,
        "frame": frame_words(),
        "kinds": {
            "frame": _kinds(frame.fields),
            **{name: _kinds(block_type.fields) for name, block_type in types.items()},
        },
    }


def _tr(text: str) -> str:
    return QCoreApplication.translate("Preview", text)


def frame_words() -> str:
    """What stands in the box for an embedded page; ``%1`` is the name of its host."""
    return _tr("Embedded page %1 (not loaded in the preview)")


def _words(fields: Sequence[Field]) -> dict[str, str]:
    """The labels of fields and of the fields inside them, by name; outer ones count more."""
    words: dict[str, str] = {}
    for field in fields:
        words = _words(field.fields) | words
    return words | {field.name: field.label for field in fields}


def _items(fields: Sequence[Field]) -> dict[str, str]:
    """What one item of a list is called, by the list's name; outer ones count more."""
    items: dict[str, str] = {}
    for field in fields:
        items = _items(field.fields) | items
    return items | {field.name: field.item_label for field in fields if field.item_label}


def _kinds(fields: Sequence[Field], before: str = "") -> dict[str, tuple[str, str]]:
    """What an element holds by the path of its mark, with ``*`` for numbers.

    The kind is ``text``, ``rich``, ``html`` or ``image``; the second word is what the path of the
    value has more than that of the mark.
    """
    kinds: dict[str, tuple[str, str]] = {}
    for field in fields:
        path = before + field.name
        if field.type in _TEXTS:
            kinds[path] = ("text", "")
        elif field.type == "markdown":
            kinds[path] = ("rich", "")
        elif field.type in ("html", "image"):
            kinds[path] = (field.type, "")
        elif field.type == "list" and not field.fields:
            kinds[f"{path}.*"] = ("text", "")
        elif field.fields:
            path += ".*" if field.type == "list" else ""
            own = {each.name for each in field.fields if each.type in _TEXTS}
            word = next((name for name in _OWN_WORDS if name in own), None)
            if any(each.name == "src" for each in field.fields):
                kinds[path] = ("image", ".src")
            elif word is not None:
                kinds[path] = ("text", f".{word}")
            kinds |= _kinds(field.fields, f"{path}.")
    return kinds
