"""The gallery's pictures: made with what the open site is drawn with."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QObject

from designer.editor import Editor, Role
from designer.engine.placeholder import picture
from designer.engine.site_styles import SiteStyles
from designer.families import Scope
from designer.preview import BlockImages
from designer.project import OpenSite
from designer.schema import CatalogueItem, with_pictures
from designer.settings import cache_folder
from designer.site import default_theme
from designer.tailwind import Sheet
from designer.window.gallery.gallery_view import Gallery

_PICTURE: Final = f"data:image/svg+xml;base64,{b64encode(picture(720, 480)).decode()}"
"""Stands for a picture of the site where a sample shows one."""


class GalleryImages(QObject):
    """Answers the gallery's wish for pictures."""

    def __init__(
        self, gallery: Gallery, editor: Editor, styles: SiteStyles, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._editor = editor
        self._open: OpenSite | None = None
        self.pictures = BlockImages(cache_folder() / "web", self)
        self.pictures.drawn.connect(gallery.show_picture)
        self.pictures.classes_wanted.connect(styles.want)
        styles.better.connect(self.pictures.set_sheet)
        gallery.picture = self.pictures.cached
        gallery.pictures_wanted.connect(self._ask)
        gallery.closed.connect(self.pictures.cancel)

    def show_site(self, open_site: OpenSite, sheet: Sheet) -> None:
        """Make images of blocks as another page or site shows them."""
        self._open = open_site
        self.pictures.use_site(
            open_site.renderer, sheet, public=open_site.public_folder, media=open_site.media
        )

    def show_types(self, open_site: OpenSite) -> None:
        """Make images with other block types; it is the same page of the same site."""
        self._open = open_site
        self.pictures.set_renderer(open_site.renderer)

    def _ask(self, offers: Sequence[CatalogueItem]) -> None:
        page, site, theme = (self._editor.page(role) for role in (Role.PAGE, Role.SITE, Role.THEME))
        if page is None or self._open is None:
            return
        scope = Scope(
            {**page.data, page.list_key: []},
            site.data if site else default_theme(),
            theme.data if theme else {},
            self._open.route,
            page.list_key,
        )
        drawn = [o for o in offers if o.kind is None or o.kind.folder is not None]
        self.pictures.request([(o.key, with_pictures(o, _PICTURE)) for o in drawn], scope)
