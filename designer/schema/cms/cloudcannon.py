"""CloudCannon: ``cloudcannon.config.yml``.

An array input with a structure of several values is a list of blocks, wherever it is in a page.
``id_key``, or a key that differs between the values, names the type of an item.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fnmatch import fnmatchcase
from typing import Any, Final

from designer.schema.block_lists import is_other_list
from designer.schema.block_type import BlockType
from designer.schema.cms.cloudcannon_inputs import Inputs, Settings, type_key_of
from designer.schema.cms.raw_fields import mapping, mappings
from designer.schema.cms.schema_files import SchemaFiles
from designer.schema.site_schema import SiteSchema, type_keys

CONFIGS: Final = tuple(
    f"cloudcannon.config.{each}" for each in ("json", "yaml", "yml", "cjs", "js")
)

_KEYS = ("_inputs", "_structures")
_PARTS = ("*.yml", "*.yaml", "*.json", "*.toml")


def read(files: SchemaFiles) -> SiteSchema | None:
    """Read the configuration of CloudCannon."""
    name = files.first(CONFIGS)
    config = files.data(name) if name else None
    if name is None or not isinstance(config, dict):
        return None
    collections = mapping(config.get("collections_config")).values()
    settings = Settings()
    for layer in (*map(mapping, collections), config):
        settings = settings.with_layer(_whole(layer, files))
    inputs = Inputs(name, files, settings)
    types: dict[str, BlockType] = {}
    named: dict[str, tuple[str, ...]] = {}
    for key, structure in inputs.structures:
        type_key = type_key_of(structure)
        if type_key and not is_other_list(key):
            named[key] = type_keys(type_key)
            for kind in inputs.block_types(structure, type_key):
                types.setdefault(kind.name, kind)
    fields = inputs.plain_fields()
    if not types and not fields:
        return None
    return SiteSchema(types, named_lists=named, pages=(fields,) if fields else ())


def _whole(layer: Mapping[str, Any], files: SchemaFiles) -> Mapping[str, Any]:
    """Return settings with the parts of them that have files of their own."""
    whole = dict(layer)
    for key in _KEYS:
        parts = [
            mapping(files.data(name)) for name in _matching(layer.get(f"{key}_from_glob"), files)
        ]
        for part in (*parts, mapping(layer.get(key))):
            whole[key] = {**mapping(whole.get(key)), **part}
    structures = mapping(whole["_structures"]).items()
    return {
        **whole,
        "_structures": {key: _filled(mapping(each), files) for key, each in structures},
    }


def _filled(structure: Mapping[str, Any], files: SchemaFiles) -> Mapping[str, Any]:
    """Return a structure with the values that have files of their own."""
    globs = structure.get("values_from_glob")
    if not isinstance(globs, list):
        return structure
    own = [mapping(files.data(name)) for name in _matching(globs, files)]
    return {**structure, "values": [*mappings(structure.get("values")), *own]}


def _matching(globs: object, files: SchemaFiles) -> Iterator[str]:
    """Yield the files of the site that match one of these patterns."""
    patterns = (
        [each.strip("/") for each in globs if isinstance(each, str)]
        if isinstance(globs, list)
        else []
    )
    wanted = [each for each in patterns if not each.startswith("!")]
    unwanted = [each[1:].strip("/") for each in patterns if each.startswith("!")]
    for folder in dict.fromkeys(_fixed_folder(each) for each in wanted):
        for name in files.below(folder, _PARTS):
            if _fits(name, wanted) and not _fits(name, unwanted):
                yield name


def _fixed_folder(pattern: str) -> str:
    """Return the folders of a pattern before its first wildcard."""
    parts = pattern.split("/")[:-1]
    fixed = [each for each in parts if "*" not in each and "{" not in each]
    return "/".join(parts[: len(fixed)] if parts[: len(fixed)] == fixed else []) or "."


def _fits(name: str, patterns: list[str]) -> bool:
    return any(fnmatchcase(name, each.replace("**/", "*")) for each in patterns)
