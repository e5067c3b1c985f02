"""Front Matter CMS: ``frontmatter.json``, and the files of ``.frontmatter/config``.

A ``block`` field is a list of blocks. An item's key ``fieldGroup`` names its field group.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
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

CONFIG: Final = "frontmatter.json"
FOLDER: Final = ".frontmatter/config"

_TYPES: Final[Mapping[str, str]] = {
    "number": "number",
    "datetime": "date",
    "boolean": "boolean",
    "draft": "boolean",
    "image": "image",
    "file": "link",
    "tags": "list",
    "categories": "list",
    "taxonomy": "list",
    "list": "list",
    "fields": "object",
    "block": "list",
}
_NO_FIELDS = frozenset({"divider", "heading"})
_TYPE_KEY = "fieldGroup"
_MAX_DEPTH = 12


def read(files: SchemaFiles) -> SiteSchema | None:
    """Read the configuration of Front Matter CMS."""
    config = files.data(CONFIG)
    settings = dict(_settings(config)) if isinstance(config, dict) else {}
    reader = _Reader(files, [*settings.get("fieldgroups", []), *_split(files, "fieldgroups")])
    kinds = [*settings.get("contenttypes", []), *_split(files, "contenttypes")]
    pages = [page for each in kinds if (page := reader.fields(each.get("fields"), 0))]
    return schema_of(pages, complete=False) if pages else None


def _settings(config: Mapping[str, Any]) -> Iterator[tuple[str, list[Mapping[str, Any]]]]:
    """Yield the settings of the taxonomy, by their names in lower case."""
    for key, value in config.items():
        start, _, name = str(key).lower().rpartition(".")
        if start == "frontmatter.taxonomy":
            yield name, mappings(value)


def _split(files: SchemaFiles, setting: str) -> Iterator[Mapping[str, Any]]:
    """Yield the entries of a setting that have files of their own."""
    for name in files.below(FOLDER, ("*.json",)):
        if f"/taxonomy/{setting}/" in name.lower():
            yield mapping(files.data(name))


class _Reader:
    """Reads the fields of one configuration."""

    def __init__(self, files: SchemaFiles, groups: list[Mapping[str, Any]]) -> None:
        self._files = files
        self._groups = {name_of(each, "id"): each for each in groups}
        self._types: dict[str, BlockType] = {}

    def fields(self, raw: object, depth: int) -> PageFields:
        """Return the fields of a kind of page, of a field group or of an object."""
        found: list[Field] = []
        for entry in mappings(raw) if depth <= _MAX_DEPTH else ():
            if entry.get("type") == "fieldCollection":  # the fields of a group, at this place
                for group in self._named_groups(entry):
                    found += self.fields(group.get("fields"), depth + 1)
            elif name_of(entry) and entry.get("type") not in _NO_FIELDS:
                found.append(self._field(entry, depth))
        return tuple(found)

    def _named_groups(self, entry: Mapping[str, Any]) -> list[Mapping[str, Any]]:
        named = entry.get("fieldGroup")
        ids = named if isinstance(named, list) else [named]
        return [
            self._groups[each] for each in ids if isinstance(each, str) and each in self._groups
        ]

    def _field(self, entry: Mapping[str, Any], depth: int) -> Field:
        self._files.count(CONFIG)
        name, told = name_of(entry), entry.get("type")
        options = options_of(entry.get("choices"))
        if told == "choice":
            kind = choice_type(options, name)
        elif entry.get("wysiwyg"):
            kind = "markdown"
        else:
            kind = _TYPES.get(str(told), text_type(name))
        if entry.get("multiple"):
            kind = "list"
        default = plain(entry.get("default"))
        groups = self._named_groups(entry)
        inner = self.fields(entry.get("fields"), depth + 1)
        if told == "fields" and not inner and groups:
            inner = self.fields(groups[0].get("fields"), depth + 1)
        field = Field(
            name=name,
            type=kind,
            label=label_of(entry, name, "title"),
            help=help_of(entry, "description"),
            options=options if kind == "select" else (),
            default=default if _fits(kind, default) else None,
            fields=inner,
        )
        if told != "block" or depth >= _MAX_DEPTH:
            return field
        return with_variants(
            field, _TYPE_KEY, [self._block_type(each, depth + 1) for each in groups]
        )

    def _block_type(self, group: Mapping[str, Any], depth: int) -> BlockType:
        """Return the type of the items of a field group; inside itself it has no fields."""
        name = name_of(group, "id")
        if name not in self._types:
            kind = BlockType(name, label_of(group, name, "title"), is_inferred=True)
            self._types[name] = kind
            fields = self.fields(group.get("fields"), depth)
            self._types[name] = replace(
                kind, fields=fields, defaults=default_values(fields), is_inferred=False
            )
        return self._types[name]


def _fits(kind: str, default: Any) -> bool:
    """Whether a default is one of a field of this type; placeholders are not."""
    if isinstance(default, str) and (kind == "date" or "{" in default):
        return False
    return default is not None and isinstance(default, list) == (kind == "list")
