"""The URLs of the preview's own scheme."""

from __future__ import annotations

from PySide6.QtCore import QUrl

SCHEME = b"frontispiece"
HOME = QUrl("frontispiece://site/")
WEB_PATH = "/~web"


def cached_url(address: str) -> str:
    """Return the preview URL for a cached file from the web."""
    quoted = bytes(QUrl.toPercentEncoding(address).data()).decode()
    return f"{HOME.scheme()}://{HOME.host()}{WEB_PATH}?u={quoted}"
