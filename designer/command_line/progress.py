"""Shows on standard error how far a long command is."""

from __future__ import annotations

import os
import threading
from types import TracebackType
from typing import Final, TextIO

BAR_DELAY_S: Final = 0.5
"""Seconds of work before a terminal shows a bar."""

LINE_DELAY_S: Final = 5.0
"""Seconds between two lines where standard error is no terminal, and before the first one."""

_REDRAW_S: Final = 0.1
_BAR_WIDTH: Final = 24


class Progress:
    """The progress of a command, and the sentences that it says meanwhile.

    A terminal shows one line with a bar, which is taken away at the end; another stream gets a new
    line now and then. Short work shows nothing. A thread draws, because a step may take long.
    """

    def __init__(
        self,
        stream: TextIO,
        *,
        quiet: bool = False,
        bar_delay: float = BAR_DELAY_S,
        line_delay: float = LINE_DELAY_S,
    ) -> None:
        """Create a progress display; ``with`` starts and ends it.

        Args:
            stream: Standard error.
            quiet: Whether to show neither progress nor sentences.
            bar_delay: Seconds before the bar appears on a terminal.
            line_delay: Seconds between two lines on another stream.
        """
        self._stream = stream
        self._is_terminal = stream.isatty()
        self._is_quiet = quiet
        self._first, self._next = (
            (bar_delay, _REDRAW_S) if self._is_terminal else (line_delay, line_delay)
        )
        self._text = ""
        self._shown = ""
        self._lock = threading.Lock()
        self._has_ended = threading.Event()
        self._thread = threading.Thread(target=self._run, name="progress", daemon=True)

    def __enter__(self) -> Progress:
        """Begin to show the steps."""
        if not self._is_quiet:
            self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Show no steps any more."""
        self.end()

    def end(self) -> None:
        """Take the bar away, and show no steps any more."""
        self._has_ended.set()
        if self._thread.ident is not None:
            self._thread.join()
        self._clear()

    def step(self, what: str, done: int, whole: int) -> None:
        """Take note of a step.

        Args:
            what: What is being done, in words.
            done: How many parts of it are done.
            whole: How many parts it has; 0 if that is not known.
        """
        self._text = self._step_text(what, done, whole) if whole else f"{what} …"

    def say(self, text: str) -> None:
        """Show a sentence."""
        if not self._is_quiet:
            with self._lock:
                self._clear()
                print(text, file=self._stream, flush=True)

    def _step_text(self, what: str, done: int, whole: int) -> str:
        percent = f"{100 * done // whole:3} %"
        if not self._is_terminal:
            return f"{what}: {percent.strip()}"
        full = _BAR_WIDTH * done // whole
        return f"{what} [{'#' * full:.<{_BAR_WIDTH}}] {percent}"

    def _run(self) -> None:
        pause = self._first
        while not self._has_ended.wait(pause):
            pause = self._next
            with self._lock:
                self._show(self._text)

    def _show(self, text: str) -> None:
        if self._is_terminal:
            text = text[: _columns(self._stream) - 1]  # a line that wraps could not be taken away
        if text == self._shown:
            return
        if self._is_terminal:
            self._stream.write(f"\r{text:<{len(self._shown)}}")
        else:
            self._stream.write(f"{text}\n")
        self._stream.flush()
        self._shown = text

    def _clear(self) -> None:
        if self._is_terminal and self._shown:
            self._stream.write(f"\r{' ' * len(self._shown)}\r")
            self._stream.flush()
            self._shown = ""


def _columns(stream: TextIO) -> int:
    """Return the width of a terminal in characters."""
    try:
        return os.get_terminal_size(stream.fileno()).columns or 80
    except OSError:
        return 80
