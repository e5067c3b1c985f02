"""A page as one static HTML file, or as a picture of the whole page."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from pathlib import Path

from designer.app.place import Place
from designer.document import read_page
from designer.errors import DesignerError, EngineError, SaveError, SourceError
from designer.render import (
    Renderer,
    Scope,
    boxes_for_frames,
    embed_files,
    export_html,
    page_body,
)
from designer.site import TailwindSource
from designer.tailwind import Sheet, classes_in, load_preset

Failed = Callable[[DesignerError], None]
"""Is told why a site's own styles cannot be used, so that a preset stands for them."""

_log = logging.getLogger(__name__)


def note_failure(error: DesignerError) -> None:
    """Only the log is told that a preset stands for a site's own styles."""
    _log.warning("%s", error)


def static_html(place: Place, *, embed: bool = False, failed: Failed = note_failure) -> str:
    """The page as its site would build it, with its CSS inside.

    Args:
        place: The page and its site.
        embed: Put all files inside: local ones, and those from the web that are kept on disk. For
            the others stand placeholders, and for missing fonts similar ones, as in the preview.
        failed: Told why the site's own styles cannot be used.

    Raises:
        DesignerError: The page or its site document cannot be read.
    """
    page, _stamp = read_page(place.page, place.list_key)
    scope = place.scope(page)
    family = place.family(page)
    renderer = Renderer(place.types(family, page)[0], marks=False, family=family)
    sheet = sheet_for(place, renderer, scope, failed=failed)
    if not embed:
        return export_html(scope, renderer, sheet)
    from designer.app.embed import Embedding  # noqa: PLC0415 - Qt, for kept files and fonts only

    files = Embedding(place.site)
    html = export_html(scope, renderer, sheet, files.fonts_css(scope, family, sheet))
    return embed_files(boxes_for_frames(html, files.frame_words), files.load)


def write_html(
    place: Place, file: Path, *, embed: bool = False, failed: Failed = note_failure
) -> None:
    """Write the page as one static HTML file.

    Raises:
        DesignerError: It cannot be rendered, or the file cannot be written.
    """
    refuse_own_file(place, file)
    text = static_html(place, embed=embed, failed=failed)
    try:
        file.write_text(text, encoding="utf-8", newline="")
    except OSError as error:
        raise SaveError(
            f"{file} cannot be written ({error.strerror}); choose another place."
        ) from error


def refuse_own_file(place: Place, file: Path) -> None:
    """Keep what is made of a page from taking the place of the page, or of its site document.

    Raises:
        SaveError: ``file`` is one of them.
    """
    if file.resolve() in {own.resolve() for own in place.files if own}:
        raise SaveError(f"{file} is the page itself; nothing was written: choose another place.")


def sheet_for(
    place: Place,
    renderer: Renderer,
    scope: Scope,
    more: Iterable[str] = (),
    failed: Failed = note_failure,
) -> Sheet:
    """The Tailwind of a place: built from the site's own sources if it has any, else the preset.

    Args:
        place: The page and its site.
        renderer: How the page is drawn, which decides what classes it has.
        scope: The page's data with those of the site.
        more: Classes that are wanted besides those of the page.
        failed: Told why the site's own sources cannot be used; a preset stands for them then.

    Raises:
        EngineError: There is no preset either.
    """
    preset = renderer.family.axes["preset"]
    try:
        source = place.site.tailwind_source() if place.site else None
    except SourceError as error:
        failed(error)
        return load_preset(preset)
    if source is None:
        return load_preset(preset)
    from designer.app.build import build_sheet  # noqa: PLC0415 - only a site's own Tailwind needs Qt

    classes = classes_in(page_body(scope, renderer)).union(more)
    try:
        return build_sheet(source, classes)
    except EngineError as error:
        failed(error)
    if source.generation == 2:
        return load_preset(preset)
    # The preset of a later Tailwind has its commonest classes only; the engine has all.
    try:
        return build_sheet(TailwindSource(source.generation, {}), classes)
    except EngineError:
        return load_preset(f"v{source.generation}")
