"""What the engine needs of its surroundings: a platform of Qt, and a sandbox that can start.

Qt and Chromium end the process where they cannot start, so this is looked at before.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, MutableMapping

from PySide6.QtCore import QLoggingCategory

from designer.errors import EngineUnavailable

_FLAGS = "QTWEBENGINE_CHROMIUM_FLAGS"
_NO_SANDBOX = "QTWEBENGINE_DISABLE_SANDBOX"
_PLATFORM = "QT_QPA_PLATFORM"


def is_without_display(variables: Mapping[str, str], system: str = sys.platform) -> bool:
    """Return whether Qt finds no display on a system with these environment variables."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", _PLATFORM)
    return system.startswith("linux") and not any(variables.get(name) for name in names)


def draw_offscreen(variables: MutableMapping[str, str], system: str = sys.platform) -> None:
    """Let Qt draw without a display and without messages on standard error.

    On Linux the platform is always offscreen, unless the variables name another one: a display may
    be named and yet refuse the connection, and pictures must not depend on it. Other systems draw
    invisible windows with their own fonts.

    Args:
        variables: The environment variables, changed in place before the application is created.
        system: The name of the system, as ``sys.platform``.
    """
    if system.startswith("linux"):
        variables.setdefault(_PLATFORM, "offscreen")
    flags = [variables.get(_FLAGS, ""), "--log-level=3"]  # fatal errors of Chromium only
    if variables.get(_PLATFORM, "").startswith("offscreen"):
        variables.setdefault("QT_QUICK_BACKEND", "software")
        flags.append("--disable-gpu")
    variables[_FLAGS] = " ".join(filter(None, flags))
    # Rules of QT_LOGGING_RULES still take precedence.
    QLoggingCategory.setFilterRules("*.info=false\n*.warning=false")


def require_sandbox() -> None:
    """Make sure that Chromium does not refuse to start; on Linux it never sandboxes root.

    Raises:
        EngineUnavailable: The user is root, and the sandbox is not switched off.
    """
    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        return
    # Chromium takes the variable as set whatever its value is.
    if _NO_SANDBOX not in os.environ and "--no-sandbox" not in os.environ.get(_FLAGS, "").split():
        raise EngineUnavailable(
            "The page engine does not start as root with its sandbox on, so nothing was done: set"
            f" {_NO_SANDBOX}=1, or start the program as an ordinary user."
        )
