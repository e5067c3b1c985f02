"""Blocks, pages and themes as the HTML and CSS that the site's own code makes."""

from designer.render.classes import is_marker
from designer.render.css import INSTALLED
from designer.render.embed import boxes_for_frames, embed_files
from designer.render.export import export_html, language, page_body
from designer.render.html_texts import text_at, with_text
from designer.render.markdown import markdown
from designer.render.marks import MARKS_CSS
from designer.render.renderer import HEADING, Failure, Renderer, Scope
from designer.render.theme import font_families, font_links, site_css, theme_css
from designer.render.theme_g2 import kinds_of_buttons, kinds_of_text

__all__ = [
    "HEADING",
    "INSTALLED",
    "MARKS_CSS",
    "Failure",
    "Renderer",
    "Scope",
    "boxes_for_frames",
    "embed_files",
    "export_html",
    "font_families",
    "font_links",
    "is_marker",
    "kinds_of_buttons",
    "kinds_of_text",
    "language",
    "markdown",
    "page_body",
    "site_css",
    "text_at",
    "theme_css",
    "with_text",
]
