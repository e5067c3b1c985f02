"""Renders blocks and pages as the HTML that the site's own code produces."""

from designer.render.embed_files import boxes_for_frames, embed_files
from designer.render.html_export import export_html, language, page_body
from designer.render.html_texts import text_at, with_text
from designer.render.mark_attributes import MARKS_CSS
from designer.render.renderer import HEADING, Failure, Renderer

__all__ = [
    "HEADING",
    "MARKS_CSS",
    "Failure",
    "Renderer",
    "boxes_for_frames",
    "embed_files",
    "export_html",
    "language",
    "page_body",
    "text_at",
    "with_text",
]
