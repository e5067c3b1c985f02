"""Pages CMS: ``.pages.yml``.

A field of type ``block`` holds an object of one of several types, or with ``list`` a list of
blocks. ``blockKey`` names the key of their type.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Final

from designer.schema.block_type import BlockType, Field
from designer.schema.cms.raw_fields import (
    choice_type,
    help_of,
    label_of,
    mapping,
    mappings,
    name_of,
    options_of,
    plain,
    text_type,
    with_variants,
)
from designer.schema.cms.schema_files import SchemaFiles
from designer.schema.site_schema import PageFields, SiteSchema, default_values, schema_of

CONFIGS: Final = (".pages.yml", ".pages.yaml")

_TYPES: Final[Mapping[str, str]] = {
    "text": "text",
    "code": "text",
    "rich-text": "markdown",
    "image": "image",
    "file": "link",
    "boolean": "boolean",
    "number": "number",
    "date": "date",
    "object": "object",
    "block": "object",
}
_TYPE_KEY = "_block"
_BODY = "body"
_MAX_DEPTH = 12


def read(files: SchemaFiles) -> SiteSchema | None:
    """Read the configuration of Pages CMS."""
    name = files.first(CONFIGS)
    config = files.data(name) if name else None
    if name is None or not isinstance(config, dict):
        return None
    reader = _Reader(name, files, mapping(config.get("components")))
    entries = _entries(config.get("content"), 0)
    pages = [
        page for each in entries if (page := reader.fields(each.get("fields"), 0, is_page=True))
    ]
    return schema_of(pages) if pages else None


def _entries(raw: object, depth: int) -> Iterator[Mapping[str, Any]]:
    """Yield the collections and files, those in groups included."""
    for entry in mappings(raw):
        yield entry
        if depth < _MAX_DEPTH:
            yield from _entries(entry.get("items"), depth + 1)


class _Reader:
    """Reads the fields of one configuration."""

    def __init__(self, name: str, files: SchemaFiles, components: Mapping[str, Any]) -> None:
        self._name = name
        self._files = files
        self._components = components
        self._open: list[str] = []

    def fields(self, raw: object, depth: int, *, is_page: bool = False) -> PageFields:
        """Return the fields of a page or an object, without the body of a page."""
        if depth > _MAX_DEPTH:
            return ()
        return tuple(
            self._field(entry, depth)
            for entry in mappings(raw)
            if name_of(entry) and not (is_page and name_of(entry) == _BODY)
        )

    @contextmanager
    def _whole(self, entry: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
        """Give a description with what its shared component says, except inside itself."""
        name = name_of(entry, "component")
        component = {} if name in self._open else mapping(self._components.get(name))
        self._open.append(name)
        try:
            yield {**component, **entry}
        finally:
            self._open.pop()

    def _field(self, entry: Mapping[str, Any], depth: int) -> Field:
        with self._whole(entry) as whole:
            return self._described(whole, depth)

    def _described(self, entry: Mapping[str, Any], depth: int) -> Field:
        self._files.count(self._name)
        name, told = name_of(entry), str(entry.get("type", "string"))
        settings = mapping(entry.get("options"))
        options = options_of(settings.get("values"))
        kind = choice_type(options, name) if told == "select" else _TYPES.get(told, text_type(name))
        if entry.get("list") or settings.get("multiple"):
            kind = "list"
        default = plain(entry.get("default"))
        field = Field(
            name=name,
            type=kind,
            label=label_of(entry, name),
            help=help_of(entry, "description"),
            options=options if kind == "select" else (),
            default=default if isinstance(default, list) == (kind == "list") else None,
            fields=self.fields(entry.get("fields"), depth + 1),
        )
        if told != "block":
            return field
        blocks = [each for each in mappings(entry.get("blocks")) if name_of(each)]
        kinds = [self._block_type(each, depth + 1) for each in blocks]
        return with_variants(field, name_of(entry, "blockKey") or _TYPE_KEY, kinds)

    def _block_type(self, entry: Mapping[str, Any], depth: int) -> BlockType:
        with self._whole(entry) as whole:
            name, fields = name_of(entry), self.fields(whole.get("fields"), depth)
            return BlockType(
                name=name,
                label=label_of(whole, name),
                help=help_of(whole, "description"),
                fields=fields,
                defaults=default_values(fields),
            )
