"""Images from other programs, dropped on the page or pasted from the clipboard."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage

from designer.site import IMAGE_SUFFIXES


def image_from_mime(mime: QMimeData | None) -> Path | QImage | None:
    """Return the file of an image, or the image itself if there is no file; None if neither."""
    if mime is None:
        return None
    files = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    image_file = next((file for file in files if file.suffix.lower() in IMAGE_SUFFIXES), None)
    if image_file is not None:
        return image_file
    image = mime.imageData() if mime.hasImage() else None
    return image if isinstance(image, QImage) and not image.isNull() else None
