"""A site's folder: pages, theme document, media, Tailwind, block types that it brings."""

from designer.site.family import PLAIN, Family, Signs, default_family, family_of
from designer.site.global_document import default_theme
from designer.site.media import public_folder
from designer.site.site import DEFAULT_TAILWIND, PageEntry, Site, humanised
from designer.site.tailwind_source import TailwindSource
from designer.site.words import class_words

__all__ = [
    "DEFAULT_TAILWIND",
    "PLAIN",
    "Family",
    "PageEntry",
    "Signs",
    "Site",
    "TailwindSource",
    "class_words",
    "default_family",
    "default_theme",
    "family_of",
    "humanised",
    "public_folder",
]
