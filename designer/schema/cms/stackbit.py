"""Stackbit (Netlify Visual Editor): models in ``.stackbit/models`` or in its configuration.

An item of a list of models says by its key ``type`` which model it has.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

from designer.schema.block_lists import is_usual_list
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
from designer.script import Call, ScriptError, Value, method_name

CONFIGS: Final = (
    *(f"stackbit.config.{suffix}" for suffix in ("ts", "js", "mjs", "cjs")),
    "stackbit.yaml",
    "stackbit.yml",
)
FOLDER: Final = ".stackbit"

_TYPES: Final[Mapping[str, str]] = {
    "text": "text",
    "json": "text",
    "markdown": "markdown",
    "richText": "markdown",
    "html": "html",
    "url": "link",
    "file": "link",
    "image": "image",
    "number": "number",
    "boolean": "boolean",
    "date": "date",
    "datetime": "date",
    "color": "color",
    "list": "list",
    "object": "object",
    "model": "object",
}
_TYPE_KEY = "type"
_BODY = "markdown_content"
_MAX_DEPTH = 8


def read(files: SchemaFiles) -> SiteSchema | None:
    """Read the models of a Stackbit site."""
    config = files.first(CONFIGS)
    settings = _settings(files, config) if config else {}
    models = {name_of(each): each for each in _models(files, settings) if name_of(each)}
    reader = _Reader(models, config or FOLDER, files, name_of(settings, "objectTypeKey"))
    pages = [
        page
        for each in models.values()
        if each.get("type") == "page" and (page := reader.fields(each.get("fields"), 0))
    ]
    return schema_of(pages) if pages else None


def _settings(files: SchemaFiles, name: str) -> Mapping[str, Value]:
    if name.endswith(("yml", "yaml")):
        return mapping(files.data(name))
    config = files.script_value(name, "config")
    while isinstance(config, Call) and config.arguments:
        config = config.arguments[0]
    return mapping(config)


def _models(files: SchemaFiles, settings: Mapping[str, Value]) -> Iterator[Mapping[str, Value]]:
    """Yield all models of the configuration and of the folder of models."""
    yield from _named(settings.get("models"))
    for source in settings.get("contentSources") or ():
        if isinstance(source, Call) and source.arguments:  # new GitContentSource({models})
            yield from _named(mapping(source.arguments[0]).get("models"))
    for name in files.below(FOLDER, ("*.ts", "*.js", "*.yml", "*.yaml", "*.json")):
        if "/models/" in name or name.rpartition("/")[2].startswith("models."):
            yield from _in_file(files, name)


def _in_file(files: SchemaFiles, name: str) -> Iterator[Mapping[str, Value]]:
    script = files.script(name) if name.endswith((".ts", ".js")) else None
    if script is not None:
        try:
            values = [script.default, *map(script.export, script.names)]
        except ScriptError as error:
            files.report_script(error)
            return
        for value in values:
            yield from _named(_model(value))
    elif not name.endswith((".ts", ".js")):
        yield from _named(files.data(name))


def _model(value: Value) -> Value:
    """Return what a call such as ``defineObjectModel({…})`` defines."""
    is_call = (
        isinstance(value, Call) and value.arguments and method_name(value).startswith("define")
    )
    return value.arguments[0] if is_call else value


def _named(raw: Value) -> Iterator[Mapping[str, Value]]:
    """Yield models from one model, a list of models, or a mapping of names to models."""
    if isinstance(raw, list):
        for each in raw:
            yield from _named(_model(each))
    elif isinstance(raw, dict) and isinstance(raw.get("fields"), list) and "name" in raw:
        yield raw
    elif isinstance(raw, dict):
        for name, each in raw.items():
            if isinstance(found := _model(each), dict):
                yield {"name": name, **found}


class _Reader:
    """Reads the fields of models. A model inside itself has no fields."""

    def __init__(
        self, models: Mapping[str, Mapping[str, Value]], name: str, files: SchemaFiles, key: str
    ) -> None:
        self._models = models
        self._name = name
        self._files = files
        self._key = key or _TYPE_KEY
        self._types: dict[str, BlockType] = {}

    def fields(self, raw: Value, depth: int) -> PageFields:
        """Return the fields of a model or an object."""
        return tuple(
            self._field(entry, depth)
            for entry in mappings(raw)
            if name_of(entry)
            and entry.get("type") != "style"
            and name_of(entry) not in (_BODY, self._key)
        )

    def _field(self, entry: Mapping[str, Value], depth: int) -> Field:
        self._files.count(self._name)
        name, told = name_of(entry), str(entry.get("type"))
        options = options_of(entry.get("options"))
        kind = _TYPES.get(told, text_type(name))
        if told == "enum":
            kind = choice_type(options, name)
        default = plain(entry.get("const", entry.get("default")))
        field = Field(
            name=name,
            type=kind,
            label=label_of(entry, name),
            help=help_of(entry, "description"),
            options=options if kind == "select" else (),
            default=default if _fits(kind, default) else None,
        )
        if depth >= _MAX_DEPTH:
            return field
        if told == "model":
            return self._with_models(field, entry, depth)
        if told == "list":
            return self._with_models(field, mapping(entry.get("items")), depth)
        return replace(field, fields=self.fields(entry.get("fields"), depth + 1))

    def _with_models(self, field: Field, told: Mapping[str, Value], depth: int) -> Field:
        """Return an object or list with the fields or the models of its value or its items."""
        if told.get("type") != "model":
            return replace(field, fields=self.fields(told.get("fields"), depth + 1))
        kinds = [self._block_type(name, depth + 1) for name in self._allowed(told)]
        is_page_list = depth == 0 and field.type == "list" and is_usual_list(field.name)
        if len(kinds) == 1 and not is_page_list:
            return replace(field, fields=kinds[0].fields)
        return with_variants(field, self._key, kinds)

    def _allowed(self, told: Mapping[str, Value]) -> list[str]:
        """Return the names of the models that a field can hold."""
        named, groups = told.get("models"), told.get("groups")
        wanted = set(groups) if isinstance(groups, list) else set()
        found = [each for each in named or () if isinstance(each, str) and each in self._models]
        for name, model in self._models.items():
            of_model = model.get("groups")
            if wanted and isinstance(of_model, list) and not wanted.isdisjoint(map(str, of_model)):
                found.append(name)
        return list(dict.fromkeys(found))

    def _block_type(self, name: str, depth: int) -> BlockType:
        if name not in self._types:
            model = self._models[name]
            kind = BlockType(name, label_of(model, name), help_of(model, "description"))
            self._types[name] = replace(kind, is_inferred=True)
            fields = self._inherited(model, depth)
            # The styles of an element are a key that no field describes.
            self._types[name] = replace(
                kind, fields=fields, defaults=default_values(fields), is_inferred=True
            )
        return self._types[name]

    def _inherited(self, model: Mapping[str, Value], depth: int) -> PageFields:
        """Return the fields of a model, after those of the models that it extends."""
        parents = model.get("extends")
        fields: dict[str, Field] = {}
        for parent in [parents] if isinstance(parents, str) else parents or ():
            if isinstance(parent, str) and parent in self._models and depth < _MAX_DEPTH:
                inherited = self._inherited(self._models[parent], depth + 1)
                fields.update({each.name: each for each in inherited})
        own = self.fields(model.get("fields"), depth)
        return tuple({**fields, **{each.name: each for each in own}}.values())


def _fits(kind: str, default: Any) -> bool:
    """Whether a default is one of a field of this type."""
    if default is None or (kind == "object" and not isinstance(default, dict)):
        return False
    return isinstance(default, list) == (kind == "list")
