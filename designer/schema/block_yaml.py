"""Read ``block.yaml``, the program's own format for the description of a block type.

A description may include shared parts (``parts: [texts, background]``); their fields and slots come
first, in the order of the list, and the description's own fields replace them by name. It may also
inherit from an adjacent type (``like: accordion``): keys that it does not define are taken from
that type. Choices shared by several types are in ``_parts/NAME.options.yaml`` (``options: NAME``).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from designer.bundled import folder as bundled_folder
from designer.errors import SchemaError
from designer.schema.block_type import FIELD_TYPES, BlockType, Field, Option, Slot

DESCRIPTION = "block.yaml"
TEMPLATE = "template.html"

_TYPE_KEYS = {
    "like", "label", "help", "icon", "category", "parts", "fields", "slots", "defaults", "sample",
}  # fmt: skip
_FIELD_KEYS = {
    "type",
    "label",
    "help",
    "options",
    "default",
    "fields",
    "item_label",
    "control",
    "when",
}
_SLOT_KEYS = {"label", "element", "control"}


def load_types(
    folders: Iterable[Path], errors: list[SchemaError] | None = None
) -> dict[str, BlockType]:
    """Load the block types in these folders, by name; types in later folders take precedence.

    Each type is a folder with ``block.yaml`` and ``template.html``. Folders whose name starts with
    ``_`` or ``.`` are not types.

    Args:
        folders: Folders that contain folders of types; missing folders are skipped.
        errors: Collects the errors of broken types, which are then skipped.

    Raises:
        SchemaError: A type is broken and ``errors`` was not given; names the file and the reason.
    """
    found: dict[str, BlockType] = {}
    for parent in folders:
        if not parent.is_dir():
            continue
        for place in sorted(parent.iterdir()):
            if place.name.startswith(("_", ".")) or not (place / DESCRIPTION).is_file():
                continue
            try:
                found[place.name] = load_type(place)
            except SchemaError as error:
                if errors is None:
                    raise
                errors.append(error)
    return found


def load_type(folder: Path, *, template: str = TEMPLATE) -> BlockType:
    """Load the block type that this folder describes.

    Args:
        folder: The type's folder; its name is the type's name.
        template: The file in it that must exist.

    Raises:
        SchemaError: The description is broken or the template is missing.
    """
    kind = _read_type(folder / DESCRIPTION)
    if not (folder / template).is_file():
        raise SchemaError(f"{folder / DESCRIPTION}: the block type has no {template} beside it.")
    return kind


def frame_type(folder: Path) -> BlockType:
    """Load the description of the global document: the fields and slots of header and footer.

    Args:
        folder: The frame folder of a family, ``templates/_NAME``.
    """
    return load_type(folder, template="page.html")


def page_type(folder: Path) -> BlockType | None:
    """Load the description of a page's own fields; None without a ``page.yaml``."""
    return _read_optional_type(folder / "page.yaml")


def theme_type(folder: Path) -> BlockType | None:
    """Load the description of the theme document; None without a ``theme.yaml``."""
    return _read_optional_type(folder / "theme.yaml")


def _read_optional_type(file: Path) -> BlockType | None:
    return _read_type(file) if file.is_file() else None


def _read_type(file: Path) -> BlockType:
    """Read a description file as a block type."""
    folder = file.parent
    reader = _DescriptionReader(file)
    raw = reader.inherit(_read(file))
    reader.check_keys(raw, _TYPE_KEYS, "the block type")
    fields, slots = reader.parts(raw.get("parts", []))
    fields |= {f.name: _merged(fields, f) for f in reader.fields(raw.get("fields"), "fields")}
    slots |= {s.path: s for s in reader.slots(raw.get("slots"))}
    reader.check_overlap(fields.values(), slots)
    kind = BlockType(
        name=folder.name,
        label=reader.text(raw, "label", "the block type"),
        help=reader.text(raw, "help", "the block type", ""),
        icon=reader.text(raw, "icon", "the block type", "block"),
        category=reader.text(raw, "category", "the block type", ""),
        fields=tuple(fields.values()),
        slots=tuple(slots.values()),
        defaults=reader.mapping(raw.get("defaults"), "defaults"),
        sample=reader.mapping(raw.get("sample"), "sample"),
        folder=folder,
    )
    reader.check_example(kind.defaults, kind.fields, slots, "defaults")
    reader.check_example(kind.sample, kind.fields, slots, "sample")
    return kind


def _read(file: Path) -> dict[str, Any]:
    """Read the mapping of a description file."""
    try:
        raw = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise SchemaError(f"{_short(file)}: cannot be read: {_reason(error)}") from error
    if not isinstance(raw, dict):
        raise SchemaError(f"{_short(file)}: must hold a mapping (label, fields, slots…).")
    return raw


def _short(file: Path) -> str:
    """Return the last three parts of a file's path, for messages."""
    return "/".join(file.parts[-3:])


def _reason(error: Exception) -> str:
    """Return why a description cannot be read, with the line of the error."""
    if isinstance(error, yaml.MarkedYAMLError) and error.problem_mark:
        mark = error.problem_mark
        return f"line {mark.line + 1}, column {mark.column + 1}: {error.problem}"
    if isinstance(error, OSError):
        return error.strerror or type(error).__name__
    return " ".join(str(error).split())


class _DescriptionReader:
    """Converts the parts of one description to values; every error names the file."""

    def __init__(self, file: Path) -> None:
        self.file = file

    def fail(self, reason: str) -> SchemaError:
        return SchemaError(f"{_short(self.file)}: {reason}")

    def check_keys(self, raw: Mapping[str, Any], allowed: set[str], where: str) -> None:
        """Reject unknown keys, which are typing errors."""
        for key in raw:
            if key not in allowed:
                options = ", ".join(sorted(allowed))
                raise self.fail(f"{where} has the unknown key “{key}” (known: {options}).")

    def inherit(self, raw: dict[str, Any]) -> dict[str, Any]:
        """Merge the description with that of the type that it inherits from."""
        if "like" not in raw:
            return raw
        name = raw["like"]
        file = self.file.parent.parent / str(name) / DESCRIPTION
        if not isinstance(name, str) or not name.isidentifier() or not file.is_file():
            raise self.fail(f"there is no type “{name}” beside it.")
        return _read(file) | raw

    def mapping(self, raw: object, where: str) -> dict[str, Any]:
        """Return a mapping with text keys; None gives an empty one."""
        if raw is None:
            return {}
        if not isinstance(raw, dict) or not all(isinstance(key, str) for key in raw):
            raise self.fail(f"{where} must be a mapping of names.")
        return raw

    def text(self, raw: Mapping[str, Any], key: str, where: str, default: str | None = None) -> str:
        """Return the text under ``key``; it is required if there is no default."""
        value = raw.get(key, default)
        if not isinstance(value, str) or (default is None and not value):
            raise self.fail(f"{where} needs a text as “{key}”.")
        return value.strip()

    def parts(self, names: object) -> tuple[dict[str, Field], dict[tuple[str, ...], Slot]]:
        """Return the fields and slots of the shared parts with these names.

        A name may have axes (``background: {ornaments: anchored}``): its fields are then limited to
        the variants with these values.
        """
        if not isinstance(names, list):
            raise self.fail("parts must be a list of names.")
        fields: dict[str, Field] = {}
        slots: dict[tuple[str, ...], Slot] = {}
        for entry in names:
            name, axes = (
                next(iter(entry.items())) if isinstance(entry, dict) and entry else (entry, None)
            )
            when = self.when(axes, "parts")
            file = bundled_folder("templates") / "_parts" / f"{name}.yaml"
            if not isinstance(name, str) or not name.isidentifier() or not file.is_file():
                raise self.fail(f"there is no shared part “{name}”.")
            more_fields, more_slots = _shared_part(file)
            more_fields = tuple(_for_variants(field, when) for field in more_fields)
            fields |= {field.name: _merged(fields, field) for field in more_fields}
            slots |= {slot.path: slot for slot in more_slots}
        return fields, slots

    def fields(self, raw: object, where: str) -> list[Field]:
        """Return the fields of a mapping, name → description."""
        entries = self.mapping(raw, where)
        return [self.field(name, entry, f"{where}.{name}") for name, entry in entries.items()]

    def field(self, name: str, raw: object, where: str) -> Field:
        """Return one field."""
        entry = self.mapping(raw, where)
        self.check_keys(entry, _FIELD_KEYS, where)
        kind = self.text(entry, "type", where)
        if kind not in FIELD_TYPES:
            types = ", ".join(sorted(FIELD_TYPES))
            raise self.fail(f"{where} has the unknown type “{kind}” (known: {types}).")
        options = self.options(entry.get("options"), where)
        if (kind == "select") != bool(options) and kind != "typography":
            raise self.fail(f"{where}: options belong to a select, and a select needs them.")
        if (kind == "words") != ("control" in entry):
            raise self.fail(f"{where}: a control belongs to words, and words need one.")
        inner = tuple(self.fields(entry.get("fields"), f"{where}.fields"))
        if inner and kind not in {"object", "list"}:
            raise self.fail(f"{where}: only an object or a list has fields.")
        if kind == "object" and not inner:
            raise self.fail(f"{where}: an object needs fields.")
        return Field(
            name=name,
            type=kind,
            label=self.text(entry, "label", where),
            help=self.text(entry, "help", where, ""),
            options=options,
            default=entry.get("default"),
            fields=inner,
            item_label=self.text(entry, "item_label", where, ""),
            control=self.text(entry, "control", where, ""),
            when=self.when(entry.get("when"), where),
        )

    def when(self, raw: object, where: str) -> dict[str, tuple[Any, ...]]:
        """Return the axes that a field depends on: a mapping, axis → one value or a list."""
        axes = self.mapping(raw, f"{where}.when")
        return {a: tuple(v) if isinstance(v, list) else (v,) for a, v in axes.items()}

    def options(self, raw: object, where: str) -> tuple[Option, ...]:
        """Return the choices of a select: a mapping, value → label, or a shared mapping's name."""
        if isinstance(raw, str):
            file = bundled_folder("templates") / "_parts" / f"{raw}.options.yaml"
            if not raw.isidentifier() or not file.is_file():
                raise self.fail(f"{where}: there are no shared options “{raw}”.")
            raw = _read(file)
        entries = self.mapping(raw, f"{where}.options")
        for value, label in entries.items():
            if not isinstance(label, str):
                raise self.fail(f"{where}.options: “{value}” needs words to show.")
        return tuple(Option(value, label) for value, label in entries.items())

    def slots(self, raw: object) -> list[Slot]:
        """Return the slots of a mapping, dotted path → description."""
        result = []
        for name, entry in self.mapping(raw, "slots").items():
            where = f"slots.{name}"
            description = self.mapping(entry, where)
            self.check_keys(description, _SLOT_KEYS, where)
            path = tuple(name.split("."))
            if not all(part.isidentifier() for part in path):
                raise self.fail(f"{where}: a slot's path is names with dots between.")
            label = self.text(description, "label", where)
            element = self.text(description, "element", where)
            control = self.text(description, "control", where, "")
            result.append(Slot(path, label, element, control))
        return result

    def check_overlap(self, fields: Iterable[Field], slots: Iterable[tuple[str, ...]]) -> None:
        """Reject a slot at the path of a field, or inside one."""
        content = set(_paths(fields))
        for path in slots:
            inside = any(path[:length] in content for length in range(1, len(path) + 1))
            if inside:
                raise self.fail(f"slots.{'.'.join(path)}: a field lies at this path already.")

    def check_example(
        self,
        block: Mapping[str, Any],
        fields: Iterable[Field],
        slots: Iterable[tuple[str, ...]],
        where: str,
    ) -> None:
        """Reject keys in an example block that are neither fields nor slots."""
        by_name = {field.name: field for field in fields}
        paths = list(slots)
        for key, value in block.items():
            field = by_name.get(key)
            deeper = [path[1:] for path in paths if path[0] == key]
            if field is None and not deeper:
                raise self.fail(f"{where}.{key} is neither a field nor a slot of the type.")
            inner = field.fields if field else ()
            items = value if isinstance(value, list) else [value]
            for item in items:
                if isinstance(item, dict):
                    self.check_example(item, inner, [p for p in deeper if p], f"{where}.{key}")


@cache
def _shared_part(file: Path) -> tuple[tuple[Field, ...], tuple[Slot, ...]]:
    """Return fields and slots of a shared part; cached, since the program's files do not change."""
    raw, reader = _read(file), _DescriptionReader(file)
    reader.check_keys(raw, {"parts", "fields", "slots"}, "the part")
    fields, slots = reader.parts(raw.get("parts", []))
    fields |= {f.name: _merged(fields, f) for f in reader.fields(raw.get("fields"), "fields")}
    slots |= {s.path: s for s in reader.slots(raw.get("slots"))}
    return tuple(fields.values()), tuple(slots.values())


def _for_variants(field: Field, when: Mapping[str, tuple[Any, ...]]) -> Field:
    """Limit a field to these variants; for an object, limit its fields."""
    if field.type == "object" and when:
        return replace(field, fields=tuple(_for_variants(inner, when) for inner in field.fields))
    return replace(field, when={**field.when, **when})


def _merged(existing: Mapping[str, Field], field: Field) -> Field:
    """Merge a field with an existing object field of the same name.

    Fields of one name for different variants are both kept.
    """
    old = existing.get(field.name)
    if old is None or old.type != "object" or field.type != "object":
        return field
    together = {(f.name, *sorted(f.when.items())): f for f in old.fields + field.fields}
    return replace(field, fields=tuple(together.values()))


def _paths(fields: Iterable[Field]) -> Iterable[tuple[str, ...]]:
    """Yield the paths of all fields; for objects, the paths of their own fields."""
    for field in fields:
        if field.type == "object":
            yield from ((field.name, *path) for path in _paths(field.fields))
        else:
            yield (field.name,)
