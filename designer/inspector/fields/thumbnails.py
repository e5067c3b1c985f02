"""Thumbnails of images, in a cache."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImageReader, QPixmap

from designer.inspector.entries.site_context import SiteContext

_CACHE_SIZE = 200
_Key = tuple[str, int, int]


@dataclass(frozen=True)
class Thumbnail:
    """A thumbnail, and the size in pixels of the full image."""

    pixmap: QPixmap
    size: QSize


_cache: OrderedDict[_Key, Thumbnail] = OrderedDict()


def cached_thumbnail(address: str, context: SiteContext, side: int) -> Thumbnail | None:
    """Return the thumbnail of an address from the cache, else None."""
    key = _key(address, context, side)
    return None if key is None else _cache.get(key)


def read_thumbnail(address: str, context: SiteContext, side: int) -> Thumbnail | None:
    """Read a thumbnail; None if there is no readable image.

    Args:
        address: A file of the site, or a cached file from the web.
        context: The site.
        side: The side length in pixels of the square in which the thumbnail fits.
    """
    key = _key(address, context, side)
    if key is None:
        return None
    buffer = QBuffer()
    file = context.file(address)
    data = _bytes(file) if file is not None else context.cached(address)
    buffer.setData(QByteArray(data or b""))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid():
        reader.setScaledSize(size.scaled(side, side, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        return None
    made = Thumbnail(QPixmap.fromImage(image), size if size.isValid() else image.size())
    _cache[key] = made
    if len(_cache) > _CACHE_SIZE:
        _cache.popitem(last=False)
    return made


def _key(address: str, context: SiteContext, side: int) -> _Key | None:
    """Return the cache key of a thumbnail; None if there is no file."""
    if not address:
        return None
    file = context.file(address)
    if file is None:
        return (address, 0, side) if "//" in address else None
    try:
        return str(file), file.stat().st_mtime_ns, side
    except OSError:
        return None


def _bytes(file: Path) -> bytes | None:
    try:
        return file.read_bytes()
    except OSError:  # deleted since the lookup
        return None
