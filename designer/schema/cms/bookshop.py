"""Bookshop: the component library of a site, one ``NAME.bookshop.yml`` for each component.

``_bookshop_name`` names the component of an item: the path of its folder among the components.
``spec.structures`` names the lists in which it can be.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from designer.schema.block_type import BlockType
from designer.schema.cms.cloudcannon_inputs import Inputs, Settings
from designer.schema.cms.raw_fields import help_of, label_of, mapping, plain
from designer.schema.cms.schema_files import SchemaFiles
from designer.schema.site_schema import SiteSchema, type_keys

PATTERNS: Final = tuple(
    f"*.bookshop.{suffix}" for suffix in ("yml", "yaml", "toml", "json", "js", "cjs")
)
TYPE_KEY: Final = "_bookshop_name"

_LIBRARIES: Final = ("component-library", "_component-library", "components", "src/components")
_COMPONENTS = "components/"
_REFERENCE = "bookshop:"
_STRUCTURE = "structure:"
_MAX_DEPTH = 8


def read(files: SchemaFiles) -> SiteSchema | None:
    """Read the components of a Bookshop."""
    libraries = dict.fromkeys((*_LIBRARIES, *_other_libraries(files)))
    found = [name for library in libraries for name in files.below(library, PATTERNS)]
    components = {_component(name): mapping(files.data(name)) for name in dict.fromkeys(found)}
    reader = _Reader(files, components)
    types: dict[str, BlockType] = {}
    named: dict[str, tuple[str, ...]] = {}
    for name, component in components.items():
        if structures := _structures(component):
            types[name] = reader.block_type(name, component)
            named.update(dict.fromkeys(structures, type_keys(TYPE_KEY)))
    return SiteSchema(types, named_lists=named) if types else None


def _other_libraries(files: SchemaFiles) -> Iterator[str]:
    """Yield folders at the root of the site that hold the configuration of a Bookshop."""
    for entry in sorted(files.root.iterdir()) if files.root.is_dir() else ():
        if (entry / "bookshop").is_dir() and entry.name != "node_modules":
            yield entry.name


def _component(name: str) -> str:
    """Return the name of the component that a file describes: ``generic/hero``."""
    _, _, inside = f"/{name}".rpartition(f"/{_COMPONENTS}")
    folder, _, file = inside.rpartition("/")
    return folder or file.partition(".")[0]


def _structures(component: Mapping[str, Any]) -> list[str]:
    spec = mapping(component.get("spec")) or mapping(component.get("component"))
    told = spec.get("structures")
    return [each for each in told if isinstance(each, str)] if isinstance(told, list) else []


class _Reader:
    """Reads the components of a library."""

    def __init__(self, files: SchemaFiles, components: Mapping[str, Mapping[str, Any]]) -> None:
        self._files = files
        self._components = components

    def block_type(self, name: str, component: Mapping[str, Any]) -> BlockType:
        """Return the type of a component."""
        spec = mapping(component.get("spec")) or mapping(component.get("component"))
        content = self._blueprint(component, 0)
        inputs = Inputs(name, self._files, Settings().with_layer(component))
        return BlockType(
            name=name,
            label=label_of(spec, name.rpartition("/")[2]),
            help=help_of(spec, "description"),
            fields=inputs.fields(content, ()),
            defaults=mapping(plain(content)),
            is_inferred=True,
        )

    def _blueprint(self, component: Mapping[str, Any], depth: int) -> Mapping[str, Any]:
        """Return the example of a component, with the examples of others that it names."""
        blueprint = mapping(component.get("blueprint") or component.get("props"))
        found = {
            str(key): self._filled(value, depth)
            for key, value in blueprint.items()
            if not str(key).startswith("#") and "--" not in str(key)
        }
        return {key: value for key, value in found.items() if value is not _NOTHING}

    def _filled(self, value: Any, depth: int) -> Any:
        if isinstance(value, list):
            items = [self._filled(each, depth) for each in value]
            return [each for each in items if each is not _NOTHING]
        if isinstance(value, dict):
            return {key: self._filled(each, depth) for key, each in value.items()}
        if not isinstance(value, str) or not value.startswith(_REFERENCE):
            return value
        named = value.removeprefix(_REFERENCE).rstrip("!?")
        component = self._components.get(named)
        if named.startswith(_STRUCTURE) or component is None or depth >= _MAX_DEPTH:
            return _NOTHING  # a list of components, which is empty in a new one
        return self._blueprint(component, depth + 1)


_NOTHING: Final = object()
