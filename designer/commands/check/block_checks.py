"""Checks of the blocks of a page, or of a list of blocks in another document."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from designer.commands.check.codes import Code
from designer.commands.check.findings import CheckFinding, path_text
from designer.document import Page, Path, block_type_name, line_of
from designer.families import Scope, is_marker
from designer.render import Failure, Renderer
from designer.schema import DISCRIMINANTS, PAGE_TYPES, BlockType, Field, inner_fields

SlotWord = tuple["CheckedBlock", Path, str]
"""A block, the path of a slot in it, and a word of the slot."""


@dataclass(frozen=True)
class CheckedBlock:
    """A block with its place in a file.

    Attributes:
        file: The file, relative to the site.
        document: The document of the file.
        path: The path of the block in the document.
        type: The name of its type; '' without one.
        data: The block.
    """

    file: str
    document: Page
    path: Path
    type: str
    data: Any

    def finding(self, code: Code, inner: Path, message: str) -> CheckFinding:
        """Return a finding about a value in the block."""
        # The value of a section that is a list is inside its key, so the section has no path.
        path = (*self.path, *inner) or (self.type,)
        line = line_of(self.document, path)
        return CheckFinding(code, self.file, line, path_text(path), message)


def blocks_of_page(file: str, page: Page) -> list[CheckedBlock]:
    """Return the blocks of a page, without its head and its body."""
    return [
        CheckedBlock(file, page, page.path_at(index), block.type, block.data)
        for index, block in enumerate(page.blocks)
        if block.type not in PAGE_TYPES
    ]


def blocks_of_footer(file: str, document: Page) -> list[CheckedBlock]:
    """Return the footer blocks of a global document."""
    footer = document.data.get("blocks")
    return [
        CheckedBlock(file, document, ("blocks", index), block_type_name(data, DISCRIMINANTS), data)
        for index, data in enumerate(footer if isinstance(footer, list) else ())
    ]


def type_findings(
    blocks: Iterable[CheckedBlock], types: Mapping[str, BlockType]
) -> Iterator[CheckFinding]:
    """Yield the blocks that have no known type, and their unknown fields."""
    for block in blocks:
        kind = types.get(block.type)
        if not isinstance(block.data, Mapping):
            text = "this is no block: it has no names with values."
            yield block.finding(Code.BLOCK_NO_MAPPING, (), text)
            continue
        if not block.type:
            text = "nothing says of which type this block is."
            yield block.finding(Code.TYPE_MISSING, (), text)
        elif kind is None or kind.folder is None:
            text = f"there is no template for the type “{block.type}”, so a stand-in shows it."
            yield block.finding(Code.TYPE_WITHOUT_TEMPLATE, (), text)
        if kind is not None and not kind.is_inferred:
            for path in _undefined_paths(block.data, kind):
                text = f"“{block.type}” has no field “{path[-1]}”."
                yield block.finding(Code.FIELD_UNKNOWN, path, text)


def template_findings(
    blocks: Iterable[CheckedBlock], renderer: Renderer, scope: Scope
) -> Iterator[CheckFinding]:
    """Yield the blocks that their templates cannot render."""
    for block in blocks:
        failures: list[Failure] = []
        renderer.on_failure = failures.append
        renderer.block(block.data, scope, name=block.type)
        for failure in failures:
            where = f" ({failure.place})" if failure.place else ""
            text = f"the template cannot draw it: {failure.cause}{where}."
            yield block.finding(Code.TEMPLATE_FAILED, (), text)


def class_findings(
    slots: Iterable[SlotWord], known: Container[str], built: Container[str]
) -> Iterator[CheckFinding]:
    """Yield the words of slots that are no classes.

    Args:
        slots: The words.
        known: The classes of the theme's own CSS.
        built: The classes of the site's Tailwind.
    """
    for block, path, word in slots:
        if word not in known and word not in built and not is_marker(word, str(path[-1])):
            text = f"“{word}” is no class of this site’s Tailwind."
            yield block.finding(Code.CLASS_UNKNOWN, path, text)


def slot_words(
    blocks: Iterable[CheckedBlock], types: Mapping[str, BlockType]
) -> Iterator[SlotWord]:
    """Yield the distinct words of every slot."""
    for block in blocks:
        kind = types.get(block.type)
        for slot in kind.slots if kind else ():
            value = _value_at(block.data, slot.path)
            for word in dict.fromkeys(value.split() if isinstance(value, str) else ()):
                yield block, slot.path, word


def _undefined_paths(block: Mapping[str, Any], kind: BlockType) -> Iterator[Path]:
    """Yield the paths of values of a block that its type does not define."""
    named = {key for key, value in block.items() if value == kind.name}
    yield from _undefined_in(block, kind.fields, [slot.path for slot in kind.slots], named)


def _undefined_in(
    data: Mapping[str, Any],
    fields: Iterable[Field],
    slots: Sequence[tuple[str, ...]],
    ignored: Container[str],
) -> Iterator[Path]:
    named = {each.name: each for each in fields}
    for key, value in data.items():
        deeper = [path[1:] for path in slots if path[0] == key]
        known = named.get(key)
        if known is None and not deeper:
            if key not in ignored:
                yield (str(key),)
            continue
        rest = [path for path in deeper if path]
        items = enumerate(value) if isinstance(value, list) else [(None, value)]
        for number, item in items:
            inner = inner_fields(known, item) if known else ()
            if isinstance(item, Mapping) and (inner or rest):
                base: Path = (key,) if number is None else (key, number)
                yield from ((*base, *path) for path in _undefined_in(item, inner, rest, ()))


def _value_at(data: object, path: tuple[str, ...]) -> object:
    for key in path:
        data = data.get(key) if isinstance(data, Mapping) else None
    return data
