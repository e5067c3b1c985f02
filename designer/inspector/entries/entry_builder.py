"""Builds the entries of the inspector from the fields and slots of the selection."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QCoreApplication

from designer.document import Path, Tagged, json_object
from designer.inspector.entries.entry import FormEntry
from designer.inspector.entries.list_items import fresh_item, item_like, item_names
from designer.schema import (
    STYLE_GROUPS,
    BlockType,
    Field,
    Option,
    humanise,
    inner_fields,
    scalar_type,
    type_key,
)

IsOpen = Callable[[Path, bool], bool]
"""Whether the group at a path is expanded; the second argument is the default."""

_MAX_LINE_LENGTH = 60
_EMPTY: tuple[object, ...] = (None, "", [], {})


def always_open(_path: Path, _default: bool) -> bool:
    """Treat every group as expanded."""
    return True


def content_entries(
    data: Mapping[str, Any],
    block_type: BlockType | None,
    base: Path = (),
    is_open: IsOpen = always_open,
    hidden: Iterable[str] | None = None,
) -> tuple[FormEntry, ...]:
    """Build entries for a block: the fields of its type, then the other keys of its data.

    Plain fields come first, so that each group ends where the next one begins.

    Args:
        data: The block.
        block_type: Its type, if it is known.
        base: The path of the block in its owner.
        is_open: Tells which groups are expanded.
        hidden: Keys to omit; None omits the keys of a block that are not content.
    """
    lister = _Lister(is_open)
    known = set((type_key(data), *STYLE_GROUPS) if hidden is None else hidden)
    slots = {slot.path for slot in block_type.slots} if block_type else set()
    described = block_type.fields if block_type else ()
    defaults = block_type.defaults if block_type else {}
    parts: list[list[FormEntry]] = []
    for each in described:
        default = defaults.get(each.name)
        parts.append(list(lister.described(each, data.get(each.name), base, 0, default)))
    named = known | {each.name for each in described}
    for key, value in data.items():
        styles = isinstance(value, dict) and value and all((key, k) in slots for k in value)
        if key not in named and not styles:
            parts.append(list(lister.inferred({key: value}, base, 0)))
    parts.sort(key=_is_group)
    cached = [e for part in parts for e in part if e.path[len(base) :] not in slots]
    return tuple(cached)


def slot_entries(
    data: Mapping[str, Any], block_type: BlockType | None, base: Path = ()
) -> tuple[FormEntry, ...]:
    """Build entries for a block's slots: those of its type, then other strings of its style groups.

    A string in a style group for which the type has a field is content.
    """
    entries: list[FormEntry] = []
    described = block_type.fields if block_type else ()
    seen: set[Path] = {(each.name, inner.name) for each in described for inner in each.fields}
    for slot in block_type.slots if block_type else ():
        seen.add(slot.path)
        path, value = (*base, *slot.path), _value_at(data, slot.path)
        entries.append(
            FormEntry(path, "slot", slot.label, value, slot.element, control=slot.control)
        )
    for group in STYLE_GROUPS:
        inside = data.get(group)
        for key, value in inside.items() if isinstance(inside, dict) else ():
            if (group, key) not in seen and isinstance(value, str):
                entries.append(FormEntry((*base, group, key), "slot", humanise(key), value))
    return tuple(entries)


def document_entries(
    data: Mapping[str, Any], keys: Iterable[str], is_open: IsOpen = always_open
) -> tuple[FormEntry, ...]:
    """Build entries for top-level values of a document, each with an editor for its type."""
    lister = _Lister(is_open)
    return tuple(lister.inferred({key: data[key] for key in keys if key in data}, (), 0))


def value_entries(value: Any, base: Path = ()) -> tuple[FormEntry, ...]:
    """Build the entry of a block that is no mapping; nothing for a list."""
    return () if isinstance(value, list) else (_scalar(value, base, "", 0),)


def with_buttons(entries: Iterable[FormEntry], buttons: Mapping[str, str]) -> tuple[FormEntry, ...]:
    """Replace ``button`` entries by selects with the theme's buttons as options."""
    options = tuple(Option(name, label) for name, label in buttons.items())
    kind = "select" if options else "string"
    return tuple(
        replace(entry, kind=kind, options=options) if entry.kind == "button" else entry
        for entry in entries
    )


class _Lister:
    """Lists fields; a collapsed group yields only its head."""

    def __init__(self, is_open: IsOpen) -> None:
        self._is_open = is_open

    def described(
        self, field: Field, value: Any, base: Path, depth: int, default: Any = None
    ) -> Iterator[FormEntry]:
        """Yield the entries of a field that the block type describes.

        Args:
            field: Its description.
            value: Its value, None when there is none.
            base: The path of its parent.
            depth: The number of enclosing groups.
            default: The value of this field in a new block of this type.
        """
        path = (*base, field.name)
        if isinstance(value, Tagged):
            yield _fixed(value, path, field.label, depth)
        elif field.type == "image" and isinstance(value, dict):
            yield from self._object(replace(field, fields=_image_fields()), value, path, depth)
        elif field.type == "object" and (isinstance(value, dict) or value in _EMPTY):
            yield from self._object(field, value or {}, path, depth)
        elif field.type == "list" and (isinstance(value, list) or value in _EMPTY):
            items = value if isinstance(value, list) else []
            fresh = fresh_item(field, default)
            yield from self._list(field, items, path, depth, fresh)
        elif field.type in ("object", "list") or not _fits(field.type, value):
            yield from self._unexpected(field, value, path, depth)
        else:
            yield FormEntry(
                path,
                _wrapped(field.type, value),
                field.label,
                value,
                field.help,
                field.options,
                depth,
                control=field.control,
            )

    def inferred(self, data: Mapping[str, Any], base: Path, depth: int) -> Iterator[FormEntry]:
        """Yield entries for data without a description, with editors chosen by value type."""
        for key, value in data.items():
            path, label = (*base, key), humanise(key)
            if isinstance(value, dict):
                yield from self._object(Field(key, "object", label), value, path, depth)
            elif isinstance(value, list):
                yield from self._list(
                    Field(key, "list", label), value, path, depth, item_like(value)
                )
            else:
                yield _scalar(value, path, label, depth)

    def _unexpected(self, field: Field, value: Any, path: Path, depth: int) -> Iterator[FormEntry]:
        """Yield entries for a value that contradicts its description; the value stays unchanged."""
        for entry in self.inferred({field.name: value}, path[:-1], depth):
            own = entry.path == path
            yield replace(entry, label=field.label, help=field.help) if own else entry

    def _object(
        self, field: Field, value: Mapping[str, Any], path: Path, depth: int
    ) -> Iterator[FormEntry]:
        fields = inner_fields(field, value)
        default = _holds(value, fields) or (not fields and bool(value))
        is_open = self._is_open(path, default)
        size = len(value) or None
        yield FormEntry(
            path, "heading", field.label, size, field.help, depth=depth, is_open=is_open
        )
        if is_open:
            yield from self._inside(fields, value, path, depth + 1)

    def _inside(
        self, fields: Sequence[Field], value: Mapping[str, Any], path: Path, depth: int
    ) -> Iterator[FormEntry]:
        parts: list[list[FormEntry]] = []
        for each in fields:
            entries = list(self.described(each, value.get(each.name), path, depth))
            if each.name == "alt" and value.get("src") and not value.get("alt"):
                entries = [replace(entry, note=_alt_note()) for entry in entries]
            parts.append(entries)
        names = {each.name for each in fields}
        for key, inner in value.items():
            if key not in names:
                parts.append(list(self.inferred({key: inner}, path, depth)))
        parts.sort(key=_is_group)
        yield from (entry for part in parts for entry in part)

    def _list(
        self, field: Field, items: Sequence[Any], path: Path, depth: int, fresh: Any
    ) -> Iterator[FormEntry]:
        size = len(items)
        kind = field.item_label or QCoreApplication.translate("Inspector", "Item")
        yield FormEntry(
            path, "list", field.label, size, field.help, depth=depth, item_kind=kind, fresh=fresh
        )
        names = item_names(items, kind)
        for index, item in enumerate(items):
            inner, place = (*path, index), (index + 1, size)
            name = names[index]
            if isinstance(item, Tagged):
                yield replace(_fixed(item, inner, name, depth + 1), place=place)
            elif not isinstance(item, dict | list):
                entry = _scalar(item, inner, f"{kind} {place[0]}", depth + 1)
                yield replace(entry, place=place)
            else:
                is_open = self._is_open(inner, False)
                yield FormEntry(inner, "item", name, depth=depth + 1, is_open=is_open, place=place)
                if is_open and isinstance(item, dict):
                    yield from self._inside(inner_fields(field, item), item, inner, depth + 2)
                elif is_open and isinstance(item, list):
                    inside = Field("", "list", kind)
                    yield from self._list(inside, item, inner, depth + 2, item_like(item))


def _is_group(part: Sequence[FormEntry]) -> bool:
    return bool(part) and part[0].is_group


def _scalar(value: Any, path: Path, label: str, depth: int) -> FormEntry:
    if isinstance(value, Tagged):
        return _fixed(value, path, label, depth)
    name = path[-1] if path and isinstance(path[-1], str) else ""
    kind = scalar_type(name, [] if value is None else [value])
    return FormEntry(path, _wrapped(kind, value), label, value, depth=depth)


def _fixed(value: Tagged, path: Path, label: str, depth: int) -> FormEntry:
    note = QCoreApplication.translate("Inspector", "This is kept as it is written.")
    return FormEntry(path, "fixed", label, value.value, note, depth=depth)


def _wrapped(kind: str, value: Any) -> str:
    """Return a multi-line kind for a text that is too long for one line."""
    if kind != "string" or not isinstance(value, str):
        return kind
    if "\n" in value:
        return "text"
    return "wrapped" if len(value) > _MAX_LINE_LENGTH else "string"


def _fits(kind: str, value: Any) -> bool:
    """Whether the editor of a field kind can show a value."""
    if value is None:
        return True
    if kind == "typography":
        return value == "" or (isinstance(value, str) and json_object(value) is not None)
    if kind == "boolean":
        return isinstance(value, bool)
    return not isinstance(value, dict | list)


def _holds(value: Mapping[str, Any], fields: Sequence[Field]) -> bool:
    """Whether at least one of these fields is filled."""
    return any(value.get(each.name) not in _EMPTY for each in fields)


def _image_fields() -> tuple[Field, ...]:
    tr = QCoreApplication.translate
    return (
        Field("src", "image", tr("Inspector", "Picture")),
        Field("alt", "string", tr("Inspector", "Description")),
    )


def _alt_note() -> str:
    return QCoreApplication.translate("Inspector", "Say what the picture shows.")


def _value_at(data: Mapping[str, Any], path: Sequence[str]) -> Any:
    value: Any = data
    for key in path:
        value = value.get(key) if isinstance(value, dict) else None
    return value
