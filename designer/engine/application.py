"""The Qt application, configured for the web engine."""

from __future__ import annotations

import atexit
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QFileOpenEvent, QIcon
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from designer import __version__, bundled
from designer.engine import url_scheme
from designer.engine.spelling import find_dictionaries


class Application(QApplication):
    """The Qt application.

    Signals:
        file_requested: The ``Path`` of a file that the system wants opened, as Finder on macOS
            does; other systems start the program with the file as an argument.
    """

    file_requested = Signal(object)

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QFileOpenEvent) and event.file():
            self.file_requested.emit(Path(event.file()))
            return True
        return super().event(event)


def application() -> Application:
    """Return the Qt application, configured for the web engine; created once per process."""
    held = QApplication.instance()
    if isinstance(held, Application):
        return held
    url_scheme.register()
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
    app = Application(sys.argv[:1])
    find_dictionaries()
    app.setApplicationName("frontispiece")
    app.setApplicationDisplayName("Frontispiece")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("frontispiece")
    app.setWindowIcon(QIcon(str(bundled.folder("resources") / "look/frontispiece.svg")))
    atexit.register(_release_clipboard)
    return app


def _release_clipboard() -> None:
    """Replace the clipboard's content by plain text: Python objects do not outlive Python."""
    clipboard = QApplication.clipboard()
    is_ours = clipboard.ownsClipboard() or QApplication.platformName() == "offscreen"
    if is_ours:
        clipboard.setText(clipboard.text())
