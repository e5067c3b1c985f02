"""Starts the page engine for a command: without a display, and silently."""

from __future__ import annotations

import os

from PySide6.QtWidgets import QApplication

from designer.engine.application import application
from designer.engine.surroundings import draw_offscreen


def command_application() -> QApplication:
    """Return the Qt application for a command; one that exists is used as it is."""
    if QApplication.instance() is None:
        draw_offscreen(os.environ)
    return application()
