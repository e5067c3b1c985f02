"""Shared by all tests; free of Qt, because the core's tests run without it."""

from __future__ import annotations

import importlib.util
import os
from pathlib import Path

import pytest
from hypothesis import settings

# A busy machine is not a failure. The laws are tried with the same examples each time, so that a
# failure is the change's; with FRONTISPIECE_LONG in the environment with others every time.
settings.register_profile("same", deadline=None, derandomize=True)
settings.register_profile("others", deadline=None)
settings.load_profile("others" if os.environ.get("FRONTISPIECE_LONG") else "same")

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")
os.environ.setdefault("QTWEBENGINE_CHROMIUM_FLAGS", "--disable-gpu")
if hasattr(os, "geteuid") and os.geteuid() == 0:
    os.environ.setdefault("QTWEBENGINE_DISABLE_SANDBOX", "1")

if importlib.util.find_spec("PySide6"):
    pytest_plugins = ["tests.qt_support"]


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder of real sites; tests that need it are skipped where it is missing."""
    beside = Path(__file__).parent.parent.parent / "shared" / "corpus"
    folder = Path(os.environ.get("FRONTISPIECE_CORPUS", beside)).resolve()
    if not folder.is_dir():
        pytest.skip("the corpus of real sites is not beside this checkout")
    return folder
