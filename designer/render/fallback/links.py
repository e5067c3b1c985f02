"""Finds the buttons in a block without a template: which label belongs to which address."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from designer.families.template_values import text
from designer.render.fallback.mappings import has_sentence
from designer.schema.content_roles import role_of
from designer.schema.content_words import BUTTONS, LINKS, key_words

_LABELS = {"label", "heading", "text", "button", "subhead", "fact"}
_MAX_LABEL = 80  # characters of the longest label of a button


@dataclass(frozen=True)
class LinkPairs:
    """The labels of buttons in a mapping with their addresses.

    Attributes:
        addresses: The key of a label → its address; '' for a label without one.
        used: The keys of these addresses, which are not shown by themselves.
    """

    addresses: Mapping[str, str]
    used: frozenset[str]

    @classmethod
    def of(cls, data: Mapping[Any, Any]) -> LinkPairs:
        """Pair the labels and the addresses of a mapping by the words of their keys."""
        roles = {str(key): role_of(str(key), value) for key, value in data.items()}
        values = {str(key): value for key, value in data.items()}
        links = [key for key, role in roles.items() if role == "link" and link_key(key)]
        addresses: dict[str, str] = {}
        used: set[str] = set()
        for key, role in roles.items():
            if role != "button":
                continue
            free = [link for link in links if link not in used] or links
            best = max(free, key=lambda link: _likeness(key, link), default=None)
            addresses[key] = (text(values[best]) or "").strip() if best else ""
            if best:
                used.add(best)
        return cls(addresses, frozenset(used))


def link_key(name: str) -> bool:
    """Whether the values of a key are addresses to go to."""
    words = key_words(name)
    return bool(words) and words[-1] in LINKS | BUTTONS


@dataclass(frozen=True)
class Button:
    """A mapping that is a single button.

    Attributes:
        address: Where it leads to.
        key: The key of its label; '' without a label.
        words: The label, else the address.
        note: Its alt text, or ''.
    """

    address: str
    key: str
    words: str
    note: str

    @property
    def has_own_mark(self) -> bool:
        """Whether the label has the mark of its field, since the page's script does not know it."""
        return self.key not in {"", "label", "title", "text", "name"}


def button_of(data: Mapping[Any, Any]) -> Button | None:
    """Return the button that a mapping is: an address with at most one short label; else None."""
    found: dict[str, str] = {}
    for key, value in data.items():
        name = str(key)
        if isinstance(value, Mapping | list):
            if value and not _is_look(name, value):
                return None
            continue
        part = _part_of_button(name, value)
        if part is None or (part and part in found):
            return None
        found[part] = name
    if "address" not in found:
        return None
    label = text(data[found["label"]]) if "label" in found else None
    address = (text(data[found["address"]]) or "").strip()
    note = text(data[found["alt"]]) if "alt" in found else None
    return Button(address, found.get("label", ""), label or address, note or "")


def _part_of_button(name: str, value: object) -> str | None:
    """Return the part of a button that a value is: ``address``, ``label``, ``alt`` or ''."""
    role = role_of(name, value)
    if role == "link":
        return "address" if link_key(name) else None
    if role in _LABELS and isinstance(value, str):
        return "label" if len(value) <= _MAX_LABEL and "\n" not in value else None
    if role == "alt":
        return "alt"
    return "" if role in {"none", "icon"} or isinstance(value, bool) else None


def _is_look(name: str, value: object) -> bool:
    """Whether a group of values inside a button says only how it looks."""
    words = set(key_words(name))
    names = {"icon", "style", "styles", "class", "classes", "attrs", "attributes"}
    return bool(words & names) and not has_sentence(value)


def _likeness(label: str, link: str) -> int:
    return len(set(key_words(label)) & set(key_words(link)))
