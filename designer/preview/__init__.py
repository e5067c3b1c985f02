"""The live preview: the page as visitors see it, editable in the window."""

from designer.preview.canvas.canvas import Canvas
from designer.preview.canvas.pane_binding import PaneBinding
from designer.preview.canvas.scroll_sync import ScrollSync
from designer.preview.input.mime_image import image_from_mime
from designer.preview.page.bridge import WORLD
from designer.preview.page.dom_addresses import embed_placeholder, enclosing_item
from designer.preview.preview import FLAG, Preview
from designer.preview.thumbnails.block_images import BlockImages

__all__ = [
    "FLAG",
    "WORLD",
    "BlockImages",
    "Canvas",
    "PaneBinding",
    "Preview",
    "ScrollSync",
    "embed_placeholder",
    "enclosing_item",
    "image_from_mime",
]
