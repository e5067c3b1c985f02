"""Change a text that is parsed as one unit, and verify that the result has the intended data."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final, TypeAlias

from designer.document.editing.edit_context import EditContext, Refused, TextChange
from designer.document.reading import front_matter
from designer.document.reading.parse_errors import ReadProblem
from designer.document.reading.syntax import YAML, Syntax
from designer.document.text import apply_splices
from designer.document.values import Value, ordered_like
from designer.document.writing.scalar_writer import UnwritableScalar

Build: TypeAlias = Callable[[EditContext], TextChange]

_UNREADABLE: Final = object()


@dataclass(frozen=True)
class TextRegion:
    """A part of a page that is parsed on its own.

    Attributes:
        text: The text.
        data: The parsed value.
        eol: The line break to use where the text has none.
        syntax: The syntax of the text.
        delimiter: The line that closes the front matter below the text; empty in a whole file.
        blank: The blank lines between the items of the list that contains this text.
        earlier: The earlier texts with their data, the latest first.
        neighbours: Adjacent texts, which are written in the same style.
    """

    text: str
    data: Value
    eol: str = "\n"
    syntax: Syntax = YAML
    delimiter: str = "---"
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
        if region.syntax.agrees(change.data, region.data):
            return ChangedRegion(region.text, region.data, None)
        for text, data in region.earlier:
            if region.syntax.agrees(change.data, data):
                return ChangedRegion(text, ordered_like(change.data, data), None)
        text = apply_splices(region.text, change.splices)
        found = _parsed(text, region.syntax, region.delimiter)
        if found is not _UNREADABLE and region.syntax.agrees(found, change.data):
            return ChangedRegion(text, ordered_like(change.data, found), change)
        problem = change.splices[0].start
    raise Refused(
        "mismatch",
        "written here, the new value would not be read back as it is meant; change it as text",
        problem,
    )


def _context(region: TextRegion, *, plainest: bool) -> EditContext:
    return EditContext(
        region.text,
        region.data,
        region.syntax,
        region.eol,
        plainest,
        region.blank,
        region.neighbours,
    )


def reads_as(text: str, data: Value, syntax: Syntax = YAML, delimiter: str = "---") -> bool:
    """Return whether a text can be parsed as the front matter of a file, and has this data."""
    found = _parsed(text, syntax, delimiter)
    return found is not _UNREADABLE and syntax.agrees(found, data)


def _parsed(text: str, syntax: Syntax, delimiter: str) -> Value:
    """Return the data of a text, or ``_UNREADABLE``."""
    if not front_matter.fits(text, syntax, delimiter):
        return _UNREADABLE
    try:
        return syntax.load(text)
    except ReadProblem:
        return _UNREADABLE
