"""Keystatic: ``keystatic.config.ts``.

``fields.blocks`` and an array of ``fields.conditional`` are lists of blocks. An item has the keys
``discriminant``, which names its type, and ``value``, which holds its fields.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

from designer.schema.block_type import BlockType, Field, Option
from designer.schema.cms.raw_fields import (
    choice_type,
    help_of,
    label_of,
    mapping,
    options_of,
    plain,
    with_variants,
)
from designer.schema.cms.schema_files import SchemaFiles
from designer.schema.naming import humanise
from designer.schema.site_schema import PageFields, SiteSchema, default_values, schema_of
from designer.script import Call, Value, method_name

CONFIGS: Final = tuple(f"keystatic.config.{suffix}" for suffix in ("ts", "tsx", "js", "jsx", "mjs"))

_TYPES: Final[Mapping[str, str]] = {
    "text": "string",
    "slug": "string",
    "relationship": "string",
    "pathReference": "string",
    "url": "link",
    "file": "link",
    "image": "image",
    "cloudImage": "image",
    "checkbox": "boolean",
    "integer": "number",
    "number": "number",
    "date": "date",
    "datetime": "date",
    "document": "markdown",
    "markdoc": "markdown",
    "mdx": "markdown",
    "inline": "markdown",
    "multiselect": "list",
    "multiRelationship": "list",
}
_TYPE_KEY = "discriminant"
_VALUE = "value"
_MAX_DEPTH = 12


def read(files: SchemaFiles) -> SiteSchema | None:
    """Read the configuration of Keystatic."""
    name = files.first(CONFIGS)
    config = files.script_value(name) if name else None
    while isinstance(config, Call) and config.arguments:
        config = config.arguments[0]
    if name is None or not isinstance(config, dict):
        return None
    reader = _Reader(name, files)
    pages = [page for entry in _entries(config) if (page := _page(entry, reader))]
    return schema_of(pages) if pages else None


def _entries(config: Mapping[str, Value]) -> Iterator[Mapping[str, Value]]:
    """Yield the settings of the collections and singletons."""
    for key in ("collections", "singletons"):
        for entry in mapping(config.get(key)).values():
            yield mapping(_argument(entry, 0) if isinstance(entry, Call) else entry)


def _page(entry: Mapping[str, Value], reader: _Reader) -> PageFields:
    body = mapping(entry.get("format")).get("contentField")
    return tuple(each for each in reader.fields(entry.get("schema"), 0) if each.name != body)


def _argument(value: Value, index: int) -> Value:
    """Return an argument of a call; None without one."""
    found = isinstance(value, Call) and index < len(value.arguments)
    return value.arguments[index] if found else None


class _Reader:
    """Reads the fields of one configuration."""

    def __init__(self, name: str, files: SchemaFiles) -> None:
        self._name = name
        self._files = files
        self._structured: Mapping[str, Callable[[str, Call, int], Field | None]] = {
            "object": self._object,
            "array": self._array,
            "blocks": self._blocks,
            "conditional": self._conditional,
        }

    def fields(self, raw: Value, depth: int) -> PageFields:
        """Return the fields of a schema."""
        found = (self._field(name, value, depth) for name, value in mapping(raw).items())
        return tuple(each for each in found if each is not None)

    def _field(self, name: str, value: Value, depth: int) -> Field | None:
        self._files.count(self._name)
        told = method_name(value)
        if depth > _MAX_DEPTH or not told:
            return None
        if told in self._structured:
            return self._structured[told](name, value, depth)
        return self._scalar(name, told, mapping(_argument(value, 0)))

    def _scalar(self, name: str, told: str, settings: Mapping[str, Value]) -> Field | None:
        if told == "select":
            options = options_of(settings.get("options"))
            kind = choice_type(options, name)
        elif told in _TYPES:
            options, kind = (), _TYPES[told]
        else:
            return None  # `fields.empty`, `fields.ignored`, or a field of the site's own
        if told == "text" and settings.get("multiline"):
            kind = "text"
        labelled = mapping(settings.get("name")) if told == "slug" else settings
        default = plain(settings.get("defaultValue"))
        return Field(
            name=name,
            type=kind,
            label=label_of(labelled, name),
            help=help_of(labelled, "description"),
            options=options,
            default=default if isinstance(default, list) == (kind == "list") else None,
        )

    def _object(self, name: str, call: Call, depth: int) -> Field:
        settings, inner = mapping(_argument(call, 1)), self.fields(_argument(call, 0), depth + 1)
        label, text = label_of(settings, name), help_of(settings, "description")
        return Field(name, "object", label, text, fields=inner)

    def _array(self, name: str, call: Call, depth: int) -> Field:
        settings = mapping(_argument(call, 1))
        element = self._field(name, _argument(call, 0), depth + 1)
        field = Field(name, "list", label_of(settings, name), help_of(settings, "description"))
        if element is None or element.type != "object":
            return field
        inner, key, kinds = element.fields, element.type_key, element.variants
        return replace(field, fields=inner, type_key=key, variants=kinds)

    def _blocks(self, name: str, call: Call, depth: int) -> Field:
        settings = mapping(_argument(call, 1))
        field = Field(name, "list", label_of(settings, name), help_of(settings, "description"))
        entries = mapping(_argument(call, 0)).items()
        kinds = [
            self._block_type(key, label_of(mapping(each), key), mapping(each).get("schema"), depth)
            for key, each in entries
        ]
        return with_variants(field, _TYPE_KEY, kinds, "Type")

    def _conditional(self, name: str, call: Call, depth: int) -> Field:
        selector = mapping(_argument(_argument(call, 0), 0))
        labels = {each.value: each.label for each in _options(selector)}
        kinds = [
            self._block_type(key, labels.get(key, humanise(key)), value, depth)
            for key, value in mapping(_argument(call, 1)).items()
        ]
        label = label_of(selector, name)
        return with_variants(Field(name, "object", label), _TYPE_KEY, kinds, label)

    def _block_type(self, name: str, label: str, value: Value, depth: int) -> BlockType:
        """Return the type whose fields, or whose only field, are the key ``value`` of an item."""
        field = self._field(_VALUE, value, depth + 1)
        fields = () if field is None else (replace(field, label=_value_label(field, label)),)
        defaults = default_values(fields)
        known = method_name(value) in ("empty", "object") or field is not None
        return BlockType(name, label, fields=fields, defaults=defaults, is_inferred=not known)


def _options(selector: Mapping[str, Any]) -> tuple[Option, ...]:
    return options_of(selector.get("options"))


def _value_label(field: Field, label: str) -> str:
    return label if field.label == humanise(_VALUE) else field.label
