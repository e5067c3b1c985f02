"""The colours of the window around the page: neutral, with one accent colour."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication


@dataclass(frozen=True)
class Tokens:
    """Colours as ``#rrggbb``, named by their use.

    ``control`` is the border of a control: it has a contrast of 3:1 to its background. ``faint`` is
    decoration and never carries meaning.
    """

    window: str
    panel: str
    well: str
    canvas: str
    line: str
    control: str
    text: str
    muted: str
    faint: str
    hover: str
    accent: str
    accent_hover: str
    accent_soft: str
    on_accent: str
    warning: str
    warning_soft: str
    error: str
    error_soft: str


LIGHT = Tokens(
    window="#f4f5f7",
    panel="#ffffff",
    well="#f8f9fb",
    canvas="#e9ebef",
    line="#e3e6ea",
    control="#878f9e",
    text="#1d2330",
    muted="#616979",
    faint="#98a0b0",
    hover="#f0f2f5",
    accent="#0a7480",
    accent_hover="#08626c",
    accent_soft="#e2f3f4",
    on_accent="#ffffff",
    warning="#a85700",
    warning_soft="#fff3e2",
    error="#b3261e",
    error_soft="#fdeceb",
)

DARK = Tokens(
    window="#15181e",
    panel="#1c2028",
    well="#20252e",
    canvas="#101318",
    line="#2c323d",
    control="#6a7384",
    text="#e7eaf0",
    muted="#9aa3b4",
    faint="#6c7587",
    hover="#262c36",
    accent="#3fc1cb",
    accent_hover="#62d0d8",
    accent_soft="#14363a",
    on_accent="#0c1f22",
    warning="#f0a656",
    warning_soft="#3a2a15",
    error="#ff8a80",
    error_soft="#3b1d1c",
)


def tokens_for(appearance: str) -> Tokens:
    """Return the tokens for ``light``, ``dark`` or ``system`` (the system's colour scheme)."""
    if appearance == "system":
        scheme = QGuiApplication.styleHints().colorScheme()
        return DARK if scheme == Qt.ColorScheme.Dark else LIGHT
    return DARK if appearance == "dark" else LIGHT
