"""Operators and functions of JavaScript that configurations use to put their data together."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final, TypeAlias

from designer.script.values import Call, Function, Imported, Member, Unknown, Value

Apply: TypeAlias = Callable[..., Value]
"""Calls a function of the site's scripts."""

_SYMBOLS = (Unknown, Imported, Member, Call)
_BOOLEAN: Final = Imported("", "Boolean")
_MAX_TEXT = 100_000  # characters of a text that is put together


def truth(value: Value) -> bool | None:
    """Return whether JavaScript takes a value for true; None if that cannot be known."""
    if isinstance(value, _SYMBOLS):
        return None
    return True if isinstance(value, list | dict | Function) else bool(value)


def operate(operator: str, left: Value, right: Value) -> Value:
    """Return the result of a binary operator; ``NotImplemented`` if it cannot be known."""
    if operator == "??":
        return NotImplemented if isinstance(left, _SYMBOLS) else right if left is None else left
    if operator in ("||", "&&"):
        known = truth(left)
        return NotImplemented if known is None else left if known == (operator == "||") else right
    if isinstance(left, _SYMBOLS) or isinstance(right, _SYMBOLS):
        return NotImplemented
    if operator in ("===", "=="):
        return bool(left == right)
    if operator in ("!==", "!="):
        return bool(left != right)
    texts = isinstance(left, str) and isinstance(right, str)
    if operator == "+" and (texts or (_is_number(left) and _is_number(right))):
        too_long = texts and len(left) + len(right) > _MAX_TEXT
        return NotImplemented if too_long else left + right
    return NotImplemented


def _is_number(value: Value) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def has_method(owner: Value, name: str) -> bool:
    """Return whether a value has a method that is known here."""
    return (isinstance(owner, list) and name in _OF_LISTS) or (
        isinstance(owner, str) and name in _OF_TEXTS
    )


def call_method(owner: Value, name: str, arguments: Sequence[Value], apply: Apply) -> Value:
    """Return the result of a method of a list or a text; ``NotImplemented`` if unknown."""
    first = arguments[0] if arguments else None
    if isinstance(owner, list):
        return _OF_LISTS[name](owner, arguments, apply)
    return _OF_TEXTS[name](owner) if first is None else NotImplemented


def _map(items: list[Value], arguments: Sequence[Value], apply: Apply) -> Value:
    function = arguments[0] if arguments else None
    return [apply(function, item, index) for index, item in enumerate(items)]


def _flat_map(items: list[Value], arguments: Sequence[Value], apply: Apply) -> Value:
    return _flat(_map(items, arguments, apply), (), apply)


def _flat(items: list[Value], _arguments: Sequence[Value], _apply: Apply) -> Value:
    found: list[Value] = []
    for item in items:
        found += item if isinstance(item, list) else [item]
    return found


def _concat(items: list[Value], arguments: Sequence[Value], apply: Apply) -> Value:
    return [*items, *_flat([*arguments], (), apply)]


def _filter(items: list[Value], arguments: Sequence[Value], apply: Apply) -> Value:
    """Keep the items that a function accepts, and those of which that cannot be known."""
    function = arguments[0] if arguments else None
    if function == _BOOLEAN:
        return [item for item in items if truth(item) is not False]
    return [item for item in items if truth(apply(function, item)) is not False]


_OF_LISTS: Final[Mapping[str, Callable[[list[Value], Sequence[Value], Apply], Value]]] = {
    "map": _map,
    "flatMap": _flat_map,
    "flat": _flat,
    "concat": _concat,
    "filter": _filter,
}

_OF_TEXTS: Final[Mapping[str, Callable[[str], Value]]] = {
    "trim": str.strip,
    "toLowerCase": str.lower,
    "toUpperCase": str.upper,
    "toString": str,
}


def _keys(arguments: Sequence[Value]) -> Value:
    data = arguments[0] if arguments else None
    return [*data] if isinstance(data, dict) else NotImplemented


def _values(arguments: Sequence[Value]) -> Value:
    data = arguments[0] if arguments else None
    return [*data.values()] if isinstance(data, dict) else NotImplemented


def _entries(arguments: Sequence[Value]) -> Value:
    data = arguments[0] if arguments else None
    if not isinstance(data, dict):
        return NotImplemented
    return [[key, value] for key, value in data.items()]


def _from_entries(arguments: Sequence[Value]) -> Value:
    pairs = arguments[0] if arguments else None
    if not isinstance(pairs, list):
        return NotImplemented
    known = all(isinstance(each, list) and len(each) == 2 for each in pairs)
    return {str(key): value for key, value in pairs} if known else NotImplemented


def _assign(arguments: Sequence[Value]) -> Value:
    if not all(isinstance(each, dict) for each in arguments):
        return NotImplemented
    merged: dict[str, Value] = {}
    for each in arguments:
        merged.update(each)
    return merged


def _same(arguments: Sequence[Value]) -> Value:
    return arguments[0] if arguments else None


OBJECT_FUNCTIONS: Final[Mapping[str, Callable[[Sequence[Value]], Value]]] = {
    "keys": _keys,
    "values": _values,
    "entries": _entries,
    "fromEntries": _from_entries,
    "assign": _assign,
    "freeze": _same,
}
"""The functions of ``Object`` that are known here; ``NotImplemented`` for other arguments."""
