"""Checks a site: reads and renders every page, and compares its blocks with their types."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import takewhile
from pathlib import Path
from urllib.parse import unquote, urlsplit

from designer.commands.check.block_checks import (
    CheckedBlock,
    SlotWord,
    blocks_of_footer,
    blocks_of_page,
    class_findings,
    slot_words,
    template_findings,
    type_findings,
)
from designer.commands.check.codes import Code
from designer.commands.check.findings import CheckFinding
from designer.commands.check.page_checks import image_findings, list_findings
from designer.commands.render_html import sheet_for
from designer.commands.report import OnStep, ignore_step
from designer.document import read_page
from designer.errors import DesignerError, EngineError, SourceError
from designer.families import Scope, Variant
from designer.project import PageLocation, SharedSite
from designer.render import page_body
from designer.site import Site, find_config, listed_path
from designer.tailwind import Sheet, classes_in

_CLASS_IN_CSS = re.compile(r"\.(-?[A-Za-z_][\w-]*)")
_OF_SITE = frozenset({Code.TAILWIND_FAILED, Code.TYPE_BROKEN, Code.SCHEMA_BROKEN})


def check(
    location: PageLocation, *, only_page: bool, on_step: OnStep = ignore_step
) -> list[CheckFinding]:
    """Read and render the pages of a site, and return their problems.

    Args:
        location: A page and its site.
        only_page: Whether to check this page only, not all pages of the site.
        on_step: Called at every step of the work.
    """
    return list(_SiteCheck(location, on_step).findings(only_page=only_page))


@dataclass(frozen=True)
class _CheckedPage:
    """A page that was read and rendered.

    Attributes:
        findings: The problems of the page, except unknown classes.
        slots: The words of its slots.
        classes: The classes of the rendered page.
        variant: The kind of site.
        known: The classes of the theme's own CSS.
    """

    findings: list[CheckFinding]
    slots: list[SlotWord]
    classes: frozenset[str]
    variant: Variant
    known: frozenset[str]


class _SiteCheck:
    """Checks the pages of one site.

    Every page is read and rendered once. Tailwind is built once for the classes of all pages.
    """

    def __init__(self, location: PageLocation, on_step: OnStep) -> None:
        on_step("Looking for the pages", 0, 0)
        self._location = location
        self._on_step = on_step
        self._shared = SharedSite(location.site)
        self._files = frozenset(self._shared.page_files)
        self._own_classes: dict[str, frozenset[str]] = {}
        self._footer = self._footer_blocks()

    def findings(self, *, only_page: bool) -> Iterator[CheckFinding]:
        """Yield all problems; a problem of the site as a whole once."""
        site = self._location.site
        files = ([] if only_page else self._shared.page_files) or [self._location.page]
        yield from _site_findings(site, self._shared) if site else ()
        pages: dict[Path, _CheckedPage | CheckFinding] = {}
        for file in files:
            self._on_step("Reading the pages", len(pages), len(files))
            pages[file] = self._read(file)
        drawn = [page for page in pages.values() if isinstance(page, _CheckedPage)]
        sheets = {each.variant.axes["preset"]: each.variant for each in drawn}
        classes = frozenset[str]().union(*(each.classes for each in drawn))
        self._on_step("Building the site's styles", 0, 0)
        built = {name: self._build(variant, classes) for name, variant in sheets.items()}
        failed = dict.fromkeys(error for _, errors in built.values() for error in errors)
        seen: set[CheckFinding] = set()
        for file, page in pages.items():
            if isinstance(page, CheckFinding):
                yield page
                continue
            sheet = built[page.variant.axes["preset"]][0]
            found = [*page.findings, *map(self._tailwind_finding, failed)]
            if sheet is not None:
                found += class_findings(page.slots, page.known, sheet.classes)
            for finding in found:
                whole = finding.code in _OF_SITE or finding.file != self._name(file)
                if not whole or finding not in seen:
                    seen.add(finding)
                    yield finding

    def _read(self, file: Path) -> _CheckedPage | CheckFinding:
        """Read and render a page; returns a finding if the page cannot be read."""
        shared, name = self._shared, self._name(file)
        location = PageLocation(file, self._location.site)
        try:
            page = read_page(file, shared.find_layout)[0]
            scope = shared.scope(location, page)
        except SourceError as error:
            return CheckFinding(Code.PAGE_UNREADABLE, name, error.line, "", str(error))
        variant = shared.variant(page)
        types = shared.types(variant, page, None if file in self._files else file)
        renderer = shared.renderer(variant, types, marks=False)
        blocks = [*blocks_of_page(name, page), *self._footer]
        site = self._location.site
        types_folder = self._name(site.templates_folder) if site else name
        found = [
            CheckFinding(Code.TYPE_BROKEN, types_folder, None, "", str(each))
            for each in shared.type_errors(variant)
        ]
        found += list_findings(name, page)
        found += type_findings(blocks, types)
        found += template_findings(blocks, renderer, scope)
        if site is not None:
            found += image_findings(name, page, partial(_has_image, location))
        slots = list(slot_words(blocks, types))
        classes = frozenset(classes_in(page_body(scope, renderer))) | {word for *_, word in slots}
        return _CheckedPage(found, slots, classes, variant, self._theme_classes(variant, scope))

    def _footer_blocks(self) -> list[CheckedBlock]:
        """Return the footer blocks of the global document; empty if it cannot be read."""
        file = self._location.site_file
        with contextlib.suppress(SourceError):
            return blocks_of_footer(self._name(file), read_page(file)[0]) if file else []
        return []

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

    def _tailwind_finding(self, error: DesignerError) -> CheckFinding:
        """Return the finding for an error of the site's Tailwind, located in its source file."""
        source, site = None, self._location.site
        with contextlib.suppress(SourceError):
            source = self._shared.tailwind_source
        named = error.file if isinstance(error, EngineError) else None
        code = Code.TAILWIND_FAILED
        if isinstance(error, EngineError) and source and named in source.files:
            return CheckFinding(code, str(named), error.line, "", error.plain)
        config = find_config(site.root) if site else None
        file = (source.config or source.css) if source else None
        name = file or self._name(config or self._location.page)
        return CheckFinding(code, name, None, "", str(error))

    def _name(self, file: Path) -> str:
        return self._location.relative(file)


def _has_image(location: PageLocation, address: str) -> bool:
    """Return whether the site's server finds an image, which does not ignore case."""
    file, root = location.media(address), location.root
    if file is None or root is None or not file.is_relative_to(root.resolve()):
        return file is not None
    listed = reversed(listed_path(root.resolve(), file).parts)
    pairs = zip(reversed(unquote(urlsplit(address).path).split("/")), listed, strict=False)
    alike = takewhile(lambda pair: pair[0].casefold() == pair[1].casefold(), pairs)
    return all(written == name for written, name in alike)


def _site_findings(site: Site, shared: SharedSite) -> Iterator[CheckFinding]:
    """Yield the broken or missing files that affect the whole site."""
    for name, broken in site.broken_configuration.items():
        yield CheckFinding(Code.CONFIGURATION_BROKEN, name, broken.line, "", str(broken))
    for name, error in site.broken_schemas.items():
        yield CheckFinding(Code.SCHEMA_BROKEN, name, error.line, "", str(error))
    folder = site.saved_folder.relative_to(site.root).as_posix()
    for error in shared.saved[1]:
        yield CheckFinding(Code.TYPE_BROKEN, folder, None, "", str(error))
    if site.global_file and (theme := site.missing_theme):
        name = site.global_file.relative_to(site.root).as_posix()
        text = f"there is no theme document “{theme}” in the site."
        yield CheckFinding(Code.THEME_MISSING, name, None, "theme", text)
    with contextlib.suppress(SourceError):  # reported when the styles are built
        source = shared.tailwind_source
        for sheet in source.missing if source else ():
            text = f"“{sheet.name}” is not among the site’s files, so its styles are not shown."
            yield CheckFinding(Code.STYLE_SHEET_MISSING, sheet.file, sheet.line, "", text)
