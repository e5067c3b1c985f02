"""TinaCMS: the schema that it generates, or its configuration.

Older versions write ``.tina/__generated__/_schema.json``, newer ones ``tina/tina-lock.json`` (the
same schema under ``schema``). Where neither can be read, the collections in ``tina/config.ts``
count. A block type is a template of a field of type ``object``. Strings that hold utilities are
slots: those with a CMS control for utilities, and the plain strings in an object for styles.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

from designer.schema.block_type import STYLE_GROUPS, BlockType, Field, Slot
from designer.schema.cms.raw_fields import (
    help_of,
    label_of,
    mapping,
    mappings,
    options_of,
    with_variants,
)
from designer.schema.cms.schema_files import SchemaFiles
from designer.schema.naming import LINKS
from designer.schema.site_schema import SiteSchema, schema_of
from designer.script import Call, Imported, Member, Unknown

GENERATED: Final = (
    "tina/tina-lock.json",
    "tina/__generated__/_schema.json",
    ".tina/__generated__/_schema.json",
)
CONFIGS: Final = tuple(
    f"{folder}/{name}.{suffix}"
    for folder, name in (("tina", "config"), (".tina", "config"), (".tina", "schema"))
    for suffix in ("ts", "tsx", "js", "jsx", "mjs")
)

_TYPE_KEY = "_template"
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
_MAX_BLOCKS = 4  # blocks inside blocks


def read(files: SchemaFiles) -> SiteSchema | None:
    """Read the TinaCMS schema of a site."""
    for name in GENERATED:
        raw = files.data(name)
        if raw is None:
            continue
        raw = raw.get("schema", raw) if isinstance(raw, dict) else raw
        collections = raw.get("collections") if isinstance(raw, dict) else None
        if isinstance(collections, list):
            return _schema(collections, name, files)
        files.report(name, "it holds no schema of TinaCMS")
    config = files.first(CONFIGS)
    if config is None:
        return None
    raw = files.script_value(config)
    while isinstance(raw, Call) and raw.arguments:  # defineConfig, defineStaticConfig, defineSchema
        raw = raw.arguments[0]
    schema = raw.get("schema", raw) if isinstance(raw, dict) else None
    while isinstance(schema, Call) and schema.arguments:
        schema = schema.arguments[0]
    collections = mapping(schema).get("collections")
    if isinstance(collections, list):
        return _schema(collections, config, files)
    computed = schema if collections is None else collections
    if isinstance(computed, Call | Imported | Member | Unknown):
        line = computed.line if isinstance(computed, Call | Unknown) else None
        files.report(config, "its collections are computed when the site is built", line)
    return None


def _schema(collections: list[Any], name: str, files: SchemaFiles) -> SiteSchema:
    reader = _Reader(name, files)
    schema = schema_of(
        tuple(reader.fields(each.get("fields"), ())[0])
        for collection in mappings(collections)
        for each in (collection, *mappings(collection.get("templates")))
    )
    return replace(schema, hides_body=True)


class _Reader:
    """Reads the fields of one schema."""

    def __init__(self, name: str, files: SchemaFiles) -> None:
        self._name = name
        self._files = files

    def _block_type(self, raw: Mapping[str, Any], depth: int) -> BlockType | None:
        name = raw.get("name")
        if not isinstance(name, str) or depth > _MAX_BLOCKS:
            return None
        fields, slots = self.fields(raw.get("fields"), (), depth=depth)
        default = mapping(raw.get("ui")).get("defaultItem")
        return BlockType(
            name=name,
            label=label_of(raw, name),
            fields=tuple(fields),
            slots=tuple(slots),
            defaults=_plain(default) if isinstance(default, dict) else {},
            is_inferred=_is_partial(raw.get("fields")),
        )

    def fields(
        self, raw: object, path: tuple[str, ...], *, in_list: bool = False, depth: int = 0
    ) -> tuple[list[Field], list[Slot]]:
        """Return the fields and slots of an object.

        Args:
            raw: The description of its fields.
            path: Its path in the block.
            in_list: Whether it is an item of a list.
            depth: The number of blocks around it.
        """
        fields: list[Field] = []
        slots: list[Slot] = []
        for entry in mappings(raw):
            name, component = entry.get("name"), _component(entry)
            if not isinstance(name, str) or component == _SEPARATOR or len(path) > _MAX_DEPTH:
                continue
            self._files.count(self._name)
            inside = (*path, name)
            if not in_list and _is_slot(entry, component, path):
                slots.append(Slot(inside, label_of(entry, name), _help(entry), control=component))
                continue
            more = in_list or bool(entry.get("list"))
            inner = entry.get("fields")
            deeper, deeper_slots = self.fields(inner, inside, in_list=more, depth=depth)
            slots += deeper_slots
            if entry.get("type") == "object" and not deeper and deeper_slots:
                continue  # an object that holds only slots
            fields.append(self._field(entry, name, component, tuple(deeper), depth))
        return fields, slots

    def _field(
        self,
        entry: Mapping[str, Any],
        name: str,
        component: str,
        inner: tuple[Field, ...],
        depth: int,
    ) -> Field:
        options = options_of(entry.get("options"))
        kind = _TYPES.get(str(entry.get("type")), "string")
        if kind == "string":
            plain = "link" if name in LINKS else "string"
            kind = "select" if options else _COMPONENTS.get(component, plain)
        templates = mappings(entry.get("templates")) if kind == "object" else []
        if entry.get("list") or templates:
            kind = "list"
        ui = mapping(entry.get("ui"))
        default = ui.get("defaultItem", ui.get("defaultValue"))
        field = Field(
            name=name,
            type=kind,
            label=label_of(entry, name),
            help=_help(entry),
            options=options if kind == "select" else (),
            default=_plain(default) if default is not None else None,
            fields=inner,
        )
        found = (self._block_type(each, depth + 1) for each in templates)
        return with_variants(field, _TYPE_KEY, (each for each in found if each is not None))


def _is_slot(entry: Mapping[str, Any], component: str, path: tuple[str, ...]) -> bool:
    if entry.get("type") != "string" or entry.get("list") or entry.get("options"):
        return False
    if component.endswith(("Control", "ContentField", "ImageField")):
        return component not in _NO_SLOTS
    return path[:1] != () and path[0] in STYLE_GROUPS and not component


def _component(entry: Mapping[str, Any]) -> str:
    component = mapping(entry.get("ui")).get("component")
    return component if isinstance(component, str) else ""


def _help(entry: Mapping[str, Any]) -> str:
    return help_of(entry, "description")


def _is_partial(fields: object) -> bool:
    """Whether a list of fields has entries that could not be read."""
    return isinstance(fields, Unknown) or (
        isinstance(fields, list) and any(not isinstance(each, dict) for each in fields)
    )


def _plain(value: Any, depth: int = 0) -> Any:
    """Convert a default to its form in a page: rich text becomes Markdown."""
    if depth > _MAX_DEPTH:
        return None
    if isinstance(value, dict):
        if isinstance(value.get("children"), list) and set(value) <= {"type", "children"}:
            return "".join(f"{_rich_text(node)}\n" for node in value["children"])
        return dict(_plain_items(value, depth))
    if isinstance(value, list):
        return [_plain(inner, depth + 1) for inner in value]
    return value if isinstance(value, str | int | float) else None


def _plain_items(value: Mapping[str, Any], depth: int) -> Iterator[tuple[str, Any]]:
    for key, inner in value.items():
        yield key, _plain(inner, depth + 1)


def _rich_text(node: object) -> str:
    """Return the text in a rich-text tree."""
    if not isinstance(node, dict):
        return ""
    text = node.get("text")
    children = node.get("children")
    inner = "".join(map(_rich_text, children)) if isinstance(children, list) else ""
    return (text if isinstance(text, str) else "") + inner
