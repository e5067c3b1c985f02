"""A site's folder: pages, theme document, media, Tailwind, block types that it brings."""

from designer.site.media import public_folder
from designer.site.site import PageEntry, Site
from designer.site.theme import default_theme

__all__ = ["PageEntry", "Site", "default_theme", "public_folder"]
