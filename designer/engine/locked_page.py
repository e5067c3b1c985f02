"""The locked web page: no navigation, connections, windows or scripts."""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject, QUrl
from PySide6.QtWebEngineCore import (
    QWebEnginePage,
    QWebEngineProfile,
    QWebEngineSettings,
    QWebEngineUrlRequestInfo,
    QWebEngineUrlRequestInterceptor,
)
from typing_extensions import override

from designer.engine.preview_urls import HOME, SCHEME
from designer.engine.surroundings import require_sandbox
from designer.engine.url_scheme import SiteHandler

_log = logging.getLogger("designer.preview.script")

_ALLOWED_SCHEMES = (SCHEME.decode(), "data", "qrc")

_OFF = (
    "JavascriptCanOpenWindows", "JavascriptCanAccessClipboard", "JavascriptCanPaste",
    "LocalStorageEnabled", "LocalContentCanAccessRemoteUrls", "LocalContentCanAccessFileUrls",
    "HyperlinkAuditingEnabled", "PluginsEnabled", "PdfViewerEnabled", "FullScreenSupportEnabled",
    "DnsPrefetchEnabled", "AutoLoadIconsForPage", "ErrorPageEnabled", "WebGLEnabled",
    "AllowRunningInsecureContent", "ScreenCaptureEnabled",
)  # fmt: skip


class RequestInterceptor(QWebEngineUrlRequestInterceptor):
    """Blocks all requests to the network, regardless of the page's content security policy."""

    @override
    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:
        if info.requestUrl().scheme() not in _ALLOWED_SCHEMES:
            info.block(True)


class _GatedProfile(QWebEngineProfile):
    """A profile that holds a reference to its interceptor, which Qt does not keep alive."""

    def __init__(self, parent: QObject | None) -> None:
        require_sandbox()
        super().__init__(parent)
        self._gate = RequestInterceptor(self)
        self.setUrlRequestInterceptor(self._gate)


def locked_profile(handler: SiteHandler | None, parent: QObject | None = None) -> QWebEngineProfile:
    """Return an off-the-record profile that can only load from the program's own scheme."""
    profile = _GatedProfile(parent)
    if handler is not None:
        profile.installUrlSchemeHandler(SCHEME, handler)
    settings = profile.settings()
    for name in _OFF:
        settings.setAttribute(getattr(QWebEngineSettings.WebAttribute, name), False)
    settings.setAttribute(QWebEngineSettings.WebAttribute.PlaybackRequiresUserGesture, False)
    return profile


class LockedPage(QWebEnginePage):
    """A page of a locked profile that cannot navigate."""

    @override
    def acceptNavigationRequest(
        self, url: QUrl | str, kind: QWebEnginePage.NavigationType, is_main_frame: bool
    ) -> bool:
        return is_main_frame and QUrl(url) == HOME

    @override
    def createWindow(self, type: QWebEnginePage.WebWindowType) -> QWebEnginePage:
        return None  # type: ignore[return-value] # Qt's own way to open no window

    @override
    def javaScriptConsoleMessage(
        self,
        level: QWebEnginePage.JavaScriptConsoleMessageLevel,
        message: str,
        lineNumber: int,
        sourceID: str,
    ) -> None:
        error = level == QWebEnginePage.JavaScriptConsoleMessageLevel.ErrorMessageLevel
        _log.log(
            logging.WARNING if error else logging.INFO, "%s (%s:%d)", message, sourceID, lineNumber
        )
