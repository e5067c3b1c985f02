"""Builds a site's own Tailwind in a sandboxed worker, and caches the result on disk.

Tailwind 2 is built once with all its classes, and its worker is stopped. Its just-in-time mode and
later versions build only requested classes: their worker lives as long as the site is open, and a
class that was never requested before needs one more request.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path

import shiboken6
from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from designer.engine.sandbox_worker import SandboxProfile, SandboxWorker
from designer.engine.sheet_cache import engine_script, load_sheet, sheet_file, store_sheet
from designer.engine.worker_result import read_answer
from designer.errors import EngineError
from designer.site import TailwindSource
from designer.tailwind.sheet import Sheet

Result = Sheet | EngineError
BuildCallback = Callable[[Result], None]

_log = logging.getLogger(__name__)

_WORKER_SCRIPT = """
onmessage = async ({ data }) => {
  try { postMessage("sheet " + (await frontispieceTailwind.build(data))) }
  catch (error) {
    const { message, file, line } = Object(error)
    postMessage("error " + JSON.stringify({ message: String(message ?? error), file, line }))
  }
}
"""


class TailwindSession(QObject):
    """The Tailwind of one site, while it is open.

    Signals:
        built: A ``Sheet`` with all classes requested before.
        failed: An ``EngineError``: no sheet was built, or none with the latest classes.

    Attributes:
        sheet: The latest sheet, or the cached one; None before the first build.
        is_closed: Whether ``close`` was called.
    """

    built = Signal(object)
    failed = Signal(object)

    def __init__(
        self, source: TailwindSource, file: Path, worker: Callable[[], SandboxWorker]
    ) -> None:
        """Load the cached sheet; nothing is started.

        Args:
            source: The site's sources.
            file: The cache file of the first and of the most complete build.
            worker: Creates a worker that runs the engine.
        """
        super().__init__()  # no Qt parent: Python references determine its lifetime
        self.sheet = load_sheet(file)
        self.is_closed = False
        self._source = source
        self._file = file
        self._make_worker = worker
        self._worker: SandboxWorker | None = None
        self._requested: set[str] = set()
        self._idle_words: set[str] | None = None
        self._pending: set[str] | None = None
        self._is_idle_build = False
        self._failed_classes: set[str] = set()
        self._is_broken = False

    @property
    def is_busy(self) -> bool:
        """Whether an answer is pending."""
        return self._pending is not None

    def request(self, classes: Iterable[str]) -> None:
        """Request classes for the next sheet, unless the present sheet covers them."""
        fresh = set(classes) if self.sheet is None else self.sheet.not_requested(classes)
        self._requested |= fresh - self._failed_classes
        self._send_next()

    def prepare(self, words: Iterable[str]) -> None:
        """Start the engine, and build the classes among these words when it is idle."""
        self._idle_words = set(words)
        self._send_next()

    def close(self) -> None:
        """Stop the worker; no signals are emitted any more."""
        self.is_closed = self._is_broken = True
        self._stop()

    def _send_next(self) -> None:
        if self._is_broken or self._pending is not None:
            return
        if self._requested or self.sheet is None:
            self._pending, self._requested, self._is_idle_build = self._requested, set(), False
        elif self._idle_words is not None and self.sheet.requested is not None:
            self._pending, self._idle_words, self._is_idle_build = self._idle_words, None, True
        else:
            return
        question: dict[str, object] = {
            "classes": sorted(self._pending),
            "whole": self._is_idle_build,
        }
        if self._worker is None:
            self._worker = self._make_worker()
            self._worker.answered.connect(self._on_answer)
            self._worker.crashed.connect(self._on_crashed)
            self._worker.expired.connect(self._on_expired)
            known = self.sheet.requested if self.sheet else None
            question["classes"] = sorted(self._pending | (known or frozenset()))
            question["source"] = self._source.to_data()
        self._worker.ask(json.dumps(question))

    def _on_answer(self, answer: str) -> None:
        if self._pending is None:
            return  # closed or cancelled in the meantime
        asked, self._pending = self._pending, None
        try:
            sheet = read_answer(answer, asked)
        except EngineError as error:
            self._fail(error, asked)
            return
        if sheet.theme:
            store_sheet(self._file, answer.partition(" ")[2])
        elif self.sheet is not None:
            sheet = replace(sheet, theme=self.sheet.theme)
        self.sheet = sheet
        if sheet.requested is None:
            self._stop()
        self.built.emit(sheet)
        self._send_next()

    def _on_crashed(self) -> None:
        self._abort(EngineError("The site's Tailwind made its process end."))

    def _on_expired(self) -> None:
        self._abort(EngineError("The site's Tailwind did not finish in time."))

    def _abort(self, error: EngineError) -> None:
        """Continue without the worker; the next request starts a new one."""
        asked, self._pending = self._pending or set(), None
        self._stop()
        self._fail(error, asked)

    def _fail(self, error: EngineError, asked: set[str]) -> None:
        """Report an error; the classes of the failed request are not requested again."""
        self._failed_classes |= asked
        self._is_broken = self.sheet is None
        if self._is_broken:
            self._stop()
        if self._is_idle_build:
            _log.info("%s", error)
        else:
            self.failed.emit(error)
        self._send_next()

    def _stop(self) -> None:
        self._pending = None
        if self._worker is not None:
            self._worker.stop()
            self._worker.deleteLater()
            self._worker = None


class TailwindBuilder(QObject):
    """Opens the Tailwind of sites."""

    def __init__(self, folder: Path, parent: QObject | None = None, *, limit: int = 45_000) -> None:
        """Create a builder.

        Args:
            folder: The cache folder for sheets; created with the first one.
            parent: The Qt parent.
            limit: Timeout of one answer in milliseconds.
        """
        super().__init__(parent)
        self._folder = folder
        self._limit = limit
        self._sessions: list[TailwindSession] = []
        self._profile: SandboxProfile | None = None
        if (program := QCoreApplication.instance()) is not None:
            program.aboutToQuit.connect(self.close)

    def open(self, source: TailwindSource, classes: Iterable[str] = ()) -> TailwindSession:
        """Open the Tailwind of a site.

        Args:
            source: The site's sources.
            classes: The classes of a sheet that is limited to one page.

        Raises:
            EngineError: The engine is missing.
        """
        engine = engine_script(source.major)
        file = sheet_file(self._folder, source, classes)

        def worker() -> SandboxWorker:
            return SandboxWorker(self._shared_profile(), engine + _WORKER_SCRIPT, self._limit, self)

        session = TailwindSession(source, file, worker)
        self._sessions = [each for each in self._sessions if not each.is_closed]
        self._sessions.append(session)
        return session

    def build(self, source: TailwindSource, classes: Iterable[str], done: BuildCallback) -> None:
        """Build the sheet of some classes, or take it from the cache.

        Args:
            source: The site's sources.
            classes: The classes of a page; a complete build has all classes.
            done: Called once, from the event loop, with the sheet or with the error; never after
                ``close()``.
        """
        requested = frozenset[str]() if source.is_complete else frozenset(classes)
        try:
            session = self.open(source, requested)
        except EngineError as error:
            QTimer.singleShot(0, self, partial(done, error))
            return

        def end(result: Result) -> None:
            session.close()
            done(result)

        if session.sheet is not None:
            QTimer.singleShot(0, session, partial(end, session.sheet))
            return
        session.built.connect(end)
        session.failed.connect(end)
        session.request(requested)

    def close(self) -> None:
        """Cancel running builds; no callbacks are called any more."""
        for session in self._sessions:
            session.close()
        self._sessions.clear()
        if self._profile is not None:
            # Qt requires that the profile is deleted after its pages.
            shiboken6.delete(self._profile)
            self._profile = None

    def _shared_profile(self) -> SandboxProfile:
        self._profile = self._profile or SandboxProfile()
        return self._profile
