"""What of a site could not be understood: every page is read, drawn, compared with its types."""

from __future__ import annotations

import contextlib
import json
import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from typing_extensions import override

from designer.app.export import sheet_for
from designer.app.place import Place
from designer.document import Page, read_page
from designer.errors import DesignerError, EngineError, SchemaError, SourceError
from designer.render import Failure, Renderer, Scope, is_marker, site_css, theme_css
from designer.schema import BlockType, Field, load_saved, type_key, type_name, type_of
from designer.site import Site, find_config
from designer.tailwind import Sheet

_CLASS_IN_CSS = re.compile(r"\.(-?[A-Za-z_][\w-]*)")


@dataclass(frozen=True)
class Finding:
    """One thing that was not understood.

    Attributes:
        kind: ``page``, ``type``, ``field``, ``class``, ``template``, ``config``, ``schema`` or
            ``theme``.
        file: The file, relative to the site.
        place: Where in the file, as ``blocks[2].tailwind.headline``; '' for all of it.
        message: The sentence.
    """

    kind: str
    file: str
    place: str
    message: str

    @override
    def __str__(self) -> str:
        where = f"{self.file}, {self.place}" if self.place else self.file
        return f"{where}: {self.message}"


def check(place: Place, *, only_page: bool) -> list[Finding]:
    """Read and draw the pages of a place, and list what could not be understood.

    Args:
        place: A page and its site.
        only_page: Look at this page, not at all pages of the site.
    """
    return list(_Check(place).findings(only_page=only_page))


def as_json(findings: Iterable[Finding]) -> str:
    """The findings as a JSON array, for other programs."""
    return json.dumps([asdict(each) for each in findings], ensure_ascii=False, indent=2)


@dataclass
class _Check:
    """Works through the pages of one site."""

    place: Place

    def findings(self, *, only_page: bool) -> Iterator[Finding]:
        site = self.place.site
        pages = [entry.path for entry in site.pages()] if site and not only_page else []
        yield from _of_site(site) if site else ()
        seen: set[tuple[str, str]] = set()
        for file in pages or [self.place.page]:
            for finding in self._page(file):
                # What is wrong with the site as a whole is said once.
                whole = finding.kind in {"config", "schema"} or finding.file != self._name(file)
                key = (finding.place, finding.message)
                if not whole or key not in seen:
                    seen.add(key)
                    yield finding

    def _page(self, file: Path) -> Iterator[Finding]:
        name = self._name(file)
        try:
            page = read_page(file, self.place.list_key)[0]
            place = Place(file, self.place.site)
            scope = place.scope(page)
        except SourceError as error:
            yield Finding("page", name, "", str(error))
            return
        family = place.family(page)
        types, broken = place.types(family, page)
        yield from (Finding("schema", name, "", text) for text in broken)
        renderer = Renderer(types, marks=False, family=family)
        parts = list(self._parts(name, page, scope))
        words = {word for part in parts for _, _, word in _slot_words(part, types)}
        failed: list[DesignerError] = []
        sheet: Sheet | None = None
        try:
            sheet = sheet_for(place, renderer, scope, words, failed.append)
        except EngineError as error:
            failed.append(error)
        yield from (self._of_config(error) for error in failed)
        own = set(_CLASS_IN_CSS.findall(theme_css(scope, family) + site_css(family)))
        for part in parts:
            yield from _of_types(part, types)
            yield from _of_templates(part, renderer, scope)
            if sheet is not None:
                yield from _of_classes(part, types, own | sheet.classes.keys())

    def _of_config(self, error: DesignerError) -> Finding:
        """What is wrong with the site's Tailwind, in the file where it is wrong."""
        source = None
        with contextlib.suppress(SourceError):
            source = self.place.site.tailwind_source() if self.place.site else None
        named = error.file if isinstance(error, EngineError) else None
        if isinstance(error, EngineError) and source and named in source.files:
            where = f"line {error.line}" if error.line else ""
            return Finding("config", str(named), where, error.plain)
        config = find_config(self.place.site.root) if self.place.site else None
        file = (source.config or source.css) if source else None
        return Finding("config", file or self._name(config or self.place.page), "", str(error))

    def _parts(self, name: str, page: Page, scope: Scope) -> Iterator[_Part]:
        """The page's blocks, and the footer's from the global document."""
        yield _Part(name, page.list_key, [block.data for block in page.blocks])
        footer = scope.site.get("blocks")
        if self.place.site_file is not None and isinstance(footer, list):
            yield _Part(self._name(self.place.site_file), "blocks", footer)

    def _name(self, file: Path) -> str:
        root = self.place.site.root if self.place.site else file.parent
        return file.relative_to(root).as_posix() if file.is_relative_to(root) else str(file)


def _of_site(site: Site) -> Iterator[Finding]:
    """What the site's pages are shown without, because it is broken or missing."""
    for name, error in site.broken_schemas.items():
        yield Finding("schema", name, "", str(error))
    broken: list[SchemaError] = []
    load_saved(site.saved_folder, broken)
    folder = site.saved_folder.relative_to(site.root).as_posix()
    yield from (Finding("schema", folder, "", str(error)) for error in broken)
    if site.global_file and (theme := site.missing_theme):
        name = site.global_file.relative_to(site.root).as_posix()
        text = f"there is no theme document “{theme}” in the site."
        yield Finding("theme", name, "theme", text)
    with contextlib.suppress(SourceError):  # said where it is needed
        source = site.tailwind_source()
        for sheet in source.missing if source else ():
            text = f"“{sheet.name}” is not among the site’s files, so its styles are not shown."
            yield Finding("config", sheet.file, f"line {sheet.line}", text)


@dataclass(frozen=True)
class _Part:
    """A list of blocks in a file."""

    file: str
    key: str
    blocks: Sequence[object]

    def finding(self, kind: str, number: int, path: str, message: str) -> Finding:
        place = f"{self.key}[{number}]" + (f".{path}" if path else "")
        return Finding(kind, self.file, place, message)


def _of_types(part: _Part, types: Mapping[str, BlockType]) -> Iterator[Finding]:
    for number, block in enumerate(part.blocks):
        if not isinstance(block, Mapping):
            text = "this is no block: it has no names with values."
            yield part.finding("type", number, "", text)
            continue
        name, kind = type_name(block), type_of(block, types)
        if name is None:
            yield part.finding("type", number, "", "nothing says of which type this block is.")
        elif kind is None or kind.folder is None:
            text = f"there is no template for the type “{name}”, so a stand-in shows it."
            yield part.finding("type", number, "", text)
        for path in _outside(block, kind) if kind else ():
            field = path.rpartition(".")[2]
            yield part.finding("field", number, path, f"“{name}” has no field “{field}”.")


def _of_templates(part: _Part, renderer: Renderer, scope: Scope) -> Iterator[Finding]:
    for number, block in enumerate(part.blocks):
        failures: list[Failure] = []
        renderer.failed = failures.append
        renderer.block(block, scope)
        for failure in failures:
            where = f" ({failure.place})" if failure.place else ""
            text = f"the template cannot draw it: {failure.cause}{where}."
            yield part.finding("template", number, "", text)


def _of_classes(
    part: _Part, types: Mapping[str, BlockType], known: Container[str]
) -> Iterator[Finding]:
    for number, path, word in _slot_words(part, types):
        if word not in known and not is_marker(word, path.rpartition(".")[2]):
            text = f"“{word}” is no class of this site’s Tailwind."
            yield part.finding("class", number, path, text)


def _slot_words(part: _Part, types: Mapping[str, BlockType]) -> Iterator[tuple[int, str, str]]:
    """Every word of every slot, once a slot: the number of the block, the slot's path, the word."""
    for number, block in enumerate(part.blocks):
        kind = type_of(block, types)
        for slot in kind.slots if kind else ():
            value = _at(block, slot.path)
            for word in dict.fromkeys(value.split() if isinstance(value, str) else ()):
                yield number, ".".join(slot.path), word


def _outside(block: Mapping[str, Any], kind: BlockType) -> Iterator[str]:
    """The dotted paths of a block's values that its type does not know."""
    slots = [slot.path for slot in kind.slots]
    yield from _unknown(block, kind.fields, slots, {type_key(block)})


def _unknown(
    data: Mapping[str, Any],
    fields: Iterable[Field],
    slots: list[tuple[str, ...]],
    passed_over: set[str | None],
) -> Iterator[str]:
    named = {each.name: each for each in fields}
    for key, value in data.items():
        deeper = [path[1:] for path in slots if path[0] == key]
        known = named.get(key)
        if known is None and not deeper:
            if key not in passed_over:
                yield str(key)
            continue
        inner = known.fields if known else ()
        rest = [path for path in deeper if path]
        items = enumerate(value) if isinstance(value, list) else [(None, value)]
        for number, item in items:
            if isinstance(item, Mapping) and (inner or rest):
                base = f"{key}." if number is None else f"{key}[{number}]."
                yield from (base + path for path in _unknown(item, inner, rest, set()))


def _at(data: object, path: tuple[str, ...]) -> object:
    for key in path:
        data = data.get(key) if isinstance(data, Mapping) else None
    return data


def run(target: Path, site: Path | None, *, json_output: bool) -> tuple[str, bool]:
    """Check what a person named.

    Returns:
        The report, and whether something was found.

    Raises:
        DesignerError: There is nothing to check.
    """
    place = Place.find(target, site)
    findings = check(place, only_page=not target.is_dir())
    if json_output:
        return as_json(findings), bool(findings)
    lines = [str(each) for each in findings] or ["Everything was understood."]
    return "\n".join(lines), bool(findings)
