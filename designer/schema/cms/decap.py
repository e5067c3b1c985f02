"""Decap CMS, Netlify CMS and Sveltia CMS: ``admin/config.yml``.

A list with ``types`` is a list of blocks; ``typeKey`` names the key of an item's type.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
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

CONFIGS: Final = tuple(
    f"{folder}admin/config.{suffix}"
    for folder in ("", "static/", "public/", "src/", "src/static/", "source/", "site/", "app/")
    for suffix in ("yml", "yaml", "json")
)

_TYPES: Final[Mapping[str, str]] = {
    "text": "text",
    "code": "text",
    "markdown": "markdown",
    "richtext": "markdown",
    "image": "image",
    "file": "link",
    "boolean": "boolean",
    "number": "number",
    "date": "date",
    "datetime": "date",
    "color": "color",
    "list": "list",
    "object": "object",
    "keyvalue": "object",
}
_TYPE_KEY = "type"
_BODY = "body"
_MAX_DEPTH = 12


def read(files: SchemaFiles) -> SiteSchema | None:
    """Read the configuration of Decap CMS, or of one that is compatible with it."""
    name = files.first(CONFIGS)
    config = files.data(name) if name else None
    if name is None or not isinstance(config, dict):
        return None
    reader = _Reader(name, files)
    pages = [page for page in _pages(config, reader) if page]
    return schema_of(pages) if pages else None


def _pages(config: Mapping[str, Any], reader: _Reader) -> Iterator[PageFields]:
    locales = _locales(mapping(config.get("i18n")))
    for collection in mappings(config.get("collections")):
        for entry in (collection, *mappings(collection.get("files"))):
            fields = reader.fields(entry.get("fields"), 0, is_page=True)
            yield fields
            if fields and collection.get("i18n"):
                yield tuple(Field(each, "object", each, fields=fields) for each in locales)
    for entry in mappings(config.get("singletons")):
        yield reader.fields(entry.get("fields"), 0, is_page=True)


def _locales(i18n: Mapping[str, Any]) -> list[str]:
    """Return the locales of a site whose pages hold the texts of all languages."""
    locales = i18n.get("locales")
    if i18n.get("structure") != "single_file" or not isinstance(locales, list):
        return []
    return [each for each in locales if isinstance(each, str)]


class _Reader:
    """Reads the fields of one configuration."""

    def __init__(self, name: str, files: SchemaFiles) -> None:
        self._name = name
        self._files = files

    def fields(self, raw: object, depth: int, *, is_page: bool = False) -> PageFields:
        """Return the fields of a page or an object, without the body of a page."""
        return tuple(
            self._field(entry, depth)
            for entry in mappings(raw)
            if name_of(entry) and not (is_page and name_of(entry) == _BODY)
        )

    def _field(self, entry: Mapping[str, Any], depth: int) -> Field:
        self._files.count(self._name)
        name, widget = name_of(entry), str(entry.get("widget", "string"))
        options = options_of(entry.get("options"))
        kind = _TYPES.get(widget, text_type(name))
        if widget == "select":
            kind = choice_type(options, name)
        if entry.get("multiple") and widget in ("select", "relation", "image", "file"):
            kind = "list"
        is_deep = depth >= _MAX_DEPTH
        default = plain(entry.get("default"))
        field = Field(
            name=name,
            type=kind,
            label=label_of(entry, name),
            help=help_of(entry, "hint"),
            options=options if kind == "select" else (),
            default=default if _fits(kind, default) else None,
            fields=() if is_deep else self.fields(entry.get("fields"), depth + 1),
            item_label=label_of(entry, "", "label_singular") if kind == "list" else "",
        )
        if is_deep or kind not in ("list", "object"):
            return field
        kinds = [
            self._block_type(each, depth + 1)
            for each in mappings(entry.get("types"))
            if name_of(each)
        ]
        return with_variants(field, name_of(entry, "typeKey") or _TYPE_KEY, kinds)

    def _block_type(self, entry: Mapping[str, Any], depth: int) -> BlockType:
        name, fields = name_of(entry), self.fields(entry.get("fields"), depth)
        return BlockType(
            name=name,
            label=label_of(entry, name),
            help=help_of(entry, "hint"),
            fields=fields,
            defaults=default_values(fields),
        )


def _fits(kind: str, default: Any) -> bool:
    """Whether a default is one of a field of this type; ``{{now}}`` and the like are not."""
    if isinstance(default, str) and (kind == "date" or default.startswith("{{")):
        return False
    return isinstance(default, list) == (kind == "list") if default is not None else False
