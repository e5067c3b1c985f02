"""The Qt application, configured for the web engine."""

from __future__ import annotations

import atexit
import sys

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from designer import __version__, bundled
from designer.engine import url_scheme
from designer.engine.spelling import find_dictionaries


def application() -> QApplication:
    """Return the Qt application, configured for the web engine; created once per process."""
    held = QApplication.instance()
    if isinstance(held, QApplication):
        return held
    url_scheme.register()
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
    app = QApplication(sys.argv[:1])
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
