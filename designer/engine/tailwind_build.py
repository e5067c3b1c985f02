"""Builds a site's own Tailwind configuration in a hidden page, once, and keeps the result.

A configuration is code of the site's repository, so it runs where it can do nothing: in a worker
of a page that shows nothing and has no bridge to the program, and whose every request is refused.
A worker, because the page itself would have ways out that no interceptor sees: a frame's
``RTCPeerConnection`` sends UDP packets, and ``<link rel=preconnect>`` opens connections.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import logging
import os
import signal
import tempfile
from collections import deque
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import shiboken6
from PySide6.QtCore import QCoreApplication, QObject, QTimer, QUrl, Signal
from PySide6.QtWebEngineCore import (
    QWebEnginePage,
    QWebEngineProfile,
    QWebEngineScript,
    QWebEngineSettings,
    QWebEngineUrlRequestInfo,
    QWebEngineUrlRequestInterceptor,
)
from typing_extensions import override

from designer import bundled
from designer.errors import EngineError
from designer.tailwind import sheet
from designer.tailwind.sheet import Sheet

Result = Sheet | EngineError
Done = Callable[[Result], None]

_log = logging.getLogger(__name__)

_BLANK = QUrl("about:blank")
_WORLD = QWebEngineScript.ScriptWorldId.ApplicationWorld.value
_KEPT = 8  # sheets in the cache; each has some three megabytes
_LARGEST = 50_000_000  # characters of a sheet; a full build has some three million

_DONE = "done"

# The answer is text, a sheet or what went wrong: PySide gives lists as an empty string.
_WORK = """
try { postMessage("sheet " + globalThis.frontispieceTailwind2.build(%s)) }
catch (error) { postMessage("error " + (error?.line ?? 0) + " " + error?.message) }
"""

# The page's title tells that there is an answer; the worker cannot reach the page.
_START = """
globalThis.answer = ""
const end = (text) => { worker.terminate(); globalThis.answer = text; document.title = "%s" }
const worker = new Worker(URL.createObjectURL(new Blob([%s])))
worker.onmessage = ({ data }) => end(String(data))
worker.onerror = ({ message }) => end("error 0 " + message)
"""

_OFF = (
    QWebEngineSettings.WebAttribute.JavascriptEnabled,  # that of the page; our world still runs
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
    """Lets nothing out."""

    @override
    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:
        info.block(True)


class _HiddenPage(QWebEnginePage):
    """A page that stays where it is and asks nobody anything."""

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


class _Build(QObject):
    """One build in one hidden page; the page and its process are gone when it has ended."""

    finished = Signal(object)

    def __init__(
        self, profile: QWebEngineProfile, engine: str, source: str, limit: int, parent: QObject
    ) -> None:
        super().__init__(parent)
        self.text = ""  # the sheet as the page wrote it
        work = engine + _WORK % json.dumps(source)
        self._script = _START % (_DONE, json.dumps(work))
        self._page = _HiddenPage(profile)
        for attribute in _OFF:
            self._page.settings().setAttribute(attribute, False)
        self._page.loadFinished.connect(self._run)
        self._page.titleChanged.connect(self._fetch)
        self._page.renderProcessTerminated.connect(self._crashed)
        self._timer = QTimer(self, singleShot=True, interval=limit)
        self._timer.timeout.connect(self._too_long)

    def start(self) -> None:
        self._timer.start()
        self._page.load(_BLANK)

    def stop(self) -> None:
        """End the page and its process, which may be busy for ever, without asking it."""
        self._timer.stop()
        if shiboken6.isValid(self._page):
            self._page.renderProcessTerminated.disconnect()
            if process := self._page.renderProcessPid():
                with contextlib.suppress(OSError):  # it is gone already
                    os.kill(process, signal.SIGTERM)
            shiboken6.delete(self._page)

    def _run(self) -> None:
        self._page.runJavaScript(self._script, _WORLD)

    def _fetch(self, title: str) -> None:
        if title == _DONE:
            self._page.runJavaScript("globalThis.answer", _WORLD, self._answer)

    def _answer(self, answer: object) -> None:
        self.text, result = _read(answer)
        self._end(result)

    def _crashed(self) -> None:
        self._end(
            EngineError(
                "The site's Tailwind configuration made its process end; the preview goes on with "
                "the built-in styles."
            )
        )

    def _too_long(self) -> None:
        self._end(
            EngineError(
                "The site's Tailwind configuration did not finish within "
                f"{self._timer.interval() // 1000} seconds; the preview goes on with the built-in "
                "styles."
            )
        )

    def _end(self, result: Result) -> None:
        self._timer.stop()
        # A page must not be deleted by its own callback.
        QTimer.singleShot(0, self, partial(self.finished.emit, result))


def _read(answer: object) -> tuple[str, Result]:
    """What the hidden page answered: the text of a sheet and the sheet, or why there is none.

    The answer comes from a place where foreign code has run, so nothing about it is certain.
    """
    words = answer if isinstance(answer, str) and len(answer) <= _LARGEST else ""
    kind, _, rest = words.partition(" ")
    if kind == "sheet":
        try:
            return rest, _checked(Sheet.from_json(rest))
        except EngineError as error:
            return "", error
        except RecursionError:
            pass  # nested deeper than any sheet is
    if kind == "error":
        line, _, message = rest.partition(" ")
        place = "" if line == "0" else f", line {line}"
        return "", EngineError(
            f"The site's Tailwind configuration cannot be used{place}: {message.rstrip('.')}; "
            "the preview goes on with the built-in styles."
        )
    return "", EngineError(
        "The site's Tailwind configuration gave no styles; the preview goes on with the built-in "
        "ones."
    )


def _checked(found: Sheet) -> Sheet:
    """The sheet, if its parts are what they have to be; see ``_read``.

    Raises:
        EngineError: They are not.
    """
    units: Sequence[object] = found.units
    numbers: list[object] = [*found.always]
    numbers.extend(number for each in found.classes.values() for number in each)
    known = range(len(units))
    if (
        all(isinstance(unit, str) for unit in units)
        and all(isinstance(number, int) and number in known for number in numbers)
        and found.site_at in range(len(units) + 1)
    ):
        return found
    raise EngineError("The compiled styles cannot be read; build them again.")


class TailwindBuilder(QObject):
    """Turns the text of a ``tailwind.config.js`` into a sheet, or tells why it cannot.

    Configurations are built one after the other.
    """

    def __init__(self, folder: Path, parent: QObject | None = None, *, limit: int = 45_000) -> None:
        """Create a builder.

        Args:
            folder: Where finished sheets are kept; created when the first one is.
            parent: The Qt parent.
            limit: Milliseconds that one build may take.
        """
        super().__init__(parent)
        self._folder = folder
        self._limit = limit
        self._waiting: deque[tuple[_Build, Path, Done]] = deque()
        self._profile: QWebEngineProfile | None = None
        self._interceptor = _RefuseAll(self)
        if (program := QCoreApplication.instance()) is not None:
            program.aboutToQuit.connect(self.close)

    def build(self, config_source: str, done: Done) -> None:
        """Build the sheet of a configuration, or take it from the cache.

        Args:
            config_source: Text of the site's ``tailwind.config.js``.
            done: Called once, from the event loop, with the sheet or with the reason why there is
                none; never after ``close()``.
        """
        try:
            engine = bundled.bundle("tailwind2.js").read_text(encoding="utf-8")
        except OSError:
            missing = EngineError(
                "The Tailwind engine is missing from this installation; install it again, or in a "
                "checkout run: python packaging/dev.py run"
            )
            QTimer.singleShot(0, self, partial(done, missing))
            return
        file = self._folder / f"{_key(engine, config_source)}.json"
        if (kept := _kept(file)) is not None:
            QTimer.singleShot(0, self, partial(done, kept))
            return
        work = _Build(self._own_profile(), engine, config_source, self._limit, self)
        work.finished.connect(self._finish)
        self._waiting.append((work, file, done))
        if len(self._waiting) == 1:
            work.start()

    def close(self) -> None:
        """Give up what is being built; nobody is told any more."""
        for work, _, _ in self._waiting:
            work.stop()
            work.deleteLater()
        self._waiting.clear()
        if self._profile is not None:
            shiboken6.delete(self._profile)  # after its pages, as Qt wants it
            self._profile = None

    def _own_profile(self) -> QWebEngineProfile:
        if self._profile is None:
            self._profile = QWebEngineProfile()
            self._profile.setUrlRequestInterceptor(self._interceptor)
            self._profile.setHttpCacheType(QWebEngineProfile.HttpCacheType.NoCache)
        return self._profile

    def _finish(self, result: Result) -> None:
        if not self._waiting:
            return  # closed in the meantime
        work, file, done = self._waiting.popleft()
        work.stop()
        work.deleteLater()
        if self._waiting:
            self._waiting[0][0].start()
        if isinstance(result, Sheet):
            _keep(file, work.text)
        done(result)


def _key(engine: str, source: str) -> str:
    parts = (str(sheet.FORMAT), hashlib.sha256(engine.encode()).hexdigest(), source)
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def _kept(file: Path) -> Sheet | None:
    """A sheet from the cache; None if it is not there or damaged."""
    try:
        return _checked(Sheet.from_json(file.read_bytes()))
    except OSError:
        return None
    except EngineError:
        _log.warning("the styles kept in %s are damaged and will be built again", file)
        return None


def _keep(file: Path, text: str) -> None:
    """Write a sheet into the cache; without one every start builds again, which is all."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=file.parent, suffix=".part")
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as part:
                part.write(text)
            Path(name).replace(file)
        finally:
            Path(name).unlink(missing_ok=True)
        old = sorted(file.parent.glob("*.json"), key=lambda each: each.stat().st_mtime)
        for each in old[:-_KEPT]:
            each.unlink(missing_ok=True)
    except OSError as error:
        _log.warning("the compiled styles could not be kept: %s", error)
