"""Replace a value in the text by another value."""

from __future__ import annotations

import re

from designer.document.editing.edit_context import EditContext, PathStep, TextChange
from designer.document.editing.rewrite_scalar import rewritten
from designer.document.reading.spans import SpanEntry, SpanNode
from designer.document.text import Splice, eol_at, line_end
from designer.document.values import Path, Value, updated_at
from designer.document.writing import collection_writer, flow_style, scalar_writer
from designer.document.writing.collection_writer import FlowStyle
from designer.document.writing.style_detection import is_text

_COMMENT = re.compile(r"[ \t]+#[^\r\n]*")
_HEADER_COMMENT = re.compile(r"[|>][0-9+-]*([ \t]+#[^\r\n]*)")
_DIGIT = re.compile(r"[|>][1-9]")
_REST_BLANK = re.compile(r"[ \t]*(?=[\r\n]|\Z)")


def set_value(context: EditContext, path: Path, value: Value) -> TextChange:
    """Replace the value at a path.

    Raises:
        Refused: The edit is not safe.
    """
    steps = context.steps_to(path)
    node = steps[-1].entry.node if steps else context.root
    context.check_not_aliased(node)
    if not steps:
        splice = _replace_root(context, value)
    elif steps[-1].node.flow:
        splice = _replace_in_flow(context, steps, value)
    else:
        splice = replace_entry_value(context, steps[-1], _value_text(context, steps[-1], value))
    return TextChange([splice], updated_at(context.data, path, lambda _: value))


def _replace_root(context: EditContext, value: Value) -> Splice:
    node = context.root
    if node.flow and (node.entries or context.is_json):
        written = flow_text(context, [node], value, "")
    elif isinstance(value, (dict, list)) and value:
        written = collection_writer.at_root(value, context.styles.best[0])
    else:
        written = rewritten(context, node, value, 0)
        if _DIGIT.match(written):  # readers disagree on the indicator at the root
            written = scalar_writer.double_quoted(value)
    if node.start == len(context.text):  # the text holds nothing but comments
        written += "\n"
    return _value_splice(context, node, written)


def _value_splice(context: EditContext, node: SpanNode, written: str) -> Splice:
    """Replace a value by a text; its anchor stays, its tag is removed with the old value."""
    start = node.body if node.tag is None else node.start
    eol = eol_at(context.text, node.start, context.eol)
    return Splice(start, node.end, written.replace("\n", eol))


def flow_text(context: EditContext, within: list[SpanNode], value: Value, indent: str) -> str:
    """Write a value inside a flow collection in the style of the collections around it.

    Args:
        context: The text.
        within: The enclosing flow collections, the innermost last.
        value: The value.
        indent: The indentation of the line in which the value is written.
    """
    return collection_writer.flow(value, context.styles.best[0], _layout(context, within), indent)


def flow_pair(
    context: EditContext, within: list[SpanNode], name: str, value: Value, indent: str
) -> str:
    """Write a pair inside a flow collection; see ``flow_text``."""
    found = _layout(context, within)
    style = context.styles.best[0]
    written = collection_writer.flow(value, style, found, indent)
    return collection_writer.flow_key(name, style, found) + found.colon + written


def _layout(context: EditContext, within: list[SpanNode]) -> FlowStyle:
    source = context.text[within[0].body : within[0].end]
    as_json = context.is_json or flow_style.is_json(source)
    return flow_style.find(context.text, within, as_json=as_json)


def _replace_in_flow(context: EditContext, steps: list[PathStep], value: Value) -> Splice:
    entry = steps[-1].entry
    node = entry.node
    within = [step.node for step in steps if step.node.flow]
    indent = flow_style.indentation(context.text, entry.start)
    written = flow_text(context, within, value, indent)
    if node.style in ("'", '"') and is_text(node) and isinstance(value, str):
        written = requoted(node.style, value, written)
    if not _is_empty(node) or node.tag is not None:
        return _value_splice(context, node, written)
    written = written.replace("\n", eol_at(context.text, node.start, context.eol))
    if entry.after < 0 and entry.key is not None:
        return Splice(entry.key.end, entry.key.end, ": " + written)
    offset = entry.after if node.is_absent and entry.after >= 0 else node.end
    return Splice(offset, offset, " " + written)


def requoted(quote: str, value: str, written: str) -> str:
    """Quote a one-line text with the quotation marks of the old text, unless it is JSON."""
    if written.startswith('"') or scalar_writer.needs_escapes(value):
        return written if written.startswith('"') else scalar_writer.double_quoted(value)
    return (
        scalar_writer.single_quoted(value) if quote == "'" else scalar_writer.double_quoted(value)
    )


def _is_empty(node: SpanNode) -> bool:
    """Return whether a value has no text other than an anchor or a tag."""
    return node.kind == "scalar" and not node.style and node.body == node.end


def replace_entry_value(context: EditContext, step: PathStep, written: str) -> Splice:
    """Replace all text after the key or dash of an entry of a block collection.

    Args:
        context: The text.
        step: The entry.
        written: The new text, starting with the space or line break after the colon or dash.
    """
    entry, node = step.entry, step.entry.node
    if entry.after < 0:
        return _after_lone_key(context, entry, written)
    comment, end = _trailing_comment(context.text, entry)
    first, line_break, rest = written.partition("\n")
    if not line_break and end > node.end:
        comment, end = "", node.end  # the comment follows the value and can stay there
    start = _replacement_start(context, entry, written)
    if start > entry.after and not _is_empty(node):
        first = first.removeprefix(" ")
    new = first + comment + line_break + rest
    if _is_empty(node) and not line_break and node.body == entry.after:
        blanks = _REST_BLANK.match(context.text, end)
        end = blanks.end() if blanks else end
    return Splice(start, end, new.replace("\n", eol_at(context.text, entry.start, context.eol)))


def _after_lone_key(context: EditContext, entry: SpanEntry, written: str) -> Splice:
    """Add a value to a key that is written as ``? key`` without a value."""
    offset = line_end(context.text, entry.end)
    new = "\n" + " " * context.column(entry) + ":" + written
    return Splice(offset, offset, new.replace("\n", eol_at(context.text, entry.start, context.eol)))


def _value_text(context: EditContext, step: PathStep, value: Value) -> str:
    """Write the text after the colon or dash; it begins with a space or a line break."""
    node, col = step.entry.node, context.column(step.entry)
    if not isinstance(value, (dict, list)) or not value:
        return " " + rewritten(context, node, value, col)
    if node.flow and node.entries:
        return " " + flow_text(
            context, [node], value, flow_style.indentation(context.text, node.body)
        )
    write = (
        collection_writer.after_dash if step.node.kind == "list" else collection_writer.after_key
    )
    return write(value, col, context.styles.best[0])


def _trailing_comment(text: str, entry: SpanEntry) -> tuple[str, int]:
    """Return the comment of the line in which the value begins or ends, and the end of both."""
    node = entry.node
    match: re.Match[str] | None
    if node.style in ("|", ">"):
        match = _HEADER_COMMENT.match(text, node.body)
        return (match[1], node.end) if match else ("", node.end)
    if node.entries and not node.flow:
        match = _COMMENT.match(text, entry.after)
        return (match[0], node.end) if match else ("", node.end)
    match = _COMMENT.match(text, node.end)
    return (match[0], match.end()) if match else ("", node.end)


def _replacement_start(context: EditContext, entry: SpanEntry, written: str) -> int:
    """Return the start of the replaced text: directly after the colon or dash, or at the value."""
    node = entry.node
    between = context.text[entry.after : node.start]
    if _is_empty(node):
        return node.body if node.tag is None else entry.after
    if written.startswith("\n") or (node.entries and not node.flow):
        return entry.after
    if "\n" in written and "\n" in between and not between.strip():
        return entry.after  # a text of several lines begins in the line of its key
    return node.body if node.tag is None else node.start
