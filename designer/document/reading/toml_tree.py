"""The statements of a TOML text, and the tables, lists and values that they define.

A TOML text is a sequence of statements: headers (``[a.b]``, ``[[a.b]]``) and pairs (``a.b = 1``).
The statements of a table need not be adjacent, so a table has no span of its own. A value in a pair
is one span, with the same nodes as a JSON value.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Final, Literal, NamedTuple, TypeAlias

from designer.document.reading.spans import SpanEntry, SpanNode
from designer.document.values import Path

_KEY = re.compile(r"""\.?+[ \t]*+(?P<key>[A-Za-z0-9_-]++|"(?:[^"\\]++|\\.)*+"|'[^']*+')[ \t]*+""")
_BLANKS = re.compile(r"[ \t]*+")
_SPACE = re.compile(r"(?:[ \t\r\n]++|#[^\n]*+)*+")
_SCALAR = re.compile(
    r""""{3}(?:[^"\\]++|\\.|"(?!""))*+"{3,5}+"""
    r"""|'{3}(?:[^']++|'(?!''))*+'{3,5}+"""
    r'''|"(?:[^"\\]++|\\.)*+"'''
    r"""|'[^']*+'"""
    r"""|[0-9]{4}-[0-9]{2}-[0-9]{2}[ ][0-9][^\s,\]}#]*+"""
    r"""|[^\s,\[\]{}#"']++""",
    re.DOTALL,
)
_QUOTES: Final = ('"""', "'''", '"', "'")

DOTTED: Final = "dotted"
"""The style of the mapping ``a`` in ``{a.b = 1}``, which has no text of its own."""


class Key(NamedTuple):
    """One part of a dotted key; the span includes its quotation marks."""

    name: str
    start: int
    end: int


class Statement(NamedTuple):
    """A header or a pair.

    Attributes:
        start: The start of the bracket or of the key.
        end: The offset after the bracket or the value.
        keys: The parts of the key as it is written.
        opening: The bracket of a header; empty for a pair.
        after: For a pair, the offset after its equals sign.
        node: For a pair, the span of its value.
        path: The path of the value that the statement defines.
        section: The path of the table that a pair stands in: that of the header above it.
    """

    start: int
    end: int
    keys: list[Key]
    opening: Literal["", "[", "[["] = ""
    after: int = 0
    node: SpanNode | None = None
    path: Path = ()
    section: Path = ()

    def key_at(self, path: Path) -> Key:
        """Return the written key of a mapping or value on the way to this statement's value."""
        return self.keys[len(self.keys) - 1 - len(names(self.path[len(path) :]))]

    def writes(self, path: Path) -> bool:
        """Return whether the last key of a path stands here, not in the header above."""
        return bool(self.opening) or len(path) > len(self.section)


@dataclass(frozen=True, slots=True)
class Table:
    """A mapping that is written by statements; the root too.

    Attributes:
        path: Its path.
        entries: Its values by their keys, in the order of their first statements.
    """

    path: Path
    entries: dict[str, TomlNode] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TableList:
    """A list whose items are written with headers ``[[…]]``."""

    items: list[Table] = field(default_factory=list)


TomlNode: TypeAlias = Table | TableList | SpanNode


@dataclass(frozen=True)
class TomlTree:
    """The statements of a text and the values that they define.

    Attributes:
        statements: The statements from top to bottom.
        headers: The headers by the paths of their tables.
        root: The mapping of all values.
    """

    statements: list[Statement]
    headers: dict[Path, Statement]
    root: Table

    def under(self, path: Path) -> list[int]:
        """Return the indexes of the statements that write a value or a part of it."""
        return self._indexes.get(path, [])

    @cached_property
    def _indexes(self) -> dict[Path, list[int]]:
        """The indexes of statements by all paths that lead to what they write."""
        found: dict[Path, list[int]] = {}
        for index, statement in enumerate(self.statements):
            for size in range(len(statement.path) + 1):
                found.setdefault(statement.path[:size], []).append(index)
        return found

    def tables(self, path: Path) -> list[Path]:
        """Return the paths of the items of the list of tables at a path."""
        return [each for each in self.headers if each[:-1] == path]

    def node(self, path: Path) -> TomlNode:
        """Return the node of a value.

        Raises:
            LookupError: The data has no such value.
        """
        node: TomlNode = self.root
        for step in path:
            node = child(node, step)
        return node


def child(node: TomlNode, step: str | int) -> TomlNode:
    """Return the node of a key or position in a collection."""
    if isinstance(node, Table):
        return node.entries[str(step)]
    if isinstance(node, TableList):
        return node.items[int(step)]
    if isinstance(step, int):
        return node.entries[step].node
    return {entry.name: entry.node for entry in node.entries}[step]


def names(path: Path) -> list[str]:
    """Return the keys of a path without the positions in lists."""
    return [step for step in path if isinstance(step, str)]


@lru_cache(maxsize=4)
def tree(text: str) -> TomlTree:
    """Return the statements and values of a text that ``tomllib`` accepts; not to be modified.

    The tree of the last texts is kept: the result of an edit is the start of the next one.
    """
    root = section = Table(())
    found: list[Statement] = []
    for statement in statements(text):
        if statement.node is None:
            section = _open(root, statement)
            path = section.path
        else:
            table = section
            for key in statement.keys[:-1]:
                table = _enter(table, key.name)
            name = statement.keys[-1].name
            path = (*table.path, name)
            table.entries[name] = statement.node
        found.append(statement._replace(path=path, section=section.path))
    return TomlTree(found, {each.path: each for each in found if each.opening}, root)


def _open(root: Table, statement: Statement) -> Table:
    """Return the table that a header begins."""
    *above, last = (key.name for key in statement.keys)
    table = root
    for name in above:
        table = _enter(table, name)
    if statement.opening == "[":
        table = _enter(table, last)
    else:
        tables = table.entries.get(last)
        if not isinstance(tables, TableList):
            tables = table.entries[last] = TableList()
        table = Table((*table.path, last, len(tables.items)))
        tables.items.append(table)
    return table


def _enter(table: Table, name: str) -> Table:
    """Return the table at a key: the last one of a list, a new one if there is none."""
    found = table.entries.setdefault(name, Table((*table.path, name)))
    if isinstance(found, TableList):
        return found.items[-1]
    return found if isinstance(found, Table) else table


def statements(text: str) -> Iterator[Statement]:
    """Yield the statements of a text; they are complete up to the first one that is not TOML."""
    start = _skip(_SPACE, text, 0)
    while start < len(text):
        if text[start] == "[":
            opening: Literal["[", "[["] = "[[" if text.startswith("[[", start) else "["
            keys, end = _keys(text, start + len(opening))
            end += len(opening)
            yield Statement(start, end, keys, opening)
        else:
            keys, equals = _keys(text, start)
            node = _value(text, _skip(_BLANKS, text, equals + 1))
            end = node.end
            yield Statement(start, end, keys, "", equals + 1, node)
        start = _skip(_SPACE, text, end)


def _skip(space: re.Pattern[str], text: str, offset: int) -> int:
    match = space.match(text, offset)
    return match.end() if match else offset


def _keys(text: str, offset: int) -> tuple[list[Key], int]:
    """Return the parts of a dotted key, and the offset of the equals sign or bracket below it."""
    keys: list[Key] = []
    while match := _KEY.match(text, offset):
        keys.append(Key(_name(match["key"]), match.start("key"), match.end("key")))
        offset = match.end()
    return keys, offset


def _name(written: str) -> str:
    """Return the name that a written key means."""
    if written[0] not in "\"'":
        return written
    if "\\" not in written or written[0] == "'":
        return written[1:-1]
    return next(iter(tomllib.loads(f"{written} = 0")))


def _value(text: str, start: int) -> SpanNode:
    """Return the span of a value that begins at an offset."""
    if match := _SCALAR.match(text, start):
        style = next((quote for quote in _QUOTES if text.startswith(quote, start)), "")
        return SpanNode("scalar", start, start, match.end(), style)
    is_list = text[start] == "["
    node = SpanNode("list" if is_list else "map", start, start, start, flow=True)
    offset = _skip(_SPACE, text, start + 1)
    while text[offset] not in "]}":
        if is_list:
            item = _value(text, offset)
            node.entries.append(SpanEntry(offset, item))
        else:
            keys, equals = _keys(text, offset)
            item = _value(text, _skip(_BLANKS, text, equals + 1))
            _add_pair(node, keys, equals + 1, item)
        offset = _skip(_SPACE, text, item.end)
        if text[offset] == ",":
            offset = _skip(_SPACE, text, offset + 1)
    node.end = offset + 1
    return node


def _add_pair(node: SpanNode, keys: list[Key], after: int, item: SpanNode) -> None:
    """Add a pair to a mapping in braces."""
    for key in keys[:-1]:
        found = next((entry.node for entry in node.entries if entry.name == key.name), None)
        if found is None:
            found = SpanNode("map", key.start, key.start, item.end, DOTTED, flow=True)
            node.entries.append(_pair(key, found, after))
        node = found
    node.entries.append(_pair(keys[-1], item, after))


def _pair(key: Key, value: SpanNode, after: int) -> SpanEntry:
    node = SpanNode("scalar", key.start, key.start, key.end, value=key.name)
    return SpanEntry(key.start, value, node, key.name, after)
