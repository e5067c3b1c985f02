"""Write a new scalar in the style of the old one."""

from __future__ import annotations

from designer.document.editing.edit_context import EditContext
from designer.document.reading.spans import SpanNode
from designer.document.values import Timestamp, Value
from designer.document.writing import preserve_style, scalar_writer
from designer.document.writing.scalar_writer import ScalarStyle
from designer.document.writing.style_detection import is_text, reproduces


def rewritten(context: EditContext, node: SpanNode, value: Value, column: int) -> str:
    """Write a scalar (or an empty collection) that replaces a value in a block collection.

    If the rules of a known writer reproduce the old text, the same writer writes the new text.
    Otherwise the old text was written by hand, and its form is kept as far as the new text allows.

    Args:
        context: The text.
        node: The old value.
        value: The new value.
        column: The column of the key or dash.
    """
    styles = context.styles
    if isinstance(value, (dict, list)):
        return "{}" if isinstance(value, dict) else "[]"
    if not isinstance(value, str) or isinstance(value, Timestamp):
        return scalar_writer.write_non_text(value)
    candidates = list(styles.all)
    if is_text(node) and not context.plainest:
        candidates = [s for s in styles.all if reproduces(context.text, node, column, s)]
        if not candidates:
            width = scalar_writer.line_width(styles.best[0], column + styles.best[0].map_step)
            written = preserve_style.write_like(context.text, node, value, column, width)
            return written or choose(context, [styles.best[0]], value, column)
    return choose(context, candidates, value, column)


def choose(context: EditContext, candidates: list[ScalarStyle], value: str, column: int) -> str:
    """Write a text in the candidate style that matches the rest of the source best."""
    indent = column + candidates[0].map_step
    texts = {style: scalar_writer.scalar(value, style, indent) for style in candidates}
    if len(set(texts.values())) > 1:
        return next(texts[style] for style in context.styles.best if style in texts)
    return texts[candidates[0]]
