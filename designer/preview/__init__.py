"""The page as visitors see it, in the window."""

from designer.preview.canvas.canvas import Canvas
from designer.preview.canvas.pane_binding import Pairing
from designer.preview.canvas.scroll_sync import Along
from designer.preview.input.mime_image import picture_in
from designer.preview.page.bridge import WORLD
from designer.preview.page.dom_addresses import frame_words, item_around
from designer.preview.preview import FLAG, Preview
from designer.preview.thumbnails.block_images import BlockPictures

__all__ = [
    "FLAG",
    "WORLD",
    "Along",
    "BlockPictures",
    "Canvas",
    "Pairing",
    "Preview",
    "frame_words",
    "item_around",
    "picture_in",
]
