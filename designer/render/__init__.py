"""Blocks, pages and themes as the HTML and CSS that the site's own code makes."""

from designer.render.embed import embed_files
from designer.render.export import export_html
from designer.render.markdown import markdown
from designer.render.marks import MARKS_CSS
from designer.render.renderer import HEADING, Renderer, Scope
from designer.render.theme import font_links, site_css, theme_css

__all__ = [
    "HEADING",
    "MARKS_CSS",
    "Renderer",
    "Scope",
    "embed_files",
    "export_html",
    "font_links",
    "markdown",
    "site_css",
    "theme_css",
]
