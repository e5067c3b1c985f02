"""What the fields know of the site around a page, looked up when a field asks for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from designer.app.place import Place
from designer.editor import Editor, Role
from designer.engine.web import WebFiles
from designer.inspector import Surroundings
from designer.render import Renderer
from designer.site import PageEntry, count_words


def around(
    place: Place,
    entries: Sequence[PageEntry],
    editor: Editor,
    renderer: Renderer,
    web: WebFiles,
) -> Surroundings:
    """The surroundings of the page that the editor has open.

    Args:
        place: Where the page lies.
        entries: The site's pages.
        editor: The open documents.
        renderer: Knows which anchors the page gets.
        web: Knows which files from the web are kept.
    """
    site = editor.page(Role.SITE)
    host = str(site.data.get("siteUrl") or "") if site else ""
    host = host.removeprefix("https://").removeprefix("http://").rstrip("/")

    def anchors() -> list[str]:
        page = editor.page()
        blocks = page.blocks if page else ()
        return [found.id for found in renderer.anchors(block.data for block in blocks)]

    def kept(address: str) -> bytes | None:
        file = web.kept(address)
        return file.data if file else None

    @cache
    def words() -> Mapping[str, int]:
        return count_words(entry.path for entry in entries)

    return Surroundings(
        pages=tuple((entry.route, entry.title) for entry in entries),
        anchors=anchors,
        file=place.site.media if place.site else lambda _address: None,
        kept=kept,
        words=words,
        address=(host or (place.site.name if place.site else "")) + place.route,
        has_site=place.site is not None,
    )
