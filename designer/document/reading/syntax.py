"""The syntaxes of pages: how each is parsed, and what its data can hold.

A new syntax is one more ``Syntax`` here, its edits in ``editing/syntax_edits.py``, and its fence or
file ending in ``front_matter``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from designer.document.reading import json_reader, spans, toml_lines, toml_reader, yaml_reader
from designer.document.reading.plain_scalars import resolve
from designer.document.reading.spans import SpanEntry, SpanNode, entry_at
from designer.document.values import (
    Path,
    Timestamp,
    Value,
    same,
    same_unordered,
    with_scalars,
)


@dataclass(frozen=True)
class Syntax:
    """A syntax of pages. Its edits are in ``editing/syntax_edits.py``.

    Attributes:
        name: Its name.
        load: Parses a text to its data; raises ``ReadProblem``.
        text_at: Returns the text of the value at a path, in a text that ``load`` accepts; with its
            key or dash, with a table's header. An empty text if the value is written elsewhere.
        offset_at: Returns the offset of the value at a path, or of the last value on the way to it.
        adapted: Returns a normalized value as this syntax can hold it; raises ``ValueError`` with
            the reason if it cannot.
        agrees: Returns whether two data mean the same: YAML and JSON keep the order of keys, TOML
            tables have none.
    """

    name: Literal["yaml", "json", "toml"]
    load: Callable[[str], Value]
    text_at: Callable[[str, Path], str]
    offset_at: Callable[[str, Path], int]
    adapted: Callable[[Value], Value]
    agrees: Callable[[Value, Value], bool]


def _text_at(tree: Callable[[str], SpanNode]) -> Callable[[str, Path], str]:
    """Return the function that finds the text of a value in a tree of spans."""
    last_tree = lru_cache(maxsize=1)(tree)

    def text_at(text: str, path: Path) -> str:
        entry: SpanEntry | None = None
        node = last_tree(text)
        for step in path:
            entry = entry_at(node, step)
            if entry is None:
                return ""
            node = entry.node
        return text[entry.start : entry.end] if entry else text

    return text_at


def _offset_at(tree: Callable[[str], SpanNode]) -> Callable[[str, Path], int]:
    """Return the function that finds the offset of a value in a tree of spans."""

    def offset_at(text: str, path: Path) -> int:
        offset, node = 0, tree(text)
        for step in path:
            entry = entry_at(node, step)
            if entry is None:
                break
            offset, node = entry.start, entry.node
        return offset

    return offset_at


def _for_yaml(scalar: Value) -> Value:
    """Return a scalar for YAML: times that only TOML knows become texts."""
    if isinstance(scalar, Timestamp) and not isinstance(resolve(str(scalar)), Timestamp):
        return str(scalar)
    return scalar


def _for_json(scalar: Value) -> Value:
    """Return a scalar for JSON: dates become texts."""
    return str(scalar) if isinstance(scalar, Timestamp) else scalar


def _for_toml(scalar: Value) -> Value:
    """Return a scalar for TOML: dates that only YAML knows become texts."""
    if scalar is None:
        raise ValueError("TOML has no word for an empty value; remove the field instead")
    if isinstance(scalar, Timestamp) and not toml_reader.is_timestamp(scalar):
        return str(scalar)
    return scalar


def _without_nulls(value: Value) -> Value:
    """Return a value without the keys that have no value: in TOML, these keys are missing."""
    if isinstance(value, dict):
        return {key: _without_nulls(item) for key, item in value.items() if item is not None}
    return [_without_nulls(item) for item in value] if isinstance(value, list) else value


YAML: Final = Syntax(
    "yaml",
    lambda text: yaml_reader.load(text).data,
    _text_at(spans.tree),
    _offset_at(spans.tree),
    lambda value: with_scalars(value, _for_yaml),
    same,
)
JSON: Final = Syntax(
    "json",
    json_reader.load,
    _text_at(json_reader.tree),
    _offset_at(json_reader.tree),
    lambda value: with_scalars(value, _for_json),
    same,
)
TOML: Final = Syntax(
    "toml",
    toml_reader.load,
    toml_lines.text_at,
    toml_lines.offset_at,
    lambda value: with_scalars(_without_nulls(value), _for_toml),
    same_unordered,
)
