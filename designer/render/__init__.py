"""Renders blocks and pages as the HTML that the site's own code produces.

Templates are Jinja2 in a sandbox, strict about undefined names and limited in rounds and sizes.
White space between tags vanishes, as in JSX. A template that fails becomes a card in the block's
place; a block without a template is shown by ``fallback``.
"""

from designer.render.embed_files import embed_files, replace_iframes
from designer.render.fallback.styles import fallback_css
from designer.render.html_export import export_html, language, page_body
from designer.render.html_texts import text_at, with_text
from designer.render.renderer import HEADING, Failure, Renderer

__all__ = [
    "HEADING",
    "Failure",
    "Renderer",
    "embed_files",
    "export_html",
    "fallback_css",
    "language",
    "page_body",
    "replace_iframes",
    "text_at",
    "with_text",
]
