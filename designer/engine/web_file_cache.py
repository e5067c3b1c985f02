"""Files from the web: downloaded by the program with the user's permission, cached on disk.

The page itself has no network access. It requests ``~web?u=…``, and gets the cached file, or a
placeholder until the user allows downloads for this site.
"""

from __future__ import annotations

import hashlib
import json
import logging
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtNetwork import QNetworkAccessManager, QNetworkReply, QNetworkRequest

from designer.engine.preview_urls import cached_url

LIMIT = 25 * 1024 * 1024
"""Maximum size of a downloaded file in bytes."""

_TIMEOUT_MS = 20_000
_FONT_BROWSER = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36"
"""User agent; font services serve WOFF2 to this browser."""
_FONT_ADDRESS = re.compile(r"url\((['\"]?)(https?://[^)'\"]+)\1\)")
_KINDS = ("image/", "font/", "video/", "audio/", "application/font", "application/octet-stream")

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class WebFile:
    """A file from the web: its media type and its bytes."""

    kind: str
    data: bytes


FileCallback = Callable[[WebFile | None], None]


class WebCache(QObject):
    """The cache of files from the web, with downloads if they are allowed.

    Signals:
        missing_changed: The number of addresses that this page requested and that are not cached.
        arrived: Requested files are available now; reload the page's images.
    """

    missing_changed = Signal(int)
    arrived = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._network = QNetworkAccessManager(self)
        self._network.setTransferTimeout(_TIMEOUT_MS)
        self._pending: dict[str, list[FileCallback]] = {}
        self._missing: set[str] = set()
        self._failed: set[str] = set()
        self.allowed = False

    def reset_page(self) -> None:
        """Reset the count of missing files when another page is shown."""
        self._missing.clear()
        self._failed.clear()

    def get(self, address: str, callback: FileCallback) -> None:
        """Pass a cached file to the callback, download it if allowed, or pass None."""
        if not QUrl(address).scheme().startswith("http"):
            callback(None)
            return
        if file := self.cached(address):
            callback(file)
        elif self.allowed and address not in self._failed:
            self._fetch(address, callback)
        else:
            if not self.allowed and address not in self._missing:
                self._missing.add(address)
                self.missing_changed.emit(len(self._missing))
            callback(None)

    def allow(self) -> None:
        """Allow downloads from now on; pending addresses are requested again."""
        self.allowed = True
        had_missing = bool(self._missing)
        self._missing.clear()
        self._failed.clear()
        self.missing_changed.emit(0)
        if had_missing:
            self.arrived.emit()

    def font_faces(self, address: str, callback: Callable[[str], None]) -> None:
        """Pass the ``@font-face`` rules of a font service, with URLs of cached files.

        Args:
            address: The style sheet that the site links.
            callback: Called with the CSS text; empty when the fonts are not available.
        """

        def convert(file: WebFile | None) -> None:
            if file is None:
                callback("")
                return
            css = file.data.decode("utf-8", "replace")
            callback(_FONT_ADDRESS.sub(lambda m: f"url({cached_url(m[2])})", css))

        self.get(address, convert)

    def _fetch(self, address: str, callback: FileCallback) -> None:
        if address in self._pending:
            self._pending[address].append(callback)
            return
        self._pending[address] = [callback]
        request = QNetworkRequest(QUrl(address))
        request.setAttribute(
            QNetworkRequest.Attribute.RedirectPolicyAttribute,
            QNetworkRequest.RedirectPolicy.NoLessSafeRedirectPolicy,
        )
        request.setHeader(QNetworkRequest.KnownHeaders.UserAgentHeader, _FONT_BROWSER)
        reply = self._network.get(request)
        reply.downloadProgress.connect(partial(_stop_when_too_large, reply))
        reply.finished.connect(lambda: self._finished(address, reply))

    def _finished(self, address: str, reply: QNetworkReply) -> None:
        file = None
        kind = str(reply.header(QNetworkRequest.KnownHeaders.ContentTypeHeader) or "")
        kind = kind.partition(";")[0].strip().lower()
        if reply.error() != QNetworkReply.NetworkError.NoError:
            _log.info("%s could not be loaded: %s", address, reply.errorString())
        elif kind.startswith(_KINDS) or kind == "text/css":
            file = WebFile(kind, bytes(reply.readAll().data()))
            self._store(address, file)
        if file is None:
            self._failed.add(address)
        reply.deleteLater()
        for callback in self._pending.pop(address, []):
            callback(file)

    def _cache_file(self, address: str) -> Path:
        name = hashlib.sha256(address.encode()).hexdigest()
        return self._folder / name[:2] / name

    def cached(self, address: str) -> WebFile | None:
        """Return the cached file of an address, or None."""
        try:
            head, _, data = self._cache_file(address).read_bytes().partition(b"\n")
            return WebFile(str(json.loads(head)["kind"]), data)
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def _store(self, address: str, file: WebFile) -> None:
        place = self._cache_file(address)
        head = json.dumps({"kind": file.kind, "address": address}).encode()
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            draft = place.with_suffix(".tmp")
            draft.write_bytes(head + b"\n" + file.data)
            draft.replace(place)
        except OSError as error:
            _log.info("%s could not be kept: %s", address, error)


def _stop_when_too_large(reply: QNetworkReply, received: int, _whole: int) -> None:
    if received > LIMIT:
        reply.abort()
