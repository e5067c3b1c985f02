"""Change a text that is parsed as one unit, and verify that the result has the intended data."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeAlias

from designer.document.editing.edit_context import EditContext, Refused, TextChange
from designer.document.reading import fence, json_reader, spans, yaml_reader
from designer.document.reading.parse_errors import ReadProblem
from designer.document.text import apply_splices
from designer.document.values import Value, same
from designer.document.writing.scalar_writer import UnwritableScalar

Build: TypeAlias = Callable[[EditContext], TextChange]


@dataclass(frozen=True)
class TextRegion:
    """A part of a page that is parsed on its own.

    Attributes:
        text: The text.
        data: The parsed value.
        eol: The line break to use where the text has none.
        is_json: Whether the text is a JSON document.
        is_whole: Whether the text is a whole file, not front matter between fences.
        blank: The blank lines between the items of the list that contains this text.
        earlier: The earlier texts with their data, the latest first.
        neighbours: Adjacent texts, which are written in the same style.
    """

    text: str
    data: Value
    eol: str = "\n"
    is_json: bool = False
    is_whole: bool = False
    blank: str = ""
    earlier: Iterable[tuple[str, Value]] = ()
    neighbours: tuple[str, ...] = ()


@dataclass(frozen=True)
class ChangedRegion:
    """The result of a change of a region.

    Attributes:
        text: The new text.
        data: The parsed value.
        change: The change; None if nothing changed or an earlier text was restored.
    """

    text: str
    data: Value
    change: TextChange | None


def apply(region: TextRegion, build: Build) -> ChangedRegion:
    """Apply a change, parse the result and compare it with the intended data.

    Returns:
        The new text and data; the identical data object of the region when nothing changes.

    Raises:
        Refused: The change is not safe.
    """
    problem = 0
    for plainest in (False, True):
        context = _context(region, plainest=plainest)
        try:
            change = build(context)
        except UnwritableScalar as error:
            raise Refused("value", str(error), context.root.start) from error
        if same(change.data, region.data):
            return ChangedRegion(region.text, region.data, None)
        for text, data in region.earlier:
            if same(change.data, data):
                return ChangedRegion(text, change.data, None)
        text = apply_splices(region.text, change.splices)
        if reads_as(text, change.data, is_json=region.is_json, is_whole=region.is_whole):
            return ChangedRegion(text, change.data, change)
        problem = change.splices[0].start
    raise Refused(
        "mismatch",
        "written here, the new value would not be read back as it is meant; change it as text",
        problem,
    )


def _context(region: TextRegion, *, plainest: bool) -> EditContext:
    tree = json_reader.tree if region.is_json else spans.tree
    return EditContext(
        region.text,
        region.data,
        tree(region.text),
        region.is_json,
        region.eol,
        plainest,
        region.blank,
        region.neighbours,
    )


def reads_as(text: str, data: Value, *, is_json: bool = False, is_whole: bool = False) -> bool:
    """Return whether a text can be parsed, and has this data."""
    fenced = not (is_json or is_whole)
    if fenced and (not text.endswith(("\n", "\r")) or fence.closes(text)):
        return False
    try:
        parsed = json_reader.load(text) if is_json else yaml_reader.load(text).data
    except ReadProblem:
        return False
    return same(parsed, data)
