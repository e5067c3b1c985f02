"""The window's style sheet and palette, generated from the tokens."""

from __future__ import annotations

import sys
import tempfile
from functools import lru_cache
from pathlib import Path
from string import Template

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from designer import bundled
from designer.look.tokens import Tokens

INTERFACE_PX = 13
"""The interface font size on Linux and Windows; macOS keeps the system's size."""


def style_sheet(tokens: Tokens) -> str:
    """Return the Qt style sheet in these colours."""
    text = (bundled.folder("resources") / "look" / "window.qss").read_text(encoding="utf-8")
    mono = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()
    chevrons = {
        f"icon_{name}": _write_coloured_icon(name.replace("_", "-"), tokens.muted)
        for name in ("chevron_down", "chevron_right")
    }
    check = _write_coloured_icon("check", tokens.on_accent)
    return Template(text).substitute(vars(tokens) | chevrons, mono=mono, icon_check=check)


def apply_look(application: QApplication, tokens: Tokens) -> None:
    """Apply colours and interface font to the whole application."""
    application.setStyle("Fusion")
    palette = QPalette()
    for role, colour in (
        (QPalette.ColorRole.Window, tokens.window),
        (QPalette.ColorRole.Base, tokens.panel),
        (QPalette.ColorRole.AlternateBase, tokens.well),
        (QPalette.ColorRole.Button, tokens.panel),
        (QPalette.ColorRole.Text, tokens.text),
        (QPalette.ColorRole.WindowText, tokens.text),
        (QPalette.ColorRole.ButtonText, tokens.text),
        (QPalette.ColorRole.PlaceholderText, tokens.muted),
        (QPalette.ColorRole.Highlight, tokens.accent),
        (QPalette.ColorRole.HighlightedText, tokens.on_accent),
        (QPalette.ColorRole.ToolTipBase, tokens.text),
        (QPalette.ColorRole.ToolTipText, tokens.panel),
        (QPalette.ColorRole.Link, tokens.accent),
    ):
        palette.setColor(role, QColor(colour))
    application.setPalette(palette)
    if sys.platform != "darwin":
        font = QFont(application.font())
        font.setPixelSize(INTERFACE_PX)
        application.setFont(font)
    application.setStyleSheet(style_sheet(tokens))


@lru_cache(maxsize=64)
def _write_coloured_icon(name: str, colour: str) -> str:
    """Write an icon in one colour; returns the path with forward slashes for the style sheet."""
    text = (bundled.folder("resources") / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    file = _icon_folder() / f"{name}-{colour.lstrip('#')}.svg"
    file.write_text(text.replace("currentColor", colour), encoding="utf-8")
    return file.as_posix()


@lru_cache(maxsize=1)
def _icon_folder() -> Path:
    folder = tempfile.TemporaryDirectory(prefix="frontispiece-icons-")
    _FOLDERS.append(folder)
    return Path(folder.name)


_FOLDERS: list[tempfile.TemporaryDirectory[str]] = []
