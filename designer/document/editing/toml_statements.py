"""Insert, remove, rename and move the statements of TOML texts: pairs, and tables with headers."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import pairwise

from designer.document.editing.edit_context import Refused
from designer.document.editing.toml_draft import TomlDraft
from designer.document.reading.toml_lines import (
    group_end,
    indentation,
    lines_end,
    lines_start,
    runs,
)
from designer.document.reading.toml_tree import Statement, Table
from designer.document.text import Splice, line_end, line_start, next_line, normalize_newlines
from designer.document.values import Path, Value
from designer.document.writing import toml_writer


def insert_pair(draft: TomlDraft, table: Table, index: int, name: str, value: Value) -> None:
    """Insert a pair into a table, beside the pair of a neighbouring key if there is one.

    Args:
        draft: The text.
        table: The table.
        index: The position among its keys.
        name: The key.
        value: The value.
    """
    text, tree, layout = draft.text, draft.tree, draft.layout
    written = layout.pairs((*table.path, name), value)
    keys = list(table.entries)

    def pairs(key: str) -> list[Statement]:
        path = (*table.path, key)
        found = [tree.statements[number] for number in tree.under(path)]
        return [each for each in found if not each.opening and each.writes(path)]

    def like(beside: Statement) -> str:
        key = beside.key_at(beside.path[: len(table.path) + 1])
        return _lines(text[line_start(text, beside.start) : key.start], written)

    if above := _nearest(reversed(keys[:index]), pairs):
        draft.insert_lines(lines_end(text, above[-1]), like(above[-1]))
    elif below := _nearest(keys[index:], pairs):
        place = lines_start(text, tree, tree.statements.index(below[0]))
        draft.insert_lines(place, like(below[0]))
    elif header := tree.headers.get(table.path):
        indent = indentation(text, header) + layout.pair_step
        draft.insert_lines(lines_end(text, header), _lines(indent, written))
    elif table.path:
        first = tree.under(table.path)[0]
        header = tree.statements[first]
        indent = indentation(text, header)
        lines = f"{indent}{_header_above(text, header, table.path)}\n"
        lines += _lines(indent + layout.pair_step, written)
        blank = layout.blank_lines(header.path, nested=True)
        draft.insert_lines(lines_start(text, tree, first), lines, below=blank)
    elif tree.statements:
        draft.insert_lines(lines_start(text, tree, 0), _lines("", written), below="\n")
    else:
        draft.insert_lines(len(text), _lines("", written))


def _lines(lead: str, pairs: list[str]) -> str:
    """Return pairs with the same text before each."""
    return "\n".join(lead + pair for pair in pairs)


def _nearest(keys: Iterable[str], statements: Callable[[str], list[Statement]]) -> list[Statement]:
    """Return the statements of the first key that has any."""
    return next(filter(None, map(statements, keys)), [])


def _header_above(text: str, header: Statement, path: Path) -> str:
    """Return the header of a table around the one of a header, in its spelling."""
    return f"[{text[header.keys[0].start : header.key_at(path).end]}]"


def insert_tables(draft: TomlDraft, table: Table, index: int, name: str, value: Value) -> None:
    """Insert a mapping, or a list of mappings, with headers; see ``insert_pair``."""
    text, tree, layout = draft.text, draft.tree, draft.layout
    keys = list(table.entries)

    def tables(key: str) -> list[Statement]:
        found = [tree.statements[number] for number in tree.under((*table.path, key))]
        return found if any(each.opening for each in found) else []

    above = _nearest(reversed(keys[:index]), tables)
    below = _nearest(keys[index:], tables)
    own = [tree.statements[number] for number in tree.under(table.path)]
    prefix = indent = ""
    if table.path:
        header = tree.headers.get(table.path, own[0])
        prefix = text[header.keys[0].start : header.key_at(table.path).end] + "."
        indent = indentation(text, header)
        indent += layout.header_step if header.path == table.path else ""
    if beside := above or below:
        indent = indentation(text, beside[0])
    lines = layout.tables((*table.path, name), prefix + toml_writer.key(name), value, indent)
    if above or not below:
        place = _end_of(draft, above or own)
        nested = bool(table.path) and not above
        draft.insert_lines(
            place, lines, above=layout.blank_lines((*table.path, name), nested=nested)
        )
    else:
        place = lines_start(text, tree, tree.statements.index(below[0]))
        draft.insert_lines(place, lines, below=layout.blank_lines(below[0].path, nested=False))


def _end_of(draft: TomlDraft, statements: list[Statement]) -> int:
    """Return the end of the lines of the last group of statements; of none, that of the text."""
    if not statements:
        return len(draft.text)
    tree = draft.tree
    first, last = runs([tree.statements.index(each) for each in statements])[-1]
    return group_end(draft.text, tree, first, last)


def insert_table(draft: TomlDraft, path: Path, index: int, value: Value) -> None:
    """Insert a mapping into a list of tables with headers.

    Args:
        draft: The text.
        path: The path of the list.
        index: The position of the new item.
        value: The mapping.
    """
    text, tables = draft.text, draft.tree.tables(path)
    model = tables[min(index, len(tables) - 1)]
    header = draft.tree.headers[model]
    prefix = text[header.keys[0].start : header.keys[-1].end]
    lines = draft.layout.table(
        model, prefix, text[header.start : header.end], value, indentation(text, header)
    )
    insert_table_lines(draft, path, index, lines)


def insert_table_lines(draft: TomlDraft, path: Path, index: int, lines: str) -> None:
    """Insert a table that is written already into a list of tables; see ``insert_table``."""
    gap = draft.layout.blank_lines((*path, 0), nested=False)
    count = len(draft.tree.tables(path))
    if count > 1:
        place = min(max(index - 1, 0), count - 2)
        end, start = _span(draft, (*path, place))[1], _span(draft, (*path, place + 1))[0]
        between = draft.text[end:start]
        gap = "\n" * between.count("\n") if not between.strip() else gap
    if index:
        draft.insert_lines(_span(draft, (*path, index - 1))[1], lines, above=gap)
    else:
        draft.insert_lines(_span(draft, (*path, 0))[0], lines, below=gap)


def _span(draft: TomlDraft, path: Path) -> tuple[int, int]:
    """Return the start and end of the lines from the first to the last statement of a table."""
    text, tree = draft.text, draft.tree
    indexes = tree.under(path)
    last_run = runs(indexes)[-1]
    return lines_start(text, tree, indexes[0]), group_end(text, tree, *last_run)


def move_tables(draft: TomlDraft, path: Path, old: int, new: int) -> None:
    """Move an item of a list of tables with headers; the gaps between the items stay in place.

    Raises:
        Refused: An item has parts elsewhere in the file.
    """
    text = draft.text
    low, high = min(old, new), max(old, new)
    tables = draft.tree.tables(path)[low : high + 1]
    for table in tables:
        _check_together(draft, table)
    spans = [_span(draft, table) for table in tables]
    units = [text[start:end] for start, end in spans]
    gaps = [text[one[1] : other[0]] for one, other in pairwise(spans)]
    is_open = not units[-1].endswith("\n")  # the file does not end with a line break
    units[-1] += draft.eol if is_open else ""
    units.insert(new - low, units.pop(old - low))
    together = "".join(map(str.__add__, units, [*gaps, ""]))
    draft.splice(
        Splice(spans[0][0], spans[-1][1], together.removesuffix(draft.eol) if is_open else together)
    )


def _check_together(draft: TomlDraft, path: Path) -> None:
    """Make sure that no other statements stand among those of a table.

    Raises:
        Refused: The table has parts elsewhere in the file.
    """
    indexes = draft.tree.under(path)
    if len(runs(indexes)) > 1:
        raise Refused(
            "scattered",
            "a part of this item stands elsewhere in the file; change it as text",
            draft.tree.statements[indexes[0]].start,
        )


def table_lines(draft: TomlDraft, path: Path) -> str:
    """Return the lines of the table at a path, with line feeds, without the last one.

    Raises:
        Refused: The table has parts elsewhere in the file.
    """
    _check_together(draft, path)
    start, end = _span(draft, path)
    return normalize_newlines(draft.text[start:end]).removesuffix("\n")


def remove_statements(draft: TomlDraft, indexes: list[int]) -> None:
    """Remove statements with their comments; of the blank lines around them, half remain."""
    draft.splice(*(_removal(draft, first, last) for first, last in runs(indexes)))


def remove_all_statements(draft: TomlDraft, indexes: list[int], path: Path) -> None:
    """Remove the only statements of a table; the empty table is written in place of the first one.

    Args:
        draft: The text.
        indexes: The statements.
        path: The path of the table; it has no header of its own.
    """
    text, tree = draft.text, draft.tree
    first = tree.statements[indexes[0]]
    if first.opening:
        written = _header_above(text, first, path)
    else:
        written = f"{text[first.start : first.key_at(path).end]}{draft.layout.style.equals}{{}}"
    rest = [_removal(draft, start, end) for start, end in runs(indexes[1:])]
    draft.splice(Splice(first.start, first.end, written), *rest)


def _removal(draft: TomlDraft, first: int, last: int) -> Splice:
    """Return the splice that removes adjacent statements.

    Of the blank lines above and below, the fewer are removed too; at the start and the end of the
    text, those between the statements and the rest.
    """
    text, tree = draft.text, draft.tree
    start = lines_start(text, tree, first)
    if any(each.opening for each in tree.statements[first : last + 1]):
        end = group_end(text, tree, first, last)
    else:
        end = lines_end(text, tree.statements[last])
    above, below = start, end
    while above and not text[line_start(text, above - 1) : above].strip():
        above = line_start(text, above - 1)
    while below < len(text) and not text[below : line_end(text, below)].strip():
        below = next_line(text, below)
    if above and (below == len(text) or below - end >= start - above):
        return Splice(above, end, "")
    return Splice(start, below, "")


def rename_key(draft: TomlDraft, path: Path, name: str) -> None:
    """Rename a key in all statements that write it."""
    text, tree = draft.text, draft.tree
    found = [tree.statements[number] for number in tree.under(path)]
    keys = [statement.key_at(path) for statement in found if statement.writes(path)]
    written = [toml_writer.key(name, text[key.start : key.end]) for key in keys]
    draft.splice(*(Splice(key.start, key.end, new) for key, new in zip(keys, written, strict=True)))
