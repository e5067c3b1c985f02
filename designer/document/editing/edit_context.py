"""The context of an edit: a text with its data, spans and style, and lookup of values in it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from designer.document.reading import json_reader, spans
from designer.document.reading.plain_scalars import YAML_TAG
from designer.document.reading.spans import SpanEntry, SpanNode
from designer.document.reading.syntax import JSON, Syntax
from designer.document.text import Splice, column
from designer.document.values import Path, Value
from designer.document.writing.style_detection import StyleDetector

_OPEN_TAGS = (None, "!", YAML_TAG + "map", YAML_TAG + "seq")


class Refused(Exception):
    """A change cannot be made safely; nothing has changed.

    Attributes:
        kind: A short identifier of the reason.
        offset: The offset in the text, in code points.
    """

    def __init__(self, kind: str, message: str, offset: int) -> None:
        super().__init__(message)
        self.kind = kind
        self.offset = offset


@dataclass(frozen=True)
class TextChange:
    """The splices of a text, and the data that the result must parse to."""

    splices: list[Splice]
    data: Value


@dataclass(frozen=True)
class PathStep:
    """One step of a path: a collection and the index of the next value's entry in it."""

    node: SpanNode
    index: int

    @property
    def entry(self) -> SpanEntry:
        """The entry that the path leads through."""
        return self.node.entries[self.index]


@dataclass
class EditContext:
    """A text with everything that an edit of it needs.

    Attributes:
        text: The text.
        data: The parsed value of the text.
        syntax: The syntax of the text.
        eol: The line break to use where the text has none.
        plainest: Whether to write texts in double quotation marks, which are valid at any place.
        blank: The blank lines between the items of the list that contains this text.
        neighbours: Adjacent texts, which are written in the same style.
    """

    text: str
    data: Value
    syntax: Syntax
    eol: str
    plainest: bool = False
    blank: str = ""
    neighbours: tuple[str, ...] = ()

    @property
    def is_json(self) -> bool:
        """Whether the text is JSON."""
        return self.syntax is JSON

    @cached_property
    def root(self) -> SpanNode:
        """The spans of the values of a YAML or JSON text."""
        return json_reader.tree(self.text) if self.is_json else spans.tree(self.text)

    @cached_property
    def styles(self) -> StyleDetector:
        """The detected writing style of the text."""
        return StyleDetector(self.text, self.root, self.neighbours, plainest=self.plainest)

    @cached_property
    def aliases(self) -> frozenset[str]:
        """The names of the anchors that are used by an alias."""
        names: set[str] = set()
        pending = [self.root]
        while pending:
            node = pending.pop()
            if node.kind == "alias" and node.anchor is not None:
                names.add(node.anchor)
            pending.extend(entry.node for entry in node.entries)
            pending.extend(entry.key for entry in node.entries if entry.key is not None)
        return frozenset(names)

    def steps_to(self, path: Path) -> list[PathStep]:
        """Return the steps to a value that exists in the data and may be changed.

        Raises:
            Refused: The value is written elsewhere, or shared with other places.
        """
        steps: list[PathStep] = []
        node = self.root
        for key in path:
            self.check_editable(node)
            index = find_entry(node, key)
            if index is None:
                raise Refused(
                    "merge",
                    f"“{key}” comes from a part that is written elsewhere (“<<” or “*”); change it "
                    "there",
                    node.start,
                )
            steps.append(PathStep(node, index))
            node = node.entries[index].node
        return steps

    def check_editable(self, node: SpanNode) -> None:
        """Make sure that the contents of a collection may be changed.

        Raises:
            Refused: The collection is an alias, is used by an alias, or has a standard tag.
        """
        if node.kind == "alias":
            raise Refused(
                "alias",
                f"this part is a repetition (“*{node.anchor}”) of one that is written elsewhere; "
                "change it there, or replace the whole part",
                node.start,
            )
        if node.tag not in _OPEN_TAGS and (node.tag or "").startswith(YAML_TAG):
            raise Refused(
                "tag",
                "this part has a tag (“!!…”) with rules of its own; change it as text",
                node.start,
            )
        self.check_not_aliased(node)

    def check_not_aliased(self, node: SpanNode) -> None:
        """Make sure that no alias refers to a value.

        Raises:
            Refused: An alias refers to the value.
        """
        if node.kind != "alias" and node.anchor is not None and node.anchor in self.aliases:
            raise Refused(
                "anchor",
                f"this part is repeated elsewhere (“*{node.anchor}”), where it would change too; "
                "change it as text",
                node.start,
            )

    def column(self, entry: SpanEntry) -> int:
        """Return the column of an entry."""
        return column(self.text, entry.start)


def find_entry(node: SpanNode, key: str | int) -> int | None:
    """Return the index of a key or position among the entries of a collection."""
    if isinstance(key, int):
        return key
    return next((i for i, entry in enumerate(node.entries) if entry.name == key), None)
