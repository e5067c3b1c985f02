"""The values of a page: compare, normalize and change them."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from designer.document.limits import MAX_DEPTH

Value: TypeAlias = Any
"""None, bool, int, float, str, Timestamp, Tagged, or a list or dict (with text keys) of these."""

Path: TypeAlias = tuple[str | int, ...]
"""Keys and positions from the root of a page's data to one of its values."""


class Timestamp(str):
    """A date or time, kept as written.

    js-yaml converts it to a JavaScript date. The program keeps the text instead, so that an
    unedited date does not change.
    """

    __slots__ = ()


@dataclass(frozen=True)
class Tagged:
    """A value with a tag that cannot be resolved (``!color``, ``!!binary``); kept as written.

    Attributes:
        tag: The resolved tag, for instance ``!color`` or ``tag:yaml.org,2002:binary``.
        value: The tagged value, parsed as if the tag were absent.
    """

    tag: str
    value: Value


def as_number(number: float) -> int | float:
    """Convert a whole number to int, ``1.0`` too, since JavaScript has one number type.

    Minus zero and whole numbers from 1e21 on, which JavaScript writes with an exponent, stay
    floats.
    """
    if number.is_integer() and abs(number) < 1e21 and not (number == 0 and is_negative(number)):
        return int(number)
    return number


def is_negative(number: float) -> bool:
    """Return whether a number is negative or minus zero."""
    return math.copysign(1.0, number) < 0


def same(one: Value, other: Value) -> bool:
    """Return whether two values are equal in type, content and the order of keys."""
    if one is other:
        return True
    if type(one) is not type(other):
        return False
    if isinstance(one, dict):
        return (
            len(one) == len(other)
            and list(one) == list(other)
            and all(map(same, one.values(), other.values()))
        )
    if isinstance(one, list):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, float):
        return repr(one) == repr(other)  # distinguishes 0.0 from -0.0; NaN equals itself
    if isinstance(one, Tagged):
        return one.tag == other.tag and same(one.value, other.value)
    return bool(one == other)


def same_unordered(one: Value, other: Value) -> bool:
    """Return whether two values are equal in type and content; the order of keys may differ."""
    if one is other:
        return True
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(
            same_unordered(item, other[key]) for key, item in one.items()
        )
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same_unordered, one, other))
    return same(one, other)


def ordered_like(value: Value, other: Value) -> Value:
    """Return a value with its keys in the order of another value that is ``same_unordered``.

    Parts whose order is the same already are shared.
    """
    if same(value, other):
        return value
    if isinstance(value, list):
        return list(map(ordered_like, value, other))
    return {key: ordered_like(value[key], item) for key, item in other.items()}


def with_scalars(value: Value, change: Callable[[Value], Value]) -> Value:
    """Return a copy of a value in which ``change`` has been applied to each scalar."""
    if isinstance(value, dict):
        return {key: with_scalars(item, change) for key, item in value.items()}
    if isinstance(value, list):
        return [with_scalars(item, change) for item in value]
    return change(value)


def normalized(value: Value, depth: int = 0) -> Value:
    """Return a copy of a value in the form that reading a page returns.

    Whole floats become ints, tuples become lists.

    Raises:
        ValueError: A page cannot hold the value; the message says why.
    """
    kind = type(value)
    if kind is str:
        if not _is_text(value):
            raise ValueError("the text contains half of a character")
        return value
    if kind in (bool, int, Timestamp, Tagged) or value is None:
        return value
    if kind is float:
        return as_number(value)
    if depth >= MAX_DEPTH:
        raise ValueError("lists and mappings in it are nested too deeply")
    if kind in (list, tuple):
        return [normalized(item, depth + 1) for item in value]
    if kind is dict and all(type(key) is str and _is_text(key) for key in value):
        return {key: normalized(item, depth + 1) for key, item in value.items()}
    raise ValueError(f"a page cannot hold this kind of value ({kind.__name__})")


def _is_text(text: str) -> bool:
    """Return False for a text with a lone surrogate, which UTF-8 cannot encode."""
    return text.isascii() or not any("\ud800" <= char <= "\udfff" for char in text)


def untagged(value: Value) -> Value:
    """Return a value without its tag."""
    return value.value if isinstance(value, Tagged) else value


def keeping_tag(change: Callable[[Value], Value]) -> Callable[[Value], Value]:
    """Wrap a change of a collection so that the collection keeps its tag."""

    def within(old: Value) -> Value:
        return Tagged(old.tag, change(old.value)) if isinstance(old, Tagged) else change(old)

    return within


def get(data: Value, path: Sequence[str | int]) -> Value:
    """Return the value at a path; tags on the path are ignored.

    Raises:
        LookupError: The value does not exist.
    """
    for step in path:
        data = untagged(data)
        if isinstance(step, str):
            fits = isinstance(data, dict)
        else:
            fits = isinstance(data, (list, tuple)) and step >= 0
        if not fits:
            raise LookupError(step)
        data = data[step]
    return data


def updated_at(data: Value, path: Sequence[str | int], change: Callable[[Value], Value]) -> Value:
    """Return a copy of the data in which ``change`` has been applied to the value at a path.

    Lists and mappings on the path are copied, everything else is shared.
    """
    if not path:
        return change(data)
    if isinstance(data, Tagged):
        return Tagged(data.tag, updated_at(data.value, path, change))
    step = path[0]
    copy = data.copy()
    copy[step] = updated_at(data[step], path[1:], change)
    return copy
