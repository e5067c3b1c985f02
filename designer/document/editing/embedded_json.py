"""JSON objects stored as the text of a value: change one key and keep the rest as written."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

from designer.document.reading.json_reader import load, tree
from designer.document.reading.parse_errors import ReadProblem
from designer.document.reading.spans import SpanNode
from designer.document.values import Value

_SPACE = re.compile(r"[ \t\r\n]*")


def json_object(text: str) -> dict[str, Value] | None:
    """Return the object of a JSON text, or None if the text is not a JSON object."""
    try:
        data = load(text)
    except ReadProblem:
        return None
    return data if isinstance(data, dict) else None


def with_json_value(text: str, key: str, value: str, order: Sequence[str] = ()) -> str:
    """Return the text with another value of a key; everything else stays as written.

    A number stays a number if the new value is numeric. A missing key is inserted after the keys
    that precede it in the usual order.

    Args:
        text: The text of a JSON object, or an empty text.
        key: The key.
        value: Its value.
        order: The usual order of the keys.
    """
    if not text.strip():
        return json.dumps({key: value}, ensure_ascii=False, separators=(",", ":"))
    node = tree(text)
    index = next((number for number, e in enumerate(node.entries) if e.name == key), None)
    if index is not None:
        old = node.entries[index].node
        return text[: old.start] + _json_scalar(value, like=old) + text[old.end :]
    pair = f"{json.dumps(key, ensure_ascii=False)}:{_after_colon(text, node)}"
    pair += json.dumps(value, ensure_ascii=False)
    before = set(order[: order.index(key)]) if key in order else {e.name for e in node.entries}
    position = max((n + 1 for n, e in enumerate(node.entries) if e.name in before), default=0)
    if not node.entries:
        return f"{text[: node.start + 1]}{pair}{text[node.end - 1 :]}"
    if position == 0:
        first = node.entries[0].start
        return f"{text[:first]}{pair},{_after_comma(text, node)}{text[first:]}"
    end = node.entries[position - 1].node.end
    return f"{text[:end]},{_after_comma(text, node)}{pair}{text[end:]}"


def _json_scalar(value: str, like: SpanNode) -> str:
    """Return the value as a JSON number if it replaces a number, else as a JSON string."""
    is_number = re.fullmatch(r"-?(?:0|[1-9]\d*)(?:\.\d+)?", value)
    if like.kind == "scalar" and not like.style and is_number:
        return value
    return json.dumps(value, ensure_ascii=False)


def _after_colon(text: str, node: SpanNode) -> str:
    if not node.entries:
        return ""
    start = node.entries[0].node.start
    return text[text.rindex(":", 0, start) + 1 : start]


def _after_comma(text: str, node: SpanNode) -> str:
    if len(node.entries) < 2:
        return ""
    end = node.entries[0].node.end
    found = _SPACE.match(text, text.index(",", end) + 1)
    return found[0] if found else ""
