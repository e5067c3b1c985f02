"""Detect the style of a text from its own scalars and columns.

Only the given text is examined, usually one block: this is fast, and a block nearly always has one
writer. A writer is recognized by the texts that the writers write differently; most texts look the
same with all writers and give no information.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice
from typing import Final, Literal

from designer.document.reading import spans
from designer.document.reading.plain_scalars import STARTS, resolve
from designer.document.reading.spans import SpanNode
from designer.document.text import column, normalize_newlines
from designer.document.writing import scalar_writer
from designer.document.writing.scalar_writer import TINA, ScalarStyle

PLAINEST: Final = replace(TINA, quote='"', width=-1)
"""Every text in double quotation marks, on one line: valid for every reader at any place."""

WRITERS: Final = (
    TINA,
    replace(TINA, width=-1),
    replace(TINA, version=4),
    replace(TINA, version=4, width=-1),
    PLAINEST,
    replace(TINA, quote="'", width=-1),
)
"""The known writers, the most likely first."""

_MIN_STEPS: Final = {"map_step": 1, "list_step": 0, "item_step": 2}
_MAX_DISTINCTIVE: Final = 40  # maximum number of sampled texts that writers fold or quote
_MAX_SCALARS: Final = 1000  # maximum number of scalars examined, if a page is not cut into blocks
_MAX_LENGTH: Final = 20_000
_MAX_OTHER: Final = 15  # maximum number of other samples, which show only whether all is quoted
_HEADER_COMMENT = re.compile(r"[ \t]+#[^\n]*")
_DISTINCTIVE = re.compile("[:,\\[\\]{}\n\U00010000-\U0010ffff]")


@dataclass(frozen=True)
class PlacedScalar:
    """A scalar in a block collection, and the column of the entry that holds it."""

    node: SpanNode
    column: int


class StyleDetector:
    """The possible styles of a text, detected lazily."""

    def __init__(
        self, text: str, root: SpanNode, neighbours: tuple[str, ...], *, plainest: bool
    ) -> None:
        self._text = text
        self._root = root
        self._neighbours = neighbours
        self._writers = (PLAINEST,) if plainest else WRITERS

    @cached_property
    def all(self) -> tuple[ScalarStyle, ...]:
        """Every writer's style with the indentation steps of the text."""
        steps = _steps(self._text, self._root)
        key_quote = _key_quote(self._root)
        return tuple(
            replace(
                style,
                map_step=steps.get("map_step", style.map_step),
                list_step=steps.get("list_step", style.list_step),
                item_step=steps.get("item_step", style.item_step),
                key_quote=key_quote,
            )
            for style in self._writers
        )

    @cached_property
    def best(self) -> tuple[ScalarStyle, ...]:
        """The same styles, ordered by the number of texts that they reproduce.

        If the text itself is not conclusive, its neighbours are examined as well.
        """
        scores = _scores(self._text, self._root, self.all)
        for text in self._neighbours:
            if scores.count(max(scores)) == 1:
                break
            scores = list(map(int.__add__, scores, _scores(text, spans.tree(text), self.all)))
        order = sorted(range(len(scores)), key=lambda place: -scores[place])
        return tuple(self.all[place] for place in order)


def _scores(text: str, root: SpanNode, styles: tuple[ScalarStyle, ...]) -> list[int]:
    """Count, for each style, the sampled texts that it reproduces."""
    places = list(_sample(text, root))
    return [
        sum(reproduces(text, place.node, place.column, style) for place in places)
        for style in styles
    ]


def reproduces(text: str, node: SpanNode, col: int, style: ScalarStyle) -> bool:
    """Return whether a style reproduces the source of a text in an entry at a column."""
    source = normalize_newlines(text[node.body : node.end])
    if node.style in ("|", ">"):
        header, line_break, lines = source.partition("\n")
        source = _HEADER_COMMENT.sub("", header) + line_break + lines
    return scalar_writer.scalar(node.value, style, col + style.map_step) == source


def is_text(node: SpanNode) -> bool:
    """Return whether a scalar is a text without a tag."""
    if node.kind != "scalar" or node.tag is not None:
        return False
    plain = not node.style and node.value[:1] in STARTS
    return not plain or type(resolve(node.value)) is str


def _sample(text: str, root: SpanNode) -> Iterator[PlacedScalar]:
    """Yield texts that the writers write differently."""
    remaining = {True: _MAX_DISTINCTIVE, False: _MAX_OTHER}
    for place in islice(_scalars(text, root), _MAX_SCALARS):
        value = place.node.value
        if len(value) > _MAX_LENGTH:
            continue
        is_distinctive = len(value) > 30 or _DISTINCTIVE.search(value) is not None
        if (
            remaining[is_distinctive]
            and is_text(place.node)
            and (is_distinctive or scalar_writer.is_plain(value, TINA))
        ):
            remaining[is_distinctive] -= 1
            yield place


def _scalars(text: str, root: SpanNode) -> Iterator[PlacedScalar]:
    """Yield every scalar in the block collections of a tree."""
    for node in block_collections(root):
        for entry in node.entries:
            if entry.node.kind == "scalar":
                yield PlacedScalar(entry.node, column(text, entry.start))


def _key_quote(root: SpanNode) -> Literal["", "'", '"']:
    """Return the quotation mark of most keys."""
    keys = (entry.key for node in block_collections(root) for entry in node.entries)
    counts = Counter(key.style for key in islice(keys, _MAX_SCALARS) if key is not None)
    most = counts.most_common(1)[0][0] if counts else ""
    if most == "'":
        return "'"
    return '"' if most == '"' else ""


def _steps(text: str, root: SpanNode) -> dict[str, int]:
    """Return the most frequent step of each kind that occurs."""
    found: dict[str, Counter[int]] = {"map_step": Counter(), "list_step": Counter()}
    found["item_step"] = Counter()
    for node in block_collections(root):
        for entry in node.entries:
            child = entry.node
            if child.flow or not child.entries:
                continue
            step = column(text, child.entries[0].start) - column(text, entry.start)
            kind = "item_step" if node.kind == "list" else f"{child.kind}_step"
            if step >= _MIN_STEPS[kind]:
                found[kind][step] += 1
    return {kind: counts.most_common(1)[0][0] for kind, counts in found.items() if counts}


def block_collections(root: SpanNode) -> Iterator[SpanNode]:
    """Yield every block collection of a tree, outer ones first."""
    pending = [root]
    while pending:
        node = pending.pop()
        if node.entries and not node.flow:
            yield node
            pending.extend(entry.node for entry in reversed(node.entries))
