"""A worker in an offscreen page: the sandbox for code from a site's repository.

The page shows nothing and has no bridge to the program, and all its requests are refused. The code
runs in a worker because a page has ways to the network that no interceptor sees: a frame's
``RTCPeerConnection`` sends UDP packets, and ``<link rel=preconnect>`` opens connections.
"""

from __future__ import annotations

import contextlib
import json
import logging
import os
import signal
import time
from functools import cache

import shiboken6
from PySide6.QtCore import QObject, QTimer, QUrl, Signal
from PySide6.QtWebEngineCore import (
    QWebEnginePage,
    QWebEngineProfile,
    QWebEngineScript,
    QWebEngineSettings,
    QWebEngineUrlRequestInfo,
    QWebEngineUrlRequestInterceptor,
)
from typing_extensions import override

from designer.engine.processor_time import processor_time
from designer.engine.surroundings import require_sandbox
from designer.engine.worker_result import MAX_ANSWER

_log = logging.getLogger(__name__)

_BLANK = QUrl("about:blank")
_WORLD = QWebEngineScript.ScriptWorldId.ApplicationWorld.value

# Answers are text, because PySide converts lists to an empty string. A change of the page's title
# signals an answer; the worker cannot reach the page, and unsolicited messages are ignored.
_START = """
let count = 0, waiting = true
globalThis.answer = ""
const hear = (text) => {
  if (!waiting) return
  waiting = false
  globalThis.answer = text.slice(0, %d)
  document.title = String(++count)
}
const worker = new Worker(URL.createObjectURL(new Blob([%s])))
worker.onmessage = ({ data }) => hear(String(data))
worker.onerror = ({ message }) => hear("error " + JSON.stringify({ message }))
globalThis.ask = (question) => { waiting = true; worker.postMessage(question) }
ask(%s)
"""

_MIN_SHARE = 0.02  # processor time per time that passes; a process with less is idle
_MAX_USED = 0.9  # share of the limit above which it counts as used up
_MAX_STRETCH = 6  # an answer never takes longer than this many times the limit

_OFF = (
    QWebEngineSettings.WebAttribute.JavascriptEnabled,  # of the page; our own world still runs
    QWebEngineSettings.WebAttribute.JavascriptCanOpenWindows,
    QWebEngineSettings.WebAttribute.JavascriptCanAccessClipboard,
    QWebEngineSettings.WebAttribute.LocalStorageEnabled,
    QWebEngineSettings.WebAttribute.LocalContentCanAccessRemoteUrls,
    QWebEngineSettings.WebAttribute.LocalContentCanAccessFileUrls,
    QWebEngineSettings.WebAttribute.HyperlinkAuditingEnabled,
    QWebEngineSettings.WebAttribute.PluginsEnabled,
    QWebEngineSettings.WebAttribute.DnsPrefetchEnabled,
)


class _RefuseAll(QWebEngineUrlRequestInterceptor):
    """Blocks all requests."""

    @override
    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:
        info.block(True)


@cache
def _refuse_all() -> _RefuseAll:
    """Return the shared interceptor; cached, because Qt does not keep it alive."""
    return _RefuseAll()


class _HiddenPage(QWebEnginePage):
    """A page that cannot navigate and shows no dialogs."""

    @override
    def acceptNavigationRequest(
        self, url: QUrl | str, kind: QWebEnginePage.NavigationType, is_main: bool
    ) -> bool:
        return QUrl(url) == _BLANK

    @override
    def javaScriptAlert(self, origin: QUrl | str, text: str) -> None:
        _log.debug("configuration says: %s", text)

    @override
    def javaScriptConsoleMessage(
        self,
        level: QWebEnginePage.JavaScriptConsoleMessageLevel,
        message: str,
        line: int,
        source: str,
    ) -> None:
        _log.debug("configuration, line %d: %s", line, message)


class SandboxProfile(QWebEngineProfile):
    """An off-the-record profile without network; delete it after its workers are stopped."""

    def __init__(self) -> None:
        require_sandbox()
        super().__init__()
        self.setUrlRequestInterceptor(_refuse_all())
        self.setHttpCacheType(QWebEngineProfile.HttpCacheType.NoCache)


class SandboxWorker(QObject):
    """A worker with its own page and process that answers one question at a time.

    Signals:
        answered: The answer to the last question: untrusted text, since foreign code runs there.
        crashed: The process ended unexpectedly.
        expired: The answer did not arrive in time.
    """

    answered = Signal(str)
    crashed = Signal()
    expired = Signal()

    def __init__(
        self, profile: QWebEngineProfile, script: str, limit: int, parent: QObject
    ) -> None:
        """Create a worker; its process starts with the first question.

        Args:
            profile: The profile of its page.
            script: The worker's script: it receives questions as messages and answers each by one
                message.
            limit: The processor time of one answer in milliseconds. On a busy machine the time that
                passes meanwhile may be up to ``_MAX_STRETCH`` times as long.
            parent: The Qt parent.
        """
        super().__init__(parent)
        self._limit = limit
        self._asked_at = 0.0
        self._used_before = 0.0
        self._script = script
        self._started = False
        self._page = _HiddenPage(profile)
        for attribute in _OFF:
            self._page.settings().setAttribute(attribute, False)
        self._page.titleChanged.connect(self._fetch)
        self._page.renderProcessTerminated.connect(self._on_terminated)
        self._timer = QTimer(self, singleShot=True, interval=limit)
        self._timer.timeout.connect(self._on_timeout)

    def ask(self, question: str) -> None:
        """Send a question; the previous question must have been answered."""
        self._asked_at, self._used_before = time.monotonic(), processor_time(self.process)
        self._timer.start(self._limit)
        if self._started:
            self._run(f"ask({json.dumps(question)})")
            return
        self._started = True
        start = _START % (MAX_ANSWER, json.dumps(self._script), json.dumps(question))
        self._page.loadFinished.connect(lambda _fine: self._run(start))
        self._page.load(_BLANK)

    def stop(self) -> None:
        """Kill the page and its process, which may be in an endless loop."""
        self._timer.stop()
        if shiboken6.isValid(self._page):
            self._page.renderProcessTerminated.disconnect()
            if process := self._page.renderProcessPid():
                with contextlib.suppress(OSError):  # the process has already ended
                    os.kill(process, signal.SIGTERM)
            shiboken6.delete(self._page)

    @property
    def process(self) -> int:
        """The id of the process; 0 before it starts."""
        return self._page.renderProcessPid()

    def _on_timeout(self) -> None:
        """Wait longer while the process has had too little processor time on a busy machine."""
        used = processor_time(self.process) - self._used_before
        waited = (time.monotonic() - self._asked_at) * 1000
        is_starved = waited * _MIN_SHARE < used < self._limit * _MAX_USED
        if is_starved and waited < self._limit * _MAX_STRETCH:
            self._timer.start(round(self._limit - used))
        else:
            self.expired.emit()

    def _run(self, script: str) -> None:
        self._page.runJavaScript(script, _WORLD)

    def _fetch(self, title: str) -> None:
        if title.isdecimal():
            self._page.runJavaScript("globalThis.answer", _WORLD, self._receive)

    def _receive(self, answer: object) -> None:
        self._timer.stop()
        # A page must not be deleted in its own callback.
        QTimer.singleShot(0, self, lambda: self.answered.emit(str(answer)))

    def _on_terminated(self) -> None:
        self._timer.stop()
        QTimer.singleShot(0, self, self.crashed.emit)
