"""The preview's own URL scheme: the page, the site's media, cached files from the web.

``frontispiece://site/`` is the page's shell. Every other path of that host is looked up in the
site's public folder, then beside the page. ``frontispiece://site/~web?u=…`` is a cached file from
the web. All other URLs and all methods but GET are refused.
"""

from __future__ import annotations

import mimetypes
from typing import Any

from PySide6.QtCore import QBuffer, QByteArray, QObject, QUrl, QUrlQuery
from PySide6.QtWebEngineCore import (
    QWebEngineUrlRequestJob,
    QWebEngineUrlScheme,
    QWebEngineUrlSchemeHandler,
)
from shiboken6 import isValid
from typing_extensions import override

from designer.engine.placeholder import placeholder_svg
from designer.engine.preview_urls import HOME, SCHEME, WEB_PATH
from designer.engine.web_file_cache import WebCache, WebFile
from designer.project import OpenSite

POLICY = (
    "default-src 'none'; img-src frontispiece: data:; media-src frontispiece:;"
    " font-src frontispiece: data:; style-src 'unsafe-inline' frontispiece:; frame-src 'none';"
    " object-src 'none'; form-action 'none'; base-uri 'none'"
)
"""No scripts and no connections; files from the web are served through our scheme."""

PLACEHOLDER_SIZE = (640, 400)
"""Size in pixels of the placeholder for an image without a size."""

SHELL = (
    b"<!DOCTYPE html><html><head><meta charset=utf-8><title>Page</title>"
    b'<meta name=viewport content="width=device-width, initial-scale=1"></head><body></body></html>'
)


def register() -> None:
    """Register the scheme with the engine; call before the application is created."""
    scheme = QWebEngineUrlScheme(SCHEME)
    scheme.setSyntax(QWebEngineUrlScheme.Syntax.Host)
    scheme.setFlags(QWebEngineUrlScheme.Flag.SecureScheme | QWebEngineUrlScheme.Flag.CorsEnabled)
    QWebEngineUrlScheme.registerScheme(scheme)


class SiteHandler(QWebEngineUrlSchemeHandler):
    """Handles the requests of the preview page."""

    def __init__(self, web: WebCache, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._web = web
        self._open: OpenSite | None = None

    def show_site(self, open_site: OpenSite) -> None:
        """Serve the files of a site's public folder."""
        self._open = open_site

    @override
    def requestStarted(self, job: QWebEngineUrlRequestJob) -> None:
        url = job.requestUrl()
        if job.requestMethod() != b"GET" or url.host() != HOME.host():
            job.fail(QWebEngineUrlRequestJob.Error.RequestDenied)
        elif url.path() == "/":
            _reply(job, b"text/html", SHELL)
        elif url.path() == WEB_PATH:
            self._reply_from_web(job, QUrlQuery(url))
        else:
            self._reply_from_site(job, url)

    def _reply_from_site(self, job: QWebEngineUrlRequestJob, url: QUrl) -> None:
        address = url.path(QUrl.ComponentFormattingOption.FullyEncoded)
        file = self._open.served(address) if self._open else None
        try:
            data = file.read_bytes() if file else None
        except OSError:
            data = None
        if file is None or data is None:
            _reply(job, b"image/svg+xml", placeholder_svg(*PLACEHOLDER_SIZE, crossed=True))
            return
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        _reply(job, kind.encode(), data)

    def _reply_from_web(self, job: QWebEngineUrlRequestJob, query: QUrlQuery) -> None:
        address = query.queryItemValue("u", QUrl.ComponentFormattingOption.FullyDecoded)
        width, height = (_pixels(query.queryItemValue(side)) for side in "wh")

        def answer(file: WebFile | None) -> None:
            if not isValid(job):
                return
            if file is None:
                _reply(
                    job,
                    b"image/svg+xml",
                    placeholder_svg(width or PLACEHOLDER_SIZE[0], height or PLACEHOLDER_SIZE[1]),
                )
            else:
                _reply(job, file.kind.encode(), file.data)

        self._web.get(address, answer)


def _pixels(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 5 else 0


def _reply(job: QWebEngineUrlRequestJob, kind: bytes, data: bytes) -> None:
    buffer = QBuffer(job)
    buffer.setData(data)
    headers: Any = {  # the values of Qt's multi-map are lists, contrary to its type stub
        QByteArray(b"Content-Security-Policy"): [QByteArray(POLICY.encode())],
        QByteArray(b"X-Content-Type-Options"): [QByteArray(b"nosniff")],
    }
    job.setAdditionalResponseHeaders(headers)
    job.reply(kind, buffer)
