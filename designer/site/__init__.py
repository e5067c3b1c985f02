"""A site's folder: pages, theme document, media, Tailwind, and the site's own block types.

``site_kinds`` reads the kinds of sites from data, ``site_setup`` recognises those of a folder,
``page_sources`` and ``told_folders`` find its folders of pages, ``routes`` and ``page_names`` the
addresses and names of pages, ``media`` the files that they refer to.

Nothing of a site is executed. ``tailwind_source`` collects the configuration, the style sheet and
the modules that they import as texts; the engine evaluates them in a sandbox.
"""

from designer.site.class_candidates import count_words
from designer.site.file_state import FileState, file_state, file_states, files_below, listed_path
from designer.site.font_files import FontFile, font_files
from designer.site.global_document import default_theme, read_global
from designer.site.media import (
    IMAGE_SUFFIXES,
    add_image,
    address_of,
    images_folder,
    media_file,
    public_folder,
    save_image,
)
from designer.site.page_files import PAGE_SUFFIXES, PageSigns, page_signs
from designer.site.page_names import PageEntry, title_from_name
from designer.site.page_search import PageSearch, search_texts
from designer.site.site import DEFAULT_TAILWIND, Site
from designer.site.site_layout import SiteLayout
from designer.site.site_root import sites_below
from designer.site.tailwind_files import MissingSheet
from designer.site.tailwind_source import TailwindSource, find_config

__all__ = [
    "DEFAULT_TAILWIND",
    "IMAGE_SUFFIXES",
    "PAGE_SUFFIXES",
    "FileState",
    "FontFile",
    "MissingSheet",
    "PageEntry",
    "PageSearch",
    "PageSigns",
    "Site",
    "SiteLayout",
    "TailwindSource",
    "add_image",
    "address_of",
    "count_words",
    "default_theme",
    "file_state",
    "file_states",
    "files_below",
    "find_config",
    "font_files",
    "images_folder",
    "listed_path",
    "media_file",
    "page_signs",
    "public_folder",
    "read_global",
    "save_image",
    "search_texts",
    "sites_below",
    "title_from_name",
]
