"""A site's folder: pages, theme document, media, Tailwind, block types that it brings."""

from designer.site.family import PLAIN, Family, Signs, block_types, default_family, family_of
from designer.site.fonts import FontFile, font_files
from designer.site.global_document import default_theme
from designer.site.media import (
    PICTURES,
    add_picture,
    address_of,
    media_file,
    pictures_folder,
    public_folder,
    save_picture,
)
from designer.site.site import DEFAULT_TAILWIND, PageEntry, Site, humanised
from designer.site.tailwind_source import MissingSheet, TailwindSource, find_config
from designer.site.words import class_words, count_words

__all__ = [
    "DEFAULT_TAILWIND",
    "PICTURES",
    "PLAIN",
    "Family",
    "FontFile",
    "MissingSheet",
    "PageEntry",
    "Signs",
    "Site",
    "TailwindSource",
    "add_picture",
    "address_of",
    "block_types",
    "class_words",
    "count_words",
    "default_family",
    "default_theme",
    "family_of",
    "find_config",
    "font_files",
    "humanised",
    "media_file",
    "pictures_folder",
    "public_folder",
    "save_picture",
]
