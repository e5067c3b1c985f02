"""Checks a site: reads and renders every page, and compares its blocks with their types."""

from __future__ import annotations

import contextlib
import json
import re
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from typing_extensions import override

from designer.commands.render_html import sheet_for
from designer.document import Page, read_page
from designer.errors import DesignerError, EngineError, SourceError
from designer.families import Scope, Variant, is_marker
from designer.project import ChosenFolder, PageLocation, SharedSite
from designer.render import Failure, Renderer, page_body
from designer.schema import BlockType, Field, type_key, type_name, type_of
from designer.site import Site, find_config
from designer.tailwind import Sheet, classes_in

_CLASS_IN_CSS = re.compile(r"\.(-?[A-Za-z_][\w-]*)")


@dataclass(frozen=True)
class CheckFinding:
    """One problem of a site.

    Attributes:
        kind: ``page``, ``type``, ``field``, ``class``, ``template``, ``config``, ``schema`` or
            ``theme``.
        file: The file, relative to the site.
        place: The location in the file, as ``blocks[2].tailwind.headline``; '' for the whole file.
        message: The message.
    """

    kind: str
    file: str
    place: str
    message: str

    @override
    def __str__(self) -> str:
        where = f"{self.file}, {self.place}" if self.place else self.file
        return f"{where}: {self.message}"


def check(location: PageLocation, *, only_page: bool) -> list[CheckFinding]:
    """Read and render the pages of a site, and return their problems.

    Args:
        location: A page and its site.
        only_page: Whether to check this page only, not all pages of the site.
    """
    return list(_Check(location).findings(only_page=only_page))


def as_json(findings: Iterable[CheckFinding]) -> str:
    """Return the findings as a JSON array."""
    return json.dumps([asdict(each) for each in findings], ensure_ascii=False, indent=2)


@dataclass(frozen=True)
class _Page:
    """A page that was read and rendered.

    Attributes:
        findings: The problems of the page, except unknown classes.
        slots: The words of its slots, with their location.
        classes: The classes of the rendered page.
        variant: The kind of site.
        known: The classes of the theme's own CSS.
    """

    findings: list[CheckFinding]
    slots: list[tuple[_Part, int, str, str]]
    classes: frozenset[str]
    variant: Variant
    known: frozenset[str]


class _Check:
    """Checks the pages of one site.

    Every page is read and rendered once. Tailwind is built once for the classes of all pages.
    """

    def __init__(self, location: PageLocation) -> None:
        self._location = location
        self._shared = SharedSite(location.site)
        self._files = frozenset(self._shared.page_files)
        self._own_classes: dict[str, frozenset[str]] = {}

    def findings(self, *, only_page: bool) -> Iterator[CheckFinding]:
        site = self._location.site
        files = [] if only_page else self._shared.page_files
        yield from _site_findings(site, self._shared) if site else ()
        pages = {file: self._read(file) for file in files or [self._location.page]}
        drawn = [page for page in pages.values() if isinstance(page, _Page)]
        sheets = {each.variant.axes["preset"]: each.variant for each in drawn}
        classes = frozenset[str]().union(*(each.classes for each in drawn))
        built = {name: self._build(variant, classes) for name, variant in sheets.items()}
        failed = dict.fromkeys(error for _, errors in built.values() for error in errors)
        seen: set[tuple[str, str]] = set()
        for file, page in pages.items():
            if isinstance(page, CheckFinding):
                yield page
                continue
            sheet = built[page.variant.axes["preset"]][0]
            found = [*page.findings, *map(self._config_finding, failed)]
            if sheet is not None:
                found += _class_findings(page.slots, page.known, sheet.classes)
            for finding in found:
                # Report a problem of the site as a whole only once.
                whole = finding.kind in {"config", "schema"} or finding.file != self._name(file)
                key = (finding.place, finding.message)
                if not whole or key not in seen:
                    seen.add(key)
                    yield finding

    def _read(self, file: Path) -> _Page | CheckFinding:
        """Read and render a page; returns a finding if the page cannot be read."""
        shared, name = self._shared, self._name(file)
        try:
            page = read_page(file, shared.list_key)[0]
            scope = shared.scope(PageLocation(file, self._location.site), page)
        except SourceError as error:
            return CheckFinding("page", name, "", str(error))
        variant = shared.variant(page)
        types = shared.types(variant, page, None if file in self._files else file)
        renderer = shared.renderer(variant, types, marks=False)
        found = [
            CheckFinding("schema", name, "", str(each)) for each in shared.type_errors(variant)
        ]
        slots: list[tuple[_Part, int, str, str]] = []
        for part in self._parts(name, page, scope):
            slots += [(part, *word) for word in _slot_words(part, types)]
            found += [*_type_findings(part, types), *_template_findings(part, renderer, scope)]
        classes = frozenset(classes_in(page_body(scope, renderer))) | {word for *_, word in slots}
        return _Page(found, slots, classes, variant, self._theme_classes(variant, scope))

    def _theme_classes(self, variant: Variant, scope: Scope) -> frozenset[str]:
        """Return the classes of the theme's own CSS, which most pages of a site share."""
        css = variant.theme_css(scope) + variant.site_css
        if css not in self._own_classes:
            self._own_classes[css] = frozenset(_CLASS_IN_CSS.findall(css))
        return self._own_classes[css]

    def _build(
        self, variant: Variant, classes: Collection[str]
    ) -> tuple[Sheet | None, list[DesignerError]]:
        """Build the site's Tailwind with these classes; also returns errors in its own sources."""
        failed: list[DesignerError] = []
        try:
            return sheet_for(self._shared, variant, classes, failed.append), failed
        except EngineError as error:
            return None, [*failed, error]

    def _config_finding(self, error: DesignerError) -> CheckFinding:
        """Return the finding for an error of the site's Tailwind, located in its source file."""
        source, site = None, self._location.site
        with contextlib.suppress(SourceError):
            source = self._shared.tailwind_source
        named = error.file if isinstance(error, EngineError) else None
        if isinstance(error, EngineError) and source and named in source.files:
            where = f"line {error.line}" if error.line else ""
            return CheckFinding("config", str(named), where, error.plain)
        config = find_config(site.root) if site else None
        file = (source.config or source.css) if source else None
        return CheckFinding(
            "config", file or self._name(config or self._location.page), "", str(error)
        )

    def _parts(self, name: str, page: Page, scope: Scope) -> Iterator[_Part]:
        """Yield the blocks of the page, and the footer blocks of the global document."""
        yield _Part(name, page.list_key, [block.data for block in page.blocks])
        footer, site_file = scope.site.get("blocks"), self._location.site_file
        if site_file is not None and isinstance(footer, list):
            yield _Part(self._name(site_file), "blocks", footer)

    def _name(self, file: Path) -> str:
        return self._location.relative(file)


def _site_findings(site: Site, shared: SharedSite) -> Iterator[CheckFinding]:
    """Yield the broken or missing files that affect the whole site."""
    for name, broken in site.broken_configuration.items():
        line = f"line {broken.line}" if broken.line else ""
        yield CheckFinding("config", name, line, str(broken))
    for name, error in site.broken_schemas.items():
        yield CheckFinding("schema", name, "", str(error))
    folder = site.saved_folder.relative_to(site.root).as_posix()
    yield from (CheckFinding("schema", folder, "", str(error)) for error in shared.saved[1])
    if site.global_file and (theme := site.missing_theme):
        name = site.global_file.relative_to(site.root).as_posix()
        text = f"there is no theme document “{theme}” in the site."
        yield CheckFinding("theme", name, "theme", text)
    with contextlib.suppress(SourceError):  # reported when the styles are built
        source = shared.tailwind_source
        for sheet in source.missing if source else ():
            text = f"“{sheet.name}” is not among the site’s files, so its styles are not shown."
            yield CheckFinding("config", sheet.file, f"line {sheet.line}", text)


@dataclass(frozen=True)
class _Part:
    """A list of blocks in a file."""

    file: str
    key: str
    blocks: Sequence[object]

    def finding(self, kind: str, number: int, path: str, message: str) -> CheckFinding:
        place = f"{self.key}[{number}]" + (f".{path}" if path else "")
        return CheckFinding(kind, self.file, place, message)


def _type_findings(part: _Part, types: Mapping[str, BlockType]) -> Iterator[CheckFinding]:
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
        for path in _undefined_paths(block, kind) if kind else ():
            field = path.rpartition(".")[2]
            yield part.finding("field", number, path, f"“{name}” has no field “{field}”.")


def _template_findings(part: _Part, renderer: Renderer, scope: Scope) -> Iterator[CheckFinding]:
    for number, block in enumerate(part.blocks):
        failures: list[Failure] = []
        renderer.on_failure = failures.append
        renderer.block(block, scope)
        for failure in failures:
            where = f" ({failure.place})" if failure.place else ""
            text = f"the template cannot draw it: {failure.cause}{where}."
            yield part.finding("template", number, "", text)


def _class_findings(
    slots: Iterable[tuple[_Part, int, str, str]], known: Container[str], built: Container[str]
) -> Iterator[CheckFinding]:
    for part, number, path, word in slots:
        if word in known or word in built:
            continue
        if not is_marker(word, path.rpartition(".")[2]):
            text = f"“{word}” is no class of this site’s Tailwind."
            yield part.finding("class", number, path, text)


def _slot_words(part: _Part, types: Mapping[str, BlockType]) -> Iterator[tuple[int, str, str]]:
    """Yield the distinct words of every slot: index of the block, path of the slot, word."""
    for number, block in enumerate(part.blocks):
        kind = type_of(block, types)
        for slot in kind.slots if kind else ():
            value = _value_at(block, slot.path)
            for word in dict.fromkeys(value.split() if isinstance(value, str) else ()):
                yield number, ".".join(slot.path), word


def _undefined_paths(block: Mapping[str, Any], kind: BlockType) -> Iterator[str]:
    """Yield the dotted paths of values of a block that its type does not define."""
    slots = [slot.path for slot in kind.slots]
    yield from _undefined_in(block, kind.fields, slots, {type_key(block)})


def _undefined_in(
    data: Mapping[str, Any],
    fields: Iterable[Field],
    slots: list[tuple[str, ...]],
    ignored: set[str | None],
) -> Iterator[str]:
    named = {each.name: each for each in fields}
    for key, value in data.items():
        deeper = [path[1:] for path in slots if path[0] == key]
        known = named.get(key)
        if known is None and not deeper:
            if key not in ignored:
                yield str(key)
            continue
        inner = known.fields if known else ()
        rest = [path for path in deeper if path]
        items = enumerate(value) if isinstance(value, list) else [(None, value)]
        for number, item in items:
            if isinstance(item, Mapping) and (inner or rest):
                base = f"{key}." if number is None else f"{key}[{number}]."
                yield from (base + path for path in _undefined_in(item, inner, rest, set()))


def _value_at(data: object, path: tuple[str, ...]) -> object:
    for key in path:
        data = data.get(key) if isinstance(data, Mapping) else None
    return data


def run(
    target: Path,
    site: Path | None,
    *,
    json_output: bool,
    chosen: ChosenFolder = lambda _root: None,
) -> tuple[str, bool]:
    """Check the page or site that the user named.

    Args:
        target: The page, or the folder of the site.
        site: The site of a page that lies elsewhere.
        json_output: Whether the report is JSON.
        chosen: Returns the folder of pages that the user chose for a site.

    Returns:
        The report, and whether there are findings.

    Raises:
        DesignerError: There is nothing to check.
    """
    location = PageLocation.find(target, site, chosen)
    findings = check(location, only_page=not target.is_dir())
    if json_output:
        return as_json(findings), bool(findings)
    lines = [str(each) for each in findings] or ["Everything was understood."]
    return "\n".join(lines), bool(findings)
