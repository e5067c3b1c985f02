"""The gallery's pictures: made with what the open site is drawn with."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QObject

from designer.app.place import Place
from designer.app.site_styles import SiteStyles
from designer.editor import Editor, Role
from designer.engine.placeholder import picture
from designer.preview import BlockPictures
from designer.render import Renderer, Scope
from designer.schema import Offer, with_pictures
from designer.settings import cache_folder
from designer.site import default_theme
from designer.tailwind import Sheet
from designer.window import Gallery

_PICTURE: Final = f"data:image/svg+xml;base64,{b64encode(picture(720, 480)).decode()}"
"""Stands for a picture of the site where a sample shows one."""


class GalleryPictures(QObject):
    """Answers the gallery's wish for pictures."""

    def __init__(
        self, gallery: Gallery, editor: Editor, styles: SiteStyles, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._editor = editor
        self._route = "/"
        self.pictures = BlockPictures(cache_folder() / "web", self)
        self.pictures.drawn.connect(gallery.show_picture)
        self.pictures.classes_wanted.connect(styles.want)
        styles.better.connect(self.pictures.set_sheet)
        gallery.picture = self.pictures.known
        gallery.pictures_wanted.connect(self._ask)
        gallery.closed.connect(self.pictures.rest)

    def open(self, place: Place, renderer: Renderer, sheet: Sheet) -> None:
        """Go over to another page or site."""
        self._route = place.route
        media = place.site.media if place.site else lambda _address: None
        self.pictures.use(renderer, sheet, public=place.public_folder, media=media)

    def _ask(self, offers: Sequence[Offer]) -> None:
        page, site, theme = (self._editor.page(role) for role in (Role.PAGE, Role.SITE, Role.THEME))
        if page is None:
            return
        scope = Scope(
            {**page.data, page.list_key: []},
            site.data if site else default_theme(),
            theme.data if theme else {},
            self._route,
            page.list_key,
        )
        drawn = [o for o in offers if o.kind is None or o.kind.folder is not None]
        self.pictures.ask([(o.key, with_pictures(o, _PICTURE)) for o in drawn], scope)
