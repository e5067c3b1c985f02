"""Fields from example values and ``_inputs``, as CloudCannon and Bookshop describe them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

from designer.schema.block_type import CERTAIN_TYPE_KEYS, DISCRIMINANTS, BlockType, Field, Option
from designer.schema.cms.raw_fields import (
    help_of,
    label_of,
    mapping,
    mappings,
    options_of,
    plain,
    with_variants,
)
from designer.schema.cms.schema_files import SchemaFiles
from designer.schema.inference import scalar_type

_TYPES: Final[Mapping[str, str]] = {
    "text": "string",
    "email": "string",
    "textarea": "text",
    "code": "text",
    "checkbox": "boolean",
    "switch": "boolean",
    "color": "color",
    "number": "number",
    "range": "number",
    "url": "link",
    "file": "link",
    "document": "link",
    "html": "html",
    "markdown": "markdown",
    "date": "date",
    "datetime": "date",
    "time": "string",
    "image": "image",
    "multiselect": "list",
    "multichoice": "list",
    "array": "list",
    "object": "object",
}
_CHOICES = frozenset({"select", "choice"})
_STRUCTURES = "_structures."
_SELECT_DATA = "_select_data."
_MAX_DEPTH = 10

Keys = tuple[str, ...]


@dataclass(frozen=True)
class Settings:
    """Settings of inputs by key, and what they refer to: structures and choices by name."""

    inputs: Mapping[str, Any] = field(default_factory=dict)
    structures: Mapping[str, Any] = field(default_factory=dict)
    choices: Mapping[str, Any] = field(default_factory=dict)

    def with_layer(self, layer: Mapping[str, Any]) -> Settings:
        """Return the settings with more particular ones: ``_inputs`` and so on of a mapping."""
        return Settings(
            _cascaded(self.inputs, mapping(layer.get("_inputs"))),
            {**self.structures, **mapping(layer.get("_structures"))},
            {**self.choices, **mapping(layer.get("_select_data"))},
        )


class Inputs:
    """What settings say about example values.

    The settings of an input are found by its key, or by its last keys: ``hero.title``.
    """

    def __init__(self, name: str, files: SchemaFiles, settings: Settings) -> None:
        """Use settings.

        Args:
            name: The file that contains them.
            files: The files of the site.
            settings: The settings.
        """
        self._name = name
        self._files = files
        self._told = settings
        self._types: dict[tuple[str, str], BlockType] = {}

    def _inside(self, layer: Mapping[str, Any]) -> Inputs:
        """Return the inputs for a value with settings of its own."""
        inner = Inputs(self._name, self._files, self._told.with_layer(layer))
        inner._types = self._types
        return inner

    @property
    def structures(self) -> Iterator[tuple[str, Mapping[str, Any]]]:
        """All structures, by the keys of the inputs that use them, else by their own names."""
        used = set()
        for key, settings in self._told.inputs.items():
            named = mapping(mapping(settings).get("options")).get("structures")
            structure = self._structure((key,))
            if structure:
                used.add(named if isinstance(named, str) else _STRUCTURES + key)
                yield key.rpartition(".")[2].removesuffix("[*]"), structure
        for key, structure in self._told.structures.items():
            if _STRUCTURES + key not in used:
                yield key, mapping(structure)

    def plain_fields(self) -> tuple[Field, ...]:
        """Return the fields of a page that the inputs name, without those inside others."""
        names = [
            key for key in self._told.inputs if "." not in key and "[" not in key and key != "$"
        ]
        return tuple(self.field(name, None, (name,)) for name in names)

    def fields(self, value: Mapping[str, Any], path: Keys, without: str = "") -> tuple[Field, ...]:
        """Return the fields of an example object.

        Args:
            value: The object.
            path: The keys that lead to it.
            without: A key that is no field.
        """
        if len(path) > _MAX_DEPTH:
            return ()
        return tuple(
            self.field(str(key), each, (*path, str(key)))
            for key, each in value.items()
            if key != without and not str(key).startswith(("_inputs", "_structures", "..."))
        )

    def field(self, name: str, value: Any, path: Keys) -> Field:
        """Return the field for an example value."""
        self._files.count(self._name)
        settings = self._settings(path)
        told = settings.get("type")
        choices = mapping(settings.get("options")).get("values")
        options = self._options(choices) if told in _CHOICES else ()
        kind = "select" if options else _TYPES.get(str(told)) or _shown_type(name, value)
        if isinstance(value, list):
            kind = "list"
        elif isinstance(value, dict):
            kind = "image" if kind == "image" else "object"
        known = Field(
            name=name,
            type=kind,
            label=label_of(settings, name),
            help=help_of(settings, "comment"),
            options=options,
            default=None if kind in ("list", "object") else plain(value),
        )
        structure = self._structure(path) if kind in ("list", "object") else {}
        if structure:
            return self._structured(known, structure, path)
        inner = value if isinstance(value, dict) else next(iter(mappings(value)), {})
        fields = self.fields(inner, path) if kind in ("list", "object") else ()
        return replace(known, fields=fields)

    def block_types(self, structure: Mapping[str, Any], key: str) -> list[BlockType]:
        """Return the types of a structure whose values name their type with a key."""
        named = [each for each in _values(structure) if isinstance(_content(each).get(key), str)]
        return [self._block_type(each, key) for each in named]

    def _block_type(self, entry: Mapping[str, Any], key: str) -> BlockType:
        """Return the type of one value of a structure; inside itself it has no fields."""
        content = _content(entry)
        name = str(content[key])
        place = (key, name)
        if place not in self._types:
            kind = BlockType(
                name, _own_label(entry, name), help_of(entry, "comment", "description")
            )
            self._types[place] = kind
            fields = self._inside(entry).fields(content, (), key)
            defaults = {each: plain(value) for each, value in content.items() if each != key}
            self._types[place] = BlockType(
                name, kind.label, kind.help, fields=fields, defaults=defaults, is_inferred=True
            )
        return self._types[place]

    def _structured(self, known: Field, structure: Mapping[str, Any], path: Keys) -> Field:
        """Return a list or object field with what its structure says."""
        key = type_key_of(structure)
        if key:
            return with_variants(known, key, self.block_types(structure, key))
        entry = next(iter(_values(structure)), {})
        return replace(known, fields=self._inside(entry).fields(_content(entry), path))

    def _settings(self, path: Keys) -> Mapping[str, Any]:
        """Return the settings of an input: those for its path complete those for its key."""
        found: Mapping[str, Any] = {}
        for start in reversed(range(len(path))):
            names = path[start:]
            for key in (".".join(names), "[*].".join(names)):
                found = _cascaded({"": found}, {"": self._told.inputs.get(key)})[""]
        return found

    def _structure(self, path: Keys) -> Mapping[str, Any]:
        """Return the structure of a list or an object; an empty one without."""
        told = mapping(self._settings(path).get("options")).get("structures")
        if isinstance(told, str) and told.startswith(_STRUCTURES):
            return mapping(self._told.structures.get(told.removeprefix(_STRUCTURES)))
        return mapping(told) or mapping(self._told.structures.get(path[-1]))

    def _options(self, told: object) -> tuple[Option, ...]:
        if isinstance(told, str) and told.startswith(_SELECT_DATA):
            told = self._told.choices.get(told.removeprefix(_SELECT_DATA))
        return options_of(told)


def _cascaded(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    """Return settings of inputs in which more particular ones complete or replace others."""
    merged = dict(below)
    for key, settings in above.items():
        if isinstance(settings, dict):
            alone = settings.get("cascade") is False
            merged[key] = settings if alone else {**mapping(merged.get(key)), **settings}
    return merged


def type_key_of(structure: Mapping[str, Any]) -> str:
    """Return the key by which the values of a structure name their type; '' without one."""
    values = [_content(each) for each in _values(structure)]
    told = structure.get("id_key")
    if isinstance(told, str) and any(isinstance(each.get(told), str) for each in values):
        return told
    own: list[str] = [*values[0]] if values else []
    for key in (*DISCRIMINANTS, *own):
        names = [each.get(key) for each in values]
        if key in CERTAIN_TYPE_KEYS:
            names = [each for each in names if isinstance(each, str)]
        elif len(values) < 2:
            continue
        if names and len({*map(str, names)}) == len(names) and _all_names(names):
            return key
    return ""


def _all_names(names: Iterable[object]) -> bool:
    return all(isinstance(each, str) and each for each in names)


def _values(structure: Mapping[str, Any]) -> Sequence[Mapping[str, Any]]:
    return mappings(structure.get("values"))


def _content(entry: Mapping[str, Any]) -> Mapping[str, Any]:
    return mapping(entry.get("value"))


def _own_label(entry: Mapping[str, Any], name: str) -> str:
    preview = mapping(entry.get("preview")).get("text")
    label = label_of(entry, name)
    told: object = next(iter(preview), None) if isinstance(preview, list) else preview
    if isinstance(told, str) and told and not entry.get("label"):
        return str(told)
    return label


def _shown_type(name: str, value: Any) -> str:
    return scalar_type(name, [] if value is None else [value])
