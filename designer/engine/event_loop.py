"""Wait for a condition while the event loop runs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QTimer
from PySide6.QtWebEngineCore import QWebEnginePage

from designer.errors import EngineError

TIMEOUT_MS = 60_000


def wait_until(condition: Callable[[], bool], what: str, timeout_ms: int = TIMEOUT_MS) -> None:
    """Run the event loop until a condition is true.

    Raises:
        EngineError: The condition was not true within ``timeout_ms`` milliseconds.
    """
    deadline = QDeadlineTimer(timeout_ms)
    loop = QEventLoop()
    while not condition():
        if deadline.hasExpired():
            raise EngineError(f"{what} did not happen within {timeout_ms // 1000} seconds.")
        QTimer.singleShot(5, loop.quit)
        loop.exec()


def value_of(page: QWebEnginePage, script: str, world: int, timeout_ms: int = TIMEOUT_MS) -> Any:
    """Return the value of an expression in one of the page's worlds.

    Raises:
        EngineError: The page did not answer within ``timeout_ms`` milliseconds.
    """
    answers: list[Any] = []
    page.runJavaScript(script, world, answers.append)
    wait_until(lambda: bool(answers), "An answer of the page", timeout_ms)
    return answers[0]
