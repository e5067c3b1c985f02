"""The live preview: the page as visitors see it, editable in the window.

One web page is loaded once. ``PageMessages`` keeps the list of CSS rules that the page has,
renders what changed and builds a message with the difference. Every message has a revision; the
page reports it when it is painted. Blocks far from the viewport get ``content-visibility: auto``
with their last height, and lose it before they come near, because it implies paint containment.

``page/dom_addresses.py`` maps ``data-fp-*`` marks to addresses. These attributes are the only
difference from the site's DOM; exported pages have none. Outlines and toolbar lie in a shadow
root outside the body. Texts of a page's own HTML are addressed by the number of their tag,
``markup.#3``.

``canvas`` shows one pane or two, each with its width and zoom. The second pane is a ``Preview``
of the same editor (``Preview.twin``). ``thumbnails`` renders single blocks offscreen for the
gallery; an image is cached by a hash of the message that shows it.
"""

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
