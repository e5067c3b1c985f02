"""What the inspector lists: fields and slots of the selected block as plain values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QCoreApplication

from designer.document import Path
from designer.schema import STYLE_GROUPS, TITLES, BlockType, Field, Option, humanise, type_key

_LONG = 60


@dataclass(frozen=True)
class Entry:
    """One row of a form.

    Attributes:
        path: Path inside the owner (a block, or a whole document).
        kind: Which editor shows it: ``string text markdown select boolean number color slot``;
            ``heading`` starts a group, ``list`` and ``item`` are groups that can grow and shrink.
        label: What it is called.
        value: Its value, None if the document has none.
        help: A sentence for the tooltip.
        options: Choices of a ``select``.
        depth: How far it is indented.
        fresh: For a ``list``: the value of a new item.
        control: For a ``slot``: the name of the choices that its words are, ''.
    """

    path: Path
    kind: str
    label: str
    value: Any = None
    help: str = ""
    options: tuple[Option, ...] = ()
    depth: int = 0
    fresh: Any = field(default=None, compare=False)
    control: str = ""

    @property
    def shape(self) -> tuple[Path, str, str]:
        """What the form looks like, apart from values: same shapes, same widgets.

        An item's name is a value: it follows its texts as they are typed.
        """
        return (self.path, self.kind, "" if self.kind == "item" else self.label)


def content_entries(
    data: Mapping[str, Any], block_type: BlockType | None, base: Path = ()
) -> tuple[Entry, ...]:
    """The fields of a block: those of its type, then further ones that its data holds."""
    entries: list[Entry] = []
    known = {type_key(data), *STYLE_GROUPS}
    slots = {slot.path for slot in block_type.slots} if block_type else set()
    if block_type is not None:
        for described in block_type.fields:
            known.add(described.name)
            entries += _described(described, data.get(described.name), base)
    rest = {key: value for key, value in data.items() if key not in known}
    entries += _inferred(rest, base)
    return tuple(entry for entry in entries if entry.path[len(base) :] not in slots)


def slot_entries(
    data: Mapping[str, Any], block_type: BlockType | None, base: Path = ()
) -> tuple[Entry, ...]:
    """The slots of a block: those of its type, then further strings beside them."""
    entries: list[Entry] = []
    seen: set[Path] = set()
    for slot in block_type.slots if block_type else ():
        seen.add(slot.path)
        entries.append(
            Entry(
                (*base, *slot.path),
                "slot",
                slot.label,
                _at(data, slot.path),
                slot.element,
                control=slot.control,
            )
        )
    for group in STYLE_GROUPS:
        inside = data.get(group)
        for key, value in inside.items() if isinstance(inside, dict) else ():
            if (group, key) not in seen and isinstance(value, str):
                entries.append(Entry((*base, group, key), "slot", humanise(key), value))
    return tuple(entries)


def document_entries(data: Mapping[str, Any], keys: Iterable[str]) -> tuple[Entry, ...]:
    """Top-level values of a document, each with an editor by its type."""
    return tuple(_inferred({key: data[key] for key in keys if key in data}, ()))


def value_entries(value: Any, base: Path = ()) -> tuple[Entry, ...]:
    """The one value of a block that is no mapping; nothing for a list."""
    return () if isinstance(value, list) else tuple(_scalar(value, base, "", 0))


def _described(described: Field, value: Any, base: Path, depth: int = 0) -> Iterator[Entry]:
    path = (*base, described.name)
    if described.type == "object" or (described.type == "image" and isinstance(value, dict)):
        yield Entry(path, "heading", described.label, None, described.help, depth=depth)
        inside = value if isinstance(value, dict) else {}
        fields = described.fields or _image_fields()
        for inner in fields:
            yield from _described(inner, inside.get(inner.name), path, depth + 1)
        more = {k: v for k, v in inside.items() if k not in {f.name for f in fields}}
        yield from _inferred(more, path, depth + 1)
    elif described.type == "list":
        fresh = _fresh(described.fields, described.default)
        yield Entry(path, "list", described.label, None, described.help, depth=depth, fresh=fresh)
        for index, item in enumerate(value if isinstance(value, list) else ()):
            yield from _item(
                described.fields, item, (*path, index), depth + 1, described.item_label
            )
    else:
        kind = "string" if described.type == "image" else described.type
        yield Entry(path, kind, described.label, value, described.help, described.options, depth)


def _image_fields() -> tuple[Field, ...]:
    tr = QCoreApplication.translate
    return (
        Field("src", "string", tr("Inspector", "Address")),
        Field("alt", "string", tr("Inspector", "Described")),
    )


def _item(
    fields: Sequence[Field], item: Any, path: Path, depth: int, kind: str = ""
) -> Iterator[Entry]:
    yield Entry(path, "item", _item_name(item, path, kind), depth=depth)
    if not isinstance(item, dict):
        yield from _scalar(item, path, "", depth + 1)
        return
    for inner in fields:
        yield from _described(inner, item.get(inner.name), path, depth + 1)
    names = {f.name for f in fields}
    yield from _inferred({k: v for k, v in item.items() if k not in names}, path, depth + 1)


def _inferred(data: Mapping[str, Any], base: Path, depth: int = 0) -> Iterator[Entry]:
    """Editors by the type of each value, for data that no schema describes."""
    for key, value in data.items():
        path = (*base, key)
        if isinstance(value, dict):
            yield Entry(path, "heading", humanise(key), depth=depth)
            yield from _inferred(value, path, depth + 1)
        elif isinstance(value, list):
            yield Entry(path, "list", humanise(key), depth=depth, fresh=_like(value))
            for index, item in enumerate(value):
                yield from _item((), item, (*path, index), depth + 1)
        else:
            yield from _scalar(value, path, humanise(key), depth)


def _scalar(value: Any, path: Path, label: str, depth: int) -> Iterator[Entry]:
    if isinstance(value, bool):
        kind = "boolean"
    elif isinstance(value, int | float):
        kind = "number"
    elif isinstance(value, str) and ("\n" in value or (len(value) > _LONG and " " in value)):
        kind = "text"
    else:
        kind = "string"
    yield Entry(path, kind, label, value, depth=depth)


def _item_name(item: Any, path: Path, kind: str) -> str:
    """``2 · Its words``, or what such an item is called with its number."""
    number = int(path[-1]) + 1
    if isinstance(item, dict):
        for key in (*TITLES, "subhead"):
            if isinstance(item.get(key), str) and item[key].strip():
                return f"{number} · {item[key].strip()}"
    return f"{kind or QCoreApplication.translate('Inspector', 'Item')} {number}"


def _fresh(fields: Sequence[Field], default: Any) -> Any:
    if isinstance(default, list) and default:
        return default[0]
    return {f.name: "" for f in fields if f.type in ("string", "text", "markdown")}


def _like(items: Sequence[Any]) -> Any:
    """A new item in the likeness of the last one: the same texts, empty."""
    if items and isinstance(items[-1], dict):
        return {key: "" for key, value in items[-1].items() if isinstance(value, str)}
    return ""


def _at(data: Mapping[str, Any], path: Sequence[str]) -> Any:
    value: Any = data
    for key in path:
        value = value.get(key) if isinstance(value, dict) else None
    return value
