"""Detect how a TOML text is laid out: quotation marks, spaces, and which values are tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Final, Literal, NamedTuple, TypeAlias, TypeVar

from designer.document.reading.spans import SpanNode
from designer.document.reading.toml_lines import indentation, lines_end, lines_start
from designer.document.reading.toml_tree import Statement, TomlTree, names
from designer.document.values import Path, Value
from designer.document.writing import toml_writer
from designer.document.writing.toml_writer import PLAINEST, TomlStyle

Form: TypeAlias = Literal["header", "braces", "dotted"]
"""How a mapping is written: below a header, in braces, or as pairs with dotted keys."""

_Choice = TypeVar("_Choice")

_MOST_BLANK_LINES: Final = 3


class _Blank(NamedTuple):
    """The number of blank lines above a header.

    Attributes:
        keys: The keys of the header.
        nested: Whether the header stands in the table of the header above it.
        lines: The number.
    """

    keys: tuple[str, ...]
    nested: bool
    lines: int


@dataclass(frozen=True)
class TomlLayout:
    """The layout of a text, detected lazily.

    Attributes:
        source: The text.
        tree: Its statements.
        plainest: Whether to write all texts in the form that is valid at any place.
    """

    source: str
    tree: TomlTree
    plainest: bool

    @cached_property
    def style(self) -> TomlStyle:
        """The style of new values."""
        if self.plainest:
            return PLAINEST
        quotes = Counter(node.style for node in self._nodes if node.style in ('"', "'"))
        lines = Counter(node.style for node in self._nodes if len(node.style) == 3)
        begins = (
            self.source[node.start + 3 : node.start + 4] in ("\n", "\r")
            for node in self._nodes
            if node.style in ('"""', "'''")
        )
        flow = [node for node in self._nodes if node.entries]
        commas = (
            self.source[one.end : other.start]
            for node in flow
            for one, other in pairwise(node.entries)
        )
        braces = (
            self.source[node.start + 1 : node.entries[0].start]
            for node in flow
            if node.kind == "map"
        )
        equals = (
            self.source[statement.keys[-1].end : statement.node.start]
            for statement in self.tree.statements
            if statement.node is not None
        )
        return TomlStyle(
            "'" if quotes["'"] > quotes['"'] else '"',
            "'''" if lines["'''"] > lines['"""'] else '"""',
            _most(begins, default=True),
            _most((each for each in equals if each in ("=", " = ")), default=" = "),
            _most((each for each in commas if each in (",", ", ")), default=", "),
            _most((each for each in braces if each in ("", " ")), default=" "),
        )

    @cached_property
    def _nodes(self) -> list[SpanNode]:
        """The nodes of all values inside pairs."""
        pending = [each.node for each in self.tree.statements if each.node is not None]
        found: list[SpanNode] = []
        while pending:
            node = pending.pop()
            found.append(node)
            pending += [entry.node for entry in node.entries]
        return found

    @cached_property
    def _forms(self) -> dict[tuple[str, ...], Form]:
        """The forms of mappings and lists of mappings, by the keys that lead to them."""
        found: dict[tuple[str, ...], Form] = {}
        for statement in self.tree.statements:
            keys = tuple(names(statement.path))
            if statement.node is None:
                found[keys] = "header"
                continue
            for size in range(len(keys) - len(statement.keys) + 1, len(keys)):
                found[keys[:size]] = "dotted"
            found.update(dict.fromkeys(_inline_mappings(statement.node, keys), "braces"))
        return found

    def form(self, path: Path, value: Value) -> Form:
        """Return the form of a new value, as its like are written.

        The same keys elsewhere decide; then the same last key; then headers, if the text has any or
        no mappings at all. A value that is no mapping or list of mappings is written as in braces.
        """
        tables = value if isinstance(value, list) else [value]
        if not value or not all(isinstance(table, dict) for table in tables):
            return "braces"
        keys = tuple(names(path))
        alike = [form for other, form in self._forms.items() if other[-1:] == keys[-1:]]
        forms = [self._forms[keys]] if keys in self._forms else alike or list(self._forms.values())
        if "header" in forms or not forms:
            return "header"
        return "braces" if "braces" in forms or isinstance(value, list) else "dotted"

    @cached_property
    def header_step(self) -> str:
        """The indentation of a header relative to the header of the table around it."""
        steps: list[str] = []
        for path, header in self.tree.headers.items():
            above = path[:-1] if isinstance(path[-1], str) else path[:-2]
            outer = self.tree.headers.get(above)
            if outer is not None:
                steps.append(self._indent(header).removeprefix(self._indent(outer)))
        return _most(iter(steps), default=self.pair_step)

    @cached_property
    def pair_step(self) -> str:
        """The indentation of pairs relative to their header."""
        steps = (
            self._indent(below).removeprefix(self._indent(header))
            for header, below in pairwise(self.tree.statements)
            if header.opening and not below.opening
        )
        return _most(steps, default="")

    def _indent(self, statement: Statement) -> str:
        return indentation(self.source, statement)

    def blank_lines(self, path: Path, *, nested: bool) -> str:
        """Return the blank lines above a new header, as line breaks.

        Headers of the same keys decide; then those that are nested as the new one is; then all.

        Args:
            path: The path of the header's table.
            nested: Whether the header stands in the table of the header above it.
        """
        keys = tuple(names(path))
        alike = [blank for blank in self._blanks if blank.keys == keys]
        alike = alike or [blank for blank in self._blanks if blank.nested == nested]
        most = _most((blank.lines for blank in alike or self._blanks), default=1)
        return "\n" * min(most, _MOST_BLANK_LINES)

    @cached_property
    def _blanks(self) -> list[_Blank]:
        """The blank lines above all headers but the first, if no comment stands there."""
        found: list[_Blank] = []
        for index, (above, below) in enumerate(pairwise(self.tree.statements), 1):
            if below.opening:
                end = lines_end(self.source, above)
                between = self.source[end : lines_start(self.source, self.tree, index)]
                if not between.strip():
                    nested = below.path[: len(above.section)] == above.section != ()
                    keys = tuple(names(below.path))
                    found.append(_Blank(keys, nested, between.count("\n")))
        return found

    def table(self, path: Path, prefix: str, header: str, value: Value, indent: str) -> str:
        """Write a table with its header and the tables in it, without the last line end.

        Args:
            path: Its path.
            prefix: The dotted key of its header.
            header: The header.
            value: The mapping.
            indent: The indentation of the header.

        Raises:
            UnwritableScalar: TOML cannot hold a value in it.
        """
        written = indent + header
        below: list[tuple[str, Value]] = []
        for name, item in value.items():
            if self.form((*path, name), item) == "header":
                below.append((name, item))
                continue
            for pair in self.pairs((*path, name), item):
                written += f"\n{indent}{self.pair_step}{pair}"
        for number, (name, item) in enumerate(below):
            inner = f"{prefix}.{toml_writer.key(name)}"
            blank = self.blank_lines((*path, name), nested=not number)
            table = self.tables((*path, name), inner, item, indent + self.header_step)
            written += f"\n{blank}{table}"
        return written

    def tables(self, path: Path, prefix: str, value: Value, indent: str) -> str:
        """Write a mapping, or all mappings of a list, with headers; see ``table``."""
        if isinstance(value, dict):
            return self.table(path, prefix, f"[{prefix}]", value, indent)
        return f"\n{self.blank_lines(path, nested=False)}".join(
            self.table((*path, 0), prefix, f"[[{prefix}]]", item, indent) for item in value
        )

    def pairs(self, path: Path, value: Value) -> list[str]:
        """Write a value without headers: a pair, or several pairs with dotted keys."""
        key = toml_writer.key(str(path[-1]))
        if self.form(path, value) == "dotted":
            inner = (self.pairs((*path, name), item) for name, item in value.items())
            return [f"{key}.{pair}" for pairs in inner for pair in pairs]
        return [key + self.style.equals + toml_writer.value(value, self.style)]


def _inline_mappings(node: SpanNode, keys: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield the keys that lead to the mappings in a value, and to lists of them."""
    if node.kind == "map":
        yield keys
    for entry in node.entries:
        inner = keys if entry.name is None else (*keys, entry.name)
        yield from _inline_mappings(entry.node, inner)


def _most(choices: Iterator[_Choice], default: _Choice) -> _Choice:
    """Return the most frequent choice."""
    counts = Counter(choices)
    return counts.most_common(1)[0][0] if counts else default
