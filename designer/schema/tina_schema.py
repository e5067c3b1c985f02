"""Read the schema that TinaCMS generates for a site: fields, labels, options, defaults.

Older versions write ``.tina/__generated__/_schema.json``, newer ones ``tina/tina-lock.json`` (the
same schema under ``schema``). A block type is a template of a field of type ``object`` that is a
list. Strings that hold utilities are slots: those with a CMS control for utilities, and the plain
strings in an object for styles.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from designer.errors import SchemaError
from designer.schema.block_type import STYLE_GROUPS, BlockType, Field, Option, Slot
from designer.schema.naming import LINKS, humanise

_TYPES = {
    "rich-text": "markdown",
    "image": "image",
    "boolean": "boolean",
    "number": "number",
    "datetime": "date",
    "object": "object",
}
_COMPONENTS = {"textarea": "text", "color": "color"}
_NO_SLOTS = {"colorControl", "typeSizeControl", "typographyControl", "buttonTypographyControl"}
_SEPARATOR = "ruledTitle"
_MAX_DEPTH = 12


@dataclass(frozen=True)
class TinaSchema:
    """The data of a site's schema.

    Attributes:
        types: The block types of its pages, by name; they have no template.
        list_keys: Keys of front matter that hold lists of blocks, most templates first.
    """

    types: Mapping[str, BlockType]
    list_keys: tuple[str, ...]


def read_tina(file: Path) -> TinaSchema:
    """Read the schema in a file.

    Raises:
        SchemaError: The file cannot be read, or holds no such schema.
    """
    try:
        raw = json.loads(file.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError, RecursionError) as error:
        raise SchemaError(f"{file.name} cannot be read, so it is left out: {error}") from error
    raw = raw.get("schema", raw) if isinstance(raw, dict) else raw
    collections = raw.get("collections") if isinstance(raw, dict) else None
    if not isinstance(collections, list):
        raise SchemaError(f"{file.name} holds no schema of TinaCMS, so it is left out.")
    types: dict[str, BlockType] = {}
    keys: dict[str, int] = {}
    for name, templates in _block_lists(collections):
        keys[name] = max(keys.get(name, 0), len(templates))
        for template in templates:
            kind = _block_type(template)
            # The global document may use a subset of a type's fields: keep the larger description.
            if kind is not None and _size(kind) >= _size(types.get(kind.name)):
                types[kind.name] = kind
    return TinaSchema(types, tuple(sorted(keys, key=lambda key: -keys[key])))


def _block_lists(collections: list[Any]) -> Iterator[tuple[str, list[Any]]]:
    """Yield name and templates of the fields at a collection's root that are lists of blocks."""
    for collection in _mappings(collections):
        for field in _mappings(collection.get("fields")):
            templates = field.get("templates")
            if field.get("type") == "object" and isinstance(templates, list) and templates:
                yield str(field.get("name")), templates


def _block_type(raw: object) -> BlockType | None:
    if not isinstance(raw, dict) or not isinstance(raw.get("name"), str):
        return None
    fields, slots = _fields(raw.get("fields"), ())
    ui = raw.get("ui")
    default = ui.get("defaultItem") if isinstance(ui, dict) else None
    return BlockType(
        name=raw["name"],
        label=_label(raw),
        fields=tuple(fields),
        slots=tuple(slots),
        defaults=_plain(default) if isinstance(default, dict) else {},
    )


def _size(kind: BlockType | None) -> int:
    return -1 if kind is None else len(kind.fields) + len(kind.slots)


def _fields(
    raw: object, path: tuple[str, ...], *, in_list: bool = False
) -> tuple[list[Field], list[Slot]]:
    """Return the fields and slots of an object; ``path`` is its path in the block."""
    fields: list[Field] = []
    slots: list[Slot] = []
    for entry in _mappings(raw):
        name, component = entry.get("name"), _component(entry)
        if not isinstance(name, str) or component == _SEPARATOR or len(path) > _MAX_DEPTH:
            continue
        inside = (*path, name)
        if not in_list and _is_slot(entry, component, path):
            slots.append(Slot(inside, _label(entry), _help_text(entry), control=component))
            continue
        more = in_list or bool(entry.get("list"))
        deeper, deeper_slots = _fields(entry.get("fields"), inside, in_list=more)
        slots += deeper_slots
        if entry.get("type") == "object" and not deeper and deeper_slots:
            continue  # an object that holds only slots
        fields.append(_field(entry, name, component, tuple(deeper)))
    return fields, slots


def _field(entry: Mapping[str, Any], name: str, component: str, inner: tuple[Field, ...]) -> Field:
    options = tuple(_options(entry.get("options")))
    kind = _TYPES.get(str(entry.get("type")), "string")
    if kind == "string":
        plain = "link" if name in LINKS else "string"
        kind = "select" if options else _COMPONENTS.get(component, plain)
    if entry.get("list"):
        kind = "list"
    ui = entry.get("ui")
    default = ui.get("defaultItem", ui.get("defaultValue")) if isinstance(ui, dict) else None
    return Field(
        name=name,
        type=kind,
        label=_label(entry),
        help=_help_text(entry),
        options=options if kind == "select" else (),
        default=_plain(default) if default is not None else None,
        fields=inner,
    )


def _is_slot(entry: Mapping[str, Any], component: str, path: tuple[str, ...]) -> bool:
    if entry.get("type") != "string" or entry.get("list") or entry.get("options"):
        return False
    if component.endswith(("Control", "ContentField", "ImageField")):
        return component not in _NO_SLOTS
    return path[:1] != () and path[0] in STYLE_GROUPS and not component


def _component(entry: Mapping[str, Any]) -> str:
    ui = entry.get("ui")
    component = ui.get("component") if isinstance(ui, dict) else None
    return component if isinstance(component, str) else ""


def _label(entry: Mapping[str, Any]) -> str:
    label = entry.get("label")
    return label.strip() if isinstance(label, str) and label.strip() else humanise(entry["name"])


def _help_text(entry: Mapping[str, Any]) -> str:
    text = entry.get("description")
    return " ".join(text.split()) if isinstance(text, str) else ""


def _options(raw: object) -> Iterator[Option]:
    for entry in raw if isinstance(raw, list) else ():
        if isinstance(entry, str):
            yield Option(entry, humanise(entry))
        elif isinstance(entry, dict) and isinstance(entry.get("value"), str):
            label = entry.get("label")
            yield Option(entry["value"], label if isinstance(label, str) else entry["value"])


def _mappings(raw: object) -> Iterable[dict[str, Any]]:
    return [each for each in raw if isinstance(each, dict)] if isinstance(raw, list) else []


def _plain(value: Any) -> Any:
    """Convert a default to its form in a page: rich text becomes Markdown."""
    if isinstance(value, dict):
        if isinstance(value.get("children"), list) and set(value) <= {"type", "children"}:
            return "".join(f"{_rich_text(node)}\n" for node in value["children"])
        return {key: _plain(inner) for key, inner in value.items()}
    return [_plain(inner) for inner in value] if isinstance(value, list) else value


def _rich_text(node: object) -> str:
    """Return the text in a rich-text tree."""
    if not isinstance(node, dict):
        return ""
    text = node.get("text")
    children = node.get("children")
    inner = "".join(map(_rich_text, children)) if isinstance(children, list) else ""
    return (text if isinstance(text, str) else "") + inner
