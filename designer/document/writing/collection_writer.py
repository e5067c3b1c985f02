"""Write whole values: lists and mappings in block form, in the layout of the page."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass, replace
from typing import Final

from designer.document.limits import MAX_KEY
from designer.document.reading.plain_scalars import javascript_number
from designer.document.values import Timestamp, Value
from designer.document.writing import scalar_writer
from designer.document.writing.scalar_writer import ScalarStyle, UnwritableScalar


@dataclass(frozen=True)
class FlowStyle:
    """The layout of values inside brackets.

    Attributes:
        json: Whether keys and texts are in double quotation marks, as JSON requires.
        comma: The separator between two entries on one line.
        colon: The separator between key and value.
        step: The indentation of the entries of a collection on several lines; an empty text writes
            everything on one line. A tab is possible in JSON.
        ascii: Whether non-ASCII characters are escaped (JSON).
    """

    json: bool = False
    comma: str = ", "
    colon: str = ": "
    step: str = ""
    ascii: bool = False


ONE_LINE: Final = FlowStyle()


def after_key(value: Value, column: int, style: ScalarStyle) -> str:
    """Write the text after ``key:`` in a block mapping; it begins with a space or line break.

    Raises:
        UnwritableScalar: The value contains a value that has no YAML form.
    """
    if isinstance(value, dict) and value:
        below = column + style.map_step
        return "\n" + " " * below + mapping(value, below, style)
    if isinstance(value, list) and value:
        below = column + style.list_step
        return "\n" + " " * below + sequence(value, below, style)
    return " " + _simple(value, column + style.map_step, style)


def after_dash(value: Value, column: int, style: ScalarStyle) -> str:
    """Write the text after the dash of a block list at a column; begins with a space."""
    pad, inner = " " * (style.item_step - 1), column + style.item_step
    if isinstance(value, dict) and value:
        return pad + mapping(value, inner, style)
    if isinstance(value, list) and value:
        return pad + sequence(value, inner, style)
    return pad + _simple(value, column + style.map_step, style)


def at_root(value: dict[str, Value] | list[Value], style: ScalarStyle) -> str:
    """Write a mapping or list as a whole document, without the final line end."""
    if isinstance(value, dict):
        return mapping(value, 0, style)
    return sequence(value, 0, style)


def mapping(value: dict[str, Value], column: int, style: ScalarStyle) -> str:
    """Write the pairs of a block mapping, from the first key, without the final line end."""
    pairs = (
        key(name, style) + ":" + after_key(item, column, style) for name, item in value.items()
    )
    return ("\n" + " " * column).join(pairs)


def sequence(value: list[Value], column: int, style: ScalarStyle) -> str:
    """Write the items of a block list, from the first dash, without the final line end."""
    return ("\n" + " " * column).join("-" + after_dash(item, column, style) for item in value)


def key(name: str, style: ScalarStyle, *, flow: bool = False) -> str:
    """Write a mapping's key.

    Raises:
        UnwritableScalar: The key is longer than libyaml accepts.
    """
    written = scalar_writer.one_line(name, replace(style, quote=style.key_quote), flow=flow)
    if len(written) > MAX_KEY:
        raise UnwritableScalar("the name of a field is too long")
    return written


def _simple(value: Value, indent: int, style: ScalarStyle) -> str:
    if isinstance(value, (dict, list)):
        return "{}" if isinstance(value, dict) else "[]"
    return scalar_writer.scalar(value, style, indent)


def flow(value: Value, style: ScalarStyle, layout: FlowStyle, indent: str = "") -> str:
    """Write a value inside brackets.

    Args:
        value: The value.
        style: The style of texts that are not JSON.
        layout: The layout.
        indent: The indentation of the line in which the value begins.
    """
    if isinstance(value, (dict, list)) and value:
        inner = indent + layout.step
        if isinstance(value, dict):
            parts = [
                flow_key(name, style, layout) + layout.colon + flow(item, style, layout, inner)
                for name, item in value.items()
            ]
        else:
            parts = [flow(item, style, layout, inner) for item in value]
        opening, closing = "{}" if isinstance(value, dict) else "[]"
        if not layout.step:
            return opening + layout.comma.join(parts) + closing
        line = "\n" + inner
        return opening + line + ("," + line).join(parts) + "\n" + indent + closing
    if isinstance(value, str) and not isinstance(value, Timestamp):
        return flow_text(value, style, layout)
    if layout.json and isinstance(value, float):
        if not math.isfinite(value):
            raise UnwritableScalar("JSON has no word for a number without limit")
        return "-0.0" if value == 0 else javascript_number(value)
    return _simple(value, 0, style)


def flow_key(name: str, style: ScalarStyle, layout: FlowStyle) -> str:
    """Write a key inside brackets."""
    return (
        json.dumps(name, ensure_ascii=layout.ascii) if layout.json else key(name, style, flow=True)
    )


def flow_text(value: str, style: ScalarStyle, layout: FlowStyle) -> str:
    """Write a text inside brackets, on one line."""
    if layout.json:
        return json.dumps(value, ensure_ascii=layout.ascii)
    return scalar_writer.one_line(value, style, flow=True)
