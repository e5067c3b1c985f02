"""What all tests share. It knows no Qt, since the core's tests run where Qt is not installed."""

import os
from pathlib import Path

import pytest

# Before anything imports PySide6: no display, no graphics card, and, as root, no sandbox (Chromium
# does not start otherwise).
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")
os.environ.setdefault("QTWEBENGINE_CHROMIUM_FLAGS", "--disable-gpu")
if hasattr(os, "geteuid") and os.geteuid() == 0:
    os.environ.setdefault("QTWEBENGINE_DISABLE_SANDBOX", "1")

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder of real pages, which is no part of the repository."""
    folder = Path(os.environ.get("FRONTISPIECE_CORPUS", ROOT.parent / "shared/corpus"))
    if not folder.is_dir():
        pytest.skip("no corpus beside the checkout, and FRONTISPIECE_CORPUS names none")
    return folder
