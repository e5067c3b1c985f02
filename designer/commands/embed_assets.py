"""Loads the files to embed in an exported page, with placeholders for missing ones."""

from __future__ import annotations

import mimetypes

from designer.commands.engine_start import command_application
from designer.engine.font_fallback import FontFallback
from designer.engine.placeholder import placeholder_svg
from designer.engine.url_scheme import PLACEHOLDER_SIZE
from designer.engine.web_file_cache import WebCache
from designer.families import Scope, Variant, theme_fonts
from designer.preview import embed_placeholder
from designer.project import PageLocation
from designer.settings import cache_folder
from designer.tailwind import Sheet, font_families_of

_SVG = "image/svg+xml"


class AssetEmbedder:
    """Loads the files of a page, as the preview does."""

    def __init__(self, location: PageLocation) -> None:
        self._app = command_application()  # font matching requires a Qt application
        self._location = location
        self._web = WebCache(cache_folder() / "web")
        self.embed_placeholder = embed_placeholder()

    def fonts_css(self, scope: Scope, variant: Variant, sheet: Sheet) -> str:
        """Return the rules for fonts of the page that are not commonly installed.

        Args:
            scope: The data of the page and of its site.
            variant: The kind of site.
            sheet: The site's Tailwind.
        """
        fonts = FontFallback(self._location.public_folder)
        fonts.families = [
            *theme_fonts(variant.theme_css(scope)),
            *font_families_of(sheet.units),
        ]
        kept = (self._web.cached(link) for link in (*variant.font_links(scope), *sheet.imports))
        fonts.service_css = "\n".join(file.data.decode("utf-8", "replace") for file in kept if file)
        return fonts.css()

    def load(self, address: str, width: int, height: int) -> tuple[str, bytes]:
        """The file of an address, or a placeholder of the size that its element asks for."""
        size = (width or PLACEHOLDER_SIZE[0], height or PLACEHOLDER_SIZE[1])
        if address.startswith(("http://", "https://", "//")):
            kept = self._web.cached(f"https:{address}" if address.startswith("//") else address)
            return (kept.kind, kept.data) if kept else (_SVG, placeholder_svg(*size))
        file = self._location.media(address) or self._location.served(address)
        if file is None:
            return _SVG, placeholder_svg(*PLACEHOLDER_SIZE, crossed=True)
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        return kind, file.read_bytes()
