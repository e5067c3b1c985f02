"""A site's folder: pages, theme document, media, Tailwind, block types that it brings."""

from designer.site.media import public_folder
from designer.site.site import DEFAULT_TAILWIND, PageEntry, Site, humanised
from designer.site.theme import default_theme

__all__ = ["DEFAULT_TAILWIND", "PageEntry", "Site", "default_theme", "humanised", "public_folder"]
