"""Renders the gallery's images with the renderer and styles of the open site."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QObject

from designer.document import without_blocks
from designer.editor import Editor, Role
from designer.engine.placeholder import placeholder_svg
from designer.engine.site_styles import SiteStyles
from designer.families import Scope
from designer.preview import BlockImages
from designer.project import OpenSite
from designer.schema import CatalogueItem, with_images
from designer.settings import cache_folder
from designer.site import default_theme
from designer.tailwind import Sheet
from designer.window.gallery.gallery_view import Gallery

_PICTURE: Final = f"data:image/svg+xml;base64,{b64encode(placeholder_svg(720, 480)).decode()}"
"""The placeholder for images of the site in a sample."""


class GalleryImages(QObject):
    """Renders images that the gallery requests."""

    def __init__(
        self, gallery: Gallery, editor: Editor, styles: SiteStyles, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._editor = editor
        self._open: OpenSite | None = None
        self.pictures = BlockImages(cache_folder() / "web", self)
        self.pictures.drawn.connect(gallery.show_image)
        self.pictures.classes_wanted.connect(styles.request)
        styles.improved.connect(self.pictures.set_sheet)
        gallery.known_image = self.pictures.cached
        gallery.images_requested.connect(self._ask)
        gallery.closed.connect(self.pictures.cancel)

    def show_site(self, open_site: OpenSite, sheet: Sheet) -> None:
        """Use the renderer and styles of another page or site."""
        self._open = open_site
        self.pictures.show_site(open_site, sheet)

    def show_types(self, open_site: OpenSite) -> None:
        """Use changed block types of the same page and site."""
        self._open = open_site
        self.pictures.show_types(open_site)

    def _ask(self, items: Sequence[CatalogueItem]) -> None:
        page, site, theme = (self._editor.page(role) for role in (Role.PAGE, Role.SITE, Role.THEME))
        if page is None or self._open is None:
            return
        scope = Scope(
            without_blocks(page),
            site.data if site else default_theme(),
            theme.data if theme else {},
            self._open.route,
        )
        drawn = [o for o in items if o.kind is None or o.kind.folder is not None]
        self.pictures.request([(o.key, with_images(o, _PICTURE)) for o in drawn], scope)
