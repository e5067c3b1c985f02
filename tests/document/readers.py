"""Comparing what the sites' own readers read with what the program reads."""

from __future__ import annotations

import json
from typing import Any

from designer.document import Tagged, Timestamp, Value
from designer.document.reading import plain_scalars


def encoded(value: Value) -> Any:
    """A value in the form in which bridge.js gives it."""
    if isinstance(value, Tagged):
        raise TypeError("a value with a tag has no meaning here")
    if isinstance(value, Timestamp):
        return {"kind": "date"}
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        text = "-0" if value == 0 and str(value) == "-0.0" else plain_scalars.key_text(value)
        return {"kind": "number", "of": text}
    if isinstance(value, list):
        return {"kind": "list", "of": [encoded(item) for item in value]}
    if isinstance(value, dict):
        return {"kind": "map", "of": [[key, encoded(item)] for key, item in value.items()]}
    return value


def same_meaning(answer: dict[str, Any], data: Value) -> bool:
    try:
        return sorted_keys(answer["value"]) == sorted_keys(encoded(data))
    except TypeError:  # a tag, which has no meaning to compare
        return False


def sorted_keys(value: Any) -> Any:
    """The keys of mappings in order: JavaScript puts whole numbers first."""
    if isinstance(value, dict) and value["kind"] == "map":
        pairs = sorted((key, json.dumps(sorted_keys(item))) for key, item in value["of"])
        return {"kind": "map", "of": pairs}
    if isinstance(value, dict) and value["kind"] == "list":
        return {"kind": "list", "of": [sorted_keys(item) for item in value["of"]]}
    return value
