"""Parse JavaScript and TypeScript with tree-sitter, and read literals from the syntax."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Final

import tree_sitter_typescript
from tree_sitter import Language, Node, Parser, Tree

from designer.script.values import ScriptError

MAX_BYTES: Final = 1_000_000
"""The largest script that is read, in bytes."""

SUFFIXES: Final = (".ts", ".tsx", ".mts", ".cts", ".js", ".mjs", ".cjs", ".jsx")
"""The file name extensions of scripts, in the order in which an import without one tries them."""

# `<T>value` is a cast in these, and JSX in all others; JavaScript is a subset of the latter.
_WITHOUT_JSX = frozenset({".ts", ".mts", ".cts"})

_ESCAPE = re.compile(r"\\(u\{[0-9a-fA-F]+\}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|.)", re.DOTALL)
_ESCAPES: Final = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "v": "\v", "0": "\0"}


def parse(file: Path) -> Tree:
    """Parse a script.

    Raises:
        ScriptError: The file cannot be read, or is too large.
    """
    try:
        if file.stat().st_size > MAX_BYTES:
            raise ScriptError(f"it is larger than {MAX_BYTES // 1_000:,} kB", file)
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, ValueError) as error:
        raise ScriptError(str(error), file) from error
    return _parser(file.suffix not in _WITHOUT_JSX).parse(text.encode("utf-8", "replace"))


@cache
def _parser(jsx: bool) -> Parser:
    grammar = tree_sitter_typescript
    language = grammar.language_tsx() if jsx else grammar.language_typescript()
    return Parser(Language(language))


def line_of(node: Node) -> int:
    """Return the line of a node, from 1."""
    return node.start_point.row + 1


def text_of(node: Node) -> str:
    """Return the source of a node."""
    return (node.text or b"").decode("utf-8")


def syntax_error(tree: Tree) -> int | None:
    """Return the line of the first syntax error, or None.

    An error that spans many lines is a bracket that is not closed: its last line is returned.
    """
    node = tree.root_node
    if not node.has_error:
        return None
    while not node.is_missing:
        inner = next((each for each in node.children if each.has_error or each.is_missing), None)
        if inner is None:
            break
        node = inner
    return node.end_point.row + 1


def string_of(node: Node) -> str:
    """Return the value of a string."""
    return "".join(map(string_part, node.named_children))


def string_part(node: Node) -> str:
    """Return the value of a part of a string or template: some characters, or one escape."""
    text = text_of(node)
    if node.type == "escape_sequence":
        return _ESCAPE.sub(lambda match: _character(match[1]), text)
    return text


def _character(code: str) -> str:
    if code[0] in "ux" and len(code) > 1:
        number = int(code[1:].strip("{}"), 16)
        return chr(number) if number < 0x110000 else "\ufffd"
    return "" if code == "\n" else _ESCAPES.get(code, code)


def number_of(text: str) -> int | float | None:
    """Return the value of a number literal; None if it is no number that Python knows."""
    digits = text.replace("_", "")
    try:
        return int(digits, 0) if re.fullmatch(r"0[xXbBoO]\w+|0|[1-9]\d*", digits) else float(digits)
    except ValueError:
        return None
