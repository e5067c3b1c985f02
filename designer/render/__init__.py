"""Renders blocks and pages as the HTML that the site's own code produces."""

from designer.render.embed_files import embed_files, replace_iframes
from designer.render.html_export import export_html, language, page_body
from designer.render.html_texts import text_at, with_text
from designer.render.mark_attributes import MARKS_CSS
from designer.render.renderer import HEADING, Failure, Renderer

__all__ = [
    "HEADING",
    "MARKS_CSS",
    "Failure",
    "Renderer",
    "embed_files",
    "export_html",
    "language",
    "page_body",
    "replace_iframes",
    "text_at",
    "with_text",
]
