"""A picture that comes from elsewhere: dropped on the page, or from the clipboard."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage

from designer.site import IMAGE_SUFFIXES


def picture_in(mime: QMimeData | None) -> Path | QImage | None:
    """The file of a picture, or the picture itself where there is no file; else None."""
    if mime is None:
        return None
    files = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    found = next((file for file in files if file.suffix.lower() in IMAGE_SUFFIXES), None)
    if found is not None:
        return found
    image = mime.imageData() if mime.hasImage() else None
    return image if isinstance(image, QImage) and not image.isNull() else None
