"""JSON documents: values by the json module, spans by one regular expression."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import NoReturn

from designer.document.limits import MAX_NODES
from designer.document.reading.parse_errors import ReadProblem, line_and_column
from designer.document.reading.plain_scalars import resolve
from designer.document.reading.spans import SpanEntry, SpanNode
from designer.document.values import Value, as_number, normalized

_TOKEN = re.compile(r'[ \t\r\n]*(?:("(?:[^"\\]|\\.)*")|([\[\]{},:])|([^\s\[\]{},:"]+))')


def load(text: str) -> Value:
    """Parse a JSON text.

    Raises:
        ReadProblem: The text is not JSON, has a duplicate key, or exceeds a size or depth limit.
    """
    if sum(map(text.count, ",[{")) > MAX_NODES:
        raise ReadProblem("the document has too many values to be edited", 0, 0)
    try:
        data = json.loads(
            text,
            parse_int=resolve,
            parse_float=lambda number: as_number(float(number)),
            parse_constant=_reject_constant,
            object_pairs_hook=_mapping,
        )
        return normalized(data)
    except json.JSONDecodeError as error:
        message = f"this is not JSON ({error.msg})"
        raise ReadProblem(message, error.lineno - 1, error.colno - 1) from error
    except RecursionError as error:
        raise ReadProblem("lists and mappings are nested too deeply", 0, 0) from error
    except _DuplicateKey as duplicate:
        message = f"the key “{duplicate}” stands here a second time; keep one of the two"
        raise ReadProblem(message, *line_and_column(text, _duplicate_offset(text))) from duplicate
    except ValueError as error:
        raise ReadProblem(str(error), 0, 0) from error


def end_of_object(text: str) -> int:
    """Return the end of the object that a text begins with; 0 without such an object."""
    start = len(text) - len(text.lstrip())
    try:
        _, end = json.JSONDecoder().raw_decode(text, start)
    except (ValueError, RecursionError):
        return 0
    return end if text.startswith("{", start) else 0


class _DuplicateKey(ValueError):
    """An object has a duplicate key; the message is the key."""


def _duplicate_offset(text: str) -> int:
    """Return the offset of the first duplicate key."""
    return min(_duplicate_offsets(tree(text)))


def _duplicate_offsets(root: SpanNode) -> Iterator[int]:
    pending = [root]
    while pending:
        node = pending.pop()
        seen: set[str] = set()
        for entry in node.entries:
            pending.append(entry.node)
            if entry.name is not None:
                if entry.name in seen:
                    yield entry.start
                seen.add(entry.name)


def _reject_constant(word: str) -> NoReturn:
    raise ValueError(f"“{word}” is not a number in JSON")


def _mapping(pairs: list[tuple[str, Value]]) -> dict[str, Value]:
    found: dict[str, Value] = {}
    for key, value in pairs:
        if key in found:
            raise _DuplicateKey(key)
        found[key] = value
    return found


def tree(text: str) -> SpanNode:
    """Return the spans of a JSON text that ``load`` accepts."""
    roots: list[SpanNode] = []
    stack: list[tuple[SpanNode, list[SpanNode]]] = []
    nodes = roots
    for match in _TOKEN.finditer(text):
        start, end = match.start(match.lastindex or 0), match.end()
        word = text[start:end]
        if word in ("{", "["):
            stack.append(
                (SpanNode("map" if word == "{" else "list", start, start, end, flow=True), nodes)
            )
            nodes = []
        elif word in ("}", "]"):
            opened, outer = stack.pop()
            opened.end = end
            opened.entries = _entries(opened, nodes)
            nodes = outer
            nodes.append(opened)
        elif match.lastindex == 1:
            nodes.append(SpanNode("scalar", start, start, end, '"', value=json.loads(word)))
        elif match.lastindex == 3:
            nodes.append(SpanNode("scalar", start, start, end, value=word))
    return roots[0]


def _entries(opened: SpanNode, nodes: list[SpanNode]) -> list[SpanEntry]:
    if opened.kind == "list":
        return [SpanEntry(node.start, node) for node in nodes]
    pairs = zip(nodes[::2], nodes[1::2], strict=True)
    return [SpanEntry(key.start, value, key, key.value, value.start) for key, value in pairs]
