"""Fixtures for all tests; free of Qt, because the tests of the core run without PySide6."""

from __future__ import annotations

import importlib.util
import os
from pathlib import Path

import pytest
from hypothesis import settings

from tests.corpus import FOLDERS, REAL, SITES, name_of

# No deadline: a busy machine is not a failure. Examples are deterministic, so that a failure is
# caused by the change under test. With FRONTISPIECE_LONG in the environment, examples are random.
settings.register_profile("deterministic", deadline=None, derandomize=True)
settings.register_profile("random", deadline=None)
settings.load_profile("random" if os.environ.get("FRONTISPIECE_LONG") else "deterministic")

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")
os.environ.setdefault("QTWEBENGINE_CHROMIUM_FLAGS", "--disable-gpu")
if hasattr(os, "geteuid") and os.geteuid() == 0:
    os.environ.setdefault("QTWEBENGINE_DISABLE_SANDBOX", "1")

if importlib.util.find_spec("PySide6"):
    pytest_plugins = ["tests.qt_support"]


@pytest.fixture(scope="session", params=FOLDERS, ids=name_of)
def corpus(request: pytest.FixtureRequest) -> Path:
    """A folder of sites: our own, or the corpus of real sites if it lies beside this checkout."""
    folder: Path = request.param
    return folder


@pytest.fixture(scope="session")
def real() -> Path:
    """The corpus of real sites; tests that need it are skipped without it."""
    if not REAL.is_dir():
        pytest.skip("the corpus of real sites is not beside this checkout")
    return REAL


@pytest.fixture(params=SITES, ids=name_of)
def site(request: pytest.FixtureRequest) -> Path:
    """A site, our own or a real one; tests must not write to it."""
    folder: Path = request.param
    return folder
