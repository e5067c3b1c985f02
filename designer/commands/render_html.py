"""Renders a page as one static HTML file."""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection
from pathlib import Path

from designer.commands.report import Report
from designer.document import read_page
from designer.errors import DesignerError, EngineError, SaveError, SourceError
from designer.families import Variant
from designer.project import PageLocation, SharedSite
from designer.render import (
    embed_files,
    export_html,
    page_body,
    replace_iframes,
)
from designer.site import TailwindSource
from designer.tailwind import Sheet, classes_in, load_preset

OnFailure = Callable[[DesignerError], None]
"""Callback with the reason why a site's own styles are not used, or not completely."""

_log = logging.getLogger(__name__)


def log_failure(error: DesignerError) -> None:
    """Log why a site's own styles are not used, or not completely."""
    _log.warning("%s", error)


def static_html(
    location: PageLocation, *, embed: bool = False, on_failure: OnFailure = log_failure
) -> str:
    """Return the page as its site would build it, with its CSS embedded.

    Args:
        location: The page and its site.
        embed: Whether to embed all files: local ones, and web files from the cache on disk. Other
            files become placeholders, and missing fonts similar ones, as in the preview.
        on_failure: Called with the reason why the site's own styles cannot be used.

    Raises:
        DesignerError: The page or its global document cannot be read.
    """
    shared = SharedSite(location.site)
    page, _stamp = read_page(location.page, shared.find_layout)
    scope = shared.scope(location, page)
    variant = shared.variant(page)
    renderer = shared.renderer(variant, shared.types(variant, page, location.page), marks=False)
    sheet = sheet_for(shared, variant, classes_in(page_body(scope, renderer)), on_failure)
    if not embed:
        return export_html(scope, renderer, sheet)
    from designer.commands.embed_assets import AssetEmbedder  # noqa: PLC0415 - Qt, for fonts only

    files = AssetEmbedder(location)
    html = export_html(scope, renderer, sheet, files.fonts_css(scope, variant, sheet))
    return embed_files(replace_iframes(html, files.embed_placeholder), files.load)


def write_html(
    location: PageLocation, file: Path, report: Report | None = None, *, embed: bool = False
) -> None:
    """Write the page as one static HTML file; see ``static_html``.

    The page and its global document are never overwritten.

    Raises:
        DesignerError: The page cannot be rendered, or the file cannot be written.
    """
    report = report or Report()
    check_output_file(location, file)
    report.step("Writing the page", 0, 0)
    text = static_html(location, embed=embed, on_failure=preset_warning(report))
    report.write(file, text.encode("utf-8"))


def preset_warning(report: Report) -> OnFailure:
    """Return a callback that warns of styles that are not the site's own."""

    def warn(error: DesignerError) -> None:
        report.warn(f"{str(error).rstrip('.')}; the styles of the preset stand for its own.")

    return warn


def check_output_file(location: PageLocation, file: Path) -> None:
    """Refuse an output file that cannot be written, before the work begins.

    Raises:
        SaveError: ``file`` is the page or a document of its site, or its folder does not exist.
    """
    if file.resolve() in {own.resolve() for own in location.files if own}:
        raise SaveError(f"{file} is the page itself; nothing was written: choose another place.")
    if not file.absolute().parent.is_dir():
        raise SaveError(
            f"{file} cannot be written, because its folder does not exist; choose another place."
        )


def sheet_for(
    shared: SharedSite,
    variant: Variant,
    classes: Collection[str],
    on_failure: OnFailure = log_failure,
) -> Sheet:
    """Return the Tailwind of a site, built from its own sources or else from a preset.

    Args:
        shared: The shared data of the site, with the sources of its Tailwind.
        variant: The kind of site, which names the preset.
        classes: The required classes.
        on_failure: Called with the reason why the site's own sources cannot be used, when a preset
            replaces them, and with each package or plug-in whose utilities are missing.

    Raises:
        EngineError: The preset is missing as well.
        EngineUnavailable: The engine must build the sheet, and cannot start.
    """
    preset = variant.axes["preset"]
    try:
        source = shared.tailwind_source
    except SourceError as error:
        on_failure(error)
        return load_preset(preset)
    if source is None:
        return load_preset(preset)
    from designer.commands.tailwind_build import build_sheet  # noqa: PLC0415 - knows Qt

    try:
        sheet = build_sheet(source, classes)
    except EngineError as error:
        on_failure(error)
    else:
        for gap in sheet.gaps:
            on_failure(EngineError(str(gap), gap.file, gap.line, gap.plain))
        return sheet
    if source.major == 2:
        return load_preset(preset)
    # A preset of Tailwind 3 or later has only common classes; the engine can build all of them.
    try:
        return build_sheet(TailwindSource(source.major, {}), classes)
    except EngineError:
        return load_preset(f"v{source.major}")
