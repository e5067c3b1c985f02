"""Blocks, pages and themes as the HTML and CSS that the site's own code makes."""

from designer.render.embed import embed_files
from designer.render.export import export_html, page_body
from designer.render.markdown import markdown
from designer.render.marks import MARKS_CSS
from designer.render.renderer import Renderer, Scope
from designer.render.theme import fonts_link, site_css, theme_css

__all__ = [
    "MARKS_CSS",
    "Renderer",
    "Scope",
    "embed_files",
    "export_html",
    "fonts_link",
    "markdown",
    "page_body",
    "site_css",
    "theme_css",
]
