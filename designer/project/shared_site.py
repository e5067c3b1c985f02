"""Data shared by all pages of a site: family, block types, theme, schema and Tailwind sources."""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from designer.document import (
    BODY_TYPE,
    HEAD_TYPE,
    HTML_BODY_TYPE,
    BlockLayout,
    Page,
    Value,
    read_page,
)
from designer.errors import SchemaError, SourceError
from designer.families import Family, Scope, Signs, Variant, block_types, recognise
from designer.project.file_cache import FileCache
from designer.project.list_rules import open_rules, shown_lists
from designer.project.location import PageLocation
from designer.render import Renderer
from designer.schema import (
    PAGE_TYPES,
    BlockType,
    ListChoices,
    ListRules,
    SavedBlock,
    SiteSchema,
    TypedData,
    find_layout,
    head_type,
    infer_types,
    load_saved,
    load_types,
    merge_types,
    section_types,
    type_for_variant,
)
from designer.site import (
    DEFAULT_TAILWIND,
    PageEntry,
    PageSigns,
    Site,
    SiteLayout,
    TailwindSource,
    count_words,
    default_theme,
    files_below,
    page_signs,
    read_global,
)

_DESKTOP = 1440
_SAMPLED = 200  # pages that are read to find the lists and types of blocks of a site
_MAX_SCANNED = 3_000  # pages; more would take seconds at opening, and show little that is new
_NOTHING: Final[Mapping[str, BlockType]] = {}
_NO_SCHEMA: Final = SiteSchema()


class SharedSite:
    """Computes and caches the shared data of a site's pages; changed files invalidate the cache.

    A page without a site has a ``SharedSite`` too, with the bundled block types and theme.

    Attributes:
        site: The site; None for pages without a site.
        list_choices: What a person said about the lists of the site's pages.
    """

    def __init__(self, site: Site | None) -> None:
        self.site = site
        self.list_choices = ListChoices()
        self._cache = FileCache()

    def refresh(self) -> None:
        """Check for changed files at the next access."""
        self._cache.refresh()

    # -- pages -------------------------------------------------------------------------------------

    @property
    def page_files(self) -> tuple[Path, ...]:
        """The files of all pages; empty for a page without a site."""
        site = self.site
        if site is None:
            return ()
        listed: tuple[Path, ...] = ()

        def walk() -> tuple[Path, ...]:
            nonlocal listed
            listed = site.page_files()
            return listed

        return self._cache.read("page files", walk, lambda: listed)

    @property
    def _scanned(self) -> Sequence[Path]:
        """The pages that are read for what all pages share: all, or a part of very many."""
        files = self.page_files
        return files[:: len(files) // _MAX_SCANNED + 1]

    @property
    def pages(self) -> tuple[PageEntry, ...]:
        """The entries of all pages, the home page first."""
        site, files, data = self.site, self.page_files, self.global_data
        if site is None:
            return ()
        layout = self._layout(site)
        return self._cache.derive(
            "pages", (files, data, layout), lambda: site.entries(files, data, layout)
        )

    def _layout(self, site: Site) -> SiteLayout:
        return self._cache.derive("layout", (self.page_files,), site.layout)

    def route(self, page: Path) -> str:
        """The address of a page within the site."""
        site = self.site
        if site is None:
            return "/"
        return site.route(page, self._layout(site))

    def find_layout(self, data: Value, body: str) -> BlockLayout:
        """Return where the blocks of a page are, for its front matter and its body."""
        return find_layout(data, body, self.list_rules)

    @property
    def list_rules(self) -> ListRules:
        """What is known about the lists of blocks: a person's choices, the schema, the pages."""
        rules, choices = self._site_rules, self.list_choices
        return self._cache.derive(
            "chosen rules", (rules, choices), lambda: rules.with_choices(choices)
        )

    @property
    def _site_rules(self) -> ListRules:
        """What the site's schema says about the lists of blocks, and what its pages show."""
        site, schema = self.site, self.schema
        if site is None:
            return self._cache.derive("list rules", (), ListRules)
        schema = schema or _NO_SCHEMA
        shows_body = site.global_file is None and not schema.hides_body
        if schema.complete and schema.lists and not schema.named_lists:
            complete = ListRules(
                schema.lists, complete=True, shows_body=shows_body, shows_head=shows_body
            )
            return self._cache.derive("list rules", (schema,), lambda: complete)
        named = schema.named_lists
        files = _sample(self.page_files)
        shown = self._cache.read(
            ("shown lists", *named),
            lambda: files,
            lambda: shown_lists(map(_front_matter, files), named),
        )
        return self._cache.derive(
            "list rules",
            (schema, shown),
            lambda: open_rules(
                schema,
                shown,
                shows_body=shows_body,
                shows_sections=site.global_file is None,
            ),
        )

    def _signs(self, file: Path) -> PageSigns:
        return self._cache.read(("signs", file), lambda: (file,), lambda: page_signs(file))

    def _blocks(self, file: Path) -> list[TypedData]:
        """Return the blocks of a page on disk; empty if the page cannot be read."""
        rules = self.list_rules

        def read() -> list[TypedData]:
            with contextlib.suppress(SourceError):
                return _typed(read_page(file, self.find_layout)[0])
            return []

        return self._cache.read(("blocks", file, rules), lambda: (file,), read)

    # -- documents of the whole site ---------------------------------------------------------------

    @property
    def global_data(self) -> Mapping[str, Any]:
        """The data of the global document; empty if there is none or if it cannot be read."""
        file = self.site.global_file if self.site else None
        return self._cache.read("global", lambda: _some(file), lambda: read_global(file))

    @property
    def site_name(self) -> str:
        """The display name of the site; empty for a page without a site."""
        return self.site.name_from(self.global_data) if self.site else ""

    @property
    def theme_file(self) -> Path | None:
        """The theme document, if the global document names an existing one."""
        return self.site.theme_file_from(self.global_data) if self.site else None

    def scope(self, location: PageLocation, page: Page) -> Scope:
        """Return the data of a page with that of the site's documents.

        Raises:
            SourceError: The global document or the theme document cannot be read.
        """
        site, theme = self._document(location.site_file), self._document(self.theme_file)
        if site is None:
            site = self._cache.derive("default theme", (), default_theme)
        return Scope(page.data, site, theme or {}, self.route(location.page), page.blocks)

    def _document(self, file: Path | None) -> Mapping[str, Any] | None:
        if file is None:
            return None
        key = ("document", file)
        data: Mapping[str, Any] = self._cache.read(
            key, lambda: (file,), lambda: read_page(file)[0].data
        )
        return data

    @property
    def desktop_width(self) -> int:
        """The width of the site's desktop layout in pixels, from its theme."""
        theme = self._document_or_none(self.theme_file)
        data = theme or self.global_data or self._cache.derive("default theme", (), default_theme)
        value = str(data.get("desktopWidth"))
        return int(value) if value.isdecimal() and 320 <= int(value) <= 5000 else _DESKTOP

    def _document_or_none(self, file: Path | None) -> Mapping[str, Any] | None:
        with contextlib.suppress(SourceError):
            return self._document(file)
        return None

    # -- family, block types and renderer ----------------------------------------------------------

    @property
    def schema(self) -> SiteSchema | None:
        """What the site's own schemas say; None if it has none or if none can be read."""
        site = self.site
        if site is None:
            return None

        def read() -> tuple[SiteSchema | None, Callable[[], tuple[Path, ...]]]:
            fresh = Site.open(site.root)
            return fresh.schema, lambda: fresh.schema_files

        return self._cache.read_tracked("schema", read)

    def variant(self, page: Page) -> Variant:
        """Return the kind of site that a page belongs to."""
        blocks = [block.data for block in page.blocks]
        if self.site is None:
            keys = page.data.keys()
            return recognise(Signs({}, types=block_types(blocks), page_keys=keys, blocks=blocks))
        signs = self._cache.read("signs", lambda: self._scanned, self._all_signs)
        seen = signs.types | block_types(self.global_data.get("blocks"))
        types = self.schema.types.keys() if self.schema and self.schema.types else seen
        return recognise(Signs(self.global_data, types, signs.page_keys, signs.keys, blocks=blocks))

    def _all_signs(self) -> PageSigns:
        return PageSigns.union(self._signs(file) for file in self._scanned)

    def types(
        self, variant: Variant, page: Page, open_file: Path | None = None
    ) -> dict[str, BlockType]:
        """Return the block types for a page of this kind of site, by name.

        A type without a description is inferred from the blocks of all pages. The same mapping is
        returned as long as no file and no block of an open page has changed.

        Args:
            variant: The kind of site.
            page: The document of the page.
            open_file: The file of ``page``, if ``page`` can differ from the file or is outside the
                site. Its blocks then precede those of the other pages.
        """
        drawn, schema = self._drawn(variant), self.schema or _NO_SCHEMA
        fields, sections = schema.page_fields(page.data), section_types(schema, page)
        told = self._cache.derive(
            ("told", id(fields), *sections),
            (schema, fields),
            lambda: {**sections, **schema.types},
        )
        names = {block.type for block in page.blocks}
        strange = names - drawn.keys() - told.keys() - {"", BODY_TYPE, HTML_BODY_TYPE}
        inferred: Mapping[str, BlockType] = _NOTHING
        if strange:
            inferred = self._inferred_with(page, open_file) if open_file else self._inferred
        if not inferred and variant.family.types_folder is None and not told:
            inferred = self._inferred
        head = head_type(schema, page)
        of_page = (*sections, *(each.name for each in head.fields))
        return self._cache.derive(
            ("types", variant.family, variant.name, bool(strange), *of_page),
            (drawn, told, inferred),
            lambda: {
                **PAGE_TYPES,
                **merge_types(drawn, told, inferred),
                **({HEAD_TYPE: head} if head.fields else {}),
            },
        )

    def _drawn(self, variant: Variant) -> dict[str, BlockType]:
        """Return the types with templates, with the fields that this kind of site has."""
        loaded = self._loaded(variant.family)[0]
        return self._cache.derive(
            ("drawn", variant.family, variant.name),
            (loaded,),
            lambda: {name: type_for_variant(kind, variant.axes) for name, kind in loaded.items()},
        )

    def _loaded(self, family: Family) -> tuple[dict[str, BlockType], list[SchemaError]]:
        """Return the types of the family and the site's own types, and the errors in them."""
        folders = [each for each in (family.types_folder, self._own_folder) if each]

        def load() -> tuple[dict[str, BlockType], list[SchemaError]]:
            errors: list[SchemaError] = []
            return load_types(folders, errors), errors

        return self._cache.read(("types", family), lambda: self.template_files, load)

    @property
    def _inferred(self) -> Mapping[str, BlockType]:
        """The types that the blocks of the pages on disk imply; of a large site some pages."""
        files = _sample(self.page_files)
        return self._cache.read(
            ("inferred", self.list_rules),
            lambda: files,
            lambda: infer_types(block for file in files for block in self._blocks(file)),
        )

    def _inferred_with(self, page: Page, open_file: Path) -> Mapping[str, BlockType]:
        """Return the types that the blocks of an open page and of the other pages imply."""
        others = [self._blocks(file) for file in _sample(self.page_files) if file != open_file]
        return self._cache.derive(
            "inferred with the open page",
            (page, *others),
            lambda: infer_types([*_typed(page), *(each for one in others for each in one)]),
        )

    @property
    def _own_folder(self) -> Path | None:
        return self.site.templates_folder if self.site else None

    @property
    def template_files(self) -> list[Path]:
        """The files of the site's own block types."""
        site = self.site
        if site is None:
            return []
        saved = site.saved_folder
        return [
            file
            for file in files_below(site.templates_folder)
            if file != saved and not file.is_relative_to(saved)
        ]

    def type_errors(self, variant: Variant) -> list[SchemaError]:
        """Return the errors in the site's own block types."""
        return self._loaded(variant.family)[1]

    def offered(self, variant: Variant, types: Mapping[str, BlockType]) -> list[BlockType]:
        """Return the block types that the user can add.

        These are the types of the site's schema, its own types and the types of its pages; without
        a schema also all types of its variant.
        """
        told = self.schema.types if self.schema else _NOTHING
        known = told or variant.axes.get("types", types)
        return [
            kind
            for name, kind in types.items()
            if kind.can_be_added
            and (name in known or kind.folder is None or kind.folder.parent == self._own_folder)
        ]

    def renderer(
        self, variant: Variant, types: Mapping[str, BlockType], *, marks: bool
    ) -> Renderer:
        """Return the renderer for these types; the same object as long as ``types`` is."""
        of_page = [name for name, kind in types.items() if not kind.can_be_added]
        if HEAD_TYPE in types:
            of_page += [each.name for each in types[HEAD_TYPE].fields]
        return self._cache.derive(
            ("renderer", variant.family, variant.name, marks, *of_page),
            (types,),
            lambda: Renderer(types, marks=marks, variant=variant),
        )

    # -- classes -----------------------------------------------------------------------------------

    def class_counts(self) -> Mapping[str, int]:
        """Return how often each possible class occurs on the site's pages."""
        files = self._scanned
        counts = tuple(map(self._words, files))
        return self._cache.derive("class counts", counts, lambda: _sum(counts))

    def class_candidates(self, location: PageLocation, types: Mapping[str, BlockType]) -> set[str]:
        """Return the words of pages, documents and templates that may be classes.

        Args:
            location: The open page; its documents are included.
            types: The block types whose templates are included.
        """
        documents = [file for file in location.files if file is not None]
        templates = [kind.folder / "template.html" for kind in types.values() if kind.folder]
        return {
            *self.class_counts(),
            *(word for file in (*documents, *templates) for word in self._words(file)),
        }

    def _words(self, file: Path) -> Mapping[str, int]:
        return self._cache.read(("words", file), lambda: (file,), lambda: count_words((file,)))

    # -- saved blocks and Tailwind -----------------------------------------------------------------

    @property
    def saved(self) -> tuple[list[SavedBlock], list[SchemaError]]:
        """The saved blocks of the site, and the errors in their files."""
        folder = self.site.saved_folder if self.site else None
        if folder is None:
            return [], []

        def load() -> tuple[list[SavedBlock], list[SchemaError]]:
            errors: list[SchemaError] = []
            return load_saved(folder, errors), errors

        return self._cache.read("saved", lambda: files_below(folder), load)

    @property
    def tailwind_version(self) -> str:
        """The version of Tailwind that the site uses."""
        site = self.site
        if site is None:
            return DEFAULT_TAILWIND
        return self._cache.read(
            "tailwind version", lambda: site.tailwind_files, lambda: site.tailwind_version
        )

    @property
    def tailwind_source(self) -> TailwindSource | None:
        """The sources of the site's Tailwind; None if a preset replaces them.

        Raises:
            SourceError: The configuration or the style sheet exists but cannot be read.
        """
        site = self.site
        if site is None:
            return None
        return self._cache.read("tailwind", lambda: site.tailwind_files, site.tailwind_source)


def _sample(files: Sequence[Path]) -> tuple[Path, ...]:
    """Return some of the files, evenly spread, so that the cost does not grow with the site."""
    step = max(len(files) / _SAMPLED, 1)
    return tuple(files[int(place * step)] for place in range(min(len(files), _SAMPLED)))


def _front_matter(file: Path) -> Value:
    """Return the front matter of a page; empty if the page cannot be read."""
    with contextlib.suppress(SourceError):
        return read_page(file)[0].data
    return {}


def _typed(page: Page) -> list[TypedData]:
    """Return the blocks of a page except its body, with the names of their types."""
    return [
        TypedData(block.type, block.data, page.place_of(index) is None)
        for index, block in enumerate(page.blocks)
        if block.type not in (BODY_TYPE, HTML_BODY_TYPE)
    ]


def _sum(counts: Iterable[Mapping[str, int]]) -> Mapping[str, int]:
    total = Counter[str]()
    for each in counts:
        total.update(each)
    return total


def _some(file: Path | None) -> Sequence[Path]:
    return () if file is None else (file,)
