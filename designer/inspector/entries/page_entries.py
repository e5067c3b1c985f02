"""Entries of the Page tab: the front matter without the blocks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QCoreApplication

from designer.document import list_in
from designer.inspector.entries.entry import FormEntry
from designer.inspector.entries.entry_builder import IsOpen, content_entries, slot_entries
from designer.schema import BlockType

_META = "meta"
_TITLES = ("title", "pageTitle")
_DESCRIPTIONS = ("description", "pageDescription")
_LIMITS = dict.fromkeys(_TITLES, 60) | dict.fromkeys(_DESCRIPTIONS, 160)
"""Characters of a title and a description that search engines usually show."""


def page_entries(
    data: Mapping[str, Any],
    kind: BlockType | None,
    is_open: IsOpen,
    address: str,
) -> tuple[FormEntry, ...]:
    """Build entries for a page's front matter except its blocks.

    Args:
        data: The front matter without its blocks.
        kind: The description of a page of this family, if there is one.
        is_open: Tells which groups are expanded.
        address: The web address of the page, for the preview of a search result.
    """
    entries = list(content_entries(data, kind, (), is_open, hidden=()))
    heads = {entry.path[0]: entry for entry in entries if entry.kind == "heading"}
    for slot in reversed(slot_entries(data, kind) if kind else ()):
        head = heads.get(slot.path[0])
        if head is not None and head.is_open:
            entries.insert(entries.index(head) + 1, replace(slot, depth=1))
    entries = [_with_choice(entry, data) for entry in entries]
    return (*_with_search(entries, data.get(_META), address), _new_key())


def _with_choice(entry: FormEntry, data: Mapping[str, Any]) -> FormEntry:
    """Return the entry of a list of mappings as one that can become a list of blocks."""
    items = list_in(data, entry.path) if entry.kind == "list" else []
    is_able = bool(items) and all(isinstance(each, dict) for each in items)
    return replace(entry, can_be_blocks=True) if is_able else entry


def _new_key() -> FormEntry:
    tr = QCoreApplication.translate
    words = tr("Inspector", "It is written into the head of the page's file.")
    return FormEntry(("",), "new", tr("Inspector", "Add a setting"), help=words)


def _with_search(entries: list[FormEntry], meta: object, address: str) -> list[FormEntry]:
    """Add character limits for search engines, and a search preview at the start of the group."""
    result: list[FormEntry] = []
    for entry in entries:
        limited = len(entry.path) == 2 and entry.path[0] == _META
        limit = _LIMITS.get(str(entry.path[1]), 0) if limited else 0
        result.append(replace(entry, limit=limit) if limit else entry)
        if entry.path == (_META,) and entry.kind == "heading" and entry.is_open:
            result.append(_search(meta if isinstance(meta, dict) else {}, address))
    return result


def _search(meta: Mapping[str, Any], address: str) -> FormEntry:
    title, words = _first(meta, _TITLES), _first(meta, _DESCRIPTIONS)
    label = QCoreApplication.translate("Inspector", "In search results")
    return FormEntry((_META, ""), "search", label, (title, address, words), depth=1)


def _first(meta: Mapping[str, Any], names: tuple[str, ...]) -> str:
    found = (meta.get(name) for name in names)
    return next((value for value in found if isinstance(value, str) and value), "")
