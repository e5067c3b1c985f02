"""Edit scripts: one JSON object per line, for the command line and for other programs."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, Final, NamedTuple

from designer.document.editing import edits
from designer.document.editing.move_between_lists import move_between
from designer.document.page import Page
from designer.document.values import Value
from designer.errors import EditRefused, SourceError


class _Operation(NamedTuple):
    """An edit operation: its function, and its JSON fields in the order of the arguments."""

    function: Callable[..., Page]
    fields: dict[str, type]
    optional: tuple[str, ...] = ()


_OPERATIONS: Final = {
    "set": _Operation(edits.set_value, {"path": list, "value": object}),
    "put": _Operation(edits.put_value, {"path": list, "value": object}),
    "insert_key": _Operation(
        edits.insert_key,
        {"path": list, "key": str, "value": object, "before": str, "after": str},
        ("before", "after"),
    ),
    "remove_key": _Operation(edits.remove_key, {"path": list}),
    "rename_key": _Operation(edits.rename_key, {"path": list, "to": str}),
    "insert_item": _Operation(edits.insert_item, {"path": list, "index": int, "value": object}),
    "remove_item": _Operation(edits.remove_item, {"path": list}),
    "move_item": _Operation(edits.move_item, {"path": list, "from": int, "to": int}),
    "duplicate_item": _Operation(edits.duplicate_item, {"path": list}),
    "move_between": _Operation(
        move_between, {"path": list, "index": int, "to": list, "to_index": int}
    ),
}

_TYPE_LABELS: Final = {list: "a list of keys and positions", str: "a text", int: "a whole number"}


def apply_script(page: Page, script: str) -> Page:
    """Apply all edits of a script, or none.

    Args:
        page: The page.
        script: One edit per line, for instance ``{"op": "set", "path": ["title"], "value": "x"}``.
            Blank lines are skipped.

    Raises:
        SourceError: A line is not a valid edit; ``line`` is its number in the script.
        EditRefused: An edit is refused; ``line`` is its number in the script.
    """
    lines = [(number, line) for number, line in enumerate(script.split("\n"), 1) if line.strip()]
    steps = [(number, *_parse(number, line)) for number, line in lines]
    for number, function, arguments in steps:
        try:
            page = function(page, *arguments)
        except EditRefused as refused:
            raise EditRefused(
                f"Edit in line {number}: {refused}", number, kind=refused.kind
            ) from refused
    return page


def _parse(number: int, line: str) -> tuple[Callable[..., Page], list[Any]]:
    """Parse a line into its edit function and the arguments after the page."""
    try:
        fields = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise _invalid_edit(number, f"it is not JSON ({error})") from error
    name = fields.get("op") if isinstance(fields, dict) else None
    operation = _OPERATIONS.get(name) if isinstance(name, str) else None
    if operation is None:
        raise _invalid_edit(number, f"“op” must be one of {', '.join(_OPERATIONS)}")
    unknown = fields.keys() - operation.fields.keys() - {"op"}
    if unknown:
        raise _invalid_edit(number, f"“{name}” has no “{min(unknown)}”")
    arguments: list[Any] = []
    for key, kind in operation.fields.items():
        if key not in fields:
            if key not in operation.optional:
                raise _invalid_edit(number, f"“{name}” needs “{key}”")
            arguments.append(None)
            continue
        arguments.append(_argument(number, key, kind, fields[key]))
    return operation.function, arguments


def _argument(number: int, key: str, kind: type, value: Value) -> Value:
    if kind is object:
        return value
    fits = isinstance(value, kind) and not isinstance(value, bool)
    if kind is list:
        fits = fits and all(type(step) in (str, int) for step in value)
    if not fits:
        raise _invalid_edit(number, f"“{key}” must be {_TYPE_LABELS[kind]}")
    return tuple(value) if kind is list else value


def _invalid_edit(number: int, reason: str) -> SourceError:
    return SourceError(
        f"Line {number} of the edits is no edit: {reason}. Nothing was changed.", number
    )
