"""The spans of all values of a YAML text, as a tree built from libyaml's events."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceStartEvent,
)

from designer.document.reading.parse_errors import Event
from designer.document.reading.plain_scalars import key_text, resolve, tagged_scalar
from designer.document.reading.yaml_reader import MERGE, events
from designer.document.text import line_end, skip_space

Kind: TypeAlias = Literal["scalar", "list", "map", "alias"]

_PROPERTY = re.compile(r"(?:!<[^>\s]*>|[&!][^\s,\[\]{}]*)")
_LAST_BREAK = re.compile(r"(?:\r\n|\n|\r)\Z")


@dataclass(slots=True)
class SpanNode:
    """The span of a value in a text; offsets count code points.

    Attributes:
        kind: The kind of node.
        start: The start, anchor and tag included.
        body: The start without anchor and tag.
        end: The offset after the last character; a line end is not included.
        style: For a scalar: empty for plain, else ``'``, ``"``, ``|`` or ``>``.
        flow: For a collection: whether it is written with brackets.
        tag, anchor: As libyaml resolves them; an alias has the name of its anchor.
        value: For a scalar: its text, unescaped and unfolded.
        entries: For a collection: its entries.
    """

    kind: Kind
    start: int
    body: int
    end: int
    style: str = ""
    flow: bool = False
    tag: str | None = None
    anchor: str | None = None
    value: str = ""
    entries: list[SpanEntry] = field(default_factory=list)

    @property
    def is_absent(self) -> bool:
        """Whether the value is null because nothing is written, not even a tag."""
        return self.kind == "scalar" and not self.style and self.start == self.end


@dataclass(slots=True)
class SpanEntry:
    """An item of a list, or a pair of a mapping.

    Attributes:
        start: For an item of a block list its dash; else the start of the item or of the key (of
            its ``?`` when it has one).
        node: The item, or the pair's value.
        key: The pair's key.
        name: The key in the parsed data; None for a merge and for an alias.
        after: The offset after the dash or the colon, where the value may begin; -1 without one.
    """

    start: int
    node: SpanNode
    key: SpanNode | None = None
    name: str | None = None
    after: int = -1

    @property
    def end(self) -> int:
        """The offset after the entry's last character."""
        if not self.node.is_absent:
            return self.node.end
        return self.after if self.after >= 0 or self.key is None else self.key.end


def tree(text: str) -> SpanNode:
    """Return the spans of a text that ``load`` accepts; an empty text is an empty mapping."""
    get = events(text)
    get()
    if type(get()) is not DocumentStartEvent:
        return SpanNode("map", len(text), len(text), len(text))
    roots: list[SpanNode] = []
    stack: list[tuple[list[SpanNode], Event]] = []
    nodes = roots  # keys and values of a mapping alternate until the mapping is closed
    while stack or not roots:
        event = get()
        kind = type(event)
        if kind is MappingStartEvent or kind is SequenceStartEvent:
            stack.append((nodes, event))
            nodes = []
        elif kind is ScalarEvent:
            nodes.append(_scalar(event, text))
        elif kind is AliasEvent:
            start, end = event.start_mark.index, event.end_mark.index
            nodes.append(SpanNode("alias", start, start, end, anchor=event.anchor))
        else:
            children = nodes
            nodes, opening = stack.pop()
            nodes.append(_collection(opening, event, children, text))
    return roots[0]


def entry_at(node: SpanNode, key: str | int) -> SpanEntry | None:
    """Return the entry with a key or an index of a collection; None without one."""
    if isinstance(key, int):
        inside = node.kind == "list" and 0 <= key < len(node.entries)
        return node.entries[key] if inside else None
    return next((entry for entry in node.entries if entry.name == key), None)


def _scalar(event: Event, text: str) -> SpanNode:
    start, end = event.start_mark.index, event.end_mark.index
    body = start
    if event.anchor is not None or event.tag is not None:
        body = _skip_properties(text, start, end)
    if event.style in ("|", ">"):
        end = _block_end(text, body, end, event.value)
    return SpanNode(
        "scalar", start, body, end, event.style or "",
        tag=event.tag, anchor=event.anchor, value=event.value,
    )  # fmt: skip


def _skip_properties(text: str, start: int, end: int) -> int:
    """Return the start of a value after its anchor and tag; an empty value starts right there."""
    body = start
    while match := _PROPERTY.match(text, body):
        body = skip_space(text, match.end())
        if body >= end:
            return match.end()
    return body


def _block_end(text: str, start: int, end: int, value: str) -> int:
    """Return the end of a literal or folded text; libyaml's end includes the blank lines below."""
    source = text[start:end]
    keeps = "+" in source[:3]
    last_line = value.rstrip("\n").rpartition("\n")[2]
    if keeps or (last_line and not last_line.strip(" \t")):
        return start + len(_LAST_BREAK.sub("", source))
    return line_end(text, start + len(source.rstrip(" \t\r\n")))


def _collection(opening: Event, closing: Event, nodes: list[SpanNode], text: str) -> SpanNode:
    start, end = opening.start_mark.index, closing.end_mark.index
    body = start
    if opening.anchor is not None or opening.tag is not None:
        body = _skip_properties(text, start, end)
    entries: list[SpanEntry] = []
    if type(opening) is SequenceStartEvent:
        kind: Kind = "list"
        _add_items(entries, nodes, text, None if opening.flow_style else body)
    else:
        kind = "map"
        _add_pairs(entries, nodes, text, body)
    if entries and text[body : body + 1] not in ("[", "{"):
        end = entries[-1].end
    return SpanNode(
        kind, start, body, end, flow=bool(opening.flow_style),
        tag=opening.tag, anchor=opening.anchor, entries=entries,
    )  # fmt: skip


def _add_items(
    entries: list[SpanEntry], nodes: list[SpanNode], text: str, dashes_from: int | None
) -> None:
    for node in nodes:
        if dashes_from is None:
            entries.append(SpanEntry(node.start, node))
        else:
            dash = skip_space(text, dashes_from)
            entries.append(SpanEntry(dash, node, after=dash + 1))
            dashes_from = max(node.end, dash + 1)


def _add_pairs(entries: list[SpanEntry], nodes: list[SpanNode], text: str, offset: int) -> None:
    for key, value in zip(nodes[::2], nodes[1::2], strict=True):
        start = skip_space(text, offset)
        while text[start : start + 1] in (",", "{"):
            start = skip_space(text, start + 1)
        if start > key.start or text[start : start + 1] != "?":
            start = key.start
        colon = skip_space(text, key.end)
        after = colon + 1 if text[colon : colon + 1] == ":" else -1
        entries.append(SpanEntry(start, value, key, _name(key), after))
        offset = entries[-1].end


def _name(key: SpanNode) -> str | None:
    """Return a key as in the parsed data; None for an alias and for a merge."""
    if key.kind != "scalar":
        return None
    if key.tag is not None:
        return key_text(tagged_scalar(key.tag, key.value))
    if key.style:
        return key.value
    return None if key.value == MERGE else key_text(resolve(key.value))
