"""The page as visitors see it, in the window."""

from designer.preview.along import Along
from designer.preview.block_pictures import BlockPictures
from designer.preview.bridge import WORLD
from designer.preview.canvas import Canvas
from designer.preview.given import picture_in
from designer.preview.marks import frame_words, item_around
from designer.preview.pairing import Pairing
from designer.preview.preview import FLAG, Preview

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
