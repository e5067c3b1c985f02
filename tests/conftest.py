"""Shared by all tests; free of Qt, because the core's tests run without it."""

from __future__ import annotations

import importlib.util
import os
from pathlib import Path

import pytest
from hypothesis import settings

from tests.corpus import FOLDERS, REAL, SITES, name_of

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


@pytest.fixture(scope="session", params=FOLDERS, ids=name_of)
def corpus(request: pytest.FixtureRequest) -> Path:
    """A folder of sites: our own, and that of real ones where it is beside this checkout."""
    folder: Path = request.param
    return folder


@pytest.fixture(scope="session")
def real() -> Path:
    """The corpus of real sites, for what only it has; without it such tests are skipped."""
    if not REAL.is_dir():
        pytest.skip("the corpus of real sites is not beside this checkout")
    return REAL


@pytest.fixture(params=SITES, ids=name_of)
def site(request: pytest.FixtureRequest) -> Path:
    """A site, our own or a real one; it may be read only."""
    folder: Path = request.param
    return folder
