"""A site's folder: pages, theme document, media, Tailwind, and the site's own block types."""

from designer.site.class_candidates import class_words, count_words
from designer.site.file_state import FileState, file_state, file_states, files_below
from designer.site.font_files import FontFile, font_files
from designer.site.global_document import default_theme, read_global
from designer.site.media import (
    PICTURES,
    add_picture,
    address_of,
    media_file,
    pictures_folder,
    public_folder,
    save_picture,
)
from designer.site.page_files import PageSigns, page_signs
from designer.site.site import DEFAULT_TAILWIND, PageEntry, Site, humanised
from designer.site.tailwind_source import MissingSheet, TailwindSource, find_config

__all__ = [
    "DEFAULT_TAILWIND",
    "PICTURES",
    "FileState",
    "FontFile",
    "MissingSheet",
    "PageEntry",
    "PageSigns",
    "Site",
    "TailwindSource",
    "add_picture",
    "address_of",
    "class_words",
    "count_words",
    "default_theme",
    "file_state",
    "file_states",
    "files_below",
    "find_config",
    "font_files",
    "humanised",
    "media_file",
    "page_signs",
    "pictures_folder",
    "public_folder",
    "read_global",
    "save_picture",
]
