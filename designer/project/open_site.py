"""The open page and its site as one immutable value."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from designer.document import Page
from designer.families import Variant
from designer.project.location import PageLocation
from designer.project.shared_site import SharedSite
from designer.render import Renderer
from designer.schema import BlockType, ListPath, SavedBlock, SiteParts
from designer.site import PageEntry, title_from_name


@dataclass(frozen=True, eq=False)
class OpenSite:
    """The open page and its site. Other parts receive this value and copy nothing from it.

    Attributes:
        location: The page and its site.
        files: The files of page, global document and theme document when the page was opened.
        variant: The kind of site, with its family.
        types: The block types that can be rendered and described, by name.
        offered: The block types that the user can add.
        list_types: The names of the types that the schema allows in each list that it names.
        saved: The saved blocks of the site.
        pages: The entries of the site's pages; only the page itself for a page without a site.
        renderer: Renders the blocks for the preview.
        desktop_width: The width of the site's desktop layout in pixels.
        tailwind_version: The version of Tailwind that the site uses.
        route: The address of the page within the site: ``/`` for the home page.
        site_name: The name of the site; empty for a page without a site.
        public_folder: The folder whose files the site publishes.
        class_candidates: Returns the words of the site's pages, documents and templates that may be
            classes. Files that have not changed are not read again.
        class_counts: Returns how often each possible class occurs on the site's pages.
        problems: A sentence for each broken configuration, block type and saved block.
    """

    location: PageLocation
    files: tuple[Path, Path | None, Path | None]
    variant: Variant
    types: Mapping[str, BlockType]
    offered: Sequence[BlockType]
    list_types: Mapping[ListPath, frozenset[str]]
    saved: Sequence[SavedBlock]
    pages: Sequence[PageEntry]
    renderer: Renderer
    desktop_width: int
    tailwind_version: str
    route: str
    site_name: str
    public_folder: Path | None
    class_candidates: Callable[[], set[str]]
    class_counts: Callable[[], Mapping[str, int]]
    problems: Sequence[str]

    @classmethod
    def of(cls, location: PageLocation, shared: SharedSite, page: Page) -> OpenSite:
        """Create the value for a page of a site.

        Args:
            location: The page and its site.
            shared: The shared data of the site.
            page: The document of the page.
        """
        variant = shared.variant(page)
        types = shared.types(variant, page, location.page)
        saved, unread = shared.saved
        return cls(
            location=location,
            files=location.files,
            variant=variant,
            types=types,
            offered=shared.offered(variant, types),
            list_types=shared.schema.list_types if shared.schema else {},
            saved=saved,
            pages=shared.pages or (_entry(location.page),),
            renderer=shared.renderer(variant, types, marks=True),
            desktop_width=shared.desktop_width,
            tailwind_version=shared.tailwind_version,
            route=shared.route(location.page),
            site_name=shared.site_name,
            public_folder=location.public_folder,
            class_candidates=lambda: shared.class_candidates(location, types),
            class_counts=shared.class_counts,
            problems=[
                str(error)
                for error in (*location.broken_configuration, *shared.type_errors(variant), *unread)
            ],
        )

    def offered_in(self, path: ListPath) -> Sequence[BlockType]:
        """Return the types that the user can add to a list: none that belongs to other lists."""
        allowed = self.list_types.get(path)
        if allowed is None:
            return self.offered
        elsewhere = frozenset[str]().union(*self.list_types.values()) - allowed
        return [kind for kind in self.offered if kind.name not in elsewhere]

    def is_same_kind(self, other: OpenSite) -> bool:
        """Whether documents, variant, width and Tailwind are equal, so the page can stay open."""
        mine, theirs = (
            (each.files, each.variant, each.desktop_width, each.tailwind_version)
            for each in (self, other)
        )
        return mine == theirs

    @property
    def parts(self) -> SiteParts:
        """The descriptions of the site content besides the blocks of pages."""
        return self.variant.site_parts

    @property
    def root(self) -> Path | None:
        """The folder of the site; None for a page without a site."""
        return self.location.root

    @property
    def media(self) -> Callable[[str], Path | None]:
        """A function that returns the file for an address in the page."""
        return self.location.media

    @property
    def served(self) -> Callable[[str], Path | None]:
        """A function that returns the file for an address that the preview has made absolute."""
        return self.location.served

    @property
    def saved_folder(self) -> Path | None:
        """The folder of the saved blocks; None for a page without a site."""
        return self.location.site.saved_folder if self.location.site else None

    @property
    def title(self) -> str:
        """The title of the page."""
        page = self.location.page
        return next((each.title for each in self.pages if each.path == page), page.stem)


def _entry(page: Path) -> PageEntry:
    return PageEntry(page, page.name, title_from_name(page.stem))
