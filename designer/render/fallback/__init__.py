"""The generic picture of blocks whose type has no template.

``content`` finds what a block shows by the roles of its values (``schema/content_roles.py``),
``lists`` chooses the layout of its lists, and ``templates/_fallback`` draws the pieces. ``styles``
gives them the colours of the site's page.
"""

from designer.render.fallback.block import FallbackBlock, fallback_block
from designer.render.fallback.styles import fallback_css

__all__ = ["FallbackBlock", "fallback_block", "fallback_css"]
