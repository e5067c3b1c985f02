"""Fixtures for tests with Qt: the real application, the real page engine, temporary folders."""

from __future__ import annotations

import logging
import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from designer.engine.application import application
from designer.project import PageLocation
from tests.app import App
from tests.corpus import OWN, copy_of

SAMPLE = Path(__file__).parent.parent / "resources" / "sample-site"


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    """The program's own application, which registers its URL scheme with the engine."""
    return application()


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Use empty folders for settings, state, cache and data, as at a first start."""
    for kind in ("CONFIG", "STATE", "CACHE", "DATA"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(tmp_path / "home" / kind.lower()))


class _Noise(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def silence(request: pytest.FixtureRequest):
    """Fail the test on warnings of the program, including JavaScript errors of the page."""
    noise = _Noise()
    root = logging.getLogger("designer")
    root.addHandler(noise)
    yield noise
    root.removeHandler(noise)
    if request.node.get_closest_marker("noisy") is None:
        assert noise.lines == []


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """A copy of the sample site."""
    copy = tmp_path / "site"
    shutil.copytree(SAMPLE, copy)
    return copy


@pytest.fixture
def seed(corpus: Path, tmp_path: Path) -> Path:
    """The page of the main scenario, in a copy of its site."""
    site, page = ("g1", "crossing.md") if corpus == OWN else ("bacalhau", "seed.md")
    return copy_of(corpus / site, tmp_path)[0].with_name(page)


@pytest.fixture
def app(qapp: QApplication):
    """A function that opens the real window on a page or site; closed after the test."""
    opened: list[App] = []

    def start(target: Path, **options: object) -> App:
        made = App(PageLocation.find(target), **options)
        opened.append(made)
        return made

    yield start
    for made in opened:
        made.close()
