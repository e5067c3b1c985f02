"""Astro and Nuxt Content: collections whose front matter is described with Zod.

An array of a discriminated union, or of a union of objects that differ by a literal, is a list of
blocks. Zod knows no labels; ``describe`` gives a help text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

from designer.schema.block_type import DISCRIMINANTS, BlockType, Field, Option
from designer.schema.cms.raw_fields import help_of, mapping, plain, text_type, with_variants
from designer.schema.cms.schema_files import SchemaFiles
from designer.schema.inference import scalar_type
from designer.schema.naming import humanise
from designer.schema.site_schema import PageFields, SiteSchema, default_values, schema_of
from designer.script import Call, Function, Imported, ScriptError, Value, chain_of, method_name

CONFIGS: Final = (
    *(f"src/content.config.{suffix}" for suffix in ("ts", "mts", "mjs", "js")),
    *(f"src/content/config.{suffix}" for suffix in ("ts", "mts", "mjs", "js")),
    *(f"content.config.{suffix}" for suffix in ("ts", "mts", "mjs", "js")),
)

_TYPES: Final[Mapping[str, str]] = {
    "boolean": "boolean",
    "stringbool": "string",
    "number": "number",
    "int": "number",
    "bigint": "number",
    "date": "date",
    "image": "image",
    "url": "link",
}
_TEXTS = frozenset({"string", "email", "uuid", "reference"})
_OBJECTS = frozenset({"object", "strictObject", "looseObject", "interface"})
_WRAPPERS = frozenset({"optional", "nullable", "preprocess", "property"})
_CONTEXT = Imported("", "context")
_MAX_DEPTH = 12
_MAX_LAZY = 4  # fields around a shape that is told by a function, as a shape inside itself is


def read(files: SchemaFiles) -> SiteSchema | None:
    """Read the content collections of an Astro or a Nuxt site."""
    name = files.first(CONFIGS)
    if name is None:
        return None
    value = files.script_value(name, "collections")
    if isinstance(value, Call) and value.arguments:  # defineContentConfig({collections})
        value = mapping(value.arguments[0]).get("collections")
    reader = _Reader(name, files)
    pages = []
    for collection in mapping(value).values():
        settings = mapping(collection.arguments[0] if _is_call(collection) else None)
        try:
            page = reader.page(settings.get("schema"))
        except ScriptError as error:
            files.report_script(error)
            continue
        pages += [page] if page else []
    return schema_of(pages, complete=False) if pages else None


def _is_call(value: Value) -> bool:
    return isinstance(value, Call) and bool(value.arguments)


@dataclass(frozen=True)
class _Shape:
    """What a chain of calls says about a value.

    Attributes:
        type: The name of its first call: ``object``, ``string``, ``enum``.
        arguments: The arguments of that call.
        keys: The keys of an object.
        settings: Default and help text.
        inner: The items of an array, if it was made with ``array()``.
    """

    type: str
    arguments: Sequence[Value] = ()
    keys: Mapping[str, Value] = field(default_factory=dict)
    settings: Mapping[str, Any] = field(default_factory=dict)
    inner: Value = None


class _Reader:
    """Reads the shapes of one configuration."""

    def __init__(self, name: str, files: SchemaFiles) -> None:
        self._name = name
        self._files = files

    def page(self, schema: Value) -> PageFields:
        """Return the fields of a collection."""
        return self._fields(schema, 0)

    def _shape(self, value: Value, depth: int) -> _Shape:
        """Follow a chain of calls."""
        if isinstance(value, Function):  # ({ image }) => z.object({…})
            value = self._files.scripts.apply(value, _CONTEXT)
        calls = chain_of(value)
        if not calls:
            return _Shape("")
        shape = self._start(calls[0], depth)
        for call in calls[1:]:
            shape = self._followed(shape, call, depth)
        return shape

    def _start(self, call: Call, depth: int) -> _Shape:
        name, arguments = method_name(call), call.arguments
        if name in _OBJECTS:
            return _Shape("object", arguments, dict(mapping(arguments[0] if arguments else None)))
        if name in _WRAPPERS and arguments and depth < _MAX_DEPTH:
            return self._shape(arguments[-1], depth + 1)
        if name == "lazy" and arguments and depth <= _MAX_LAZY:
            return self._shape(self._files.scripts.apply(arguments[0]), depth + 1)
        return _Shape(name, arguments)

    def _followed(self, shape: _Shape, call: Call, depth: int) -> _Shape:
        """Return a shape after one more call of its chain."""
        name = method_name(call)
        first = call.arguments[0] if call.arguments else None
        if told := _settings(name, first):
            return replace(shape, settings={**shape.settings, **told})
        if name in ("extend", "merge", "safeExtend", "augment"):
            inner = mapping(first) or self._shape(first, depth + 1).keys
            return replace(shape, keys={**shape.keys, **inner})
        if name in ("omit", "pick"):
            named, wanted = mapping(first), name == "pick"
            keys = {key: each for key, each in shape.keys.items() if (key in named) == wanted}
            return replace(shape, keys=keys)
        if name == "array":
            return _Shape("array", inner=shape)
        if name in _TYPES and shape.type in _TEXTS:  # z.string().url()
            return replace(shape, type=name)
        if name == "editor" and mapping(first).get("input") == "media":
            return replace(shape, type="image")
        return shape

    def _fields(self, value: Value, depth: int) -> PageFields:
        """Return the fields of an object shape; none for another shape."""
        shape = value if isinstance(value, _Shape) else self._shape(value, depth)
        if depth > _MAX_DEPTH:
            return ()
        if shape.type in ("union", "intersection", "and"):
            return self._union_fields(shape, depth)
        found = (
            self._field(name, each, depth)
            for name, each in shape.keys.items()
            if not name.startswith("...")
        )
        return tuple(each for each in found if each is not None)

    def _union_fields(self, shape: _Shape, depth: int) -> PageFields:
        """Return the fields of all members of a union."""
        fields: dict[str, Field] = {}
        for member in _members(shape):
            for each in self._fields(member, depth + 1):
                fields.setdefault(each.name, each)
        return tuple(fields.values())

    def _field(self, name: str, value: Value, depth: int) -> Field | None:
        self._files.count(self._name)
        shape = value if isinstance(value, _Shape) else self._shape(value, depth)
        label = shape.settings.get("label")
        known = Field(
            name=name,
            type=text_type(name),
            label=label if isinstance(label, str) and label else humanise(name),
            help=help_of(shape.settings, "help"),
            default=shape.settings.get("default"),
        )
        if depth > _MAX_DEPTH:
            return None
        if shape.type in ("array", "set", "tuple"):
            return self._list(known, shape, depth)
        if shape.type in ("object", "union", "discriminatedUnion", "xor"):
            return self._object(known, shape, depth)
        if shape.type in ("enum", "nativeEnum", "literal"):
            return _choice(known, shape)
        if shape.type in ("record", "map"):
            return replace(known, type="object")
        if shape.type in _TEXTS:
            guess = scalar_type(name, ()) if shape.type == "string" else "string"
            return replace(known, type=guess if guess in ("image", "link") else "string")
        kind = _TYPES.get(shape.type)
        return None if kind is None else replace(known, type=kind)

    def _list(self, known: Field, shape: _Shape, depth: int) -> Field:
        item = shape.inner or (shape.arguments[0] if shape.arguments else None)
        default = known.default if isinstance(known.default, list) else None
        found = replace(known, type="list", default=default)
        inner = item if isinstance(item, _Shape) else self._shape(item, depth)
        element = self._field(known.name, inner, depth + 1)
        if element is None or element.type != "object":
            return found
        fields, key, kinds = element.fields, element.type_key, element.variants
        return replace(found, fields=fields, type_key=key, variants=kinds)

    def _object(self, known: Field, shape: _Shape, depth: int) -> Field | None:
        if shape.type == "object":
            return replace(known, type="object", fields=self._fields(shape, depth + 1))
        members = [self._shape(each, depth + 1) for each in _members(shape)]
        objects = [each for each in members if each.type == "object"]
        key = self._discriminant(shape, objects)
        if key:
            kinds = list(self._variants(objects, key, depth + 1))
            return with_variants(replace(known, type="object"), key, kinds)
        if objects:
            return replace(known, type="object", fields=self._union_fields(shape, depth))
        texts = [option for each in members for option in _literals(each)]
        if texts and all(map(_literals, members)):
            return _select(known, texts)
        return self._field(known.name, members[0], depth + 1) if members else None

    def _discriminant(self, shape: _Shape, objects: Sequence[_Shape]) -> str:
        """Return the key by which the objects of a union differ; '' without one."""
        told = shape.arguments[0] if shape.arguments else None
        if shape.type == "discriminatedUnion" and isinstance(told, str):
            return told
        candidates = dict.fromkeys((*DISCRIMINANTS, *(objects[0].keys if objects else ())))
        for key in map(str, candidates) if len(objects) > 1 else ():
            if all(_literals(self._shape(each.keys.get(key), 0)) for each in objects):
                return key
        return ""

    def _variants(self, objects: Sequence[_Shape], key: str, depth: int) -> Iterator[BlockType]:
        for shape in objects:
            fields = tuple(each for each in self._fields(shape, depth) if each.name != key)
            for name in _literals(self._shape(shape.keys.get(key), depth)):
                yield BlockType(
                    name,
                    humanise(name),
                    help_of(shape.settings, "help"),
                    fields=fields,
                    defaults=default_values(fields),
                    is_inferred=True,  # Zod ignores other keys
                )


def _settings(method: str, argument: Value) -> Mapping[str, Any]:
    """Return what ``default``, ``describe`` or ``meta`` says about a value."""
    if method == "default":
        return {"default": plain(argument)}
    if method == "describe":
        return {"help": argument}
    known = mapping(argument) if method == "meta" else {}
    return {"help": known.get("description"), "label": known.get("title")} if known else {}


def _members(shape: _Shape) -> list[Value]:
    """Return the members of a union."""
    listed = next((each for each in shape.arguments if isinstance(each, list)), None)
    return [*(shape.arguments if listed is None else listed)]


def _literals(shape: _Shape) -> list[str]:
    """Return the texts that a literal or an enumeration allows."""
    if shape.type not in ("literal", "enum", "nativeEnum") or not shape.arguments:
        return []
    told = shape.arguments[0]
    values = (
        [*told.values()] if isinstance(told, dict) else told if isinstance(told, list) else [told]
    )
    return [each for each in values if isinstance(each, str)]


def _choice(known: Field, shape: _Shape) -> Field:
    return _select(known, _literals(shape))


def _select(known: Field, values: Sequence[str]) -> Field:
    options = tuple(Option(each, humanise(each)) for each in values)
    return replace(known, type="select" if options else known.type, options=options)
