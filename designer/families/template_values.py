"""The data of a block as a template sees it, in the form that the site's components receive.

A component of the site receives every field of the schema: a missing value is JavaScript's
``null``, and a property of a missing object is ``undefined``. Both become words in class strings of
the DOM, so both exist here: ``None`` and ``UNDEFINED``. Keys outside the schema are not passed, and
a template that uses one is wrong.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from typing_extensions import override

from designer.schema import Field, Slot


class _Undefined:
    """JavaScript's ``undefined``: false, and the word ``undefined`` in text."""

    __slots__ = ()

    def __bool__(self) -> bool:
        return False

    @override
    def __str__(self) -> str:
        return "undefined"

    @override
    def __repr__(self) -> str:
        return "UNDEFINED"


UNDEFINED: Final = _Undefined()


@dataclass(frozen=True)
class Shape:
    """The keys of an object and the kinds of their values.

    Attributes:
        keys: Name → the kind of its value: the field's type, ``object`` or ``list``.
        inner: Name → the shape of an object or of a list's items.
    """

    keys: Mapping[str, str]
    inner: Mapping[str, Shape]

    @classmethod
    def of(cls, fields: Iterable[Field], slots: Iterable[Slot] = ()) -> Shape:
        """Build the shape of these fields and slots."""
        by_name = {field.name: field for field in fields}
        keys = {name: field.type for name, field in by_name.items()}
        paths: dict[str, list[Slot]] = {}
        for slot in slots:
            head, *rest = slot.path
            if rest:
                keys.setdefault(head, "object")
                paths.setdefault(head, []).append(Slot(tuple(rest), slot.label, slot.element))
            else:
                keys[head] = "string"
        inner = {}
        for name, kind in keys.items():
            field = by_name.get(name)
            if kind == "object" or (kind == "list" and field is not None and field.fields):
                inner[name] = cls.of(field.fields if field else (), paths.get(name, ()))
        return cls(keys, inner)


class Record:
    """An object of a block as a template sees it: ``record.name``; false when it is missing."""

    __slots__ = ("_data", "_path", "_shape")

    def __init__(self, shape: Shape, data: object, path: str = "") -> None:
        self._shape = shape
        self._data = data if isinstance(data, Mapping) else None
        self._path = path

    def __bool__(self) -> bool:
        return self._data is not None

    @override
    def __repr__(self) -> str:
        return self._path.removesuffix(".") or "the block"

    def __getattr__(self, name: str) -> object:
        shape = self._shape
        try:
            kind = shape.keys[name]
        except KeyError:
            raise AttributeError(name) from None
        data = self._data
        if kind == "object":
            value = None if data is None else data.get(name)
            return Record(shape.inner[name], value, f"{self._path}{name}.")
        if data is None:
            return UNDEFINED
        value = data.get(name)
        if kind == "list":
            return self._items(name, value)
        return scalar(value, kind)

    def _items(self, name: str, value: object) -> list[Any] | None:
        """Return the items of a list, as records if they have fields."""
        if not isinstance(value, list):
            return None
        inner = self._shape.inner.get(name)
        if inner is None:
            return [text(item) for item in value]
        return [Record(inner, item, f"{self._path}{name}.{n}.") for n, item in enumerate(value)]


def path_of(record: Record, name: str = "") -> str:
    """Return the dotted path, within the block, of the record or of its key ``name``."""
    path: str = record._path + name  # noqa: SLF001 - templates must not see it, this function may
    return path.removesuffix(".")


def value_of(record: Record, name: str) -> object:
    """Return the value at ``name``, which need not be a valid identifier.

    Raises:
        AttributeError: The schema has no such key.
    """
    value: object = getattr(record, name)
    return value


def raw_value(record: Record, name: str) -> object:
    """Return the value at ``name`` as it is in the file, whatever the schema says of it."""
    data = record._data  # noqa: SLF001 - templates must not see it, this function may
    return None if data is None else data.get(name)


def scalar(value: object, kind: str) -> str | bool | int | float | None:
    """Return a scalar of a field type as the site's query returns it."""
    if kind == "boolean":
        return value if isinstance(value, bool) else None
    if kind == "number" and isinstance(value, int | float):
        return value
    return text(value)


def text(value: object) -> str | None:
    """Convert a value to text as the site's query does.

    Numbers, booleans and dates become texts; a list or an object counts as missing.
    """
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, int | float):
        return str(value)
    return value.isoformat() if isinstance(value, date) else None


def word(value: object) -> str:
    """Return a value as in a JavaScript template string: ``null`` or ``undefined`` if missing."""
    return "null" if value is None else str(value)
