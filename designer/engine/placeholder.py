"""Placeholder images for images of a page that cannot be shown."""

from __future__ import annotations

_SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}">'
    '<rect width="100%" height="100%" fill="#e6eaef"/>'
    '<g transform="translate({x} {y}) scale({scale}) translate(-12 -12)" fill="none"'
    ' stroke="#94a0b1" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round">'
    '<rect x="3" y="5" width="18" height="14" rx="2"/><circle cx="8.5" cy="10" r="1.5"/>'
    '<path d="M4 17l5-4 3 2 4-4 5 5"/>{cross}</g></svg>'
)
_CROSS = '<path d="M3 3l18 18" stroke="#b4534f"/>'


def placeholder_svg(width: int, height: int, *, crossed: bool = False) -> bytes:
    """Return an SVG of a size in pixels with an image symbol in its center.

    Args:
        width: Width in pixels.
        height: Height in pixels.
        crossed: Whether the image is missing, not only pending.
    """
    scale = max(0.4, min(4.0, min(width, height) / 60))
    return _SVG.format(
        width=width,
        height=height,
        x=width / 2,
        y=height / 2,
        scale=round(scale, 3),
        cross=_CROSS if crossed else "",
    ).encode()
