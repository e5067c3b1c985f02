"""Statamic: blueprints and fieldsets in ``resources``.

A replicator, and a Bard field with sets, is a list of blocks; the key ``type`` names the set. The
item of a Bard list that holds a set has the type ``set`` and its values in ``attrs``.
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
from designer.schema.site_schema import SiteSchema, default_values, schema_of

BLUEPRINTS: Final = "resources/blueprints"
FIELDSETS: Final = "resources/fieldsets"

_PATTERNS = ("*.yaml", "*.yml")
_NO_PAGES = ("assets", "forms", "globals", "navigation", "taxonomies", "users")
_TYPES: Final[Mapping[str, str]] = {
    "textarea": "text",
    "code": "text",
    "yaml": "text",
    "markdown": "markdown",
    "toggle": "boolean",
    "integer": "number",
    "float": "number",
    "range": "number",
    "date": "date",
    "color": "color",
    "link": "link",
    "video": "link",
    "replicator": "list",
    "grid": "list",
    "list": "list",
    "taggable": "list",
    "checkboxes": "list",
    "group": "object",
    "array": "object",
}
_MANY = frozenset({"assets", "entries", "terms", "users", "collections", "taxonomies", "forms"})
_CHOICES = frozenset({"select", "radio", "button_group"})
_NO_FIELDS = frozenset({"section", "spacer", "revealer", "html", "hidden_section"})
_TYPE_KEY = "type"
_MAX_DEPTH = 12


def read(files: SchemaFiles) -> SiteSchema | None:
    """Read the blueprints of the collections of a Statamic site."""
    reader = _Reader(files)
    pages = []
    for name in files.below(BLUEPRINTS, _PATTERNS):
        first, _, rest = name.removeprefix(f"{BLUEPRINTS}/").partition("/")
        if first not in _NO_PAGES and (rest or first not in ("user.yaml", "user_group.yaml")):
            page = tuple(reader.fields(_listed(mapping(files.data(name))), name, 0))
            pages += [page] if page else []
    return schema_of(pages) if pages else None


def _listed(blueprint: Mapping[str, Any]) -> list[Any]:
    """Return the fields of a blueprint: those of its tabs and sections, or a plain list."""
    found: list[Any] = []
    for key in ("tabs", "sections"):
        groups = blueprint.get(key)
        for group in groups.values() if isinstance(groups, dict) else mappings(groups):
            found += _listed(mapping(group))
    fields = blueprint.get("fields")
    if isinstance(fields, dict):  # an older form: the handles are keys
        return [*found, *({"handle": key, "field": value} for key, value in fields.items())]
    return [*found, *mappings(fields)]


class _Reader:
    """Reads fields, and the fieldsets that they name."""

    def __init__(self, files: SchemaFiles) -> None:
        self._files = files
        self._fieldsets: dict[str, list[Any]] = {}
        self._imported: dict[str, tuple[Field, ...]] = {}

    def _fieldset(self, name: str) -> list[Any]:
        """Return the fields of a fieldset; none if it belongs to an add-on or is broken."""
        if name not in self._fieldsets:
            file = f"{FIELDSETS}/{name.replace('.', '/')}.yaml"
            found = "::" not in name and ".." not in name
            self._fieldsets[name] = _listed(mapping(self._files.data(file))) if found else []
        return self._fieldsets[name]

    def _import(self, name: str, depth: int) -> tuple[Field, ...]:
        """Return the fields of a fieldset; none inside itself."""
        if name not in self._imported:
            self._imported[name] = ()
            file = f"{FIELDSETS}/{name}"
            self._imported[name] = tuple(self.fields(self._fieldset(name), file, depth))
        return self._imported[name]

    def fields(self, raw: list[Any], name: str, depth: int) -> Iterator[Field]:
        """Yield fields.

        Args:
            raw: Their descriptions.
            name: The file that contains them.
            depth: The number of fields and fieldsets around them.
        """
        for entry in mappings(raw) if depth <= _MAX_DEPTH else ():
            if fieldset := name_of(entry, "import"):
                prefix = name_of(entry, "prefix")
                for each in self._import(fieldset, depth + 1):
                    yield each if not prefix else _renamed(each, prefix)
            elif handle := name_of(entry, "handle"):
                settings = {**self._settings(entry.get("field")), **mapping(entry.get("config"))}
                if settings.get("type") not in _NO_FIELDS:
                    yield self._field(handle, settings, name, depth)

    def _settings(self, told: object) -> Mapping[str, Any]:
        """Return the settings of a field, which may be one of a fieldset: ``common.title``."""
        if not isinstance(told, str):
            return mapping(told)
        fieldset, _, handle = told.rpartition(".")
        for entry in mappings(self._fieldset(fieldset)):
            if entry.get("handle") == handle and isinstance(entry.get("field"), dict):
                return mapping(entry["field"])
        return {}

    def _field(self, name: str, settings: Mapping[str, Any], file: str, depth: int) -> Field:
        self._files.count(file)
        told = str(settings.get("type", "text"))
        options = options_of(settings.get("options"))
        kind = _kind(told, name, settings)
        if told in _CHOICES and kind != "list":
            kind = choice_type(options, name)
        sets = list(self._sets(settings.get("sets"), file, depth + 1))
        if told == "bard" and sets:
            kind = "list"
        default = plain(settings.get("default"))
        field = Field(
            name=name,
            type=kind,
            label=label_of(settings, name, "display"),
            help=help_of(settings, "instructions"),
            options=options if kind == "select" else (),
            default=default if isinstance(default, list) == (kind == "list") else None,
            fields=tuple(self.fields(_listed(settings), file, depth + 1)),
        )
        if told == "bard" and sets:
            return with_variants(field, _TYPE_KEY, [_bard_set(sets)])
        return with_variants(field, _TYPE_KEY, sets)

    def _sets(self, raw: object, file: str, depth: int) -> Iterator[BlockType]:
        """Yield the sets of a replicator or a Bard field, those in groups included."""
        if depth > _MAX_DEPTH:
            return
        for name, entry in mapping(raw).items():
            if isinstance(mapping(entry).get("sets"), dict):
                yield from self._sets(entry["sets"], file, depth + 1)
            elif isinstance(entry, dict):
                fields = tuple(self.fields(_listed(entry), file, depth))
                yield BlockType(
                    name=str(name),
                    label=label_of(entry, str(name), "display"),
                    help=help_of(entry, "instructions"),
                    fields=fields,
                    defaults=default_values(fields),
                    is_inferred=True,  # each set also has an id, and whether it is shown
                )


def _kind(told: str, name: str, settings: Mapping[str, Any]) -> str:
    """Return the type of the values of a fieldtype."""
    single = settings.get("max_items") == 1 or settings.get("max_files") == 1
    if told in _MANY:
        one = "image" if told == "assets" else "string"
        return one if single else "list"
    if told == "bard":
        return "html" if settings.get("save_html") else "list"
    if told == "text" and settings.get("input_type") == "url":
        return "link"
    if told in _CHOICES and settings.get("multiple") and not single:
        return "list"
    return _TYPES.get(told, text_type(name))


def _bard_set(sets: list[BlockType]) -> BlockType:
    """Return the type of the items of a Bard list that hold a set."""
    values = with_variants(Field("values", "object", "Values"), _TYPE_KEY, sets)
    attributes = Field("attrs", "object", "Set", fields=(values,))
    first = {_TYPE_KEY: sets[0].name, **sets[0].defaults}
    return BlockType(
        "set", "Set", fields=(attributes,), defaults={"attrs": {"values": first}}, is_inferred=True
    )


def _renamed(field: Field, prefix: str) -> Field:
    return replace(field, name=prefix + field.name)
